import type { Actor } from '#lib/domain/access/index.ts';
import type { LocalText, Municipality, MunicipalityDetails } from '#lib/domain/org/index.ts';
import {
	asId,
	err,
	foldText,
	ok,
	type MunicipalityId,
	type Result,
	type VersionId,
} from '#lib/domain/shared/index.ts';
import { authoriseInstallation, DENIED, type Ctx, type Denied } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	findMunicipalityBySlug,
	insertMunicipality,
	listMunicipalities,
	updateMunicipality,
} from '../queries/municipality.ts';
import { insertVersion } from '../queries/version.ts';
import { recordAudit } from './audit.ts';

export type MunicipalityRefusal =
	| { readonly code: 'municipality/slug-taken' }
	| { readonly code: 'municipality/name-taken' }
	| { readonly code: 'municipality/stale' };

export interface NewMunicipality extends MunicipalityDetails {
	/** Part of every address of the municipality; never changes. */
	readonly slug: string;
}

/** The version with which every municipality begins: empty, in preparation, to be filled by hand or from files. */
const FIRST_VERSION: LocalText = { bg: 'Първа редакция', en: 'First version' };
/** Source of a version that nobody has filled yet; the first file that fills it takes its place. */
export const FOUNDED_SOURCE = 'въведено при създаването на общината';
const ENTERED = {
	verification: 'verified',
	source: FOUNDED_SOURCE,
	asOf: null,
} as const;

/**
 * A new municipality with an empty first version that holds from today and may be edited at once. Errors:
 * `municipality/slug-taken`, `municipality/name-taken` (the same name in the same province).
 */
export async function addMunicipality(
	ctx: Ctx,
	input: NewMunicipality,
): Promise<Result<Municipality, Denied | MunicipalityRefusal>> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	const actor = allowed.value;
	const municipality: Municipality = { ...input, id: asId<MunicipalityId>(ctx.newId()) };
	return ctx.db.transaction().execute(async (tx) => {
		const refusal = await findClash(tx, municipality);
		if (refusal) return err(refusal);
		await insertMunicipality(tx, municipality, ctx.clock.now());
		const { id, ...after } = municipality;
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: id, versionId: null, before: null, after },
			...{ action: 'municipality.add', entity: 'municipality', entityKey: id },
		});
		await insertFirstVersion(ctx, tx, { actor, municipality });
		return ok(municipality);
	});
}

/** Changes what is known of a municipality. Errors: those of access; `municipality/name-taken`; `municipality/stale`. */
export async function changeMunicipality(
	ctx: Ctx,
	at: { readonly slug: string; readonly revision: number },
	details: MunicipalityDetails,
): Promise<Result<null, Denied | MunicipalityRefusal>> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	return ctx.db.transaction().execute(async (tx) => {
		const stored = await findMunicipalityBySlug(tx, at.slug);
		if (!stored) return err(DENIED);
		const { id, slug, ...before } = stored;
		const refusal = await findClash(tx, { ...details, id, slug });
		if (refusal) return err(refusal);
		if (!(await updateMunicipality(tx, { id, revision: at.revision }, details)))
			return err({ code: 'municipality/stale' });
		await recordAudit(ctx, tx, {
			...{ actor: allowed.value, municipalityId: id, versionId: null, before, after: details },
			...{ action: 'municipality.change', entity: 'municipality', entityKey: id },
		});
		return ok(null);
	});
}

async function findClash(tx: Tx, one: Municipality): Promise<MunicipalityRefusal | undefined> {
	const others = (await listMunicipalities(tx)).filter(({ id }) => id !== one.id);
	if (others.some(({ slug }) => slug === one.slug)) return { code: 'municipality/slug-taken' };
	const isNamesake = (other: Municipality) =>
		foldText(other.name.bg) === foldText(one.name.bg) && other.oblast.bg === one.oblast.bg;
	return others.some(isNamesake) ? { code: 'municipality/name-taken' } : undefined;
}

async function insertFirstVersion(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality }: { readonly actor: Actor; readonly municipality: Municipality },
): Promise<void> {
	const municipalityId = municipality.id;
	const id = asId<VersionId>(ctx.newId());
	await insertVersion(tx, {
		...{ id, municipalityId, label: FIRST_VERSION, status: 'working', origin: ENTERED },
		...{ validFrom: ctx.clock.today(), validTo: null, basedOnId: null, contentHash: null, revision: 1 },
		...{ createdAt: ctx.clock.now(), createdBy: actor.userId },
	});
	await recordAudit(ctx, tx, {
		...{ actor, municipalityId, versionId: id, before: null, after: { label: FIRST_VERSION } },
		...{ action: 'version.create', entity: 'version', entityKey: id },
	});
}
