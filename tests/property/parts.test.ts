import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ADMINISTRATION_PARTS, isPartMixed } from '#lib/domain/org/index.ts';
import { checkFacts, councilRows, type CouncilUnit } from '#lib/domain/publication/index.ts';
import { applyOperations, type Operation } from '#lib/domain/scenario/index.ts';
import { demoStructure } from '#tests/support/fixtures.ts';
import { LIMITS, listed, operation } from '#tests/support/operations.ts';
import { factsOf } from '#tests/support/papers-world.ts';
import { randomScenario } from '#tests/support/random-scenario.ts';
import { smallStructure } from '#tests/support/small-structure.ts';

const elena = demoStructure('elena');
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const after = (lines: readonly CouncilUnit[]) => sum(lines.map(({ posts }) => posts.after));

/** Units of Елена put elsewhere, one move after the other; those that are refused are left out. */
const randomMoves: fc.Arbitrary<readonly Operation[]> = fc
	.array(fc.tuple(fc.nat(elena.units.length - 1), fc.nat(elena.units.length - 1)), { maxLength: 6 })
	.map((wishes) =>
		wishes.reduce<readonly Operation[]>((moves, [unit, parent]) => {
			const payload = { unitKey: elena.units[unit]!.key, parentKey: elena.units[parent]!.key };
			const more = listed(...moves, operation('unit-move', payload));
			return applyOperations(elena, more, LIMITS).ok ? more : moves;
		}, []),
	);

/** What must hold of every change, whatever it is. */
function expectParts(structure: typeof elena, operations: readonly Operation[]): void {
	const facts = factsOf(structure, operations);
	const { after: numbers } = facts.numbers;
	const whole = numbers.administration + numbers.outside;
	const rows = councilRows(facts, 'after');
	const lines = [...facts.units, ...facts.other];
	expect(checkFacts(facts)).toEqual([]);
	expect(sum(ADMINISTRATION_PARTS.map((part) => numbers.byPart[part]))).toBe(whole);
	expect(sum(facts.report.structureAfter.map(({ own }) => own))).toBe(whole);
	for (const part of ADMINISTRATION_PARTS)
		expect(after(lines.filter((line) => line.part === part))).toBe(numbers.byPart[part]);
	// after the change a unit has its posts in one line, of its own part, with the number that annex 1 draws
	for (const { key, part, posts } of rows) {
		const own = facts.units.filter((line) => line.key === key);
		expect(after(own)).toBe(posts);
		expect(own.filter((line) => line.posts.after > 0).every((line) => line.part === part)).toBe(true);
	}
	const drawn = new Set(rows.map(({ key }) => key));
	expect(facts.units.filter(({ key, posts }) => posts.after > 0 && !drawn.has(key))).toEqual([]);
}

it('parts, units and annexes add up alike over random scenarios', () => {
	fc.assert(
		fc.property(randomScenario, (operations) => {
			expectParts(smallStructure(), operations);
		}),
		{ numRuns: 60 },
	);
});

it('no unit of the small structure is of another part than its place after a random scenario', () => {
	fc.assert(
		fc.property(randomScenario, (operations) => {
			const units = factsOf(smallStructure(), operations).report.structureAfter.map(({ unit }) => unit);
			for (const unit of units) {
				const superior = units.find(({ key }) => key === unit.parentKey);
				if (superior) expect(isPartMixed(unit, superior)).toBe(false);
			}
		}),
		{ numRuns: 60 },
	);
});

it('parts, units and annexes add up alike wherever the units of Елена are put', () => {
	fc.assert(
		fc.property(randomMoves, (moves) => {
			expectParts(elena, moves);
		}),
		{ numRuns: 15 },
	);
});
