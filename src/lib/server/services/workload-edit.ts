import type { Actor } from '#lib/domain/access/index.ts';
import type { WorkloadAllowance } from '#lib/domain/org/index.ts';
import { err, ok, type ActivityKey, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	checkCommonWork,
	checkFigures,
	unitTime,
	type ActivityFigures,
	type AllowanceError,
	type FiguresError,
} from '#lib/domain/workload/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { findVersion, touchVersion } from '../queries/version.ts';
import {
	deleteAllowance,
	insertAllowance,
	listAllowances,
	updateActivityFigures,
	updateAllowance,
} from '../queries/workload.ts';
import { recordAudit } from './audit.ts';
import { getWorkloadByUnit, type OpenWorkload } from './workload.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

export type EditRefusal =
	| Refused
	/** A study, a proposal or a decision rests on the version; its figures no longer change. */
	| { readonly code: 'workload/version-frozen' }
	/** Somebody else changed or removed it since the page was opened. */
	| { readonly code: 'workload/stale' };

export type UnitAddress = WorkspaceAddress & { readonly unitKey: UnitKey };

/** Changes volume, time norm and source of an activity. Errors: `FiguresError`, `EditRefusal`. */
export async function saveActivity(
	ctx: Ctx,
	address: UnitAddress,
	input: { readonly key: ActivityKey; readonly revision: number; readonly figures: ActivityFigures },
): Promise<Result<null, EditRefusal | FiguresError>> {
	const opened = await openForEdit(ctx, address);
	if (!opened.ok) return opened;
	const { version, structure } = opened.value;
	const before = structure.activities.find(
		(item) => item.key === input.key && item.unitKey === address.unitKey,
	);
	if (!before) return err(DENIED);
	const figures = checkFigures(input.figures);
	if (!figures.ok) return figures;
	const change = { ...input, versionId: version.id, figures: figures.value };
	return writeOnce(ctx, opened.value, {
		write: (tx) => updateActivityFigures(tx, change),
		action: 'activity.measure',
		entity: 'activity',
		entityKey: input.key,
		before,
		after: figures.value,
	});
}

/** Adds uncounted work of a unit. Errors: `workload/category-allowance-too-high`, `EditRefusal`. */
export async function addAllowance(
	ctx: Ctx,
	address: UnitAddress,
	allowance: WorkloadAllowance,
): Promise<Result<null, EditRefusal | AllowanceError>> {
	const opened = await openAllowances(ctx, address);
	if (!opened.ok) return opened;
	const kept = opened.value.stored.map((item) => item.allowance);
	const fits = fitsIntoTime(opened.value, address.unitKey, [...kept, allowance]);
	if (!fits.ok) return fits;
	const id = ctx.newId();
	return writeOnce(ctx, opened.value, {
		write: async (tx) => {
			await insertAllowance(tx, { id, versionId: opened.value.version.id, allowance });
			return true;
		},
		action: 'allowance.add',
		entity: 'workload-allowance',
		entityKey: id,
		before: null,
		after: allowance,
	});
}

/** Changes uncounted work of a unit. Errors: `workload/category-allowance-too-high`, `EditRefusal`. */
export async function saveAllowance(
	ctx: Ctx,
	address: UnitAddress,
	input: { readonly id: string; readonly revision: number; readonly allowance: WorkloadAllowance },
): Promise<Result<null, EditRefusal | AllowanceError>> {
	const opened = await openAllowances(ctx, address);
	if (!opened.ok) return opened;
	const { stored } = opened.value;
	const before = stored.find((item) => item.id === input.id);
	if (!before) return err(DENIED);
	const next = stored.map((item) => (item.id === input.id ? input.allowance : item.allowance));
	const fits = fitsIntoTime(opened.value, address.unitKey, next);
	if (!fits.ok) return fits;
	return writeOnce(ctx, opened.value, {
		write: (tx) => updateAllowance(tx, input),
		action: 'allowance.change',
		entity: 'workload-allowance',
		entityKey: input.id,
		before: before.allowance,
		after: input.allowance,
	});
}

/** Takes uncounted work of a unit away. */
export async function removeAllowance(
	ctx: Ctx,
	address: UnitAddress,
	input: { readonly id: string; readonly revision: number },
): Promise<Result<null, EditRefusal>> {
	const opened = await openAllowances(ctx, address);
	if (!opened.ok) return opened;
	const before = opened.value.stored.find((item) => item.id === input.id);
	if (!before) return err({ code: 'workload/stale' });
	return writeOnce(ctx, opened.value, {
		write: (tx) => deleteAllowance(tx, input.id, input.revision),
		action: 'allowance.remove',
		entity: 'workload-allowance',
		entityKey: input.id,
		before: before.allowance,
		after: null,
	});
}

type Open = Pick<OpenStructure, 'actor' | 'municipality' | 'version'>;

async function openForEdit(ctx: Ctx, address: UnitAddress): Promise<Result<OpenStructure, EditRefusal>> {
	const opened = await openStructure(ctx, address, 'workload.edit');
	if (!opened.ok) return opened;
	const { structure, version } = opened.value;
	if (!structure.units.some((unit) => unit.key === address.unitKey)) return err(DENIED);
	return version.status === 'frozen' ? err({ code: 'workload/version-frozen' }) : opened;
}

async function openAllowances(ctx: Ctx, address: UnitAddress) {
	const opened = await openForEdit(ctx, address);
	if (!opened.ok) return opened;
	const figures = await getWorkloadByUnit(ctx, address);
	if (!figures.ok) return figures;
	const stored = await listAllowances(ctx.db, opened.value.version.id, address.unitKey);
	return ok({ ...figures.value, stored });
}

/** Without parameters of working time nobody can say how much the allowances take; then only the form is checked. */
function fitsIntoTime(
	opened: OpenWorkload,
	unitKey: UnitKey,
	allowances: readonly WorkloadAllowance[],
): Result<unknown, AllowanceError> {
	const { report, structure } = opened;
	if (!report.ok) return ok(null);
	const posts = structure.posts.filter((post) => post.unitKey === unitKey);
	const time = unitTime({ posts, allPosts: structure.posts, times: report.value.times });
	return checkCommonWork(allowances, time.hours);
}

interface Writing {
	/** False when what the person saw is no longer there. */
	readonly write: (tx: Tx) => Promise<boolean>;
	readonly action: string;
	readonly entity: string;
	readonly entityKey: string;
	readonly before: unknown;
	readonly after: unknown;
}

/** The change, the mark on the version and the audit entry, all or none. */
async function writeOnce(
	ctx: Ctx,
	{ actor, municipality, version }: Open,
	{ write, ...entry }: Writing,
): Promise<Result<null, Extract<EditRefusal, { code: `workload/${string}` }>>> {
	return ctx.db.transaction().execute(async (tx) => {
		const current = await findVersion(tx, version.id);
		if (current?.status !== 'working') return err({ code: 'workload/version-frozen' });
		if (!(await write(tx))) return err({ code: 'workload/stale' });
		await touchVersion(tx, version.id);
		await audit(ctx, tx, { actor, municipality, version }, entry);
		return ok(null);
	});
}

async function audit(ctx: Ctx, tx: Tx, open: Open, entry: Omit<Writing, 'write'>): Promise<void> {
	const actor: Actor = open.actor;
	const place = { municipalityId: open.municipality.id, versionId: open.version.id };
	await recordAudit(ctx, tx, { actor, ...place, ...entry });
}
