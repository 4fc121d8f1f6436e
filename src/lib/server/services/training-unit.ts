import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type IsoDate, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	leaversOn,
	servingEmployees,
	type PlanItemState,
	type Quarter,
	type RankWeights,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listPlanItems } from '../queries/training-plan.ts';
import { listSessions } from '../queries/training-session.ts';
import { listPeople, type PersonRow } from './employee.ts';
import { readNeedBoard, type NeedView } from './training-need-view.ts';
import { openTraining, seesUnit, type OpenTraining } from './training.ts';

/** A line of a plan on which people of the unit stand; no money, which is not the unit's. */
export interface UnitTraining {
	readonly id: string;
	readonly year: number;
	readonly title: LocalText;
	readonly groupName: string;
	readonly groupNumber: number | null;
	readonly quarter: Quarter;
	readonly state: PlanItemState;
	/** People of this unit alone, by name. */
	readonly people: readonly { readonly id: string; readonly name: string }[];
	readonly sessions: readonly { readonly id: string; readonly startsOn: IsoDate; readonly endsOn: IsoDate }[];
}

export interface UnitTrainingPage {
	readonly unit: { readonly key: UnitKey; readonly name: LocalText };
	/** Units to choose from; one for a head. */
	readonly units: readonly { readonly key: UnitKey; readonly name: LocalText }[];
	/** Those who still serve, with how many levels are missing or not assessed. */
	readonly people: readonly PersonRow[];
	/** Living needs, most urgent first. */
	readonly needs: readonly NeedView[];
	/** Newest year first. */
	readonly trainings: readonly UnitTraining[];
	readonly weights: RankWeights;
}

/**
 * The training of one unit: what its people lack, what they need and why, and where they stand in the plans. A head sees
 * the own unit, human resources any; everybody else is refused. Looking at persons is written to the audit trail.
 */
export async function readUnitTraining(
	ctx: Ctx,
	slug: string,
	wanted: string | null,
): Promise<Result<UnitTrainingPage, Refused>> {
	const opened = await openTraining(ctx, { slug });
	if (!opened.ok) return opened;
	const training = opened.value;
	const units = training.lookup.structure.units.filter(({ key }) => seesUnit(training.view, key));
	const unit = wanted === null ? units[0] : units.find(({ key }) => key === wanted);
	if (!unit) return err({ code: 'access/forbidden' });
	const people = await listPeople(ctx, slug);
	if (!people.ok) return people;
	const board = await readNeedBoard(ctx, slug, { state: null, cause: null, unit: unit.key });
	if (!board.ok) return board;
	const serving = new Set(servingEmployees(people.value.people, training.asOf).map(({ id }) => id));
	return ok({
		unit: { key: unit.key, name: unit.name },
		units: units.map(({ key, name }) => ({ key, name })),
		people: people.value.people.filter(({ id, unit: of }) => of?.key === unit.key && serving.has(id)),
		needs: board.value.needs.filter(({ state }) => state === 'open' || state === 'planned'),
		weights: board.value.weights,
		trainings: await trainingsOf(ctx, training, unit.key),
	});
}

async function trainingsOf(
	ctx: Ctx,
	{ municipality, employees, lookup, asOf }: OpenTraining,
	unitKey: UnitKey,
): Promise<readonly UnitTraining[]> {
	const own = employees.filter(({ postKey }) => lookup.postByKey.get(postKey)?.unitKey === unitKey);
	const leavers = leaversOn(own, asOf);
	const sessions = await listSessions(ctx.db, municipality.id);
	return (await listPlanItems(ctx.db, municipality.id))
		.filter(({ state }) => state !== 'cancelled')
		.map((line) => {
			// A line still to be held is no longer for whoever left; one that was held keeps who took part.
			const people = line.state === 'planned' ? own.filter(({ id }) => !leavers.has(id)) : own;
			return { line, people: people.filter(({ id }) => line.participants.includes(id)) };
		})
		.filter(({ people }) => people.length > 0)
		.map(({ line, people }) => ({
			...{ id: line.id, year: line.year, title: line.title, groupName: line.groupName },
			...{ groupNumber: line.groupNumber, quarter: line.quarter, state: line.state },
			people: people.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'bg')),
			sessions: sessions
				.filter(({ itemId, state }) => itemId === line.id && state !== 'cancelled')
				.map(({ id, startsOn, endsOn }) => ({ id, startsOn, endsOn })),
		}))
		.sort((a, b) => b.year - a.year || a.quarter - b.quarter);
}
