import { isWithinReference, parseReference } from '#lib/domain/legal/index.ts';
import { freshKey } from '#lib/domain/org/index.ts';
import { err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { insertMark, listRestingFunctions, settleMark, type BasisMark } from '../queries/basis-mark.ts';
import { listLegalActs } from '../queries/legal.ts';
import {
	closeWording,
	insertLocalAct,
	insertWording,
	listProvisions,
	listWordings,
	updateAct,
	updateProvision,
	type Provision,
	type RegisteredAct,
} from '../queries/legal-register.ts';
import { ensureProvision } from '../queries/structure-insert.ts';
import { recordAudit } from './audit.ts';
import { openAct, type OpenAct } from './legal-register.ts';
import { openMunicipality } from './workspace.ts';

export const ACT_KINDS = [
	'law',
	'code',
	'ordinance',
	'regulation',
	'eu-regulation',
	'municipal-ordinance',
	'municipal-rules',
	'organisational-rules',
	'council-decision',
	'mayor-order',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export type LegalRefusal =
	| Refused
	/** Somebody changed it since the person saw it. */
	| { readonly code: 'legal/stale' }
	| { readonly code: 'legal/reference-unread' }
	| { readonly code: 'legal/validity' }
	| { readonly code: 'legal/no-change' };

export interface ActGiven {
	readonly abbreviation: string;
	readonly name: string;
	readonly kind: ActKind;
	readonly validFrom: IsoDate | null;
	readonly validTo: IsoDate | null;
}

const FORBIDDEN = { code: 'access/forbidden' } as const;

/** Enters an act of the municipality; a national one only for the administrator. */
export async function addAct(
	ctx: Ctx,
	slug: string,
	given: ActGiven & { readonly isNational: boolean },
): Promise<Result<string, LegalRefusal>> {
	const opened = await openMunicipality(ctx, slug, 'structure.edit');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const { isNational, ...facts } = given;
	if (isNational && !actor.isAdministrator) return err(FORBIDDEN);
	if (!isInOrder(given)) return err({ code: 'legal/validity' });
	const of = isNational ? null : municipality.id;
	return ctx.db.transaction().execute(async (tx): Promise<Result<string, LegalRefusal>> => {
		const taken = new Set((await listLegalActs(tx, [municipality.id])).map(({ key }) => key));
		const key = freshKey(isNational ? 'bg' : municipality.slug, given.abbreviation, taken);
		const act: RegisteredAct = { key, municipalityId: of, ...facts };
		await insertLocalAct(tx, act);
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: of, action: 'act.create', entity: 'legal-act', entityKey: key },
			...{ versionId: null, before: null, after: act },
		});
		return ok(key);
	});
}

interface ActAddress {
	readonly slug: string;
	readonly act: string;
}

async function openForEdit(ctx: Ctx, { slug, act }: ActAddress): Promise<Result<OpenAct, Refused>> {
	const found = await openAct(ctx, { slug }, act);
	if (!found.ok) return found;
	return found.value.mayEdit ? found : err(FORBIDDEN);
}

export async function editAct(
	ctx: Ctx,
	at: ActAddress & { readonly revision: number },
	given: ActGiven,
): Promise<Result<null, LegalRefusal>> {
	const found = await openForEdit(ctx, at);
	if (!found.ok) return found;
	if (!isInOrder(given)) return err({ code: 'legal/validity' });
	const { act } = found.value;
	const after = { ...act, ...given };
	return save(
		ctx,
		found.value,
		{ action: 'act.change', entity: 'legal-act', key: act.key, before: act, after },
		(tx) => updateAct(tx, after, at.revision),
	);
}

/** Enters a place of an act as it is printed: „чл. 21, ал. 1, т. 2“. */
export async function addProvision(
	ctx: Ctx,
	at: ActAddress,
	given: { readonly place: string; readonly wording: string | null; readonly validFrom: IsoDate | null },
): Promise<Result<string, LegalRefusal>> {
	const found = await openForEdit(ctx, at);
	if (!found.ok) return found;
	const reference = parseReference(given.place);
	if (!reference) return err({ code: 'legal/reference-unread' });
	let id = '';
	const change = { action: 'provision.create', entity: 'provision', before: null, after: given };
	const saved = await save(ctx, found.value, { ...change, key: at.act }, async (tx) => {
		id = await ensureProvision(tx, at.act, reference, ctx.newId);
		const known = (await listProvisions(tx, at.act)).find((one) => one.id === id);
		const hasText = (await listWordings(tx, id)).length > 0;
		if (known && known.revision === 1 && given.validFrom !== null)
			await updateProvision(tx, known, { validFrom: given.validFrom, validTo: known.validTo });
		if (given.wording !== null && !hasText)
			await putWording(ctx, tx, found.value, id, given.wording, given.validFrom);
		return true;
	});
	return saved.ok ? ok(id) : saved;
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
export async function changeProvision(
	ctx: Ctx,
	given: ProvisionChange,
): Promise<Result<number, LegalRefusal>> {
	const found = await openForEdit(ctx, given);
	if (!found.ok) return found;
	const all = await listProvisions(ctx.db, given.act);
	const before = all.find(({ id }) => id === given.id);
	if (!before) return err({ code: 'access/not-found' });
	if (!given.isEnd && given.wording === null) return err({ code: 'legal/no-change' });
	const begun = [before, ...(await listWordings(ctx.db, before.id))].map(({ validFrom }) => validFrom);
	if (begun.some((day) => day !== null && given.from <= day)) return err({ code: 'legal/validity' });
	const after: Provision = { ...before, validTo: given.isEnd ? given.from : null };
	const action = given.isEnd ? 'provision.end' : 'provision.change';
	let marked = 0;
	const change = {
		action,
		entity: 'provision',
		key: given.id,
		before,
		after: { ...after, wording: given.wording },
	};
	const saved = await save(ctx, found.value, change, async (tx) => {
		if (!(await updateProvision(tx, given, after))) return false;
		if (given.isEnd) await closeWording(tx, given.id, given.from);
		else if (given.wording !== null)
			await putWording(ctx, tx, found.value, given.id, given.wording, given.from);
		marked = await mark(ctx, tx, found.value, {
			before,
			all,
			change: given.isEnd ? 'ended' : 'changed',
			since: given.from,
		});
		return true;
	});
	return saved.ok ? ok(marked) : saved;
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

function isInOrder({ validFrom, validTo }: Pick<ActGiven, 'validFrom' | 'validTo'>): boolean {
	return validFrom === null || validTo === null || validFrom < validTo;
}

async function save(
	ctx: Ctx,
	{ act, opened }: OpenAct,
	change: {
		readonly action: string;
		readonly entity: string;
		readonly key: string;
		readonly before: unknown;
		readonly after: unknown;
	},
	write: (tx: Tx) => Promise<boolean>,
): Promise<Result<null, LegalRefusal>> {
	const { action, entity, key: entityKey, before, after } = change;
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, LegalRefusal>> => {
		if (!(await write(tx))) return err({ code: 'legal/stale' });
		const entry = { action, entity, entityKey, versionId: null, before, after };
		await recordAudit(ctx, tx, { actor: opened.actor, municipalityId: act.municipalityId, ...entry });
		return ok(null);
	});
}
