import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTrainingPlanModel, type TrainingPlanModel } from '#exports/training-plan/model.ts';
import { trainingPlanWorkbook } from '#exports/training-plan/workbook.ts';
import { workbookBytes } from '#exports/shared/write.ts';
import {
	computeCoverage,
	computePlanTotals,
	deriveNeeds,
	settledState,
	suggestPlanItems,
	TRAINING_FUNDING,
	type NeedInput,
	type PlanItem,
	type TrainingNeed,
} from '#lib/domain/training/index.ts';
import { eurCents, isoDate } from '#lib/domain/shared/index.ts';
import { anyNeedInput } from '#tests/support/random-training.ts';
import { readBack } from '#tests/support/workbook.ts';
import { aCourse, anItem } from '../domain/training/builders.ts';

const COURSES = ['zop', 'zut', 'law'].map((skill, at) =>
	aCourse(`c-${skill}`, skill, { levelTo: 5, places: 3, pricePerPerson: eurCents(1000 * (at + 1) + 50) }),
);

/** A world with one of its operations taken away; the operation that went. */
const removal = fc.tuple(anyNeedInput, fc.nat(5)).map(([whole, at]) => {
	const gone = whole.changes[at]?.operationId ?? null;
	return {
		whole,
		gone,
		rest: { ...whole, changes: whole.changes.filter((one) => one.operationId !== gone) },
	};
});

/** The plan that takes every suggested group, as the page and the workbook get it. */
function planOf(world: NeedInput): {
	readonly needs: readonly TrainingNeed[];
	readonly model: TrainingPlanModel;
} {
	const needs = deriveNeeds(world);
	const items: readonly PlanItem[] = suggestPlanItems({ needs, courses: COURSES, year: 2026 }).items.map(
		(item, at) =>
			anItem(`i${at}`, {
				competencyKey: item.competencyKey,
				needKeys: item.needKeys,
				participants: item.employeeIds,
				openSeats: item.openSeats,
				quarter: item.quarter,
				pricePerPerson: eurCents(item.total / Math.max(1, item.employeeIds.length + item.openSeats)),
			}),
	);
	const coverage = computeCoverage(needs, items);
	const { structure } = world.after;
	const model = buildTrainingPlanModel({
		colophon: {
			municipality: structure.municipality,
			asOf: world.asOf,
			structureValidFrom: structure.validFrom,
			createdAt: '2026-01-15T08:30:00.000Z',
			madeBy: 'Петя Колева',
			snapshotId: '9f2c4e1ab07d',
			locale: 'bg',
		},
		structure,
		plan: { year: 2026, state: 'draft', items },
		needs: needs.map((need) => ({ ...need, state: settledState(need, coverage.get(need.key)) })),
		competencies: world.competencies,
		employees: world.employees,
		sessions: [],
		attended: [],
		otherLines: [],
		weights: { shortage: 1, people: 1, law: 1, deadline: 1 },
		targets: [],
		ruleNames: new Map(),
		functionTexts: new Map(),
		notHeld: new Map(),
		showNames: true,
	});
	return { needs, model };
}

function expectAgreement({ needs, model }: ReturnType<typeof planOf>): void {
	const totals = computePlanTotals(model.input.plan.items);
	const sum = (values: readonly (number | null)[]) =>
		values.reduce<number>((all, one) => all + (one ?? 0), 0);
	expect(model.totals).toEqual(totals);
	expect(sum(model.rows.map((row) => row.seats))).toBe(totals.all.seats);
	expect(sum(model.rows.map((row) => row.cost))).toBe(totals.all.cost);
	expect(model.needs.map(({ need }) => need.key).sort()).toEqual(needs.map((need) => need.key).sort());
	const known = new Set(needs.map((need) => need.key));
	for (const item of model.input.plan.items) for (const key of item.needKeys) expect(known).toContain(key);
	// Everybody who needs a competency has one seat for it, and nobody else has one.
	const wanted = new Set(
		needs.flatMap((need) =>
			need.competencyKey === null
				? []
				: need.people.map((one) => `${one.employeeId} ${need.competencyKey ?? ''}`),
		),
	);
	const seated = model.input.plan.items.flatMap((item) =>
		item.participants.map((one) => `${one} ${item.competencyKey}`),
	);
	expect([...seated].sort()).toEqual([...wanted].sort());
}

test('taking an operation away takes its needs away, and needs, plan and workbook still add up (N24)', () => {
	fc.assert(
		fc.property(removal, ({ whole, gone, rest }) => {
			const after = planOf(rest);
			expect(after.needs.some(({ cause }) => 'operationId' in cause && cause.operationId === gone)).toBe(
				false,
			);
			expect(after.needs).toEqual(
				deriveNeeds(whole).filter(({ cause }) => !('operationId' in cause && cause.operationId === gone)),
			);
			expectAgreement(planOf(whole));
			expectAgreement(after);
		}),
	);
});

test('the written workbook says the seats and the money of the plan, also after an operation is gone', async () => {
	await fc.assert(
		fc.asyncProperty(removal, async ({ rest }) => {
			const { model } = planOf(rest);
			const workbook = await readBack(await workbookBytes(trainingPlanWorkbook(model)));
			const total = 5 + model.rows.length;
			const sheet = workbook.getWorksheet('План');
			if (model.rows.length === 0) return;
			expect(sheet?.getCell(total, 7).result).toBe(model.totals.all.seats);
			expect(sheet?.getCell(total, 14).result).toBeCloseTo(model.totals.all.cost / 100, 6);
			// The sums of the budget stand under its four sources of money.
			const budget = workbook.getWorksheet('Бюджет');
			expect(budget?.getCell(5 + TRAINING_FUNDING.length, 6).result).toBeCloseTo(
				model.totals.all.cost / 100,
				6,
			);
		}),
		{ numRuns: 12 },
	);
});

test('a date of the plan is never after the operation takes effect', () => {
	fc.assert(
		fc.property(removal, ({ rest }) => {
			const ofChange = deriveNeeds(rest).filter(({ cause }) => 'operationId' in cause);
			for (const need of ofChange) expect(need.deadline).toBe(isoDate('2026-06-30'));
		}),
	);
});
