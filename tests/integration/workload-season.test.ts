import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { saveActivity } from '#lib/server/services/workload-activity.ts';
import { showSeason } from '#lib/server/services/workload-season.ts';
import { showUnitWorkload } from '#lib/server/services/workload-unit.ts';
import { DEFAULT_ASSUMPTIONS } from '#lib/server/services/workload.ts';
import { startNextYear } from '#lib/server/services/workload-year.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let consultant: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	consultant = await at.as('konsultant');
});
afterEach(() => at.close());

const TAXES = asId<UnitKey>('ly-hdip-2');

async function season(slug = 'lyaskovets', versionId: string | null = null) {
	const shown = await showSeason(consultant, { slug, versionId }, DEFAULT_ASSUMPTIONS);
	if (!shown.ok || shown.value.kind !== 'computed') throw new Error('the months are computed');
	return shown.value;
}

async function aTaxActivity() {
	const address = { slug: 'lyaskovets', versionId: null, unitKey: TAXES };
	const shown = await showUnitWorkload(consultant, address, DEFAULT_ASSUMPTIONS);
	if (!shown.ok || shown.value.kind !== 'computed') throw new Error('the unit is computed');
	const { workload, revisions } = shown.value;
	const activity = workload.terms?.activities.find((term) => term.activity.months)?.activity;
	if (!activity) throw new Error('the demo data count the taxes by month');
	return { activity, revision: revisions[activity.key] ?? 0 };
}

describe('the need by months', () => {
	it('shows the units whose cases were counted by month, and lists the others as not measured', async () => {
		const { rows, unmeasured } = await season();
		const taxes = rows.find(({ key }) => key === TAXES);
		expect(taxes?.season?.months.filter(({ isPeak }) => isPeak).map(({ month }) => month)).toEqual([3, 4]);
		expect(unmeasured.map(({ key }) => key)).toContain('ly-km-1');
		expect(unmeasured.map(({ key }) => key)).not.toContain(TAXES);
	});

	it('shows the months that people named only where at least three answered', async () => {
		const { rows } = await season();
		const named = rows.filter((row) => row.named).map(({ key }) => key);
		const answered = await at.database.db
			.selectFrom('survey_answer')
			.innerJoin('survey_respondent', 'survey_respondent.id', 'respondent_id')
			.select(({ fn }) => ['unit_key', fn.count<number>('respondent_id').distinct().as('people')])
			.where('layer', '=', 'validated')
			.groupBy('unit_key')
			.execute();
		const people = new Map<string, number>(answered.map((row) => [row.unit_key, row.people]));
		expect(named.length).toBeGreaterThan(0);
		for (const key of named) expect(people.get(key), key).toBeGreaterThanOrEqual(3);
	});

	it('follows what a person enters, and forgets the months with the year they belong to', async () => {
		await at.database.db.updateTable('structure_version').set({ status: 'working' }).execute();
		const { activity, revision } = await aTaxActivity();
		const months = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240];
		const address = { slug: 'lyaskovets', unitKey: TAXES };
		const { minutes, method, dataYear, source } = activity;
		const figures = {
			...{ annualVolume: null, months, method, dataYear, source },
			minutes: minutes ?? { low: null, usual: null, high: null },
		};
		expect(await saveActivity(consultant, address, { key: activity.key, revision, figures })).toEqual({
			ok: true,
			value: null,
		});
		const saved = await aTaxActivity();
		expect([saved.activity.annualVolume, saved.activity.months]).toEqual([240, months]);
		const next = await startNextYear(consultant, { slug: 'lyaskovets', versionId: null }, (year) => ({
			bg: String(year),
			en: null,
		}));
		if (!next.ok) throw new Error(next.error.code);
		expect((await season('lyaskovets', next.value)).rows.flatMap((row) => row.season ?? [])).toEqual([]);
	});

	it('refuses months that do not come to the year, and keeps what there was', async () => {
		await at.database.db.updateTable('structure_version').set({ status: 'working' }).execute();
		const { activity, revision } = await aTaxActivity();
		const figures = {
			annualVolume: 13,
			months: Array.from({ length: 12 }, () => 1),
			minutes: { low: null, usual: null, high: null },
			...{ method: activity.method, dataYear: activity.dataYear, source: activity.source },
		};
		const address = { slug: 'lyaskovets', unitKey: TAXES };
		expect(await saveActivity(consultant, address, { key: activity.key, revision, figures })).toEqual({
			ok: false,
			error: { code: 'workload/months-sum', field: 'months', sum: 12 },
		});
		expect((await aTaxActivity()).activity).toEqual(activity);
	});
});
