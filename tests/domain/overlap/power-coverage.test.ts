import { describe, expect, it } from 'vitest';
import { coverPowers } from '#lib/domain/overlap/index.ts';
import { demo, demoStructure } from '#tests/support/fixtures.ts';
import { isoDate } from '#lib/domain/shared/index.ts';

const structure = demoStructure('elena');
const asOf = isoDate('2026-11-21');
const without = (key: string) => ({
	...structure,
	functions: structure.functions.map((fn) => ({ ...fn, powers: fn.powers.filter((one) => one !== key) })),
});

describe('a power', () => {
	const coverage = coverPowers(structure, demo.powers, asOf);
	const covered = coverage.find(({ functions }) => functions.length > 0)!;

	it('is covered by the functions that name it, and then needs no hint', () => {
		expect(covered.hints).toEqual([]);
		const [key] = covered.functions;
		expect(structure.functions.find((fn) => fn.key === key)?.powers).toContain(covered.power.key);
	});

	it('is not covered by a near wording: that is a hint', () => {
		const bare = without(covered.power.key);
		const first = bare.functions[0]!;
		const said = { ...bare, functions: [{ ...first, text: covered.power.text, bases: [] }] };
		const [found] = coverPowers(said, [covered.power], asOf);
		expect(found?.functions).toEqual([]);
		expect(found?.hints).toEqual([{ functionKey: first.key, why: 'similar', score: 1 }]);
	});

	it('is hinted at by a function with the same provision before one with near words', () => {
		const { power } = covered;
		const bare = without(power.key);
		const [first, second] = bare.functions;
		const basis = { actKey: power.actKey, reference: power.reference };
		const functions = [
			{ ...first!, text: power.text, bases: [] },
			{ ...second!, text: { bg: 'Поддържа уличното осветление', en: null }, bases: [basis] },
		];
		const [found] = coverPowers({ ...bare, functions }, [power], asOf);
		expect(found?.hints.map(({ why }) => why)).toEqual(['same-basis', 'similar']);
	});

	it('that is no longer in force is not asked about', () => {
		expect(coverPowers(structure, [{ ...covered.power, validTo: isoDate('2020-01-01') }], asOf)).toEqual([]);
	});
});
