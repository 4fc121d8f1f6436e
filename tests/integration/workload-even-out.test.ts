import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate, type ScenarioId } from '#lib/domain/shared/index.ts';
import { NO_WHAT_IF } from '#lib/domain/workload/index.ts';
import { addOperation } from '#lib/server/services/operation.ts';
import { createScenario, openScenario } from '#lib/server/services/scenario.ts';
import { showEvenOut, type EvenOutPage } from '#lib/server/services/workload-even-out.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

const ADDRESS = { slug: 'lyaskovets' };
const REQUEST = { year: null, method: 'wisn', base: 'inhabitants', whatIf: NO_WHAT_IF } as const;

let at: Installation;
beforeEach(async () => {
	at = await anInstallation();
});
afterEach(() => at.close());

async function evenOut(user: string): Promise<EvenOutPage> {
	const shown = await showEvenOut(await at.as(user), ADDRESS, REQUEST);
	if (!shown.ok || shown.value.kind !== 'computed') throw new Error('the page is computed');
	return shown.value;
}

/** Everything that a suggestion could have changed. */
async function stored() {
	const rows = (table: 'operation' | 'scenario' | 'participation' | 'activity' | 'structure_version') =>
		at.database.db.selectFrom(table).selectAll().execute();
	return Promise.all([
		rows('operation'),
		rows('scenario'),
		rows('participation'),
		rows('activity'),
		rows('structure_version'),
	]);
}

async function aDraft(): Promise<ScenarioId> {
	const made = await createScenario(await at.as('konsultant'), ADDRESS.slug, {
		...{ name: 'Изравняване', description: '', effectiveOn: isoDate('2027-01-01') },
	});
	if (!made.ok) throw new Error(made.error.code);
	return made.value;
}

describe('evening out in the sample data of Лясковец', () => {
	it('moves the doubled register from the directorate that lacks people to the department with time left', async () => {
		const page = await evenOut('konsultant');
		expect(page.rows).toHaveLength(1);
		expect(page.rows[0]).toMatchObject({
			fn: { key: 'ly-osut-f31' },
			from: { key: 'ly-osut' },
			to: { key: 'ly-hdip-1' },
		});
		const balanceOf = (key: string) => page.proven.find((unit) => unit.key === key)?.balance;
		expect(balanceOf('ly-osut')).toBe('shortage');
		expect(balanceOf('ly-hdip-1')).toBe('surplus');
	});

	it('stores nothing by suggesting, and offers the draft only to those who may edit it', async () => {
		await aDraft();
		const before = await stored();
		expect((await evenOut('konsultant')).drafts.map(({ name }) => name)).toContain('Изравняване');
		expect(await evenOut('savetnik-lyaskovets-1')).toMatchObject({ mayEdit: false, drafts: [] });
		expect(await stored()).toEqual(before);
	});

	it('becomes an operation of the draft alone: the version in force keeps its roles and its work', async () => {
		const scenarioId = await aDraft();
		const [row] = (await evenOut('konsultant')).rows;
		if (!row) throw new Error('there is a suggestion');
		const [, , roles, work, versions] = await stored();
		const consultant = await at.as('konsultant');
		const address = { ...ADDRESS, scenarioId };
		const opened = await openScenario(consultant, address);
		if (!opened.ok) throw new Error(opened.error.code);
		const added = await addOperation(consultant, address, {
			kind: 'function-transfer',
			payload: {
				...{ functionKey: row.fn.key, fromUnitKey: row.from.key, toUnitKey: row.to.key },
				...{ formerRole: null, withActivities: true },
			},
			...{
				motive: 'изравняване',
				findingIds: [],
				effectiveOn: null,
				revision: opened.value.scenario.revision,
			},
		});
		expect(added.ok).toBe(true);
		const [operations, scenarios, ...rest] = await stored();
		expect(operations).toHaveLength(1);
		expect(operations[0]).toMatchObject({ scenario_id: scenarioId, kind: 'function-transfer' });
		expect(scenarios.find((one) => one.id === scenarioId)).toMatchObject({ status: 'draft' });
		expect(rest).toEqual([roles, work, versions]);
	});
});
