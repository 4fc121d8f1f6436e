import { buildTrainingPlanModel } from '#exports/training-plan/model.ts';
import type { TrainingPlanInput } from '#exports/training-plan/input.ts';
import { trainingPlanFileName, trainingPlanWorkbook } from '#exports/training-plan/workbook.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { makeWorkbookFile } from '#lib/server/services/export-file.ts';
import { aCompetency, aLookup, anEmployee, anItem, aPost, person } from '../domain/training/builders.ts';
import { medianOf, ms, type BenchRow } from './measure.ts';

const [PEOPLE, UNITS, TRAININGS, PER_GROUP] = [600, 30, 60, 30];

/** The workbook of a plan of 60 trainings in which 600 people take part in three each, from its rows to its bytes. */
export async function benchTrainingWorkbook(): Promise<BenchRow> {
	const input = anInput();
	const took = await medianOf(3, async () => {
		const model = buildTrainingPlanModel(input);
		await makeWorkbookFile(trainingPlanWorkbook(model), trainingPlanFileName(model));
	});
	return {
		what: `workbook of the training of ${PEOPLE} people, ${TRAININGS} trainings`,
		measured: ms(took),
		aim: '≤ 3 s',
		isMet: took <= 3000,
	};
}

function anInput(): TrainingPlanInput {
	const people = Array.from({ length: PEOPLE }, (_, at) => at);
	const { structure } = aLookup(people.map((at) => aPost(`p${at}`, `u${at % UNITS}`)));
	const items = Array.from({ length: TRAININGS }, (_, line) =>
		anItem(`i${line}`, {
			participants: Array.from({ length: PER_GROUP }, (__, at) =>
				person(`e${(line * PER_GROUP + at) % PEOPLE}`),
			),
		}),
	);
	return {
		colophon: {
			municipality: structure.municipality,
			asOf: isoDate('2026-11-21'),
			structureValidFrom: structure.validFrom,
			createdAt: '2026-11-21T09:00:00.000Z',
			madeBy: 'Проба',
			snapshotId: null,
			locale: 'bg',
		},
		structure,
		plan: { year: 2027, state: 'draft', items },
		needs: [],
		...{ attended: [], otherLines: [], weights: { shortage: 1, people: 1, law: 1, deadline: 1 } },
		competencies: [aCompetency('zop', 2)],
		employees: people.map((at) => anEmployee(`e${at}`, `p${at}`)),
		...{
			sessions: [],
			targets: [],
			functionTexts: new Map(),
			ruleNames: new Map(),
			notHeld: new Map(),
			showNames: true,
		},
	};
}
