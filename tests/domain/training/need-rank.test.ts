import { describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import {
	computePriority,
	isByLaw,
	needStage,
	rankNeeds,
	type NeedPerson,
	type RankWeights,
	type StageLine,
	type TrainingNeed,
} from '#lib/domain/training/index.ts';
import { person, post, skill, unit } from './builders.ts';

const asOf = isoDate('2026-11-21');
const WEIGHTS: RankWeights = { shortage: 4, people: 1, law: 3, deadline: 2 };

const people = (count: number, gap: number | null): readonly NeedPerson[] =>
	Array.from({ length: count }, (_, at) => ({
		employeeId: person(`e${at}`),
		postKey: post('p'),
		required: 4,
		assessed: gap === null ? null : ((4 - gap) as 1 | 2 | 3 | 4),
		gap,
	}));

function aNeed(key: string, more: Partial<TrainingNeed> = {}, gap: number | null = 2): TrainingNeed {
	const named = more.people ?? people(6, gap);
	return {
		key,
		cause: { kind: 'gap' },
		unitKey: unit('a'),
		competencyKey: skill('zop'),
		requiredLevel: 4,
		people: named,
		openPlaces: 0,
		priority: computePriority({ gaps: named.map((one) => one.gap), weight: 3 }),
		deadline: null,
		...more,
	};
}

const rank = (needs: readonly TrainingNeed[], weights = WEIGHTS) => rankNeeds(needs, { weights, asOf });

describe('the points of a need', () => {
	it('are the weighted share of what could be: the worked example', () => {
		// Largest shortage: 12 people × 1 level... 16 levels × weight 3 = 48; the need itself 2 × 6 × 3 = 36.
		// 36 of 48 = 0.75, 6 of 12 people = 0.5, no law, 73 days left: 1 − 73/365 = 0.8.
		// 100 × (4 × 0.75 + 1 × 0.5 + 0 + 2 × 0.8) ÷ 10 = 51.
		const largest = aNeed('b', { people: [...people(8, 2), ...people(4, 0)] });
		const found = rank([aNeed('a', { deadline: isoDate('2027-02-02') }), largest]).get('a');
		expect(found?.terms).toEqual({ shortage: 0.75, people: 0.5, law: 0, deadline: 0.8 });
		expect(found?.points).toBeCloseTo(51, 9);
	});

	it('count a deadline that is over as the nearest, and none as no hurry', () => {
		const terms = rank([aNeed('a', { deadline: isoDate('2026-01-01') }), aNeed('b')]);
		expect(terms.get('a')?.terms.deadline).toBe(1);
		expect(terms.get('b')?.terms.deadline).toBe(0);
	});

	it('are „at least“ where somebody was not assessed, and the shortage of nobody is unknown, not 0', () => {
		const found = rank([aNeed('a', {}, null), aNeed('b')]);
		expect(found.get('a')).toMatchObject({ terms: { shortage: null }, isAtLeast: true });
		expect(found.get('b')?.isAtLeast).toBe(false);
	});

	it('take their scale from needs of at least three people, so that it gives no small group away', () => {
		const small = aNeed('small', { people: people(2, 3) });
		const alone = rank([aNeed('a'), small]).get('a');
		expect(alone?.terms.shortage).toBe(1);
		expect(rank([aNeed('a')]).get('a')?.terms).toEqual(alone?.terms);
	});

	it('are all 0 where nothing counts, and the order is then by deadline and key', () => {
		const none = { shortage: 0, people: 0, law: 0, deadline: 0 };
		const found = rank([aNeed('b'), aNeed('a'), aNeed('c', { deadline: isoDate('2027-01-01') })], none);
		expect([...found.keys()]).toEqual(['c', 'a', 'b']);
		expect([...found.values()].map(({ points }) => points)).toEqual([0, 0, 0]);
	});

	it('know the duty by law: mandatory training, changed rules and certificates', () => {
		expect(isByLaw(aNeed('a'))).toBe(false);
		expect(isByLaw(aNeed('a', { competencyKey: null }))).toBe(true);
		expect(isByLaw(aNeed('a', { cause: { kind: 'certificate', subject: 'competency' } }))).toBe(true);
	});
});

describe('a place', () => {
	const mandatory = aNeed('law', {
		competencyKey: null,
		people: people(6, null).map((one) => ({ ...one, required: null })),
		priority: computePriority({ gaps: [], weight: 1 }),
	});

	it('is stable when no half and no one and a half of a weight changes who stands before', () => {
		// More of everything stays first whatever the weights.
		const first = aNeed('a', { deadline: isoDate('2026-11-22') });
		const last = aNeed('b', { people: people(3, 1) });
		const found = rank([first, last]);
		expect([...found.values()].map(({ isStable }) => isStable)).toEqual([true, true]);
	});

	it('is not stable when one weight decides it', () => {
		// Shortage 4 against law 3: with law × 1.5 = 4.5 the mandatory training comes first.
		const found = rank([aNeed('a'), mandatory]);
		expect([...found.keys()]).toEqual(['a', 'law']);
		expect(found.get('a')?.isStable).toBe(false);
	});

	it('beyond the first ten is never called stable', () => {
		const needs = Array.from({ length: 12 }, (_, at) =>
			aNeed(`n${String(at).padStart(2, '0')}`, { people: people(14 - at, 1) }),
		);
		const found = [...rank(needs).values()];
		expect(found.slice(0, 10).every(({ isStable }) => isStable)).toBe(true);
		expect(found.slice(10).some(({ isStable }) => isStable)).toBe(false);
	});
});

describe('the stage of a need', () => {
	const line: StageLine = { state: 'planned', planState: 'draft', isEvaluated: false };
	const held: StageLine = { state: 'held', planState: 'approved', isEvaluated: false };
	const two = [
		{ employeeId: person('e0'), required: 4 as const },
		{ employeeId: person('e1'), required: 4 as const },
	];
	const all = { people: new Set([person('e0'), person('e1')]), heldPeople: new Set<never>() };
	const covered = { ...all, seats: 0, heldSeats: 0 };
	const stage = (
		lines: readonly StageLine[],
		more: {
			readonly state?: 'open' | 'planned' | 'done' | 'dismissed';
			readonly isByHand?: boolean;
			readonly level?: number;
			readonly people?: ReadonlySet<never>;
		} = {},
	) =>
		needStage(
			{
				...{ key: 'n', people: two, openPlaces: 0 },
				...{ state: more.state ?? 'planned', isByHand: more.isByHand ?? false },
			},
			{
				lines,
				coverage: more.people ? { ...covered, people: more.people } : covered,
				levelOf: () => more.level ?? null,
			},
		);

	it('goes from found through grouped and planned to held', () => {
		expect(stage([], { state: 'open', people: new Set<never>() })).toBe('found');
		expect(stage([line], { state: 'open', people: new Set<never>() })).toBe('grouped');
		expect(stage([line])).toBe('grouped');
		expect(stage([{ ...line, planState: 'approved' }])).toBe('planned');
		expect(stage([held], { state: 'done' })).toBe('held');
	});

	it('is evaluated when all held lines were, and closed when the plan is or everybody has the level', () => {
		expect(stage([{ ...held, isEvaluated: true }], { state: 'done' })).toBe('evaluated');
		expect(stage([{ ...held, isEvaluated: true }, held], { state: 'done' })).toBe('held');
		expect(stage([{ ...held, planState: 'closed' }], { state: 'done' })).toBe('closed');
		expect(stage([held], { state: 'done', level: 4 })).toBe('closed');
		expect(stage([held], { state: 'done', level: 3 })).toBe('held');
	});

	it('is what a person decided: closed when met otherwise, none when dismissed', () => {
		expect(stage([], { state: 'done', isByHand: true })).toBe('closed');
		expect(stage([line], { state: 'dismissed', isByHand: true })).toBeNull();
	});

	it('passes over cancelled lines', () => {
		expect(stage([{ ...line, state: 'cancelled' }], { state: 'open' })).toBe('found');
	});
});
