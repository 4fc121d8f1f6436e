import { describe, expect, it } from 'vitest';
import { loadFixtures } from '#fixtures/load.ts';
import {
	findFragmentedAreas,
	findFragmentedFunctions,
	findGaps,
	findOverlaps,
	findStructureOverlaps,
} from '#lib/domain/overlap/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';

const { structures, plantedTruth, powers } = loadFixtures();
const OPTIONS = { above: 0.5, minimumHours: 850 };

/** Label of each pair of function keys, in both orders. */
function labels(found: readonly { a: string; b: string; label: string }[]): ReadonlyMap<string, string> {
	return new Map(
		found.flatMap(({ a, b, label }) => [
			[`${a} ${b}`, label],
			[`${b} ${a}`, label],
		]),
	);
}

const byStructure = labels(
	structures.flatMap((structure) =>
		findStructureOverlaps([structure]).pairs.map(({ a, b, label }) => ({
			a: a.functionKey,
			b: b.functionKey,
			label,
		})),
	),
);

/** The same texts with nothing but id, unit and text, as the terminal gets them. */
const byText = labels(
	structures.flatMap((structure) => {
		const statements = structure.functions.map(({ key, text }) => ({ id: key, unit: '', text: text.bg }));
		return findOverlaps(statements).pairs.map(({ a, b, label }) => ({
			a: statements[a]?.id ?? '',
			b: statements[b]?.id ?? '',
			label,
		}));
	}),
);

describe.each([
	['with the structure', byStructure],
	['with the texts alone', byText],
])('the planted truth %s', (_, found) => {
	it('holds no duplication that is missed', () => {
		const missed = plantedTruth.duplications.filter(({ a, b }) => found.get(`${a} ${b}`) !== 'duplication');
		expect(missed).toEqual([]);
	});

	it('holds no overlap that is missed', () => {
		const missed = plantedTruth.overlaps.filter(
			({ a, b }) => !['overlap', 'duplication'].includes(found.get(`${a} ${b}`) ?? ''),
		);
		expect(missed).toEqual([]);
	});

	it('holds every pair that is called a duplication, one of them as an overlap', () => {
		const inBothOrders = (pairs: readonly { a: string; b: string }[]) =>
			new Set(pairs.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
		const [planted, overlaps] = [plantedTruth.duplications, plantedTruth.overlaps].map(inBothOrders);
		const more = [...found].flatMap(([pair, label]) =>
			label === 'duplication' && !planted?.has(pair) ? [pair] : [],
		);
		expect(more.filter((pair) => !overlaps?.has(pair))).toEqual([]);
		// „Координира работата на социалните услуги …“ ║ „Координира предоставянето на социални услуги …“, both ways round
		expect(more.length).toBe(2);
	});

	it('holds no decoy that is taken for an overlap', () => {
		const wrong = plantedTruth.decoys.pairs.filter(({ a, b }) =>
			['overlap', 'duplication'].includes(found.get(`${a} ${b}`) ?? ''),
		);
		expect(wrong).toEqual([]);
	});
});

describe.each(structures.map((structure) => [structure.municipality.slug, structure] as const))(
	'the planted gaps of %s',
	(slug, structure) => {
		const gaps = findGaps(structure, powers, isoDate('2026-01-01'));
		const planted = (list: readonly { municipality: string; key: string }[]) =>
			list.filter(({ municipality }) => municipality === slug).map(({ key }) => key);

		it('are the powers that no function serves, and no others', () => {
			const sorted = (keys: readonly string[]) => [...keys].sort();
			expect(sorted(gaps.powersWithoutFunction)).toEqual(sorted(planted(plantedTruth.gaps)));
		});

		it('are functions without basis, without owner and with several owners', () => {
			expect(gaps.functionsWithoutBasis).toEqual(expect.arrayContaining(planted(plantedTruth.withoutBasis)));
			expect(gaps.functionsWithoutOwner).toEqual(planted(plantedTruth.withoutOwner));
			expect(gaps.functionsWithSeveralOwners).toEqual(planted(plantedTruth.severalOwners));
		});

		it('are fragmented functions and areas', () => {
			const functions = findFragmentedFunctions(structure, OPTIONS).filter(({ isAlert }) => isAlert);
			const areas = findFragmentedAreas(structure, OPTIONS).filter(({ isAlert }) => isAlert);
			expect(functions.map(({ functionKey }) => functionKey)).toEqual(
				expect.arrayContaining(planted(plantedTruth.fragmentedFunctions)),
			);
			expect(areas.map(({ policyArea }) => policyArea)).toEqual(
				expect.arrayContaining(planted(plantedTruth.fragmentedAreas)),
			);
		});
	},
);
