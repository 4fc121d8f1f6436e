import type { Participation } from '../org/index.ts';
import {
	share as toShare,
	type FunctionKey,
	type PostKey,
	type Share,
	type UnitKey,
} from '../shared/index.ts';
import { keyOfName, note, placeOf, put, sourcesOf, type Desk, type DeskSheet } from './desk.ts';
import { findFunction, indexNames, indexOwners, nameOfUnit, type NameIndexes } from './find-things.ts';
import { ROLE_WORDS } from './nomenclature.ts';
import type { PlannedRow } from './plan-units.ts';
import type { SheetRecord } from './records.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import { unitOfRow } from './unit-of-row.ts';
import { eachRow, type Steps } from './steps.ts';

/**
 * Takes in who takes part in which function: function, unit, where named the job title, role О/У/С/И and share. The
 * place (function, unit, post) is the identity. One unit answers for a function: a row takes it over from the unit
 * that answers so far (`imports/owner-differs`); two rows that name different ones are refused (`imports/second-owner`).
 * Two units that both answer in the structure stay as they are when the file says the same of them.
 */
export function* planParticipations(
	desk: Desk,
	sheet: DeskSheet,
	records: readonly SheetRecord[],
): Steps<readonly PlannedRow[]> {
	const indexes = { seen: new Set<string>(), ...indexNames(desk), owners: indexOwners(desk) };
	return yield* eachRow(records, (record) => planRow(desk, sheet, indexes, record));
}

interface Indexes extends NameIndexes {
	/** Places that rows of this sheet named. */
	readonly seen: Set<string>;
	/** The participations of the unit that answers, by function. */
	readonly owners: Map<FunctionKey, readonly Participation[]>;
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
	const before = desk.participations.get(place) ?? null;
	const isTakenOver = role === 'accountable' && before?.role !== 'accountable';
	if (isTakenOver && isOwnedByAnother(desk, reader, fn.key, unitKey)) return { reader, key: null };
	if (role === 'accountable' && !desk.owners.has(fn.key)) desk.owners.set(fn.key, unitKey);
	indexes.seen.add(place);
	const kept = desk.context.mode === 'replace' ? null : (before?.share ?? null);
	const after: Participation = { functionKey: fn.key, unitKey, postKey, role, share: share ?? kept };
	const from = { sheet: sheet.index, row: record.row };
	const sources = sourcesOf(sheet, reader);
	if (isTakenOver) yieldOwner(desk, reader, indexes, { after, from });
	put(desk, { entity: 'participation', key: place, before, after, from, sources });
	desk.participations.set(place, after);
	return { reader, key: place };
}

/** Whether a row above, or the list of functions, gave the function to another unit; says so in the cell. */
function isOwnedByAnother(desk: Desk, reader: RowReader, fn: FunctionKey, unitKey: UnitKey): boolean {
	const owner = desk.owners.get(fn) ?? unitKey;
	desk.owners.set(fn, owner);
	if (owner === unitKey) return false;
	reader.report('error', 'imports/second-owner', 'role', { detail: nameOfUnit(desk, owner) });
	return true;
}

/** The unit that answered before steps down to taking part, unless a row says what becomes of it. */
function yieldOwner(
	desk: Desk,
	reader: RowReader,
	indexes: Indexes,
	{ after, from }: { readonly after: Participation; readonly from: { sheet: number; row: number } },
): void {
	const before = indexes.owners.get(after.functionKey) ?? [];
	const others = before.filter((part) => part.unitKey !== after.unitKey);
	indexes.owners.set(after.functionKey, [after]);
	const [other] = others;
	if (other)
		reader.report('warning', 'imports/owner-differs', 'role', { detail: nameOfUnit(desk, other.unitKey) });
	for (const now of others) {
		const key = placeOf(now);
		if (indexes.seen.has(key)) continue;
		const changed: Participation = { ...now, role: 'participates' };
		note(desk, { entity: 'participation', key, before: now, after: changed, from, sources: [] });
		desk.participations.set(key, changed);
	}
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
