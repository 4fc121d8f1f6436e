import type { CompetencyKey } from '../shared/index.ts';
import type { CompetencyCell } from './need-types.ts';
import { compare } from './requirements.ts';

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
	readonly cells: ReadonlyMap<string, MatrixCell>;
	readonly rowTotals: ReadonlyMap<string, MatrixTotal>;
	readonly columnTotals: ReadonlyMap<CompetencyKey, MatrixTotal>;
	readonly total: MatrixTotal;
}

/**
 * Required against assessed competencies by row (person, post or unit) and competency, with totals at the edges.
 * `minimumPeople`: a place that speaks about fewer people is suppressed (shown without numbers); 1 shows all.
 * Only what is required is counted (products F67, F68).
 */
export function computeCompetencyMatrix(input: {
	readonly cells: readonly CompetencyCell[];
	readonly rowOf: (cell: CompetencyCell) => string;
	readonly minimumPeople: number;
}): CompetencyMatrix {
	const { cells, rowOf, minimumPeople } = input;
	const places = Map.groupBy(cells, (cell) => matrixKey(rowOf(cell), cell.competencyKey));
	const total = (group: readonly CompetencyCell[]) => totalOf(group, minimumPeople);
	return {
		rows: [...new Set(cells.map(rowOf))].sort(compare),
		competencies: [...new Set(cells.map((cell) => cell.competencyKey))].sort(compare),
		cells: mapValues(places, (group) => placeOf(group, rowOf, minimumPeople)),
		rowTotals: mapValues(Map.groupBy(cells, rowOf), total),
		columnTotals: mapValues(
			Map.groupBy(cells, (cell) => cell.competencyKey),
			total,
		),
		total: total(cells),
	};
}

export function matrixKey(row: string, competencyKey: CompetencyKey): string {
	return `${row} ${competencyKey}`;
}

function placeOf(
	group: readonly CompetencyCell[],
	rowOf: (cell: CompetencyCell) => string,
	minimumPeople: number,
): MatrixCell {
	const [first] = group;
	if (first === undefined) throw new RangeError('a place of the matrix holds at least one cell');
	const { isSuppressed, ...counts } = totalOf(group, minimumPeople);
	return {
		row: rowOf(first),
		competencyKey: first.competencyKey,
		...counts,
		required: Math.max(...group.map((cell) => cell.required)),
		assessed: group.length === 1 && !isSuppressed ? first.assessed : null,
		state: isSuppressed ? 'suppressed' : stateOf(counts),
	};
}

function totalOf(group: readonly CompetencyCell[], minimumPeople: number): MatrixTotal {
	const people = new Set(group.map((cell) => cell.employeeId)).size;
	if (people < minimumPeople) {
		return { people: 0, belowLevel: 0, notAssessed: 0, gapSum: 0, isSuppressed: true };
	}
	return {
		people,
		belowLevel: group.filter((cell) => (cell.gap ?? 0) > 0).length,
		notAssessed: group.filter((cell) => cell.gap === null).length,
		gapSum: group.reduce((sum, cell) => sum + (cell.gap ?? 0), 0),
		isSuppressed: false,
	};
}

function stateOf(counts: Omit<MatrixTotal, 'isSuppressed'>): MatrixState {
	if (counts.notAssessed === counts.people) return 'not-assessed';
	if (counts.belowLevel === 0 && counts.notAssessed === 0) return 'met';
	return counts.belowLevel + counts.notAssessed === counts.people ? 'unmet' : 'partial';
}

function mapValues<Key, From, To>(
	map: ReadonlyMap<Key, From>,
	to: (value: From) => To,
): ReadonlyMap<Key, To> {
	return new Map([...map].map(([key, value]) => [key, to(value)]));
}
