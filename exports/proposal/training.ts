import type { FunctionKey } from '#lib/domain/shared/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { nameOfLevel } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { date, text, whole } from '../shared/cells.ts';
import type { TableSheet } from '../shared/sheet.ts';
import { causeOf, namesOf } from '../training-plan/names.ts';
import { type ProposalModel, subtitleOf } from './model.ts';

const NOTES = {
	'at-submission': m.exports_training_frozen,
	'not-yet': m.exports_training_not_frozen_yet,
	never: m.exports_training_never_frozen,
} as const;

/**
 * The training that the change calls for, in numbers: causes and people, never names. Fewer than three people are
 * not counted out, and there is no sum from which they could be worked out.
 */
export function trainingSheet(model: ProposalModel): TableSheet {
	const options = { locale: model.colophon.locale };
	const names = namesOf({
		structure: model.training.structure,
		competencies: model.training.competencies,
		employees: [],
		ruleNames: new Map(),
		functionTexts: new Map(
			[...model.report.functionTexts].map(([key, words]) => [key as FunctionKey, words]),
		),
		...options,
	});
	const { needs } = model.training;
	return {
		name: m.exports_sheet_training({}, options),
		about: m.exports_about_training({}, options),
		title: m.exports_sheet_training({}, options),
		subtitle: subtitleOf(model, m.exports_about_training({}, options)),
		columns: [
			{ header: m.exports_col_number({}, options), width: 6, align: 'center' },
			{ header: m.exports_col_competency({}, options), width: 34 },
			{ header: m.exports_col_cause({}, options), width: 56 },
			{ header: m.exports_col_unit({}, options), width: 36 },
			{ header: m.exports_col_level({}, options), width: 20 },
			{ header: m.exports_col_need_people({}, options), width: 10, align: 'right' },
			{ header: m.exports_col_open_places({}, options), width: 12, total: 'whole' },
			{ header: m.exports_col_deadline({}, options), width: 14, align: 'right' },
		],
		rows: needs.map((need, at) => ({
			...(model.training.frozen === 'at-submission' ? {} : { isLive: true }),
			cells: [
				whole(at + 1),
				text(
					need.competencyKey === null
						? m.training_mandatory({}, options)
						: names.competency(need.competencyKey),
				),
				text(causeOf(need, names)),
				text(names.unit(need.unitKey)),
				need.requiredLevel === null ? null : text(nameOfLevel(need.requiredLevel, options)),
				need.people === null ? text(m.training_below_three({}, options)) : whole(need.people),
				whole(need.openPlaces),
				need.deadline === null ? text(m.training_no_deadline({}, options)) : date(need.deadline),
			],
		})),
		totalLabel: m.exports_total({}, options),
		totalLabelColumn: 1,
		frozenColumns: 2,
		paper: 'A4',
		notes: [
			...(needs.length === 0 ? [m.exports_training_none({}, options)] : []),
			NOTES[model.training.frozen]({ date: formatDate(model.training.asOf, options) }, options),
		],
	};
}
