import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countVotes, moreThan, VOTE_CHOICES, type NamedVote } from '#lib/domain/review/index.ts';

const sheet = fc
	.array(fc.constantFrom(...VOTE_CHOICES), { minLength: 1, maxLength: 61 })
	.map((choices): readonly NamedVote[] =>
		choices.map((choice, at) => ({ councillorId: `c${at}`, name: `Съветник ${at}`, choice })),
	);

function tallyOf(votes: readonly NamedVote[], majorityBase: 'all' | 'present') {
	const rule = { councilSize: votes.length, quorumShare: 0.5, majorityShare: 0.5, majorityBase };
	const counted = countVotes(votes, rule);
	if (!counted.ok) throw new Error(counted.error.code);
	return counted.value;
}

describe('more than a half', () => {
	it('is the least whole number whose double is greater than the whole', () => {
		fc.assert(
			fc.property(fc.nat(500), (whole) => {
				const least = moreThan(0.5, whole);
				expect(2 * least).toBeGreaterThan(whole);
				expect(2 * (least - 1)).toBeLessThanOrEqual(whole);
			}),
		);
	});
});

describe('a vote by name', () => {
	it('counts everybody once', () => {
		fc.assert(
			fc.property(sheet, (votes) => {
				const tally = tallyOf(votes, 'present');
				expect(tally.for + tally.against + tally.abstain).toBe(tally.present);
				expect(tally.present + tally.absent).toBe(votes.length);
			}),
		);
	});

	it('does not depend on the order of the list', () => {
		fc.assert(
			fc.property(sheet, (votes) => {
				expect(tallyOf(votes.toReversed(), 'all')).toEqual(tallyOf(votes, 'all'));
			}),
		);
	});

	it('never carries by a tie, nor without a quorum', () => {
		fc.assert(
			fc.property(sheet, (votes) => {
				const tally = tallyOf(votes, 'present');
				if (tally.for <= tally.against || !tally.hasQuorum) expect(tally.outcome).not.toBe('carried');
			}),
		);
	});

	it('carries among all only what carries among those present', () => {
		fc.assert(
			fc.property(sheet, (votes) => {
				if (tallyOf(votes, 'all').outcome === 'carried')
					expect(tallyOf(votes, 'present').outcome).toBe('carried');
			}),
		);
	});

	it('is not lost by one more vote „за“', () => {
		fc.assert(
			fc.property(sheet, fc.nat(60), (votes, at) => {
				const place = at % votes.length;
				const more = votes.map((vote, index) =>
					index === place && vote.choice !== 'absent' ? { ...vote, choice: 'for' as const } : vote,
				);
				if (tallyOf(votes, 'all').outcome === 'carried') expect(tallyOf(more, 'all').outcome).toBe('carried');
			}),
		);
	});
});
