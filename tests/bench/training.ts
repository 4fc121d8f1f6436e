import { packPlace } from '#lib/server/services/training-map.ts';
import { asId, eurCents, isoDate, type EmployeeId } from '#lib/domain/shared/index.ts';
import {
	computeCompetencyCells,
	computeCompetencyMatrix,
	deriveNeeds,
	rankNeeds,
	spreadOverYear,
	suggestPlanItems,
	type CompetencyLevel,
	type Course,
	type NeedInput,
} from '#lib/domain/training/index.ts';
import {
	aCompetency,
	aCourse,
	aLookup,
	anEmployee,
	aPost,
	assessed,
	postRequires,
} from '../domain/training/builders.ts';
import { medianOf, type BenchRow } from './measure.ts';
import { benchCompetencyMap } from './training-browser.ts';
import type { MapSource } from './training-page.ts';
import { benchTrainingWorkbook } from './training-workbook.ts';

const ROUNDS = 5;
const [PEOPLE, COMPETENCIES]: readonly [number, number] = [500, 120];
const level = (number: number) => ((number % 5) + 1) as CompetencyLevel;

/** The heat map of 500 people and 120 competencies, and the plan of some 2 000 needs (issue 7). */
export async function benchTraining(say: (text: string) => void): Promise<readonly BenchRow[]> {
	const world = aWorld();
	const { before, competencies, asOf } = world;
	const packed = (): MapSource => {
		const matrix = computeCompetencyMatrix({
			cells: computeCompetencyCells(before, world),
			rowOf: (cell) => cell.employeeId,
			minimumPeople: 1,
		});
		const total = { people: 40, belowLevel: 7, notAssessed: 0, gapSum: 9, isSuppressed: false };
		return {
			columns: competencies.map(({ key, name }) => ({ key, name, total })),
			rows: matrix.rows.map((row) => ({
				...{ key: row, personId: row, name: { bg: `Служител ${row}`, en: null }, detail: null, total },
				places: competencies
					.map(({ key }) => packPlace(matrix.cells.get(row)?.get(key) ?? null, true))
					.join(','),
			})),
		};
	};
	const map = await medianOf(ROUNDS, packed);
	const needs = deriveNeeds(aWorld({ units: 100, competencies: 50 }));
	const courses = competencies.map(({ key }): Course =>
		aCourse(`c-${key}`, key, { levelTo: 5, pricePerPerson: eurCents(60_00) }),
	);
	const grouped = await medianOf(ROUNDS, () => {
		const { items } = suggestPlanItems({ needs, courses, year: 2027 });
		return spreadOverYear({ items, courses, lines: [], year: 2027, from: asOf });
	});
	const weights = { shortage: 4, people: 1, law: 3, deadline: 2 };
	const ranked = await medianOf(ROUNDS, () => rankNeeds(needs, { weights, asOf }));
	say('heat map in a browser');
	const drawn = await benchCompetencyMap(packed());
	say('workbook of a plan');
	return [
		row(`heat map ${PEOPLE} × ${COMPETENCIES}, worked out and packed`, map, 500),
		row(`${needs.length} needs → groups over the year`, grouped, 1000),
		row(`${needs.length} needs ranked, with what is stable`, ranked, 200),
		...drawn,
		await benchTrainingWorkbook(),
	];
}

/** So many units with as many people each; every post asks every competency. */
function aWorld(size = { units: 25, competencies: COMPETENCIES }): NeedInput {
	const keys = Array.from({ length: size.competencies }, (_, at) => `k${at}`);
	const people = Array.from({ length: PEOPLE }, (_, at) => ({ post: `p${at}`, unit: `u${at % size.units}` }));
	const before = aLookup(people.map(({ post, unit }) => aPost(post, unit)));
	return {
		before,
		after: before,
		changes: [],
		requirements: people.flatMap(({ post }, at) =>
			keys.map((key, column) => postRequires(post, key, level(at + column))),
		),
		employees: people.map(({ post }, at) =>
			anEmployee(asId<EmployeeId>(`e${String(at).padStart(3, '0')}`), post),
		),
		assessments: people.flatMap((_, at) =>
			keys.map((key, column) => assessed(`e${String(at).padStart(3, '0')}`, key, level(at * 3 + column * 7))),
		),
		competencies: keys.map((key, at) => aCompetency(key, ((at % 3) + 1) as 1 | 2 | 3)),
		asOf: isoDate('2026-11-21'),
		mandatoryMonths: 3,
	};
}

function row(what: string, measured: number, aim: number): BenchRow {
	return { what, measured: `${measured.toFixed(0)} ms`, aim: `≤ ${aim} ms`, isMet: measured <= aim };
}
