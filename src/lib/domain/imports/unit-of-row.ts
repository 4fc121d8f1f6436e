import { ADMINISTRATION_PARTS, MAX_LENGTH, type AdministrationPart, type OrgUnit } from '../org/index.ts';
import type { UnitKey } from '../shared/index.ts';
import { NEW_VALUE, NOT_A_UNIT } from './choices.ts';
import { newKey, originOf, put, type Desk, type DeskSheet } from './desk.ts';
import { findUnit, indexUnit, nameOfUnit, nearestUnit, refusedPlace, type NameIndex } from './find-things.ts';
import { guessPart, guessUnitKind, hasFixedPart, leaderKind, partOfHeading } from './guess-things.ts';
import type { RowReader } from './row-reader.ts';
import type { SectionName } from './rows.ts';

/**
 * The unit that a row is about: its own cell, else the nearest heading above it. A heading that names a part of the
 * administration („I. ОБЩА АДМИНИСТРАЦИЯ“), or that a person says is no unit, is passed over. An unknown unit is an
 * error with the nearest name as suggestion, until the person has it made anew; its superior is then the one that the
 * person chose, else the heading above, reported as concluded (`imports/assumed`).
 */
export function unitOfRow(
	desk: Desk,
	sheet: DeskSheet,
	index: NameIndex<UnitKey>,
	reader: RowReader,
): UnitKey | undefined {
	const named = pathOf(desk, index, reader);
	const path = named.length > 0 ? named : leaderOf(desk, reader);
	const parts = reader.record.sections.flatMap(({ name }) => partOfHeading(name) ?? []);
	let parent: UnitKey | null = null;
	let found: UnitKey | undefined;
	const unknown: SectionName[] = [];
	for (const name of path) {
		found = unitNamed(desk, sheet, { index, reader, parent, part: parts.at(-1) }, name);
		if (found === undefined) unknown.push(name);
		else parent = found;
	}
	if (path.length === 0) reader.report('error', 'imports/required', 'unit');
	// Above a unit that is known an unknown heading does no harm.
	if (found === undefined) for (const name of unknown) reportUnknown(desk, sheet, reader, name);
	return found;
}

/** The headings above a row that name units, the widest first, and its own cells. */
function pathOf(desk: Desk, index: NameIndex<UnitKey>, reader: RowReader): readonly SectionName[] {
	const own = OWN_CELLS.flatMap((field) => {
		const name = reader.text(field, { max: MAX_LENGTH.name, words: 'unit' });
		return name === null ? [] : [{ name, cell: reader.cell(field)?.cell ?? '' }];
	});
	const { sections } = reader.record;
	const units = sections.filter(({ name }, at) => {
		if (partOfHeading(name) === undefined || reader.match('unit', name) !== undefined) return true;
		const isNearest = own.length === 0 && at === sections.length - 1;
		return isNearest && findUnit(desk, index, name) !== undefined;
	});
	return [...units, ...own].filter(({ name }) => reader.match('unit', name) !== NOT_A_UNIT);
}

/**
 * A mayor, deputy or secretary under no heading of a unit is a unit of the same name: the one that there is, which is
 * said, else one to be made.
 */
function leaderOf(desk: Desk, reader: RowReader): readonly SectionName[] {
	const { text = '', cell } = reader.cell('title') ?? {};
	const kind = leaderKind(text);
	if (kind === undefined) return [];
	const [own, other] = [...desk.units.values()].filter((unit) => unit.kind === kind);
	if (!own || other) return [{ name: text, cell: cell ?? '' }];
	reader.report('warning', 'imports/assumed', 'unit', { detail: own.name.bg });
	return [{ name: own.key, cell: cell ?? '' }];
}

/** The wider unit first. */
const OWN_CELLS = ['unit', 'subunit'] as const;

function reportUnknown(desk: Desk, sheet: DeskSheet, reader: RowReader, { name }: SectionName): void {
	const refused = refusedPlace(desk, sheet, name);
	if (refused !== undefined)
		return reader.report('error', 'imports/unit-refused', 'unit', { detail: refused });
	const near = nearestUnit(desk, name);
	reader.report('error', 'imports/unit-unknown', 'unit', { detail: name, ...(near && { suggestion: near }) });
}

interface Above {
	readonly index: NameIndex<UnitKey>;
	readonly reader: RowReader;
	/** Unit of the heading above. */
	readonly parent: UnitKey | null;
	/** Part of the administration that a heading above names. */
	readonly part: AdministrationPart | undefined;
}

function unitNamed(desk: Desk, sheet: DeskSheet, above: Above, named: SectionName): UnitKey | undefined {
	const { index, reader, parent } = above;
	const { name } = named;
	const chosen = reader.match('unit', name);
	if (chosen !== undefined && desk.units.has(chosen as UnitKey)) return chosen as UnitKey;
	if (desk.units.has(name as UnitKey)) return name as UnitKey;
	const bare = chosen?.startsWith(NEW_VALUE) ? chosen.slice(NEW_VALUE.length) : '';
	const newName = bare === '' ? name : bare;
	const found = findUnit(desk, index, name, parent) ?? findUnit(desk, index, newName, parent);
	if (found !== undefined) return found;
	return chosen?.startsWith(NEW_VALUE) ? makeUnit(desk, sheet, above, { ...named, newName }) : undefined;
}

function makeUnit(
	desk: Desk,
	sheet: DeskSheet,
	{ index, parent, part, reader }: Above,
	{ name, newName, cell }: SectionName & { readonly newName: string },
): UnitKey {
	const kind = guessUnitKind(newName);
	const parentKey = superiorOf(desk, reader, parent, { name, kind });
	const superior = parentKey === null ? undefined : desk.units.get(parentKey);
	const origin = originOf(desk, sheet);
	const guessed = guessPart(newName, kind, superior);
	const chosen = ADMINISTRATION_PARTS.find((one) => one === reader.match('part', name));
	const isConcluded =
		chosen === undefined && part === undefined && (superior === undefined || superior.kind === 'mayor');
	if (isConcluded && (guessed === 'general' || guessed === 'specialised'))
		reader.report('warning', 'imports/part-assumed', 'unit', { given: name, detail: guessed });
	const unit: OrgUnit = {
		key: newKey<UnitKey>(desk, newName, desk.units),
		parentKey,
		name: { bg: newName, en: null },
		kind,
		part: hasFixedPart(kind) ? guessed : (chosen ?? part ?? guessed),
		sort: (desk.sort += 1),
		origin: sheet.standing === undefined ? { ...origin, verification: 'reconstructed' } : origin,
		note: null,
	};
	desk.units.set(unit.key, unit);
	indexUnit(desk, index, unit);
	const sources = [
		{ field: 'unit' as const, sheet: sheet.name, cell },
		...(['parent', 'unitKind', 'part'] as const).map((field) => ({ field, sheet: sheet.name, cell: null })),
	];
	put(desk, { entity: 'unit', key: unit.key, before: null, after: unit, from: null, sources });
	return unit.key;
}

/** The superior that a person chose for a new unit; else the unit of the heading above, or the mayor, and said so. */
function superiorOf(
	desk: Desk,
	reader: RowReader,
	above: UnitKey | null,
	{ name, kind }: { readonly name: string; readonly kind: OrgUnit['kind'] },
): UnitKey | null {
	if (kind === 'mayor') return null;
	const chosen = reader.match('parent', name);
	if (chosen !== undefined && desk.units.has(chosen as UnitKey)) return chosen as UnitKey;
	const top = [...desk.units.values()].find((unit) => unit.kind === 'mayor');
	const guessed = above ?? top?.key ?? null;
	// A deputy and the secretary can stand nowhere else: ЗМСМА, чл. 39, чл. 43.
	const isCertain = (kind === 'deputy-mayors' || kind === 'secretary') && guessed === top?.key;
	if (guessed !== null && !isCertain)
		reader.report('warning', 'imports/parent-assumed', 'unit', {
			...{ given: name, detail: nameOfUnit(desk, guessed) },
		});
	return guessed;
}
