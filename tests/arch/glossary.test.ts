import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(ROOT, 'src/docs/glossary.md'), 'utf8');
const rows = [...text.matchAll(/^\|[^|]+\| `(\w+)`\s*\|[^|]+\| `([^`]+)`\s*\|$/gm)].map((row) => ({
	identifier: row[1] ?? '',
	where: row[2] ?? '',
}));

it('names identifiers that the code defines in the room it says', () => {
	expect(rows.length).toBeGreaterThan(20);
	const missing = rows.filter(({ identifier, where }) => {
		const files = globSync(`src/lib/${where}/**/*.ts`, { cwd: ROOT });
		const definition = new RegExp(`export (type|interface|const|function) ${identifier}\\b`);
		return !files.some((file) => definition.test(readFileSync(join(ROOT, file), 'utf8')));
	});
	expect(missing).toEqual([]);
});

it('has one identifier for a term and one term for an identifier', () => {
	const identifiers = rows.map((row) => row.identifier);
	expect([...new Set(identifiers)]).toEqual(identifiers);
});

it('keeps every identifier of the domain in ASCII', () => {
	const files = globSync('src/lib/{domain,charts,server}/**/*.ts', { cwd: ROOT });
	const declared = /\b(?:const|let|function|interface|type)\s+([\p{L}_$][\p{L}\p{N}_$]*)/gu;
	const foreign = files.flatMap((file) =>
		[...readFileSync(join(ROOT, file), 'utf8').matchAll(declared)]
			.map((match) => match[1] ?? '')
			.filter((name) => /[^\x20-\x7e]/.test(name)),
	);
	expect(foreign).toEqual([]);
});
