import { isWithinReference, parseReference } from '#lib/domain/legal/index.ts';
import { err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { insertMark, listRestingFunctions, settleMark, type BasisMark } from '../queries/basis-mark.ts';
import {
	closeWording,
	insertWording,
	listProvisions,
	listWordings,
	updateProvision,
	type Provision,
} from '../queries/legal-register.ts';
import { ensureProvision } from '../queries/structure-insert.ts';
import { recordAudit } from './audit.ts';
import type { OpenAct } from './legal-register.ts';
import { editInAct, type ActAddress, type LegalRefusal } from './legal-save.ts';
import { openMunicipality } from './workspace.ts';

/** Enters a place of an act as it is printed: „чл. 21, ал. 1, т. 2“. */
export function addProvision(
	ctx: Ctx,
	at: ActAddress,
	given: { readonly place: string; readonly wording: string | null; readonly validFrom: IsoDate | null },
): Promise<Result<string, LegalRefusal>> {
	return editInAct(ctx, at, async (found) => {
		const reference = parseReference(given.place);
		if (!reference) return err({ code: 'legal/reference-unread' });
		const entry = {
			action: 'provision.create',
			entity: 'provision',
			key: at.act,
			before: null,
			after: given,
		};
		const write = async (tx: Tx) => {
			const id = await ensureProvision(tx, at.act, reference, ctx.newId);
			const known = (await listProvisions(tx, at.act)).find((one) => one.id === id);
			const hasText = (await listWordings(tx, id)).length > 0;
			if (known && known.revision === 1 && given.validFrom !== null)
				await updateProvision(tx, known, { validFrom: given.validFrom, validTo: known.validTo });
			if (given.wording !== null && !hasText)
				await putWording(ctx, tx, found, id, given.wording, given.validFrom);
			return id;
		};
		return ok({ ...entry, write });
	});
}

export interface ProvisionChange extends ActAddress {
	readonly id: string;
	readonly revision: number;
	readonly wording: string | null;
	/** The day from which the new wording holds. */
	readonly from: IsoDate;
	/** The place is repealed from that day. */
	readonly isEnd: boolean;
}

/**
 * Gives a provision a new wording from a day, or ends it, and marks every function that rests on it or on a part of it —
 * in all municipalities where the act is national. Gives how many were marked.
 */
export function changeProvision(ctx: Ctx, given: ProvisionChange): Promise<Result<number, LegalRefusal>> {
	const { from, isEnd, wording } = given;
	return editInAct(ctx, given, async (found, inside) => {
		const all = await listProvisions(inside.db, given.act);
		const before = all.find(({ id }) => id === given.id);
		if (!before) return err({ code: 'access/not-found' });
		if (!isEnd && wording === null) return err({ code: 'legal/no-change' });
		const begun = [before, ...(await listWordings(inside.db, before.id))].map(({ validFrom }) => validFrom);
		if (begun.some((day) => day !== null && from <= day)) return err({ code: 'legal/validity' });
		const after: Provision = { ...before, validTo: isEnd ? from : null };
		const write = async (tx: Tx) => {
			if (!(await updateProvision(tx, given, after))) return undefined;
			if (isEnd) await closeWording(tx, given.id, from);
			else if (wording !== null) await putWording(ctx, tx, found, given.id, wording, from);
			return mark(ctx, tx, found, { before, all, change: isEnd ? 'ended' : 'changed', since: from });
		};
		const action = isEnd ? 'provision.end' : 'provision.change';
		return ok({
			...{ action, entity: 'provision', key: given.id, before, after: { ...after, wording } },
			write,
		});
	});
}

async function mark(
	ctx: Ctx,
	tx: Tx,
	{ act, opened }: OpenAct,
	what: {
		readonly before: Provision;
		readonly all: readonly Provision[];
		readonly change: BasisMark['change'];
		readonly since: IsoDate;
	},
): Promise<number> {
	const inside = what.all.filter(({ reference }) => isWithinReference(reference, what.before.reference));
	const resting = (
		await listRestingFunctions(
			tx,
			inside.map(({ id }) => id),
		)
	).filter(({ municipalityId }) => act.municipalityId === null || municipalityId === act.municipalityId);
	const made = { at: ctx.clock.now(), by: opened.actor.userId };
	const { change, since } = what;
	for (const { municipalityId, functionKey } of resting)
		await insertMark(
			tx,
			{ id: ctx.newId(), municipalityId, functionKey, provisionId: what.before.id, change, since },
			made,
		);
	return resting.length;
}

/** Says that a function was looked at after its basis changed: it stays as it is, or was changed. */
export async function settleBasis(ctx: Ctx, slug: string, id: string): Promise<Result<null, LegalRefusal>> {
	const opened = await openMunicipality(ctx, slug, 'structure.edit');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, LegalRefusal>> => {
		const made = { at: ctx.clock.now(), by: actor.userId };
		if (!(await settleMark(tx, { id, municipalityId: municipality.id }, made)))
			return err({ code: 'legal/stale' });
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: municipality.id, action: 'basis.settle', entity: 'basis-mark' },
			...{ entityKey: id, versionId: null, before: null, after: null },
		});
		return ok(null);
	});
}

async function putWording(
	ctx: Ctx,
	tx: Tx,
	{ opened }: OpenAct,
	provisionId: string,
	wording: string,
	validFrom: IsoDate | null,
): Promise<void> {
	const made = { at: ctx.clock.now(), by: opened.actor.userId };
	await insertWording(tx, provisionId, { id: ctx.newId(), wording, validFrom }, made);
}
