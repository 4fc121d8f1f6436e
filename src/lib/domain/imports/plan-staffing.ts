import { HEADCOUNT_STEP, MAX_LENGTH, type AdministrationPart, type Post } from '../org/index.ts';
import { headcount, type PostKey, type UnitKey } from '../shared/index.ts';
import { newKey, originOf, put, sourcesOf, type Desk, type DeskSheet } from './desk.ts';
import type { FieldKey } from './fields.ts';
import { add, indexPosts, indexUnits, postName, type NameIndex } from './find-things.ts';
import { guessCategory, guessIsHead, guessRelation } from './guess-things.ts';
import { CATEGORY_WORDS, FUNDING_WORDS, RELATION_WORDS, FILLED_WORDS } from './nomenclature.ts';
import type { PlannedRow } from './plan-units.ts';
import { readCost, readOccupation } from './read-post-facts.ts';
import type { SheetRecord } from './records.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import { unitOfRow } from './unit-of-row.ts';
import { keyOfName } from './desk.ts';
import { eachRow, type Steps } from './steps.ts';

const MOST_POSTS = 1000;

/**
 * Takes in a staffing table. A line is found by its key, else by its unit and job title; the second row of one title
 * is the second line of that title. What the file does not say of a new line is concluded from its title and reported
 * (`imports/assumed`). Counts in posts, quarters allowed; yearly cost in euro.
 */
export function* planStaffing(
	desk: Desk,
	sheet: DeskSheet,
	records: readonly SheetRecord[],
): Steps<readonly PlannedRow[]> {
	const units = indexUnits(desk);
	const posts = indexPosts(desk);
	return yield* eachRow(records, (record) => planRow(desk, sheet, { units, posts }, record));
}

interface Indexes {
	readonly units: NameIndex<UnitKey>;
	readonly posts: Map<string, PostKey[]>;
}

function planRow(desk: Desk, sheet: DeskSheet, indexes: Indexes, record: SheetRecord): PlannedRow {
	const reader = rowReader(record, sheet.matches);
	const unitKey = unitOfRow(desk, sheet, indexes.units, reader);
	const title = reader.text('title', { max: MAX_LENGTH.name, words: 'title' });
	if (title === null) reader.report('error', 'imports/required', 'title');
	const before =
		unitKey === undefined || title === null ? null : findPost(desk, indexes, reader, unitKey, title);
	const counts = readCounts(reader, before);
	const part = unitKey === undefined ? undefined : desk.units.get(unitKey)?.part;
	const facts = title === null ? null : readFacts({ desk, sheet, reader }, before, { title, part });
	if (unitKey !== undefined && title !== null && facts && !before)
		warnOfNear(desk, reader, unitKey, { title, isHead: facts.isHead });
	if (unitKey === undefined || title === null || !counts || !facts || !reader.isGood())
		return { reader, key: null };
	const after: Post = {
		key: before?.key ?? newKey<PostKey>(desk, `${unitKey}-${title}`, desk.posts),
		unitKey,
		title: sameTitle(desk, before, title) ? before.title : { bg: title, en: null },
		...counts,
		...facts,
		origin: originOf(desk, sheet, reader.problems),
	};
	const from = { sheet: sheet.index, row: record.row };
	const isChanged = put(desk, {
		entity: 'post',
		key: after.key,
		before,
		after,
		from,
		sources: sourcesOf(sheet, reader),
	});
	desk.posts.set(after.key, isChanged ? after : (before ?? after));
	if (!before) add(indexes.posts, postName(desk, after), after.key);
	return { reader, key: after.key };
}

/** A new line whose title says the same in other words as one of the unit, or that would be its second head. */
function warnOfNear(
	desk: Desk,
	reader: RowReader,
	unitKey: UnitKey,
	line: { readonly title: string; readonly isHead: boolean },
): void {
	const words = titleWords(desk, line.title);
	const near = [...desk.posts.values()].find(
		(post) =>
			post.unitKey === unitKey &&
			!desk.named.has(`post:${post.key}`) &&
			(titleWords(desk, post.title.bg) === words || (post.isHead && line.isHead)),
	);
	if (near) reader.report('warning', 'imports/near-title', 'title', { suggestion: near.title.bg });
}

/** The words of a title that tell, in whatever order: „началник на отдел“ and „отдел, началник“ are one. */
function titleWords(desk: Desk, title: string): string {
	const words = keyOfName(desk, title, 'title').split(' ');
	return words
		.filter((word) => !/^(на|в|във|по|за|и|към|със?)$/u.test(word))
		.sort()
		.join(' ');
}

function sameTitle(desk: Desk, before: Post | null, title: string): before is Post {
	return before !== null && keyOfName(desk, before.title.bg, 'title') === keyOfName(desk, title, 'title');
}

function findPost(
	desk: Desk,
	indexes: Indexes,
	reader: RowReader,
	unitKey: UnitKey,
	title: string,
): Post | null {
	const key = reader.text('key', { max: 100 });
	const byKey = key === null ? undefined : desk.posts.get(key as PostKey);
	if (byKey && !desk.named.has(`post:${byKey.key}`)) return byKey;
	const named = indexes.posts.get(`${unitKey}|${keyOfName(desk, title, 'title')}`) ?? [];
	const free = named.find((one) => !desk.named.has(`post:${one}`));
	return free === undefined ? null : (desk.posts.get(free) ?? null);
}

/**
 * Approved and occupied posts; where the file gives only the vacant ones, the occupied follow. Where it gives neither,
 * a new line is assumed to be fully occupied and is so marked; a known line keeps what it has. A dash among the
 * occupied says „nobody“, as the totals of such tables count it: it is taken for 0 and so marked.
 */
function readCounts(reader: RowReader, before: Post | null): Pick<Post, 'approved' | 'occupied'> | null {
	const approved = count(reader, 'approved') ?? before?.approved ?? null;
	const written = count(reader, 'occupied');
	const vacant = count(reader, 'vacant') ?? vacantInWords(reader, approved);
	const isNobody = written === null && vacant === null && isDash(reader, 'occupied');
	const given = isNobody && !isDash(reader, 'vacant') ? 0 : written;
	if (approved === null) {
		if (reader.isGood()) reader.report('error', 'imports/required', 'approved');
		return null;
	}
	const occupied = given ?? (vacant === null ? before?.occupied : approved - vacant) ?? approved;
	if (written === null && vacant === null && (given === 0 || !before))
		reader.report('warning', 'imports/assumed', 'occupied', { detail: String(occupied) });
	if (given !== null && vacant !== null && Math.abs(approved - given - vacant) > 1e-9)
		reader.report('warning', 'imports/vacant-differs', 'vacant', { detail: String(approved - given) });
	if (occupied > approved || occupied < 0) {
		const field = given === null ? 'vacant' : 'occupied';
		reader.report('error', 'imports/occupied-above-approved', field, { detail: String(approved) });
		return null;
	}
	return { approved: headcount(approved), occupied: headcount(occupied) };
}

function isDash(reader: RowReader, field: FieldKey): boolean {
	return /^[-–—−]+$/u.test(reader.cell(field)?.text.trim() ?? '');
}

/** All or none of the posts of a row of which the table only says „незаета“ or „заета“. */
function vacantInWords(reader: RowReader, approved: number | null): number | null {
	const filled = reader.choice('filled', FILLED_WORDS);
	return filled === null ? null : filled === 'vacant' ? approved : 0;
}

function count(reader: RowReader, field: FieldKey): number | null {
	const value = reader.number(field);
	if (value === null) return null;
	if (value >= 0 && value <= MOST_POSTS && Number.isInteger(value / HEADCOUNT_STEP)) return value;
	reader.report('error', 'imports/headcount', field);
	return null;
}

type Facts = Pick<
	Post,
	'category' | 'relation' | 'funding' | 'isHead' | 'annualCost' | 'occupation' | 'note'
>;

function readFacts(
	{ desk, sheet, reader }: { readonly desk: Desk; readonly sheet: DeskSheet; readonly reader: RowReader },
	before: Post | null,
	{ title, part }: { readonly title: string; readonly part: AdministrationPart | undefined },
): Facts {
	const base = desk.context.mode === 'replace' ? null : before;
	const guess = <T extends string>(field: FieldKey, value: T): T => {
		if (!base) reader.report('warning', 'imports/assumed', field, { detail: value });
		return value;
	};
	const occupation = readOccupation(reader) ?? base?.occupation;
	const category =
		reader.choice('category', CATEGORY_WORDS) ?? base?.category ?? guess('category', guessCategory(title));
	const relation =
		reader.choice('relation', RELATION_WORDS) ??
		base?.relation ??
		guess('relation', guessRelation(category, title));
	return {
		category,
		relation,
		funding:
			reader.choice('funding', FUNDING_WORDS) ??
			base?.funding ??
			guess('funding', part === 'outside' ? 'local' : 'delegated'),
		isHead: reader.flag('isHead') ?? base?.isHead ?? guessIsHead(title),
		annualCost: readCost(desk, sheet, reader, before?.annualCost ?? null),
		...(occupation !== undefined && { occupation }),
		note: reader.text('note', { max: MAX_LENGTH.note }) ?? base?.note ?? null,
	};
}
