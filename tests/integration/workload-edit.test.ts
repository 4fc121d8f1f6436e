import { describe, expect, it } from 'vitest';
import {
	asId,
	type ActivityKey,
	type FunctionKey,
	type PostKey,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { addActivity, removeActivity, saveActivity } from '#lib/server/services/workload-activity.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { SLUG, UNIT, ADDRESS, at, consultant, thaw, page } from '#tests/support/workload-world.ts';

describe('changing the figures of an activity', () => {
	const figures = {
		annualVolume: 10,
		minutes: { low: 5, usual: 6, high: 7 },
		method: 'register',
		dataYear: 2025,
		source: 'Деловодна система',
	} as const;

	async function someActivity(): Promise<{ key: ActivityKey; revision: number }> {
		const { workload, revisions } = await page();
		const key = workload.terms?.activities[0]?.activity.key;
		if (!key) throw new Error('the unit has activities');
		return { key, revision: revisions[key] ?? 0 };
	}

	async function stored() {
		const opened = await openStructure(consultant, ADDRESS);
		if (!opened.ok) throw new Error('the structure is there');
		return opened.value.structure;
	}

	it('is refused in a frozen version, for other roles and for other municipalities', async () => {
		const activity = await someActivity();
		const input = { ...activity, figures };
		expect(await saveActivity(consultant, ADDRESS, input)).toEqual({
			ok: false,
			error: { code: 'workload/version-frozen' },
		});
		await thaw();
		for (const name of ['nablyudatel', 'hr-lyaskovets', 'savetnik-lyaskovets-1']) {
			expect(await saveActivity(await at.as(name), ADDRESS, input)).toEqual({
				ok: false,
				error: { code: 'access/forbidden' },
			});
		}
		expect(await saveActivity(await at.as('hr-elena'), ADDRESS, input)).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
	});

	it('changes the need at once and leaves an audit entry', async () => {
		await thaw();
		const activity = await someActivity();
		const before = (await page()).workload.own.need;
		expect(await saveActivity(consultant, ADDRESS, { ...activity, figures })).toEqual({
			ok: true,
			value: null,
		});
		const after = await page();
		expect(after.workload.own.need).not.toEqual(before);
		const term = after.workload.terms?.activities.find((item) => item.activity.key === activity.key);
		expect(term?.hours).toEqual({ low: 50 / 60, expected: 1, high: 70 / 60 });
		const [entry] = await listAudit(at.database.db, { entity: 'activity', limit: 5 });
		expect(entry).toMatchObject({ action: 'activity.measure', entityKey: activity.key });
		expect(entry?.after).toMatchObject({ annualVolume: 10 });
	});

	it('tells the second of two people and keeps what the first one wrote', async () => {
		await thaw();
		const activity = await someActivity();
		await saveActivity(consultant, ADDRESS, { ...activity, figures });
		const late = await saveActivity(consultant, ADDRESS, {
			...activity,
			figures: { ...figures, annualVolume: 99 },
		});
		expect(late).toEqual({ ok: false, error: { code: 'workload/stale' } });
		const audits = await listAudit(at.database.db, { entity: 'activity', limit: 5 });
		expect(audits).toHaveLength(1);
	});

	it('refuses minutes out of order and an activity of another unit, and stores nothing', async () => {
		await thaw();
		const activity = await someActivity();
		const wrong = { ...figures, minutes: { low: 9, usual: 6, high: 7 } };
		expect(await saveActivity(consultant, ADDRESS, { ...activity, figures: wrong })).toEqual({
			ok: false,
			error: { code: 'workload/minutes-order', field: 'usual' },
		});
		const elsewhere = { slug: SLUG, unitKey: asId<UnitKey>('ly-bfs') };
		expect(await saveActivity(consultant, elsewhere, { ...activity, figures })).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
		expect(await listAudit(at.database.db, { entity: 'activity', limit: 5 })).toEqual([]);
	});

	it('may get another name and go to another unit that works on the function, and to no other', async () => {
		await thaw();
		const structure = await stored();
		const worksOn = (functionKey: string) =>
			structure.participations.filter((part) => part.functionKey === functionKey).map((part) => part.unitKey);
		const own = structure.activities.find(
			(one) => one.unitKey === UNIT && worksOn(one.functionKey).some((unitKey) => unitKey !== UNIT),
		);
		const unitKey = own && worksOn(own.functionKey).find((key) => key !== UNIT);
		const stranger = structure.units.find(({ key }) => own && !worksOn(own.functionKey).includes(key));
		if (!own || !unitKey || !stranger) throw new Error('the unit shares a function with another');
		const { revisions } = await page();
		const input = { key: own.key, revision: revisions[own.key] ?? 0, figures };
		const nowhere = { ...input, named: { unitKey: stranger.key } };
		expect((await saveActivity(consultant, ADDRESS, nowhere)).ok).toBe(false);
		const moved = { ...input, named: { name: 'Справки по сметки', unitOfMeasure: 'справка', unitKey } };
		expect(await saveActivity(consultant, ADDRESS, moved)).toEqual({ ok: true, value: null });
		const after = (await stored()).activities.find(({ key }) => key === own.key);
		expect(after).toMatchObject({
			...{ unitKey, postKey: null, name: { bg: 'Справки по сметки' }, unitOfMeasure: { bg: 'справка' } },
		});
	});

	it('may take a figure back to „not measured“', async () => {
		await thaw();
		const activity = await someActivity();
		const none = { ...figures, annualVolume: null, minutes: { low: null, usual: null, high: null } };
		expect((await saveActivity(consultant, ADDRESS, { ...activity, figures: none })).ok).toBe(true);
		const { terms } = (await page()).workload;
		expect(terms?.unmeasured.map((item) => item.key)).toContain(activity.key);
	});
});

describe('activities of a unit', () => {
	const figures = {
		annualVolume: 120,
		minutes: { low: 20, usual: 30, high: 40 },
		method: 'register',
		dataYear: 2025,
		source: 'Деловодна система',
	} as const;

	it('are added to a function that the unit works on, and removed again', async () => {
		await thaw();
		const { ownFunctions } = await page();
		const functionKey = ownFunctions[0]?.key;
		if (!functionKey) throw new Error('the unit has functions');
		const input = { functionKey, postKey: null, name: 'Нова дейност', unitOfMeasure: 'справка', figures };
		expect((await addActivity(consultant, ADDRESS, input)).ok).toBe(true);
		const shown = await page();
		const added = shown.workload.terms?.activities.find((term) => term.activity.name.bg === 'Нова дейност');
		if (!added) throw new Error('it was added');
		expect(added.hours.expected).toBe(60);
		const key = added.activity.key;
		expect((await removeActivity(consultant, ADDRESS, { key, revision: 9 })).ok).toBe(false);
		expect((await removeActivity(consultant, ADDRESS, { key, revision: 1 })).ok).toBe(true);
		expect(await removeActivity(consultant, ADDRESS, { key, revision: 1 })).toEqual({
			ok: false,
			error: { code: 'workload/stale' },
		});
		const audits = await listAudit(at.database.db, { entity: 'activity', limit: 9 });
		expect(audits.map((entry) => entry.action).sort()).toEqual(['activity.add', 'activity.remove']);
	});

	it('are refused for a function or a post of somebody else, and with half an estimate', async () => {
		await thaw();
		const own = (await page()).ownFunctions[0]?.key ?? asId<FunctionKey>('none');
		const input = { functionKey: own, postKey: null, name: 'X', unitOfMeasure: 'бр.', figures };
		const refused = { ok: false, error: { code: 'access/not-found' } };
		const foreign = { ...input, functionKey: asId<FunctionKey>('ly-kmet-f01') };
		expect(await addActivity(consultant, ADDRESS, foreign)).toEqual(refused);
		const post = { ...input, postKey: asId<PostKey>('ly-kmet-kmet') };
		expect(await addActivity(consultant, ADDRESS, post)).toEqual(refused);
		const half = { ...input, figures: { ...figures, minutes: { low: 1, usual: null, high: 3 } } };
		expect(await addActivity(consultant, ADDRESS, half)).toMatchObject({
			error: { code: 'workload/minutes-incomplete', field: 'usual' },
		});
	});
});
