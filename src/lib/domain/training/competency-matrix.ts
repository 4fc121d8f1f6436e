import type { CompetencyKey } from '../shared/index.ts';
import type { CompetencyCell } from './need-types.ts';
import { compare } from './requirements.ts';
import { hiddenParts, isSmallGroup } from './suppression.ts';

/** State of one place of the matrix; each has its own sign, so that colour is never alone. */
export const MATRIX_STATES = ['met', 'partial', 'unmet', 'not-assessed', 'suppressed'] as const;
export type MatrixState = (typeof MATRIX_STATES)[number];

export interface MatrixCell {
	readonly row: string;
	readonly competencyKey: CompetencyKey;
	/** People of whom the competency is asked. */
	readonly people: number;
	readonly belowLevel: number;
	readonly notAssessed: number;
	/** Missing levels of all assessed people together. */
	readonly gapSum: number;
	/** Highest level asked in this place. */
	readonly required: number;
	/** Level of the person when the place holds one person; null for several or when not assessed. */
	readonly assessed: number | null;
	readonly state: MatrixState;
}

export interface MatrixTotal {
	readonly people: number;
	readonly belowLevel: number;
	readonly notAssessed: number;
	readonly gapSum: number;
	readonly isSuppressed: boolean;
}

export interface CompetencyMatrix {
	readonly rows: readonly string[];
	readonly competencies: readonly CompetencyKey[];
	/** Places by row, then by competency; absent where nothing is asked. */
	readonly cells: ReadonlyMap<string, ReadonlyMap<CompetencyKey, MatrixCell>>;
	readonly rowTotals: ReadonlyMap<string, MatrixTotal>;
	readonly columnTotals: ReadonlyMap<CompetencyKey, MatrixTotal>;
	readonly total: MatrixTotal;
}

export interface MatrixInput {
	readonly cells: readonly CompetencyCell[];
	readonly rowOf: (cell: CompetencyCell) => string;
	/** The row of the wider table that is published too (the unit of a post); the row itself when there is none. */
	readonly widerRowOf?: (cell: CompetencyCell) => string;
	/** A number about fewer people is suppressed; 1 shows all. */
	readonly minimumPeople: number;
	/** True when the cells are a part of what is published elsewhere (one group of competencies). */
	readonly isPart?: boolean;
}

/**
 * Required against assessed competencies by row (person, post or unit) and competency, with totals at the edges.
 * Only what is required is counted (products F67, F68).
 *
 * With a minimum of people, the total of a competency is shown when it speaks of enough people, and of its places
 * those that leave enough people unshown together (`hiddenParts`, first by the wider row, then within it). The total
 * of a row is shown when none of its places is hidden; the total of everything when the competencies without a total
 * speak of enough people. So no number about fewer people can be worked out from this and the wider table.
 */
export function computeCompetencyMatrix(input: MatrixInput): CompetencyMatrix {
	const { cells, rowOf } = input;
	const rows = Map.groupBy(cells, rowOf);
	const columns = Map.groupBy(cells, (cell) => cell.competencyKey);
	const hidden = input.minimumPeople > 1 ? hiddenPlaces(columns, input) : new Set<string>();
	const isHidden = (cell: CompetencyCell) =>
		hidden.size > 0 && hidden.has(matrixKey(rowOf(cell), cell.competencyKey));
	return {
		rows: [...rows.keys()].sort(compare),
		competencies: [...columns.keys()].sort(compare),
		cells: mapValues(rows, (own, row) =>
			mapValues(
				Map.groupBy(own, (cell) => cell.competencyKey),
				(group) => placeOf(group, row, group.some(isHidden)),
			),
		),
		rowTotals: mapValues(rows, (group) => totalOf(group, group.some(isHidden))),
		columnTotals: mapValues(columns, (group) => totalOf(group, isTooFew(group, input))),
		total: totalOf(cells, isTotalHidden(columns, input)),
	};
}

/** What a place is called where a place of any row is meant. */
export function matrixKey(row: string, competencyKey: CompetencyKey): string {
	return `${row} ${competencyKey}`;
}

function placeOf(group: readonly CompetencyCell[], row: string, isSuppressed: boolean): MatrixCell {
	const [first] = group;
	if (first === undefined) throw new RangeError('a place of the matrix holds at least one cell');
	const counts = totalOf(group, isSuppressed);
	return {
		row,
		competencyKey: first.competencyKey,
		people: counts.people,
		belowLevel: counts.belowLevel,
		notAssessed: counts.notAssessed,
		gapSum: counts.gapSum,
		required: group.length === 1 ? first.required : Math.max(...group.map((cell) => cell.required)),
		assessed: group.length === 1 && !isSuppressed ? first.assessed : null,
		state: isSuppressed ? 'suppressed' : stateOf(counts),
	};
}

/** Keys of the places that may not be shown. */
function hiddenPlaces(
	columns: ReadonlyMap<CompetencyKey, readonly CompetencyCell[]>,
	input: MatrixInput,
): ReadonlySet<string> {
	const { rowOf, widerRowOf = rowOf, minimumPeople } = input;
	const hidden = (group: readonly CompetencyCell[], by: (cell: CompetencyCell) => string) => {
		const parts = [...Map.groupBy(group, by)].map(([key, part]) => ({ key, people: countPeople(part) }));
		return hiddenParts(parts, minimumPeople);
	};
	return new Set(
		[...columns].flatMap(([competencyKey, group]) => {
			const wider = hidden(group, widerRowOf);
			return [...Map.groupBy(group, widerRowOf)].flatMap(([key, part]) => {
				const rows = wider.has(key) ? new Set(part.map(rowOf)) : hidden(part, rowOf);
				return [...rows].map((row) => matrixKey(row, competencyKey));
			});
		}),
	);
}

function isTotalHidden(
	columns: ReadonlyMap<CompetencyKey, readonly CompetencyCell[]>,
	input: MatrixInput,
): boolean {
	const unshown = [...columns.values()].filter((group) => isTooFew(group, input)).flat();
	if (unshown.length === 0) return false;
	return input.isPart === true || isSmallGroup(countPeople(unshown), input.minimumPeople);
}

function isTooFew(group: readonly CompetencyCell[], { minimumPeople }: MatrixInput): boolean {
	return isSmallGroup(countPeople(group), minimumPeople);
}

function countPeople(group: readonly CompetencyCell[]): number {
	return group.length < 2 ? group.length : new Set(group.map((cell) => cell.employeeId)).size;
}

function totalOf(group: readonly CompetencyCell[], isSuppressed: boolean): MatrixTotal {
	if (isSuppressed) return { people: 0, belowLevel: 0, notAssessed: 0, gapSum: 0, isSuppressed };
	let [belowLevel, notAssessed, gapSum] = [0, 0, 0];
	for (const { gap } of group) {
		if (gap === null) notAssessed += 1;
		else if (gap > 0) {
			belowLevel += 1;
			gapSum += gap;
		}
	}
	return { people: countPeople(group), belowLevel, notAssessed, gapSum, isSuppressed: false };
}

function stateOf(counts: Omit<MatrixTotal, 'isSuppressed'>): MatrixState {
	if (counts.notAssessed === counts.people) return 'not-assessed';
	if (counts.belowLevel === 0 && counts.notAssessed === 0) return 'met';
	return counts.belowLevel + counts.notAssessed === counts.people ? 'unmet' : 'partial';
}

function mapValues<Key, From, To>(
	map: ReadonlyMap<Key, From>,
	to: (value: From, key: Key) => To,
): ReadonlyMap<Key, To> {
	return new Map([...map].map(([key, value]) => [key, to(value, key)]));
}
