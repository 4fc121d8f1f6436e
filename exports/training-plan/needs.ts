import type { PostCategory } from '#lib/domain/org/index.ts';
import { isSmallGroup } from '#lib/domain/training/index.ts';
import { nameOfCategory } from '#lib/i18n/names.ts';
import { nameOfProjectIndicator } from '#lib/i18n/session-names.ts';
import { nameOfLevel, nameOfNeedState, nameOfSex } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address } from '../shared/address.ts';
import { date, formula, text, whole, type Cell } from '../shared/cells.ts';
import type { Colophon } from '../shared/cover.ts';
import { FIRST_ROW, type Row, type TableSheet } from '../shared/sheet.ts';
import type { NeedRow, TrainingPlanModel } from './model.ts';
import type { IndicatorRow } from './people.ts';
import { headOf } from './plan.ts';

type Options = { readonly locale: Colophon['locale'] };

const GAP_COLUMN = 7;

/** Every need with its cause, its priority as a live product, and the training that meets it. */
export function needSheet(model: TrainingPlanModel): TableSheet {
	const options = { locale: model.input.colophon.locale };
	return {
		name: m.exports_training_sheet_needs({}, options),
		...headOf(model, m.exports_training_about_needs({}, options)),
		columns: [
			{ header: m.exports_col_number({}, options), width: 5, align: 'center' },
			{ header: m.exports_col_competency({}, options), width: 30 },
			{ header: m.exports_col_cause({}, options), width: 46 },
			{ header: m.exports_col_unit({}, options), width: 30 },
			{ header: m.exports_col_level({}, options), width: 18 },
			{ header: m.exports_col_need_people({}, options), width: 9, align: 'right' },
			{ header: m.exports_col_open_places({}, options), width: 11 },
			{ header: m.exports_col_gap_sum({}, options), width: 10, align: 'right' },
			{ header: m.exports_col_weight({}, options), width: 9 },
			{ header: m.exports_col_priority({}, options), width: 11, align: 'right' },
			{ header: m.exports_col_deadline({}, options), width: 13, align: 'right' },
			{ header: m.exports_col_planned_as({}, options), width: 40 },
			{ header: m.exports_col_state({}, options), width: 14 },
		],
		rows: model.needs.map((row, at) => needRow(row, at, options)),
		frozenColumns: 2,
		paper: 'A3',
		notes: [m.exports_training_needs_note({}, options)],
	};
}

/** Who is trained, counted by sex, category and unit (products N25). */
export function indicatorSheet(model: TrainingPlanModel): TableSheet {
	const options = { locale: model.input.colophon.locale };
	const { all } = model.totals;
	const shown = (value: number, isHidden: boolean): Cell =>
		isHidden ? text(m.training_hidden_count({}, options)) : whole(value);
	const group = (code: IndicatorRow['group'], heading: string): readonly Row[] => [
		{ look: 'group', cells: [text(heading), null, null] },
		...model.indicators
			.filter((row) => row.group === code)
			.map((row): Row => ({
				level: 1,
				cells: [
					text(labelOf(row, options)),
					shown(row.people, row.isPeopleHidden),
					shown(row.seats, row.isSeatsHidden),
				],
			})),
	];
	return {
		name: m.exports_training_sheet_indicators({}, options),
		...headOf(model, m.exports_training_about_indicators({}, options)),
		columns: [
			{ header: m.exports_col_indicator({}, options), width: 60 },
			{ header: m.exports_col_people({}, options), width: 18, align: 'right' },
			{ header: m.exports_col_seats({}, options), width: 18, align: 'right' },
		],
		rows: [
			{
				look: 'total',
				cells: [
					text(m.exports_indicator_all({}, options)),
					shown(all.uniquePeople, !model.input.showNames && isSmallGroup(all.uniquePeople)),
					whole(all.seats),
				],
			},
			{ cells: [text(m.exports_indicator_open({}, options)), null, whole(all.openSeats)] },
			...group('sex', m.exports_indicator_by_sex({}, options)),
			...group('category', m.exports_indicator_by_category({}, options)),
			...group('unit', m.exports_indicator_by_unit({}, options)),
			...targetRows(model, options),
		],
		frozenColumns: 1,
		paper: 'A4',
		orientation: 'portrait',
		hasFilter: false,
		notes: [m.exports_training_caveat_people({}, options)],
	};
}

/** What the project was to reach and what was reached; nothing where no project has the year. */
function targetRows({ input }: TrainingPlanModel, options: Options): readonly Row[] {
	if (input.targets.length === 0) return [];
	return [
		{
			look: 'group',
			cells: [
				text(m.exports_indicator_targets({}, options)),
				text(m.exports_indicator_target({}, options)),
				text(m.exports_indicator_actual({}, options)),
			],
		},
		...input.targets.map(({ project, code, target, actual }): Row => ({
			level: 1,
			cells: [
				text(`${project}: ${nameOfProjectIndicator(code, options)}`),
				target === null ? null : whole(target),
				whole(actual),
			],
		})),
	];
}

function needRow(row: NeedRow, at: number, options: Options): Row {
	const { need, isSuppressed } = row;
	const few = text(m.training_below_three({}, options));
	const { priority } = need;
	return {
		cells: [
			whole(at + 1),
			text(row.competency ?? m.training_mandatory({}, options)),
			text(row.cause),
			text(row.unit),
			row.level === null ? null : text(nameOfLevel(row.level, options)),
			isSuppressed ? few : whole(need.people.length),
			whole(need.openPlaces),
			isSuppressed ? few : whole(priority.value === null ? null : priority.gapSum),
			whole(priority.weight),
			isSuppressed ? few : priorityCell(row, FIRST_ROW + at, options),
			row.deadline === null ? text(m.training_no_deadline({}, options)) : date(row.deadline),
			text(row.plannedAs.join('\n') || m.training_not_planned({}, options)),
			text(nameOfNeedState(row.state, options)),
		],
	};
}

function priorityCell({ need }: NeedRow, row: number, options: Options): Cell {
	if (need.priority.value === null) return text(m.training_not_assessed({}, options));
	const [gap, weight] = [address(GAP_COLUMN, row), address(GAP_COLUMN + 1, row)];
	return formula(`${gap}*${weight}`, need.priority.value, 'whole');
}

function labelOf(row: IndicatorRow, options: Options): string {
	if (row.label !== null) return row.label;
	return row.group === 'sex'
		? nameOfSex(row.code === 'male' ? 'male' : 'female', options)
		: nameOfCategory(row.code as PostCategory, options);
}
