import { asId, foldText, type CompetencyKey, type EmployeeId, type PostKey } from '../shared/index.ts';
import type { CompetencyLevel, Employee, Requirement } from '../training/index.ts';
import { put, requirementPlace, sourcesOf, type Desk, type DeskSheet } from './desk.ts';
import { findFunction, indexNames, type NameIndexes } from './find-things.ts';
import { SEX_WORDS } from './nomenclature.ts';
import { postOfRow } from './plan-participations.ts';
import type { PlannedRow } from './plan-units.ts';
import type { SheetRecord } from './records.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import { unitOfRow } from './unit-of-row.ts';
import { eachRow, type Steps } from './steps.ts';

/**
 * Takes in people: name, unit, job title, sex, part of the post, day of appointment. A person is found by key, else by
 * name and post; two rows of one person are refused (`imports/twice`). People whom the file does not name stay.
 */
export function* planEmployees(
	desk: Desk,
	sheet: DeskSheet,
	records: readonly SheetRecord[],
): Steps<readonly PlannedRow[]> {
	const indexes = indexNames(desk);
	return yield* eachRow(records, (record) => {
		const reader = rowReader(record, sheet.matches);
		const after = readEmployee(desk, sheet, indexes, reader);
		if (!after || !reader.isGood()) return { reader, key: null };
		const before = desk.employees.get(after.id) ?? null;
		const from = { sheet: sheet.index, row: record.row };
		const sources = sourcesOf(sheet, reader);
		put(desk, { entity: 'employee', key: after.id, before, after, from, sources });
		desk.employees.set(after.id, after);
		return { reader, key: after.id };
	});
}

function readEmployee(
	desk: Desk,
	sheet: DeskSheet,
	indexes: NameIndexes,
	reader: RowReader,
): Employee | null {
	const name = reader.text('person', { max: 200 });
	if (name === null) reader.report('error', 'imports/required', 'person');
	const unitKey = unitOfRow(desk, sheet, indexes.units, reader);
	const postKey = unitKey === undefined ? null : postOfRow(desk, indexes.posts, reader, unitKey);
	if (unitKey !== undefined && postKey === null) reader.report('error', 'imports/required', 'post');
	if (name === null || !postKey) return null;
	const before = findEmployee(desk, reader, name, postKey);
	if (before && desk.named.has(`employee:${before.id}`)) {
		reader.report('error', 'imports/twice', 'person');
		return null;
	}
	const occupancy = reader.number('occupancy') ?? before?.occupancy ?? 1;
	if (occupancy <= 0 || occupancy > 1) reader.report('error', 'imports/out-of-range', 'occupancy');
	const startedOn = reader.date('startedOn') ?? before?.startedOn ?? null;
	if (startedOn === null && reader.isGood()) reader.report('error', 'imports/required', 'startedOn');
	if (startedOn === null || !reader.isGood()) return null;
	const sex = reader.choice('sex', SEX_WORDS) ?? before?.sex ?? guessSex(reader, name);
	const id = before?.id ?? freshPerson(desk, sheet, reader);
	return {
		id,
		postKey,
		name: before?.name ?? name,
		sex,
		occupancy,
		startedOn,
		leftOn: before?.leftOn ?? null,
	};
}

function findEmployee(desk: Desk, reader: RowReader, name: string, postKey: PostKey): Employee | undefined {
	const key = reader.text('key', { max: 100 });
	const byKey = key === null ? undefined : desk.employees.get(key);
	if (byKey) return byKey;
	const folded = foldText(name);
	return [...desk.employees.values()].find(
		(person) => person.postKey === postKey && person.leftOn === null && foldText(person.name) === folded,
	);
}

/** By the row that brought the person: no other import and no other row has it, and it tells nothing of the person. */
function freshPerson(desk: Desk, sheet: DeskSheet, reader: RowReader): EmployeeId {
	return asId<EmployeeId>(`${desk.context.importId}-${sheet.index + 1}-${reader.record.row}`);
}

/** Bulgarian family names of women end in -а or -я. */
function guessSex(reader: RowReader, name: string): Employee['sex'] {
	const sex = /[ая]$/u.test(name.trim()) ? 'female' : 'male';
	reader.report('warning', 'imports/assumed', 'sex', { detail: sex });
	return sex;
}

/** Takes in which level of which competency a function or a job title asks for. */
export function* planRequirements(
	desk: Desk,
	sheet: DeskSheet,
	records: readonly SheetRecord[],
): Steps<readonly PlannedRow[]> {
	const indexes = indexNames(desk);
	const words = Object.fromEntries(desk.context.competencies.map(({ key, name }) => [key, [name.bg]]));
	const retired = new Set<string>(
		desk.context.competencies.filter(({ isRetired }) => isRetired).map(({ key }) => key),
	);
	return yield* eachRow(records, (record) => {
		const reader = rowReader(record, sheet.matches);
		const subject = readSubject(desk, sheet, indexes, reader);
		const competency = reader.choice('competency', words);
		if (competency === null && reader.isGood()) reader.report('error', 'imports/required', 'competency');
		const level = readLevel(reader);
		if (!subject || competency === null || level === null || !reader.isGood()) return { reader, key: null };
		const source =
			reader.text('source', { max: 400 }) ?? `${desk.context.fileName}, ${sheet.name}`.slice(0, 390);
		const after: Requirement = { ...subject, competencyKey: competency as CompetencyKey, level, source };
		const key = requirementPlace(after);
		const before = desk.requirements.get(key) ?? null;
		if (before === null && retired.has(competency)) {
			reader.report('error', 'imports/competency-retired', 'competency');
			return { reader, key: null };
		}
		const from = { sheet: sheet.index, row: record.row };
		put(desk, { entity: 'requirement', key, before, after, from, sources: sourcesOf(sheet, reader) });
		desk.requirements.set(key, after);
		return { reader, key };
	});
}

function readSubject(desk: Desk, sheet: DeskSheet, indexes: NameIndexes, reader: RowReader) {
	if (reader.cell('function')?.text) {
		const fn = findFunction(desk, indexes.functions, reader);
		return fn && ({ kind: 'function', functionKey: fn.key } as const);
	}
	const unitKey = unitOfRow(desk, sheet, indexes.units, reader);
	const postKey = unitKey === undefined ? null : postOfRow(desk, indexes.posts, reader, unitKey);
	if (unitKey !== undefined && postKey === null) reader.report('error', 'imports/required', 'post');
	return postKey ? ({ kind: 'post', postKey } as const) : undefined;
}

function readLevel(reader: RowReader): CompetencyLevel | null {
	const value = reader.number('level');
	const level = ([1, 2, 3, 4, 5] as const).find((one) => one === value);
	if (level !== undefined) return level;
	if (value !== null) reader.report('error', 'imports/out-of-range', 'level');
	else if (reader.isGood()) reader.report('error', 'imports/required', 'level');
	return null;
}
