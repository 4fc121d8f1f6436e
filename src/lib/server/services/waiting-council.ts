import { makeCalendar } from '#lib/domain/legal/index.ts';
import {
	isAdoption,
	isSoon,
	nextChairStep,
	stepsRunningOut,
	walkProcedure,
} from '#lib/domain/review/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { listCalendarExceptions, listParameters } from '../queries/legal.ts';
import { listMarks } from '../queries/procedure.ts';
import { listProposals, type ProposalRecord } from '../queries/proposal.ts';
import { countQuestions, listAmendmentsWithoutOpinion } from '../queries/waiting.ts';
import { procedureFacts } from './council-procedure.ts';
import { isOne, type Waiter, type WaitingItem } from './waiting-item.ts';

/** What waits before the council: for its chair, for a councillor, for the mover who answers questions. */
export async function waitingBeforeCouncil(ctx: Ctx, waiter: Waiter): Promise<readonly WaitingItem[]> {
	const isChair = isOne(waiter, 'chair', 'vote.record');
	const isCouncillor = isOne(waiter, 'councillor', 'amendment.file');
	const answers = isOne(waiter, 'consultant', 'question.answer');
	if (!isChair && !isCouncillor && !answers) return [];
	const proposals = await listProposals(ctx.db, waiter.municipality.id);
	const open = proposals.filter(({ state }) => state === 'submitted' || state === 'in-review');
	const ids = open.map(({ id }) => id);
	const questions = await countQuestions(ctx.db, ids, waiter.actor.userId);
	const asked = open.flatMap(({ id, ...of }): readonly WaitingItem[] => {
		const { open: waiting = 0, answeredOwn = 0 } = questions.get(id) ?? {};
		return [
			...(answers && waiting > 0
				? [{ code: 'waiting/questions', count: waiting, ...named(of) } as const]
				: []),
			...(!answers && answeredOwn > 0
				? [{ code: 'waiting/answers', count: answeredOwn, ...named(of) } as const]
				: []),
		];
	});
	return [
		...(isChair ? await ofChair(ctx, waiter, proposals) : []),
		...(isCouncillor ? open.flatMap((proposal) => ofCouncillor(proposal, ctx.clock.today())) : []),
		...asked,
	];
}

async function ofChair(
	ctx: Ctx,
	waiter: Waiter,
	proposals: readonly ProposalRecord[],
): Promise<readonly WaitingItem[]> {
	const today = ctx.clock.today();
	const without = await listAmendmentsWithoutOpinion(
		ctx.db,
		proposals.map(({ id }) => id),
	);
	const stepsOf = await runningOut(ctx, waiter);
	const found: WaitingItem[] = [];
	for (const proposal of proposals.filter(isLive)) {
		const of = named(proposal);
		const isBefore = proposal.state === 'submitted' || proposal.state === 'in-review';
		const step = nextChairStep(proposal, today);
		if (step) found.push({ code: 'waiting/proposal', step, ...of });
		const amendments = without.get(proposal.id) ?? [];
		if (isBefore && amendments.length > 0) found.push({ code: 'waiting/opinions', amendments, ...of });
		const until = proposal.amendmentsUntil;
		if (isBefore && until !== null && until >= today && isSoon(until, today))
			found.push({ code: 'waiting/term-ends', until, ...of });
		found.push(...(await stepsOf(proposal)));
	}
	return found;
}

/** A councillor files amendments until the term ends. */
function ofCouncillor(proposal: ProposalRecord, today: IsoDate): readonly WaitingItem[] {
	const { amendmentsUntil: until } = proposal;
	return until !== null && until >= today ? [{ code: 'waiting/may-amend', until, ...named(proposal) }] : [];
}

/** The steps of a proposal that somebody has to write down soon. */
async function runningOut(ctx: Ctx, { municipality }: Waiter) {
	const today = ctx.clock.today();
	const frame = {
		parameters: await listParameters(ctx.db),
		calendar: makeCalendar(await listCalendarExceptions(ctx.db)),
		...{ municipality: municipality.id, today },
	};
	return async (proposal: ProposalRecord): Promise<readonly WaitingItem[]> => {
		const facts = await procedureFacts(
			ctx,
			{ proposal, submittedFor: null },
			await listMarks(ctx.db, proposal.id),
		);
		return stepsRunningOut(walkProcedure(facts, frame), today).map(({ step, dueOn }) => ({
			...{ code: 'waiting/step' as const, step, dueOn, isOver: dueOn < today },
			...named(proposal),
		}));
	};
}

/** Before the council, or adopted by it: what was rejected, returned or withdrawn has no more steps here. */
function isLive({ state }: ProposalRecord): boolean {
	return state === 'submitted' || state === 'in-review' || isAdoption(state);
}

function named({ number, title }: Pick<ProposalRecord, 'number' | 'title'>) {
	return { number, title };
}
