/** Where Sipscope is served unless another program has it. */
const USUAL_PORT = '4173';

/** The port of an address of this machine, where it is not the usual one; else `undefined`. */
export function otherPort({ hostname, port }: Pick<URL, 'hostname' | 'port'>): string | undefined {
	const here = hostname === '127.0.0.1' || hostname === 'localhost';
	return here && port !== '' && port !== USUAL_PORT ? port : undefined;
}
