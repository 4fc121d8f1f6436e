import { describe, expect, it } from 'vitest';
import {
	checkBallot,
	restingBallot,
	countTotals,
	fallenAmendments,
	openAmendments,
	ruleForSubject,
	settleVotes,
	type Amendment,
	type BallotSubject,
	type CountedBallot,
	type VotingRule,
} from '#lib/domain/review/index.ts';
import { asId, isoDate, type OperationId } from '#lib/domain/shared/index.ts';

const RULE: VotingRule = {
	...{ councilSize: 13, quorumShare: 0.5, majorityShare: 0.5 },
	majorityBase: 'all',
	amendmentMajorityBase: 'present',
};
const leaveOut = (number: number, id: string): Amendment => ({
	number,
	body: { kind: 'leave-out', operationId: asId<OperationId>(id) },
});
const reword = (number: number, id: string): Amendment => ({
	number,
	body: { kind: 'reword', operationId: asId<OperationId>(id), text: `Текст ${number}` },
});

function ballot(
	number: number,
	subject: BallotSubject,
	items: readonly string[],
	[yes, no, abstain]: readonly [number, number, number],
): CountedBallot {
	const counts = { for: yes, against: no, abstain };
	const tally = countTotals(counts, ruleForSubject(RULE, subject));
	if (!tally.ok) throw new Error(tally.error.code);
	const sessionOn = isoDate('2026-12-10');
	return { number, subject, items, method: 'counted', sessionOn, counts, tally: tally.value };
}

const table = (ballots: readonly CountedBallot[], amendments: readonly Amendment[] = []) => ({
	...{ ballots, amendments },
	operationIds: ['op1', 'op2'],
});

describe('a vote on points', () => {
	it('comes after the amendments of the point, and not at all once one of them took it out', () => {
		const [out, other] = [leaveOut(1, 'op1'), reword(2, 'op2')];
		const point = (item: string) => ({ subject: 'points', items: [item] }) as const;
		expect(checkBallot(point('op1'), table([], [out, other]))).toMatchObject({
			error: { code: 'review/amendments-open', numbers: [1] },
		});
		const taken = ballot(1, 'amendments', ['1'], [8, 0, 0]);
		expect(checkBallot(point('op1'), table([taken], [out, other]))).toEqual({
			ok: false,
			error: { code: 'review/point-left-out', item: 'op1', number: 1 },
		});
		const dropped = ballot(1, 'amendments', ['1'], [2, 6, 0]);
		expect(checkBallot(point('op1'), table([dropped], [out, other])).ok).toBe(true);
	});
});

describe('an amendment whose point was voted', () => {
	const [out, other] = [leaveOut(1, 'op1'), reword(2, 'op2')];
	const dropped = ballot(1, 'amendments', ['1'], [2, 6, 0]);
	const voted = ballot(2, 'points', ['op1'], [9, 1, 1]);

	it('is not voted until the vote on the point is withdrawn', () => {
		const wanted = { subject: 'amendments', items: ['1'] } as const;
		expect(checkBallot(wanted, table([voted], [out, other]))).toEqual({
			ok: false,
			error: { code: 'review/point-voted', ballot: 2, item: 'op1' },
		});
		expect(checkBallot({ ...wanted, items: ['2'] }, table([voted], [out, other])).ok).toBe(true);
		const failed = ballot(2, 'points', ['op1'], [3, 1, 1]);
		expect(checkBallot(wanted, table([failed], [out, other])).ok).toBe(true);
	});

	it('keeps its own vote until that on the point, or on the whole, is withdrawn', () => {
		expect(restingBallot(dropped, table([dropped, voted], [out, other]))).toEqual({
			...{ code: 'review/point-voted', ballot: 2, item: 'op1' },
		});
		expect(restingBallot(voted, table([dropped, voted], [out, other]))).toBeNull();
		const elsewhere = ballot(3, 'amendments', ['2'], [9, 0, 0]);
		expect(restingBallot(elsewhere, table([dropped, voted, elsewhere], [out, other]))).toBeNull();
		const whole = ballot(3, 'whole', [], [9, 1, 1]);
		expect(restingBallot(voted, table([voted, whole], []))).toEqual({
			...{ code: 'review/whole-voted', ballot: 3 },
		});
		expect(restingBallot(whole, table([voted, whole], []))).toBeNull();
	});

	it('has nothing resting on it from a vote on the whole without a quorum', () => {
		const empty = ballot(3, 'whole', [], [3, 1, 1]);
		expect(restingBallot(voted, table([voted, empty], []))).toBeNull();
	});
});

describe('a vote of which the hands were counted', () => {
	it('takes everybody else for absent and refuses more hands than seats', () => {
		expect(countTotals({ for: 6, against: 4, abstain: 1 }, RULE)).toMatchObject({
			value: { present: 11, absent: 2, quorumRequired: 7, majorityRequired: 7, outcome: 'not-carried' },
		});
		expect(countTotals({ for: 10, against: 4, abstain: 0 }, RULE)).toMatchObject({
			error: { code: 'review/too-many-votes', votes: 14, councilSize: 13 },
		});
	});

	it('on amendments is carried by more than half of those present: 6 of 11', () => {
		expect(ballot(1, 'amendments', ['1'], [6, 4, 1]).tally).toMatchObject({
			majorityRequired: 6,
			outcome: 'carried',
		});
	});

	it('is not carried by a tie', () => {
		expect(ballot(1, 'amendments', ['1'], [6, 6, 0]).tally.outcome).toBe('not-carried');
	});
});

describe('what may be voted', () => {
	it('is a point or an amendment that is on the table, once', () => {
		const held = [ballot(1, 'points', ['op1'], [9, 1, 1])];
		expect(checkBallot({ subject: 'points', items: [] }, table(held))).toMatchObject({
			error: { code: 'review/ballot-empty' },
		});
		expect(checkBallot({ subject: 'points', items: ['op9'] }, table(held))).toMatchObject({
			error: { code: 'review/ballot-unknown-item', item: 'op9' },
		});
		expect(checkBallot({ subject: 'points', items: ['op2', 'op1'] }, table(held))).toMatchObject({
			error: { code: 'review/voted-already', ballot: 1, item: 'op1' },
		});
		expect(checkBallot({ subject: 'points', items: ['op2'] }, table(held)).ok).toBe(true);
	});

	it('is voted again when the first vote had no quorum', () => {
		const held = [ballot(1, 'points', ['op1'], [3, 1, 1]), ballot(2, 'whole', [], [3, 0, 0])];
		expect(checkBallot({ subject: 'points', items: ['op1'] }, table(held)).ok).toBe(true);
		expect(checkBallot({ subject: 'whole', items: [] }, table(held)).ok).toBe(true);
	});

	it('is not an amendment that collides with an accepted one, or with another of the same vote', () => {
		const amendments = [leaveOut(1, 'op1'), reword(2, 'op1'), reword(3, 'op1')];
		const accepted = [ballot(1, 'amendments', ['1'], [9, 0, 0])];
		expect(checkBallot({ subject: 'amendments', items: ['2'] }, table(accepted, amendments))).toMatchObject({
			error: { code: 'review/left-out-and-changed', numbers: [1, 2] },
		});
		expect(checkBallot({ subject: 'amendments', items: ['2', '3'] }, table([], amendments))).toMatchObject({
			error: { code: 'review/same-field', path: 'motive' },
		});
	});

	it('is the whole only when every amendment is voted, withdrawn or fallen, and nothing after it', () => {
		const amendments = [leaveOut(1, 'op1'), reword(2, 'op1'), reword(4, 'op2')];
		const first = [ballot(1, 'amendments', ['1'], [9, 0, 0])];
		expect(checkBallot({ subject: 'whole', items: [] }, table(first, amendments))).toEqual({
			ok: false,
			error: { code: 'review/amendments-open', numbers: [4] },
		});
		const all = [...first, ballot(2, 'amendments', ['4'], [2, 8, 0])];
		expect(checkBallot({ subject: 'whole', items: [] }, table(all, amendments)).ok).toBe(true);
		const whole = [...all, ballot(3, 'whole', [], [8, 1, 1])];
		expect(checkBallot({ subject: 'points', items: ['op2'] }, table(whole, amendments))).toMatchObject({
			error: { code: 'review/whole-voted', ballot: 3 },
		});
	});
});

it('settles what was accepted, what was not, what fell and what is still open', () => {
	const amendments = [leaveOut(1, 'op1'), reword(2, 'op1'), reword(3, 'op2'), reword(4, 'op2')];
	const ballots = [
		ballot(1, 'amendments', ['1'], [9, 1, 0]),
		ballot(2, 'amendments', ['3'], [1, 9, 0]),
		ballot(3, 'points', ['op2'], [5, 5, 0]),
	];
	const settled = settleVotes(ballots);
	expect(settled).toMatchObject({ accepted: [1], rejected: [3], pointsLost: ['op2'], whole: null });
	expect(fallenAmendments(amendments, settled.accepted)).toEqual([2]);
	expect(openAmendments(amendments, settled)).toEqual([4]);
});
