import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UnitDraft } from '#lib/domain/org/index.ts';
import {
	asId,
	type FunctionKey,
	type PostKey,
	type UnitKey,
	type VersionId,
} from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { loadStructure } from '#lib/server/queries/structure.ts';
import { editFunction } from '#lib/server/services/function-edit.ts';
import { copyAsWorking, viewVersions } from '#lib/server/services/history-versions.ts';
import { listHistory, undoChange } from '#lib/server/services/history.ts';
import { editParticipation } from '#lib/server/services/participation-edit.ts';
import { editPost } from '#lib/server/services/post-edit.ts';
import { editUnit } from '#lib/server/services/unit-edit.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let ctx: Ctx;
let versionId: VersionId;
const slug = 'elena';
const unit = (key: string) => asId<UnitKey>(key);

beforeEach(async () => {
	at = await anInstallation();
	ctx = ticking(await at.as('konsultant'));
	const copy = await copyAsWorking(ctx, { slug }, { bg: 'Работна редакция', en: null });
	if (!copy.ok) throw new Error(copy.error.code);
	versionId = copy.value;
});
afterEach(() => at.close());

/** Every look at the clock is a second later, so that changes have an order. */
function ticking(still: Ctx): Ctx {
	let second = 0;
	const now = () => `2026-11-21T09:00:${String((second += 1)).padStart(2, '0')}.000Z`;
	return { ...still, clock: { ...still.clock, now } };
}

const address = () => ({ slug, versionId });

async function structure() {
	const loaded = await loadStructure(ctx.db, versionId);
	if (!loaded) throw new Error('no structure');
	return loaded;
}

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

async function open() {
	const opened = await openStructure(ctx, address());
	if (!opened.ok) throw new Error(opened.error.code);
	return opened.value;
}

describe('editing a post', () => {
	it('changes the headcount and takes the change back', async () => {
		const [post] = (await structure()).posts.filter((one) => one.unitKey === unit('el-mp'));
		const { key, ...draft } = post!;
		const changed = await editPost(
			ctx,
			address(),
			{ kind: 'change', key, draft: { ...draft, approved: 7.5 } },
			{ revision: 1 },
		);
		expect(changed).toMatchObject({ ok: true, value: { after: { approved: 7.5 } } });
		const [entry] = await listHistory(ctx, await open(), { entity: 'post', key });
		await undoChange(ctx, address(), { entity: 'post', key, entryId: entry!.id });
		expect((await structure()).posts.find((one) => one.key === key)?.approved).toBe(post!.approved);
	});

	it('refuses to delete a post that somebody holds', async () => {
		const row = await ctx.db
			.selectFrom('employee')
			.select('post_key')
			.where('left_on', 'is', null)
			.where('post_key', 'like', 'el-%')
			.executeTakeFirstOrThrow();
		const key = asId<PostKey>(row.post_key);
		const result = await editPost(ctx, address(), { kind: 'delete', key }, { revision: 1 });
		expect(result).toMatchObject({ ok: false, error: { refusals: [{ code: 'org/post-in-use' }] } });
	});
});

describe('editing a function and who takes part in it', () => {
	const origin = { verification: 'reconstructed', source: 'Работна среща', asOf: '2026' } as const;
	const draft = {
		text: { bg: 'Издава и регистрира пропуски за паркиране', en: null },
		kind: 'service',
		policyArea: '',
		generalCategory: null,
		territory: null,
		bases: [],
		powers: [],
		origin,
	} as const;

	async function create() {
		const policyArea = (await structure()).functions[0]!.policyArea;
		const edit = { kind: 'create', draft: { ...draft, policyArea } } as const;
		return editFunction(ctx, address(), edit, { revision: 0, accountable: unit('el-ut') });
	}

	it('creates a function with the unit that answers for it, and warns about its wording', async () => {
		const created = await create();
		if (!created.ok) throw new Error(created.error.code);
		expect(created.value.warnings.map((warning) => warning.code)).toEqual(['org/two-verbs', 'org/no-basis']);
		const key = created.value.after!.key;
		const parts = (await structure()).participations.filter((part) => part.functionKey === key);
		expect(parts).toEqual([
			{ functionKey: key, unitKey: 'el-ut', postKey: null, role: 'accountable', share: null },
		]);
	});

	it('deletes it with its participations, and the undo brings both back', async () => {
		const created = await create();
		const key = created.ok ? created.value.after!.key : asId<FunctionKey>('x');
		const removed = await editFunction(
			ctx,
			address(),
			{ kind: 'delete', key },
			{ revision: 1, accountable: null },
		);
		expect(removed.ok).toBe(true);
		expect((await structure()).participations.some((part) => part.functionKey === key)).toBe(false);
		const [entry] = await listHistory(ctx, await open(), { entity: 'function', key });
		await undoChange(ctx, address(), { entity: 'function', key, entryId: entry!.id });
		expect((await structure()).participations.filter((part) => part.functionKey === key)).toHaveLength(1);
	});

	it('keeps what a change of the bases says', async () => {
		const [first] = (await structure()).functions.filter((fn) => fn.bases.length > 0);
		const { key, sort: _sort, ...rest } = first!;
		const bases = [{ actKey: rest.bases[0]!.actKey, reference: { article: '999', subParagraph: '1' } }];
		const result = await editFunction(
			ctx,
			address(),
			{ kind: 'change', key, draft: { ...rest, bases } },
			{ revision: 1, accountable: null },
		);
		expect(result.ok).toBe(true);
		expect((await structure()).functions.find((fn) => fn.key === key)?.bases).toEqual(bases);
	});

	it('a second accountable unit is refused, a participating one is added and taken back', async () => {
		const created = await create();
		const functionKey = created.ok ? created.value.after!.key : asId<FunctionKey>('x');
		const place = { functionKey, unitKey: unit('el-fin'), postKey: null };
		const accountable = { kind: 'set', place, role: 'accountable', share: null } as const;
		expect(await editParticipation(ctx, address(), accountable, 1)).toMatchObject({
			ok: false,
			error: { refusals: [{ code: 'org/second-accountable', unitKey: 'el-ut' }] },
		});
		const added = await editParticipation(ctx, address(), { ...accountable, role: 'consulted' }, 1);
		expect(added.ok).toBe(true);
		const stale = await editParticipation(ctx, address(), { kind: 'remove', place }, 1);
		expect(stale).toMatchObject({ ok: false, error: { code: 'org/stale' } });
		const [entry] = await listHistory(ctx, await open(), { entity: 'function', key: functionKey });
		expect(entry).toMatchObject({ entity: 'participation', canUndo: true });
	});
});
