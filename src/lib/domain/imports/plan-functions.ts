import { MAX_LENGTH, type AdminFunction, type Participation, type ParticipationRole } from '../org/index.ts';
import type { FunctionKey, UnitKey } from '../shared/index.ts';
import {
	keyOfName,
	newKey,
	note,
	originOf,
	placeOf,
	put,
	sourcesOf,
	type Desk,
	type DeskSheet,
} from './desk.ts';
import { add, indexFunctions, indexOwners, indexUnits, nameOfUnit, type NameIndex } from './find-things.ts';
import { readFacts } from './function-facts.ts';
import { ROLE_WORDS, type Nomenclature } from './nomenclature.ts';
import { joinFunction } from './plan-joining.ts';
import type { PlannedRow } from './plan-units.ts';
import type { SheetRecord } from './records.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import { unitOfRow } from './unit-of-row.ts';
import { withoutNumbering } from './words.ts';
import { eachRow, type Steps } from './steps.ts';

/**
 * Takes in a list of functions with the units that answer for them. A function is found by its key, else by its text.
 * Kind and policy area of a new one come from the file or from one choice for all rows that leave them empty.
 * A unit other than the one that answers so far takes the function over (`imports/owner-differs`). A row whose role is
 * another than to answer adds its unit to the function, which may stand in a row of its own (`imports/no-owner`).
 */
export function* planFunctions(
	desk: Desk,
	sheet: DeskSheet,
	records: readonly SheetRecord[],
): Steps<readonly PlannedRow[]> {
	const units = indexUnits(desk);
	const functions = indexFunctions(desk);
	const owners = indexOwners(desk);
	const areas = Object.fromEntries(desk.context.policyAreas.map(({ key, name }) => [key, [name]]));
	const rows = records.map((record) => roleOf(rowReader(record, sheet.matches)));
	// Who answers comes first, wherever it stands: the others take part in what is there then.
	const ordered = rows.toSorted((a, b) => Number(b.isOwner) - Number(a.isOwner));
	return yield* eachRow(ordered, (row) => planRow(desk, sheet, { units, functions, owners, areas }, row));
}

interface FunctionRow {
	readonly reader: RowReader;
	readonly role: ParticipationRole;
	readonly isOwner: boolean;
}

/** Without a role the unit of a row answers. */
function roleOf(reader: RowReader): FunctionRow {
	const role = reader.choice('role', ROLE_WORDS) ?? 'accountable';
	return { reader, role, isOwner: role === 'accountable' };
}

interface Indexes {
	readonly units: NameIndex<UnitKey>;
	readonly functions: Map<string, FunctionKey[]>;
	/** The participations of the units that answer, by function. */
	readonly owners: ReadonlyMap<FunctionKey, readonly Participation[]>;
	readonly areas: Nomenclature<string>;
}

function planRow(desk: Desk, sheet: DeskSheet, indexes: Indexes, row: FunctionRow): PlannedRow {
	const { reader, role, isOwner } = row;
	const { record } = reader;
	const raw = reader.text('text', { max: MAX_LENGTH.statement });
	if (raw === null) reader.report('error', 'imports/required', 'text');
	const text = withoutNumbering(raw ?? '').replace(/[;.]+$/u, '');
	const above = isOwner || raw === null ? null : findNamed(desk, indexes, reader, text);
	const before = raw === null ? null : (above ?? findExisting(desk, indexes, reader, text));
	const says = (field: 'unit' | 'subunit') => (reader.cell(field)?.text ?? '') !== '';
	const saysOwner = says('unit') || says('subunit') || record.sections.length > 0;
	const needsUnit = before === null || saysOwner || !isOwner;
	const unitKey = needsUnit ? unitOfRow(desk, sheet, indexes.units, reader) : undefined;
	const join = (key: FunctionKey) =>
		unitKey !== undefined &&
		joinFunction(desk, sheet, reader, { key, unitKey, role, owners: indexes.owners.get(key) ?? [] });
	if (above !== null) return { reader, key: reader.isGood() && join(above.key) ? above.key : null };
	const facts = readFacts(desk, indexes.areas, reader, { before, owner: unitKey, text });
	if (raw === null || (needsUnit && unitKey === undefined) || !facts || !reader.isGood())
		return { reader, key: null };
	const key = before?.key ?? newKey<FunctionKey>(desk, text, desk.functions);
	const isSame =
		before !== null && keyOfName(desk, before.text.bg, 'plain') === keyOfName(desk, text, 'plain');
	const after: AdminFunction = {
		key,
		text: isSame ? before.text : { bg: text, en: null },
		...facts,
		powers: before?.powers ?? [],
		origin: originOf(desk, sheet),
		sort: before?.sort ?? (desk.functionSort += 1),
	};
	const from = { sheet: sheet.index, row: record.row };
	const sources = sourcesOf(sheet, reader).filter(({ field }) => field !== 'role');
	const isChanged = put(desk, { entity: 'function', key, before, after, from, sources });
	desk.functions.set(key, isChanged ? after : (before ?? after));
	if (!before) add(indexes.functions, keyOfName(desk, text, 'plain'), key);
	if (!isOwner) join(key);
	else if (unitKey !== undefined)
		moveOwner(desk, sheet, reader, { key, owner: unitKey, owners: indexes.owners.get(key) ?? [] });
	return { reader, key };
}

/** The function of a row above that says the same, by key or by text. */
function findNamed(desk: Desk, indexes: Indexes, reader: RowReader, text: string): AdminFunction | null {
	const named = [
		reader.text('key', { max: 100 }) as FunctionKey | null,
		...(indexes.functions.get(keyOfName(desk, text, 'plain')) ?? []),
	];
	const found = named.find((key) => key !== null && desk.named.has(`function:${key}`));
	return (found && desk.functions.get(found)) ?? null;
}

function findExisting(desk: Desk, indexes: Indexes, reader: RowReader, text: string): AdminFunction | null {
	const key = reader.text('key', { max: 100 });
	const byKey = key === null ? undefined : desk.functions.get(key as FunctionKey);
	const named = indexes.functions.get(keyOfName(desk, text, 'plain')) ?? [];
	const free = named.find((one) => !desk.named.has(`function:${one}`));
	if (byKey !== undefined && desk.named.has(`function:${byKey.key}`)) {
		reader.report('error', 'imports/twice', 'key');
		return byKey;
	}
	const found = byKey ?? (free === undefined ? undefined : desk.functions.get(free));
	if (!found && named.length > 0) reader.report('error', 'imports/twice', 'text');
	return found ?? null;
}

function moveOwner(
	desk: Desk,
	sheet: DeskSheet,
	reader: RowReader,
	at: { readonly key: FunctionKey; readonly owner: UnitKey; readonly owners: readonly Participation[] },
): void {
	desk.owners.set(at.key, at.owner);
	const own = at.owners.find((part) => part.unitKey === at.owner);
	if (own) {
		desk.named.add(`participation:${placeOf(own)}`);
		return;
	}
	const after: Participation = {
		functionKey: at.key,
		unitKey: at.owner,
		postKey: null,
		role: 'accountable',
		share: null,
	};
	const from = { sheet: sheet.index, row: reader.record.row };
	const sources = sourcesOf(sheet, reader).filter(({ field }) => field === 'unit');
	const [first] = at.owners;
	if (first)
		reader.report('warning', 'imports/owner-differs', 'unit', { detail: nameOfUnit(desk, first.unitKey) });
	for (const now of at.owners) {
		note(desk, { entity: 'participation', key: placeOf(now), before: now, after: null, from, sources: [] });
		desk.participations.delete(placeOf(now));
	}
	const place = placeOf(after);
	const before = desk.participations.get(place) ?? null;
	put(desk, { entity: 'participation', key: place, before, after, from, sources });
	desk.participations.set(place, after);
}
