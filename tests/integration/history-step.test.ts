import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlockCell } from '#lib/domain/org/index.ts';
import {
	asId,
	headcount,
	hoursPerYear,
	minutes,
	share,
	type FunctionKey,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listActivityRevisions, listAllowances } from '#lib/server/queries/workload.ts';
import { editFunction } from '#lib/server/services/function-edit.ts';
import { showUndoBar } from '#lib/server/services/history-bar.ts';
import { reverseLast } from '#lib/server/services/history-step.ts';
import { saveBlock } from '#lib/server/services/matrix-edit.ts';
import { editPost } from '#lib/server/services/post-edit.ts';
import { editUnit } from '#lib/server/services/unit-edit.ts';
import { saveActivity } from '#lib/server/services/workload-activity.ts';
import { addAllowance, removeAllowance, saveAllowance } from '#lib/server/services/workload-allowance.ts';
import { openWorkspace } from '#lib/server/services/workspace.ts';
import { aWorkingVersion, ticking, type WorkingVersion } from '#tests/support/working-version.ts';

let here: WorkingVersion;
let ctx: Ctx;

beforeEach(async () => {
	here = await aWorkingVersion();
	({ ctx } = here);
});
afterEach(() => here.at.close());

async function bar(who: Ctx = ctx, said: string | null = null) {
	const workspace = await openWorkspace(who, here.address);
	if (!workspace.ok) throw new Error(workspace.error.code);
	return showUndoBar(who, workspace.value, said);
}

async function reverse(direction: 'undo' | 'redo', who: Ctx = ctx) {
	const step = (await bar(who))?.[direction]?.step ?? 0;
	return reverseLast(who, here.address, { direction, step });
}

async function note(key: string, text: string, revision: number, who: Ctx = ctx) {
	const unit = (await here.structure()).units.find((one) => one.key === key);
	if (!unit) throw new Error(`no unit ${key}`);
	const edit = { kind: 'change', key: unit.key, draft: { ...unit, note: text } } as const;
	const saved = await editUnit(who, here.address, edit, { revision });
	expect(saved.ok).toBe(true);
}

const noteOf = async (key: string) => (await here.structure()).units.find((one) => one.key === key)?.note;

describe('a person takes the last change of a version back', () => {
	it('step by step, and puts it back again', async () => {
		const first = await noteOf('el-mp');
		await note('el-mp', 'едно', 1);
		await note('el-fin', 'две', 1);
		expect((await reverse('undo')).ok).toBe(true);
		expect((await reverse('undo')).ok).toBe(true);
		expect([await noteOf('el-mp'), (await bar())?.undo]).toEqual([first, null]);
		expect((await reverse('redo')).ok).toBe(true);
		expect(await noteOf('el-mp')).toBe('едно');
		expect((await reverse('redo')).ok).toBe(true);
		expect([await noteOf('el-fin'), (await bar())?.redo]).toEqual(['две', null]);
	});

	it('and not the change of somebody else in the same version', async () => {
		const other = ticking(await here.at.as('admin'));
		await note('el-mp', 'мое', 1);
		await note('el-fin', 'чуждо', 1, other);
		expect((await reverse('undo')).ok).toBe(true);
		expect([(await noteOf('el-mp')) !== 'мое', await noteOf('el-fin')]).toEqual([true, 'чуждо']);
		expect((await bar(other))?.undo?.entry.after).toMatchObject({ note: 'чуждо' });
	});

	it('but not when somebody changed the same thing after; then nothing happens and it is said who did', async () => {
		const other = ticking(await here.at.as('admin'));
		await note('el-mp', 'мое', 1);
		await note('el-mp', 'чуждо', 2, other);
		const step = (await bar())?.undo?.step ?? 0;
		expect(await reverse('undo')).toMatchObject({
			ok: false,
			error: { code: 'org/changed-since', entity: 'unit', key: 'el-mp' },
		});
		expect(await noteOf('el-mp')).toBe('чуждо');
		const said = (await bar(ctx, `changed.${step}`))?.said;
		expect(said).toMatchObject({ code: 'changed', later: { actor: { name: other.actor?.name } } });
	});

	it('only when it is still the newest: a button of an old page does nothing', async () => {
		await note('el-mp', 'едно', 1);
		const step = (await bar())?.undo?.step ?? 0;
		await note('el-fin', 'две', 1);
		expect(await reverseLast(ctx, here.address, { direction: 'undo', step })).toMatchObject({
			error: { code: 'history/not-last' },
		});
	});

	it('of a post, keeping everything else of it', async () => {
		const [post] = (await here.structure()).posts.filter((one) => one.unitKey === 'el-mp');
		const draft = { ...post!, approved: headcount(post!.approved + 1) };
		await editPost(ctx, here.address, { kind: 'change', key: post!.key, draft }, { revision: 1 });
		await reverse('undo');
		expect((await here.structure()).posts.find(({ key }) => key === post!.key)).toEqual(post);
	});

	it('of a removed function with everybody who took part, and removes it again', async () => {
		const before = await here.structure();
		const fn = before.functions.find(({ key }) => !before.activities.some((one) => one.functionKey === key));
		const key = fn?.key ?? asId<FunctionKey>('none');
		const parts = before.participations.filter((part) => part.functionKey === key);
		const given = { revision: 1, accountable: null };
		const removed = await editFunction(ctx, here.address, { kind: 'delete', key }, given);
		expect(removed.ok).toBe(true);
		expect((await reverse('undo')).ok).toBe(true);
		const back = await here.structure();
		expect(back.functions.find((one) => one.key === key)).toEqual(fn);
		expect(back.participations.filter((part) => part.functionKey === key)).toHaveLength(parts.length);
		expect((await reverse('redo')).ok).toBe(true);
		expect((await here.structure()).functions.some((one) => one.key === key)).toBe(false);
	});

	it('of a whole pasted block, also when „О“ moved in it', async () => {
		const whole = (await here.structure()).participations.find(
			(part) => part.role === 'accountable' && part.postKey === null && part.unitKey !== 'el-fin',
		);
		const { functionKey: key, unitKey: holder } = whole!;
		const partsOf = async () =>
			(await here.structure()).participations
				.filter((part) => part.functionKey === key)
				.map(({ unitKey, role }) => `${unitKey} ${role}`)
				.sort();
		const before = await partsOf();
		const cell = (unitKey: UnitKey, role: BlockCell['role']) => ({
			functionKey: key,
			unitKey,
			postKey: null,
			role,
		});
		const cells = [cell(holder, 'informed'), cell(asId<UnitKey>('el-fin'), 'accountable')];
		const saved = await saveBlock(ctx, here.address, cells, { [key]: 1 });
		expect(saved).toMatchObject({ ok: true, value: { changed: 2 } });
		expect((await bar())?.undo?.more).toBe(1);
		expect((await reverse('undo')).ok).toBe(true);
		expect(await partsOf()).toEqual(before);
		expect((await reverse('redo')).ok).toBe(true);
		expect(await partsOf()).not.toEqual(before);
	});

	it('of the figures of an activity', async () => {
		const [activity] = (await here.structure()).activities;
		const { key, unitKey } = activity!;
		const revision = (await listActivityRevisions(ctx.db, here.versionId, unitKey)).get(key) ?? 0;
		const three = { low: minutes(1), usual: minutes(2), high: minutes(3) };
		const figures = {
			annualVolume: 5,
			minutes: three,
			method: 'estimate',
			dataYear: 2025,
			source: 'проба',
		} as const;
		const saved = await saveActivity(ctx, { ...here.address, unitKey }, { key, revision, figures });
		expect(saved.ok).toBe(true);
		expect((await reverse('undo')).ok).toBe(true);
		expect((await here.structure()).activities.find((one) => one.key === key)).toEqual(activity);
	});

	it('may do so only who may edit, and only in a working version', async () => {
		const councillor = await here.at.as('savetnik-elena-1');
		expect(await bar(await here.at.as('hr-elena'))).toBeNull();
		const asked = { direction: 'undo', step: 1 } as const;
		expect(await reverseLast(councillor, here.address, asked)).toMatchObject({
			error: { code: 'access/forbidden' },
		});
		expect(await reverseLast(ctx, { slug: 'elena' }, asked)).toMatchObject({
			error: { code: 'org/version-frozen' },
		});
	});
});

describe('work that is not counted by cases', () => {
	const duty = (hours: number) =>
		({
			kind: 'individual',
			unitKey: asId<UnitKey>('el-va'),
			name: { bg: 'Наставник на нов служител', en: null },
			staff: headcount(1),
			hours: hoursPerYear(hours),
			source: 'Заповед № 1',
		}) as const;
	const address = () => ({ ...here.address, unitKey: asId<UnitKey>('el-va') });
	const stored = async () => (await listAllowances(ctx.db, here.versionId, asId<UnitKey>('el-va'))).at(-1);
	const hours = async () => {
		const { allowances } = await here.structure();
		return allowances.flatMap((one) =>
			one.name.bg === duty(0).name.bg && 'hours' in one ? [one.hours] : [],
		);
	};

	it('is taken back and put back like any other edit: added, changed, removed', async () => {
		expect((await addAllowance(ctx, address(), duty(40))).ok).toBe(true);
		const made = await stored();
		const change = { id: made?.id ?? '', revision: 1, allowance: duty(60) };
		expect((await saveAllowance(ctx, address(), change)).ok).toBe(true);
		const gone = await removeAllowance(ctx, address(), { id: made?.id ?? '', revision: 2 });
		expect([gone.ok, await hours()]).toEqual([true, []]);
		const seen: (readonly number[])[] = [];
		for (const way of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
			expect((await reverse(way)).ok).toBe(true);
			seen.push(await hours());
		}
		expect(seen).toEqual([[60], [40], [], [40], [60], []]);
		expect((await bar())?.undo?.entry).toMatchObject({ entity: 'workload-allowance' });
	});

	it('is not taken back once somebody changed it after', async () => {
		const other = ticking(await here.at.as('admin'));
		expect((await addAllowance(ctx, address(), duty(40))).ok).toBe(true);
		const made = await stored();
		const change = { id: made?.id ?? '', revision: 1, allowance: duty(60) };
		expect((await saveAllowance(other, address(), change)).ok).toBe(true);
		expect(await reverse('undo')).toMatchObject({
			ok: false,
			error: { code: 'org/changed-since', entity: 'workload-allowance' },
		});
		expect(await hours()).toEqual([60]);
	});

	it('takes back its own row alone where somebody else wrote the very same', async () => {
		const other = ticking(await here.at.as('admin'));
		expect((await addAllowance(other, address(), duty(40))).ok).toBe(true);
		const theirs = await stored();
		expect((await addAllowance(ctx, address(), duty(40))).ok).toBe(true);
		expect((await reverse('undo')).ok).toBe(true);
		expect(await stored()).toEqual(theirs);
		expect((await reverse('redo')).ok).toBe(true);
		const own = await stored();
		expect(own?.id).not.toBe(theirs?.id);
		const change = { id: own?.id ?? '', revision: own?.revision ?? 0, allowance: duty(60) };
		expect((await saveAllowance(other, address(), change)).ok).toBe(true);
		// The other row still says what the step wrote, and it is not the row of the step.
		expect(await reverse('undo')).toMatchObject({ ok: false, error: { code: 'org/changed-since' } });
		expect(await hours()).toEqual([40, 60]);
	});

	it('is taken back whatever else the unit does since, and leaves that alone', async () => {
		const other = ticking(await here.at.as('admin'));
		const common = (name: string, part: number) =>
			({
				kind: 'category',
				unitKey: asId<UnitKey>('el-va'),
				name: { bg: name, en: null },
				per: { share: share(part) },
				source: 'Заповед № 2',
			}) as const;
		expect((await addAllowance(ctx, address(), common('Дежурства', 0.6))).ok).toBe(true);
		expect((await addAllowance(other, address(), common('Обход', 0.3))).ok).toBe(true);
		expect((await addAllowance(other, address(), duty(40))).ok).toBe(true);
		const { allowances, ...rest } = await here.structure();
		expect((await reverse('undo')).ok).toBe(true);
		const { allowances: left, ...same } = await here.structure();
		expect(same).toEqual(rest);
		expect(left).toEqual(allowances.filter(({ name }) => name.bg !== 'Дежурства'));
	});

	it('does not come back when its unit has no time left for it', async () => {
		const other = ticking(await here.at.as('admin'));
		const common = (name: string) =>
			({
				kind: 'category',
				unitKey: asId<UnitKey>('el-va'),
				name: { bg: name, en: null },
				per: { share: share(0.6) },
				source: 'Заповед № 2',
			}) as const;
		expect((await addAllowance(ctx, address(), common('Дежурства'))).ok).toBe(true);
		const made = await stored();
		expect((await removeAllowance(ctx, address(), { id: made?.id ?? '', revision: 1 })).ok).toBe(true);
		expect((await addAllowance(other, address(), common('Обход'))).ok).toBe(true);
		// 60 % + 60 % = 120 % of the time
		expect(await reverse('undo')).toMatchObject({
			ok: false,
			error: { code: 'org/place-gone', entity: 'workload-allowance' },
		});
		expect((await stored())?.allowance.name.bg).toBe('Обход');
	});
});
