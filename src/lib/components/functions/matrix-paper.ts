import { viewMatrix } from '#lib/charts/matrix-view.ts';
import type { MatrixData, MatrixEntry, MatrixView } from '#lib/charts/matrix.ts';
import { lookOf } from '#lib/components/charts/matrix-looks.ts';
import { m } from '#lib/paraglide/messages.js';
import { askOf, type MatrixChoice } from './matrix-choice.ts';
import { linesOf } from './matrix-lines.ts';
import { nameOfAgreement, nameOfLayer, rolesText, signs } from './matrix-words.ts';

/**
 * The matrix as shown as rows for a file: what stands in each cell, its shade, and the links below the sums. A folded area
 * is a row of sums; its links stay in the list one by one, under the key of the area.
 */
export function paperOf(data: MatrixData, choice: MatrixChoice) {
	const { turned } = choice;
	const view = viewMatrix(data, askOf(choice));
	// A column cannot head others, so areas stand only in rows.
	const rows = turned ? view.places : view.functions;
	const columns = (turned ? view.functions : view.places).filter(({ kind }) => kind !== 'area');
	const shownAs = turned ? new Map<string, string>() : foldedInto(data, view);
	const signOf = signs({ layer: choice.layer, mostFte: view.mostFte });
	const markAt = (row: MatrixEntry, column: MatrixEntry) => {
		const [fn, place] = turned ? [column, row] : [row, column];
		const cell = view.cellOf(fn, place);
		if (isHeading(row) || cell.marks === 0) return null;
		const { text, look } = signOf(cell, row.kind === 'area');
		return { text, ground: groundOf(look) };
	};
	return {
		rowTitle: turned ? m.functions_matrix_place() : m.functions_function(),
		columnTitle: turned ? m.functions_function() : m.functions_matrix_place(),
		shown: shownText(choice),
		rows: rows.map(lineOf),
		columns: columns.map(lineOf),
		marks: rows.map((row) => columns.map((column) => markAt(row, column))),
		links: linesOf(withFunctions(data, choice)).map(({ fn, place, cell, agreement }) => {
			const [row, column] = turned ? [place, fn] : [fn, place];
			return {
				...{ row: shownAs.get(row.key) ?? row.key, column: column.key },
				...{ rowLabel: row.label, columnLabel: column.label },
				...{ roles: rolesText(cell.marks), fte: cell.fte },
				agreement: agreement === null ? '' : nameOfAgreement(agreement),
			};
		}),
		isAdditive: view.places.every(({ kind }) => kind === 'unit'),
	};
}

/** An area over its functions; a folded one speaks for them. */
function isHeading({ kind, isFolded }: MatrixEntry): boolean {
	return kind === 'area' && !isFolded;
}

/** The same with every area open, whose functions are the links of the file. */
function withFunctions(data: MatrixData, choice: MatrixChoice): MatrixView {
	const areas = new Set(data.functions.flatMap(({ kind, key }) => (kind === 'area' ? [key] : [])));
	return viewMatrix(data, askOf({ ...choice, folded: choice.folded.filter((key) => !areas.has(key)) }));
}

/** The key of the folded area by the keys of its functions. */
function foldedInto({ functions }: MatrixData, view: MatrixView): ReadonlyMap<string, string> {
	const folded = new Set(
		view.functions.flatMap(({ kind, isFolded, key }) => (kind === 'area' && isFolded ? [key] : [])),
	);
	return new Map(
		functions.flatMap(({ key, parent }) => {
			const area = functions[parent]?.key ?? '';
			return folded.has(area) ? [[key, area] as const] : [];
		}),
	);
}

function lineOf(entry: MatrixEntry) {
	const { key, label, depth, fte } = entry;
	return { key, label, depth, isHeading: isHeading(entry), fte };
}

function groundOf(look: string): string | null {
	const { ground, isCut } = lookOf(look);
	return isCut ? null : ground;
}

/** Layer and words of the search in one line. */
function shownText({ layer, q, unit, folded }: MatrixChoice): string {
	const words = (label: string, value: string) => (value === '' ? [] : [`${label}: ${value}`]);
	return [
		`${m.functions_matrix_layer()}: ${nameOfLayer(layer)}`,
		...words(m.functions_matrix_find_function(), q),
		...words(m.functions_matrix_find_unit(), unit),
		...(folded.length === 0 ? [] : [m.functions_matrix_folded({ count: folded.length })]),
	].join(' · ');
}
