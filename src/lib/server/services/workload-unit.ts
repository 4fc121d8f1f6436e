import { findParameter, type Parameter } from '#lib/domain/legal/index.ts';
import type {
	EmploymentRelation,
	FunctionKind,
	LocalText,
	OrgUnit,
	Structure,
} from '#lib/domain/org/index.ts';
import { can } from '#lib/domain/access/index.ts';
import { err, ok, type FunctionKey, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	sharePosts,
	TIME_PARAMETERS,
	WORKLOAD_PARAMETERS,
	type AvailableTime,
	type SharedPosts,
	type UnitWorkload,
	type WorkloadError,
	type WorkloadReport,
} from '#lib/domain/workload/index.ts';
import { SMALLEST_GROUP } from '#lib/domain/training/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { listActivityRevisions, listAllowances, type StoredAllowance } from '../queries/workload.ts';
import {
	getWorkloadByUnit,
	workloadRows,
	type OpenWorkload,
	type WorkloadAssumptions,
	type WorkloadRow,
} from './workload.ts';
import type { WorkspaceAddress } from './workspace.ts';

export interface WorkloadFunction {
	readonly key: FunctionKey;
	readonly text: LocalText;
	readonly kind: FunctionKind;
}

/** A number the result rests on, with the place it comes from. */
export type Assumption = Pick<Parameter, 'key' | 'value' | 'unit' | 'citation' | 'note'>;

export interface UnitWorkloadPage {
	readonly unit: Pick<OrgUnit, 'key' | 'name' | 'kind' | 'origin'>;
	readonly workload: UnitWorkload;
	readonly report: Pick<WorkloadReport, 'year' | 'method' | 'thresholds' | 'distribution'>;
	readonly times: readonly { readonly relation: EmploymentRelation; readonly time: AvailableTime }[];
	readonly assumptions: readonly Assumption[];
	readonly functions: readonly WorkloadFunction[];
	/** Functions that the unit answers for or takes part in; an activity can be added to these. */
	readonly ownFunctions: readonly WorkloadFunction[];
	/** Revision of each activity by its key. */
	readonly revisions: Readonly<Record<string, number>>;
	readonly allowances: readonly StoredAllowance[];
	/** Units directly below, with their whole subtrees. */
	readonly below: readonly WorkloadRow[];
	/** Posts of too few people to have a figure of their own for this reader. */
	readonly hiddenPosts: SharedPosts['hidden'];
	readonly canEdit: boolean;
	/** Nothing in a frozen version changes, whoever asks. */
	readonly isFrozen: boolean;
}

export type UnitWorkloadAnswer =
	| ({ readonly kind: 'computed' } & UnitWorkloadPage)
	| { readonly kind: 'not-computable'; readonly error: WorkloadError };

/** One unit: the figure, the formula's terms, and everything it was computed from. */
export async function showUnitWorkload(
	ctx: Ctx,
	address: WorkspaceAddress & { readonly unitKey: string },
	assumptions: WorkloadAssumptions,
): Promise<Result<UnitWorkloadAnswer, Refused>> {
	const opened = await getWorkloadByUnit(ctx, address, assumptions);
	if (!opened.ok) return opened;
	const { structure, report, version } = opened.value;
	const unit = structure.units.find((item) => item.key === address.unitKey);
	if (!unit) return err(DENIED);
	if (!report.ok) return ok({ kind: 'not-computable', error: report.error });
	const computed = report.value.units.get(unit.key);
	if (!computed) return err(DENIED);
	const subject = { municipalityId: opened.value.municipality.id, unitKey: unit.key };
	const canEdit = can(ctx.actor, 'workload.edit', subject);
	const seesPosts = canEdit || can(ctx.actor, 'people.read', subject);
	const { workload, hidden } = sharePosts(computed, seesPosts ? 0 : SMALLEST_GROUP);
	const revisions = await listActivityRevisions(ctx.db, version.id, unit.key);
	const { year, method, thresholds, distribution } = report.value;
	return ok({
		kind: 'computed',
		unit: { key: unit.key, name: unit.name, kind: unit.kind, origin: unit.origin },
		workload,
		report: { year, method, thresholds, distribution },
		times: [...report.value.times].map(([relation, time]) => ({ relation, time })),
		assumptions: usedAssumptions(opened.value),
		functions: functionsOf(structure, unit.key, workload),
		ownFunctions: ownFunctions(structure, unit.key),
		revisions: Object.fromEntries(revisions),
		allowances: await listAllowances(ctx.db, version.id, unit.key),
		below: workloadRows(
			structure.units
				.filter((item) => item.parentKey === unit.key)
				.map((item) => ({ ...item, parentKey: null })),
			report.value,
		),
		hiddenPosts: hidden,
		canEdit,
		isFrozen: version.status === 'frozen',
	});
}

/** Parameters that take part in the calculation, in the order in which the method uses them. */
function usedAssumptions(opened: OpenWorkload): readonly Assumption[] {
	const { parameters, asOf, municipality } = opened;
	const relations = ['civil-service', 'labour'];
	const keys = [TIME_PARAMETERS.hoursPerDay, ...Object.values(TIME_PARAMETERS.absences)].flatMap((key) => [
		key,
		...relations.map((relation) => `${key}.${relation}`),
	]);
	return [...keys, ...Object.values(WORKLOAD_PARAMETERS)].flatMap((key): readonly Assumption[] => {
		const found = findParameter(parameters, { key, asOf, municipality: municipality.id });
		if (!found) return [];
		const { value, unit, citation, note } = found;
		return [{ key, value, unit, citation, note }];
	});
}

/** Functions that the unit's activities serve or that wait for a measurement here. */
function functionsOf(
	structure: Structure,
	unitKey: UnitKey,
	workload: UnitWorkload,
): readonly WorkloadFunction[] {
	const keys = new Set<FunctionKey>(workload.own.coverage.unmeasured);
	for (const activity of structure.activities) {
		if (activity.unitKey === unitKey) keys.add(activity.functionKey);
	}
	const found = structure.functions.filter((item) => keys.has(item.key));
	return found.map(({ key, text, kind }) => ({ key, text, kind }));
}

function ownFunctions(structure: Structure, unitKey: UnitKey): readonly WorkloadFunction[] {
	const parts = structure.participations.filter(
		(part) => part.unitKey === unitKey && (part.role === 'accountable' || part.role === 'participates'),
	);
	const keys = new Set(parts.map((part) => part.functionKey));
	const found = structure.functions.filter((item) => keys.has(item.key));
	return found.map(({ key, text, kind }) => ({ key, text, kind }));
}
