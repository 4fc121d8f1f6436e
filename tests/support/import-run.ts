import type { Ctx } from '#lib/server/context.ts';
import { findMunicipalityBySlug } from '#lib/server/queries/municipality.ts';
import { loadStructure } from '#lib/server/queries/structure.ts';
import { listVersions } from '#lib/server/queries/version.ts';
import { applyImport } from '#lib/server/services/import-apply.ts';
import { openImport, planOf, type PlannedImport } from '#lib/server/services/import-open.ts';
import { bringFile } from '#lib/server/services/import-upload.ts';
import { aWorkbook, type SheetSpec } from './awkward.ts';
import { anInstallation } from './installation.ts';

/** Label of the working copy that an import makes. */
export const LABEL = { bg: 'Работна', en: null };
/** Heading of a usual staffing table. */
export const HEAD = ['№', 'Звено', 'Наименование на длъжността', 'Брой по щат', 'Брой заети', 'ДС/ТПО'];

/** Brings a workbook of these sheets. */
export async function bring(ctx: Ctx, ...sheets: readonly SheetSpec[]): Promise<string> {
	const file = { name: 'щат.xlsx', bytes: await aWorkbook(...sheets) };
	const brought = await bringFile(ctx, 'elena', file);
	if (!brought.ok) throw new Error(brought.error.code);
	return brought.value;
}

/** Waits until a file is read, however busy the machine is. */
export async function readingEnds(ctx: Ctx, id: string, slug = 'elena'): Promise<void> {
	for (let looks = 0; looks < 200; looks++) {
		const open = await openImport(ctx, slug, id);
		if (open.ok && open.value.batch.state !== 'reading') return;
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error('the file was not read in time');
}

/** The plan of a file, once it is read. */
export async function planned(ctx: Ctx, id: string, slug = 'elena'): Promise<PlannedImport> {
	await readingEnds(ctx, id, slug);
	const open = await openImport(ctx, slug, id);
	if (!open.ok) throw new Error(open.error.code);
	const plan = await planOf(ctx, open.value);
	if (!plan.ok) throw new Error(plan.error.code);
	return plan.value;
}

/** Takes a file in as it stands. */
export async function apply(ctx: Ctx, id: string) {
	const { mark } = await planned(ctx, id);
	return applyImport(ctx, { slug: 'elena', id, mark }, LABEL);
}

/** The demo municipality, its consultant and the structure in force. */
export async function anElena() {
	return aMunicipality('elena');
}

/** A demo municipality with its structure in force, as a consultant of both sees it. */
export async function aMunicipality(slug: 'elena' | 'lyaskovets') {
	const at = await anInstallation();
	const ctx = await at.as('konsultant');
	const municipality = (await findMunicipalityBySlug(ctx.db, slug))!;
	const force = (await listVersions(ctx.db, municipality.id)).find(({ status }) => status === 'frozen')!;
	const structure = (await loadStructure(ctx.db, force.id))!;
	return { at, ctx, municipality, structure };
}

/** A staffing table with a new line, one with a mistake, and a total. */
export const newPosts = (unit: string): SheetSpec => ({
	name: 'Щатно',
	rows: [
		['ОБЩИНА ЕЛЕНА'],
		HEAD,
		[1, unit, 'гл. специалист по всичко', '1,5', 1, 'ДС'],
		[2, unit, 'куриер', 'един', 1, 'ТПО'],
		[null, 'ОБЩО', null, '2,5', 2, null],
	],
});
