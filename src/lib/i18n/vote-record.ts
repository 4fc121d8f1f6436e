import type { ChangedVote, VoteCorrection } from '#lib/domain/publication/index.ts';
import { VOTE_CHOICES, type NamedVote, type VoteCounts } from '#lib/domain/review/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatMoment } from './format.ts';
import type { InLocale } from './names.ts';
import { nameOfVoteChoice } from './scenario-names.ts';

/** „за: Иван Иванов, Петя Петрова; против: …“: everybody by the vote that they gave. */
export function namesByChoice(votes: readonly NamedVote[], options: InLocale = {}): string {
	return VOTE_CHOICES.flatMap((choice) => {
		const names = votes.filter((vote) => vote.choice === choice).map(({ name }) => name);
		return names.length === 0 ? [] : [`${nameOfVoteChoice(choice, options)}: ${names.join(', ')}`];
	}).join('; ');
}

/** „5 „за“, 4 „против“, 1 „въздържали се““. */
export function countsText(counts: VoteCounts, options: InLocale = {}): string {
	return m.council_ballot_counts({ yes: counts.for, no: counts.against, abstain: counts.abstain }, options);
}

/** Whose vote a correction wrote otherwise; empty where it names nobody. */
export function changedVotesText(changed: readonly ChangedVote[] | null, options: InLocale = {}): string {
	if (!changed || changed.length === 0) return '';
	const votes = changed.map(({ name, before, after }) =>
		m.council_changed_vote(
			{ name, before: nameOfVoteChoice(before, options), after: nameOfVoteChoice(after, options) },
			options,
		),
	);
	return m.council_changed_votes({ votes: votes.join('; ') }, options);
}

/** A correction of the record in full, as the minutes tell it. */
export function correctionText(correction: VoteCorrection, options: InLocale = {}): string {
	const { name, at, reason, before, after, changed } = correction;
	const words = { before: countsText(before, options), after: countsText(after, options) };
	const told = m.papers_minutes_correction({ name, when: formatMoment(at, options), ...words }, options);
	return [told, changedVotesText(changed, options), m.papers_minutes_reason({ reason }, options)]
		.filter(Boolean)
		.join(' ');
}
