import { can } from '#lib/domain/access/index.ts';
import {
	checkRules,
	checkStructure,
	headcountOf,
	lookUp,
	type FunctionKind,
	type HeadcountTotals,
	type LocalText,
	type OrgUnit,
	type ParticipationRole,
	type Post,
	type StructureFinding,
	type StructureLookup,
} from '#lib/domain/org/index.ts';
import {
	ancestorKeys,
	err,
	ok,
	subtreeKeys,
	type FunctionKey,
	type PostKey,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { listFindingsAbout } from '../queries/history-uses.ts';
import { listParameters } from '../queries/legal.ts';
import { findUnit } from '../queries/unit.ts';
import { listHistory, type HistoryEntry } from './history.ts';
import { costSight, withoutHiddenCost } from './post-costs.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

export interface NamedKey<Key> {
	readonly key: Key;
	readonly name: LocalText;
}

export interface UnitFunction {
	readonly key: FunctionKey;
	readonly text: LocalText;
	readonly kind: FunctionKind;
	readonly roles: readonly ParticipationRole[];
	readonly hasBasis: boolean;
	readonly isMeasured: boolean;
}

export interface UnitPage {
	readonly unit: OrgUnit;
	readonly revision: number;
	/** From the top down to the superior. */
	readonly path: readonly NamedKey<UnitKey>[];
	readonly children: readonly (NamedKey<UnitKey> & { readonly approved: number })[];
	readonly posts: readonly Post[];
	/** The actor may not see what each post costs. */
	readonly areCostsHidden: boolean;
	readonly own: HeadcountTotals;
	readonly total: HeadcountTotals;
	readonly functions: readonly UnitFunction[];
	readonly checks: readonly StructureFinding[];
	readonly findings: readonly { readonly id: string; readonly number: number; readonly title: string }[];
	/** Empty for whoever may not read the trail. */
	readonly history: readonly HistoryEntry[];
}

/** One unit with what it consists of, what it does, what is wrong with it and who changed it. */
export async function viewUnit(
	ctx: Ctx,
	address: WorkspaceAddress,
	key: UnitKey,
): Promise<Result<UnitPage, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure, version, municipality, actor } = opened.value;
	const stored = await findUnit(ctx.db, version.id, key);
	if (!stored) return err(DENIED);
	const lookup = lookUp(structure);
	const posts = lookup.postsByUnit.get(key) ?? [];
	const below = subtreeKeys<UnitKey, OrgUnit>(structure.units, key);
	const sees = costSight(actor, municipality);
	const mayReadTrail = can(actor, 'audit.read', { municipalityId: municipality.id });
	return ok({
		unit: stored.value,
		revision: stored.revision,
		path: pathTo(lookup, key),
		children: childrenOf(lookup, key),
		posts: posts.map((post) => withoutHiddenCost(post, sees)),
		areCostsHidden: !sees({ unitKey: key }),
		own: headcountOf(posts),
		total: headcountOf(structure.posts.filter((post) => below.has(post.unitKey))),
		functions: functionsOf(lookup, key),
		checks: await checksOf(ctx, opened.value, key, new Set(posts.map((post) => post.key))),
		findings: await listFindingsAbout(ctx.db, municipality.id, key),
		history: mayReadTrail ? await listHistory(ctx, opened.value, { entity: 'unit', key }) : [],
	});
}

/** Units above a unit, the top first. */
export function pathTo(lookup: StructureLookup, key: UnitKey): readonly NamedKey<UnitKey>[] {
	return ancestorKeys<UnitKey, OrgUnit>(lookup.unitByKey, key)
		.toReversed()
		.flatMap((above) => {
			const unit = lookup.unitByKey.get(above);
			return unit ? [{ key: unit.key, name: unit.name }] : [];
		});
}

function childrenOf(lookup: StructureLookup, key: UnitKey): UnitPage['children'] {
	return lookup.structure.units
		.filter((unit) => unit.parentKey === key)
		.map((unit) => ({
			key: unit.key,
			name: unit.name,
			approved: headcountOf(lookup.postsByUnit.get(unit.key) ?? []).approved,
		}));
}

function functionsOf(lookup: StructureLookup, key: UnitKey): readonly UnitFunction[] {
	const parts = Map.groupBy(lookup.participationsByUnit.get(key) ?? [], (part) => part.functionKey);
	return lookup.structure.functions.flatMap((fn) => {
		const own = parts.get(fn.key);
		if (!own) return [];
		return [
			{
				key: fn.key,
				text: fn.text,
				kind: fn.kind,
				roles: [...new Set(own.map((part) => part.role))],
				hasBasis: fn.bases.length > 0,
				isMeasured: (lookup.activitiesByFunction.get(fn.key) ?? []).some(
					(activity) => activity.annualVolume !== null && activity.minutes !== null,
				),
			},
		];
	});
}

async function checksOf(
	ctx: Ctx,
	{ structure, municipality }: OpenStructure,
	key: UnitKey,
	posts: ReadonlySet<PostKey>,
): Promise<readonly StructureFinding[]> {
	const rules = checkRules(await listParameters(ctx.db), ctx.clock.today(), municipality.id);
	return checkStructure(structure, rules).filter(
		({ subject }) =>
			(subject.kind === 'unit' && subject.key === key) || (subject.kind === 'post' && posts.has(subject.key)),
	);
}
