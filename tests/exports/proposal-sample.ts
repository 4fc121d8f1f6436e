import type { ProposalModel } from '#exports/proposal/model.ts';
import { loadFixtures } from '#fixtures/load.ts';
import { lookUp } from '#lib/domain/org/index.ts';
import { textChanges } from '#lib/domain/publication/index.ts';
import { buildProposalReport, type Operation, type ProposalReport } from '#lib/domain/scenario/index.ts';
import { asId, headcount, isoDate, type FindingId } from '#lib/domain/shared/index.ts';
import { countNeed, deriveNeeds } from '#lib/domain/training/index.ts';
import { structuralChanges } from '#lib/server/services/training-changes.ts';
import { LIMITS, operation, runOf } from '../support/operations.ts';
import { functionKey, postKey, unitKey } from '../support/small-structure.ts';

const fixtures = loadFixtures();
const [elena] = fixtures.structures;
if (elena === undefined) throw new Error('the demo data hold no structure');

const EFFECTIVE = isoDate('2027-01-01');

/** A proposal that touches units, posts and functions in every manner that the workbook shows. */
export const OPERATIONS: readonly Operation[] = [
	operation('unit-create', {
		key: unitKey('el-cpt'),
		parentKey: unitKey('el-hd'),
		name: { bg: 'Отдел „Проекти и туризъм“', en: 'Department “Projects and Tourism”' },
		kind: 'department',
		part: 'specialised',
	}),
	operation('post-create', {
		key: postKey('el-cpt-no'),
		unitKey: unitKey('el-cpt'),
		title: { bg: 'Началник на отдел', en: 'Head of department' },
		approved: headcount(1),
		category: 'managerial',
		relation: 'civil-service',
		funding: 'delegated',
		isHead: true,
		annualCost: null,
	}),
	operation('post-move', {
		postKey: postKey('el-hd-eu'),
		unitKey: unitKey('el-cpt'),
		isHead: false,
		withWork: true,
		part: null,
	}),
	operation('post-change', { postKey: postKey('el-fin-sch'), changes: { approved: headcount(1.5) } }),
	operation('post-close', { postKey: postKey('el-hd-mla') }),
	operation(
		'function-transfer',
		{
			functionKey: functionKey('el-mp-f13'),
			fromUnitKey: unitKey('el-mp'),
			toUnitKey: unitKey('el-cpt'),
			formerRole: null,
			withActivities: true,
		},
		['f-1'],
	),
	operation(
		'function-transfer',
		{
			functionKey: functionKey('el-hd-f23'),
			fromUnitKey: unitKey('el-cpt'),
			toUnitKey: unitKey('el-fin'),
			formerRole: 'consulted',
			withActivities: true,
		},
		['f-1'],
	),
	operation('function-reword', {
		functionKey: functionKey('el-hd-f05'),
		text: { bg: '=Изготвя и отчита културния календар на общината', en: null },
		bases: null,
	}),
	operation('function-drop', {
		functionKey: functionKey('el-hd-f29'),
		legalReason: 'обща формулировка без правно основание',
	}),
	operation('unit-rename', {
		unitKey: unitKey('el-hd'),
		name: { bg: 'Дирекция „Хуманитарни дейности и култура“', en: null },
		kind: 'directorate',
		part: 'specialised',
	}),
];

export function aProposalModel(locale: 'bg' | 'en' = 'bg', operations = OPERATIONS): ProposalModel {
	if (elena === undefined) throw new Error('the demo data hold no structure');
	const run = runOf(elena, ...operations);
	const report: ProposalReport = buildProposalReport({
		header: {
			title: 'Отдел „Проекти и туризъм“',
			description: 'Обособява се отдел и се събират функциите по туризма.',
			mover: 'инж. Дилян Млъзев, кмет на община Елена',
			legalGround: 'чл. 21, ал. 1, т. 2 от ЗМСМА',
			effectiveOn: EFFECTIVE,
			number: 14,
			state: 'submitted',
			contentHash: '0123456789abcdef',
		},
		run,
		findings: [{ id: asId<FindingId>('f-1'), number: 3, title: 'Два регистъра на туристическите обекти' }],
		frame: { parameters: fixtures.parameters, asOf: isoDate('2026-11-21'), powers: fixtures.powers },
		limits: LIMITS,
	});
	const after = lookUp(run.after);
	return {
		colophon: {
			municipality: elena.municipality,
			asOf: isoDate('2026-11-21'),
			structureValidFrom: elena.validFrom,
			createdAt: '2026-11-21T09:00:00.000Z',
			madeBy: 'Консултант',
			snapshotId: '0123456789abcdef',
			locale,
		},
		report,
		decided: null,
		stateName: locale === 'bg' ? 'внесено' : 'submitted',
		impactLines: [{ label: 'Припокриващи се двойки функции', before: 12, after: null, format: 'whole' }],
		ruleTexts: new Map(),
		texts: textChanges(report, run),
		training: {
			needs: deriveNeeds({
				before: lookUp(elena),
				after,
				changes: structuralChanges({ effects: report.operations, after, effectiveOn: EFFECTIVE }),
				requirements: fixtures.requirements,
				employees: fixtures.employees.filter((person) => after.postByKey.has(person.postKey)),
				assessments: fixtures.assessments,
				competencies: fixtures.competencies,
				asOf: isoDate('2026-11-21'),
				mandatoryMonths: 3,
			})
				.filter((need) => 'operationId' in need.cause)
				.map(countNeed),
			asOf: isoDate('2026-11-21'),
			frozen: 'at-submission',
			competencies: fixtures.competencies,
			structure: run.after,
		},
	};
}
