import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationBody } from '#lib/domain/scenario/index.ts';
import { headcount, isoDate, type PostKey, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import {
	delegateUnit,
	openDelegation,
	viewDelegations,
	waitingDelegations,
} from '#lib/server/services/scenario-delegation.ts';
import {
	acceptOperation,
	endDelegation,
	refuseOperation,
} from '#lib/server/services/scenario-delegation-decide.ts';
import {
	proposeOperation,
	returnDelegation,
	withdrawOperation,
} from '#lib/server/services/scenario-delegation-work.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { aScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let consultant: Ctx;
let head: Ctx;
let address: { slug: string; scenarioId: string; delegationId: string };
const GIVEN = { unitKey: 'el-ut', task: 'Предложете как да се разпредели работата.', dueOn: null };

beforeEach(async () => {
	at = await anInstallation();
	[consultant, head] = [await at.as('konsultant'), await at.as('rakovoditel-elena')];
	const scenario = { slug: SLUG, scenarioId: await aScenario(consultant) };
	address = { ...scenario, delegationId: await done(delegateUnit(consultant, scenario, GIVEN)) };
});
afterEach(() => at.close());

const sector = (key: string, parent = 'el-ut'): OperationBody => ({
	kind: 'unit-create',
	payload: {
		...{ key: `d-${key}` as UnitKey, parentKey: parent as UnitKey, name: { bg: `Сектор ${key}`, en: null } },
		...{ kind: 'sector', part: 'specialised' },
	},
});
const propose = async (body: OperationBody, ctx = head) => {
	const opened = await openDelegation(ctx, address);
	const revision = opened.ok ? opened.value.delegation.revision : 1;
	return proposeOperation(ctx, address, { body, motive: 'По-ясно', revision });
};
const view = () => done(openDelegation(consultant, address));

describe('a unit given to its head', () => {
	it('shows the head that unit alone and no money', async () => {
		const { part, isDelegate } = await done(openDelegation(head, address));
		expect(isDelegate).toBe(true);
		expect(part.units[0]?.key).toBe('el-ut');
		expect(part.posts.every(({ annualCost }) => annualCost === null)).toBe(true);
		expect(new Set(part.posts.map(({ unitKey }) => unitKey))).toEqual(
			new Set(part.units.map(({ key }) => key).filter((key) => part.posts.some((p) => p.unitKey === key))),
		);
	});

	it('is not given with a day that is over, and may be given with today', async () => {
		const scenario = { slug: SLUG, scenarioId: await aScenario(consultant) };
		const today = consultant.clock.today();
		const yesterday = isoDate(new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10));
		expect(await delegateUnit(consultant, scenario, { ...GIVEN, dueOn: yesterday })).toMatchObject({
			error: { code: 'delegation/due-past' },
		});
		expect(await delegateUnit(consultant, scenario, { ...GIVEN, dueOn: today })).toMatchObject({ ok: true });
	});

	it('waits for its head, and once it is back for those who decide', async () => {
		const waits = async (ctx: Ctx) =>
			(await waitingDelegations(ctx, await done(openScenario(ctx, address)))).map(({ id }) => id);
		expect([await waits(head), await waits(consultant)]).toEqual([[address.delegationId], []]);
		await done(propose(sector('one')));
		const { delegation } = await view();
		await done(returnDelegation(head, address, { revision: delegation.revision }));
		expect([await waits(head), await waits(consultant)]).toEqual([[], [address.delegationId]]);
	});

	it('takes operations that stay inside it, and refuses the others', async () => {
		await done(propose(sector('one')));
		expect(await propose(sector('out', 'el-fin'))).toMatchObject({
			error: { code: 'delegation/outside', set: 'units' },
		});
		const { proposed, part } = await view();
		expect(proposed.map(({ body, state }) => [body.kind, state])).toEqual([['unit-create', 'proposed']]);
		expect(part.units.some(({ key }) => key === 'd-one')).toBe(true);
	});

	it('leaves what a post costs as it is', async () => {
		const { part, open } = await view();
		const { key } = part.posts[0]!;
		const changes = { approved: headcount(3), annualCost: null };
		await done(propose({ kind: 'post-change', payload: { postKey: key as PostKey, changes } }));
		const known = open.run.before.posts.find((post) => post.key === key)?.annualCost;
		await done(returnDelegation(head, address, { revision: 2 }));
		const { proposed, delegation } = await view();
		await done(acceptOperation(consultant, address, { id: proposed[0]!.id, revision: delegation.revision }));
		const { run } = await done(openScenario(consultant, address));
		expect(run.after.posts.find((post) => post.key === key)).toMatchObject({
			approved: 3,
			annualCost: known,
		});
	});

	it('comes back as operations that are accepted or refused one by one, and closes with the last', async () => {
		await done(propose(sector('one')));
		await done(propose(sector('two')));
		const [one, two] = (await view()).proposed;
		const early = await acceptOperation(consultant, address, { id: one!.id, revision: 3 });
		expect(early).toMatchObject({ error: { code: 'delegation/stale' } });
		await done(returnDelegation(head, address, { revision: 3 }));
		await done(acceptOperation(consultant, address, { id: one!.id, revision: 4 }));
		const empty = await refuseOperation(consultant, address, { id: two!.id, revision: 5, reason: ' ' });
		expect(empty).toMatchObject({ error: { code: 'delegation/reason-missing' } });
		await done(refuseOperation(consultant, address, { id: two!.id, revision: 5, reason: 'Няма бройки' }));
		const { delegation, proposed, open } = await view();
		expect(delegation.state).toBe('closed');
		expect(proposed.map(({ state, answer }) => [state, answer])).toEqual([
			['accepted', ''],
			['refused', 'Няма бройки'],
		]);
		expect(open.operations.map(({ kind, motive }) => [kind, motive])).toEqual([['unit-create', 'По-ясно']]);
		expect(await propose(sector('late'))).toMatchObject({ error: { code: 'access/forbidden' } });
	});

	it('is given once, to a unit whose head has an account, and can be ended', async () => {
		expect(await delegateUnit(consultant, address, GIVEN)).toMatchObject({
			error: { code: 'delegation/already' },
		});
		expect(await delegateUnit(consultant, address, { ...GIVEN, unitKey: 'el-fin' })).toMatchObject({
			error: { code: 'delegation/no-account' },
		});
		await done(endDelegation(consultant, address, { revision: 1 }));
		expect((await view()).delegation.state).toBe('withdrawn');
	});

	it('is worked on by its head and decided by the consultant, and by nobody else', async () => {
		await done(propose(sector('one')));
		const [one] = (await view()).proposed;
		const input = { id: one!.id, revision: 2 };
		for (const name of ['konsultant', 'hr-elena', 'admin'])
			expect(await propose(sector('other'), await at.as(name)), name).toMatchObject({
				error: { code: 'access/forbidden' },
			});
		for (const name of ['rakovoditel-elena', 'hr-elena'])
			expect(await acceptOperation(await at.as(name), address, input), name).toMatchObject({
				error: { code: 'access/forbidden' },
			});
		for (const name of ['savetnik-elena-1', 'predsedatel-elena'])
			expect(await openDelegation(await at.as(name), address), name).toMatchObject({
				error: { code: 'access/forbidden' },
			});
		expect(await openDelegation(await at.as('rakovoditel-lyaskovets'), address)).toMatchObject({
			error: { code: 'access/not-found' },
		});
		const { open } = await view();
		expect(await viewDelegations(head, { ...open, actor: head.actor! })).toHaveLength(1);
		await done(withdrawOperation(head, address, input));
		expect((await view()).proposed).toEqual([]);
	});
});
