import {
	applyChange,
	sameState,
	type Structure,
	type StructureChange,
	type WorkloadAllowance,
} from '#lib/domain/org/index.ts';
import { err, ok, type Result, type UnitKey, type VersionId } from '#lib/domain/shared/index.ts';
import { checkCommonWork, unitTime, type AllowanceError } from '#lib/domain/workload/index.ts';
import { DENIED, type Ctx } from '../context.ts';
import type { Reader } from '../db/index.ts';
import { insertAllowance } from '../queries/structure-insert.ts';
import { deleteAllowance, listAllowances, updateAllowance } from '../queries/workload.ts';
import { editWork, type EditRefusal, type UnitAddress, type Writing } from './workload-write.ts';
import { getWorkloadByUnit, type OpenWorkload } from './workload.ts';

/** Adds uncounted work of a unit. Errors: `workload/category-allowance-too-high`, `EditRefusal`. */
export function addAllowance(
	ctx: Ctx,
	address: UnitAddress,
	allowance: WorkloadAllowance,
): Promise<Result<null, EditRefusal | AllowanceError>> {
	return editAllowances(ctx, address, (opened) => {
		const { stored, structure, version } = opened;
		const kept = stored.map((item) => item.allowance);
		const fits = fitsIntoTime(opened, address.unitKey, [...kept, allowance]);
		if (!fits.ok) return fits;
		const id = ctx.newId();
		return ok({
			write: async (tx) => {
				const sort = structure.allowances.length + 1;
				await insertAllowance(tx, version.id, { allowance, sort }, id);
				return true;
			},
			action: 'allowance.add',
			entity: 'workload-allowance',
			entityKey: id,
			before: null,
			after: allowance,
		});
	});
}

/** Changes uncounted work of a unit. Errors: `workload/category-allowance-too-high`, `EditRefusal`. */
export function saveAllowance(
	ctx: Ctx,
	address: UnitAddress,
	input: { readonly id: string; readonly revision: number; readonly allowance: WorkloadAllowance },
): Promise<Result<null, EditRefusal | AllowanceError>> {
	return editAllowances(ctx, address, (opened) => {
		const { stored } = opened;
		const before = stored.find((item) => item.id === input.id);
		if (!before) return err(DENIED);
		const next = stored.map((item) => (item.id === input.id ? input.allowance : item.allowance));
		const fits = fitsIntoTime(opened, address.unitKey, next);
		if (!fits.ok) return fits;
		return ok({
			write: (tx) => updateAllowance(tx, input),
			action: 'allowance.change',
			entity: 'workload-allowance',
			entityKey: input.id,
			before: before.allowance,
			after: input.allowance,
		});
	});
}

/** Takes uncounted work of a unit away. */
export function removeAllowance(
	ctx: Ctx,
	address: UnitAddress,
	input: { readonly id: string; readonly revision: number },
): Promise<Result<null, EditRefusal>> {
	return editAllowances(ctx, address, ({ stored }) => {
		const before = stored.find((item) => item.id === input.id);
		if (!before) return err({ code: 'workload/stale' });
		return ok({
			write: (tx) => deleteAllowance(tx, input.id, input.revision),
			action: 'allowance.remove',
			entity: 'workload-allowance',
			entityKey: input.id,
			before: before.allowance,
			after: null,
		});
	});
}

/** An edit of the uncounted work of a unit, planned by what stands and by the time that its posts have. */
function editAllowances<Problem>(
	ctx: Ctx,
	address: UnitAddress,
	plan: (
		open: OpenWorkload & { readonly stored: Awaited<ReturnType<typeof listAllowances>> },
	) => Result<Writing, EditRefusal | Problem>,
): Promise<Result<null, EditRefusal | Problem>> {
	return editWork(
		ctx,
		address,
		async ({ version }, inside): Promise<Result<Writing, EditRefusal | Problem>> => {
			const figures = await getWorkloadByUnit(inside, address);
			if (!figures.ok) return figures;
			const stored = await listAllowances(inside.db, version.id, address.unitKey);
			return plan({ ...figures.value, stored });
		},
	);
}

/**
 * The first of some changes whose very row does not say what the change found; another row may say the same by chance.
 */
export async function findMovedAllowance(
	db: Reader,
	versionId: VersionId,
	changes: readonly StructureChange[],
): Promise<StructureChange | undefined> {
	const met = new Set<string>();
	for (const change of changes) {
		const state = change.before ?? change.after;
		if (change.entity !== 'workload-allowance' || state === null || met.has(change.key)) continue;
		met.add(change.key);
		const rows = await listAllowances(db, versionId, (state as WorkloadAllowance).unitKey);
		const row = rows.find(({ id }) => id === change.key);
		if (!sameState(row?.allowance ?? null, change.before)) return change;
	}
	return undefined;
}

/** The first of some changes with which the common work of its unit would leave no time, though it does so today. */
export function findOverfull(
	opened: Pick<OpenWorkload, 'report' | 'structure'>,
	changes: readonly StructureChange[],
): StructureChange | undefined {
	const next = { ...opened, structure: changes.reduce(applyChange, opened.structure) };
	const fits = (at: typeof next, unitKey: UnitKey) =>
		fitsIntoTime(at, unitKey, allowancesOf(at.structure, unitKey)).ok;
	return changes.find(({ entity, after }) => {
		if (entity !== 'workload-allowance' || after === null) return false;
		return fits(opened, after.unitKey) && !fits(next, after.unitKey);
	});
}

function allowancesOf({ allowances }: Structure, key: UnitKey): readonly WorkloadAllowance[] {
	return allowances.filter(({ unitKey }) => unitKey === key);
}

/** Without parameters of working time nobody can say how much the allowances take; then only the form is checked. */
function fitsIntoTime(
	opened: Pick<OpenWorkload, 'report' | 'structure'>,
	unitKey: UnitKey,
	allowances: readonly WorkloadAllowance[],
): Result<unknown, AllowanceError> {
	const { report, structure } = opened;
	if (!report.ok) return ok(null);
	const posts = structure.posts.filter((post) => post.unitKey === unitKey);
	const time = unitTime({ posts, allPosts: structure.posts, times: report.value.times });
	return checkCommonWork(allowances, time.hours);
}
