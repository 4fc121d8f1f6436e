import { nameOfDecision } from '#lib/i18n/decision-text.ts';
import { recordBallot, voteSheet } from '#lib/server/services/council-ballot.ts';
import { recordDecision } from '#lib/server/services/council.ts';
import { openProposal, submitScenario } from '#lib/server/services/proposal.ts';
import { takeReviewStep } from '#lib/server/services/review.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { asId, isoDate, type FunctionKey, type UnitKey } from '#lib/domain/shared/index.ts';
import { aClosedScenario, add, done, paper, SLUG } from './elena-scenario.ts';
import { onDay, type Installation } from './installation.ts';

const SESSION = isoDate('2026-12-10');

/**
 * Елена after its council adopted a scenario in which the finance directorate receives the documents of public
 * procurement; answers the scenario.
 */
export async function adoptProcurement(at: Installation): Promise<string> {
	const [consultant, chair] = [await at.as('konsultant'), onDay(await at.as('predsedatel-elena'), SESSION)];
	const scenarioId = await aClosedScenario(consultant);
	await add(consultant, scenarioId, {
		kind: 'function-transfer',
		payload: {
			functionKey: asId<FunctionKey>('el-hd-f23'),
			fromUnitKey: asId<UnitKey>('el-hd'),
			toUnitKey: asId<UnitKey>('el-fin'),
			formerRole: null,
			withActivities: true,
		},
	});
	const { scenario } = await done(openScenario(consultant, { slug: SLUG, scenarioId }));
	const number = await done(submitScenario(consultant, { slug: SLUG, scenarioId }, paper(scenario.revision)));
	const address = { slug: SLUG, number };
	await done(takeReviewStep(chair, address, { action: 'open-review', note: '', revision: 1 }));
	const sheet = await done(voteSheet(chair, address, { day: SESSION }));
	const revision = async () => (await done(openProposal(chair, address))).proposal.revision;
	await done(
		recordBallot(chair, address, {
			...{ subject: 'whole', items: [], method: 'roll-call', sessionOn: SESSION },
			choices: new Map(sheet.map((line) => [line.councillorId, 'for'])),
			revision: await revision(),
		}),
	);
	await done(
		recordDecision(
			chair,
			address,
			{
				...{ number: '45', effectiveOn: isoDate('2027-01-01'), leftOut: new Set() },
				revision: await revision(),
			},
			{ body: () => 'Текст на решението', name: nameOfDecision },
		),
	);
	return scenarioId;
}
