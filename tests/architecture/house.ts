import { posix } from 'node:path';
import { importsOf, type Import } from './imports.ts';

/** What a room's files may import, besides each other. */
export interface Room {
	rooms: readonly string[];
	/** Of these, types only. */
	types?: readonly string[];
	/** Packages of npm; `node:` for all of Node, `$app` for all of Kit's own modules. */
	packages: readonly string[];
}

/** Rooms by their folder: `sip`, and for a room within one `simulator/host`. */
export type House = Readonly<Record<string, Room>>;

/** The most lines of a file. */
export const LONGEST_FILE = 350;

/**
 * What a file of `src` does against the plan of the house, each as `file:line: what`.
 *
 * @param file its path from the project's folder, with slashes.
 * @param exists whether there is a file at such a path.
 */
export function violationsOf(
	house: House,
	file: string,
	source: string,
	exists: (path: string) => boolean
): string[] {
	const violations: string[] = [];
	const lines = source.replace(/\n$/, '').split('\n').length;
	if (lines > LONGEST_FILE) violations.push(`${file}:${lines}: longer than ${LONGEST_FILE} lines`);
	if (!/^src\/.*\/.*\.(ts|svelte)$/.test(file)) return violations;
	const name = roomOf(house, file);
	const room = house[name ?? ''];
	if (!isTest(file) && !room) violations.push(`${file}:1: belongs to no room`);
	for (const imported of importsOf(file, source)) {
		const wrong =
			wrongPath(file, imported, exists) ??
			(room && !isTest(file) && wrongTarget(house, name ?? '', room, file, imported));
		if (wrong) violations.push(`${file}:${imported.line}: ${wrong}`);
	}
	return violations;
}

/** Tests, and what only they use, may import whatever they need to drive a room. */
function isTest(file: string): boolean {
	return /\.test\.(ts|svelte)$|\/testing\//.test(file) || file.startsWith('tests/');
}

/** The folder names a room of a path in `src`; the innermost where rooms are nested. */
function roomOf(house: House, path: string): string | undefined {
	const inside = path.replace(/^src\/(lib\/)?/, '');
	const around = Object.keys(house).filter((name) => inside.startsWith(`${name}/`));
	return around.sort((a, b) => b.length - a.length)[0];
}

function wrongPath(
	file: string,
	{ specifier }: Import,
	exists: (path: string) => boolean
): string | undefined {
	if (specifier.startsWith('$lib/') && !file.startsWith('src/routes/'))
		return `${specifier} does not resolve outside of Vite; use a relative path`;
	const path = pathOf(file, specifier);
	// Kit writes `$types` itself.
	if (path === undefined || posix.basename(path) === '$types' || exists(path)) return undefined;
	return `${specifier} names no file (with its extension)`;
}

function wrongTarget(
	house: House,
	name: string,
	room: Room,
	file: string,
	{ specifier, typeOnly }: Import
): string | undefined {
	const path = pathOf(file, specifier);
	if (path === undefined) {
		const wanted = packageOf(specifier);
		return room.packages.includes(wanted) ? undefined : `${name} may not import ${wanted}`;
	}
	if (isTest(path)) return `${name} may not import ${path}, which is for tests`;
	if (!path.startsWith('src/')) return undefined;
	const target = roomOf(house, path) ?? path;
	if (target === name || room.rooms.includes(target)) return undefined;
	if (!room.types?.includes(target)) return `${name} may not import ${target}`;
	return typeOnly ? undefined : `${name} may import only types of ${target}`;
}

/** The file that is meant, from the project's folder; `undefined` for a package. */
function pathOf(file: string, specifier: string): string | undefined {
	const plain = specifier.replace(/\?.*$/, '');
	if (plain.startsWith('$lib/')) return plain.replace('$lib', 'src/lib');
	if (plain.startsWith('.')) return posix.join(posix.dirname(file), plain);
	return undefined;
}

function packageOf(specifier: string): string {
	if (specifier.startsWith('node:')) return 'node:';
	return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
