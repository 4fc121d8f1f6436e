import type { MatrixEntry, MatrixView } from '#lib/charts/matrix.ts';
import { lookOf } from '#lib/components/charts/matrix-looks.ts';
import { m } from '#lib/paraglide/messages.js';
import type { MatrixChoice } from './matrix-choice.ts';
import { linesOf } from './matrix-lines.ts';
import { nameOfAgreement, nameOfLayer, rolesText, signs } from './matrix-words.ts';

/** The matrix as shown as rows for a file: what stands in each cell, its shade, and the links below the sums. */
export function paperOf(view: MatrixView, choice: MatrixChoice) {
	const { turned } = choice;
	// A column cannot head others, so areas stand only in rows.
	const rows = turned ? view.places : view.functions;
	const columns = (turned ? view.functions : view.places).filter(({ kind }) => kind !== 'area');
	const signOf = signs({ layer: choice.layer, mostFte: view.mostFte });
	const markAt = (row: MatrixEntry, column: MatrixEntry) => {
		const [fn, place] = turned ? [column, row] : [row, column];
		const cell = view.cellOf(fn, place);
		if (row.kind === 'area' || cell.marks === 0) return null;
		const { text, look } = signOf(cell, false);
		return { text, ground: groundOf(look) };
	};
	return {
		rowTitle: turned ? m.functions_matrix_place() : m.functions_function(),
		columnTitle: turned ? m.functions_function() : m.functions_matrix_place(),
		shown: shownText(choice),
		rows: rows.map(lineOf),
		columns: columns.map(lineOf),
		marks: rows.map((row) => columns.map((column) => markAt(row, column))),
		links: linesOf(view).map(({ fn, place, cell, agreement }) => {
			const [row, column] = turned ? [place, fn] : [fn, place];
			return {
				...{ row: row.key, column: column.key, rowLabel: row.label, columnLabel: column.label },
				...{ roles: rolesText(cell.marks), fte: cell.fte },
				agreement: agreement === null ? '' : nameOfAgreement(agreement),
			};
		}),
		isAdditive: view.places.every(({ kind }) => kind === 'unit'),
	};
}

function lineOf({ key, label, depth, kind, fte }: MatrixEntry) {
	return { key, label, depth, isHeading: kind === 'area', fte };
}

function groundOf(look: string): string | null {
	const { ground, isCut } = lookOf(look);
	return isCut ? null : ground;
}

/** Layer and words of the search in one line. */
function shownText({ layer, q, unit }: MatrixChoice): string {
	const words = (label: string, value: string) => (value === '' ? [] : [`${label}: ${value}`]);
	return [
		`${m.functions_matrix_layer()}: ${nameOfLayer(layer)}`,
		...words(m.functions_matrix_find_function(), q),
		...words(m.functions_matrix_find_unit(), unit),
	].join(' · ');
}
