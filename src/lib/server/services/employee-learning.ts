import { can } from '#lib/domain/access/index.ts';
import {
	computeCoverage,
	type Employee,
	type PersonNeed,
	type PersonTraining,
} from '#lib/domain/training/index.ts';
import type { Ctx } from '../context.ts';
import { listPlanItems } from '../queries/training-plan.ts';
import { listEnrolments, listSessions } from '../queries/training-session.ts';
import { competencyName, listKeptNeeds } from './training-need.ts';
import { causeView, type NeedCauseView } from './training-need-cause.ts';
import { needStages } from './training-need-stage.ts';
import { readRuleChanges } from './training-rules.ts';
import { trainingWords } from './training-words.ts';
import type { OpenTraining } from './training.ts';

export interface PersonLearning {
	readonly needs: readonly PersonNeed<NeedCauseView>[];
	readonly trainings: readonly PersonTraining[];
	readonly mayReadScenarios: boolean;
}

/** What a person is to learn and why, and every training so far; the caller has authorised and audited the look. */
export async function readLearning(
	ctx: Ctx,
	training: OpenTraining,
	person: Pick<Employee, 'id'>,
): Promise<PersonLearning> {
	const { actor, municipality } = training;
	const lines = (await listPlanItems(ctx.db, municipality.id)).filter((line) => line.state !== 'cancelled');
	return {
		needs: await needsOf(ctx, training, { person, lines }),
		trainings: await trainingsOf(ctx, training, { person, lines }),
		mayReadScenarios: can(actor, 'scenario.read', { municipalityId: municipality.id }),
	};
}

interface About {
	readonly person: Pick<Employee, 'id'>;
	readonly lines: Awaited<ReturnType<typeof listPlanItems>>;
}

async function needsOf(
	ctx: Ctx,
	training: OpenTraining,
	{ person, lines }: About,
): Promise<PersonLearning['needs']> {
	const all = await listKeptNeeds(ctx, training);
	const { municipality, structure, competencies, lookup, asOf, ruleMonths: months } = training;
	const own = all.filter(
		({ state, people }) =>
			(state === 'open' || state === 'planned') && people.some(({ employeeId }) => employeeId === person.id),
	);
	const words = await trainingWords(
		ctx,
		municipality,
		structure,
		own.map((need) => need.scenarioId),
	);
	const at = { municipalityId: municipality.id, lookup, asOf, months };
	const { names: rules } = await readRuleChanges(ctx, at);
	const stageOf = await needStages(ctx, training, { lines, coverage: computeCoverage(all, lines) });
	return own.map((need) => {
		const as = need.people.find(({ employeeId }) => employeeId === person.id);
		return {
			id: need.id,
			competency: competencyName(competencies, need),
			cause: causeView(need, { training, words, rules }),
			required: as?.required ?? null,
			assessed: as?.assessed ?? null,
			stage: stageOf(need),
			deadline: need.deadline,
		};
	});
}

async function trainingsOf(
	ctx: Ctx,
	{ municipality }: OpenTraining,
	{ person, lines }: About,
): Promise<readonly PersonTraining[]> {
	const enrolments = (await listEnrolments(ctx.db, municipality.id)).filter(
		({ employeeId }) => employeeId === person.id,
	);
	const sessions = await listSessions(ctx.db, municipality.id);
	return lines
		.filter(({ participants }) => participants.includes(person.id))
		.flatMap((line): readonly PersonTraining[] => {
			const { id, year, title, groupName, groupNumber, state } = line;
			const held = enrolments.flatMap(({ sessionId, state: presence }) => {
				const session = sessions.find((one) => one.id === sessionId && one.itemId === line.id);
				return session
					? [{ id: session.id, startsOn: session.startsOn, endsOn: session.endsOn, presence }]
					: [];
			});
			const base = { id, year, title, groupName, groupNumber, state };
			return held.length > 0 ? held.map((session) => ({ ...base, session })) : [{ ...base, session: null }];
		});
}
