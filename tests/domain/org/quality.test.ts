import { describe, expect, it } from 'vitest';
import { findQualityProblems, qualityRules, type Structure } from '#lib/domain/org/index.ts';
import { headcount, isoDate } from '#lib/domain/shared/index.ts';
import {
	aFunction,
	anActivity,
	aPost,
	aStructure,
	aUnit,
	takesPart,
} from '#tests/support/small-structure.ts';

const rules = qualityRules(isoDate('2026-11-22')); // 2026 − 3: counted in 2023 or later
const sound: Structure = aStructure({
	units: [aUnit('a', null), aUnit('b', 'a')],
	posts: [aPost('p', 'a', 1), aPost('q', 'b', 2)],
	functions: [aFunction('f', { text: { bg: 'Издава скици', en: null } })],
	participations: [takesPart('f', 'a'), takesPart('f', 'b', 'participates')],
	activities: [anActivity('w', 'f', 'a', { dataYear: 2023 })],
});

function problems(more: Partial<Structure>): readonly string[] {
	return findQualityProblems({ ...sound, ...more }, rules).map(
		({ code, subject }) => `${code} ${subject.key}`,
	);
}

const fn = (more: Parameters<typeof aFunction>[1]) => ({
	functions: [aFunction('f', { text: { bg: 'Издава скици', en: null }, ...more })],
});
const reconstructed = { verification: 'reconstructed', source: 'разчетено', asOf: null } as const;

describe('the list of what is wrong with the data', () => {
	it('is empty for sound data', () => {
		expect(problems({})).toEqual([]);
	});

	it('names functions without owner, with two, and with more than the whole of the work shared out', () => {
		expect(problems({ participations: [takesPart('f', 'b', 'participates')] })).toEqual([
			'function-without-owner f',
		]);
		expect(problems({ participations: [takesPart('f', 'a'), takesPart('f', 'b')] })).toEqual([
			'function-several-owners f',
		]);
	});

	it('names functions without legal basis, and supporting ones without category', () => {
		expect(problems(fn({ bases: [] }))).toEqual(['function-without-basis f']);
		expect(problems(fn({ kind: 'support' }))).toEqual(['function-without-category f']);
		expect(problems(fn({ kind: 'support', generalCategory: 'legal' }))).toEqual([]);
	});

	it('names statements without a verb and with several', () => {
		expect(problems(fn({ text: { bg: 'Скици и планове', en: null } }))).toEqual(['function-without-verb f']);
		expect(problems(fn({ text: { bg: 'Издава и регистрира скици', en: null } }))).toEqual([
			'function-several-verbs f',
		]);
	});

	it('names an owner with no post in it or below; posts below are enough', () => {
		expect(problems({ posts: [aPost('q', 'b', 2)] })).toEqual([]);
		expect(problems({ posts: [] })).toEqual(['owner-without-posts f']);
	});

	it('names posts of unknown cost and more people than posts', () => {
		expect(problems({ posts: [aPost('p', 'a', 1, { annualCost: null }), aPost('q', 'b', 2)] })).toEqual([
			'post-without-cost p',
		]);
		expect(problems({ posts: [aPost('p', 'a', 1, { occupied: headcount(2) }), aPost('q', 'b', 2)] })).toEqual(
			['occupied-above-approved p'],
		);
	});

	it('names activities that nobody counted or timed, and those counted too long ago', () => {
		const activity = (more: Parameters<typeof anActivity>[3]) => ({
			activities: [anActivity('w', 'f', 'a', { dataYear: 2023, ...more })],
		});
		expect(problems(activity({ annualVolume: null }))).toEqual(['activity-without-volume w']);
		expect(problems(activity({ minutes: null }))).toEqual(['activity-without-minutes w']);
		expect(problems(activity({ dataYear: 2022 }))).toEqual(['activity-old-data w']);
	});

	it('names the second of two units of one name, also when only Latin look-alikes differ', () => {
		const units = [aUnit('a', null, { name: { bg: 'Отдел „Елена“', en: null } }), aUnit('b', 'a')];
		const twin = aUnit('c', 'a', { name: { bg: 'ОТДЕЛ "Eлена"', en: null }, kind: 'office' });
		// The E of the twin is Latin: it is the same name and a word of two alphabets.
		expect(problems({ units: [...units, twin] })).toEqual(['same-name-units c', 'mixed-letters c']);
	});

	it('leaves wholly Latin words alone', () => {
		expect(problems(fn({ text: { bg: 'Поддържа системите GIS и WEB', en: null } }))).toEqual([]);
	});

	it('names the same statement twice only inside one unit; between units it is an overlap', () => {
		const again = aFunction('g', { text: { bg: 'издава  СКИЦИ', en: null } });
		const functions = [...sound.functions, again];
		expect(problems({ functions, participations: [...sound.participations, takesPart('g', 'a')] })).toEqual([
			'same-text-functions g',
		]);
		expect(problems({ functions, participations: [...sound.participations, takesPart('g', 'b')] })).toEqual(
			[],
		);
	});

	it('names what no source confirms', () => {
		expect(problems({ units: [aUnit('a', null, { origin: reconstructed }), aUnit('b', 'a')] })).toEqual([
			'unit-reconstructed a',
		]);
	});
});
