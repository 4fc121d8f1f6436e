import { afterEach, beforeEach } from 'vitest';
import type { VoteChoice } from '#lib/domain/review/index.ts';
import { isoDate, type OperationId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { nameOfDecision } from '#lib/i18n/decision-text.ts';
import { recordBallot, voteSheet } from '#lib/server/services/council-ballot.ts';
import { recordDecision } from '#lib/server/services/council.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { takeReviewStep } from '#lib/server/services/review.ts';
import { aProposal, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, onDay, type Installation } from '#tests/support/installation.ts';

/** A fresh installation for every test about the council of Елена. Importing this file sets it up. */
export const SESSION = isoDate('2026-12-10');
export const EFFECT = isoDate('2027-01-01');
/** A vote by name on the proposal as a whole. */
export const WHOLE = { subject: 'whole', items: [], method: 'roll-call' } as const;
export const words = { body: () => 'Текст на решението', name: nameOfDecision };

export let at: Installation;
export let consultant: Ctx;
export let chair: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	[consultant, chair] = [await at.as('konsultant'), onDay(await at.as('predsedatel-elena'), SESSION)];
});
afterEach(() => at.close());

/** Everybody of the council votes by a function of the place in the list. */
export async function vote(number: number, choose: (at: number) => VoteChoice, revision?: number) {
	const address = { slug: SLUG, number };
	const sheet = await done(voteSheet(chair, address, { day: SESSION }));
	const { proposal } = await done(openProposal(chair, address));
	const choices = new Map(sheet.map((line, place) => [line.councillorId, choose(place)]));
	return recordBallot(chair, address, {
		...WHOLE,
		choices,
		sessionOn: SESSION,
		revision: revision ?? proposal.revision,
	});
}

export async function inReview(): Promise<number> {
	const number = await aProposal(consultant);
	await done(takeReviewStep(chair, { slug: SLUG, number }, { action: 'open-review', note: '', revision: 1 }));
	return number;
}

export async function decide(
	number: number,
	leftOut: readonly OperationId[] = [],
	effectiveOn = EFFECT,
	ctx = chair,
) {
	const { proposal } = await done(openProposal(ctx, { slug: SLUG, number }));
	const input = { number: '45', effectiveOn, leftOut: new Set(leftOut), revision: proposal.revision };
	return recordDecision(ctx, { slug: SLUG, number }, input, words);
}
