import { parameterNumber } from '#lib/domain/legal/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import {
	err,
	ok,
	type FunctionKey,
	type IsoDate,
	type PostKey,
	type Result,
} from '#lib/domain/shared/index.ts';
import {
	TIME_PARAMETERS,
	balanceOfDay,
	checkWorkDay,
	isRecordable,
	isWholeDay,
	overlapWith,
	sharesOverDays,
	type DayBalance,
	type DayEntry,
	type DayIssue,
} from '#lib/domain/workload/index.ts';
import { DENIED, transact, type Ctx, type Refused } from '../context.ts';
import { listParameters } from '../queries/legal.ts';
import { deleteDayEntry, insertDayEntry, listDayEntries, type StoredDayEntry } from '../queries/work-day.ts';
import { recordAudit } from './audit.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

/** Which day of which post the page shows. */
export interface DayAddress {
	readonly postKey: string;
	readonly day: IsoDate;
}

export interface DayPage {
	readonly posts: readonly { readonly key: PostKey; readonly title: LocalText; readonly unit: LocalText }[];
	readonly functions: readonly { readonly key: FunctionKey; readonly text: LocalText }[];
	readonly postKey: PostKey | null;
	readonly day: IsoDate;
	readonly entries: readonly StoredDayEntry[];
	readonly issues: readonly DayIssue[];
	/** False for a day in the future or before the years of the working calendar. */
	readonly isRecordable: boolean;
	/** Null for a day that is not whole, or where the length of the working day is not set. */
	readonly balance: DayBalance | null;
	/** Minutes of the working day; null where the parameter is not set. */
	readonly shift: number | null;
	/** Minutes that a whole day may differ from it. */
	readonly tolerance: number;
	/** All days recorded for the post; shares are taken from whole ones alone. */
	readonly days: readonly { readonly day: IsoDate; readonly isWhole: boolean }[];
	readonly shares: ReturnType<typeof sharesOverDays>;
}

/** The photo of a day of one post, what is wrong with it, and the shares over all its days. Analysts only. */
export async function showWorkDay(
	ctx: Ctx,
	address: WorkspaceAddress,
	asked: { readonly postKey: string | null; readonly day: IsoDate | null },
): Promise<Result<DayPage, Refused>> {
	const opened = await openStructure(ctx, address, 'workload.edit');
	if (!opened.ok) return opened;
	const { structure, version } = opened.value;
	const { shift, tolerance, z } = await measuresOf(ctx, opened.value);
	const units = new Map(structure.units.map(({ key, name }) => [key, name]));
	const post = structure.posts.find(({ key }) => key === asked.postKey);
	const day = asked.day ?? ctx.clock.today();
	const all = (await listDayEntries(ctx.db, version.id)).filter(({ postKey }) => postKey === post?.key);
	const entries = all.filter((entry) => entry.day === day);
	const measure = { shift: shift ?? 0, tolerance: tolerance ?? 0 };
	const byDay = [...Map.groupBy(all, (entry) => entry.day)];
	const whole = shift === null ? [] : byDay.filter(([, list]) => isWholeDay(list, measure));
	return ok({
		posts: structure.posts.map(({ key, title, unitKey }) => ({
			...{ key, title, unit: units.get(unitKey) ?? { bg: unitKey, en: null } },
		})),
		functions: post ? functionsOf(opened.value, post.unitKey) : [],
		postKey: post?.key ?? null,
		...{ day, entries, shift, tolerance: measure.tolerance },
		isRecordable: isRecordable(day, ctx.clock.today()),
		days: byDay.map(([date, list]) => ({ day: date, isWhole: shift !== null && isWholeDay(list, measure) })),
		issues: shift === null ? [] : checkWorkDay(entries, measure),
		balance: shift !== null && isWholeDay(entries, measure) ? balanceOfDay(entries, shift) : null,
		shares: sharesOverDays(
			whole.map(([, list]) => balanceOfDay(list, measure.shift)),
			z ?? 0,
		),
	});
}

/** Functions that the unit answers for or takes part in. */
function functionsOf({ structure }: OpenStructure, unitKey: string): DayPage['functions'] {
	const keys = new Set(
		structure.participations
			.filter(
				(part) => part.unitKey === unitKey && (part.role === 'accountable' || part.role === 'participates'),
			)
			.map(({ functionKey }) => functionKey),
	);
	return structure.functions.filter(({ key }) => keys.has(key)).map(({ key, text }) => ({ key, text }));
}

export type DayRefusal =
	| Refused
	| { readonly code: 'workload/day-entry-overlaps'; readonly starts: number; readonly ends: number }
	/** A day in the future, or before the years of the working calendar. */
	| { readonly code: 'workload/day-not-recordable' };

/**
 * Adds a row to a day. Errors: `workload/day-entry-overlaps` names the row that it would lie over;
 * `workload/day-not-recordable` for a day in the future or before the years of the working calendar.
 */
export function addDayEntry(
	ctx: Ctx,
	address: WorkspaceAddress,
	input: DayAddress & { readonly entry: DayEntry },
): Promise<Result<null, DayRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, DayRefusal>> => {
		const opened = await openStructure(inside, address, 'workload.edit');
		if (!opened.ok) return opened;
		const { structure, version, municipality, actor } = opened.value;
		const post = structure.posts.find(({ key }) => key === input.postKey);
		const { functionKey } = input.entry;
		const isKnown = functionKey === null || structure.functions.some(({ key }) => key === functionKey);
		if (!post || !isKnown) return err(DENIED);
		if (!isRecordable(input.day, ctx.clock.today())) return err({ code: 'workload/day-not-recordable' });
		const kept = (await listDayEntries(tx, version.id)).filter(
			(one) => one.postKey === post.key && one.day === input.day,
		);
		const over = overlapWith(kept, input.entry);
		if (over) return err({ code: 'workload/day-entry-overlaps', starts: over.starts, ends: over.ends });
		const entry = { ...input.entry, id: ctx.newId(), postKey: post.key, day: input.day };
		const made = { createdAt: ctx.clock.now(), createdBy: actor.userId };
		await insertDayEntry(tx, { ...entry, ...made, versionId: version.id });
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: municipality.id, versionId: version.id },
			...{
				action: 'work-day.add',
				entity: 'work-day-entry',
				entityKey: entry.id,
				before: null,
				after: entry,
			},
		});
		return ok(null);
	});
}

/** Takes a row of a day away; one that is gone already stays gone. */
export function removeDayEntry(
	ctx: Ctx,
	address: WorkspaceAddress,
	id: string,
): Promise<Result<null, Refused>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, Refused>> => {
		const opened = await openStructure(inside, address, 'workload.edit');
		if (!opened.ok) return opened;
		const { version, municipality, actor } = opened.value;
		const before = (await listDayEntries(tx, version.id)).find((entry) => entry.id === id);
		if (!before || !(await deleteDayEntry(tx, version.id, id))) return ok(null);
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: municipality.id, versionId: version.id },
			...{ action: 'work-day.remove', entity: 'work-day-entry', entityKey: id, before, after: null },
		});
		return ok(null);
	});
}

async function measuresOf(ctx: Ctx, { municipality, structure }: OpenStructure) {
	const parameters = await listParameters(ctx.db);
	const at = { asOf: ctx.clock.today(), municipality: municipality.id };
	const valueOf = (key: string) => parameterNumber(parameters, { key, ...at }) ?? null;
	const hours = valueOf(TIME_PARAMETERS.hoursPerDay);
	return {
		shift: hours === null || structure.posts.length === 0 ? null : hours * 60,
		tolerance: valueOf('workload.day.tolerance'),
		z: valueOf('workload.confidence.z'),
	};
}
