import { viewMatrix } from '#lib/charts/matrix-view.ts';
import type { MatrixView } from '#lib/charts/matrix.ts';
import { askOf } from '#lib/components/functions/matrix-choice.ts';
import { matrixData } from '#lib/components/functions/matrix-data.ts';
import { agreementIn, linesOf } from '#lib/components/functions/matrix-lines.ts';
import { nameOfAgreement, rolesOf, signs } from '#lib/components/functions/matrix-words.ts';
import type { Agreement } from '#lib/domain/workload/index.ts';
import { answer } from '#lib/forms/index.ts';
import { csvResponse, type CsvCell } from '#lib/i18n/csv.ts';
import { localText, nameOfRole } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { readMatrix } from '#lib/server/services/function-matrix.ts';
import { choiceOf } from '../matrix/ask.ts';
import type { RequestHandler } from './$types';

/** The matrix as shown: as a grid of letters, or as lines with `as=lines`. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const matrix = answer(await readMatrix(locals.ctx, address));
	const choice = choiceOf(url.searchParams);
	const view = viewMatrix(matrixData(matrix, choice.area), askOf({ ...choice, folded: [] }));
	const isLines = url.searchParams.get('as') === 'lines';
	const only = agreementIn(url.searchParams);
	const rows = isLines ? listRows(view, only) : gridRows(view, choice.turned);
	const what = isLines ? contentOf(only) : m.functions_matrix_file_grid();
	return csvResponse(`${m.functions_matrix()} – ${what} – ${localText(matrix.municipality)}`, rows);
};

/** What the lines are, for the name of the file. */
function contentOf(only: Agreement | null): string {
	return only === null ? m.functions_matrix_file_lines() : nameOfAgreement(only);
}

function gridRows(view: MatrixView, isTurned: boolean): readonly (readonly CsvCell[])[] {
	const functions = view.functions.filter(({ kind }) => kind === 'function');
	const signOf = signs({ layer: 'both', mostFte: 0 });
	const textOf = (fn: (typeof functions)[number], place: (typeof functions)[number]) =>
		signOf(view.cellOf(fn, place), false).text;
	if (isTurned) {
		return [
			[m.functions_matrix_place(), ...functions.map(({ label }) => label)],
			...view.places.map((place) => [place.label, ...functions.map((fn) => textOf(fn, place))]),
		];
	}
	return [
		[m.functions_function(), ...view.places.map(({ label }) => label)],
		...functions.map((fn) => [fn.label, ...view.places.map((place) => textOf(fn, place))]),
	];
}

function listRows(view: MatrixView, only: Agreement | null): readonly (readonly CsvCell[])[] {
	const head = [
		m.functions_function(),
		m.functions_matrix_place(),
		m.functions_field_role(),
		m.functions_matrix_fte_column(),
		m.functions_cell_layers(),
	];
	const rows = linesOf(view, only).map(({ fn, place, cell, agreement }): readonly CsvCell[] => [
		fn.label,
		place.label,
		rolesOf(cell.marks)
			.map((role) => nameOfRole(role))
			.join(', '),
		cell.fte === null ? m.common_not_measured() : Math.round(cell.fte * 100) / 100,
		agreement === null ? '' : nameOfAgreement(agreement),
	]);
	return [head, ...rows];
}
