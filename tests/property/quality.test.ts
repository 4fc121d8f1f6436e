import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	accountableUnits,
	findQualityProblems,
	lookUp,
	qualityRules,
	type QualityProblem,
	type Structure,
} from '#lib/domain/org/index.ts';
import { annualVolume, eurCents, headcount, isoDate, minutes, share } from '#lib/domain/shared/index.ts';
import {
	aFunction,
	anActivity,
	aPost,
	aStructure,
	aUnit,
	takesPart,
} from '#tests/support/small-structure.ts';

const rules = qualityRules(isoDate('2026-11-22'));
const verified = { verification: 'verified', source: 'Решение № 1', asOf: null } as const;
const found = { verification: 'reconstructed', source: 'разчетено', asOf: null } as const;

const anyOrigin = fc.constantFrom(verified, found);
const anyText = fc.constantFrom(
	'Издава скици',
	'Скици и планове',
	'Издава и регистрира скици',
	'Издава cкици',
);
const anyStructure = fc
	.record({
		origins: fc.tuple(anyOrigin, anyOrigin, anyOrigin),
		texts: fc.tuple(anyText, anyText),
		kind: fc.constantFrom('service' as const, 'support' as const),
		hasBasis: fc.boolean(),
		owners: fc.subarray(['a', 'b', 'c'] as const),
		shares: fc.tuple(fc.constantFrom(0.25, 0.75), fc.constantFrom(0.25, 0.75)),
		hasPosts: fc.boolean(),
		occupied: fc.constantFrom(1, 2),
		hasCost: fc.boolean(),
		volume: fc.option(fc.constant(annualVolume(5))),
		hasMinutes: fc.boolean(),
		year: fc.constantFrom(2014, 2025),
		twin: fc.boolean(),
	})
	.map((given): Structure =>
		aStructure({
			units: [
				aUnit('a', null, { origin: given.origins[0] }),
				aUnit('b', 'a', { name: { bg: 'Отдел „Елена“', en: null } }),
				aUnit('c', 'a', { name: { bg: given.twin ? 'Отдел „Eлена“' : 'Отдел „Друг“', en: null } }),
			],
			posts: given.hasPosts
				? [
						aPost('p', 'b', 1, {
							occupied: headcount(given.occupied),
							annualCost: given.hasCost ? eurCents(1) : null,
							origin: given.origins[1],
						}),
					]
				: [],
			functions: given.texts.map((bg, at) =>
				aFunction(`f${at}`, {
					text: { bg, en: null },
					kind: given.kind,
					bases: given.hasBasis ? [{ actKey: 'zmsma', reference: { article: '44' } }] : [],
					origin: given.origins[2],
				}),
			),
			participations: [0, 1].flatMap((at) =>
				given.owners.map((unit) =>
					takesPart(`f${at}`, unit, 'accountable', { share: share(given.shares[at] ?? 0.25) }),
				),
			),
			activities: [
				anActivity('w', 'f0', 'a', {
					annualVolume: given.volume,
					dataYear: given.year,
					...(given.hasMinutes ? {} : { minutes: null }),
				}),
			],
		}),
	);

test('mending a problem takes it off the list and puts no other of its kind on it', () => {
	fc.assert(
		fc.property(anyStructure, (structure) => {
			const before = findQualityProblems(structure, rules);
			for (const problem of before) {
				const after = findQualityProblems(mend(structure, problem), rules);
				const names = (list: readonly QualityProblem[]) =>
					list.filter(({ code }) => code === problem.code).map(({ subject }) => subject.key);
				const left = names(before).filter((key) => key !== problem.subject.key);
				expect(left, problem.code).toEqual(expect.arrayContaining(names(after)));
				expect(names(after), problem.code).not.toContain(problem.subject.key);
			}
		}),
	);
});

test('each thing has a problem of one kind at most once', () => {
	fc.assert(
		fc.property(anyStructure, (structure) => {
			const names = findQualityProblems(structure, rules).map(
				({ code, subject }) => `${code} ${subject.key}`,
			);
			expect(new Set(names).size).toBe(names.length);
		}),
	);
});

/** What the form that a problem leads to does, in its simplest way. */
function mend(structure: Structure, { code, subject }: QualityProblem): Structure {
	const { key } = subject;
	const each = <T extends { readonly key: string }>(list: readonly T[], change: Partial<T>): readonly T[] =>
		list.map((one) => (one.key === key ? { ...one, ...change } : one));
	const others = structure.participations.filter((part) => part.functionKey !== key);
	const own = structure.participations.filter((part) => part.functionKey === key);
	const onlyOwner = takesPart(key, accountableUnits(lookUp(structure), key as never)[0] ?? 'a');
	switch (code) {
		case 'function-without-owner':
		case 'function-several-owners':
			return { ...structure, participations: [...others, onlyOwner] };
		case 'function-shares-above-one':
			return { ...structure, participations: [...others, ...own.map((part) => ({ ...part, share: null }))] };
		case 'owner-without-posts':
			return {
				...structure,
				posts: [...structure.posts, aPost('new', 'a', 1), aPost('nb', 'b', 1), aPost('nc', 'c', 1)],
			};
		case 'unit-without-function':
			return {
				...structure,
				participations: [...structure.participations, takesPart('f0', key, 'participates')],
			};
		case 'function-without-basis':
			return {
				...structure,
				functions: each(structure.functions, { bases: [{ actKey: 'zmsma', reference: {} }] }),
			};
		case 'function-without-category':
			return { ...structure, functions: each(structure.functions, { generalCategory: 'legal' }) };
		case 'function-without-verb':
		case 'function-several-verbs':
		case 'same-text-functions':
			return {
				...structure,
				functions: each(structure.functions, { text: { bg: `Води регистър ${key}`, en: null } }),
			};
		case 'post-without-cost':
			return { ...structure, posts: each(structure.posts, { annualCost: eurCents(1) }) };
		case 'occupied-above-approved':
			return { ...structure, posts: each(structure.posts, { occupied: headcount(1) }) };
		case 'activity-without-volume':
			return { ...structure, activities: each(structure.activities, { annualVolume: annualVolume(1) }) };
		case 'activity-without-minutes': {
			const three = { low: minutes(1), usual: minutes(2), high: minutes(3) };
			return { ...structure, activities: each(structure.activities, { minutes: three }) };
		}
		case 'activity-old-data':
			return { ...structure, activities: each(structure.activities, { dataYear: 2026 }) };
		case 'same-name-units':
		case 'mixed-letters':
			return {
				...structure,
				units: each(structure.units, { name: { bg: `Отдел ${key} нов`.replace(key, 'друг'), en: null } }),
				functions: each(structure.functions, { text: { bg: 'Води регистър', en: null } }),
			};
		case 'unit-reconstructed':
			return { ...structure, units: each(structure.units, { origin: verified }) };
		case 'post-reconstructed':
			return { ...structure, posts: each(structure.posts, { origin: verified }) };
		case 'function-reconstructed':
			return { ...structure, functions: each(structure.functions, { origin: verified }) };
	}
}
