import {
	columnsByMap,
	fillDown,
	headingsOf,
	fillMerged,
	fixKey,
	mapSignature,
	replaceInField,
	tableFor,
	wholeValues,
	withWholeValues,
	type FieldKey,
	type FileStanding,
	type HeaderBand,
	type ImportMode,
	type SavedMap,
	type SheetChoices,
	type SheetKind,
	type WholeValues,
} from '#lib/domain/imports/index.ts';
import { err, ok, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { updateBatch, updateChoices } from '../queries/import.ts';
import { listMaps, saveMap } from '../queries/import-map.ts';
import {
	acceptAlike,
	recordsOf,
	withMatches,
	type PlannedSheetAt,
	type ValueMatch,
} from './import-matches.ts';
import { openImport, planOf, type OpenImport, type PlannedImport } from './import-open.ts';

/** The file was taken in, or somebody decided something else meanwhile. */
export type ChoiceRefusal =
	| Refused
	| { readonly code: 'imports/stale' }
	| { readonly code: 'imports/given-up' }
	| { readonly code: 'imports/no-sheet' }
	/** There is no such working version, or it is no longer one. */
	| { readonly code: 'imports/no-version' };

export interface ImportAddress {
	readonly slug: string;
	readonly id: string;
}

/** What a person decides about one sheet. */
export type SheetDecision =
	| { readonly what: 'kind'; readonly kind: SheetKind | null }
	| {
			readonly what: 'band';
			readonly band: HeaderBand;
			readonly lastRow: number | null;
			readonly takesHidden: boolean;
			readonly takesTotals: boolean;
	  }
	| {
			readonly what: 'columns';
			readonly columns: Readonly<Record<string, FieldKey>>;
			/** What holds for every row where the sheet has no column; an empty value forgets it. */
			readonly whole: WholeValues;
			readonly isRemembered: boolean;
			readonly mapName: string | null;
	  }
	| { readonly what: 'matches'; readonly matches: readonly ValueMatch[] }
	| { readonly what: 'fix'; readonly row: number; readonly field: FieldKey; readonly text: string }
	/** Accepts the suggestion of a problem, for every cell with the same one. */
	| { readonly what: 'accept'; readonly alike: string }
	/** Puts one text in place of another in every cell of a field. */
	| { readonly what: 'replace'; readonly field: FieldKey; readonly find: string; readonly by: string }
	/** Writes the text above into an empty cell and those below it. */
	| { readonly what: 'fill'; readonly row: number; readonly field: FieldKey }
	/** Applies a remembered map to the columns. */
	| { readonly what: 'map'; readonly mapId: string }
	/** Takes a row for data, whatever it looks like. */
	| { readonly what: 'as-data'; readonly row: number; readonly isData: boolean }
	| { readonly what: 'leave'; readonly row: number; readonly isLeft: boolean };

/** Changes what was decided about a sheet; everything that follows from it is worked out anew. */
export async function decideSheet(
	ctx: Ctx,
	at: ImportAddress & { readonly sheet: number },
	decision: SheetDecision,
): Promise<Result<null, ChoiceRefusal>> {
	const opened = await openForChoice(ctx, at);
	if (!opened.ok) return opened;
	const { open, planned } = opened.value;
	const sheet = planned.sheets[at.sheet];
	if (!sheet) return err({ code: 'imports/no-sheet' });
	const maps = await listMaps(ctx.db, open.municipality.id);
	const choices = decided(sheet.choices, decision, { planned, at: at.sheet, maps });
	const saved = await ctx.db.transaction().execute(async (tx) => {
		if (!(await updateBatch(tx, open.batch, {}))) return false;
		await updateChoices(tx, { batchId: open.batch.id, position: at.sheet }, choices);
		if (decision.what === 'columns' && decision.isRemembered && choices.kind !== null) {
			const headings = headingsOf(fillMerged(sheet.grid), choices.band);
			const named = headings.map((name, column) => [name, choices.columns[column] ?? ''] as const);
			await saveMap(tx, open.municipality.id, {
				id: ctx.newId(),
				kind: choices.kind,
				signature: mapSignature(headings),
				columns: Object.fromEntries(named.filter(([name]) => name !== '')),
				whole: wholeOf(choices),
				name: decision.mapName,
				at: ctx.clock.now(),
			});
		}
		return true;
	});
	return saved ? ok(null) : err({ code: 'imports/stale' });
}

/** How the file is taken in, and into which working version; null makes a new one when it is applied. */
export async function decideTarget(
	ctx: Ctx,
	at: ImportAddress,
	target: {
		readonly mode: ImportMode;
		readonly versionId: VersionId | null;
		/** What the file is; null takes back what was said, nothing leaves it. */
		readonly standing?: FileStanding | null | undefined;
	},
): Promise<Result<null, ChoiceRefusal>> {
	const opened = await openForChoice(ctx, at);
	if (!opened.ok) return opened;
	const { open, planned } = opened.value;
	const { mode, versionId, standing } = target;
	if (versionId !== null && !planned.workingVersions.some(({ id }) => id === versionId))
		return err({ code: 'imports/no-version' });
	const saved = await ctx.db.transaction().execute(async (tx) => {
		if (!(await updateBatch(tx, open.batch, { mode, versionId }))) return false;
		if (standing === undefined) return true;
		for (const [position, { choices }] of planned.sheets.entries()) {
			const { standing: _before, ...others } = choices;
			const now = standing === null ? others : { ...others, standing };
			await updateChoices(tx, { batchId: open.batch.id, position }, now);
		}
		return true;
	});
	return saved ? ok(null) : err({ code: 'imports/stale' });
}

async function openForChoice(
	ctx: Ctx,
	at: ImportAddress,
): Promise<Result<{ readonly open: OpenImport; readonly planned: PlannedImport }, ChoiceRefusal>> {
	const opened = await openImport(ctx, at.slug, at.id);
	if (!opened.ok) return opened;
	if (opened.value.batch.state !== 'open') return err({ code: 'imports/stale' });
	const planned = await planOf(ctx, opened.value);
	return planned.ok ? ok({ open: opened.value, planned: planned.value }) : planned;
}

/** What holds for the whole sheet because it has no such column; blanks of a column are of this file alone. */
function wholeOf({ columns, matches }: SheetChoices): WholeValues {
	const given = new Set(Object.values(columns));
	const values = Object.entries(wholeValues(matches)) as [FieldKey, string][];
	return Object.fromEntries(values.filter(([field]) => !given.has(field)));
}

function decided(
	choices: SheetChoices,
	decision: SheetDecision,
	known: PlannedSheetAt & { readonly maps: readonly SavedMap[] },
): SheetChoices {
	const grid = known.planned.sheets[known.at]?.grid;
	switch (decision.what) {
		case 'kind': {
			const { kind } = decision;
			if (kind === choices.kind || !grid) return choices;
			const table =
				kind === null
					? { columns: {}, matches: {} }
					: tableFor(grid, { band: choices.band, kind }, known.maps);
			return { ...choices, kind, ...table, fixes: {}, leftOut: [] };
		}
		case 'band': {
			const { band, lastRow, takesHidden, takesTotals } = decision;
			const isSame = band.first === choices.band.first && band.last === choices.band.last;
			const { kind } = choices;
			const table = isSame || kind === null || !grid ? null : tableFor(grid, { band, kind }, known.maps);
			const columns = table?.columns ?? choices.columns;
			const matches = { ...choices.matches, ...table?.matches };
			return { ...choices, band, lastRow, takesHidden, takesTotals, columns, matches };
		}
		case 'columns':
			return withWholeValues({ ...choices, columns: decision.columns }, decision.whole);
		case 'matches':
			return { ...choices, matches: withMatches(choices.matches, decision.matches, known) };
		case 'fix':
			return {
				...choices,
				fixes: { ...choices.fixes, [fixKey(decision.row, decision.field)]: decision.text },
			};
		case 'accept':
			return acceptAlike(choices, known, decision.alike);
		case 'replace':
			return { ...choices, fixes: { ...choices.fixes, ...replaceInField(recordsOf(known), decision) } };
		case 'fill':
			return { ...choices, fixes: { ...choices.fixes, ...fillDown(recordsOf(known), decision) } };
		case 'map': {
			const map = known.maps.find(({ id, kind }) => id === decision.mapId && kind === choices.kind);
			if (!map || !grid) return choices;
			return withWholeValues({ ...choices, columns: columnsByMap(grid, choices.band, map) }, map.whole);
		}
		case 'as-data': {
			const others = (choices.dataRows ?? []).filter((row) => row !== decision.row);
			const dataRows = decision.isData ? [...others, decision.row].sort((a, b) => a - b) : others;
			return { ...choices, dataRows };
		}
		case 'leave': {
			const others = choices.leftOut.filter((row) => row !== decision.row);
			return {
				...choices,
				leftOut: decision.isLeft ? [...others, decision.row].sort((a, b) => a - b) : others,
			};
		}
	}
}
