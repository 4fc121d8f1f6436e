import { MAX_LENGTH, type OrgUnit } from '../org/index.ts';
import { subtreeKeys, type UnitKey } from '../shared/index.ts';
import { keyOfName, newKey, originOf, put, sourcesOf, type Desk, type DeskSheet } from './desk.ts';
import type { FieldKey } from './fields.ts';
import { findUnit, indexUnit, indexUnits, refusedPlace, type NameIndex } from './find-things.ts';
import { guessPart, guessUnitKind } from './guess-things.ts';
import { PART_WORDS, UNIT_KIND_WORDS } from './nomenclature.ts';
import type { SheetRecord } from './records.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import { withoutNumbering } from './words.ts';
import { eachRow, type Steps } from './steps.ts';

/** A row with what was read of it, ready to be counted. */
export interface PlannedRow {
	readonly reader: RowReader;
	/** The thing that the row became or stayed; null for a row with errors. */
	readonly key: string | null;
}

/**
 * Takes in a list of units. A unit is found by its key, else by its name; an unknown name makes a new unit. The superior
 * is found among all units, also those further down the list; the order of the file is the order of new units.
 * Errors: `imports/required`, `imports/unit-unknown` (the superior), `imports/unit-refused` (its row was not
 * accepted), `imports/cycle`, `imports/twice`.
 */
export function* planUnits(
	desk: Desk,
	sheet: DeskSheet,
	records: readonly SheetRecord[],
): Steps<readonly PlannedRow[]> {
	const index = indexUnits(desk);
	const rows = yield* eachRow(records, (record) => openRow(desk, sheet, index, record));
	noteRefused(desk, sheet, rows);
	const settled = yield* eachRow(rows, (row) => settleRow(desk, sheet, index, row));
	refuseOrphans(desk, sheet, settled);
	return yield* eachRow(settled, (row) => finishRow(desk, sheet, row));
}

interface OpenRow {
	readonly reader: RowReader;
	readonly unit: OrgUnit | null;
	readonly before: OrgUnit | null;
}

/** First pass: which unit each row is, so that a superior may stand below. */
function openRow(desk: Desk, sheet: DeskSheet, index: NameIndex<UnitKey>, record: SheetRecord): OpenRow {
	const reader = rowReader(record, sheet.matches);
	const text = reader.text('unit', { max: MAX_LENGTH.name, words: 'unit' });
	if (text === null) {
		reader.report('error', 'imports/required', 'unit');
		return { reader, unit: null, before: null };
	}
	const name = withoutNumbering(text);
	const before = existing(desk, index, reader, name);
	if (before && desk.named.has(`unit:${before.key}`)) {
		reader.report('error', 'imports/twice', 'unit');
		return { reader, unit: null, before: null };
	}
	const kind = reader.choice('unitKind', UNIT_KIND_WORDS);
	const unit: OrgUnit = (before && renamed(desk, index, reader, { before, name })) ?? {
		key: newKey<UnitKey>(desk, name, desk.units),
		parentKey: null,
		name: { bg: name, en: null },
		kind: kind ?? guessUnitKind(name),
		part: 'direct',
		sort: (desk.sort += 1),
		origin: originOf(desk, sheet),
		note: null,
	};
	if (!reader.isGood()) return { reader, unit: null, before: null };
	if (!before) {
		desk.units.set(unit.key, unit);
		indexUnit(desk, index, unit);
		if (kind === null) reader.report('warning', 'imports/assumed', 'unitKind', { detail: unit.kind });
	}
	desk.named.add(`unit:${unit.key}`);
	return { reader, unit: kind === null ? unit : { ...unit, kind }, before: before ?? null };
}

/** A unit found by its key takes the name that the file gives it; the English one no longer says the same. */
function renamed(
	desk: Desk,
	index: NameIndex<UnitKey>,
	reader: RowReader,
	{ before, name }: { readonly before: OrgUnit; readonly name: string },
): OrgUnit {
	const isByKey = reader.text('key', { max: 100 }) === before.key;
	if (!isByKey || keyOfName(desk, before.name.bg, 'unit') === keyOfName(desk, name, 'unit')) return before;
	const unit = { ...before, name: { bg: name, en: null } };
	indexUnit(desk, index, unit);
	return unit;
}

function existing(
	desk: Desk,
	index: NameIndex<UnitKey>,
	reader: RowReader,
	name: string,
): OrgUnit | undefined {
	const key = reader.text('key', { max: 100 }) ?? reader.match('unit', name);
	const byKey = key === undefined ? undefined : desk.units.get(key as UnitKey);
	if (byKey) return byKey;
	const parentText = reader.cell('parent')?.text ?? '';
	const parent = parentText === '' ? null : (findUnit(desk, index, parentText) ?? null);
	const found = findUnit(desk, index, name, parent);
	const unit = found === undefined ? undefined : desk.units.get(found);
	return unit && desk.context.structure.units.some(({ key: known }) => known === unit.key) ? unit : undefined;
}

interface SettledRow extends OpenRow {
	/** What the unit becomes; null for a row with errors. */
	after: OrgUnit | null;
}

/** Second pass: superior, part and note. */
function settleRow(desk: Desk, sheet: DeskSheet, index: NameIndex<UnitKey>, row: OpenRow): SettledRow {
	const { reader, unit, before } = row;
	if (!unit) return { ...row, after: null };
	const isReplaced = desk.context.mode === 'replace';
	const parentKey = parentOf(desk, sheet, index, { reader, unit });
	const parent = parentKey === null ? undefined : desk.units.get(parentKey);
	const part = reader.choice('part', PART_WORDS);
	const guessed = guessPart(unit.name.bg, unit.kind, parent);
	const isGuessed = part === null && (!before || isReplaced);
	if (isGuessed) reader.report('warning', 'imports/assumed', 'part', { detail: guessed });
	const note = reader.text('note', { max: MAX_LENGTH.note });
	const after: OrgUnit = {
		...unit,
		parentKey,
		part: part ?? (isGuessed ? guessed : unit.part),
		note: note ?? (isReplaced ? null : unit.note),
		origin: originOf(desk, sheet, reader.problems),
	};
	const settled: SettledRow = { ...row, after };
	if (reader.isGood()) desk.units.set(unit.key, after);
	else withdraw(desk, settled);
	return settled;
}

/** Remembers the names of rows that were not accepted, so that whoever is below them hears of their row. */
function noteRefused(
	desk: Desk,
	sheet: DeskSheet,
	rows: readonly (OpenRow & { readonly after?: OrgUnit | null })[],
): void {
	for (const { reader, unit, after } of rows) {
		const name = withoutNumbering(reader.cell('unit')?.text ?? '');
		if (name === '' || (unit !== null && after !== null)) continue;
		desk.refusedUnits.set(keyOfName(desk, name, 'unit'), { sheet, row: reader.record.row });
	}
}

function reportSuperior(desk: Desk, sheet: DeskSheet, reader: RowReader): void {
	const place = refusedPlace(desk, sheet, reader.cell('parent')?.text ?? '');
	if (place === undefined) reader.report('error', 'imports/unit-unknown', 'parent');
	else reader.report('error', 'imports/unit-refused', 'parent', { detail: place });
}

/** Refuses the rows whose superior was refused after them, and again those below these. */
function refuseOrphans(desk: Desk, sheet: DeskSheet, rows: readonly SettledRow[]): void {
	noteRefused(desk, sheet, rows);
	const orphans = rows.filter(
		({ after }) => after !== null && after.parentKey !== null && !desk.units.has(after.parentKey),
	);
	for (const row of orphans) {
		reportSuperior(desk, sheet, row.reader);
		withdraw(desk, row);
	}
	if (orphans.length > 0) refuseOrphans(desk, sheet, rows);
}

function withdraw(desk: Desk, row: SettledRow): void {
	row.after = null;
	if (row.before) desk.units.set(row.before.key, row.before);
	else if (row.unit) desk.units.delete(row.unit.key);
}

/** Third pass: what the rows that stay change. */
function finishRow(desk: Desk, sheet: DeskSheet, { reader, unit, before, after }: SettledRow): PlannedRow {
	if (!unit || !after) return { reader, key: null };
	const from = { sheet: sheet.index, row: reader.record.row };
	const sources = sourcesOf(sheet, reader);
	const isChanged = put(desk, { entity: 'unit', key: unit.key, before, after, from, sources });
	desk.units.set(unit.key, isChanged || !before ? after : before);
	return { reader, key: unit.key };
}

function parentOf(
	desk: Desk,
	sheet: DeskSheet,
	index: NameIndex<UnitKey>,
	{ reader, unit }: { readonly reader: RowReader; readonly unit: OrgUnit },
): UnitKey | null {
	const field: FieldKey = 'parent';
	const text = reader.text(field, { max: MAX_LENGTH.name, words: 'unit' });
	if (text === null) return unit.parentKey;
	const chosen = reader.match(field, text);
	const key = desk.units.has((chosen ?? text) as UnitKey)
		? ((chosen ?? text) as UnitKey)
		: findUnit(desk, index, text);
	if (key === undefined) {
		reportSuperior(desk, sheet, reader);
		return unit.parentKey;
	}
	if (subtreeKeys<UnitKey, OrgUnit>([...desk.units.values()], unit.key).has(key)) {
		reader.report('error', 'imports/cycle', field);
		return unit.parentKey;
	}
	return key;
}
