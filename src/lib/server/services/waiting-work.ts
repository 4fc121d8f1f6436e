import type { UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { countSubmittedAnswers, listLiveDelegations } from '../queries/waiting.ts';
import { isOne, type Waiter, type WaitingItem } from './waiting-item.ts';

/** Units of scenarios that were given or came back, and answers of surveys that wait to be validated. */
export async function waitingInWork(ctx: Ctx, waiter: Waiter): Promise<readonly WaitingItem[]> {
	return [...(await delegations(ctx, waiter)), ...(await answers(ctx, waiter))];
}

/** A head is told of the own open work alone, who decides on it of what came back. */
async function delegations(ctx: Ctx, waiter: Waiter): Promise<readonly WaitingItem[]> {
	const decides =
		isOne(waiter, 'consultant', 'delegation.manage') || isOne(waiter, 'hr', 'delegation.manage');
	const works = isOne(waiter, 'unit-head', 'delegation.work');
	if (!decides && !works) return [];
	const live = await listLiveDelegations(ctx.db, waiter.municipality.id);
	return live.flatMap(
		({ id, scenarioId, scenario, dueOn, state, delegateId, unitKey }): readonly WaitingItem[] => {
			const of = { delegationId: id, scenarioId, scenario, dueOn };
			if (decides && state === 'returned') return [{ code: 'waiting/returned' as const, ...of }];
			const isMine = works && delegateId === waiter.actor.userId && headedUnits(waiter).includes(unitKey);
			return isMine && state === 'open' ? [{ code: 'waiting/given' as const, ...of }] : [];
		},
	);
}

/** Answers by survey, of those whom the campaign lets this person validate; a head those of the own unit. */
async function answers(ctx: Ctx, waiter: Waiter): Promise<readonly WaitingItem[]> {
	const asConsultant = isOne(waiter, 'consultant', 'survey.validate');
	const units = isOne(waiter, 'unit-head', 'survey.validate') ? headedUnits(waiter) : [];
	if (!asConsultant && units.length === 0) return [];
	const submitted = await countSubmittedAnswers(ctx.db, waiter.municipality.id);
	const own = submitted.filter(({ validator, unitKey }) =>
		validator === 'consultant' ? asConsultant : units.includes(unitKey),
	);
	return [...Map.groupBy(own, ({ id }) => id)].flatMap(([surveyId, lines]) => {
		const count = lines.reduce((sum, line) => sum + line.answers, 0);
		const name = lines[0]?.name;
		return name ? [{ code: 'waiting/survey' as const, surveyId, name, count }] : [];
	});
}

function headedUnits({ actor, municipality }: Waiter): readonly UnitKey[] {
	return actor.memberships.flatMap(({ municipalityId, role, unitKey }) =>
		municipalityId === municipality.id && role === 'unit-head' && unitKey !== null ? [unitKey] : [],
	);
}
