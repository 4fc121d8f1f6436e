import type { Participation } from '../org/index.ts';
import {
	share as toShare,
	type FunctionKey,
	type PostKey,
	type Share,
	type UnitKey,
} from '../shared/index.ts';
import { keyOfName, placeOf, put, sourcesOf, type Desk, type DeskSheet } from './desk.ts';
import { findFunction, indexFunctions, indexPosts, indexUnits, type NameIndex } from './find-things.ts';
import { ROLE_WORDS } from './nomenclature.ts';
import type { PlannedRow } from './plan-units.ts';
import type { SheetRecord } from './records.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import { unitOfRow } from './unit-of-row.ts';

/**
 * Takes in who takes part in which function: function, unit, where named the job title, role О/У/С/И and share. The
 * place (function, unit, post) is the identity; a second accountable unit takes the function over from the first.
 */
export function planParticipations(
	desk: Desk,
	sheet: DeskSheet,
	records: readonly SheetRecord[],
): readonly PlannedRow[] {
	const owners = new Map(
		[...desk.participations.values()]
			.filter((part) => part.role === 'accountable')
			.map((part) => [part.functionKey, part]),
	);
	const indexes = {
		seen: new Set<string>(),
		units: indexUnits(desk),
		posts: indexPosts(desk),
		functions: indexFunctions(desk),
		owners,
	};
	return records.map((record) => planRow(desk, sheet, indexes, record));
}

interface Indexes {
	/** Places that rows of this sheet named. */
	readonly seen: Set<string>;
	readonly units: NameIndex<UnitKey>;
	readonly posts: ReadonlyMap<string, readonly PostKey[]>;
	readonly functions: ReadonlyMap<string, readonly FunctionKey[]>;
	readonly owners: Map<FunctionKey, Participation>;
}

function planRow(desk: Desk, sheet: DeskSheet, indexes: Indexes, record: SheetRecord): PlannedRow {
	const reader = rowReader(record, sheet.matches);
	const fn = findFunction(desk, indexes.functions, reader);
	const unitKey = unitOfRow(desk, sheet, indexes.units, reader);
	const role = reader.choice('role', ROLE_WORDS);
	if (role === null && reader.isGood()) reader.report('error', 'imports/required', 'role');
	const share = readShare(reader);
	const postKey = unitKey === undefined ? null : postOfRow(desk, indexes.posts, reader, unitKey);
	if (!fn || unitKey === undefined || role === null || postKey === undefined || !reader.isGood())
		return { reader, key: null };
	const place = placeOf({ functionKey: fn.key, unitKey, postKey });
	if (indexes.seen.has(place)) {
		reader.report('error', 'imports/twice', 'unit');
		return { reader, key: null };
	}
	indexes.seen.add(place);
	const before = desk.participations.get(place) ?? null;
	const kept = desk.context.mode === 'replace' ? null : (before?.share ?? null);
	const after: Participation = { functionKey: fn.key, unitKey, postKey, role, share: share ?? kept };
	const from = { sheet: sheet.index, row: record.row };
	const sources = sourcesOf(sheet, record);
	if (role === 'accountable' && before?.role !== 'accountable')
		yieldOwner(desk, reader, indexes, { after, from });
	put(desk, { entity: 'participation', key: place, before, after, from, sources });
	desk.participations.set(place, after);
	return { reader, key: place };
}

/** One unit answers for a function: the one before steps down to taking part. */
function yieldOwner(
	desk: Desk,
	reader: RowReader,
	indexes: Indexes,
	{ after, from }: { readonly after: Participation; readonly from: { sheet: number; row: number } },
): void {
	const now = indexes.owners.get(after.functionKey);
	indexes.owners.set(after.functionKey, after);
	if (!now || now.unitKey === after.unitKey) return;
	reader.report('warning', 'imports/owner-differs', 'role', { detail: now.unitKey });
	const place = placeOf(now);
	if (indexes.seen.has(place)) return;
	const changed: Participation = { ...now, role: 'participates' };
	put(desk, { entity: 'participation', key: place, before: now, after: changed, from, sources: [] });
	desk.participations.set(place, changed);
}

/** A share as a part of the whole: „40 %“, „0,4“; undefined is refused, null is not given. */
function readShare(reader: RowReader): Share | null {
	const value = reader.number('share');
	if (value === null) return null;
	if (value >= 0 && value <= 1) return toShare(value);
	const suggestion = value <= 100 ? { suggestion: `${value} %` } : {};
	reader.report('error', 'imports/out-of-range', 'share', suggestion);
	return null;
}

/** The line that a row names in its unit; null when it names none, undefined when there is no such line. */
export function postOfRow(
	desk: Desk,
	posts: ReadonlyMap<string, readonly PostKey[]>,
	reader: RowReader,
	unitKey: UnitKey,
): PostKey | null | undefined {
	const text = reader.text('post', { max: 300, words: 'title' });
	if (text === null) return null;
	const chosen = reader.match('post', text) ?? text;
	if (desk.posts.get(chosen as PostKey)?.unitKey === unitKey) return chosen as PostKey;
	const found = posts.get(`${unitKey}|${keyOfName(desk, text, 'title')}`)?.[0];
	if (found === undefined) reader.report('error', 'imports/post-unknown', 'post');
	return found;
}
