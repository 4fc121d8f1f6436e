import { MAX_LENGTH, type AdminFunction } from '../org/index.ts';
import type { UnitKey } from '../shared/index.ts';
import type { Desk } from './desk.ts';
import { guessFunctionKind } from './guess-things.ts';
import { FUNCTION_KIND_WORDS, type Nomenclature } from './nomenclature.ts';
import { readBases } from './read-bases.ts';
import type { RowReader } from './row-reader.ts';

type FunctionFacts = Pick<AdminFunction, 'kind' | 'policyArea' | 'bases' | 'territory' | 'generalCategory'>;

/**
 * What a row of a list of functions says of the function itself; null where the kind or the area is missing, each
 * reported at its cell with what is likely.
 */
export function readFacts(
	desk: Desk,
	areas: Nomenclature<string>,
	reader: RowReader,
	of: { readonly before: AdminFunction | null; readonly owner: UnitKey | undefined; readonly text: string },
): FunctionFacts | null {
	const { before } = of;
	const base = desk.context.mode === 'replace' ? null : before;
	const kind = reader.choice('functionKind', FUNCTION_KIND_WORDS) ?? before?.kind;
	const policyArea = reader.choice('policyArea', areas) ?? before?.policyArea;
	if (kind === undefined) reportMissing(reader, 'functionKind', likelyKind(of.text));
	if (policyArea === undefined) reportMissing(reader, 'policyArea', likelyArea(desk, areas, of.owner));
	const territory = reader.text('territory', { max: MAX_LENGTH.name });
	const basis = reader.text('basis', { max: 4000 });
	const read = basis === null ? null : readBases(basis, desk.context.acts);
	if (read && read.unread.length > 0)
		reader.report('warning', 'imports/basis-unread', 'basis', { detail: read.unread.join('; ') });
	if (kind === undefined || policyArea === undefined) return null;
	return {
		kind,
		policyArea,
		bases: read?.bases ?? base?.bases ?? [],
		territory: territory ?? base?.territory ?? null,
		generalCategory: kind === 'support' ? (before?.generalCategory ?? null) : null,
	};
}

/** Rows with one proposal are mended together. */
function reportMissing(
	reader: RowReader,
	field: 'functionKind' | 'policyArea',
	likely: string | undefined,
): void {
	// A cell that says something unknown is not empty.
	if (reader.problems.some((problem) => problem.field === field && problem.severity === 'error')) return;
	const more = likely === undefined ? {} : { suggestion: likely, detail: likely };
	reader.report('error', 'imports/required', field, more);
}

function likelyKind(text: string): string | undefined {
	const kind = guessFunctionKind(text);
	return kind && FUNCTION_KIND_WORDS[kind][0];
}

/** The area in which a unit has most of its functions, by name; the first in the register where two are equal. */
function likelyArea(desk: Desk, areas: Nomenclature<string>, owner: UnitKey | undefined): string | undefined {
	if (owner === undefined) return undefined;
	const own = [...desk.participations.values()].filter(
		(part) => part.unitKey === owner && part.role === 'accountable',
	);
	const byArea = Map.groupBy(own, (part) => desk.functions.get(part.functionKey)?.policyArea ?? '');
	const counted = Object.entries(areas).map(([key, [name]]) => ({
		name,
		count: byArea.get(key)?.length ?? 0,
	}));
	return counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)[0]?.name;
}
