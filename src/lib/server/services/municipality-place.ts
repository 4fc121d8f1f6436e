import type { Actor } from '#lib/domain/access/index.ts';
import type { Municipality, Settlement } from '#lib/domain/org/index.ts';
import { err, foldText, ok, type Result } from '#lib/domain/shared/index.ts';
import { authoriseInstallation, DENIED, type Ctx, type Denied } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { findMunicipalityBySlug, touchMunicipality } from '../queries/municipality.ts';
import {
	deleteSettlement,
	insertSettlement,
	listSettlementRecords,
	updateSettlement,
	type SettlementRecord,
} from '../queries/settlement.ts';
import { recordAudit } from './audit.ts';

export type SettlementRefusal =
	| { readonly code: 'settlement/name-taken' }
	/** Every municipality has one administrative centre. */
	| { readonly code: 'settlement/centre-taken' }
	| { readonly code: 'settlement/stale' }
	| { readonly code: 'settlement/line-taken' | 'settlement/line-centre'; readonly index: number };

/** The settlement that a person saw; null for a new one. */
export type SeenSettlement = { readonly id: string; readonly revision: number } | null;
export type SettlementDraft = Omit<Settlement, 'origin'>;

const ENTERED = { verification: 'verified', source: 'въведено от администратора', asOf: null } as const;

/** Adds or changes a settlement. Errors: `settlement/name-taken`, `settlement/centre-taken`, `settlement/stale`. */
export async function saveSettlement(
	ctx: Ctx,
	slug: string,
	{ seen, draft }: { readonly seen: SeenSettlement; readonly draft: SettlementDraft },
): Promise<Result<null, Denied | SettlementRefusal>> {
	return changePlace(ctx, slug, async (tx, { actor, municipality, settlements }) => {
		const others = settlements.filter(({ id }) => id !== seen?.id);
		const refusal = clashOf(others, draft);
		if (refusal) return err(refusal);
		const before = settlements.find(({ id }) => id === seen?.id) ?? null;
		if (seen !== null && before === null) return err({ code: 'settlement/stale' });
		const settlement = { ...draft, origin: before?.origin ?? ENTERED };
		const id = seen?.id ?? ctx.newId();
		if (seen === null) await insertSettlement(tx, { id, municipalityId: municipality.id, settlement });
		else if (!(await updateSettlement(tx, seen, settlement))) return err({ code: 'settlement/stale' });
		await record(ctx, tx, { actor, municipality }, { id, before, after: draft });
		return ok(null);
	});
}

/**
 * Adds a list of settlements, all or none. Errors: `settlement/line-taken` and `settlement/line-centre` with the place in
 * the list, from 0, of the first that is there already or is a second centre.
 */
export async function addSettlements(
	ctx: Ctx,
	slug: string,
	drafts: readonly SettlementDraft[],
): Promise<Result<null, Denied | SettlementRefusal>> {
	return changePlace(ctx, slug, async (tx, { actor, municipality, settlements }) => {
		const known: Settlement[] = [...settlements];
		for (const [index, draft] of drafts.entries()) {
			const clash = clashOf(known, draft);
			if (clash) return err({ code: LISTED[clash.code], index });
			known.push({ ...draft, origin: ENTERED });
		}
		for (const draft of drafts) {
			const id = ctx.newId();
			const settlement = { ...draft, origin: ENTERED };
			await insertSettlement(tx, { id, municipalityId: municipality.id, settlement });
			await record(ctx, tx, { actor, municipality }, { id, before: null, after: draft });
		}
		return ok(null);
	});
}

const LISTED = {
	'settlement/name-taken': 'settlement/line-taken',
	'settlement/centre-taken': 'settlement/line-centre',
} as const;

/** Takes a settlement out. Error: `settlement/stale` when somebody changed it meanwhile. */
export async function removeSettlement(
	ctx: Ctx,
	slug: string,
	seen: NonNullable<SeenSettlement>,
): Promise<Result<null, Denied | SettlementRefusal>> {
	return changePlace(ctx, slug, async (tx, { actor, municipality, settlements }) => {
		const before = settlements.find(({ id }) => id === seen.id);
		if (!before || !(await deleteSettlement(tx, seen))) return err({ code: 'settlement/stale' });
		await record(ctx, tx, { actor, municipality }, { id: seen.id, before, after: null });
		return ok(null);
	});
}

interface OpenPlace {
	readonly actor: Actor;
	readonly municipality: Municipality;
	readonly settlements: readonly SettlementRecord[];
}

type PlaceResult = Result<null, Denied | SettlementRefusal>;

function changePlace(
	ctx: Ctx,
	slug: string,
	change: (tx: Tx, open: OpenPlace) => Promise<PlaceResult>,
): Promise<PlaceResult> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return Promise.resolve(allowed);
	return ctx.db.transaction().execute(async (tx) => {
		const municipality = await findMunicipalityBySlug(tx, slug);
		if (!municipality) return err(DENIED);
		const settlements = await listSettlementRecords(tx, municipality.id);
		const done = await change(tx, { actor: allowed.value, municipality, settlements });
		if (done.ok) await touchMunicipality(tx, municipality.id);
		return done;
	});
}

type Clash = { readonly code: keyof typeof LISTED };

function clashOf(others: readonly Settlement[], draft: SettlementDraft): Clash | undefined {
	if (others.some(({ name }) => foldText(name.bg) === foldText(draft.name.bg)))
		return { code: 'settlement/name-taken' };
	const isSecondCentre = draft.status === 'centre' && others.some(({ status }) => status === 'centre');
	return isSecondCentre ? { code: 'settlement/centre-taken' } : undefined;
}

interface SettlementChange {
	readonly id: string;
	readonly before: SettlementRecord | null;
	readonly after: SettlementDraft | null;
}

async function record(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality }: Pick<OpenPlace, 'actor' | 'municipality'>,
	{ id, before, after }: SettlementChange,
): Promise<void> {
	const verb = before === null ? 'add' : after === null ? 'remove' : 'change';
	await recordAudit(ctx, tx, {
		...{ actor, municipalityId: municipality.id, versionId: null },
		...{ action: `settlement.${verb}`, entity: 'settlement', entityKey: id },
		...{ before: before && draftOf(before), after },
	});
}

function draftOf({ name, kind, status, ekatte, population }: Settlement): SettlementDraft {
	return { name, kind, status, ekatte, population };
}
