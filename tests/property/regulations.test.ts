import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findFunctions, parseRegulation } from '#lib/domain/regulations/index.ts';
import { REGULATIONS } from '#tests/support/regulations.ts';

const PIECES = [
	...[
		'Чл. 1.',
		'Чл. 2. ',
		'чл. 3, ал. 2',
		'(1) ',
		'(2)',
		'1. ',
		'2) ',
		'3.',
		'т. 1 ',
		'а) ',
		'б)',
		'a) ',
		'- ',
		'• ',
	],
	...[
		'ГЛАВА ПЪРВА',
		'Раздел II',
		'§ 1. ',
		'1.1. ',
		'1.2 ',
		':',
		';',
		'.',
		'\n',
		'\r\n',
		'\n\n',
		'\f',
		' ',
		'\u00a0',
	],
	...[
		'Отдел „Бюджет“',
		'изпълнява следните функции',
		'ДИРЕКЦИЯ „ФИНАНСИ“',
		'изготвя отчети',
		'ИЗМЕНЕНИЯ',
		'(отм.)',
	],
];
const anAct = fc
	.array(
		fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }),
		{
			maxLength: 60,
		},
	)
	.map((parts) => parts.join(''));
const anyText = fc.oneof(
	anAct,
	fc.string({ unit: 'binary', maxLength: 400 }),
	fc.constantFrom(...Object.values(REGULATIONS)),
);

it('reads any text without throwing, and loses no sign of it', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const nodes = parseRegulation(text);
			const joined = nodes.map(({ from, to }) => text.slice(from, to)).join('');
			expect(joined.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
			expect(() => findFunctions(text, nodes)).not.toThrow();
		}),
		{ numRuns: 600 },
	);
});

it('gives every part one citation of its own, in the order of the text, inside the part above', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const nodes = parseRegulation(text);
			expect(new Set(nodes.map(({ anchor }) => anchor)).size).toBe(nodes.length);
			nodes.forEach((node, at) => {
				expect(node.index).toBe(at);
				expect(node.from).toBeLessThanOrEqual(node.body);
				expect(node.body).toBeLessThanOrEqual(node.to);
				const above = node.parent === null ? undefined : nodes[node.parent];
				if (above) {
					expect(above.index).toBeLessThan(at);
					expect(above.end).toBeGreaterThanOrEqual(node.end);
				}
			});
		}),
		{ numRuns: 600 },
	);
});

it('takes words for functions only from the text', () => {
	fc.assert(
		fc.property(anAct, (text) => {
			const letters = (one: string) => one.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
			const all = letters(text.replace(/\u00ad/gu, ''));
			const found = findFunctions(text, parseRegulation(text)).filter(
				({ wording }) => !/[a-z]/iu.test(wording),
			);
			for (const one of found) expect(all).toContain(letters(one.wording).slice(0, 12));
			expect(found.length).toBeLessThanOrEqual(text.length);
		}),
		{ numRuns: 300 },
	);
});
