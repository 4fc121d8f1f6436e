import type { Actor } from '#lib/domain/access/index.ts';
import {
	isOwnParameterValue,
	OWN_PARAMETERS,
	type OwnParameterKey,
	type Parameter,
} from '#lib/domain/legal/index.ts';
import type { Municipality } from '#lib/domain/org/index.ts';
import { err, foldText, ok, type IsoDate, type Result, type UserId } from '#lib/domain/shared/index.ts';
import { authoriseInstallation, DENIED, type Ctx, type Denied } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { endCouncillor, insertCouncillor, listCouncillorRecords } from '../queries/councillor.ts';
import { listParameters } from '../queries/legal.ts';
import { findMunicipalityBySlug } from '../queries/municipality.ts';
import { closeOwnParameter } from '../queries/own-parameter.ts';
import { insertParameter } from '../queries/seed.ts';
import { listUsers } from '../queries/user.ts';
import { recordAudit } from './audit.ts';

export type CouncilRefusal =
	| { readonly code: 'councillor/sits-already' }
	| { readonly code: 'councillor/account-taken' }
	| { readonly code: 'councillor/unknown-account' }
	| { readonly code: 'councillor/ended' }
	| { readonly code: 'councillor/ends-before' }
	| { readonly code: 'parameter/out-of-range' }
	| { readonly code: 'parameter/not-later' };

type Changed = Result<null, Denied | CouncilRefusal>;

/**
 * A councillor takes a seat from a day on. Errors for whoever has one then or later: `councillor/sits-already`,
 * `councillor/account-taken`; `councillor/unknown-account`.
 */
export function addCouncillor(
	ctx: Ctx,
	slug: string,
	given: { readonly name: string; readonly userId: UserId | null; readonly from: IsoDate },
): Promise<Changed> {
	return changeCouncil(ctx, slug, async (tx, { actor, municipality }) => {
		const { name, userId, from } = given;
		const sitting = (await listCouncillorRecords(tx, municipality.id)).filter(
			({ validTo }) => validTo === null || validTo > from,
		);
		if (sitting.some((one) => foldText(one.name) === foldText(name)))
			return err({ code: 'councillor/sits-already' });
		if (userId !== null && sitting.some((one) => one.userId === userId))
			return err({ code: 'councillor/account-taken' });
		if (userId !== null && !(await listUsers(tx)).some(({ id }) => id === userId))
			return err({ code: 'councillor/unknown-account' });
		const id = ctx.newId();
		await insertCouncillor(tx, municipality.id, { id, name, userId, validFrom: from, validTo: null });
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: municipality.id, versionId: null },
			...{ action: 'councillor.add', entity: 'councillor', entityKey: id },
			...{ before: null, after: { name, validFrom: from } },
		});
		return ok(null);
	});
}

/** The mandate of a councillor ends; the votes stay. Errors: `councillor/ended`, `councillor/ends-before` its first day. */
export function endMandate(
	ctx: Ctx,
	slug: string,
	given: { readonly id: string; readonly to: IsoDate },
): Promise<Changed> {
	return changeCouncil(ctx, slug, async (tx, { actor, municipality }) => {
		const { id, to } = given;
		const before = (await listCouncillorRecords(tx, municipality.id)).find((one) => one.id === id);
		if (!before || before.validTo !== null) return err({ code: 'councillor/ended' });
		if (to <= before.validFrom) return err({ code: 'councillor/ends-before' });
		await endCouncillor(tx, id, to);
		const { name, validFrom } = before;
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: municipality.id, versionId: null },
			...{ action: 'councillor.end', entity: 'councillor', entityKey: id },
			...{ before: { name, validFrom, validTo: null }, after: { name, validFrom, validTo: to } },
		});
		return ok(null);
	});
}

export interface OwnParameter {
	readonly key: OwnParameterKey;
	readonly value: number;
	readonly from: IsoDate;
	/** Where the number comes from: a decision, an article. */
	readonly citation: string;
}

/**
 * A number of the municipality from a day on; what held until then ends that day. Errors: `parameter/out-of-range`,
 * `parameter/not-later` when one from that day or a later one is known.
 */
export function setOwnParameter(ctx: Ctx, slug: string, given: OwnParameter): Promise<Changed> {
	return changeCouncil(ctx, slug, async (tx, { actor, municipality }) => {
		if (!isOwnParameterValue(given.key, given.value)) return err({ code: 'parameter/out-of-range' });
		const own = (await listParameters(tx)).filter(
			(one) => one.key === given.key && one.municipality === municipality.id,
		);
		if (own.some(({ validFrom }) => validFrom >= given.from)) return err({ code: 'parameter/not-later' });
		const parameter = parameterOf(municipality, given);
		await closeOwnParameter(tx, parameter, given.from);
		await insertParameter(tx, parameter, ctx.newId());
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: municipality.id, versionId: null },
			...{ action: 'parameter.set', entity: 'parameter', entityKey: given.key },
			...{ before: null, after: { value: given.value, validFrom: given.from, source: given.citation } },
		});
		return ok(null);
	});
}

function parameterOf({ id }: Municipality, { key, value, from, citation }: OwnParameter): Parameter {
	const unit = OWN_PARAMETERS.find((own) => own.key === key)?.unit ?? 'count';
	return { key, municipality: id, value, unit, validFrom: from, validTo: null, citation, note: null };
}

async function changeCouncil(
	ctx: Ctx,
	slug: string,
	change: (tx: Tx, at: { readonly actor: Actor; readonly municipality: Municipality }) => Promise<Changed>,
): Promise<Changed> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	return ctx.db.transaction().execute(async (tx) => {
		const municipality = await findMunicipalityBySlug(tx, slug);
		return municipality ? change(tx, { actor: allowed.value, municipality }) : err(DENIED);
	});
}
