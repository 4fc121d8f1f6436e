import { can } from '#lib/domain/access/index.ts';
import { openSteps, type ReversalRefusal } from '#lib/domain/org/index.ts';
import type { VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { AuditRecord } from '../queries/audit.ts';
import { findLaterEntry, listStepEntries, listSteps } from '../queries/trail-steps.ts';
import { reverseLast, type Direction, type ReverseError } from './history-step.ts';
import { readStructure } from './structure-cache.ts';
import { namesIn, type ThingNames } from './trail-names.ts';
import type { Workspace, WorkspaceAddress } from './workspace.ts';

/** One step as the bar names it. */
export interface StepNote {
	readonly step: number;
	/** The change that it is called after. */
	readonly entry: AuditRecord;
	/** How many further changes were saved with it. */
	readonly more: number;
}

/** What became of the last wish to take back or put back. */
export type ReversalNote =
	| { readonly code: 'undone' | 'redone'; readonly note: StepNote }
	| { readonly code: 'late' | 'frozen' | 'used' | 'gone' }
	| { readonly code: 'changed'; readonly later: AuditRecord | null };

export interface UndoBar {
	readonly undo: StepNote | null;
	readonly redo: StepNote | null;
	readonly said: ReversalNote | null;
	readonly names: ThingNames;
}

/**
 * What the person can take back or put back in the working version on the page; null where there is nothing to edit.
 * `said` is the mark that an earlier wish left in the address: „undone.12“, „changed.12“.
 */
export async function showUndoBar(
	ctx: Ctx,
	{ municipality, version }: Pick<Workspace, 'municipality' | 'version'>,
	said: string | null,
): Promise<UndoBar | null> {
	const { actor } = ctx;
	const mayEdit = can(actor, 'structure.edit', { municipalityId: municipality.id });
	if (!actor || !mayEdit || version.status !== 'working') return null;
	const open = openSteps(await listSteps(ctx.db, version.id, actor.userId));
	const undo = await noteOf(ctx, version.id, open.undo);
	const redo = await noteOf(ctx, version.id, open.redo);
	const note = await readMark(ctx, version.id, said);
	const structure = await readStructure(ctx.db, version.id);
	const entries = [undo?.entry, redo?.entry, note && 'note' in note ? note.note.entry : undefined];
	const named = entries.filter((entry) => entry !== undefined);
	return { undo, redo, said: note, names: structure ? namesIn(structure, named) : {} };
}

/** Takes back or puts back, and the mark of what became of it for the address of the page. */
export async function reverseAndMark(
	ctx: Ctx,
	address: WorkspaceAddress,
	asked: { readonly direction: Direction; readonly step: number },
): Promise<{ readonly mark: string } | { readonly refused: ReverseError }> {
	const result = await reverseLast(ctx, address, asked);
	if (result.ok) {
		return { mark: `${asked.direction === 'undo' ? 'undone' : 'redone'}.${result.value.step}` };
	}
	const { error } = result;
	if (error.code === 'access/not-found' || error.code === 'access/forbidden') return { refused: error };
	return { mark: `${MARKS[error.code]}.${asked.step}` };
}

const MARKS: Readonly<Record<Exclude<ReverseError['code'], `access/${string}`>, ReversalNote['code']>> = {
	'history/not-last': 'late',
	'org/version-frozen': 'frozen',
	'org/changed-since': 'changed',
	'org/still-used': 'used',
	'org/place-gone': 'gone',
} satisfies Record<ReversalRefusal['code'] | 'history/not-last' | 'org/version-frozen', ReversalNote['code']>;

async function noteOf(ctx: Ctx, versionId: VersionId, step: number | null): Promise<StepNote | null> {
	if (step === null) return null;
	const [entry, ...rest] = await listStepEntries(ctx.db, versionId, step);
	return entry ? { step, entry, more: rest.length } : null;
}

async function readMark(ctx: Ctx, versionId: VersionId, said: string | null): Promise<ReversalNote | null> {
	const [, code, number] =
		/^(undone|redone|late|frozen|used|gone|changed)\.(\d{1,9})$/.exec(said ?? '') ?? [];
	const step = Number(number);
	switch (code) {
		case 'undone':
		case 'redone': {
			const note = await noteOf(ctx, versionId, step);
			return note?.entry.reverses != null && note.entry.actor.userId === ctx.actor?.userId
				? { code, note }
				: null;
		}
		case 'changed':
			return { code, later: await laterThan(ctx, versionId, step) };
		case 'late':
		case 'frozen':
		case 'used':
		case 'gone':
			return { code };
		default:
			return null;
	}
}

async function laterThan(ctx: Ctx, versionId: VersionId, step: number): Promise<AuditRecord | null> {
	for (const { entity, entityKey: key } of await listStepEntries(ctx.db, versionId, step)) {
		const later = await findLaterEntry(ctx.db, { versionId, step }, { entity, key });
		if (later) return later;
	}
	return null;
}
