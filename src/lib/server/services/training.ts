import { seesAllPeople, type Action } from '#lib/domain/access/index.ts';
import { parameterNumber } from '#lib/domain/legal/index.ts';
import { lookUp, type StructureLookup } from '#lib/domain/org/index.ts';
import { ok, type IsoDate, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Assessment, Competency, Course, Employee, Requirement } from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { listCompetencies, listCourses, listRequirements } from '../queries/competency.ts';
import { listAssessments, listEmployees } from '../queries/employee.ts';
import { listParameters } from '../queries/legal.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

/** Whose names and levels the actor may see: everybody's, those of one unit, nobody's. */
export type PeopleView =
	| { readonly kind: 'everybody' }
	| { readonly kind: 'unit'; readonly unitKey: UnitKey }
	| { readonly kind: 'nobody' };

/** A municipality with everything that its training is worked out from. */
export interface OpenTraining extends OpenStructure {
	readonly lookup: StructureLookup;
	readonly competencies: readonly Competency[];
	readonly courses: readonly Course[];
	readonly requirements: readonly Requirement[];
	readonly employees: readonly Employee[];
	readonly assessments: readonly Assessment[];
	readonly asOf: IsoDate;
	readonly mandatoryMonths: number | undefined;
	readonly view: PeopleView;
}

/** Opens the training of a municipality for an action. */
export async function openTraining(
	ctx: Ctx,
	address: WorkspaceAddress,
	action: Action = 'training.read',
): Promise<Result<OpenTraining, Refused>> {
	const opened = await openStructure(ctx, address, action);
	if (!opened.ok) return opened;
	const { municipality, structure } = opened.value;
	const asOf = ctx.clock.today();
	return ok({
		...opened.value,
		lookup: lookUp(structure),
		competencies: await listCompetencies(ctx.db),
		courses: await listCourses(ctx.db),
		requirements: await listRequirements(ctx.db, municipality.id),
		employees: await listEmployees(ctx.db, municipality.id),
		assessments: await listAssessments(ctx.db, municipality.id),
		asOf,
		mandatoryMonths: parameterNumber(await listParameters(ctx.db), {
			key: 'training.mandatory.months',
			asOf,
			municipality: municipality.id,
		}),
		view: peopleView(opened.value),
	});
}

/** The same context reading inside a transaction, so that what is written was computed from what is there. */
export function within(ctx: Ctx, tx: Tx): Ctx {
	return { ...ctx, db: tx };
}

/** True when the actor may see the persons of the unit. */
export function seesUnit(view: PeopleView, unitKey: UnitKey): boolean {
	return view.kind === 'everybody' || (view.kind === 'unit' && view.unitKey === unitKey);
}

function peopleView({ actor, municipality }: OpenStructure): PeopleView {
	if (seesAllPeople(actor, municipality.id)) return { kind: 'everybody' };
	const own = actor.memberships.find(
		(membership) => membership.municipalityId === municipality.id && membership.role === 'unit-head',
	);
	return own?.unitKey ? { kind: 'unit', unitKey: own.unitKey } : { kind: 'nobody' };
}
