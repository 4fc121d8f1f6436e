import { isoDate } from '#lib/domain/shared/index.ts';
import { nameOfDecision } from '#lib/i18n/decision-text.ts';
import { recordBallot, voteSheet } from '#lib/server/services/council-ballot.ts';
import { recordDecision } from '#lib/server/services/council.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { publishDecision } from '#lib/server/services/publication.ts';
import { takeReviewStep } from '#lib/server/services/review.ts';
import { aProposal, done, SLUG } from './elena-scenario.ts';
import { onDay, type Installation } from './installation.ts';

/** Елена with a decision that was adopted unanimously on 10.12.2026 and published. */
export async function preparePublished(at: Installation): Promise<void> {
	const sessionOn = isoDate('2026-12-10');
	const chair = onDay(await at.as('predsedatel-elena'), sessionOn);
	const number = await aProposal(await at.as('konsultant'));
	const address = { slug: SLUG, number };
	await done(takeReviewStep(chair, address, { action: 'open-review', note: '', revision: 1 }));
	const sheet = await done(voteSheet(chair, address, { day: sessionOn }));
	const choices = new Map(sheet.map(({ councillorId }) => [councillorId, 'for'] as const));
	const revision = async () => (await done(openProposal(chair, address))).proposal.revision;
	const whole = { subject: 'whole', items: [], method: 'roll-call' } as const;
	await done(recordBallot(chair, address, { ...whole, choices, sessionOn, revision: await revision() }));
	const decision = { number: '45', effectiveOn: isoDate('2027-01-01'), leftOut: new Set<never>() };
	const words = { body: () => 'РЕШЕНИЕ № 45\nРЕШИ:\n1. Одобрява структурата.', name: nameOfDecision };
	await done(recordDecision(chair, address, { ...decision, revision: await revision() }, words));
	await done(publishDecision(chair, address, 0));
}
