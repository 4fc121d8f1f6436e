import { beforeEach, describe, expect, it } from 'vitest';
import { asId, isoDate, type OperationId } from '#lib/domain/shared/index.ts';
import { scenarioPapers, tickPapers } from '#lib/server/services/operation-papers.ts';
import { editOperation, removeOperation } from '#lib/server/services/operation.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { viewPhases, wordPhase } from '#lib/server/services/scenario-phases.ts';
import { aClosedScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let scenarioId: string;
let address: { slug: string; scenarioId: string };

beforeEach(async () => {
	at = await anInstallation();
	scenarioId = await aClosedScenario(await at.as('konsultant'));
	address = { slug: SLUG, scenarioId };
});

const open = async (who = 'konsultant') => done(openScenario(await at.as(who), address));
const idAt = async (position: number): Promise<OperationId> => (await open()).operations[position - 1]!.id;
/** Papers of the second operation (a new department): the ones that are ready. */
async function ready(operationId: OperationId) {
	const papers = (await scenarioPapers(await at.as('konsultant'), await open())).get(operationId) ?? [];
	return papers.filter(({ tick }) => tick).map(({ paper }) => paper);
}
const tick = async (
	operationId: OperationId,
	seen: readonly string[],
	ticked: readonly string[],
	who = 'konsultant',
) => tickPapers(await at.as(who), address, { operationId, seen, ticked });

describe('papers of operations', () => {
	it('are ticked with who and when, and taken back', async () => {
		const id = await idAt(2);
		await done(tick(id, [], ['organisational-rules', 'staffing-table']));
		expect(await ready(id)).toEqual(['organisational-rules', 'staffing-table']);
		const [paper] = (await scenarioPapers(await at.as('konsultant'), await open())).get(id) ?? [];
		expect(paper?.tick?.doneByName).not.toBe('');
		await done(tick(id, ['organisational-rules'], []));
		expect(await ready(id)).toEqual(['staffing-table']);
	});

	it('keep what somebody else ticked meanwhile', async () => {
		const id = await idAt(2);
		await done(tick(id, [], ['organisational-rules']));
		await done(tick(id, [], ['administrative-register']));
		expect(await ready(id)).toEqual(['organisational-rules', 'administrative-register']);
	});

	it('are refused where the operation does not need them, and to whoever may not edit', async () => {
		const id = await idAt(2);
		expect(await tick(id, [], ['termination-notice'])).toMatchObject({
			error: { code: 'operation/paper-unknown' },
		});
		expect(await tick(id, [], ['organisational-rules'], 'hr-elena')).toMatchObject({
			error: { code: 'access/forbidden' },
		});
		expect(await tick(asId<OperationId>('nobody'), [], ['organisational-rules'])).toMatchObject({
			ok: false,
		});
	});

	it('change nothing of the scenario and go with the operation', async () => {
		const id = await idAt(2);
		const { scenario } = await open();
		await done(tick(id, [], ['organisational-rules']));
		expect((await open()).scenario.revision).toBe(scenario.revision);
		await done(removeOperation(await at.as('konsultant'), address, { id, revision: scenario.revision }));
		expect(await at.database.db.selectFrom('operation_paper').selectAll().execute()).toEqual([]);
	});
});

describe('phases of a scenario', () => {
	const words = async (startsOn: string, title: string, who = 'konsultant') =>
		wordPhase(await at.as(who), address, {
			...{
				startsOn: isoDate(startsOn),
				title,
				narrative: 'Защо тогава',
				revision: (await open()).scenario.revision,
			},
		});

	it('come from the days of the operations and carry their words', async () => {
		const { operations, scenario } = await open();
		const last = operations.at(-1)!;
		await done(
			editOperation(await at.as('konsultant'), address, last.id, {
				...{ ...last, effectiveOn: isoDate('2027-07-01'), revision: scenario.revision },
			}),
		);
		await done(words('2027-07-01', 'Втори етап'));
		await done(words('2027-01-01', 'Първи етап'));
		const phases = await viewPhases(await at.as('konsultant'), await open());
		expect(phases.map(({ startsOn, title, isDecisionDay }) => [startsOn, title, isDecisionDay])).toEqual([
			['2027-01-01', 'Първи етап', true],
			['2027-07-01', 'Втори етап', false],
		]);
		expect(phases[1]?.operationIds).toEqual([last.id]);
	});

	it('lose their words with an empty title, and give none to whoever may not edit', async () => {
		await done(words('2027-01-01', 'Първи етап'));
		await done(words('2027-01-01', ''));
		const [phase] = await viewPhases(await at.as('konsultant'), await open());
		expect(phase).toMatchObject({ title: '', narrative: '' });
		expect(await words('2027-01-01', 'Чужд', 'hr-elena')).toMatchObject({
			error: { code: 'access/forbidden' },
		});
	});
});
