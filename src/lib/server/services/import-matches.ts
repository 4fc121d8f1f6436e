import {
	alikeKey,
	fixKey,
	heldMatches,
	matchKey,
	nameKey,
	namesHeading,
	type CellProblem,
	type FieldKey,
	type HeldMatch,
	type SheetChoices,
	type SheetRecord,
} from '#lib/domain/imports/index.ts';
import type { PlannedImport } from './import-open.ts';

/** A sheet of a file, with what the file would do. */
export interface PlannedSheetAt {
	readonly planned: PlannedImport;
	readonly at: number;
}

/** A text of the file and what it stands for; an empty meaning forgets it. */
export interface ValueMatch {
	readonly field: FieldKey;
	readonly text: string;
	readonly meaning: string;
}

export function recordsOf({ planned, at }: PlannedSheetAt): readonly SheetRecord[] {
	return planned.plan.sheets[at]?.reading.records ?? [];
}

/** Notes what texts stand for; only what differs from what other sheets say anyway is of this one. */
export function withMatches(
	matches: SheetChoices['matches'],
	changes: readonly ValueMatch[],
	sheet: PlannedSheetAt,
): SheetChoices['matches'] {
	const beside = heldBeside(sheet);
	const all = new Map(Object.entries(matches));
	for (const { field, text, meaning } of changes) {
		const key = matchKey(field, nameKey(text));
		if (meaning === (beside.get(key)?.meaning ?? '')) all.delete(key);
		else all.set(key, meaning);
	}
	return Object.fromEntries(all);
}

/** What other sheets say of the texts of one. */
function heldBeside({ planned, at }: PlannedSheetAt): ReadonlyMap<string, HeldMatch> {
	const sheets = planned.sheets.map(({ choices }, index) => ({
		choices: index === at ? { ...choices, matches: {} } : choices,
	}));
	return heldMatches(sheets, at);
}

/**
 * Takes the suggestion of a problem for every cell with the same one. A heading above the rows is no cell of theirs: it
 * comes to stand for the unit that is suggested, and their own cells stay as they are.
 */
export function acceptAlike(choices: SheetChoices, sheet: PlannedSheetAt, alike: string): SheetChoices {
	const { planned, at } = sheet;
	const problems = (planned.plan.sheets[at]?.outcomes ?? [])
		.flatMap((row) => row.problems)
		.filter((problem) => problem.suggestion !== undefined && alikeKey(problem) === alike);
	const cells = problems.filter((problem) => !namesHeading(problem));
	const fixes = cells.map(({ row, field, suggestion = '' }) => [fixKey(row, field), suggestion] as const);
	const headings = problems.filter(namesHeading).flatMap((problem) => headingMatch(planned, problem));
	return {
		...choices,
		fixes: { ...choices.fixes, ...Object.fromEntries(fixes) },
		matches: withMatches(choices.matches, headings, sheet),
	};
}

function headingMatch({ plan }: PlannedImport, { suggestion, detail }: CellProblem): readonly ValueMatch[] {
	const unit = plan.after.units.find(({ name }) => name.bg === suggestion);
	return unit && detail !== undefined ? [{ field: 'unit', text: detail, meaning: unit.key }] : [];
}
