import {
	ADMINISTRATION_PARTS,
	FUNDING_SOURCES,
	type AdministrationPart,
	type FundingSource,
	type LocalText,
	type OrgUnit,
	type Post,
	type Structure,
	type UnitKind,
} from '../org/index.ts';
import type { BeforeAfter } from '../scenario/index.ts';
import { ancestorKeys, depthFirst, headcount, type Headcount, type UnitKey } from '../shared/index.ts';

/** A line of the annex of posts: a unit at the level on which the council decides, with everything below it. */
export interface CouncilUnit {
	readonly key: UnitKey;
	readonly name: LocalText;
	readonly kind: UnitKind;
	/** The part in which these posts are counted; a unit that changes its part has a line where it was and one where it is. */
	readonly part: AdministrationPart;
	readonly posts: BeforeAfter<Headcount>;
	/** The posts after the change by who pays for them; their sum is `posts.after`. */
	readonly funding: Readonly<Record<FundingSource, Headcount>>;
}

/** Units above the level of the decision: whoever leads, and headings that only hold others together. */
const LEADING: ReadonlySet<UnitKind> = new Set(['mayor', 'deputy-mayors', 'secretary', 'group']);

/**
 * The posts by the units that the council decides on, „до равнище дирекции включително“: below the mayor, the deputies,
 * the secretary and mere headings each line is one unit with everything under it. Parts in their order, in each the
 * order of the structure after the change, closed units last. A unit of another part than the one above it (a mayoralty,
 * a social service) has a line of its own, so each post is in exactly one line and one part, and lines add up to the
 * total. Posts are approved posts. Example: a directorate of 1 over departments of 4 and 6 is one line of 11.
 */
export function councilCounts({ before, after }: BeforeAfter<Structure>): readonly CouncilUnit[] {
	const [was, becomes] = [counted(before), counted(after)];
	const keys = [...new Set([...becomes.order, ...was.order])];
	return ADMINISTRATION_PARTS.flatMap((part) =>
		keys.flatMap((unitKey): readonly CouncilUnit[] => {
			const key = lineKey(unitKey, part);
			const unit = becomes.units.get(unitKey) ?? was.units.get(unitKey);
			const [old, fresh] = [was.posts.get(key) ?? [], becomes.posts.get(key) ?? []];
			if (!unit || (old.length === 0 && fresh.length === 0)) return [];
			return [
				{
					...{ key: unitKey, name: unit.name, kind: unit.kind, part },
					posts: { before: sum(old), after: sum(fresh) },
					funding: byFunding(fresh),
				},
			];
		}),
	);
}

/** Keys of the units down to the level of the decision: what the council's picture of the structure shows. */
export function councilUnitKeys(units: readonly OrgUnit[]): ReadonlySet<UnitKey> {
	const byKey = new Map(units.map((unit) => [unit.key, unit]));
	return new Set(units.filter(({ key }) => levelOf(byKey, key) === key).map(({ key }) => key));
}

interface Counted {
	readonly order: readonly UnitKey[];
	readonly units: ReadonlyMap<UnitKey, OrgUnit>;
	readonly posts: ReadonlyMap<string, readonly Post[]>;
}

function counted(structure: Structure): Counted {
	const units = new Map(structure.units.map((unit) => [unit.key, unit]));
	const sorted = structure.units.toSorted((a, b) => a.sort - b.sort || (a.key < b.key ? -1 : 1));
	return {
		units,
		order: depthFirst<UnitKey, OrgUnit>(sorted).map(({ item }) => item.key),
		posts: Map.groupBy(structure.posts, ({ unitKey }) =>
			lineKey(levelOf(units, unitKey), units.get(unitKey)?.part ?? 'direct'),
		),
	};
}

/** The unit of the decision under which a unit falls: the highest of its part that is not above that level; or itself. */
function levelOf(units: ReadonlyMap<UnitKey, OrgUnit>, key: UnitKey): UnitKey {
	const part = units.get(key)?.part;
	const path = [...ancestorKeys<UnitKey, OrgUnit>(units, key)].reverse();
	return (
		path.find((above) => {
			const unit = units.get(above);
			return unit !== undefined && !LEADING.has(unit.kind) && unit.part === part;
		}) ?? key
	);
}

function lineKey(unitKey: UnitKey, part: AdministrationPart): string {
	return `${part} ${unitKey}`;
}

function byFunding(posts: readonly Post[]): Readonly<Record<FundingSource, Headcount>> {
	return Object.fromEntries(
		FUNDING_SOURCES.map((funding) => [funding, sum(posts.filter((post) => post.funding === funding))]),
	) as Record<FundingSource, Headcount>;
}

function sum(posts: readonly Post[]): Headcount {
	return headcount(posts.reduce((total, post) => total + post.approved, 0));
}
