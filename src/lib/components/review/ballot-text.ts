import type { BallotSubject, VoteTally } from '#lib/domain/review/index.ts';
import { formatMoment } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';

/** What was voted, by the numbers that people use. */
export function ballotItemsText(ballot: {
	readonly subject: BallotSubject;
	readonly numbers: readonly number[];
}): string {
	const items = { count: ballot.numbers.length, numbers: ballot.numbers.join(', ') };
	if (ballot.subject === 'points') return m.council_item_point(items);
	return ballot.subject === 'amendments' ? m.council_item_amendment(items) : m.council_item_whole();
}

/** That a vote was taken back, by whom, when and why. */
export function withdrawalText(withdrawn: {
	readonly name: string;
	readonly at: string;
	readonly reason: string;
}): string {
	const { name, at, reason } = withdrawn;
	return m.council_ballot_withdrawn({ name, reason, when: formatMoment(at) });
}

/** The result of a vote in one sentence; equal votes are said as such. */
export function ballotSentence(tally: VoteTally): string {
	const { for: yes, against: no, abstain, present } = tally;
	const votes = { yes, no, abstain, required: tally.majorityRequired };
	if (tally.outcome === 'no-quorum')
		return m.council_sentence_no_quorum({ present, required: tally.quorumRequired });
	if (tally.outcome === 'carried') return m.council_sentence_carried(votes);
	return yes === no && yes > 0 ? m.council_sentence_tie(votes) : m.council_sentence_lost(votes);
}
