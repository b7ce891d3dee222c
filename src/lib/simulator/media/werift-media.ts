import type { Media } from '../core/media.ts';
import { WeriftEndpoint } from './werift-endpoint.ts';

/** Sound, for real: WebRTC in Node, all of it on 127.0.0.1. */
export const weriftMedia: Media = {
	hearsKeys: true,
	open: (options) => new WeriftEndpoint(options)
};
