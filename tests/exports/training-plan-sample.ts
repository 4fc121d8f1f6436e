import { buildTrainingPlanModel, type TrainingPlanModel } from '#exports/training-plan/model.ts';
import type { TrainingPlanInput } from '#exports/training-plan/input.ts';
import { headcount, eurCents, isoDate } from '#lib/domain/shared/index.ts';
import { deriveNeeds, type PlanItem } from '#lib/domain/training/index.ts';
import {
	aCompetency,
	aLookup,
	anEmployee,
	anItem,
	aPost,
	assessed,
	fn,
	functionRequires,
	operation,
	person,
	postRequires,
	skill,
	takesPart,
	unit,
} from '../domain/training/builders.ts';

const posts = [
	aPost('p1', 'a', { title: { bg: 'главен експерт „Обществени поръчки“', en: 'chief expert, procurement' } }),
	aPost('p2', 'a', { title: { bg: 'старши експерт', en: 'senior expert' }, approved: headcount(4) }),
	aPost('p3', 'b', { title: { bg: 'главен счетоводител', en: 'chief accountant' }, category: 'managerial' }),
];

const employees = [
	anEmployee('e1', 'p1', { name: 'Мария Иванова Петрова' }),
	anEmployee('e2', 'p2', { name: 'Георги Стоянов', sex: 'male' }),
	anEmployee('e3', 'p2', { name: 'Йорданка Щерева' }),
	anEmployee('e4', 'p2', { name: '=Елена Ганчева' }),
	anEmployee('e5', 'p3', { name: 'Цветан Цанев', sex: 'male' }),
];

const before = aLookup(posts, [takesPart('f', 'b')]);
const after = aLookup(posts, [takesPart('f', 'a')]);

const needs = deriveNeeds({
	before,
	after,
	requirements: [functionRequires('f', 'zop', 4), postRequires('p3', 'law', 3), postRequires('p1', 'law', 2)],
	employees,
	assessments: [
		assessed('e1', 'zop', 2),
		assessed('e2', 'zop', 1),
		assessed('e3', 'zop', 2),
		assessed('e5', 'law', 1),
	],
	competencies: [aCompetency('zop', 3), aCompetency('law', 2)],
	changes: [
		{
			kind: 'function-received',
			operationId: operation('op-1'),
			unitKey: unit('a'),
			functionKey: fn('f'),
			effectiveOn: isoDate('2026-07-01'),
		},
	],
	asOf: isoDate('2026-01-15'),
	mandatoryMonths: 3,
});

const zop = needs.find((need) => need.competencyKey === skill('zop'))?.key ?? '';
const law = needs.find((need) => need.competencyKey === skill('law'))?.key ?? '';

const items: readonly PlanItem[] = [
	anItem('zop-1', {
		title: { bg: 'Възлагане на обществени поръчки по ЗОП', en: 'Public procurement' },
		needKeys: [zop],
		participants: ['e1', 'e2', 'e3', 'e4'].map((id) => person(id)),
		openSeats: 1,
		quarter: 2,
		hours: 24,
		pricePerPerson: eurCents(120_50),
		funding: 'project',
		place: 'Велико Търново',
		responsible: 'началник отдел „ЧР“',
		expectedResult: 'самостоятелно провеждане на процедури',
		evaluation: 'тест преди и след',
	}),
	anItem('law-1', {
		title: { bg: 'Административен процес', en: 'Administrative procedure' },
		needKeys: [law],
		participants: [person('e5'), person('e1')],
		quarter: 3,
		hours: 7.5,
		form: 'distance',
		kind: 'mandatory',
	}),
	anItem('off', {
		title: { bg: 'Работа с деловодна система', en: 'Records system' },
		participants: [person('e2')],
		quarter: 4,
		state: 'cancelled',
	}),
];

export function aTrainingPlanModel(more: Partial<TrainingPlanInput> = {}): TrainingPlanModel {
	return buildTrainingPlanModel({
		colophon: {
			municipality: {
				...before.structure.municipality,
				name: { bg: 'Община Елена', en: 'Elena Municipality' },
			},
			asOf: isoDate('2026-01-15'),
			structureValidFrom: before.structure.validFrom,
			createdAt: '2026-01-15T08:30:00.000Z',
			madeBy: 'Петя Колева, човешки ресурси',
			snapshotId: '9f2c4e1ab07d',
			locale: 'bg',
		},
		structure: before.structure,
		plan: { year: 2026, state: 'draft', items },
		needs: needs.map((need) => ({ ...need, state: 'planned' })),
		competencies: [aCompetency('zop', 3), aCompetency('law', 2)],
		employees,
		sessions: [],
		attended: [],
		otherLines: [],
		weights: { shortage: 1, people: 1, law: 1, deadline: 1 },
		targets: [],
		ruleNames: new Map(),
		functionTexts: new Map(),
		notHeld: new Map(),
		showNames: true,
		...more,
	});
}
