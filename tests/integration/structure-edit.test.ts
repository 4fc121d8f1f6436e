import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UnitDraft } from '#lib/domain/org/index.ts';
import { asId, type UnitKey, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { copyAsWorking, viewVersions } from '#lib/server/services/history-versions.ts';
import { listHistory, undoChange } from '#lib/server/services/history.ts';
import { editUnit } from '#lib/server/services/unit-edit.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import type { Installation } from '#tests/support/installation.ts';
import { aWorkingVersion, type WorkingVersion } from '#tests/support/working-version.ts';

let here: WorkingVersion;
let at: Installation;
let ctx: Ctx;
let versionId: VersionId;
const slug = 'elena';
const unit = (key: string) => asId<UnitKey>(key);
const address = () => here.address;
const structure = () => here.structure();
const open = () => here.open();

beforeEach(async () => {
	here = await aWorkingVersion();
	({ at, ctx, versionId } = here);
});
afterEach(() => at.close());

async function draftOf(key: string, more: Partial<UnitDraft> = {}): Promise<UnitDraft> {
	const found = (await structure()).units.find((one) => one.key === key);
	if (!found) throw new Error(`no unit ${key}`);
	const { key: _key, ...draft } = found;
	return { ...draft, ...more };
}

const RENAMED = { bg: 'Отдел „Местни данъци и такси“', en: null };

describe('a working copy of a version', () => {
	it('holds everything the original holds', async () => {
		const original = await openStructure(ctx, { slug });
		const copy = await structure();
		if (!original.ok) throw new Error(original.error.code);
		const { units, posts, functions, participations, activities, allowances } = original.value.structure;
		expect(copy).toMatchObject({ units, posts, functions, participations, activities, allowances });
		expect(units.length).toBeGreaterThan(20);
	});

	it('is made once; the second person is told of the first', async () => {
		const again = await copyAsWorking(ctx, { slug }, { bg: 'Втора', en: null });
		expect(again).toEqual({ ok: false, error: { code: 'version/already-working', versionId } });
		const versions = await viewVersions(ctx, slug);
		expect(versions.ok && versions.value.filter((version) => version.status === 'working')).toHaveLength(1);
	});

	it('is made once even when two people ask at the same moment', async () => {
		const label = { bg: 'Наша', en: null };
		const made = await Promise.all([
			copyAsWorking(ctx, { slug: 'lyaskovets' }, label),
			copyAsWorking(ctx, { slug: 'lyaskovets' }, label),
		]);
		expect(made.filter((copy) => copy.ok)).toHaveLength(1);
	});

	it('is for the consultant; a councillor may not, a stranger sees nothing', async () => {
		const councillor = await at.as('savetnik-elena-1');
		const label = { bg: 'Моя', en: null };
		expect(await copyAsWorking(councillor, { slug }, label)).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
		expect(await copyAsWorking(at.nobody(), { slug }, label)).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
	});
});

describe('editing a unit', () => {
	it('writes the change, the audit entry with before and after, and a new revision', async () => {
		const edit = {
			kind: 'change',
			key: unit('el-mp'),
			draft: await draftOf('el-mp', { name: RENAMED }),
		} as const;
		const result = await editUnit(ctx, address(), edit, { revision: 1 });
		expect(result).toMatchObject({ ok: true, value: { after: { name: RENAMED } } });
		const [entry] = await listAudit(ctx.db, { entity: 'unit', entityKey: 'el-mp', limit: 5 });
		expect(entry).toMatchObject({
			action: 'unit.change',
			versionId,
			before: { name: { bg: 'Отдел „Местни приходи“' } },
			after: { name: RENAMED },
		});
		const reread = await openStructure(ctx, address());
		expect(reread.ok && reread.value.structure.units.find((one) => one.key === 'el-mp')?.name).toEqual(
			RENAMED,
		);
	});

	it('of a frozen version is refused', async () => {
		const edit = { kind: 'change', key: unit('el-mp'), draft: await draftOf('el-mp') } as const;
		expect(await editUnit(ctx, { slug }, edit, { revision: 1 })).toEqual({
			ok: false,
			error: { code: 'org/version-frozen' },
		});
	});

	it('with a stale revision writes nothing and says who was quicker', async () => {
		const draft = await draftOf('el-mp', { name: RENAMED });
		await editUnit(ctx, address(), { kind: 'change', key: unit('el-mp'), draft }, { revision: 1 });
		const late = { ...draft, name: { bg: 'Друго име', en: null } };
		const second = await editUnit(
			ctx,
			address(),
			{ kind: 'change', key: unit('el-mp'), draft: late },
			{ revision: 1 },
		);
		expect(second).toMatchObject({
			ok: false,
			error: { code: 'org/stale', last: { actor: { name: ctx.actor?.name }, after: { name: RENAMED } } },
		});
		const name = (await structure()).units.find((one) => one.key === 'el-mp')?.name;
		expect(name).toEqual(RENAMED);
	});

	it('sees what another person saves at the same moment: two units never come under each other', async () => {
		const [one, other] = ['el-mp', 'el-fin'];
		await editUnit(
			ctx,
			address(),
			{ kind: 'change', key: unit(one), draft: await draftOf(one, { parentKey: null }) },
			{ revision: 1 },
		);
		const under = async (key: string, parent: string, revision: number) => {
			const draft = await draftOf(key, { parentKey: unit(parent) });
			return () => editUnit(ctx, address(), { kind: 'change', key: unit(key), draft }, { revision });
		};
		const moves = [await under(one, other, 2), await under(other, one, 1)];
		const moved = await Promise.all(moves.map((move) => move()));
		expect(moved.filter(({ ok }) => ok)).toHaveLength(1);
		expect(moved.find(({ ok }) => !ok)).toMatchObject({
			error: { code: 'org/refused', refusals: [{ code: 'org/cycle' }] },
		});
	});

	it('with problems stores nothing and names each field', async () => {
		const draft = await draftOf('el-fin', { parentKey: unit('el-mp'), name: { bg: '', en: null } });
		const result = await editUnit(
			ctx,
			address(),
			{ kind: 'change', key: unit('el-fin'), draft },
			{ revision: 1 },
		);
		expect(result).toMatchObject({
			ok: false,
			error: { code: 'org/refused', refusals: [{ code: 'org/text-empty' }, { code: 'org/cycle' }] },
		});
		expect(await listAudit(ctx.db, { entity: 'unit', limit: 5 })).toEqual([]);
	});

	it('creates a unit with a key of its own, deletes it again, and takes the deletion back', async () => {
		const draft = await draftOf('el-mp', {
			name: { bg: 'Сектор „Проби“', en: null },
			kind: 'sector',
			sort: null,
		});
		const created = await editUnit(ctx, address(), { kind: 'create', draft }, { revision: 0 });
		expect(created).toMatchObject({ ok: true, value: { after: { key: 'el-sektor-probi' } } });
		const key = unit('el-sektor-probi');
		const removed = await editUnit(ctx, address(), { kind: 'delete', key }, { revision: 1 });
		expect(removed.ok).toBe(true);
		const entries = await listHistory(ctx, await open(), { entity: 'unit', key });
		const undone = await undoChange(ctx, address(), { entity: 'unit', key, entryId: entries[0]!.id });
		expect(undone).toMatchObject({ ok: true });
		expect((await structure()).units.some((one) => one.key === key)).toBe(true);
	});

	it('refuses to delete a unit on which something rests', async () => {
		const result = await editUnit(ctx, address(), { kind: 'delete', key: unit('el-fin') }, { revision: 1 });
		expect(result).toMatchObject({
			ok: false,
			error: { code: 'org/refused', refusals: [{ code: 'org/unit-in-use' }] },
		});
	});

	it('is for the consultant and the administrator of that municipality only', async () => {
		const edit = { kind: 'delete', key: unit('el-fin') } as const;
		expect(await editUnit(at.nobody(), address(), edit, { revision: 1 })).toMatchObject({
			error: { code: 'access/not-found' },
		});
		const foreign = await editUnit(ctx, { slug: 'lyaskovets', versionId }, edit, { revision: 1 });
		expect(foreign).toMatchObject({ ok: false, error: { code: 'access/not-found' } });
	});
});
