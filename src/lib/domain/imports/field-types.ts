/** What one sheet may hold; the order is the one in which sheets of a file are taken in. */
export const SHEET_KINDS = [
	'units',
	'staffing',
	'functions',
	'participations',
	'activities',
	'employees',
	'requirements',
	'training',
] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

const OUTSIDE_VERSIONS: ReadonlySet<SheetKind> = new Set<SheetKind>([
	'employees',
	'requirements',
	'training',
]);

/** Whether what a sheet holds belongs to a version of the structure. */
export function isOfVersion(kind: SheetKind): boolean {
	return !OUTSIDE_VERSIONS.has(kind);
}

export type FieldKey =
	| 'key'
	| 'unit'
	| 'subunit'
	| 'parent'
	| 'unitKind'
	| 'part'
	| 'title'
	| 'approved'
	| 'occupied'
	| 'vacant'
	| 'filled'
	| 'category'
	| 'relation'
	| 'funding'
	| 'isHead'
	| 'annualCost'
	| 'monthlySalary'
	| 'occupation'
	| 'note'
	| 'text'
	| 'functionKind'
	| 'policyArea'
	| 'basis'
	| 'territory'
	| 'function'
	| 'post'
	| 'role'
	| 'share'
	| 'activity'
	| 'measure'
	| 'volume'
	| MonthField
	| 'minutesLow'
	| 'minutesUsual'
	| 'minutesHigh'
	| 'method'
	| 'dataYear'
	| 'source'
	| 'person'
	| 'sex'
	| 'occupancy'
	| 'startedOn'
	| 'competency'
	| 'level'
	| 'course'
	| 'group'
	| 'itemKind'
	| 'seats'
	| 'hours'
	| 'quarter'
	| 'planYear'
	| 'place'
	| 'price'
	| 'provider'
	| 'trainingFunding'
	| 'responsible'
	| 'result'
	| 'evaluation'
	| 'itemState';

/** Cases of one month; `MONTH_FIELDS` lists them from January. */
export type MonthField = (typeof MONTH_FIELDS)[number];
export const MONTH_FIELDS = [
	'month1',
	'month2',
	'month3',
	'month4',
	'month5',
	'month6',
	'month7',
	'month8',
	'month9',
	'month10',
	'month11',
	'month12',
] as const;

/** How the text of a cell is read. */
export type FieldType = 'text' | 'number' | 'choice' | 'reference' | 'flag' | 'date' | 'key';

export interface FieldSpec {
	readonly field: FieldKey;
	readonly type: FieldType;
	/** A row without it cannot be taken in, unless it is about something that already has it. */
	readonly isRequired?: boolean;
	/** Tells this kind from the others; without any of these columns a sheet is not of the kind. */
	readonly isTelling?: true;
	/** Bulgarian headings, most usual first; compared by `headerKey`. */
	readonly headers: readonly string[];
}
