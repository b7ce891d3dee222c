import { uuid } from './uuid.ts';

/** Connections of one page, or one Node, have ids that no other one gives. */
const place = uuid().slice(0, 8);
let opened = 0;

export function nextConnection(): string {
	return `ws-${place}-${++opened}`;
}
