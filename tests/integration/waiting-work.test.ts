import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationBody } from '#lib/domain/scenario/index.ts';
import { isoDate, type UnitKey } from '#lib/domain/shared/index.ts';
import type { SurveyCampaignId } from '#lib/domain/workload/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { changeSeat, listRespondents } from '#lib/server/queries/survey.ts';
import { delegateUnit, openDelegation } from '#lib/server/services/scenario-delegation.ts';
import { endDelegation } from '#lib/server/services/scenario-delegation-decide.ts';
import { proposeOperation, returnDelegation } from '#lib/server/services/scenario-delegation-work.ts';
import { whatWaits } from '#lib/server/services/waiting.ts';
import { aScenario, done, ELENA, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, onDay, type Installation } from '#tests/support/installation.ts';
import { anOpenSurvey, aSurveyPlan } from '#tests/support/survey-world.ts';

/** What waits for each; whoever is not named has nothing. */
type Waits = Partial<Record<(typeof ELENA)[number], readonly string[]>>;

let at: Installation;
let consultant: Ctx;
let head: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	[consultant, head] = [await at.as('konsultant'), await at.as('rakovoditel-elena')];
});
afterEach(() => at.close());

async function waits(): Promise<Waits> {
	const found: Record<string, readonly string[]> = {};
	for (const name of ELENA) {
		const items = await done(whatWaits(onDay(await at.as(name), isoDate('2026-11-22')), SLUG));
		const said = items.map((item) => ('count' in item ? `${item.code} ${item.count}` : item.code));
		if (said.length > 0) found[name] = said;
	}
	return found;
}

describe('a unit of a scenario', () => {
	const sector: OperationBody = {
		kind: 'unit-create',
		payload: {
			...{ key: 'd-one' as UnitKey, parentKey: 'el-ut' as UnitKey, name: { bg: 'Сектор Едно', en: null } },
			...{ kind: 'sector', part: 'specialised' },
		},
	};

	it('waits for its head, then for the consultant and HR, then for nobody', async () => {
		expect(await waits()).toEqual({});
		const scenario = { slug: SLUG, scenarioId: await aScenario(consultant) };
		const given = { unitKey: 'el-ut', task: 'Предложете как да се разпредели работата.', dueOn: null };
		const address = { ...scenario, delegationId: await done(delegateUnit(consultant, scenario, given)) };
		const revision = async () => (await done(openDelegation(consultant, address))).delegation.revision;
		expect(await waits()).toEqual({ 'rakovoditel-elena': ['waiting/given'] });

		await done(
			proposeOperation(head, address, { body: sector, motive: 'По-ясно', revision: await revision() }),
		);
		await done(returnDelegation(head, address, { revision: await revision() }));
		expect(await waits()).toEqual({ konsultant: ['waiting/returned'], 'hr-elena': ['waiting/returned'] });

		await done(endDelegation(consultant, address, { revision: await revision() }));
		expect(await waits()).toEqual({});
	});

	it('of another head waits for that one alone', async () => {
		const scenario = { slug: SLUG, scenarioId: await aScenario(consultant) };
		const given = { unitKey: 'el-ut', task: 'Предложете.', dueOn: isoDate('2026-11-25') };
		await done(delegateUnit(consultant, scenario, given));
		at.database.raw
			.prepare(
				"update membership set unit_key = 'el-fin' where role = 'unit-head' and municipality_id = 'elena'",
			)
			.run();
		expect(await waits()).toEqual({});
	});
});

describe('answers of a survey', () => {
	/** Hands in the answers of so many people of the unit. */
	async function handIn(surveyId: string, count: number): Promise<void> {
		const seats = await listRespondents(consultant.db, surveyId as SurveyCampaignId);
		await consultant.db.transaction().execute(async (tx) => {
			for (const seat of seats.slice(0, count))
				await changeSeat(tx, seat, { state: 'submitted', submitted_at: consultant.clock.now() });
		});
	}

	it('wait for the head of the unit, where the heads validate', async () => {
		const { at: survey } = await anOpenSurvey(consultant);
		expect(await waits()).toEqual({});
		await handIn(survey.id, 2);
		expect(await waits()).toEqual({ 'rakovoditel-elena': ['waiting/survey 2'] });
	});

	it('wait for the consultant, where the consultant validates', async () => {
		const { at: survey } = await anOpenSurvey(consultant, { plan: aSurveyPlan({ validator: 'consultant' }) });
		await handIn(survey.id, 1);
		expect(await waits()).toEqual({ konsultant: ['waiting/survey 1'] });
	});

	it('of a unit that the head does not lead do not wait for the head', async () => {
		const { at: survey } = await anOpenSurvey(consultant, { units: ['el-fin'] });
		await handIn(survey.id, 1);
		expect(await waits()).toEqual({});
	});
});
