import { expect, it } from 'vitest';
import { findFunctions, findLeftOut, parseRegulation } from '#lib/domain/regulations/index.ts';
import { captureOf, markedTexts } from '#tests/quality/regulation-texts.ts';

it('of thirty-three texts in the form of real ones every marked function is captured with its unit, and none is invented', () => {
	const figures = markedTexts().map(captureOf);
	const sum = (pick: (one: (typeof figures)[number]) => number) =>
		figures.reduce((total, one) => total + pick(one), 0);
	expect(figures).toHaveLength(33);
	// Marked by hand in tests/quality/regulations: 456 functions.
	expect(sum(({ marked }) => marked)).toBe(456);
	expect(figures.flatMap(({ missed }) => missed)).toEqual([]);
	expect(figures.flatMap(({ invented }) => invented)).toEqual([]);
	expect(figures.flatMap(({ wronglyOwned }) => wronglyOwned)).toEqual([]);
});

/** Far above what any text takes here, far below what an expression that tries every way takes on these. */
const MOST_MS = 5_000;

it.each([
	['blanks', `Чл. 1. Отдел „А“ води${' '.repeat(100_000)}регистър.`],
	['lines of blanks', `\n${' '.repeat(1_000)}`.repeat(100)],
	['verbs without an object', `Отдел „А“ ${'изготвя, '.repeat(10_000)}`],
	['verbs without a stop', `Чл. 1. Отдел „А“ ${'изготвя а '.repeat(10_000)}`],
	['quotation marks', `Отдел „${'а „'.repeat(30_000)}`],
	['words for units', `${'отдел '.repeat(15_000)}:`],
	['attributes', `Отдел „А“:\n1. ${'нова '.repeat(20_000)}\n2. ${'нова '.repeat(20_000)}`],
	['passives', `В отдел ${'а се '.repeat(20_000)}извършва`],
	['sentences', 'Отдел „А“ води регистър. '.repeat(4_000)],
	['notes of amendment', `Чл. 1. Отдел „А“:\n1. ${'(отм. – изм. '.repeat(10_000)}`],
	['notes one after another', `Чл. 1. ${'(изм. – Реш. № 1) '.repeat(6_000)}Отдел „А“ води регистър.`],
	['brackets', `Чл. 1. (1) Отдел „А“${' (1) Води'.repeat(12_000)}`],
	['abbreviations', 'Център за помощ (ЦП) приема. '.repeat(4_000)],
	['introductions', `${'При работа в отдела '.repeat(6_000)}отделът води регистър.`],
	['introductions of lists', `${'За тази цел отделът '.repeat(6_000)}:\n1. води;\n2. пише;`],
	['duties', `Чл. 1. Отдел „А“:\n1. ${'следните задължения '.repeat(6_000)}:\nа) пазене;\nб) писане;`],
	['cells', `Отдел „А“:\n${'1. води регистър\t\nексперт\t\n\n'.repeat(4_000)}`],
	['points without marks', `Отдел „А“ изпълнява следните функции:\n${'Води регистър;\n'.repeat(5_000)}`],
])('reads a text of nothing but %s in time', (_, text) => {
	const start = performance.now();
	const nodes = parseRegulation(text);
	findLeftOut(text, nodes, findFunctions(text, nodes));
	expect(performance.now() - start).toBeLessThan(MOST_MS);
});

it('reads a hundred pages in time', () => {
	const all = markedTexts()
		.map(({ text }) => text)
		.join('\n\n');
	const act = all.repeat(Math.ceil(260_000 / all.length)).slice(0, 260_000);
	const start = performance.now();
	const found = findFunctions(act, parseRegulation(act));
	expect(performance.now() - start).toBeLessThan(MOST_MS);
	expect(found.length).toBeGreaterThan(2_000);
});
