import { can } from '#lib/domain/access/index.ts';
import {
	lookUp,
	type Activity,
	type AdminFunction,
	type FunctionBasis,
	type LocalText,
	type ParticipationRole,
	type Power,
	type StructureLookup,
} from '#lib/domain/org/index.ts';
import {
	err,
	ok,
	type FunctionKey,
	type PostKey,
	type Result,
	type Share,
	type UnitKey,
	type VersionId,
} from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import type { BasisMark } from '../queries/basis-mark.ts';
import { findFunctionRevision } from '../queries/function.ts';
import { listFindingsAbout } from '../queries/history-uses.ts';
import {
	listLegalActs,
	listPolicyAreas,
	listPowers,
	type LegalAct,
	type PolicyArea,
} from '../queries/legal.ts';
import { listActivityRevisions } from '../queries/workload.ts';
import { listHistory, type HistoryEntry } from './history.ts';
import { marksOf } from './legal-register.ts';
import type { NamedKey } from './unit-page.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

export interface FunctionParticipant {
	readonly unit: NamedKey<UnitKey>;
	readonly post: NamedKey<PostKey> | null;
	readonly role: ParticipationRole;
	readonly share: Share | null;
}

export interface FunctionPage {
	readonly fn: AdminFunction;
	readonly revision: number;
	readonly area: LocalText;
	readonly bases: readonly (FunctionBasis & { readonly act: LegalAct | null })[];
	readonly powers: readonly (Power & { readonly act: LegalAct | null })[];
	readonly participants: readonly FunctionParticipant[];
	/** Who of the unit does the work stands here only for whoever may see its people. */
	readonly activities: readonly (Activity & { readonly unitName: LocalText })[];
	/** Revision of each activity by its key. */
	readonly activityRevisions: Readonly<Record<string, number>>;
	readonly findings: readonly { readonly id: string; readonly number: number; readonly title: string }[];
	readonly history: readonly HistoryEntry[];
	/** Bases that changed or ended and that nobody looked at since. */
	readonly marks: readonly BasisMark[];
	/** Choices for a new participant. */
	readonly units: readonly NamedKey<UnitKey>[];
	readonly posts: readonly (NamedKey<PostKey> & { readonly unitKey: UnitKey })[];
}

/** One function with its bases, powers, participants, counted work, findings and history. */
export async function viewFunction(
	ctx: Ctx,
	address: WorkspaceAddress,
	key: FunctionKey,
): Promise<Result<FunctionPage, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure, version, municipality, actor } = opened.value;
	const lookup = lookUp(structure);
	const fn = lookup.functionByKey.get(key);
	const revision = await findFunctionRevision(ctx.db, version.id, key);
	if (!fn || revision === undefined) return err(DENIED);
	const acts = new Map((await listLegalActs(ctx.db, [municipality.id])).map((act) => [act.key, act]));
	const actOf = (actKey: string) => acts.get(actKey) ?? null;
	const sees = (unitKey: UnitKey) => {
		const unit = { municipalityId: municipality.id, unitKey };
		return can(actor, 'people.read', unit) || can(actor, 'workload.edit', unit);
	};
	const powers = (await listPowers(ctx.db)).filter((power) => fn.powers.includes(power.key));
	const areas = await listPolicyAreas(ctx.db);
	return ok({
		fn,
		revision,
		area: areas.find((area) => area.key === fn.policyArea)?.name ?? { bg: fn.policyArea, en: null },
		bases: fn.bases.map((basis) => ({ ...basis, act: actOf(basis.actKey) })),
		powers: powers.map((power) => ({ ...power, act: actOf(power.actKey) })),
		participants: participantsOf(lookup, key),
		activities: (lookup.activitiesByFunction.get(key) ?? []).map((activity) => ({
			...activity,
			postKey: sees(activity.unitKey) ? activity.postKey : null,
			unitName: lookup.unitByKey.get(activity.unitKey)?.name ?? { bg: activity.unitKey, en: null },
		})),
		marks: (await marksOf(ctx, opened.value)).filter(({ functionKey }) => functionKey === key),
		activityRevisions: await activityRevisions(ctx, version.id, lookup, key),
		findings: await listFindingsAbout(ctx.db, municipality.id, key),
		history: can(actor, 'audit.read', { municipalityId: municipality.id })
			? await listHistory(ctx, opened.value, { entity: 'function', key })
			: [],
		units: structure.units.map((unit) => ({ key: unit.key, name: unit.name })),
		posts: structure.posts.map((post) => ({ key: post.key, name: post.title, unitKey: post.unitKey })),
	});
}

async function activityRevisions(
	ctx: Ctx,
	versionId: VersionId,
	lookup: StructureLookup,
	key: FunctionKey,
): Promise<Readonly<Record<string, number>>> {
	const revisions: Record<string, number> = {};
	const own = lookup.activitiesByFunction.get(key) ?? [];
	for (const unitKey of new Set(own.map((activity) => activity.unitKey))) {
		Object.assign(revisions, Object.fromEntries(await listActivityRevisions(ctx.db, versionId, unitKey)));
	}
	return revisions;
}

/** What a form about a function lets choose from. */
export interface FunctionChoices {
	readonly areas: readonly PolicyArea[];
	readonly acts: readonly LegalAct[];
	readonly powers: readonly Power[];
	readonly units: readonly NamedKey<UnitKey>[];
	readonly generalCategories: readonly string[];
	/** Whether the version can be edited at all. */
	readonly version: OpenStructure['version'];
}

export async function functionChoices(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<FunctionChoices, Refused>> {
	const opened = await openStructure(ctx, address, 'structure.edit');
	if (!opened.ok) return opened;
	const { structure, version } = opened.value;
	const categories = structure.functions.flatMap((fn) => fn.generalCategory ?? []);
	return ok({
		areas: await listPolicyAreas(ctx.db),
		acts: await listLegalActs(ctx.db, [structure.municipality.id]),
		powers: await listPowers(ctx.db),
		units: structure.units.map((unit) => ({ key: unit.key, name: unit.name })),
		generalCategories: [...new Set(categories)].sort(),
		version,
	});
}

const ROLE_ORDER: readonly ParticipationRole[] = ['accountable', 'participates', 'consulted', 'informed'];

function participantsOf(lookup: StructureLookup, key: FunctionKey): readonly FunctionParticipant[] {
	return (lookup.participationsByFunction.get(key) ?? [])
		.flatMap((part): readonly FunctionParticipant[] => {
			const unit = lookup.unitByKey.get(part.unitKey);
			const post = part.postKey === null ? undefined : lookup.postByKey.get(part.postKey);
			if (!unit) return [];
			return [
				{
					unit: { key: unit.key, name: unit.name },
					post: post ? { key: post.key, name: post.title } : null,
					role: part.role,
					share: part.share,
				},
			];
		})
		.sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role));
}
