import { afterEach, beforeEach } from 'vitest';
import { asId, isoDate, type FunctionKey, type OperationId, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { addOperation } from '#lib/server/services/operation.ts';
import { submitScenario } from '#lib/server/services/proposal.ts';
import { createScenario, openScenario } from '#lib/server/services/scenario.ts';
import { openPlan } from '#lib/server/services/training-plan.ts';
import { aClosedScenario, add, paper } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

/**
 * A fresh installation for every test about training in Елена, as its human resources officer and a consultant.
 * Importing this file sets it up.
 */
export let at: Installation;
export let hr: Ctx;
export let consultant: Ctx;
export const slug = 'elena';

beforeEach(async () => {
	at = await anInstallation();
	hr = await at.as('hr-elena');
	consultant = await at.as('konsultant');
});
afterEach(() => at.close());

/** The value of a result, or the test ends with the code of its error. */
export function value<T, E extends { readonly code: string }>(
	result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E },
): T {
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
}

export function codeOf(result: { readonly ok: boolean; readonly error?: { readonly code: string } }) {
	return result.ok ? 'ok' : result.error?.code;
}

export const PROCUREMENT = {
	kind: 'function-transfer',
	payload: {
		functionKey: asId<FunctionKey>('el-hd-f23'),
		fromUnitKey: asId<UnitKey>('el-hd'),
		toUnitKey: asId<UnitKey>('el-fin'),
		formerRole: null,
		withActivities: true,
	},
} as const;

/** A scenario in which the finance directorate receives the procurement documents. */
export async function aScenario(): Promise<{ readonly id: string; readonly operationId: OperationId }> {
	const input = { name: 'Обществени поръчки', description: '', effectiveOn: isoDate('2027-07-01') };
	const id = value(await createScenario(consultant, slug, input));
	const address = { slug, scenarioId: id };
	const { scenario } = value(await openScenario(consultant, address));
	const operationId = value(
		await addOperation(consultant, address, {
			...PROCUREMENT,
			motive: 'Едно звено изготвя документациите.',
			findingIds: [],
			effectiveOn: null,
			revision: scenario.revision,
		}),
	);
	return { id, operationId };
}

/** A submitted proposal in which the finance directorate receives the procurement documents. */
export async function aProposalWithTraining(): Promise<number> {
	const scenarioId = await aClosedScenario(consultant);
	await add(consultant, scenarioId, PROCUREMENT);
	const address = { slug, scenarioId };
	const { scenario } = value(await openScenario(consultant, address));
	return value(await submitScenario(consultant, address, paper(scenario.revision)));
}

export const taking = (key: string | null) => ({
	key,
	funding: 'project' as const,
	responsible: 'Петя Колева',
});

export const plan = async (ctx = hr, year = 2027) => value(await openPlan(ctx, slug, year));
