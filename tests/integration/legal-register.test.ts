import { expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { readFunctionCounts } from '#lib/server/services/function-counts.ts';
import { viewFunction } from '#lib/server/services/function-page.ts';
import { addAct, editAct } from '#lib/server/services/legal-acts.ts';
import { addProvision, changeProvision, settleBasis } from '#lib/server/services/legal-provisions.ts';
import {
	viewAct,
	viewProvision,
	viewRegister,
	type RegisterPage,
} from '#lib/server/services/legal-register.ts';
import { anInstallation } from '#tests/support/installation.ts';

const ELENA = { slug: 'elena' };
const ACT = {
	abbreviation: 'Наредба № 7',
	name: 'Наредба № 7 за обществения ред',
	kind: 'municipal-ordinance',
	validFrom: isoDate('2020-01-01'),
	validTo: null,
} as const;

async function register(ctx: Ctx, slug = 'elena'): Promise<RegisterPage> {
	const page = await viewRegister(ctx, { slug });
	if (!page.ok) throw new Error(page.error.code);
	return page.value;
}

/** The provision „чл. 44, ал. 1, т. 1“ of ЗМСМА, on which „el-kmet-f01“ rests. */
async function aProvision(ctx: Ctx, place = 'чл. 44, ал. 1, т. 1') {
	const added = await addProvision(
		ctx,
		{ slug: 'elena', act: 'zmsma' },
		{ place, wording: null, validFrom: null },
	);
	if (!added.ok) throw new Error(added.error.code);
	const page = await viewProvision(ctx, ELENA, { act: 'zmsma', id: added.value });
	if (!page.ok) throw new Error(page.error.code);
	return page.value;
}

it('lists national acts for everybody and acts of a municipality only there', async () => {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const before = await readFunctionCounts(ctx, ELENA);
	expect(before.ok && before.value.hasLocalActs).toBe(false);
	const added = await addAct(ctx, 'elena', { ...ACT, isNational: false });
	if (!added.ok) throw new Error(added.error.code);
	const isShown = async (name: string, slug: string) =>
		(await register(await at.as(name), slug)).acts.some(({ key }) => key === added.value);
	expect(await isShown('nablyudatel', 'elena')).toBe(true);
	expect(await isShown('konsultant-lyaskovets', 'lyaskovets')).toBe(false);
	const after = await readFunctionCounts(ctx, ELENA);
	expect(after.ok && after.value.hasLocalActs).toBe(true);
	await at.close();
});

it('keeps national acts for the administrator and everything from whoever only reads', async () => {
	const at = await anInstallation();
	const code = async (name: string) => {
		const added = await addAct(await at.as(name), 'elena', { ...ACT, isNational: true });
		return added.ok ? 'ok' : added.error.code;
	};
	expect(await code('konsultant')).toBe('access/forbidden');
	expect(await code('savetnik-elena-1')).toBe('access/forbidden');
	expect(await code('konsultant-lyaskovets')).toBe('access/not-found');
	expect(await code('admin')).toBe('ok');
	await at.close();
});

it('shows exactly what rests on a provision or on a part of it', async () => {
	const at = await anInstallation();
	const ctx = await at.as('admin');
	const point = await aProvision(ctx);
	expect(point.dependants.functions.map(({ key }) => key)).toContain('el-kmet-f01');
	expect(point.dependants.powers.map(({ key }) => key)).toContain('zmsma-44-1-1');
	const other = await aProvision(ctx, 'чл. 44, ал. 1, т. 15');
	expect(other.dependants.functions.map(({ key }) => key)).not.toContain('el-kmet-f01');
	const whole = await aProvision(ctx, 'чл. 44');
	const keys = new Set(whole.dependants.functions.map(({ key }) => key));
	expect(
		[...point.dependants.functions, ...other.dependants.functions].every(({ key }) => keys.has(key)),
	).toBe(true);
	const rule = await aProvision(ctx, 'чл. 21, ал. 1, т. 2');
	expect(rule.dependants.rules).toContain('R02');
	await at.close();
});

it('marks the functions when a provision changes or ends, until somebody confirms them', async () => {
	const at = await anInstallation();
	const ctx = await at.as('admin');
	const { provision, dependants } = await aProvision(ctx);
	const given = {
		slug: 'elena',
		act: 'zmsma',
		id: provision.id,
		wording: 'Нов текст',
		isEnd: false,
	} as const;
	const changed = await changeProvision(ctx, { ...given, revision: 1, from: isoDate('2027-01-01') });
	expect(changed.ok && changed.value).toBeGreaterThanOrEqual(dependants.functions.length);
	const { marks } = await register(ctx);
	expect(marks.map(({ functionKey }) => functionKey).sort()).toEqual(
		dependants.functions.map(({ key }) => key).sort(),
	);
	const mark = marks.find(({ functionKey }) => functionKey === 'el-kmet-f01')!;
	expect([mark.change, mark.since]).toEqual(['changed', '2027-01-01']);
	const page = await viewFunction(ctx, ELENA, mark.functionKey);
	expect(page.ok && page.value.marks.map(({ id }) => id)).toEqual([mark.id]);
	const consultant = await at.as('konsultant');
	expect(await settleBasis(consultant, 'lyaskovets', mark.id)).toEqual({
		ok: false,
		error: { code: 'legal/stale' },
	});
	expect(await settleBasis(consultant, 'elena', mark.id)).toEqual({ ok: true, value: null });
	expect((await register(ctx)).marks.some(({ id }) => id === mark.id)).toBe(false);

	const ended = await changeProvision(ctx, {
		...given,
		revision: 2,
		wording: null,
		isEnd: true,
		from: isoDate('2028-01-01'),
	});
	expect(ended.ok).toBe(true);
	const after = await viewProvision(ctx, ELENA, { act: 'zmsma', id: provision.id });
	if (!after.ok) throw new Error(after.error.code);
	expect(after.value.provision.validTo).toBe('2028-01-01');
	expect(after.value.wordings.map(({ wording, validTo }) => [wording, validTo])).toEqual([
		['Нов текст', '2028-01-01'],
	]);
	await at.close();
});

it('refuses a stale change, an unreadable place, and an end before the beginning, and writes nothing', async () => {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const added = await addAct(ctx, 'elena', { ...ACT, isNational: false });
	if (!added.ok) throw new Error(added.error.code);
	const place = { slug: 'elena', act: added.value };
	const stale = await editAct(ctx, { ...place, revision: 7 }, ACT);
	expect(!stale.ok && stale.error.code).toBe('legal/stale');
	const backwards = await editAct(ctx, { ...place, revision: 1 }, { ...ACT, validTo: isoDate('2019-01-01') });
	expect(!backwards.ok && backwards.error.code).toBe('legal/validity');
	const unread = await addProvision(ctx, place, { place: 'някъде', wording: null, validFrom: null });
	expect(!unread.ok && unread.error.code).toBe('legal/reference-unread');
	const page = await viewAct(ctx, ELENA, added.value);
	expect(page.ok && [page.value.act.validTo, page.value.provisions.length]).toEqual([null, 0]);
	const saved = await editAct(ctx, { ...place, revision: 1 }, { ...ACT, validTo: isoDate('2027-01-01') });
	expect(saved).toEqual({ ok: true, value: null });
	await at.close();
});

it('keeps earlier wordings of a provision with the days on which they held', async () => {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const act = await addAct(ctx, 'elena', { ...ACT, isNational: false });
	if (!act.ok) throw new Error(act.error.code);
	const place = { slug: 'elena', act: act.value };
	const first = { place: 'чл. 3, ал. 1', wording: 'Първи текст', validFrom: isoDate('2020-01-01') };
	const id = await addProvision(ctx, place, first);
	if (!id.ok) throw new Error(id.error.code);
	const at2 = { ...place, id: id.value, isEnd: false };
	const seen = await viewProvision(ctx, ELENA, { act: act.value, id: id.value });
	const revision = seen.ok ? seen.value.provision.revision : 0;
	const changed = await changeProvision(ctx, {
		...at2,
		revision,
		wording: 'Втори текст',
		from: isoDate('2026-01-01'),
	});
	expect(changed).toEqual({ ok: true, value: 0 });
	const before = { ...at2, revision: revision + 1, from: isoDate('2023-01-01'), wording: 'Между двата' };
	for (const isEnd of [false, true])
		expect(await changeProvision(ctx, { ...before, isEnd })).toMatchObject({
			error: { code: 'legal/validity' },
		});
	const page = await viewProvision(ctx, ELENA, { act: act.value, id: id.value });
	expect(
		page.ok && page.value.wordings.map(({ wording, validFrom, validTo }) => [wording, validFrom, validTo]),
	).toEqual([
		['Втори текст', '2026-01-01', null],
		['Първи текст', '2020-01-01', '2026-01-01'],
	]);
	await at.close();
});
