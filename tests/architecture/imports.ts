import ts from 'typescript';

export interface Import {
	/** As written: `../sip/message.ts`, `svelte`. */
	specifier: string;
	/** From 1. */
	line: number;
	/** It leaves nothing in what runs. */
	typeOnly: boolean;
}

/**
 * What a TypeScript or Svelte file imports: statically, dynamically, as types, or to export it again.
 * Of a Svelte file the scripts are read, and `import('…')` in its markup.
 */
export function importsOf(file: string, source: string): Import[] {
	if (!file.endsWith('.svelte')) return importsOfScript(source);
	const { scripts, markup } = splitSvelte(source);
	return [...importsOfScript(scripts), ...importsOfMarkup(markup)].sort((a, b) => a.line - b.line);
}

function importsOfScript(source: string): Import[] {
	const script = ts.createSourceFile('script.ts', source, ts.ScriptTarget.Latest);
	const imports: Import[] = [];
	const visit = (node: ts.Node): void => {
		const found = importOf(node);
		if (found) {
			const { line } = script.getLineAndCharacterOfPosition(node.getStart(script));
			imports.push({ ...found, line: line + 1 });
		}
		ts.forEachChild(node, visit);
	};
	visit(script);
	return imports;
}

function importOf(node: ts.Node): Omit<Import, 'line'> | undefined {
	if (ts.isImportDeclaration(node))
		return named(node.moduleSpecifier, isTypeOnly(node.importClause));
	if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
	if (ts.isExternalModuleReference(node)) return named(node.expression, false);
	if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
		return named(node.argument.literal, true);
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
		return named(node.arguments[0], false);
	return undefined;
}

function named(node: ts.Node | undefined, typeOnly: boolean): Omit<Import, 'line'> | undefined {
	return node && ts.isStringLiteralLike(node) ? { specifier: node.text, typeOnly } : undefined;
}

/** `import type { A }` and `import { type A, type B }`; `import './a.css'` runs something. */
function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const { name, namedBindings } = clause;
	if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
	const { elements } = namedBindings;
	return elements.length > 0 && elements.every((element) => element.isTypeOnly);
}

const SCRIPT = /(<script(?:"[^"]*"|'[^']*'|[^'">])*>)([\s\S]*?)(<\/script>)/g;

/** Both parts with blanks in place of the other, so that lines keep their numbers. */
function splitSvelte(source: string): { scripts: string; markup: string } {
	let scripts = '';
	let end = 0;
	for (const match of source.matchAll(SCRIPT)) {
		const [, open = '', script = ''] = match;
		const start = match.index + open.length;
		scripts += blank(source.slice(end, start)) + script;
		end = start + script.length;
	}
	const markup = source.replace(SCRIPT, (all) => blank(all));
	return { scripts, markup };
}

function blank(text: string): string {
	return text.replace(/[^\n]/g, ' ');
}

function importsOfMarkup(markup: string): Import[] {
	return [...markup.matchAll(/\bimport\(\s*(['"])(.+?)\1\s*\)/g)].map((match) => ({
		specifier: match[2] ?? '',
		line: markup.slice(0, match.index).split('\n').length,
		typeOnly: false
	}));
}
