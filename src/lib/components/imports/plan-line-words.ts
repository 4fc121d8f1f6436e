import type { PlanLine } from '#lib/domain/imports/index.ts';
import { nameOfCode } from '#lib/i18n/import-names.ts';
import { nameOfGroup } from '#lib/i18n/training-names.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A line of a training plan in words; its codes mean other things than those of posts. Other things stay as they are. */
export function inPlanWords(entity: string, fields: Fields | null): Fields | null {
	if (entity !== 'plan-item' || fields === null) return fields;
	// Written by the import from such a line.
	const line = fields as unknown as PlanLine;
	return {
		...fields,
		groupName: nameOfGroup(line),
		groupNumber: undefined,
		kind: nameOfCode('itemKind', line.kind),
		funding: nameOfCode('trainingFunding', line.funding),
		quarter: nameOfCode('quarter', String(line.quarter)),
		state: nameOfCode('itemState', line.state),
	};
}
