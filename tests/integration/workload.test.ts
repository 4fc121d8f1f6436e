import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkloadAllowance } from '#lib/domain/org/index.ts';
import {
	asId,
	headcount,
	hoursPerYear,
	isoDate,
	share,
	type ActivityKey,
	type FunctionKey,
	type PostKey,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { addActivity, removeActivity, saveActivity } from '#lib/server/services/workload-activity.ts';
import { addAllowance, removeAllowance, saveAllowance } from '#lib/server/services/workload-allowance.ts';
import { measureForFinding } from '#lib/server/services/workload-finding.ts';
import { showUnitWorkload, type UnitWorkloadPage } from '#lib/server/services/workload-unit.ts';
import { DEFAULT_ASSUMPTIONS, getWorkloadByUnit, showWorkload } from '#lib/server/services/workload.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { demo } from '#tests/support/fixtures.ts';

const SLUG = 'lyaskovets';
const UNIT = asId<UnitKey>('ly-osut');
const ADDRESS = { slug: SLUG, unitKey: UNIT };

let at: Installation;
let consultant: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	consultant = await at.as('konsultant');
});
afterEach(() => at.close());

/** Opens the version in force for editing, as a working copy would be. */
async function thaw(): Promise<void> {
	await at.database.db.updateTable('structure_version').set({ status: 'working' }).execute();
}

async function page(ctx: Ctx = consultant): Promise<UnitWorkloadPage> {
	const shown = await showUnitWorkload(ctx, ADDRESS, DEFAULT_ASSUMPTIONS);
	if (!shown.ok || shown.value.kind !== 'computed') throw new Error('the unit is computed');
	return shown.value;
}

describe('the workload of the demo municipalities', () => {
	it('is what the planted truth says: overload, underload, too little measured, and decoys in balance', async () => {
		for (const slug of ['elena', SLUG]) {
			const shown = await getWorkloadByUnit(consultant, { slug });
			const report = shown.ok && shown.value.report.ok ? shown.value.report.value : undefined;
			const classOf = (key: string) => report?.units.get(asId<UnitKey>(key))?.own.class;
			const truth = demo.plantedTruth;
			const here = (list: typeof truth.overloaded) => list.filter((item) => item.municipality === slug);
			for (const { key } of here(truth.overloaded)) expect([key, classOf(key)]).toEqual([key, 'overloaded']);
			for (const { key } of here(truth.underloaded)) expect([key, classOf(key)]).toEqual([key, 'low']);
			for (const { key } of here(truth.insufficient))
				expect([key, classOf(key)]).toEqual([key, 'insufficient-data']);
			for (const { key } of here(truth.decoys.units))
				expect(['overloaded', 'low'], key).not.toContain(classOf(key));
		}
	});

	it('lists every unit in the order of the structure, with method, years and coverage', async () => {
		const shown = await showWorkload(consultant, { slug: SLUG }, DEFAULT_ASSUMPTIONS);
		const found = shown.ok && shown.value.kind === 'computed' ? shown.value : undefined;
		expect(found?.rows.length).toBe(demo.structures[1]?.units.length);
		expect(found).toMatchObject({ year: 2026, method: 'wisn', methods: ['sample-data'] });
		expect(found?.administration.coverage.share).toBeGreaterThan(0.7);
	});

	it('can be taken for another year and by the analytic method', async () => {
		const other = await showWorkload(consultant, { slug: SLUG }, { year: 2014, method: 'analytic' });
		expect(other.ok && other.value).toMatchObject({ kind: 'computed', year: 2014, method: 'analytic' });
	});

	it('says which parameter is missing instead of guessing', async () => {
		await at.database.db.deleteFrom('parameter').where('key', 'like', 'time.hours%').execute();
		const shown = await showWorkload(consultant, { slug: SLUG }, DEFAULT_ASSUMPTIONS);
		expect(shown).toEqual({
			ok: true,
			value: {
				kind: 'not-computable',
				error: { code: 'workload/missing-parameter', keys: ['time.hours-per-day'] },
			},
		});
		const unit = await showUnitWorkload(consultant, ADDRESS, DEFAULT_ASSUMPTIONS);
		expect(unit.ok && unit.value.kind).toBe('not-computable');
	});

	it('is closed to strangers, and a unit of another municipality is not there', async () => {
		const refused = { ok: false, error: { code: 'access/not-found' } };
		expect(await showWorkload(at.nobody(), { slug: SLUG }, DEFAULT_ASSUMPTIONS)).toEqual(refused);
		const hr = await at.as('hr-elena');
		expect(await showWorkload(hr, { slug: SLUG }, DEFAULT_ASSUMPTIONS)).toEqual(refused);
		const foreign = { slug: SLUG, unitKey: 'el-ut' };
		expect(await showUnitWorkload(consultant, foreign, DEFAULT_ASSUMPTIONS)).toEqual(refused);
	});
});

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

describe('allowances of a unit', () => {
	const common = { unitKey: UNIT, name: { bg: 'Съвещания', en: null }, source: 'Оценка' } as const;
	const half: WorkloadAllowance = { ...common, kind: 'category', per: { share: share(0.5) } };
	const duty: WorkloadAllowance = {
		...common,
		kind: 'individual',
		staff: headcount(1),
		hours: hoursPerYear(120),
	};

	it('are added, changed and removed, each with an audit entry', async () => {
		await thaw();
		const before = (await page()).allowances.length;
		expect((await addAllowance(consultant, ADDRESS, duty)).ok).toBe(true);
		const added = (await page()).allowances.at(-1);
		if (!added) throw new Error('it was added');
		expect(added.allowance).toEqual(duty);
		const changed = { ...duty, hours: hoursPerYear(240) };
		const input = { id: added.id, revision: added.revision, allowance: changed };
		expect((await saveAllowance(consultant, ADDRESS, input)).ok).toBe(true);
		const stale = { ok: false, error: { code: 'workload/stale' } };
		expect(await saveAllowance(consultant, ADDRESS, input)).toEqual(stale);
		expect(await removeAllowance(consultant, ADDRESS, { id: added.id, revision: 1 })).toEqual(stale);
		expect((await removeAllowance(consultant, ADDRESS, { id: added.id, revision: 2 })).ok).toBe(true);
		expect(await removeAllowance(consultant, ADDRESS, { id: added.id, revision: 2 })).toEqual(stale);
		expect((await page()).allowances).toHaveLength(before);
		const audits = await listAudit(at.database.db, { entity: 'workload-allowance', limit: 9 });
		expect(audits.map((entry) => entry.action).sort()).toEqual([
			'allowance.add',
			'allowance.change',
			'allowance.remove',
		]);
	});

	it('may not take the whole working time together', async () => {
		await thaw();
		expect((await addAllowance(consultant, ADDRESS, half)).ok).toBe(true);
		const again = await addAllowance(consultant, ADDRESS, half);
		expect(again).toMatchObject({ ok: false, error: { code: 'workload/category-allowance-too-high' } });
		const stored = (await page()).allowances.find((item) => item.allowance.kind === 'category');
		if (!stored) throw new Error('there is common work');
		const all: WorkloadAllowance = { ...common, kind: 'category', per: { hours: hoursPerYear(1690) } };
		const change = { id: stored.id, revision: stored.revision, allowance: all };
		expect(await saveAllowance(consultant, ADDRESS, change)).toMatchObject({
			error: { code: 'workload/category-allowance-too-high' },
		});
	});

	it('are refused in a frozen version, for viewers and for a unit that is not there', async () => {
		expect(await addAllowance(consultant, ADDRESS, duty)).toEqual({
			ok: false,
			error: { code: 'workload/version-frozen' },
		});
		await thaw();
		expect(await addAllowance(await at.as('nablyudatel'), ADDRESS, duty)).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
		const nowhere = { slug: SLUG, unitKey: asId<UnitKey>('el-ut') };
		expect(await addAllowance(consultant, nowhere, duty)).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
		const change = { id: 'no-such', revision: 1, allowance: duty };
		expect(await saveAllowance(consultant, ADDRESS, change)).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
	});
});

describe('a study of a past year', () => {
	it('rests on the parameters and the calendar of its last day', async () => {
		const found = await getWorkloadByUnit(consultant, { slug: SLUG }, { year: 2014, method: 'wisn' });
		expect(found.ok && found.value.asOf).toBe(isoDate('2014-12-31'));
	});
});

describe('a workload that becomes a finding', () => {
	it('keeps its figures, and knows over- from underload', async () => {
		const over = await measureForFinding(consultant, { slug: SLUG }, UNIT);
		expect(over.load).toBe('overload');
		expect(over.measured).toMatchObject({ occupied: 9, year: 2026 });
		const under = await measureForFinding(consultant, { slug: SLUG }, asId<UnitKey>('ly-hdip-1'));
		expect(under.load).toBe('underload');
	});

	it('says nothing where the balance is normal or nobody measured', async () => {
		const normal = await measureForFinding(consultant, { slug: SLUG }, asId<UnitKey>('ly-bfs'));
		expect(normal.load).toBeNull();
		const dark = await measureForFinding(consultant, { slug: SLUG }, asId<UnitKey>('ly-kmet'));
		expect(dark).toEqual({ load: null, measured: null });
		const nobody = await measureForFinding(at.nobody(), { slug: SLUG }, UNIT);
		expect(nobody.measured).toBeNull();
	});
});
