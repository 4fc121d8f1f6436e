import type { LocalText, OrgUnit, Post, Structure } from '../org/index.ts';
import { foldText, type Headcount, type UnitKey } from '../shared/index.ts';
import { holders } from './diff.ts';
import { ownHeadcounts } from './numbers.ts';
import type { RuleId, RuleVerdict, RuleVerdictKind } from './rules/index.ts';
import { canonicalJson } from './snapshot.ts';

/** Another unit as a thing names it: told apart by what it is, so that a new name of it changes nothing around it. */
export interface ComparedPlace {
	/** Key of a unit of the base; of a new one its name, as for {@link ComparedRow.id}. */
	readonly id: string;
	readonly name: LocalText;
}

/** How a unit stands in one structure. */
export interface ComparedUnit {
	readonly set: 'unit';
	readonly name: LocalText;
	readonly kind: OrgUnit['kind'];
	readonly part: OrgUnit['part'];
	/** The unit above; null at the top. */
	readonly place: ComparedPlace | null;
	/** Own approved posts. */
	readonly posts: Headcount;
}

/** How a line of the staffing table stands in one structure. */
export interface ComparedPost {
	readonly set: 'post';
	readonly name: LocalText;
	readonly place: ComparedPlace | null;
	readonly posts: Headcount;
	readonly category: Post['category'];
	readonly relation: Post['relation'];
	readonly funding: Post['funding'];
	readonly isHead: boolean;
}

/** How a function stands in one structure. */
export interface ComparedFunction {
	readonly set: 'function';
	readonly name: LocalText;
	/** The units that answer for it. */
	readonly holders: readonly ComparedPlace[];
}

export type ComparedThing = ComparedUnit | ComparedPost | ComparedFunction;

/** One thing in every structure compared; null where it does not stand. */
export interface ComparedRow {
	readonly id: string;
	readonly set: ComparedThing['set'];
	readonly name: LocalText;
	readonly cells: readonly (ComparedThing | null)[];
}

/**
 * The things that do not stand alike in all the structures, the first of which is the base; units before posts before
 * functions, each in the order of the first structure that has it. What a scenario makes has a key of its own, so new
 * things of two scenarios are the same when they are called the same (a post also by its unit).
 * Example: „Отдел Екология“ is made under a directorate in one scenario and at the top in another → one row of two places.
 */
export function compareStructures(structures: readonly Structure[]): readonly ComparedRow[] {
	const base = new Set(
		(structures[0] ? [structures[0].units, structures[0].posts, structures[0].functions] : [])
			.flat()
			.map(({ key }) => key as string),
	);
	const sides = structures.map((structure) => thingsOf(structure, base));
	const ids = new Set(sides.flatMap((side) => [...side.keys()]));
	const rows = [...ids].flatMap((id): readonly ComparedRow[] => {
		const cells = sides.map((side) => side.get(id) ?? null);
		const known = cells.find((cell) => cell !== null);
		return known && !isAlike(cells) ? [{ id, set: known.set, name: known.name, cells }] : [];
	});
	return SETS.flatMap((set) => rows.filter((row) => row.set === set));
}

const SETS = ['unit', 'post', 'function'] as const;

/** Whether a row tells the scenarios apart, not only from the base, which is the first cell. */
export function tellsApart({ cells }: Pick<ComparedRow, 'cells'>): boolean {
	return !isAlike(cells.slice(1));
}

function isAlike(cells: readonly (ComparedThing | null)[]): boolean {
	return new Set(cells.map((cell) => canonicalJson(cell && identityOf(cell)))).size <= 1;
}

/** The thing with the units around it by what they are, not by what they are called. */
function identityOf(thing: ComparedThing) {
	if (thing.set === 'function') return { ...thing, holders: thing.holders.map(({ id }) => id) };
	return { ...thing, place: thing.place?.id ?? null };
}

function thingsOf(structure: Structure, base: ReadonlySet<string>): ReadonlyMap<string, ComparedThing> {
	const units = new Map(structure.units.map((unit) => [unit.key, unit]));
	const placeOf = (key: UnitKey | null): ComparedPlace | null => {
		const unit = key === null ? undefined : units.get(key);
		return unit ? { id: base.has(unit.key) ? unit.key : foldText(unit.name.bg), name: unit.name } : null;
	};
	const own = ownHeadcounts(structure);
	const held = holders(structure);
	const things = new Map<string, ComparedThing>();
	const put = (key: string, called: string, thing: ComparedThing) => {
		const id = base.has(key) ? key : `${thing.set} ${foldText(called)}`;
		let free = id;
		for (let again = 2; things.has(free); again++) free = `${id}#${again}`;
		things.set(free, thing);
	};
	for (const { key, name, kind, part, parentKey } of structure.units) {
		const posts = own.get(key) ?? (0 as Headcount);
		put(key, name.bg, { set: 'unit', name, kind, part, place: placeOf(parentKey), posts });
	}
	for (const post of structure.posts) {
		const { key, title: name, approved: posts, category, relation, funding, isHead } = post;
		const place = placeOf(post.unitKey);
		const thing = { set: 'post', name, place, posts, category, relation, funding, isHead } as const;
		put(key, `${name.bg} ${place?.id ?? ''}`, thing);
	}
	for (const { key, text: name } of structure.functions) {
		const answering = (held.get(key) ?? []).flatMap((unit) => placeOf(unit) ?? []);
		put(key, name.bg, { set: 'function', name, holders: answering });
	}
	return things;
}

/** One rule with its verdict in every structure compared. */
export interface ComparedRule {
	readonly rule: RuleId;
	readonly citation: string;
	readonly verdicts: readonly RuleVerdictKind[];
}

/** The rules whose verdict is not the same everywhere, in the order of the catalogue. */
export function compareRuleVerdicts(sides: readonly (readonly RuleVerdict[])[]): readonly ComparedRule[] {
	return (sides[0] ?? []).flatMap(({ rule, citation }, at) => {
		const verdicts = sides.flatMap((side) => side[at]?.verdict ?? []);
		return new Set(verdicts).size > 1 ? [{ rule, citation, verdicts }] : [];
	});
}
