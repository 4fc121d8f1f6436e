import { localText } from '#lib/i18n/names.ts';
import { nameOfPlanState } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { text } from '../shared/cells.ts';
import { coverFacts, makeCover, printLines } from '../shared/cover.ts';
import { workbookFileName } from '../shared/file-name.ts';
import type { Cover, WorkbookSpec } from '../shared/sheet.ts';
import { budgetSheet } from './budget.ts';
import type { TrainingPlanModel } from './model.ts';
import { indicatorSheet, needSheet } from './needs.ts';
import { participantSheet } from './participants.ts';
import { planSheet } from './plan.ts';
import { scheduleSheet } from './schedule.ts';

/** The annual training plan as a workbook: plan, participants, budget, schedule, indicators, needs. */
export function trainingPlanWorkbook(model: TrainingPlanModel): WorkbookSpec {
	const { colophon, plan } = model.input;
	const sheet = planSheet(model);
	return {
		title: m.exports_training_title({ year: String(plan.year) }, { locale: colophon.locale }),
		createdAt: colophon.createdAt,
		print: printLines(colophon),
		cover: coverOf(model),
		sheets: [
			sheet,
			participantSheet(model, sheet),
			budgetSheet(model, sheet),
			scheduleSheet(model),
			indicatorSheet(model),
			needSheet(model),
		],
	};
}

/** „План за обучение Елена 2026.xlsx“. */
export function trainingPlanFileName({ input }: TrainingPlanModel): string {
	const { locale, municipality } = input.colophon;
	return workbookFileName([
		m.exports_training_file({}, { locale }),
		localText(municipality.name, { locale }),
		String(input.plan.year),
	]);
}

function coverOf({ input, totals, attended }: TrainingPlanModel): Cover {
	const { colophon, plan, showNames } = input;
	const options = { locale: colophon.locale };
	const { uniquePeople, seats } = totals.all;
	const state = nameOfPlanState(plan.state, options);
	return makeCover(colophon, {
		title: m.exports_training_title({ year: String(plan.year) }, options),
		facts: coverFacts(colophon, {
			method: m.exports_training_method({}, options),
			facts: [
				{
					label: m.exports_training_fact_plan({}, options),
					value: text(m.exports_training_fact_plan_value({ year: String(plan.year), state }, options)),
				},
				{
					label: m.exports_training_fact_people({}, options),
					value: text(
						m.exports_training_fact_people_value(
							{ people: String(uniquePeople), seats: String(seats) },
							options,
						),
					),
				},
				{
					label: m.exports_training_fact_attended({}, options),
					value: text(
						attended === null
							? m.training_hidden_count({}, options)
							: m.exports_training_fact_attended_value(
									{ people: String(attended.people), seats: String(attended.seats) },
									options,
								),
					),
				},
			],
		}),
		legend: [
			{
				look: 'closed',
				sample: m.training_item_state_cancelled({}, options),
				meaning: m.exports_training_caveat_cancelled({}, options),
			},
		],
		caveats: [
			showNames
				? m.exports_training_caveat_names({}, options)
				: m.exports_training_caveat_numbers({}, options),
			m.exports_training_caveat_people({}, options),
			m.exports_training_caveat_open({}, options),
			m.exports_caveat_totals({}, options),
			m.exports_check_note({}, options),
		],
	});
}
