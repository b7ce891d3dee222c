import { InvalidArgumentError } from 'commander';
import { parsePort } from './port.ts';

/** For an option that takes a port. */
export function toPort(text: string): number {
	const port = parsePort(text);
	if (port !== undefined) return port;
	throw new InvalidArgumentError('A port is a number from 1 to 65535.');
}

/** For an option that takes a whole number within bounds. */
export function toNumber(from: number, to: number): (text: string) => number {
	return (text) => {
		const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
		if (number >= from && number <= to) return number;
		throw new InvalidArgumentError(`It is a whole number from ${from} to ${to}.`);
	};
}

/** For an option that may be given several times. */
export function collect(text: string, before: readonly string[] = []): string[] {
	return [...before, text];
}
