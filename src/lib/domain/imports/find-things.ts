import type { AdminFunction, OrgUnit, Participation, Post } from '../org/index.ts';
import type { FunctionKey, PostKey, UnitKey } from '../shared/index.ts';
import { keyOfName, type Desk, type DeskSheet } from './desk.ts';
import type { RowReader } from './row-reader.ts';
import { guessUnitKind } from './guess-things.ts';
import { likeness, nameKey, withoutNumbering } from './words.ts';

/** Names of what is there, for finding it by a text of the file. */
export interface NameIndex<Key extends string> {
	/** Keys by full name. */
	readonly full: Map<string, Key[]>;
	/** Keys by the name without the word for the kind: „обща администрация“ for a directorate. */
	readonly short: Map<string, Key[]>;
}

/** Names of the things that rows about work and people point at. */
export interface NameIndexes {
	readonly units: NameIndex<UnitKey>;
	/** Lines of the staffing table by unit and title. */
	readonly posts: ReadonlyMap<string, readonly PostKey[]>;
	readonly functions: ReadonlyMap<string, readonly FunctionKey[]>;
}

/** Units, posts and functions by their names as names are compared, with what the file has brought so far. */
export function indexNames(desk: Desk): NameIndexes {
	return { units: indexUnits(desk), posts: indexPosts(desk), functions: indexFunctions(desk) };
}

/** The participations of the units that answer, by function. */
export function indexOwners(desk: Desk): Map<FunctionKey, Participation[]> {
	const accountable = [...desk.participations.values()].filter((part) => part.role === 'accountable');
	return Map.groupBy(accountable, (part) => part.functionKey);
}

/**
 * Units by their names with and without the word for their kind; a former name leads to the unit too while no other
 * has it.
 */
export function indexUnits(desk: Desk): NameIndex<UnitKey> {
	const index: NameIndex<UnitKey> = { full: new Map(), short: new Map() };
	for (const unit of desk.units.values()) indexUnit(desk, index, unit);
	for (const unit of desk.context.structure.units)
		addFormer(desk.units, index.full, keyOfName(desk, unit.name.bg, 'unit'), unit.key);
	return index;
}

/** Enters one unit that the file brings into an index of `indexUnits`. */
export function indexUnit(desk: Desk, index: NameIndex<UnitKey>, unit: OrgUnit): void {
	const name = keyOfName(desk, unit.name.bg, 'unit');
	add(index.full, name, unit.key);
	add(index.short, name.replace(KIND_WORD, ''), unit.key);
}

/**
 * The unit that a text names: by the person's choice, by its whole name, by its name without the word for its kind
 * where only one unit has it and the text says no other kind. Among several of one name the one below `parent` is taken.
 */
export function findUnit(
	desk: Desk,
	index: NameIndex<UnitKey>,
	text: string,
	parent: UnitKey | null = null,
): UnitKey | undefined {
	const name = keyOfName(desk, text, 'unit');
	const found =
		index.full.get(name) ??
		index.short.get(name) ??
		index.short.get(name.replace(KIND_WORD, ''))?.filter((key) => saysKindOf(text, desk.units.get(key))) ??
		headOf(desk, name);
	const below = found.filter((key) => desk.units.get(key)?.parentKey === parent);
	return found.length > 1 ? (below.length === 1 ? below[0] : undefined) : found[0];
}

/**
 * The one mayor or secretary of the municipality, called by the post alone („Кметът“, „Кмет на общината“), or by the
 * municipality where the structure leaves that out.
 */
function headOf(desk: Desk, name: string): readonly UnitKey[] {
	const said = HEAD.exec(name);
	if (!said) return [];
	const kind = said[1] === 'кмет' ? 'mayor' : 'secretary';
	const heads = [...desk.units.values()].filter((unit) => unit.kind === kind);
	return heads
		.filter((unit) => {
			const own = HEAD.exec(keyOfName(desk, unit.name.bg, 'unit'));
			return own !== null && (own[2] === undefined || said[2] === undefined || own[2] === said[2]);
		})
		.map(({ key }) => key);
}

/** The post, and the municipality by name. */
const HEAD = /^(кмет|секретар)(?:ът|ят|а|я)?(?: на)?(?: община(?:та)?(?: (\p{L}.*))?)?$/u;

/** „Дирекция „Обща администрация““ is neither the group of that name nor a department of it: the kinds must agree. */
function saysKindOf(text: string, unit: OrgUnit | undefined): boolean {
	const name = withoutNumbering(text);
	return !KIND_WORD.test(nameKey(name, 'unit')) || guessUnitKind(name) === unit?.kind;
}

/** The name of a unit for a sentence about it. */
export function nameOfUnit(desk: Desk, key: UnitKey): string {
	return desk.units.get(key)?.name.bg ?? key;
}

/** Where a unit stands whose row was not accepted: „12“, on another sheet „12 (Звена)“; undefined for any other text. */
export function refusedPlace(desk: Desk, sheet: DeskSheet, text: string): string | undefined {
	const refused = desk.refusedUnits.get(keyOfName(desk, withoutNumbering(text), 'unit'));
	if (!refused) return undefined;
	return refused.sheet.index === sheet.index ? `${refused.row}` : `${refused.row} (${refused.sheet.name})`;
}

/** The name that a text comes nearest to; undefined when none is near. */
export function nearestUnit(desk: Desk, text: string): string | undefined {
	const name = keyOfName(desk, text, 'unit');
	let best: { score: number; name?: string } = { score: 0.6 };
	for (const unit of desk.units.values()) {
		const score = likeness(name, keyOfName(desk, unit.name.bg, 'unit'));
		if (score > best.score) best = { score, name: unit.name.bg };
	}
	return best.name;
}

/** Lines of the staffing table by unit and title, in their order. */
export function indexPosts(desk: Desk): Map<string, PostKey[]> {
	const index = new Map<string, PostKey[]>();
	for (const post of desk.posts.values()) add(index, postName(desk, post), post.key);
	for (const post of desk.context.structure.posts)
		addFormer(desk.posts, index, postName(desk, post), post.key);
	return index;
}

/** The name of a post as it is compared: the title within its unit. */
export function postName(desk: Desk, post: Pick<Post, 'unitKey' | 'title'>): string {
	return `${post.unitKey}|${keyOfName(desk, post.title.bg, 'title')}`;
}

/** Functions by their texts; a former text leads to the function too while no other has it. */
export function indexFunctions(desk: Desk): Map<string, FunctionKey[]> {
	const index = new Map<string, FunctionKey[]>();
	for (const fn of desk.functions.values()) add(index, keyOfName(desk, fn.text.bg, 'plain'), fn.key);
	for (const fn of desk.context.structure.functions)
		addFormer(desk.functions, index, keyOfName(desk, fn.text.bg, 'plain'), fn.key);
	return index;
}

/** The function that a cell names, by key, by text, or by the person's choice; says so when there is none. */
export function findFunction(
	desk: Desk,
	index: ReadonlyMap<string, readonly FunctionKey[]>,
	reader: RowReader,
): AdminFunction | undefined {
	const text = reader.text('function', { max: 2000 });
	if (text === null) {
		reader.report('error', 'imports/required', 'function');
		return undefined;
	}
	const chosen = reader.match('function', text);
	const byKey = desk.functions.get((chosen ?? text) as FunctionKey);
	if (byKey) return byKey;
	const name = keyOfName(desk, text, 'plain');
	const found = index.get(name)?.[0];
	if (found !== undefined) return desk.functions.get(found);
	const near = nearestFunction(desk, name);
	reader.report('error', 'imports/function-unknown', 'function', near ? { suggestion: near } : {});
	return undefined;
}

function nearestFunction(desk: Desk, name: string): string | undefined {
	let best: { score: number; text?: string } = { score: 0.75 };
	for (const fn of desk.functions.values()) {
		const score = likeness(name, keyOfName(desk, fn.text.bg, 'plain'));
		if (score > best.score) best = { score, text: fn.text.bg };
	}
	return best.text;
}

/** A thing that the file itself renames is still found by the name that it had, as long as no other has it. */
function addFormer<Key extends string>(
	now: ReadonlyMap<Key, unknown>,
	index: Map<string, Key[]>,
	name: string,
	key: Key,
): void {
	if (now.has(key) && !index.has(name)) index.set(name, [key]);
}

/** Enters a key under a name that several things may have. */
export function add<Key>(index: Map<string, Key[]>, name: string, key: Key): void {
	const known = index.get(name);
	if (known) known.push(key);
	else index.set(name, [key]);
}

const KIND_WORD = /^(дирекция|отдел|сектор|звено|кметство|общинско предприятие) (?:на )?/u;
