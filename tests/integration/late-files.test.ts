import { expect, it } from 'vitest';
import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listBatches } from '#lib/server/queries/import.ts';
import { listRegulations } from '#lib/server/queries/regulation.ts';
import { bringFile } from '#lib/server/services/import-upload.ts';
import { applyRegulation } from '#lib/server/services/regulation-apply.ts';
import { bringRegulation } from '#lib/server/services/regulation-bring.ts';
import { acceptUnit, decideFunction } from '#lib/server/services/regulation-decide.ts';
import { openRegulation } from '#lib/server/services/regulation-open.ts';
import { openMunicipality } from '#lib/server/services/workspace.ts';
import { anInstallation } from '#tests/support/installation.ts';
import { lateBy } from '#tests/support/late.ts';

const TEXT = `Чл. 24. (1) Отдел „Местни приходи“ изпълнява следните функции:
1. завежда партиди за туристическия данък по чл. 14 от ЗМДТ;
2. изготвя справки за събираемостта на приходите.
`;
const BROUGHT = { title: 'Устройствен правилник', text: TEXT, file: null };

async function elena(ctx: Ctx): Promise<MunicipalityId> {
	const opened = await openMunicipality(ctx, 'elena', 'structure.edit');
	if (!opened.ok) throw new Error(opened.error.code);
	return opened.value.municipality.id;
}

it('the same text sent twice at once is brought once', async () => {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const late = lateBy(ctx, () => bringRegulation(ctx, 'elena', BROUGHT));
	const second = await bringRegulation(late, 'elena', BROUGHT);
	const texts = await listRegulations(ctx.db, await elena(ctx));
	expect(texts.map(({ id }) => id)).toEqual([second.ok && second.value]);
	await at.close();
});

it('nothing is decided of a text whose functions are taken in at the same moment', async () => {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const id = await bringRegulation(ctx, 'elena', BROUGHT);
	if (!id.ok) throw new Error(id.error.code);
	const address = { slug: 'elena', id: id.value };
	const open = async () => {
		const found = await openRegulation(ctx, 'elena', id.value);
		if (!found.ok) throw new Error(found.error.code);
		return found.value;
	};
	const [one, other] = (await open()).candidates;
	if (!one || !other) throw new Error('the text states two functions');
	const given = ({ node, wording, owner, kind, policyArea }: typeof one) => ({
		...{ node, wording, kind, outcome: 'accepted' as const, seen: 0 },
		...{ unit: owner.kind === 'unmatched' ? '' : owner.unitKey, area: policyArea ?? 'finance' },
	});
	expect((await decideFunction(ctx, address, given(one))).ok).toBe(true);
	const apply = async () => {
		const taken = await applyRegulation(
			ctx,
			{ ...address, mark: (await open()).mark },
			{ bg: 'Работна', en: null },
		);
		if (!taken.ok) throw new Error(taken.error.code);
	};
	const stale = { ok: false, error: { code: 'regulations/stale' } };
	expect(await decideFunction(lateBy(ctx, apply), address, given(other))).toEqual(stale);
	expect(await acceptUnit(ctx, address, other.ownerText ?? '')).toEqual(stale);
	expect((await open()).decisions.size).toBe(1);
	await at.close();
});

it('the same file sent twice at once is brought once', async () => {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const bytes = new TextEncoder().encode('Длъжност;Щатни бройки\nГлавен експерт;2\n');
	const bring = () => bringFile(ctx, 'elena', { name: 'щат.csv', bytes });
	const [one, other] = await Promise.all([bring(), bring()]);
	expect(one).toEqual(other);
	const files = await listBatches(ctx.db, await elena(ctx));
	expect(files.map(({ id }) => id)).toEqual([one.ok && one.value]);
	await at.close();
});
