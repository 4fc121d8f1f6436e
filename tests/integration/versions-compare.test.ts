import { afterEach, beforeEach, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { findNearFunctions } from '#lib/server/services/function-near.ts';
import { showQuality } from '#lib/server/services/quality.ts';
import { editUnit } from '#lib/server/services/unit-edit.ts';
import { compareVersions, type VersionChoice } from '#lib/server/services/versions-compare.ts';
import { aWorkingVersion, type WorkingVersion } from '#tests/support/working-version.ts';

let here: WorkingVersion;

beforeEach(async () => {
	here = await aWorkingVersion();
});
afterEach(() => here.at.close());

const none: VersionChoice = { versionId: null, day: null };

async function compared(from: Partial<VersionChoice>, to: Partial<VersionChoice>) {
	const result = await compareVersions(here.ctx, 'elena', {
		from: { ...none, ...from },
		to: { ...none, ...to },
	});
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
}

it('two versions differ in what was edited between them, counted and named', async () => {
	const unit = (await here.structure()).units.find((one) => one.key === 'el-mp');
	const draft = { ...unit!, note: 'Проверено' };
	await editUnit(here.ctx, here.address, { kind: 'change', key: unit!.key, draft }, { revision: 1 });
	const inForce = { day: isoDate('2020-01-01') };
	const found = await compared(inForce, { versionId: here.versionId });
	const counts = found?.groups.map(({ kind, created, closed, changed }) =>
		[kind, created.length, closed.length, changed.length].join(' '),
	);
	expect(counts).toEqual([
		'unit 0 0 1',
		'post 0 0 0',
		'function 0 0 0',
		'participation 0 0 0',
		'activity 0 0 0',
	]);
	expect(found?.groups[0]?.changed[0]).toMatchObject({ key: 'el-mp', after: { note: 'Проверено' } });
	expect([found?.from.status, found?.to.id]).toEqual(['frozen', here.versionId]);
});

it('a version is not compared with itself, nor with a day on which none was in force', async () => {
	const { versionId } = here;
	expect(await compared({ versionId }, { versionId })).toBeNull();
	expect(await compared({ day: isoDate('1999-01-01') }, { versionId })).toBeNull();
});

it('versions of another municipality are not to be had', async () => {
	const stranger = await here.at.as('savetnik-lyaskovets-1');
	expect(await compareVersions(stranger, 'elena', { from: none, to: none })).toMatchObject({
		error: { code: 'access/not-found' },
	});
});

it('the list of problems counts every kind, shows one, and is for whoever works on the data', async () => {
	const head = await here.at.as('rakovoditel-elena');
	const shown = await showQuality(head, { slug: 'elena' }, { code: 'function-without-basis', page: 99 });
	if (!shown.ok) throw new Error(shown.error.code);
	const { counts, total, problems, page, pages } = shown.value;
	expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
	const listed = counts.find(({ code }) => code === 'function-without-basis')?.count ?? 0;
	expect([problems.length, page, pages]).toEqual([listed, 1, 1]);
	expect(problems.every(({ name }) => name.bg.length > 0)).toBe(true);
});

it('a function that is being worded hears who does nearly the same, but not of itself', async () => {
	const [fn] = (await here.structure()).functions.filter(({ text }) => text.bg.length > 40);
	const ask = async (except: typeof fn | null) => {
		const question = { text: fn!.text.bg, unitKey: null, except: except?.key ?? null };
		const near = await findNearFunctions(here.ctx, here.address, question);
		if (!near.ok) throw new Error(near.error.code);
		return near.value;
	};
	expect((await ask(null))[0]).toMatchObject({ key: fn!.key, score: 1 });
	expect((await ask(fn!)).map(({ key }) => key)).not.toContain(fn!.key);
	const councillor = await here.at.as('savetnik-elena-1');
	const question = { text: 'Издава скици и удостоверения', unitKey: null, except: null };
	expect(await findNearFunctions(councillor, here.address, question)).toMatchObject({
		error: { code: 'access/forbidden' },
	});
});
