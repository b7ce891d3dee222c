/** Why nobody can listen there, in words; undefined where the reason is another one. */
export function listeningProblem(error: unknown, host: string, port: number): Error | undefined {
	const because = (sentence: string) => new Error(sentence, { cause: error });
	switch ((error as NodeJS.ErrnoException).code) {
		case 'EADDRINUSE':
			return because(`Port ${port} is taken. Choose another one with --port.`);
		case 'EACCES':
			return because(
				`This user may not listen on port ${port}. Choose one above 1023 with --port.`
			);
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return because(`${host} is no address of this machine.`);
		default:
			return undefined;
	}
}
