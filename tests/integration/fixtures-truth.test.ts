import { describe, expect, it } from 'vitest';
import { makeCalendar } from '#lib/domain/legal/index.ts';
import { checkRules, checkStructure, lookUp, type Structure } from '#lib/domain/org/index.ts';
import { checkRules as checkRulesOfLaw } from '#lib/domain/scenario/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { computeCompetencyCells } from '#lib/domain/training/index.ts';
import { computeUnitWorkloads } from '#lib/domain/workload/index.ts';
import { demo } from '#tests/support/fixtures.ts';

const truth = demo.plantedTruth;
const asOf = isoDate('2026-01-15');
const keysOf = (items: readonly { readonly municipality: string; readonly key: string }[], slug: string) =>
	items
		.filter((item) => item.municipality === slug)
		.map((item) => item.key)
		.sort();

describe('what is planted is enough and points at functions that exist', () => {
	const functions = new Map(
		demo.structures.flatMap(({ functions: own }) => own).map((fn) => [fn.key as string, fn]),
	);

	it('has at least 6 duplications, 8 overlaps and 16 decoys, all in different wording or place', () => {
		expect(truth.duplications.length).toBeGreaterThanOrEqual(6);
		expect(truth.overlaps.length).toBeGreaterThanOrEqual(8);
		expect(truth.decoys.pairs.length).toBeGreaterThanOrEqual(16);
		for (const pair of [...truth.duplications, ...truth.overlaps, ...truth.decoys.pairs]) {
			expect(functions.has(pair.a) && functions.has(pair.b), `${pair.a} ${pair.b}`).toBe(true);
			expect(pair.a).not.toBe(pair.b);
		}
	});

	it('duplications serve the same power in the same area and are worded differently', () => {
		for (const { a, b } of truth.duplications) {
			const [one, other] = [functions.get(a), functions.get(b)];
			expect(one?.policyArea).toBe(other?.policyArea);
			expect(
				one?.powers.some((power) => other?.powers.includes(power)),
				`${a} ${b}`,
			).toBe(true);
			expect(one?.text.bg).not.toBe(other?.text.bg);
		}
	});

	it('a pair is planted once only', () => {
		const pairs = [...truth.duplications, ...truth.overlaps, ...truth.decoys.pairs].map(({ a, b }) =>
			[a, b].sort().join(' '),
		);
		expect(new Set(pairs).size).toBe(pairs.length);
	});
});

describe.each(demo.structures.map((structure) => [structure.municipality.slug, structure] as const))(
	'the truth of %s agrees with the data',
	(slug, structure) => {
		it('gaps are exactly the powers that no function serves', () => {
			const served = new Set(structure.functions.flatMap((fn) => fn.powers));
			const uncovered = demo.powers.map((power) => power.key).filter((key) => !served.has(key));
			expect(keysOf(truth.gaps, slug)).toEqual([...uncovered].sort());
		});

		it('loads fall into the planted classes, and nothing else is overloaded, low or insufficient', () => {
			const classes = workloadClasses(structure);
			expect(classes.get('overloaded') ?? []).toEqual(keysOf(truth.overloaded, slug));
			expect(classes.get('low') ?? []).toEqual(keysOf(truth.underloaded, slug));
			expect(classes.get('insufficient-data') ?? []).toEqual(keysOf(truth.insufficient, slug));
		});

		it('design flaws are exactly the planted ones', () => {
			const found = checkStructure(structure, checkRules(demo.parameters, asOf, structure.municipality.id));
			const keys = (code: string) =>
				found
					.filter((item) => item.code === code)
					.map((item) => item.subject.key)
					.sort();
			expect(keys('org/manager-with-one-report')).toEqual(keysOf(truth.singleReport, slug));
			expect(keys('org/unit-with-one-sub-unit')).toEqual(keysOf(truth.singleSubUnit, slug));
			expect(keys('org/function-without-basis')).toEqual(keysOf(truth.withoutBasis, slug));
			expect(keys('org/function-without-accountable')).toEqual(keysOf(truth.withoutOwner, slug));
			expect(keys('org/function-with-several-accountable')).toEqual(keysOf(truth.severalOwners, slug));
			expect(keys('org/unit-without-head')).toEqual(
				truth.rules
					.filter((item) => item.rule === 'R08' && item.municipality === slug)
					.map((item) => item.key),
			);
		});

		it('internal audit has the planted operational functions and no others', () => {
			const verdict = checkRulesOfLaw({
				structure,
				parameters: demo.parameters,
				powers: demo.powers,
				asOf,
			}).find(({ rule }) => rule === 'R17');
			const planted = truth.rules.filter((item) => item.rule === 'R17' && item.municipality === slug);
			expect(verdict?.items.map(({ key }) => key)).toEqual(planted.map(({ key }) => key));
		});

		it('what looks strange but is in order is in none of the lists of units', () => {
			const classes = workloadClasses(structure);
			const wrong = [...(classes.get('overloaded') ?? []), ...(classes.get('low') ?? [])];
			for (const key of keysOf(truth.decoys.units, slug)) expect(wrong).not.toContain(key);
		});

		it('training gaps are exactly the planted ones', () => {
			const cells = computeCompetencyCells(lookUp(structure), { ...demo, asOf: isoDate('2026-11-01') });
			const found = cells
				.filter((cell) => (cell.gap ?? 0) > 0)
				.map((cell) => `${cell.employeeId} ${cell.competencyKey}`);
			const own = new Set<string>(cells.map((cell) => cell.employeeId));
			const planted = truth.trainingGaps.filter((gap) => own.has(gap.employee));
			expect(found.sort()).toEqual(planted.map((gap) => `${gap.employee} ${gap.competency}`).sort());
		});
	},
);

/** Keys of the units of each class, own work only, sorted. */
function workloadClasses(structure: Structure): ReadonlyMap<string, readonly string[]> {
	const report = computeUnitWorkloads(structure, demo.parameters, asOf, makeCalendar(demo.calendar));
	if (!report.ok) throw new Error(report.error.code);
	const units = [...report.value.units.values()];
	const byClass = Map.groupBy(units, (unit) => unit.own.class);
	return new Map([...byClass].map(([name, group]) => [name, group.map((unit) => unit.unitKey).sort()]));
}
