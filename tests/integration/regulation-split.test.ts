import { expect, it } from 'vitest';
import { CLAUSE_STEP } from '#lib/domain/regulations/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { applyRegulation } from '#lib/server/services/regulation-apply.ts';
import { bringRegulation } from '#lib/server/services/regulation-bring.ts';
import { openRegulation } from '#lib/server/services/regulation-open.ts';
import { splitFunction } from '#lib/server/services/regulation-split.ts';
import { viewRegulation } from '#lib/server/services/regulation-view.ts';
import { anInstallation } from '#tests/support/installation.ts';

const TEXT = `Чл. 24. Отдел „Местни приходи“ изпълнява следните функции:
1. контролира събирането на таксите и изплаща обезщетения на служителите;
2. ръководи и координира проверките.
`;

async function opened(ctx: Ctx, id: string) {
	const open = await openRegulation(ctx, 'elena', id);
	if (!open.ok) throw new Error(open.error.code);
	return open.value;
}

it('a point with two acts is offered parted, and becomes two functions of one place', async () => {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const brought = await bringRegulation(ctx, 'elena', { title: 'Правилник', text: TEXT, file: null });
	if (!brought.ok) throw new Error(brought.error.code);
	const address = { slug: 'elena', id: brought.value };
	const [first, second] = (await opened(ctx, brought.value)).candidates;
	const clausesAt = async (node: number) => {
		const view = await viewRegulation(ctx, { ...address, node });
		return view.ok ? view.value?.current?.clauses : undefined;
	};
	expect(await clausesAt(first!.node)).toEqual([
		'Контролира събирането на таксите',
		'Изплаща обезщетения на служителите',
	]);
	expect(await clausesAt(second!.node)).toEqual([]);

	const unit = first!.owner.kind === 'unmatched' ? '' : first!.owner.unitKey;
	const given = { node: first!.node, unit, kind: 'control', area: 'finance', seen: 0 } as const;
	const area = (await opened(ctx, brought.value)).areas[0]!.key;
	expect(await splitFunction(ctx, address, { ...given, area })).toEqual({ ok: true, value: null });
	const split = await opened(ctx, brought.value);
	expect(split.candidates.map(({ node, way }) => [node, way])).toEqual([
		[first!.node, 'list'],
		[first!.node + CLAUSE_STEP, 'hand'],
		[second!.node, 'list'],
	]);
	expect(await clausesAt(first!.node)).toEqual([]);
	expect(await splitFunction(ctx, address, { ...given, area, node: second!.node })).toMatchObject({
		ok: false,
	});

	const label = { bg: 'Работна', en: null };
	const applied = await applyRegulation(ctx, { ...address, mark: split.mark }, label);
	expect(applied).toMatchObject({ ok: true, value: { added: 2 } });
	const made = (await opened(ctx, brought.value)).structure.functions.slice(-2);
	expect(made.map(({ text }) => text.bg)).toEqual([
		'Контролира събирането на таксите',
		'Изплаща обезщетения на служителите',
	]);
	expect(made.map(({ bases }) => bases.at(-1)?.reference)).toEqual([
		{ article: '24', point: '1' },
		{ article: '24', point: '1' },
	]);
	await at.close();
});
