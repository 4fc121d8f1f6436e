import type { SheetChoices } from './choices.ts';
import { fieldOf, SHEET_KINDS, type SheetKind } from './fields.ts';
import type { Grid } from './grid.ts';
import { guessColumns, headingsOf, kindsOf } from './header.ts';
import { guessField } from './header-names.ts';

/** Another kind that a sheet also is, and the columns that say so. */
export interface SecondKind {
	readonly kind: SheetKind;
	readonly headings: readonly string[];
}

/** So sure a heading must be to tell of another kind. */
const SURE = 0.9;

/**
 * Kinds that a sheet holds besides the one it is taken for: every column that they need is there, and one that tells them
 * apart has no place in the chosen kind. In the order of the kinds; none for a sheet of which nothing is taken in.
 * Example: volumes with a column „Роля“ are participations too.
 */
export function secondKinds(grid: Grid, { kind, band, columns }: SheetChoices): readonly SecondKind[] {
	if (kind === null) return [];
	const fitting = new Set(kindsOf(grid, band).map((guess) => guess.kind));
	const free = headingsOf(grid, band).filter((_, column) => columns[String(column)] === undefined);
	return SHEET_KINDS.filter((other) => other !== kind && fitting.has(other)).flatMap((other) => {
		const named = new Set(guessColumns(grid, band, other).map(({ heading, field }) => field && heading));
		const telling = free.filter(
			(heading) =>
				named.has(heading) &&
				guessField(kind, heading).length === 0 &&
				guessField(other, heading).some(
					({ field, confidence }) => confidence >= SURE && fieldOf(other, field)?.isTelling,
				),
		);
		return telling.length === 0 ? [] : [{ kind: other, headings: telling }];
	});
}
