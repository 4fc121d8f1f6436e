import { MEASUREMENT_METHODS, type WorkloadAllowance } from '#lib/domain/org/index.ts';
import { headcount, hoursPerYear, share, type UnitKey } from '#lib/domain/shared/index.ts';
import type { ActivityFigures, AllowanceError, FiguresError } from '#lib/domain/workload/index.ts';
import {
	choice,
	decimal,
	id,
	monthList,
	optionalDecimal,
	revision,
	text,
	wholeNumber,
} from '#lib/forms/index.ts';
import type { FieldIssue } from '#lib/forms/index.ts';
import type { ActivityNamed } from '#lib/server/services/workload-activity.ts';
import type { EditRefusal } from '#lib/server/services/workload-write.ts';
import { z } from 'zod';

/** More than a person can do or count in a year is a slip of the hand. */
const LIMITS = { volume: 10_000_000, minutes: 100_000, hours: 8784, staff: 10_000 } as const;

const figureFields = {
	volume: optionalDecimal({ min: 0, max: LIMITS.volume }),
	months: monthList(LIMITS.volume),
	low: optionalDecimal({ min: 0, max: LIMITS.minutes }),
	usual: optionalDecimal({ min: 0, max: LIMITS.minutes }),
	high: optionalDecimal({ min: 0, max: LIMITS.minutes }),
	method: choice(MEASUREMENT_METHODS),
	year: wholeNumber({ min: 2000, max: 2100 }),
	source: text(300),
};

/** What the activity is called, what is counted and which unit does it; left out, it stays as it is. */
const namedFields = { name: text(300).optional(), measure: text(80).optional(), unitKey: id().optional() };

export const activityForm = z.object({ key: id(), revision: revision(), ...namedFields, ...figureFields });

export const newActivityForm = z.object({
	function: id(),
	post: z.union([z.literal(''), id()]).optional(),
	name: text(300),
	measure: text(80),
	...figureFields,
});

export function activityFigures(
	form: Pick<z.infer<typeof activityForm>, keyof typeof figureFields>,
): ActivityFigures {
	const { volume, months, low, usual, high, method, year, source } = form;
	return { annualVolume: volume, months, minutes: { low, usual, high }, method, dataYear: year, source };
}

export function activityNamed({ name, measure, unitKey }: z.infer<typeof activityForm>): ActivityNamed {
	return {
		...(name !== undefined && { name }),
		...(measure !== undefined && { unitOfMeasure: measure }),
		...(unitKey !== undefined && { unitKey: unitKey as UnitKey }),
	};
}

export const allowanceForm = z
	.object({
		name: text(200),
		kind: choice(['category', 'individual']),
		measure: choice(['share', 'hours']),
		amount: decimal({ min: 0, max: LIMITS.hours }),
		staff: optionalDecimal({ min: 0, max: LIMITS.staff }),
		source: text(300),
	})
	.superRefine((form, check) => {
		const isPercent = form.kind === 'category' && form.measure === 'share';
		if (isPercent && form.amount > 100)
			check.addIssue({ code: 'custom', path: ['amount'], message: 'code:percent' });
		if (form.kind === 'individual' && form.staff === null)
			check.addIssue({ code: 'custom', path: ['staff'], message: 'code:staff-required' });
	});

export function allowanceOf(form: z.infer<typeof allowanceForm>, unitKey: UnitKey): WorkloadAllowance {
	const common = { unitKey, name: { bg: form.name, en: null }, source: form.source };
	if (form.kind === 'individual') {
		const staff = headcount(form.staff ?? 0);
		return { ...common, kind: 'individual', staff, hours: hoursPerYear(form.amount) };
	}
	const per =
		form.measure === 'share' ? { share: share(form.amount / 100) } : { hours: hoursPerYear(form.amount) };
	return { ...common, kind: 'category', per };
}

/** The field at which a refusal of the service is shown; other refusals are said above the page. */
export function issuesOf(
	refusal: EditRefusal | FiguresError | AllowanceError,
): Readonly<Record<string, FieldIssue>> {
	switch (refusal.code) {
		case 'workload/minutes-incomplete':
			return { [refusal.field]: { code: 'minutes-incomplete' } };
		case 'workload/minutes-order':
			return { [refusal.field]: { code: 'minutes-order' } };
		case 'workload/months-sum':
			return { months: { code: 'months-sum', limit: refusal.sum } };
		case 'workload/category-allowance-too-high':
			return { amount: { code: 'too-high' } };
		default:
			return {};
	}
}
