import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '#lib/domain/scenario/index.ts';
import { citationText } from '#lib/i18n/citation-text.ts';
import benchmarks from '#fixtures/benchmarks/2014.json' with { type: 'json' };
import parameters from '#fixtures/legal/parameters.json' with { type: 'json' };

const EN = { locale: 'en' } as const;
/** Parts of pages that are handed texts, not citations as they are kept. */
const WORDED: readonly string[] = ['AssumptionsDrawer.svelte', 'TimeTerms.svelte', 'compare/+page.svelte'];

describe('the source of a parameter', () => {
	it('is told to an English reader, the act with its Bulgarian short name in quotes', () => {
		expect(citationText('КТ, чл. 155, ал. 4', EN)).toBe('Labour Code („КТ“), Art. 155, para. 4');
		expect(citationText('ЗДСл, чл. 49; КТ, чл. 136', EN)).toBe(
			'Civil Servants Act („ЗДСл“), Art. 49; Labour Code („КТ“), Art. 136',
		);
		expect(citationText('ЗДСл, чл. 50 и чл. 56 – до 12 дни', EN)).toBe(
			'Civil Servants Act, Art. 50 and Art. 56 – up to 12 days',
		);
		expect(citationText('ЗДСл, чл. 50 и чл. 56 – до 12 дни; КТ, чл. 156, ал. 1, т. 2', EN)).toBe(
			'Civil Servants Act, Art. 50 and Art. 56 – up to 12 days; Labour Code („КТ“), Art. 156, para. 1, item 2',
		);
		expect(citationText('Годишен план за обучение', EN)).toBe('Yearly training plan');
	});

	it('stays as it is for a Bulgarian reader', () => {
		expect(citationText('КТ, чл. 155, ал. 4', { locale: 'bg' })).toBe('КТ, чл. 155, ал. 4');
	});

	it('of a municipality is quoted, and its language said', () => {
		expect(citationText('Заповед № 12 на кмета', EN)).toBe('“Заповед № 12 на кмета” (in Bulgarian)');
		expect(citationText('https://www.lyaskovets.bg', EN)).toBe('https://www.lyaskovets.bg');
	});

	it('is translated for every published number of other municipalities', () => {
		const sources = [benchmarks.source, ...benchmarks.staff.map(({ source }) => source)];
		expect(sources.length).toBeGreaterThan(5);
		expect(sources.map((one) => citationText(one, EN)).filter((one) => /[А-я]/u.test(one))).toEqual([]);
	});

	it('is translated for every number that the workload rests on', () => {
		const used = parameters.filter(({ key }) => /^(time|workload)\./.test(key));
		const words = used.flatMap(({ citation, note }) => [citation, ...(note ? [note] : [])]);
		expect(words.map((one) => citationText(one, EN)).filter((one) => one.includes('(in Bulgarian)'))).toEqual(
			[],
		);
		expect(used.length).toBeGreaterThan(20);
	});

	it('is translated for everything that the product ships; only what one municipality said is quoted', () => {
		const shipped = parameters.filter((one) => !('municipality' in one));
		const words = shipped.flatMap(({ citation, note }) => [citation, ...(note ? [note] : [])]);
		expect(words.map((one) => citationText(one, EN)).filter((one) => one.includes('(in Bulgarian)'))).toEqual(
			[],
		);
		expect(citationText('ЗМСМА, чл. 21, ал. 3; правилник на общинския съвет', EN)).toBe(
			'Local Self-Government and Local Administration Act („ЗМСМА“), Art. 21, para. 3; rules of the municipal council',
		);
		expect(citationText('ЗВОПС, чл. 12 – 10 000 000 лв.', EN)).toContain('Art. 12 – BGN 10 000 000');
	});

	it('stands on no page as it is kept', () => {
		const files = globSync('src/{lib/components,routes}/**/*.svelte').filter(
			(file) => !WORDED.some((worded) => file.endsWith(worded)),
		);
		const raw = files.flatMap((file) => {
			const text = readFileSync(file, 'utf8').replaceAll('citations?.length', '');
			const said = text.match(/\{[^{}]*\.citations?\b[^{}]*\}/g) ?? [];
			return said.filter((words) => !words.includes('citationText')).map((words) => `${file}: ${words}`);
		});
		expect(files.length).toBeGreaterThan(300);
		expect(raw).toEqual([]);
	});

	it('is translated for every rule of law, with the letters of inserted articles', () => {
		const said = RULES.map(({ citation }) => citationText(citation, EN));
		// the Bulgarian short names stand in quotes; nothing else is in Cyrillic
		expect(said.filter((one) => /[А-я]/.test(one.replace(/„[^“]*“/g, '')))).toEqual([]);
		expect(citationText('ЗМСМА, чл. 46а; чл. 44, ал. 1, т. 3', EN)).toBe(
			'Local Self-Government and Local Administration Act („ЗМСМА“), Art. 46a; Art. 44, para. 1, item 3',
		);
		expect(citationText('ЗМСМА; ЗУТ', EN)).toBe(
			'Local Self-Government and Local Administration Act („ЗМСМА“); Spatial Planning Act („ЗУТ“)',
		);
	});
});
