import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	computeCompetencyMatrix,
	matrixKey,
	SMALLEST_GROUP,
	type CompetencyCell,
	type CompetencyLevel,
	type CompetencyMatrix,
} from '#lib/domain/training/index.ts';
import { person, post, skill, unit } from '../domain/training/builders.ts';

const POSTS = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'];
const SKILLS = ['zop', 'zut'];

/** Up to 14 people on posts of three units, each asked one or two competencies. */
const cells = fc
	.array(fc.record({ at: fc.nat(POSTS.length - 1), skills: fc.subarray(SKILLS), gap: fc.nat(3) }), {
		maxLength: 14,
	})
	.map((people) =>
		people.flatMap(({ at, skills, gap }, number) =>
			skills.map((key): CompetencyCell => {
				const postKey = POSTS[at] ?? 'a1';
				return {
					employeeId: person(`e${number}`),
					postKey: post(postKey),
					unitKey: unit(postKey.slice(0, 1)),
					competencyKey: skill(key),
					required: 4,
					assessed: (4 - gap) as CompetencyLevel,
					assessedOn: null,
					gap,
					sources: [],
				};
			}),
		),
	);

const unitOf = (cell: CompetencyCell): string => cell.unitKey;
const postOf = (cell: CompetencyCell): string => cell.postKey;
/** The smallest thing that is counted: the people of one post and competency. */
const atomOf = (cell: CompetencyCell): string => matrixKey(cell.postKey, cell.competencyKey);

test('nothing about fewer than three people can be worked out from the places and totals that are shown', () => {
	fc.assert(
		fc.property(cells, (all) => {
			const published = [
				...shown(
					all,
					computeCompetencyMatrix({ cells: all, rowOf: unitOf, minimumPeople: SMALLEST_GROUP }),
					unitOf,
				),
				...shown(
					all,
					computeCompetencyMatrix({
						cells: all,
						rowOf: postOf,
						widerRowOf: unitOf,
						minimumPeople: SMALLEST_GROUP,
					}),
					postOf,
				),
			];
			const atoms = [...new Set(all.map(atomOf))].sort();
			const space = reduced(published.map((group) => rowOf(group, atoms)));
			for (const subset of subsets(atoms)) {
				const group = all.filter((cell) => subset.has(atomOf(cell)));
				const people = new Set(group.map((cell) => cell.employeeId)).size;
				if (people === 0 || people >= SMALLEST_GROUP) continue;
				expect(isDerivable(rowOf(group, atoms), space), [...subset].join()).toBe(false);
			}
		}),
	);
});

test('a place that is hidden carries no number', () => {
	fc.assert(
		fc.property(cells, (all) => {
			const matrix = computeCompetencyMatrix({ cells: all, rowOf: unitOf, minimumPeople: SMALLEST_GROUP });
			for (const cell of placesOf(matrix)) {
				if (cell.state !== 'suppressed') continue;
				expect([cell.people, cell.belowLevel, cell.notAssessed, cell.gapSum, cell.assessed]).toEqual([
					...[0, 0, 0, 0],
					null,
				]);
			}
		}),
	);
});

const placesOf = ({ cells: rows }: CompetencyMatrix) =>
	[...rows.values()].flatMap((row) => [...row.values()]);

/** The groups of cells whose sums a matrix shows: places, rows, columns and the whole. */
function shown(
	all: readonly CompetencyCell[],
	matrix: CompetencyMatrix,
	by: (cell: CompetencyCell) => string,
): readonly (readonly CompetencyCell[])[] {
	const of = (isIn: (cell: CompetencyCell) => boolean) => all.filter(isIn);
	const places = placesOf(matrix).filter((place) => place.state !== 'suppressed');
	const rows = [...matrix.rowTotals].filter(([, total]) => !total.isSuppressed);
	const columns = [...matrix.columnTotals].filter(([, total]) => !total.isSuppressed);
	return [
		...places.map((place) =>
			of((cell) => by(cell) === place.row && cell.competencyKey === place.competencyKey),
		),
		...rows.map(([row]) => of((cell) => by(cell) === row)),
		...columns.map(([key]) => of((cell) => cell.competencyKey === key)),
		...(matrix.total.isSuppressed ? [] : [all]),
	];
}

/** Which atoms a group adds up. */
function rowOf(group: readonly CompetencyCell[], atoms: readonly string[]): number[] {
	const present = new Set(group.map(atomOf));
	return atoms.map((atom) => (present.has(atom) ? 1 : 0));
}

/** Rows of echelon form with the column of each pivot. */
type Space = { readonly pivot: number; readonly row: readonly number[] }[];

function reduced(rows: readonly number[][]): Space {
	const space: Space = [];
	for (const row of rows) {
		const rest = eliminate(row, space);
		const pivot = rest.findIndex((value) => Math.abs(value) > 1e-9);
		if (pivot >= 0) space.push({ pivot, row: rest.map((value) => value / (rest[pivot] ?? 1)) });
	}
	return space;
}

function isDerivable(row: readonly number[], space: Space): boolean {
	return eliminate(row, space).every((value) => Math.abs(value) < 1e-9);
}

function eliminate(row: readonly number[], space: Space): number[] {
	return space.reduce<number[]>(
		(rest, { pivot, row: known }) => {
			const factor = rest[pivot] ?? 0;
			return rest.map((value, at) => value - factor * (known[at] ?? 0));
		},
		[...row],
	);
}

function* subsets(atoms: readonly string[]): Generator<ReadonlySet<string>> {
	for (let bits = 1; bits < 2 ** atoms.length; bits += 1)
		yield new Set(atoms.filter((_, at) => Math.floor(bits / 2 ** at) % 2 === 1));
}
