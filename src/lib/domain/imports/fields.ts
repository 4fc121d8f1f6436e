import type { FieldKey, FieldSpec, SheetKind } from './field-types.ts';
import { EMPLOYEE_FIELDS, REQUIREMENT_FIELDS } from './fields-people.ts';
import { PLAN_FIELDS } from './fields-plan.ts';
import { STAFFING_FIELDS, UNIT_FIELDS } from './fields-structure.ts';
import { ACTIVITY_FIELDS, FUNCTION_FIELDS, PARTICIPATION_FIELDS } from './fields-work.ts';

export * from './field-types.ts';

/** What each kind of sheet may carry. */
export const FIELDS: Readonly<Record<SheetKind, readonly FieldSpec[]>> = {
	units: UNIT_FIELDS,
	staffing: STAFFING_FIELDS,
	functions: FUNCTION_FIELDS,
	participations: PARTICIPATION_FIELDS,
	activities: ACTIVITY_FIELDS,
	employees: EMPLOYEE_FIELDS,
	requirements: REQUIREMENT_FIELDS,
	training: PLAN_FIELDS,
};

/** The description of a field of a kind; undefined when the kind has no such field. */
export function fieldOf(kind: SheetKind, field: FieldKey): FieldSpec | undefined {
	return FIELDS[kind].find((spec) => spec.field === field);
}
