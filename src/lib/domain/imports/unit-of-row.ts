import { MAX_LENGTH, type OrgUnit } from '../org/index.ts';
import type { UnitKey } from '../shared/index.ts';
import { NEW_VALUE } from './choices.ts';
import { newKey, originOf, put, type Desk, type DeskSheet } from './desk.ts';
import { findUnit, indexUnit, nearestUnit, type NameIndex } from './find-things.ts';
import { guessPart, guessUnitKind } from './guess-things.ts';
import type { RowReader } from './row-reader.ts';
import type { SectionName } from './rows.ts';

/**
 * The unit that a row is about: its own cell, else the nearest heading above it. An unknown unit is an error with the
 * nearest name as suggestion, until the person has it made anew; then it comes below the heading above.
 */
export function unitOfRow(
	desk: Desk,
	sheet: DeskSheet,
	index: NameIndex<UnitKey>,
	reader: RowReader,
): UnitKey | undefined {
	const text = reader.text('unit', { max: MAX_LENGTH.name, words: 'unit' });
	const path: readonly SectionName[] =
		text === null
			? reader.record.sections
			: [...reader.record.sections, { name: text, cell: reader.cell('unit')?.cell ?? '' }];
	let parent: UnitKey | null = null;
	let found: UnitKey | undefined;
	const unknown: SectionName[] = [];
	for (const name of path) {
		found = unitNamed(desk, sheet, { index, reader, parent }, name);
		if (found === undefined) unknown.push(name);
		else parent = found;
	}
	if (path.length === 0) reader.report('error', 'imports/required', 'unit');
	// Above a unit that is known an unknown heading does no harm.
	if (found === undefined) for (const name of unknown) reportUnknown(desk, reader, name);
	return found;
}

function reportUnknown(desk: Desk, reader: RowReader, { name }: SectionName): void {
	const near = nearestUnit(desk, name);
	reader.report('error', 'imports/unit-unknown', 'unit', { detail: name, ...(near && { suggestion: near }) });
}

function unitNamed(
	desk: Desk,
	sheet: DeskSheet,
	at: { readonly index: NameIndex<UnitKey>; readonly reader: RowReader; readonly parent: UnitKey | null },
	{ name, cell }: SectionName,
): UnitKey | undefined {
	const { index, reader, parent } = at;
	const chosen = reader.match('unit', name);
	if (chosen !== undefined && chosen !== NEW_VALUE && desk.units.has(chosen as UnitKey))
		return chosen as UnitKey;
	if (desk.units.has(name as UnitKey)) return name as UnitKey;
	const found = findUnit(desk, index, name, parent);
	if (found !== undefined) return found;
	if (chosen === NEW_VALUE) return makeUnit(desk, sheet, { index, parent }, { name, cell });
	return undefined;
}

function makeUnit(
	desk: Desk,
	sheet: DeskSheet,
	{ index, parent }: { readonly index: NameIndex<UnitKey>; readonly parent: UnitKey | null },
	{ name, cell }: SectionName,
): UnitKey {
	const kind = guessUnitKind(name);
	const top = [...desk.units.values()].find((unit) => unit.kind === 'mayor');
	const parentKey = parent ?? (kind === 'mayor' ? null : (top?.key ?? null));
	const unit: OrgUnit = {
		key: newKey<UnitKey>(desk, name, desk.units),
		parentKey,
		name: { bg: name, en: null },
		kind,
		part: guessPart(name, kind, parentKey === null ? undefined : desk.units.get(parentKey)),
		sort: (desk.sort += 1),
		origin: { ...originOf(desk, sheet), verification: 'reconstructed' },
		note: null,
	};
	desk.units.set(unit.key, unit);
	indexUnit(desk, index, unit);
	const sources = [
		{ field: 'unit' as const, sheet: sheet.name, cell },
		...(['unitKind', 'part'] as const).map((field) => ({ field, sheet: sheet.name, cell: null })),
	];
	put(desk, { entity: 'unit', key: unit.key, before: null, after: unit, from: null, sources });
	return unit.key;
}
