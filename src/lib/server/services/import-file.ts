import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { contentDisposition, WORKBOOK_TYPE } from '#exports/shared/file-name.ts';
import { structureFileName, structureWorkbook } from '#exports/structure-data/workbook.ts';
import { markedFileName, markedSheets } from '#exports/marked-file/model.ts';
import { markedWorkbook } from '#exports/marked-file/workbook.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { readContent } from '../queries/import.ts';
import type { WorkbookFile } from './export-file.ts';
import { listLegalActs, listPolicyAreas } from '../queries/legal.ts';
import { openImport, planOf, type OpenImport, type PlannedImport, type PlanRefusal } from './import-open.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

/**
 * The file of an import as it was read, with coloured cells and a note in each that has something to say. Once it was
 * taken in, it is as the person saw it then, whatever became of the structure since.
 */
export async function markedFile(
	ctx: Ctx,
	slug: string,
	id: string,
): Promise<Result<WorkbookFile, PlanRefusal>> {
	const opened = await openImport(ctx, slug, id);
	if (!opened.ok) return opened;
	const { batch } = opened.value;
	const marked = await (batch.runId === null ? markNow(ctx, opened.value) : unpackMarked(ctx, batch.id));
	if (!marked.ok) return marked;
	const bytes = await markedWorkbook({ createdAt: ctx.clock.now(), ...marked.value });
	const fileName = markedFileName(batch.fileName);
	return ok({ fileName, bytes, headers: headersOf(fileName, bytes) });
}

type Marked = ReturnType<typeof markedSheets>;

async function markNow(ctx: Ctx, open: OpenImport): Promise<Result<Marked, PlanRefusal>> {
	const planned = await planOf(ctx, open);
	return planned.ok ? ok(markedSheets(planned.value.sheets, planned.value.plan.sheets)) : planned;
}

/** The marks of a file, small enough to be kept for good. */
export async function packMarked({ sheets, plan }: PlannedImport): Promise<Uint8Array> {
	return promisify(gzip)(JSON.stringify(markedSheets(sheets, plan.sheets)));
}

async function unpackMarked(ctx: Ctx, batchId: string): Promise<Result<Marked, Refused>> {
	const content = await readContent(ctx.db, batchId);
	if (!content) return err(DENIED);
	// Written by `packMarked`.
	return ok(JSON.parse((await promisify(gunzip)(content)).toString('utf8')) as Marked);
}

/** The structure of a version as tables that come back through the import. */
export async function structureFile(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<WorkbookFile, Refused>> {
	const opened = await openStructure(ctx, address, 'import.use');
	if (!opened.ok) return opened;
	const { structure, municipality, version } = opened.value;
	const areas = await listPolicyAreas(ctx.db);
	const acts = await listLegalActs(ctx.db, [municipality.id]);
	const bytes = await structureWorkbook({
		structure,
		versionId: version.id,
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
