/** Streaming from an app of one's own, as a module; docs/stream-from-your-app.md tells how. */
export { Stream, type StreamOptions } from './lib/stream/stream.ts';
export {
	StreamingSipClient,
	type StreamingSipClientOptions
} from './lib/stream/streaming-sip-client.ts';
