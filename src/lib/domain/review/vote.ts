import { parameterNumber, type ParameterSet } from '../legal/index.ts';
import { findParameter } from '../legal/index.ts';
import { err, ok, type IsoDate, type MunicipalityId, type Result } from '../shared/index.ts';

export const VOTE_CHOICES = ['for', 'against', 'abstain', 'absent'] as const;
/** за, против, въздържал се, отсъства. */
export type VoteChoice = (typeof VOTE_CHOICES)[number];

export interface NamedVote {
	readonly councillorId: string;
	readonly name: string;
	readonly choice: VoteChoice;
}

export const MAJORITY_BASES = ['all', 'present'] as const;
/** Of whom the share is taken: всички съветници or присъстващите. */
export type MajorityBase = (typeof MAJORITY_BASES)[number];

/** Quorum and majority as the law and the council's rules set them; „more than“ the share, never exactly it. */
export interface VotingRule {
	/** Seats of the council. */
	readonly councilSize: number;
	/** The quorum is more than this share of all councillors. */
	readonly quorumShare: number;
	/** A decision needs votes „за“ of more than this share of the base. */
	readonly majorityShare: number;
	readonly majorityBase: MajorityBase;
	/** Of whom the share is taken in a vote on amendments; as for the whole when absent. */
	readonly amendmentMajorityBase?: MajorityBase;
	/** Where quorum and majority come from, as cited; none for a rule made by hand. */
	readonly citations?: readonly string[];
}

export interface VoteTally {
	readonly for: number;
	readonly against: number;
	readonly abstain: number;
	readonly absent: number;
	/** за + против + въздържали се. */
	readonly present: number;
	readonly quorumRequired: number;
	readonly hasQuorum: boolean;
	readonly majorityRequired: number;
	readonly hasMajority: boolean;
	readonly outcome: 'no-quorum' | 'carried' | 'not-carried';
}

export type VoteProblem =
	| { readonly code: 'review/councillor-twice'; readonly name: string }
	| { readonly code: 'review/too-many-votes'; readonly votes: number; readonly councilSize: number };

/**
 * Counts a vote by name. Whoever abstains is present; whoever is absent, or a seat without an entry, is not.
 * „Повече от половината“ of n is floor(n ÷ 2) + 1: 9 of 17, 9 of 16, 7 of 13.
 * Example: 17 seats, 9 present (quorum 9), of whom 5 for: more than half of those present (5) — carried;
 * with 4 for, 4 against and 1 abstaining it is not.
 * Errors: `review/councillor-twice`, `review/too-many-votes`.
 */
export function countVotes(votes: readonly NamedVote[], rule: VotingRule): Result<VoteTally, VoteProblem> {
	const problem = checkSheet(votes, rule);
	if (problem) return err(problem);
	const count = (choice: VoteChoice) => votes.filter((vote) => vote.choice === choice).length;
	return ok(
		tallyOf(
			{ for: count('for'), against: count('against'), abstain: count('abstain'), absent: count('absent') },
			rule,
		),
	);
}

/** за, против, въздържали се, as counted by show of hands. */
export interface VoteCounts {
	readonly for: number;
	readonly against: number;
	readonly abstain: number;
}

/**
 * The result of a vote of which only the totals were counted; whoever is in none of them is absent.
 * Example: 13 seats, 6 за, 4 против, 1 въздържал се → 11 present, 2 absent.
 * Error `review/too-many-votes` when more hands were counted than there are seats.
 */
export function countTotals(counts: VoteCounts, rule: VotingRule): Result<VoteTally, VoteProblem> {
	const { councilSize } = rule;
	const votes = counts.for + counts.against + counts.abstain;
	if (votes > councilSize) return err({ code: 'review/too-many-votes', votes, councilSize });
	return ok(tallyOf({ ...counts, absent: councilSize - votes }, rule));
}

function tallyOf(counts: VoteCounts & { readonly absent: number }, rule: VotingRule): VoteTally {
	const present = counts.for + counts.against + counts.abstain;
	const quorumRequired = moreThan(rule.quorumShare, rule.councilSize);
	const majorityRequired = moreThan(
		rule.majorityShare,
		rule.majorityBase === 'all' ? rule.councilSize : present,
	);
	const hasQuorum = present >= quorumRequired;
	const hasMajority = counts.for >= majorityRequired;
	const carried = hasMajority ? 'carried' : 'not-carried';
	return {
		...{ for: counts.for, against: counts.against, abstain: counts.abstain, absent: counts.absent },
		...{ present, quorumRequired, hasQuorum, majorityRequired, hasMajority },
		outcome: hasQuorum ? carried : 'no-quorum',
	};
}

/** The least whole number above a share of a whole: more than half of 17 is 9, of 16 is 9. */
export function moreThan(share: number, whole: number): number {
	return Math.floor(share * whole + 1e-9) + 1;
}

/** Keys of the dated parameters of voting. */
export const VOTING_PARAMETERS = {
	councilSize: 'council.size',
	quorumShare: 'council.quorum-share',
	majorityShare: 'council.majority-share',
	majorityBase: 'council.majority-base',
} as const;
const AMENDMENT_BASE = 'council.amendment-majority-base';

/** The voting rule in force on a day. Error `review/no-parameter` names the one that is not set. */
export function votingRule(
	parameters: ParameterSet,
	asOf: IsoDate,
	municipality: MunicipalityId,
): Result<VotingRule, { readonly code: 'review/no-parameter'; readonly key: string }> {
	const number = (key: string) => parameterNumber(parameters, { key, asOf, municipality });
	const found = (key: string) => findParameter(parameters, { key, asOf, municipality });
	const base = found(VOTING_PARAMETERS.majorityBase)?.value;
	const legal = [
		VOTING_PARAMETERS.quorumShare,
		VOTING_PARAMETERS.majorityShare,
		VOTING_PARAMETERS.majorityBase,
	];
	const rule = {
		councilSize: number(VOTING_PARAMETERS.councilSize),
		quorumShare: number(VOTING_PARAMETERS.quorumShare),
		majorityShare: number(VOTING_PARAMETERS.majorityShare),
		majorityBase: MAJORITY_BASES.find((candidate) => candidate === base),
	};
	const missing = (Object.keys(rule) as (keyof typeof rule)[]).find((field) => rule[field] === undefined);
	if (missing) return err({ code: 'review/no-parameter', key: VOTING_PARAMETERS[missing] });
	const citations = [...new Set(legal.flatMap((key) => found(key)?.citation ?? []))];
	const amending = found(AMENDMENT_BASE)?.value;
	const amendmentMajorityBase = MAJORITY_BASES.find((candidate) => candidate === amending);
	return ok({ ...(rule as VotingRule), ...(amendmentMajorityBase && { amendmentMajorityBase }), citations });
}

function checkSheet(votes: readonly NamedVote[], { councilSize }: VotingRule): VoteProblem | null {
	const twice = votes.find(
		(vote, at) => votes.findIndex((other) => other.councillorId === vote.councillorId) !== at,
	);
	if (twice) return { code: 'review/councillor-twice', name: twice.name };
	return votes.length > councilSize
		? { code: 'review/too-many-votes', votes: votes.length, councilSize }
		: null;
}
