import { MAX_LENGTH, type Activity } from '../org/index.ts';
import { annualVolume, minutes, type ActivityKey, type AnnualVolume } from '../shared/index.ts';
import { keyOfName, newKey, put, sourcesOf, type Desk, type DeskSheet } from './desk.ts';
import { MONTH_FIELDS, type FieldKey } from './fields.ts';
import { findFunction, indexNames, type NameIndexes } from './find-things.ts';
import { METHOD_WORDS } from './nomenclature.ts';
import { postOfRow } from './plan-participations.ts';
import type { PlannedRow } from './plan-units.ts';
import type { SheetRecord } from './records.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import { unitOfRow } from './unit-of-row.ts';
import { eachRow, type Steps } from './steps.ts';

/**
 * Takes in volumes and times: what is counted for which function in which unit, cases a year, minutes a case. An
 * activity is found by its key, else by function, unit and name. Where only the usual time is given, it is also the
 * least and the most (`imports/assumed`); what nobody measured stays not measured.
 */
export function* planActivities(
	desk: Desk,
	sheet: DeskSheet,
	records: readonly SheetRecord[],
): Steps<readonly PlannedRow[]> {
	const known = new Map([...desk.activities.values()].map((one) => [nameOf(desk, one), one.key]));
	const indexes = { ...indexNames(desk), known };
	return yield* eachRow(records, (record) => planRow(desk, sheet, indexes, record));
}

interface Indexes extends NameIndexes {
	/** Keys of activities by function, unit and name. */
	readonly known: Map<string, string>;
}

function planRow(desk: Desk, sheet: DeskSheet, indexes: Indexes, record: SheetRecord): PlannedRow {
	const reader = rowReader(record, sheet.matches);
	const fn = findFunction(desk, indexes.functions, reader);
	const unitKey = unitOfRow(desk, sheet, indexes.units, reader);
	const name = reader.text('activity', { max: MAX_LENGTH.name });
	if (name === null) reader.report('error', 'imports/required', 'activity');
	const postKey = unitKey === undefined ? null : postOfRow(desk, indexes.posts, reader, unitKey);
	if (!fn || unitKey === undefined || name === null || postKey === undefined) return { reader, key: null };
	const identity = { functionKey: fn.key, unitKey, name: { bg: name, en: null } };
	const key = reader.text('key', { max: 100 });
	const before =
		(key === null ? undefined : desk.activities.get(key)) ??
		desk.activities.get(indexes.known.get(nameOf(desk, identity)) ?? '') ??
		null;
	if (before && desk.named.has(`activity:${before.key}`)) reader.report('error', 'imports/twice', 'activity');
	const figures = readFigures(desk, sheet, reader, before);
	if (!reader.isGood()) return { reader, key: null };
	const isSame = before !== null && nameOf(desk, before) === nameOf(desk, identity);
	const after: Activity = {
		...figures,
		key: before?.key ?? newKey<ActivityKey>(desk, `${unitKey}-${name}`, desk.activities),
		functionKey: fn.key,
		unitKey,
		postKey: postKey ?? (desk.context.mode === 'replace' ? null : (before?.postKey ?? null)),
		name: isSame ? before.name : identity.name,
	};
	const from = { sheet: sheet.index, row: record.row };
	const sources = sourcesOf(sheet, reader);
	const isChanged = put(desk, { entity: 'activity', key: after.key, before, after, from, sources });
	desk.activities.set(after.key, isChanged ? after : (before ?? after));
	indexes.known.set(nameOf(desk, after), after.key);
	return { reader, key: after.key };
}

function nameOf(desk: Desk, activity: Pick<Activity, 'functionKey' | 'unitKey' | 'name'>): string {
	return `${activity.functionKey}|${activity.unitKey}|${keyOfName(desk, activity.name.bg, 'plain')}`;
}

type Figures = Pick<
	Activity,
	'unitOfMeasure' | 'annualVolume' | 'months' | 'minutes' | 'method' | 'dataYear' | 'source'
>;

function readFigures(desk: Desk, sheet: DeskSheet, reader: RowReader, before: Activity | null): Figures {
	const base = desk.context.mode === 'replace' ? null : before;
	const measure = reader.text('measure', { max: 100 });
	const volumes = readVolumes(reader, base);
	const method = reader.choice('method', METHOD_WORDS) ?? base?.method;
	const dataYear = readYear(reader) ?? base?.dataYear;
	if (method === undefined) reader.report('warning', 'imports/assumed', 'method', { detail: 'estimate' });
	if (dataYear === undefined)
		reader.report('warning', 'imports/assumed', 'dataYear', { detail: String(desk.context.year) });
	return {
		unitOfMeasure:
			measure === null ? (base?.unitOfMeasure ?? { bg: 'случай', en: 'case' }) : sameMeasure(base, measure),
		...volumes,
		minutes: readMinutes(reader) ?? base?.minutes ?? null,
		method: method ?? 'estimate',
		dataYear: dataYear ?? desk.context.year,
		source:
			reader.text('source', { max: MAX_LENGTH.source }) ??
			base?.source ??
			`${desk.context.fileName}, ${sheet.name}`.slice(0, 490),
	};
}

/**
 * Cases of the year and of its months. All months or none are given, and they sum to the year where it is given too; a
 * new year without months forgets those of the old one.
 */
function readVolumes(reader: RowReader, base: Activity | null): Pick<Activity, 'annualVolume' | 'months'> {
	const year = amount(reader, 'volume');
	const months = readMonths(reader);
	const volume = year === null ? null : annualVolume(year);
	if (months === null) {
		if (volume !== null && volume !== base?.annualVolume) return { annualVolume: volume };
		return { annualVolume: base?.annualVolume ?? null, ...(base?.months && { months: base.months }) };
	}
	const sum = months.reduce((total, cases) => total + cases, 0);
	if (volume !== null && Math.abs(sum - volume) > 1e-6 * Math.max(1, volume))
		reader.report('error', 'imports/months-sum', 'volume', { detail: String(sum) });
	return { annualVolume: volume ?? annualVolume(sum), months };
}

/** Null where no month is given, or not all of them. */
function readMonths(reader: RowReader): readonly AnnualVolume[] | null {
	const given = MONTH_FIELDS.map((field) => amount(reader, field));
	const missing = given.indexOf(null);
	const field = missing < 0 ? undefined : MONTH_FIELDS[missing];
	if (!field) return given.map((cases) => annualVolume(cases ?? 0));
	if (given.some((cases) => cases !== null)) reader.report('error', 'imports/months-incomplete', field);
	return null;
}

function sameMeasure(before: Activity | null, text: string): Activity['unitOfMeasure'] {
	return before?.unitOfMeasure.bg === text ? before.unitOfMeasure : { bg: text, en: null };
}

function readMinutes(reader: RowReader): Activity['minutes'] {
	const usual = amount(reader, 'minutesUsual');
	const [low, high] = [amount(reader, 'minutesLow'), amount(reader, 'minutesHigh')];
	if (usual === null) {
		if (low !== null || high !== null) reader.report('error', 'imports/minutes-order', 'minutesUsual');
		return null;
	}
	if (low === null && high === null)
		reader.report('warning', 'imports/assumed', 'minutesUsual', { detail: String(usual) });
	const least = low ?? usual;
	const most = high ?? usual;
	if (least > usual || usual > most) {
		reader.report('error', 'imports/minutes-order', 'minutesUsual');
		return null;
	}
	return { low: minutes(least), usual: minutes(usual), high: minutes(most) };
}

function amount(reader: RowReader, field: FieldKey): number | null {
	const value = reader.number(field);
	if (value === null || (value >= 0 && value < 1e9)) return value;
	reader.report('error', 'imports/out-of-range', field);
	return null;
}

function readYear(reader: RowReader): number | null {
	const year = reader.number('dataYear');
	if (year === null || (Number.isInteger(year) && year >= 1990 && year <= 2100)) return year;
	reader.report('error', 'imports/out-of-range', 'dataYear');
	return null;
}
