import { expect, it } from 'vitest';
import { accountableUnits, lookUp, type Structure } from '#lib/domain/org/index.ts';
import { findOverlaps } from '#lib/domain/overlap/index.ts';
import { demo } from '#tests/support/fixtures.ts';

const pairKey = (a: string, b: string) => [a, b].sort().join(' ');

/** Labels by pair, from the words alone: neither powers nor policy areas are given. */
function labels(structure: Structure): readonly (readonly [string, string])[] {
	const lookup = lookUp(structure);
	const statements = structure.functions.map((fn) => ({
		id: fn.key as string,
		unit: accountableUnits(lookup, fn.key)[0] ?? '',
		text: fn.text.bg,
	}));
	const { corpus, pairs } = findOverlaps(statements);
	const idOf = (at: number) => corpus.statements[at]?.id ?? '';
	return pairs.map((pair) => [pairKey(idOf(pair.a), idOf(pair.b)), pair.label]);
}

const found = new Map(demo.structures.flatMap(labels));
const labelsOf = (pairs: readonly { readonly a: string; readonly b: string }[]) =>
	pairs.map(({ a, b }) => `${pairKey(a, b)} ${found.get(pairKey(a, b)) ?? 'not found'}`);

it('every planted duplication is found as one', () => {
	const { duplications } = demo.plantedTruth;
	expect(labelsOf(duplications)).toEqual(duplications.map(({ a, b }) => `${pairKey(a, b)} duplication`));
});

it('every planted overlap is found as one', () => {
	const { overlaps } = demo.plantedTruth;
	expect(labelsOf(overlaps)).toEqual(overlaps.map(({ a, b }) => `${pairKey(a, b)} overlap`));
});

it('no decoy is taken for a duplication or an overlap', () => {
	const wrong = labelsOf(demo.plantedTruth.decoys.pairs).filter((item) =>
		/ (duplication|overlap)$/.test(item),
	);
	expect(wrong).toEqual([]);
});

it('nothing but the planted pairs is called a duplication between two units', () => {
	const planted = new Set(demo.plantedTruth.duplications.map(({ a, b }) => pairKey(a, b)));
	const more = [...found].filter(([key, label]) => label === 'duplication' && !planted.has(key));
	expect(more.map(([key]) => key)).toEqual([]);
});
