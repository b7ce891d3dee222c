/** Not by `crypto.randomUUID`, which a page that is served without TLS does not have. */
const [place = 0] = crypto.getRandomValues(new Uint32Array(1));
let opened = 0;

/** One trace may be recorded by several pages, one after another: no other page, or Node, gives the same id. */
export function nextConnection(): string {
	return `ws-${place.toString(16).padStart(8, '0')}-${++opened}`;
}
