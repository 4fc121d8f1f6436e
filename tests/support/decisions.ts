import { asId, type UnitKey } from '#lib/domain/shared/index.ts';
import { takeReviewStep } from '#lib/server/services/review.ts';
import { add, aProposal, aScenario, done, SLUG } from './elena-scenario.ts';
import type { Installation } from './installation.ts';

const OPERATIONS = 8;

/** Елена with a draft of eight operations, a proposal that was submitted (1) and one in review (2). */
export async function prepareDecisions(at: Installation): Promise<void> {
	const consultant = await at.as('konsultant');
	await aProposal(consultant);
	const number = await aProposal(consultant);
	const step = { action: 'open-review', note: '', revision: 1 } as const;
	await done(takeReviewStep(await at.as('predsedatel-elena'), { slug: SLUG, number }, step));
	const scenarioId = await aScenario(consultant);
	for (let place = 1; place <= OPERATIONS; place++)
		await add(consultant, scenarioId, {
			kind: 'unit-create',
			payload: {
				key: asId<UnitKey>(`proben-${place}`),
				parentKey: null,
				name: { bg: `Пробен отдел ${place}`, en: null },
				kind: 'department',
				part: 'specialised',
			},
		});
}
