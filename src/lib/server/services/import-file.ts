import { contentDisposition, WORKBOOK_TYPE } from '#exports/shared/file-name.ts';
import { structureFileName, structureWorkbook } from '#exports/structure-data/workbook.ts';
import { markedFileName, markedSheets } from '#exports/marked-file/model.ts';
import { markedWorkbook } from '#exports/marked-file/workbook.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { WorkbookFile } from './export-file.ts';
import { listLegalActs, listPolicyAreas } from '../queries/legal.ts';
import { openImport, planOf } from './import-open.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

/** The file of an import as it was read, with coloured cells and a note in each that has something to say. */
export async function markedFile(ctx: Ctx, slug: string, id: string): Promise<Result<WorkbookFile, Refused>> {
	const opened = await openImport(ctx, slug, id);
	if (!opened.ok) return opened;
	const planned = await planOf(ctx, opened.value);
	if (!planned.ok) return planned;
	const { sheets, plan } = planned.value;
	const { batch } = opened.value;
	const bytes = await markedWorkbook({ createdAt: ctx.clock.now(), ...markedSheets(sheets, plan.sheets) });
	const fileName = markedFileName(batch.fileName);
	return ok({ fileName, bytes, headers: headersOf(fileName, bytes) });
}

/** The structure of a version as tables that come back through the import. */
export async function structureFile(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<WorkbookFile, Refused>> {
	const opened = await openStructure(ctx, address, 'import.use');
	if (!opened.ok) return opened;
	const { structure, municipality } = opened.value;
	const areas = await listPolicyAreas(ctx.db);
	const acts = await listLegalActs(ctx.db);
	const bytes = await structureWorkbook({
		structure,
		policyAreas: new Map(areas.map(({ key, name }) => [key, name.bg])),
		acts: new Map(acts.map(({ key, abbreviation }) => [key, abbreviation.bg])),
		createdAt: ctx.clock.now(),
	});
	const fileName = structureFileName(municipality.name.bg, ctx.clock.today());
	return ok({ fileName, bytes, headers: headersOf(fileName, bytes) });
}

function headersOf(fileName: string, bytes: Uint8Array): WorkbookFile['headers'] {
	return {
		'content-type': WORKBOOK_TYPE,
		'content-disposition': contentDisposition(fileName),
		'content-length': String(bytes.byteLength),
		'cache-control': 'private, no-store',
	};
}
