import type { AdministrationPart, LocalText, UnitKind } from '../org/index.ts';
import type { BeforeAfter, ChangeMark } from '../scenario/index.ts';
import { foldText, headcount, type EurCents, type Headcount, type UnitKey } from '../shared/index.ts';
import { hiddenParts, isSmallGroup } from '../training/index.ts';
import { councilRows, type CouncilRow } from './council-rows.ts';
import type { PaperFacts } from './facts.ts';

export const REDACTION_LEVELS = ['council', 'staff', 'public'] as const;
/** For whom a view of a decision is made: съвет, служители, граждани. */
export type RedactionLevel = (typeof REDACTION_LEVELS)[number];

/** A unit as a level shows it, or several one-person units of one kind together. */
export interface RedactedUnit {
	readonly key: string;
	readonly parentKey: string | null;
	/** Null for units put together: they are called by their kind. */
	readonly name: LocalText | null;
	readonly kind: UnitKind;
	readonly part: AdministrationPart;
	readonly depth: number;
	/** How many units the line stands for. */
	readonly units: number;
	readonly posts: Headcount;
	readonly change: ChangeMark | null;
}

/** A point of the decision as a level shows it: its number, and whether its reason may be told. */
export interface RedactedPoint {
	readonly number: number;
	readonly isReasonHidden: boolean;
}

/** People that the change touches, in numbers; null is a number about too few. */
export type RedactedPeople = Readonly<Record<'cut' | 'moved' | 'changed', number | null>>;

export interface RedactedFacts {
	readonly level: RedactionLevel;
	readonly structure: BeforeAfter<readonly RedactedUnit[]>;
	readonly people: RedactedPeople;
	/** Yearly cost; null where its change would tell what one or two people earn. */
	readonly cost: BeforeAfter<EurCents> | null;
	readonly points: readonly RedactedPoint[];
	/** How many units are called by their kind. */
	readonly hiddenUnits: number;
	/** Names that may not be told, with the kind by which each is called instead; of every level of the structure. */
	readonly replaced: readonly { readonly name: LocalText; readonly kind: UnitKind }[];
	/** Names of the other units: they stay, also where a name that may not be told stands in them. */
	readonly told: readonly LocalText[];
}

/**
 * What a level may see of the facts. The council sees all numbers; staff see no number about one or two people and no
 * reason that names a person; for citizens one-person units of one kind under one superior are one line as well.
 * Example: 16 mayoral offices of one post each become one line „кметско наместничество“ of 16 units and 16 posts.
 */
export function redactFacts(
	facts: PaperFacts,
	level: RedactionLevel,
	people: readonly string[],
): RedactedFacts {
	const alone = level === 'public' ? onePersonUnits(facts) : new Set<UnitKey>();
	const names = namesOfUnits(facts);
	return {
		level,
		structure: {
			before: putTogether(councilRows(facts, 'before'), alone),
			after: putTogether(councilRows(facts, 'after'), alone),
		},
		people: redactPeople(facts, level),
		cost: level === 'council' || !touchesFewPosts(facts) ? costOf(facts) : null,
		points: facts.report.operations.map(({ number, operation }) => ({
			number,
			isReasonHidden: level !== 'council' && mentionsPerson(operation.motive, people),
		})),
		hiddenUnits: alone.size,
		replaced: names.filter(({ key }) => alone.has(key)).map(({ name, kind }) => ({ name, kind })),
		told: names.filter(({ key }) => !alone.has(key)).map(({ name }) => name),
	};
}

/** Every name that a unit has before the change, after it, or by one of its operations. */
function namesOfUnits({ report }: PaperFacts) {
	const { structureBefore, structureAfter, operations } = report;
	const rows = [...structureBefore, ...structureAfter].map(({ unit: { key, name, kind } }) => ({
		...{ key, name, kind },
	}));
	const renamed = operations.flatMap(({ operation }) => {
		if (operation.kind !== 'unit-rename') return [];
		const { unitKey: key, name, kind } = operation.payload;
		return [{ key, name, kind }];
	});
	const all = [...rows, ...renamed];
	return [...new Map(all.map((one) => [`${one.key} ${one.name.bg} ${one.name.en ?? ''}`, one])).values()];
}

/** Public offices and mere headings keep their names whoever holds them. */
const PUBLIC_OFFICES: ReadonlySet<UnitKind> = new Set(['mayor', 'deputy-mayors', 'secretary', 'group']);

/** Units of one post, or a part of one, with all below them and never more: what is said of one is said of a person. */
function onePersonUnits({ report }: PaperFacts): ReadonlySet<UnitKey> {
	const most = new Map<UnitKey, number>();
	const rows = [...report.structureBefore, ...report.structureAfter];
	for (const { unit, total } of rows) most.set(unit.key, Math.max(most.get(unit.key) ?? 0, total));
	return new Set(
		rows
			.filter(({ unit: { key, kind } }) => {
				const posts = most.get(key) ?? 0;
				return !PUBLIC_OFFICES.has(kind) && posts > 0 && posts <= 1;
			})
			.map(({ unit }) => unit.key),
	);
}

/** One line for the one-person units of one kind and part under one superior, in the place of the first. */
function putTogether(rows: readonly CouncilRow[], alone: ReadonlySet<UnitKey>): readonly RedactedUnit[] {
	const groupOf = ({ parentKey, part, kind }: CouncilRow) => `${parentKey ?? ''}:${part}:${kind}`;
	const groups = Map.groupBy(
		rows.filter(({ key }) => alone.has(key)),
		groupOf,
	);
	const done = new Set<string>();
	return rows.flatMap((row): readonly RedactedUnit[] => {
		if (!alone.has(row.key)) return [{ ...row, units: 1 }];
		const group = groupOf(row);
		if (done.has(group)) return [];
		done.add(group);
		const members = groups.get(group) ?? [row];
		const posts = headcount(members.reduce((sum, member) => sum + member.posts, 0));
		return [{ ...row, key: group, name: null, units: members.length, posts, change: null }];
	});
}

/** Numbers about one or two people, and another one where the sum of all would give them away. */
function redactPeople({ report }: PaperFacts, level: RedactionLevel): RedactedPeople {
	const { cut, moved, changed } = report.impact.people;
	const parts = Object.entries({ cut, moved, changed }).map(([key, people]) => ({ key, people }));
	const hidden = level === 'council' ? new Set<string>() : hiddenParts(parts);
	const shown = (key: 'cut' | 'moved' | 'changed', value: number) => (hidden.has(key) ? null : value);
	return { cut: shown('cut', cut), moved: shown('moved', moved), changed: shown('changed', changed) };
}

/** Whether fewer than three posts change: then the change of the whole cost is what one or two people earn. */
function touchesFewPosts({ report }: PaperFacts): boolean {
	const { posts } = report.impact.diff;
	const touched = [...posts.created, ...posts.closed, ...posts.changed.map(({ after }) => after)];
	return isSmallGroup(touched.reduce((sum, post) => sum + post.approved, 0));
}

function costOf({ numbers }: PaperFacts): BeforeAfter<EurCents> {
	return { before: numbers.before.annualCost, after: numbers.after.annualCost };
}

/**
 * Whether a text names a person: the first and the last word of a name both stand in it, whatever stands between.
 * Letters of either size are the same. Example: „Освобождава се Иван П. Петров“ names Иван Петров Петров.
 */
export function mentionsPerson(text: string, people: readonly string[]): boolean {
	const words = new Set(wordsOf(text));
	return people.some((name) => {
		const parts = wordsOf(name);
		const [first, last] = [parts[0], parts.at(-1)];
		return (
			parts.length > 1 && first !== undefined && last !== undefined && words.has(first) && words.has(last)
		);
	});
}

function wordsOf(text: string): readonly string[] {
	return foldText(text)
		.split(/[^\p{L}-]+/u)
		.filter((word) => word.length > 1);
}
