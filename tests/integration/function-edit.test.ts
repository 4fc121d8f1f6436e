import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type FunctionKey, type PostKey, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { editFunction } from '#lib/server/services/function-edit.ts';
import { listHistory, undoChange } from '#lib/server/services/history.ts';
import { editParticipation } from '#lib/server/services/participation-edit.ts';
import { editPost } from '#lib/server/services/post-edit.ts';
import { aWorkingVersion, type WorkingVersion } from '#tests/support/working-version.ts';

let here: WorkingVersion;
let ctx: Ctx;
const unit = (key: string) => asId<UnitKey>(key);
const address = () => here.address;
const structure = () => here.structure();
const open = () => here.open();

beforeEach(async () => {
	here = await aWorkingVersion();
	({ ctx } = here);
});
afterEach(() => here.at.close());

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
