import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_WHAT_IF, type WhatIf } from '#lib/domain/workload/index.ts';
import { showEvenOut } from '#lib/server/services/workload-even-out.ts';
import { showUnitMethods } from '#lib/server/services/workload-methods-unit.ts';
import { showMethods, type MethodsRequest } from '#lib/server/services/workload-methods.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

const SLUG = 'lyaskovets';
const PLAIN: MethodsRequest = { year: 2026, method: 'wisn', base: 'inhabitants', whatIf: NO_WHAT_IF };
const assuming = (values: Partial<WhatIf['values']>): MethodsRequest => ({
	...PLAIN,
	whatIf: { ...NO_WHAT_IF, values: { ...NO_WHAT_IF.values, ...values } },
});

let at: Installation;
beforeEach(async () => {
	at = await anInstallation();
});
afterEach(() => at.close());

async function board(request = PLAIN, user = 'konsultant') {
	const shown = await showMethods(await at.as(user), { slug: SLUG }, request);
	if (!shown.ok || shown.value.kind !== 'computed') throw new Error('the methods are computed');
	return shown.value;
}

async function row(key: string, request = PLAIN) {
	const found = (await board(request)).rows.find((one) => one.key === key);
	if (!found) throw new Error(`no row ${key}`);
	return found;
}

/** Internal auditors, two or as many as may be shown, who answered that 45 % of their time goes to the first function of the unit. */
async function answer(respondents = 2): Promise<void> {
	const post = await at.database.db
		.selectFrom('post')
		.select(['version_id', 'key'])
		.where('unit_key', '=', 'ly-va')
		.orderBy('sort')
		.executeTakeFirstOrThrow();
	await at.database.db
		.insertInto('allocation')
		.values({
			id: 'allocation-1',
			version_id: post.version_id,
			post_key: post.key,
			function_key: 'ly-va-f01',
			share: 0.45,
			share_low: 0.4,
			share_high: 0.5,
			respondents,
			...(respondents < 3 ? {} : { cell: 'c', cell_size: 1 }),
			campaign_id: null,
			source: 'анкета, тест',
		})
		.execute();
}

describe('the page of the three methods', () => {
	it('compares with the other municipality and proves only where two methods agree', async () => {
		const shown = await board();
		expect(shown.compared.others.map(({ name }) => name.bg)).toEqual(['Община Елена']);
		// The sample survey asked other units: this one has no mark of it.
		expect(shown.hasSurvey).toBe(true);
		const audit = shown.rows.find(({ key }) => key === 'ly-va');
		expect(audit?.measures.map(({ method }) => method)).toEqual(['volume', 'comparison']);
		expect(audit?.verdict).toMatchObject({ kind: 'proven', methods: ['volume', 'comparison'] });
		expect(shown.rows.find(({ key }) => key === 'ly-sek')?.verdict.kind).toBe('unproven');
	});

	it('moves with an assumption and stores nothing', async () => {
		const before = await row('ly-osut');
		const after = await row('ly-osut', assuming({ leave: 40 }));
		const volumeOf = (one: typeof before) => one.measures.find(({ method }) => method === 'volume')?.fte;
		expect(volumeOf(after)?.expected).toBeGreaterThan(volumeOf(before)?.expected ?? Infinity);
		expect((await row('ly-osut')).measures).toEqual(before.measures);
	});

	it('has no comparison with fewer municipalities than are asked for', async () => {
		const audit = await row('ly-va', assuming({ peers: 2 }));
		expect(audit.measures.map(({ method }) => method)).toEqual(['volume']);
		expect(audit.verdict).toMatchObject({ kind: 'unproven', reason: 'too-few-methods' });
	});

	it('has no comparison for somebody who may read one municipality only', async () => {
		expect((await board(PLAIN, 'savetnik-lyaskovets-1')).compared.others).toEqual([]);
	});

	it('says which assumption leaves no time at all', async () => {
		const shown = await showMethods(
			await at.as('konsultant'),
			{ slug: SLUG },
			assuming({ leave: 120, sick: 120, other: 120 }),
		);
		expect(shown.ok && shown.value).toMatchObject({
			kind: 'not-computable',
			error: { code: 'workload/no-time-left' },
		});
	});
});

describe('one unit by three methods', () => {
	async function unit(user: string, unitKey = 'ly-va') {
		const shown = await showUnitMethods(await at.as(user), { slug: SLUG, unitKey }, PLAIN);
		if (!shown.ok || shown.value.kind !== 'computed') throw new Error('the unit is computed');
		return shown.value;
	}

	it('hides the time of fewer than three people from everybody but those who may see people', async () => {
		await answer(2);
		const first = (page: Awaited<ReturnType<typeof unit>>) => page.functions[0];
		expect(first(await unit('konsultant'))?.survey).toBe('hidden');
		expect(first(await unit('savetnik-lyaskovets-1'))?.posts).toEqual([]);
		const seen = first(await unit('hr-lyaskovets'));
		expect(seen?.survey).toMatchObject({ expected: expect.any(Number) as number });
	});

	it('hides the whole survey of a unit in which two people answered, on the board, in the verdict and in the workbook', async () => {
		await at.database.db.deleteFrom('allocation').execute();
		await answer(2);
		// 1,80 posts stand behind it: 2 people × 0,45 × 2; the total alone would tell how long they work.
		const methodsOf = ({ measures }: { measures: readonly { readonly method: string }[] }) =>
			measures.map(({ method }) => method);
		for (const user of ['konsultant', 'savetnik-lyaskovets-1', 'rakovoditel-lyaskovets']) {
			const { need, hasHidden, isSurveyHidden, paper } = await unit(user);
			expect(methodsOf(need), user).not.toContain('survey');
			expect([hasHidden, isSurveyHidden, paper.idle], user).toEqual([true, true, []]);
			const listed = (await board(PLAIN, user)).rows.find(({ key }) => key === 'ly-va');
			expect(methodsOf(listed ?? { measures: [] }), user).not.toContain('survey');
			expect(listed?.isSurveyHidden, user).toBe(true);
		}
		expect(methodsOf((await unit('hr-lyaskovets')).need)).toContain('survey');
	});

	it('hides a post of three people where what is left of the function would be the answer of one', async () => {
		await answer();
		const { db } = at.database;
		const stored = db.selectFrom('allocation').selectAll().where('id', '=', 'allocation-1');
		const cell = { cell: 'c', cell_size: 2 };
		const of = { ...(await stored.executeTakeFirstOrThrow()), ...cell, function_key: 'ly-osut-f01' };
		const posts = db.selectFrom('post').select('key').where('unit_key', '=', 'ly-osut');
		const asked = await posts.where('version_id', '=', of.version_id).orderBy('sort').limit(2).execute();
		await db.deleteFrom('allocation').execute();
		for (const [number, { key }] of asked.entries())
			await db
				.insertInto('allocation')
				.values({ ...of, id: `allocation-${number}`, post_key: key, respondents: number === 0 ? 3 : 1 })
				.execute();
		const page = await unit('konsultant', 'ly-osut');
		const fn = page.functions.find(({ key }) => key === 'ly-osut-f01');
		expect(fn?.survey).toMatchObject({ expected: expect.any(Number) as number });
		expect(fn?.posts.map(({ fte }) => fte)).toEqual(['hidden', 'hidden']);
	});

	it('shows the time of three people', async () => {
		await answer(3);
		expect((await unit('konsultant')).functions[0]?.survey).not.toBe('hidden');
	});

	it('lists what is written and not measured, and who does a function alone', async () => {
		const page = await unit('konsultant');
		expect(page.paper.idle).toEqual([]);
		expect(page.functions.length).toBeGreaterThan(0);
		expect(page.volume?.perPost).toBeGreaterThan(1600);
	});
});

it('without a suggestion the page of transfers names every proven unit and counts the others', async () => {
	await at.database.db.deleteFrom('allocation').execute();
	const shown = await showEvenOut(await at.as('konsultant'), { slug: SLUG }, PLAIN);
	if (!shown.ok || shown.value.kind !== 'computed') throw new Error('the transfers are computed');
	const { rows, proven, unproven } = shown.value;
	const units = (await board()).rows;
	expect(rows).toEqual([]);
	expect(proven.map(({ key }) => key)).toEqual(expect.arrayContaining(['ly-va']));
	expect(proven.length + unproven).toBe(units.length);
});
