import type { MatrixCell, MatrixEntry, MatrixLayer } from '#lib/charts/matrix.ts';
import { PARTICIPATION_ROLES } from '#lib/domain/org/index.ts';
import { agreementOf, COUNTED, MARK, WRITTEN, type Agreement } from '#lib/domain/workload/index.ts';
import type { EurCents } from '#lib/domain/shared/index.ts';
import { capitalised, formatFte, formatEuro, formatNumber } from '#lib/i18n/format.ts';
import { letterOfRole, nameOfRole } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

/** Roles in a cell, the strongest first. */
export function rolesOf(marks: number) {
	return PARTICIPATION_ROLES.filter((role) => (marks & MARK[role]) !== 0);
}

export interface CellSign {
	readonly text: string;
	readonly look: string;
}

/** Share of the largest full posts from which each shade begins. */
const SHADES = [0.15, 0.4, 0.7] as const;

/**
 * What stands in a cell: of an area the number of functions; otherwise the letters of the roles, a dot where work is
 * counted that nobody wrote down. The ground repeats the counted work as a shade, or the role where only the paper is
 * shown. The letters of the language are looked up once for a whole matrix.
 */
export function signs({ layer, mostFte }: { readonly layer: MatrixLayer; readonly mostFte: number }) {
	const letterOf = new Map(PARTICIPATION_ROLES.map((role) => [role, letterOfRole(role)]));
	const letters = Array.from({ length: WRITTEN + 1 }, (_, marks) =>
		rolesOf(marks)
			.map((role) => letterOf.get(role))
			.join(''),
	);
	return (cell: MatrixCell, isSum: boolean): CellSign => {
		if (cell.marks === 0) return NO_SIGN;
		if (isSum) return { text: String(cell.count), look: 'sum' };
		const written = letters[cell.marks & WRITTEN] ?? '';
		const alone = () => (cell.fte === null || layer === 'both' ? '•' : shortFte(cell.fte));
		return { text: written === '' ? alone() : written, look: lookOf(cell, layer, mostFte) };
	};
}

const NO_SIGN: CellSign = { text: '', look: '' };

/** The cell in a few words, for whoever hears the matrix. */
export function nameOfCell(cell: MatrixCell, isSum: boolean, layer: MatrixLayer): string {
	if (cell.marks === 0) return m.functions_matrix_nothing();
	if (isSum) return m.functions_matrix_cell_sum({ count: cell.count });
	const roles = rolesOf(cell.marks).map((role) => nameOfRole(role));
	return [...roles, ...(layer === 'paper' ? [] : [fteText(cell)])].join(', ');
}

function lookOf(cell: MatrixCell, layer: MatrixLayer, mostFte: number): string {
	if (layer === 'paper') return rolesOf(cell.marks)[0] ?? '';
	if ((cell.marks & COUNTED) === 0) return 'paper';
	const share = mostFte === 0 ? 0 : (cell.fte ?? 0) / mostFte;
	return `amount-${1 + SHADES.filter((from) => share >= from).length}`;
}

function shortFte(fte: number): string {
	return formatFte(fte).replace(/^0(?=[,.])/u, '');
}

function fteText({ marks, fte }: MatrixCell): string {
	return (marks & COUNTED) === 0 || fte === null
		? m.common_not_measured()
		: m.functions_matrix_fte({ fte: formatFte(fte) });
}

/** The cell in one sentence. `fn` heads an area or is a function. */
export function sentenceOf(
	fn: MatrixEntry,
	place: MatrixEntry,
	cell: MatrixCell,
	layer: MatrixLayer,
): string {
	const texts = { unit: place.label, text: fn.label };
	if (fn.kind === 'area') return m.functions_matrix_sentence_area({ ...texts, count: cell.count });
	if (cell.marks === 0) return m.functions_matrix_no_role(texts);
	const roles = rolesOf(cell.marks).map((role) => nameOfRole(role));
	const known = roles.length > 0 ? roles.join(', ') : m.functions_matrix_unwritten();
	const sentence = m.functions_matrix_sentence({ ...texts, roles: known });
	return layer === 'paper' ? sentence : `${sentence} ${capitalised(fteText(cell))}.`;
}

/** The counted work at the end of a line, short: „0,25“, „12,3“; a dash where none is counted. */
export function workText({ fte }: MatrixEntry): string {
	return fte === null ? '–' : formatNumber(fte, { digits: fte < 10 ? 2 : fte < 100 ? 1 : 0, fixed: true });
}

/** A line in one sentence: how many functions or units, how much counted work, what it costs in a year in euro cents. */
export function lineText({ kind, label, total, accountable, fte }: MatrixEntry, cost: number | null): string {
	const counts = { count: total, accountable };
	const many =
		kind === 'function'
			? m.functions_matrix_line_units(counts)
			: kind === 'area'
				? m.functions_matrix_line_area(counts)
				: m.functions_matrix_line_functions(counts);
	const work = fte === null ? m.common_not_measured() : m.functions_matrix_fte({ fte: formatFte(fte) });
	const price =
		cost === null
			? []
			: [m.functions_matrix_line_cost({ cost: formatEuro(cost as EurCents, { digits: 0 }) })];
	return `${label}: ${[many, work, ...price].join(', ')}.`;
}

const AGREEMENT_NAMES = {
	both: m.functions_agreement_both,
	'paper-unmeasured': m.functions_agreement_paper_unmeasured,
	'paper-idle': m.functions_agreement_paper_idle,
	practice: m.functions_agreement_practice,
} satisfies Record<Agreement, () => string>;

export function nameOfAgreement(agreement: Agreement): string {
	return AGREEMENT_NAMES[agreement]();
}

export function agreementText(marks: number): string {
	const agreement = agreementOf(marks);
	return agreement === null ? '' : nameOfAgreement(agreement);
}

const LAYER_NAMES = {
	both: m.functions_layer_both,
	paper: m.functions_layer_paper,
	practice: m.functions_layer_practice,
} satisfies Record<MatrixLayer, () => string>;

export function nameOfLayer(layer: MatrixLayer): string {
	return LAYER_NAMES[layer]();
}

/** Roles as words, the strongest first; says so where work is done that nobody wrote down. */
export function rolesText(marks: number): string {
	return (
		rolesOf(marks)
			.map((role) => nameOfRole(role))
			.join(', ') || m.functions_matrix_unwritten()
	);
}
