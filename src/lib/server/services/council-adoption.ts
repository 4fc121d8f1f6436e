import type { LocalText, Origin, Structure } from '#lib/domain/org/index.ts';
import type { AmendedRefusal } from '#lib/domain/review/index.ts';
import {
	diffStructures,
	stagesInForce,
	type ScenarioRun,
	type StageInForce,
} from '#lib/domain/scenario/index.ts';
import { err, ok, type IsoDate, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import type { AdoptedVersion } from '../queries/adoption.ts';
import { copyAllocations } from '../queries/allocation.ts';
import { insertStructureContent } from '../queries/structure-insert.ts';
import { closeVersion, findVersion, insertVersion, type StructureVersion } from '../queries/version.ts';
import type { OpenProposal } from './proposal.ts';
import { auditVersions } from './scenario.ts';
import { structureHash } from './structure-hash.ts';

export type AdoptionRefusal =
	| { readonly code: 'review/base-superseded'; readonly validTo: IsoDate }
	| { readonly code: 'review/effective-before-base'; readonly validFrom: IsoDate };

export interface Adoption {
	readonly run: ScenarioRun;
	/** What a version is called, in both languages: the decision, with the day where it has several. */
	readonly nameOf: (startsOn: IsoDate | null) => LocalText;
	readonly decidedOn: IsoDate;
	readonly effectiveOn: IsoDate;
}

/**
 * Makes the structure of an adopted proposal the versions that follow its base: one from the day of the decision and one
 * for every later day on which operations take effect, each in force until the next. The base ends where the first begins.
 * Errors: `review/base-superseded` when another version follows the base already, `review/effective-before-base`,
 * `review/does-not-apply` when an operation would take effect before one that it rests on.
 */
export async function adoptStructure(
	ctx: Ctx,
	tx: Tx,
	open: OpenProposal,
	adoption: Adoption,
): Promise<Result<readonly [AdoptedVersion, ...AdoptedVersion[]], AdoptionRefusal | AmendedRefusal>> {
	const { effectiveOn } = adoption;
	const base = await findVersion(tx, open.frozen.snapshot.baseline.versionId);
	if (!base) throw new Error('the base version of a proposal is gone');
	if (base.validTo !== null) return err({ code: 'review/base-superseded', validTo: base.validTo });
	if (effectiveOn <= base.validFrom)
		return err({ code: 'review/effective-before-base', validFrom: base.validFrom });
	const { limits } = open.frozen.snapshot;
	const staged = stagesInForce(adoption.run, { decisionDay: effectiveOn, limits });
	if (!staged.ok) return err({ code: 'review/does-not-apply', refusal: staged.error });
	const [first, ...later] = staged.value;
	const isPhased = later.length > 0;
	let last = base;
	const follow = async (stage: StageInForce): Promise<AdoptedVersion> => {
		last = await insertStage(ctx, tx, open, { stage, adoption, base, last, isPhased });
		return { versionId: last.id, startsOn: stage.on };
	};
	const made: [AdoptedVersion, ...AdoptedVersion[]] = [await follow(first)];
	for (const stage of later) made.push(await follow(stage));
	return ok(made);
}

interface StageInsert {
	readonly stage: StageInForce;
	readonly adoption: Adoption;
	readonly base: StructureVersion;
	/** The version before it, which ends where it begins. */
	readonly last: StructureVersion;
	readonly isPhased: boolean;
}

async function insertStage(
	ctx: Ctx,
	tx: Tx,
	open: OpenProposal,
	{ stage, adoption, base, last, isPhased }: StageInsert,
): Promise<StructureVersion> {
	const structure = adopted(adoption.run.before, stage.after, adoption);
	const version: StructureVersion = {
		...{ id: ctx.newId() as VersionId, municipalityId: open.municipality.id, status: 'frozen', revision: 1 },
		label: adoption.nameOf(isPhased ? stage.on : null),
		...{ validFrom: stage.on, validTo: null, basedOnId: last.id },
		contentHash: structureHash(structure),
		// The decision makes the version, but what it did not touch is as certain as it was before.
		origin: { ...originOf(adoption), verification: base.origin.verification },
	};
	await closeVersion(tx, last.id, stage.on);
	await insertVersion(tx, { ...version, createdAt: ctx.clock.now(), createdBy: open.actor.userId });
	await insertStructureContent(tx, version.id, structure, ctx.newId);
	await copyAllocations(tx, { from: base.id, to: version.id }, ctx.newId);
	await auditVersions(ctx, tx, { actor: open.actor, action: 'version.create' }, [version]);
	return version;
}

/**
 * What the scenario made has the decision as its source from now on, and so has what it changed; whatever the decision
 * does not say of a changed thing is as certain as it was before.
 */
function adopted(before: Structure, after: Structure, adoption: Adoption): Structure {
	const origin = originOf(adoption);
	const { units, posts, functions } = diffStructures(before, after);
	const changed = new Set<string>([units, posts, functions].flatMap((set) => set.changed.map(keyOf)));
	const decide = <Item extends { readonly key: string; readonly origin: Origin }>(item: Item): Item => {
		if (item.origin.source === 'scenario') return { ...item, origin };
		if (!changed.has(item.key)) return item;
		return { ...item, origin: { ...origin, verification: item.origin.verification } };
	};
	return {
		...after,
		units: after.units.map(decide),
		posts: after.posts.map(decide),
		functions: after.functions.map(decide),
	};
}

function keyOf({ after }: { readonly after: { readonly key: string } }): string {
	return after.key;
}

function originOf({ nameOf, decidedOn }: Adoption): Origin {
	return { verification: 'verified', source: nameOf(null).bg, asOf: decidedOn };
}
