import { expect, it } from 'vitest';
import { freshKey } from '#lib/domain/org/index.ts';
import { asId, type MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listProvenance } from '#lib/server/queries/import-run.ts';
import { insertLocalAct, listProvisions } from '#lib/server/queries/legal-register.ts';
import { editFunction } from '#lib/server/services/function-edit.ts';
import { readFunctionCounts } from '#lib/server/services/function-counts.ts';
import { viewProvision } from '#lib/server/services/legal-register.ts';
import { applyRegulation } from '#lib/server/services/regulation-apply.ts';
import { bringRegulation, listRegulationTexts } from '#lib/server/services/regulation-bring.ts';
import { acceptUnit, decideFunction, type DecisionGiven } from '#lib/server/services/regulation-decide.ts';
import { openRegulation, type OpenRegulation } from '#lib/server/services/regulation-open.ts';
import { undoRegulation } from '#lib/server/services/regulation-undo.ts';
import { viewRegulation } from '#lib/server/services/regulation-view.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { anInstallation } from '#tests/support/installation.ts';
import { aDocument, aParagraph } from '#tests/support/regulations.ts';

const LABEL = { bg: 'Работна', en: null };
const TITLE = 'Устройствен правилник на общинската администрация';
const TEXT = `Чл. 24. (1) Отдел „Местни приходи“ изпълнява следните функции:
1. завежда партиди за туристическия данък по чл. 14 от ЗМДТ;
2. изготвя справки за събираемостта на приходите.
(2) Кабинет „Връзки с медиите“ изпълнява следните функции:
1. поддържа интернет страницата на общината.
Чл. 25. Кметът на община Елена изпълнява следните функции:
1. ръководи изпълнителната дейност на общината.
`;

async function bring(ctx: Ctx, text = TEXT): Promise<string> {
	const brought = await bringRegulation(ctx, 'elena', { title: TITLE, text, file: null });
	if (!brought.ok) throw new Error(brought.error.code);
	return brought.value;
}

async function opened(ctx: Ctx, id: string): Promise<OpenRegulation> {
	const open = await openRegulation(ctx, 'elena', id);
	if (!open.ok) throw new Error(open.error.code);
	return open.value;
}

async function anElena() {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const id = await bring(ctx);
	return { at, ctx, id, address: { slug: 'elena', id } };
}

function given(open: OpenRegulation, index: number, more: Partial<DecisionGiven> = {}): DecisionGiven {
	const one = open.candidates[index]!;
	const unit = one.owner.kind === 'unmatched' ? '' : one.owner.unitKey;
	return {
		...{ node: one.node, outcome: 'accepted', wording: one.wording, kind: one.kind, seen: 0 },
		...{ unit, area: one.policyArea ?? '', ...more },
	} as DecisionGiven;
}

it('proposes unit, basis and twin of every stated function, and says which unit is not there', async () => {
	const { ctx, id, at } = await anElena();
	const { candidates } = await opened(ctx, id);
	expect(candidates.map(({ anchor, owner }) => [anchor, owner.kind])).toEqual([
		['чл. 24, ал. 1, т. 1', 'matched'],
		['чл. 24, ал. 1, т. 2', 'matched'],
		['чл. 24, ал. 2, т. 1', 'unmatched'],
		['чл. 25, т. 1', 'matched'],
	]);
	expect(candidates[0]?.bases).toEqual([{ actKey: 'zmdt', reference: { article: '14' } }]);
	expect(candidates[3]?.same).toBe('el-kmet-f01');
	await at.close();
});

it('writes accepted functions with owner, basis and anchor, completes the twin, and tells where each is from', async () => {
	const { ctx, id, address, at } = await anElena();
	const open = await opened(ctx, id);
	const wording = 'Води партидите за туристическия данък.';
	expect(await decideFunction(ctx, address, given(open, 0, { wording }))).toEqual({ ok: true, value: null });
	await decideFunction(ctx, address, given(open, 1, { outcome: 'skipped' }));
	await decideFunction(ctx, address, given(open, 3));
	const ready = await opened(ctx, id);
	expect(ready.plan).toMatchObject({ added: 1, updated: 1, problems: [] });
	const applied = await applyRegulation(ctx, { ...address, mark: ready.mark }, LABEL);
	if (!applied.ok) throw new Error(applied.error.code);
	const versionId = applied.value.versionId;
	const now = await openStructure(ctx, { slug: 'elena', versionId });
	if (!now.ok) throw new Error(now.error.code);
	const { structure, municipality } = now.value;
	const fn = structure.functions.find(({ text }) => text.bg === 'Води партидите за туристическия данък')!;
	const actKey = (await opened(ctx, id)).text.actKey!;
	expect(fn.bases).toEqual([
		{ actKey: 'zmdt', reference: { article: '14' } },
		{ actKey, reference: { article: '24', subParagraph: '1', point: '1' } },
	]);
	expect(structure.participations.find(({ functionKey }) => functionKey === fn.key)?.role).toBe(
		'accountable',
	);
	const twin = structure.functions.find(({ key }) => key === 'el-kmet-f01')!;
	expect(twin.bases.at(-1)).toEqual({ actKey, reference: { article: '25', point: '1' } });
	const from = await listProvenance(ctx.db, municipality.id, { entity: 'function', key: fn.key });
	expect(from.map(({ field, file, cell }) => [field, file, cell])).toEqual([
		['basis', TITLE, 'чл. 24, ал. 1, т. 1'],
		['text', TITLE, 'чл. 24, ал. 1, т. 1'],
		['unit', TITLE, 'чл. 24, ал. 1, т. 1'],
	]);
	const counts = await readFunctionCounts(ctx, { slug: 'elena', versionId });
	expect(counts.ok && [counts.value.hasLocalActs, counts.value.total.total.local]).toEqual([true, 2]);
	const other = await readFunctionCounts(await at.as('admin'), { slug: 'lyaskovets' });
	expect(other.ok && other.value.hasLocalActs).toBe(false);

	expect(await undoRegulation(ctx, 'elena', id)).toEqual({ ok: true, value: null });
	const after = await openStructure(ctx, { slug: 'elena', versionId });
	expect(after.ok && after.value.structure.functions.some(({ key }) => key === fn.key)).toBe(false);
	expect((await opened(ctx, id)).decisions.size).toBe(3);
	await at.close();
});

it('gives the places of the act their wording, with the letters below, and leads from a place into the text', async () => {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const text = `Чл. 24. Отдел „Местни приходи“ изпълнява следните функции:
1. води регистри на:
а) имотите;
б) превозните средства;
2. изготвя справки за събираемостта.
`;
	const id = await bring(ctx, text);
	const address = { slug: 'elena', id };
	await decideFunction(ctx, address, given(await opened(ctx, id), 0));
	const { mark } = await opened(ctx, id);
	expect((await applyRegulation(ctx, { ...address, mark }, LABEL)).ok).toBe(true);
	const act = (await opened(ctx, id)).text.actKey!;
	const [place] = await listProvisions(ctx.db, act);
	const page = await viewProvision(ctx, { slug: 'elena' }, { act, id: place!.id });
	if (!page.ok) throw new Error(page.error.code);
	expect(page.value.wordings.map(({ wording }) => wording)).toEqual([
		'води регистри на:\nа) имотите;\nб) превозните средства;',
	]);
	expect(page.value.textId).toBe(id);
	const reader = await viewProvision(
		await at.as('savetnik-elena-1'),
		{ slug: 'elena' },
		{ act, id: place!.id },
	);
	expect(reader.ok && [reader.value.wordings.length, reader.value.textId]).toEqual([1, null]);
	const view = await viewRegulation(ctx, { ...address, node: null, place: 'чл. 24, т. 2' });
	expect(view.ok && view.value?.current?.anchor).toBe('чл. 24, т. 2');
	await at.close();
});

it('does not take back what somebody changed since', async () => {
	const { ctx, id, address, at } = await anElena();
	await decideFunction(ctx, address, given(await opened(ctx, id), 0));
	const { mark } = await opened(ctx, id);
	const applied = await applyRegulation(ctx, { ...address, mark }, LABEL);
	if (!applied.ok) throw new Error(applied.error.code);
	const { structure, version } = await opened(ctx, id);
	const fn = structure.functions.find(({ text }) => text.bg.startsWith('Завежда партиди'))!;
	const { key, sort: _, ...draft } = fn;
	const edit = { kind: 'change', key, draft: { ...draft, territory: 'гр. Елена' } } as const;
	const edited = await editFunction(ctx, { slug: 'elena', versionId: version.id }, edit, {
		revision: 1,
		accountable: null,
	});
	expect(edited.ok).toBe(true);
	const undone = await undoRegulation(ctx, 'elena', id);
	expect(!undone.ok && undone.error.code).toBe('regulations/undo-blocked');
	await at.close();
});

it('refuses to apply what is not as the person saw it, and a decision over another one', async () => {
	const { ctx, id, address, at } = await anElena();
	const open = await opened(ctx, id);
	await decideFunction(ctx, address, given(open, 0));
	const stale = await applyRegulation(ctx, { ...address, mark: open.mark }, LABEL);
	expect(!stale.ok && stale.error.code).toBe('regulations/stale');
	const second = await decideFunction(ctx, address, given(open, 0, { outcome: 'skipped' }));
	expect(!second.ok && second.error.code).toBe('regulations/stale');
	const changed = await decideFunction(ctx, address, given(open, 0, { outcome: 'skipped', seen: 1 }));
	expect(changed.ok).toBe(true);
	const nothing = await applyRegulation(ctx, { ...address, mark: (await opened(ctx, id)).mark }, LABEL);
	expect(!nothing.ok && nothing.error.code).toBe('regulations/nothing-to-do');
	await at.close();
});

it('leaves no copy of the version behind when writing breaks off', async () => {
	const { ctx, id, address, at } = await anElena();
	await decideFunction(ctx, address, given(await opened(ctx, id), 0));
	const { mark, workingVersions } = await opened(ctx, id);
	const taken = { key: freshKey('elena', TITLE, new Set()), abbreviation: 'УП', name: 'УП', kind: 'law' };
	const act = {
		...taken,
		municipalityId: asId<MunicipalityId>('lyaskovets'),
		validFrom: null,
		validTo: null,
	};
	await ctx.db.transaction().execute((tx) => insertLocalAct(tx, act));
	await expect(applyRegulation(ctx, { ...address, mark }, LABEL)).rejects.toThrow(/constraint/i);
	const after = await opened(ctx, id);
	expect([after.workingVersions, after.text.state]).toEqual([workingVersions, 'open']);
	await at.close();
});

it('accepts a whole unit only where nothing is left to choose, and keeps the decisions', async () => {
	const { ctx, address, at } = await anElena();
	expect(await acceptUnit(ctx, address, 'Отдел „Местни приходи“')).toEqual({ ok: true, value: 2 });
	const view = await viewRegulation(ctx, { ...address, node: null });
	expect(view.ok && [view.value?.decided, view.value?.total]).toEqual([2, 4]);
	expect(view.ok && view.value?.current?.anchor).toBe('чл. 24, ал. 2, т. 1');
	const texts = await listRegulationTexts(ctx, 'elena');
	expect(texts.ok && texts.value.map(({ decided, functions }) => [decided, functions])).toEqual([[2, 4]]);
	await at.close();
});

it('lets a person mark a part that was left out, notes every decision, and shows what was taken in', async () => {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const id = await bring(
		ctx,
		'Чл. 1. Отдел „Местни приходи“ поддържа архива на декларациите.\nЧл. 2. Справките се дават в три дни.\n',
	);
	const address = { slug: 'elena', id };
	const open = await opened(ctx, id);
	expect(open.candidates.map(({ anchor, way }) => [anchor, way])).toEqual([['чл. 1', 'sentence']]);
	const [part] = open.leftOut;
	const first = given(open, 0);
	const marked = { ...first, node: part!.node, wording: 'Дава справки в три дни' };
	expect(await decideFunction(ctx, address, { ...marked, outcome: 'skipped' })).toMatchObject({ ok: false });
	expect(await decideFunction(ctx, address, marked)).toEqual({ ok: true, value: null });
	expect(await decideFunction(ctx, address, first)).toEqual({ ok: true, value: null });
	const view = await viewRegulation(ctx, { ...address, node: part!.node });
	expect(view.ok && view.value).toMatchObject({
		decided: 2,
		total: 2,
		current: { way: 'hand', state: 'accepted' },
	});
	const { mark } = await opened(ctx, id);
	expect(await applyRegulation(ctx, { ...address, mark }, LABEL)).toMatchObject({ value: { added: 2 } });
	const after = await viewRegulation(ctx, { ...address, node: null });
	expect(after.ok && after.value?.takenIn.map(({ text, isNew }) => [text.bg, isNew])).toEqual([
		['Поддържа архива на декларациите', true],
		['Дава справки в три дни', true],
	]);
	expect(after.ok && after.value?.groups.flatMap(({ items }) => items.map(({ isSame }) => isSame))).toEqual([
		false,
		false,
	]);
	const audited = await ctx.db
		.selectFrom('audit_entry')
		.select('action')
		.where('entity_key', '=', id)
		.orderBy('id')
		.execute();
	expect(audited.filter(({ action }) => action === 'regulation.decide')).toHaveLength(2);
	await at.close();
});

it('keeps a function out that has no unit, and says why', async () => {
	const { ctx, at } = await anElena();
	const text = 'Чл. 1. Отдел „Космически полети“ изпълнява следните функции:\n1. изстрелва ракети.';
	const id = await bring(ctx, text);
	await decideFunction(ctx, { slug: 'elena', id }, given(await opened(ctx, id), 0));
	const { plan, candidates } = await opened(ctx, id);
	expect(candidates[0]?.owner.kind).toBe('unmatched');
	expect(plan.problems.map(({ code }) => code)).toEqual(['regulations/no-unit']);
	expect(plan.changes).toEqual([]);
	await at.close();
});

it('is not there for another municipality and forbidden to whoever does not edit the structure', async () => {
	const { id, at } = await anElena();
	const codes: string[] = [];
	for (const name of ['konsultant-lyaskovets', 'hr-elena', 'savetnik-elena-1', 'nablyudatel']) {
		const open = await openRegulation(await at.as(name), 'elena', id);
		codes.push(open.ok ? 'ok' : open.error.code);
	}
	expect(codes).toEqual(['access/not-found', 'access/forbidden', 'access/forbidden', 'access/forbidden']);
	const elsewhere = await openRegulation(await at.as('admin'), 'lyaskovets', id);
	expect(!elsewhere.ok && elsewhere.error.code).toBe('access/not-found');
	await at.close();
});

it('reads a Word document the same way, and refuses a damaged one without storing anything', async () => {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const bytes = aDocument(
		TEXT.trim()
			.split('\n')
			.map((line) => aParagraph(line))
			.join(''),
	);
	const brought = await bringRegulation(ctx, 'elena', {
		title: TITLE,
		text: '',
		file: { name: 'правилник.docx', bytes },
	});
	expect(brought.ok && (await opened(ctx, brought.value)).candidates.length).toBe(4);
	const file = { name: 'x.docx', bytes: bytes.subarray(0, 200) };
	const refused = await bringRegulation(ctx, 'elena', { title: TITLE, text: '', file });
	expect(refused.ok ? null : refused.error).toEqual({
		code: 'regulations/unreadable',
		reason: 'file/damaged',
	});
	const texts = await listRegulationTexts(ctx, 'elena');
	expect(texts.ok && texts.value.length).toBe(1);
	await at.close();
});
