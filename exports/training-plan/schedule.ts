import { isSmallGroup, QUARTERS } from '#lib/domain/training/index.ts';
import { formatClock, nameOfSessionState, textOfPlace } from '#lib/i18n/session-names.ts';
import { nameOfGroup, nameOfQuarter } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { date, number, text, whole, type Cell } from '../shared/cells.ts';
import type { Colophon } from '../shared/cover.ts';
import type { Row, TableSheet } from '../shared/sheet.ts';
import type { PlanRow, TrainingPlanModel } from './model.ts';
import { headOf } from './plan.ts';

type Options = { readonly locale: Colophon['locale'] };
type Session = TrainingPlanModel['input']['sessions'][number];

/**
 * When every training is held: its sessions with days, hours, place and trainer, and its hours in the quarter of the
 * plan. Seats and hours stand once, at the first session, so that the sums are those of the plan.
 */
export function scheduleSheet(model: TrainingPlanModel): TableSheet {
	const options = { locale: model.input.colophon.locale };
	return {
		name: m.exports_training_sheet_schedule({}, options),
		...headOf(model, m.exports_training_about_schedule({}, options)),
		columns: [
			{ header: m.exports_col_number({}, options), width: 5, align: 'center' },
			{ header: m.exports_col_topic({}, options), width: 40 },
			{ header: m.exports_col_group({}, options), width: 16 },
			{ header: m.exports_col_first_day({}, options), width: 13, align: 'right' },
			{ header: m.exports_col_last_day({}, options), width: 13, align: 'right' },
			{ header: m.exports_col_clock({}, options), width: 14, align: 'center' },
			{ header: m.exports_col_place({}, options), width: 22 },
			{ header: m.exports_col_provider({}, options), width: 20 },
			{ header: m.exports_col_enrolled({}, options), width: 11, align: 'right' },
			{ header: m.exports_col_attended({}, options), width: 11, align: 'right' },
			{ header: m.exports_col_state({}, options), width: 12 },
			{ header: m.exports_col_seats({}, options), width: 10, total: 'whole' },
			...QUARTERS.map((quarter) => ({
				header: nameOfQuarter(quarter, options),
				width: 13,
				total: 'decimal' as const,
				align: 'center' as const,
			})),
		],
		rows: model.rows.filter(({ seats }) => seats !== null).flatMap((row) => rowsOf(row, model, options)),
		totalLabel: m.exports_total({}, options),
		totalLabelColumn: 1,
		frozenColumns: 3,
		paper: 'A3',
	};
}

function rowsOf(row: PlanRow, model: TrainingPlanModel, options: Options): readonly Row[] {
	const sessions = model.input.sessions.filter((session) => session.itemId === row.item.id);
	const first = sessions[0];
	return [
		rowOf(row, first, true, { ...options, model }),
		...sessions.slice(1).map((session) => rowOf(row, session, false, { ...options, model })),
	];
}

function rowOf(
	row: PlanRow,
	session: Session | undefined,
	isFirst: boolean,
	{ model, ...options }: Options & { readonly model: TrainingPlanModel },
): Row {
	const { number: no, title, item, seats } = row;
	return {
		cells: [
			whole(no),
			text(title),
			text([nameOfGroup(item, options), session?.groupName ?? ''].filter((part) => part !== '').join(', ')),
			...sessionCells(session, model, options),
			isFirst ? whole(seats) : null,
			...QUARTERS.map((quarter) =>
				isFirst && quarter === item.quarter ? number(item.hours, 'decimal') : null,
			),
		],
	};
}

function sessionCells(
	session: Session | undefined,
	model: TrainingPlanModel,
	options: Options,
): readonly Cell[] {
	if (!session) return [null, null, null, null, null, null, null, text(m.exports_not_scheduled({}, options))];
	return [
		date(session.startsOn),
		date(session.endsOn),
		text(`${formatClock(session.startsAt)}–${formatClock(session.endsAt)}`),
		text(textOfPlace(session, options)),
		text(session.trainer),
		whole(session.seated.length),
		attendedCell(session, model, options),
		text(nameOfSessionState(session.state, options)),
	];
}

/** Who took part; nothing before the session was held, and no number that would tell who was absent. */
function attendedCell(session: Session, { input }: TrainingPlanModel, options: Options): Cell {
	if (session.state !== 'held') return null;
	if (!input.showNames && isSmallGroup(session.seated.length))
		return text(m.training_hidden_count({}, options));
	return whole(input.attended.find(({ id }) => id === session.id)?.participants.length ?? 0);
}
