import { describe, expect, it } from 'vitest';
import {
	asId,
	isoDate,
	share,
	type EmployeeId,
	type PostKey,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import {
	checkSurveyPlan,
	countResponses,
	countResponsesByUnit,
	mayMove,
	seatsOfPost,
	type SurveyPlan,
	type SurveyRespondentState,
} from '#lib/domain/workload/index.ts';
import { headcount } from '#lib/domain/shared/index.ts';

const people = (state: SurveyRespondentState, count: number) =>
	Array.from({ length: count }, () => ({ state }));

describe('the response rate', () => {
	it('is 77,4 % when 230 of 297 handed in (oracle T22)', () => {
		const counts = countResponses([
			...people('submitted', 200),
			...people('validated', 30),
			...people('not-started', 67),
		]);
		expect(counts.total).toBe(297);
		expect(counts.handedIn).toBe(230);
		// 230 ÷ 297 = 0,774410…
		expect(counts.rate).toBeCloseTo(0.77441, 5);
	});

	it('counts what was given back for correction as not handed in', () => {
		expect(countResponses([...people('returned', 1), ...people('submitted', 1)]).rate).toBe(0.5);
	});

	it('is unknown where nobody was asked', () => {
		expect(countResponses([]).rate).toBeNull();
	});

	it('is counted for each unit by itself', () => {
		const [a, b] = ['a', 'b'].map((key) => asId<UnitKey>(key)) as [UnitKey, UnitKey];
		const counts = countResponsesByUnit([
			{ unitKey: a, state: 'validated' },
			{ unitKey: b, state: 'in-progress' },
			{ unitKey: a, state: 'not-started' },
		]);
		expect(counts.get(a)?.rate).toBe(0.5);
		expect(counts.get(b)?.byState['in-progress']).toBe(1);
	});
});

const post = (occupied: number) => ({
	key: asId<PostKey>('p'),
	unitKey: asId<UnitKey>('u'),
	occupied: headcount(occupied),
});
const holder = (id: string, occupancy: number) => ({ id: asId<EmployeeId>(id), occupancy });

describe('seats of a post', () => {
	it('are whole posts and then what is left: 2,5 posts of 8 hours a day are 40, 40 and 20 hours a week', () => {
		const seats = seatsOfPost(post(2.5), [], 8);
		expect(seats.map((seat) => [seat.seat, seat.occupancy, seat.weeklyHours])).toEqual([
			[1, 1, 40],
			[2, 1, 40],
			[3, 0.5, 20],
		]);
	});

	it('are the people, where they fill exactly the occupied posts', () => {
		const seats = seatsOfPost(post(1), [holder('e2', 0.5), holder('e1', 0.5)], 8);
		expect(seats.map((seat) => [seat.employeeId, seat.weeklyHours])).toEqual([
			['e1', 20],
			['e2', 20],
		]);
	});

	it('are the headcount, nobody named, where people and posts disagree', () => {
		const seats = seatsOfPost(post(2), [holder('e1', 1)], 8);
		expect(seats.map((seat) => seat.employeeId)).toEqual([null, null]);
	});

	it('are none where the post is vacant', () => {
		expect(seatsOfPost(post(0), [], 8)).toEqual([]);
	});
});

const plan: SurveyPlan = {
	name: { bg: 'Анкета', en: null },
	periodFrom: isoDate('2026-01-01'),
	periodTo: isoDate('2026-12-31'),
	closesOn: isoDate('2026-12-11'),
	validator: 'unit-head',
	seenBy: 'validator',
	tolerance: share(0.02),
};

describe('the plan of a campaign', () => {
	it('may close today and speak about one day', () => {
		const day = isoDate('2026-12-11');
		expect(checkSurveyPlan({ ...plan, periodFrom: day, periodTo: day }, day)).toEqual([]);
	});

	it('may not end before it begins, close in the past or let a sum be further off than a fifth', () => {
		const issues = checkSurveyPlan(
			{ ...plan, periodTo: isoDate('2025-12-31'), tolerance: share(0.21) },
			isoDate('2026-12-12'),
		);
		expect(issues.map(({ code }) => code)).toEqual([
			'survey/period-reversed',
			'survey/closes-in-past',
			'survey/tolerance-too-wide',
		]);
	});

	it('goes draft, open, closed, applied, and back one step at a time', () => {
		const at = (state: 'draft' | 'open' | 'closed', appliedAt: string | null = null) => ({
			state,
			appliedAt,
		});
		expect(mayMove(at('draft'), 'open')).toBe(true);
		expect(mayMove(at('open'), 'open')).toBe(false);
		expect(mayMove(at('open'), 'apply')).toBe(false);
		expect(mayMove(at('closed'), 'reopen')).toBe(true);
		expect(mayMove(at('closed', 'then'), 'reopen')).toBe(false);
		expect(mayMove(at('closed', 'then'), 'take-back')).toBe(true);
		expect(mayMove(at('closed'), 'take-back')).toBe(false);
	});
});
