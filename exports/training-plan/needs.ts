import type { PostCategory } from '#lib/domain/org/index.ts';
import {
	isByLaw,
	isSmallGroup,
	RANK_TERMS,
	type PeopleAndSeats,
	type RankWeights,
} from '#lib/domain/training/index.ts';
import { nameOfCategory } from '#lib/i18n/names.ts';
import { nameOfProjectIndicator } from '#lib/i18n/session-names.ts';
import { nameOfLevel, nameOfNeedState, nameOfRankTerm, nameOfSex } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address } from '../shared/address.ts';
import { date, decimal, formula, text, whole, type Cell } from '../shared/cells.ts';
import type { Colophon } from '../shared/cover.ts';
import { FIRST_ROW, type Row, type TableSheet } from '../shared/sheet.ts';
import type { NeedRow, TrainingPlanModel } from './model.ts';
import type { IndicatorRow } from './people.ts';
import { headOf } from './plan.ts';

type Options = { readonly locale: Colophon['locale'] };

const GAP_COLUMN = 7;
/** The column of the first term of the priority. */
const FIRST_TERM = 10;

/** Every need with its cause, the terms of its priority with the points as a live sum, and the training that meets it. */
export function needSheet(model: TrainingPlanModel): TableSheet {
	const options = { locale: model.input.colophon.locale };
	const { weights } = model.input;
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
			{ header: m.exports_col_gap_weighed({}, options), width: 11, align: 'right' },
			...RANK_TERMS.map((term) => ({
				header: m.exports_col_term({ term: nameOfRankTerm(term, options) }, options),
				width: 10,
				align: 'right' as const,
			})),
			{ header: m.exports_col_points({}, options), width: 11, align: 'right' },
			{ header: m.exports_col_deadline({}, options), width: 13, align: 'right' },
			{ header: m.exports_col_planned_as({}, options), width: 40 },
			{ header: m.exports_col_state({}, options), width: 14 },
		],
		rows: model.needs.map((row, at) => needRow(row, FIRST_ROW + at, { ...options, weights })),
		frozenColumns: 2,
		paper: 'A3',
		notes: [m.exports_training_method({}, options), m.exports_training_needs_note({}, options)],
	};
}

/** Who is trained, counted by sex, category and unit (products N25). */
export function indicatorSheet(model: TrainingPlanModel): TableSheet {
	const options = { locale: model.input.colophon.locale };
	const { all } = model.totals;
	const shown = (value: number, isHidden: boolean): Cell =>
		isHidden ? text(m.training_hidden_count({}, options)) : whole(value);
	const attendedCells = (counts: PeopleAndSeats | null): readonly Cell[] => [
		shown(counts?.people ?? 0, counts === null),
		shown(counts?.seats ?? 0, counts === null),
	];
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
					...attendedCells(row.attended),
				],
			})),
	];
	return {
		name: m.exports_training_sheet_indicators({}, options),
		...headOf(model, m.exports_training_about_indicators({}, options)),
		columns: [
			{ header: m.exports_col_indicator({}, options), width: 46 },
			{ header: m.exports_col_people_planned({}, options), width: 14, align: 'right' },
			{ header: m.exports_col_seats_planned({}, options), width: 14, align: 'right' },
			{ header: m.exports_col_people_attended({}, options), width: 14, align: 'right' },
			{ header: m.exports_col_seats_attended({}, options), width: 14, align: 'right' },
		],
		rows: [
			{
				look: 'total',
				cells: [
					text(m.exports_indicator_all({}, options)),
					shown(all.uniquePeople, !model.input.showNames && isSmallGroup(all.uniquePeople)),
					whole(all.seats),
					...attendedCells(model.attended),
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
		notes: [m.exports_training_caveat_people({}, options), m.exports_training_caveat_attended({}, options)],
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

function needRow(
	row: NeedRow,
	at: number,
	{ weights, ...options }: Options & { readonly weights: RankWeights },
): Row {
	const { need, isSuppressed } = row;
	const few = text(m.training_below_three({}, options));
	const { priority } = need;
	return {
		cells: [
			whole(at - FIRST_ROW + 1),
			text(row.competency ?? m.training_mandatory({}, options)),
			text(row.cause),
			text(row.unit ?? m.training_hidden_count({}, options)),
			row.level === null ? null : text(nameOfLevel(row.level, options)),
			isSuppressed ? few : whole(need.people.length),
			whole(need.openPlaces),
			isSuppressed ? few : whole(priority.value === null ? null : priority.gapSum),
			whole(priority.weight),
			isSuppressed ? few : weighedCell(row, at, options),
			...RANK_TERMS.map((term) => decimal(row.rank?.terms[term] ?? null)),
			isSuppressed ? few : pointsCell(row, at, weights),
			row.unit === null
				? few
				: row.deadline === null
					? text(m.training_no_deadline({}, options))
					: date(row.deadline),
			text(plannedText(row, options)),
			text(nameOfNeedState(row.state, options)),
		],
	};
}

function plannedText({ plannedAs }: NeedRow, options: Options): string {
	if (plannedAs === null) return m.training_hidden_count({}, options);
	return plannedAs.join('\n') || m.training_not_planned({}, options);
}

/** The sum of the terms by their weights; a term that is not measured stands empty and adds nothing. */
function pointsCell({ rank }: NeedRow, row: number, weights: RankWeights): Cell {
	const total = RANK_TERMS.reduce((sum, term) => sum + weights[term], 0);
	if (rank === null || total === 0) return null;
	const sum = RANK_TERMS.map((term, at) => `${weights[term]}*${address(FIRST_TERM + at, row)}`).join('+');
	return formula(`100*(${sum})/${total}`, rank.points, 'whole');
}

function weighedCell({ need }: NeedRow, row: number, options: Options): Cell {
	if (isByLaw(need) && need.priority.value === null) return text(m.exports_training_by_law({}, options));
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
