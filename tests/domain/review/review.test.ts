import { describe, expect, it } from 'vitest';
import {
	composeAdopted,
	checkDecision,
	countVotes,
	moreThan,
	parseState,
	permittedSteps,
	PROPOSAL_STATES,
	takeStep,
	TRANSITIONS,
	votingRule,
	VOTING_PARAMETERS,
	type TransitionRequirement,
	type VoteChoice,
	type VotingRule,
} from '#lib/domain/review/index.ts';
import { asId, isoDate, type MunicipalityId, type OperationId } from '#lib/domain/shared/index.ts';
import { LIMITS, listed, operation } from '#tests/support/operations.ts';
import { postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

const RULE: VotingRule = { councilSize: 17, quorumShare: 0.5, majorityShare: 0.5, majorityBase: 'present' };

/** A sheet by counts: за, против, въздържали се, отсъстващи. */
function sheet(counts: Readonly<Record<VoteChoice, number>>) {
	return (Object.keys(counts) as VoteChoice[]).flatMap((choice) =>
		Array.from({ length: counts[choice] }, (_, at) => ({
			councillorId: `${choice}-${at}`,
			name: `Съветник ${choice} ${at}`,
			choice,
		})),
	);
}

function tally(
	[yes, no, abstain, absent]: readonly [number, number, number, number],
	rule: Partial<VotingRule> = {},
) {
	const counted = countVotes(sheet({ for: yes, against: no, abstain, absent }), { ...RULE, ...rule });
	if (!counted.ok) throw new Error(counted.error.code);
	return counted.value;
}

describe('„more than half“', () => {
	it('is 9 of 17, 9 of 16, 7 of 13 and 1 of 0', () => {
		expect([17, 16, 13, 0].map((whole) => moreThan(0.5, whole))).toEqual([9, 9, 7, 1]);
	});

	it('of two thirds of 15 is 11, of 16 also 11', () => {
		expect([15, 16].map((whole) => moreThan(2 / 3, whole))).toEqual([11, 11]);
	});
});

describe('a vote by name', () => {
	it('has a quorum with 9 of 17 present and none with 8', () => {
		expect(tally([9, 0, 0, 8]).hasQuorum).toBe(true);
		expect(tally([8, 0, 0, 9])).toMatchObject({ hasQuorum: false, outcome: 'no-quorum' });
	});

	it('has no quorum when exactly half of 16 are present', () => {
		expect(tally([8, 0, 0, 8], { councilSize: 16 }).outcome).toBe('no-quorum');
	});

	it('counts abstentions as present: 8 за, 0 против, 9 въздържали се is not carried', () => {
		// more than half of 17 present is 9
		expect(tally([8, 0, 9, 0])).toMatchObject({ present: 17, majorityRequired: 9, outcome: 'not-carried' });
	});

	it('is not carried by a tie', () => {
		expect(tally([8, 8, 0, 1])).toMatchObject({ present: 16, majorityRequired: 9, outcome: 'not-carried' });
	});

	it('asks more when the majority is of all councillors: 8 of 12 present do not carry, 9 do', () => {
		expect(tally([8, 2, 2, 5]).outcome).toBe('carried');
		expect(tally([8, 2, 2, 5], { majorityBase: 'all' })).toMatchObject({
			majorityRequired: 9,
			outcome: 'not-carried',
		});
		expect(tally([9, 1, 2, 5], { majorityBase: 'all' }).outcome).toBe('carried');
	});

	it('takes a seat without an entry for absent', () => {
		expect(tally([9, 0, 0, 0])).toMatchObject({ present: 9, hasQuorum: true, outcome: 'carried' });
	});

	it('refuses a councillor twice and more votes than seats', () => {
		const [one] = sheet({ for: 1, against: 0, abstain: 0, absent: 0 });
		const twice = one ? [one, { ...one, choice: 'against' as const }] : [];
		expect(countVotes(twice, RULE)).toMatchObject({ ok: false, error: { code: 'review/councillor-twice' } });
		expect(countVotes(sheet({ for: 18, against: 0, abstain: 0, absent: 0 }), RULE)).toMatchObject({
			ok: false,
			error: { code: 'review/too-many-votes', votes: 18 },
		});
	});

	it('reads its rule from dated parameters and names the missing one', () => {
		const municipality = asId<MunicipalityId>('m1');
		const parameter = (key: string, value: number | string) => ({
			key,
			municipality: null,
			value,
			unit: 'count' as const,
			validFrom: isoDate('2012-01-01'),
			validTo: null,
			citation: 'ЗМСМА, чл. 27',
			note: null,
		});
		const set = [
			parameter(VOTING_PARAMETERS.councilSize, 17),
			parameter(VOTING_PARAMETERS.quorumShare, 0.5),
			parameter(VOTING_PARAMETERS.majorityShare, 0.5),
			parameter(VOTING_PARAMETERS.majorityBase, 'present'),
		];
		expect(votingRule(set, isoDate('2014-01-01'), municipality)).toEqual({
			ok: true,
			value: { ...RULE, citations: ['ЗМСМА, чл. 27'] },
		});
		expect(votingRule(set.slice(0, 3), isoDate('2014-01-01'), municipality)).toEqual({
			ok: false,
			error: { code: 'review/no-parameter', key: 'council.majority-base' },
		});
	});
});

describe('the way of a proposal', () => {
	const all = new Set<TransitionRequirement>(TRANSITIONS.flatMap((transition) => transition.requires));

	it('permits exactly the steps of the table', () => {
		for (const from of PROPOSAL_STATES)
			for (const { action } of TRANSITIONS) {
				const step = takeStep({ from, action, sides: ['mover', 'council'], fulfilled: all });
				expect(step.ok).toBe(TRANSITIONS.some((entry) => entry.from === from && entry.action === action));
			}
	});

	it('leads from the draft over the review to the adoption', () => {
		const path = (['submit', 'open-review', 'adopt'] as const).reduce(
			(from, action) => {
				const step = takeStep({ from, action, sides: ['mover', 'council'], fulfilled: all });
				return step.ok ? step.value.to : from;
			},
			'draft' as (typeof PROPOSAL_STATES)[number],
		);
		expect(path).toBe('adopted');
		const goesOn = (state: string) => TRANSITIONS.some((transition) => transition.from === state);
		expect(['adopted', 'adopted-amended', 'rejected'].map(goesOn)).toEqual([false, false, true]);
	});

	it('keeps the mover from adopting and the council from withdrawing', () => {
		expect(takeStep({ from: 'in-review', action: 'adopt', sides: ['mover'], fulfilled: all })).toEqual({
			ok: false,
			error: { code: 'review/wrong-side', side: 'council' },
		});
		expect(permittedSteps('in-review', ['mover']).map((step) => step.action)).toEqual(['withdraw']);
		expect(permittedSteps('submitted', ['council']).map((step) => step.action)).toEqual([
			'open-review',
			'return',
		]);
		expect(permittedSteps('submitted', [])).toEqual([]);
	});

	it('names what is missing for a step', () => {
		expect(
			takeStep({
				from: 'in-review',
				action: 'adopt',
				sides: ['council'],
				fulfilled: new Set(['quorum', 'decision-number-and-date']),
			}),
		).toEqual({ ok: false, error: { code: 'review/requirement-missing', missing: ['majority'] } });
	});

	it('reads a state from its stored text', () => {
		expect(parseState('in-review')).toBe('in-review');
		expect(parseState('приет')).toBeUndefined();
	});
});

describe('a decision', () => {
	const operations = listed(
		operation('unit-create', {
			key: unitKey('u-new'),
			parentKey: unitKey('mayor'),
			name: { bg: 'Нов', en: null },
			kind: 'department',
			part: 'specialised',
		}),
		operation('post-move', {
			postKey: postKey('p-rent'),
			unitKey: unitKey('u-new'),
			isHead: false,
			withWork: false,
			part: null,
		}),
	);
	const without = (...ids: string[]) =>
		composeAdopted(
			{ baseline: smallStructure(), operations, limits: LIMITS },
			{ accepted: [], leftOut: new Set(ids.map((id) => asId<OperationId>(id))) },
		);

	it('leaves out what the council did not accept, when the rest still applies', () => {
		const run = without('op2');
		expect(run.ok && run.value.run.after.posts.find((post) => post.key === 'p-rent')?.unitKey).toBe('rents');
	});

	it('is refused when an accepted operation rests on one left out', () => {
		expect(without('op1')).toMatchObject({
			ok: false,
			error: {
				code: 'review/does-not-apply',
				refusal: { code: 'scenario/unit-not-found', unitKey: 'u-new', operationId: 'op2' },
			},
		});
	});

	it('is refused when nothing is left, or what was left out is unknown', () => {
		expect(without('op1', 'op2')).toMatchObject({ error: { code: 'review/nothing-left' } });
		expect(without('op9')).toMatchObject({ error: { code: 'review/operation-unknown', operationId: 'op9' } });
	});

	it('has a number and takes effect no earlier than its own day', () => {
		const given = (number: string, effective: string) =>
			checkDecision({ number, decidedOn: isoDate('2014-06-20'), effectiveOn: isoDate(effective) });
		expect(given('45', '2014-06-20').ok).toBe(true);
		expect(given('45', '2014-06-19')).toMatchObject({ error: { code: 'review/effective-before-decision' } });
		expect(given(' ', '2014-07-01')).toMatchObject({ error: { code: 'review/number-missing' } });
	});
});
