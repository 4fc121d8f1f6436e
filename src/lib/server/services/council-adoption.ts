import type { LocalText, Origin, Structure } from '#lib/domain/org/index.ts';
import type { ScenarioRun } from '#lib/domain/scenario/index.ts';
import { err, ok, type IsoDate, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { copyAllocations } from '../queries/allocation.ts';
import { insertStructureContent } from '../queries/structure-insert.ts';
import { closeVersion, findVersion, insertVersion } from '../queries/version.ts';
import type { OpenProposal } from './proposal.ts';
import { structureHash } from './structure-hash.ts';

export type AdoptionRefusal =
	| { readonly code: 'review/base-superseded'; readonly validTo: IsoDate }
	| { readonly code: 'review/effective-before-base'; readonly validFrom: IsoDate };

export interface Adoption {
	readonly run: ScenarioRun;
	/** What the decision is called, in both languages; the version takes its name. */
	readonly decision: LocalText;
	readonly decidedOn: IsoDate;
	readonly effectiveOn: IsoDate;
}

/**
 * Makes the structure of an adopted proposal the next version, valid from its day; the base version ends there.
 * Errors: `review/base-superseded` when another version follows the base already, `review/effective-before-base`.
 */
export async function adoptStructure(
	ctx: Ctx,
	tx: Tx,
	open: OpenProposal,
	adoption: Adoption,
): Promise<Result<VersionId, AdoptionRefusal>> {
	const { effectiveOn } = adoption;
	const base = await findVersion(tx, open.frozen.snapshot.baseline.versionId);
	if (!base) throw new Error('the base version of a proposal is gone');
	if (base.validTo !== null) return err({ code: 'review/base-superseded', validTo: base.validTo });
	if (effectiveOn <= base.validFrom)
		return err({ code: 'review/effective-before-base', validFrom: base.validFrom });
	const id = ctx.newId() as VersionId;
	const structure = adopted(adoption);
	await closeVersion(tx, base.id, effectiveOn);
	await insertVersion(tx, {
		...{ id, municipalityId: open.municipality.id, status: 'frozen', revision: 1 },
		label: adoption.decision,
		...{ validFrom: effectiveOn, validTo: null, basedOnId: base.id, contentHash: structureHash(structure) },
		// The decision makes the version, but what it did not touch is as certain as it was before.
		origin: { ...originOf(adoption), verification: base.origin.verification },
		...{ createdAt: ctx.clock.now(), createdBy: open.actor.userId },
	});
	await insertStructureContent(tx, id, structure, ctx.newId);
	await copyAllocations(tx, { from: base.id, to: id }, ctx.newId);
	return ok(id);
}

/** What the scenario made has the decision as its source from now on. */
function adopted(adoption: Adoption): Structure {
	const { after } = adoption.run;
	const origin = originOf(adoption);
	const decide = <Item extends { readonly origin: Origin }>(item: Item): Item =>
		item.origin.source === 'scenario' ? { ...item, origin } : item;
	return {
		...after,
		units: after.units.map(decide),
		posts: after.posts.map(decide),
		functions: after.functions.map(decide),
	};
}

function originOf(adoption: Adoption): Origin {
	return { verification: 'verified', source: adoption.decision.bg, asOf: adoption.decidedOn };
}
