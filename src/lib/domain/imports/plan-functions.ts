import { MAX_LENGTH, type AdminFunction, type Participation } from '../org/index.ts';
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
import { guessFunctionKind } from './guess-things.ts';
import { FUNCTION_KIND_WORDS, type Nomenclature } from './nomenclature.ts';
import type { PlannedRow } from './plan-units.ts';
import { readBases } from './read-bases.ts';
import type { SheetRecord } from './records.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import { unitOfRow } from './unit-of-row.ts';
import { withoutNumbering } from './words.ts';
import { eachRow, type Steps } from './steps.ts';

/**
 * Takes in a list of functions with the units that answer for them. A function is found by its key, else by its text.
 * Kind and policy area of a new one come from the file or from one choice for all rows that leave them empty.
 * A unit other than the one that answers so far takes the function over (`imports/owner-differs`).
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
	return yield* eachRow(records, (record) =>
		planRow(desk, sheet, { units, functions, owners, areas }, record),
	);
}

interface Indexes {
	readonly units: NameIndex<UnitKey>;
	readonly functions: Map<string, FunctionKey[]>;
	/** The participations of the units that answer, by function. */
	readonly owners: ReadonlyMap<FunctionKey, readonly Participation[]>;
	readonly areas: Nomenclature<string>;
}

function planRow(desk: Desk, sheet: DeskSheet, indexes: Indexes, record: SheetRecord): PlannedRow {
	const reader = rowReader(record, sheet.matches);
	const raw = reader.text('text', { max: MAX_LENGTH.statement });
	if (raw === null) reader.report('error', 'imports/required', 'text');
	const text = withoutNumbering(raw ?? '').replace(/[;.]+$/u, '');
	const before = raw === null ? null : findExisting(desk, indexes, reader, text);
	const says = (field: 'unit' | 'subunit') => (reader.cell(field)?.text ?? '') !== '';
	const saysOwner = says('unit') || says('subunit') || record.sections.length > 0;
	const needsOwner = before === null || saysOwner;
	const owner = needsOwner ? unitOfRow(desk, sheet, indexes.units, reader) : undefined;
	const facts = readFacts(desk, indexes, reader, { before, owner, text });
	if (raw === null || (needsOwner && owner === undefined) || !facts || !reader.isGood())
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
	const sources = sourcesOf(sheet, reader);
	const isChanged = put(desk, { entity: 'function', key, before, after, from, sources });
	desk.functions.set(key, isChanged ? after : (before ?? after));
	if (!before) add(indexes.functions, keyOfName(desk, text, 'plain'), key);
	if (owner !== undefined)
		moveOwner(desk, sheet, reader, { key, owner, owners: indexes.owners.get(key) ?? [] });
	return { reader, key };
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

type Facts = Pick<AdminFunction, 'kind' | 'policyArea' | 'bases' | 'territory' | 'generalCategory'>;

function readFacts(
	desk: Desk,
	indexes: Indexes,
	reader: RowReader,
	of: { readonly before: AdminFunction | null; readonly owner: UnitKey | undefined; readonly text: string },
): Facts | null {
	const { before } = of;
	const base = desk.context.mode === 'replace' ? null : before;
	const kind = reader.choice('functionKind', FUNCTION_KIND_WORDS) ?? before?.kind;
	const policyArea = reader.choice('policyArea', indexes.areas) ?? before?.policyArea;
	if (kind === undefined) reportMissing(reader, 'functionKind', likelyKind(of.text));
	if (policyArea === undefined) reportMissing(reader, 'policyArea', likelyArea(desk, indexes, of.owner));
	const territory = reader.text('territory', { max: MAX_LENGTH.name });
	const basis = reader.text('basis', { max: 4000 });
	const read = basis === null ? null : readBases(basis, desk.context.acts);
	if (read && read.unread.length > 0)
		reader.report('warning', 'imports/basis-unread', 'basis', { detail: read.unread.join('; ') });
	if (kind === undefined || policyArea === undefined) return null;
	return {
		kind,
		policyArea,
		bases: read?.bases ?? base?.bases ?? [],
		territory: territory ?? base?.territory ?? null,
		generalCategory: kind === 'support' ? (before?.generalCategory ?? null) : null,
	};
}

/** Rows with one proposal are mended together. */
function reportMissing(
	reader: RowReader,
	field: 'functionKind' | 'policyArea',
	likely: string | undefined,
): void {
	// A cell that says something unknown is not empty.
	if (reader.problems.some((problem) => problem.field === field && problem.severity === 'error')) return;
	const more = likely === undefined ? {} : { suggestion: likely, detail: likely };
	reader.report('error', 'imports/required', field, more);
}

function likelyKind(text: string): string | undefined {
	const kind = guessFunctionKind(text);
	return kind && FUNCTION_KIND_WORDS[kind][0];
}

/** The area in which a unit has most of its functions, by name; the first in the register where two are equal. */
function likelyArea(desk: Desk, indexes: Indexes, owner: UnitKey | undefined): string | undefined {
	if (owner === undefined) return undefined;
	const own = [...desk.participations.values()].filter(
		(part) => part.unitKey === owner && part.role === 'accountable',
	);
	const areas = Map.groupBy(own, (part) => desk.functions.get(part.functionKey)?.policyArea ?? '');
	const counted = Object.entries(indexes.areas).map(([key, [name]]) => ({
		name,
		count: areas.get(key)?.length ?? 0,
	}));
	return counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)[0]?.name;
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
