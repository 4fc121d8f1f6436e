import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { address, columnRange, sheetRef } from '../shared/address.ts';
import { coloured, decimal, formula, text, type Cell } from '../shared/cells.ts';
import { coverFacts, makeCover, printLines } from '../shared/cover.ts';
import { workbookFileName } from '../shared/file-name.ts';
import {
	FIRST_ROW,
	HEADER_ROW,
	roundSum,
	type Column,
	type Row,
	type TableSheet,
	type WorkbookSpec,
} from '../shared/sheet.ts';
import type { MatrixBook, MatrixLine } from './model.ts';

/** The matrix as seen and the links that its sums are worked out from. */
export function matrixWorkbook(book: MatrixBook): WorkbookSpec {
	const { colophon, paper } = book;
	const options = { locale: colophon.locale };
	const title = m.functions_matrix({}, options);
	const fact = { label: m.functions_matrix_filters({}, options), value: text(paper.shown) };
	return {
		title,
		createdAt: colophon.createdAt,
		print: printLines(colophon),
		cover: makeCover(colophon, {
			title,
			facts: coverFacts(colophon, { facts: [fact], method: m.functions_matrix_source({}, options) }),
			legend: [],
			caveats: [m.functions_paper_letters({}, options), m.functions_paper_unmeasured({}, options)],
		}),
		sheets: [gridSheet(book, title), linkSheet(book, title)],
	};
}

/** „Матрица функция × звено Община Елена.xlsx“. */
export function matrixFileName({ colophon }: Pick<MatrixBook, 'colophon'>): string {
	const options = { locale: colophon.locale };
	return workbookFileName([m.functions_matrix({}, options), localText(colophon.municipality.name, options)]);
}

const LINKS = { row: 5, column: 6, fte: 3 } as const;
const NARROW = 5;

function gridSheet({ colophon, paper }: MatrixBook, title: string): TableSheet {
	const options = { locale: colophon.locale };
	const last = paper.columns.length;
	const marks: readonly Column[] = paper.columns.map(({ label }) => ({
		...{ header: label, width: NARROW, align: 'center', isUpright: true, isCounted: true },
	}));
	return {
		...head(colophon, title, m.functions_paper_grid({}, options)),
		subtitle: `${localText(colophon.municipality.name, options)} · ${paper.shown}`,
		about: m.functions_paper_grid_about({}, options),
		columns: [
			{ header: paper.rowTitle, width: 56 },
			...marks,
			{ header: m.functions_paper_filled({}, options), width: 11, total: 'whole' },
			{ header: m.functions_matrix_fte_column({}, options), width: 14 },
		],
		rows: paper.rows.map((line, at): Row => {
			if (line.isHeading) return { look: 'group', cells: [text(line.label)] };
			const own = paper.marks[at] ?? [];
			const range = `${address(1, FIRST_ROW + at)}:${address(last, FIRST_ROW + at)}`;
			const filled = own.filter((mark) => mark !== null).length;
			return {
				level: Math.min(line.depth, 6),
				cells: [
					text(line.label),
					...own.map((mark): Cell => (mark ? markCell(mark) : null)),
					last === 0 ? null : formula(`COUNTA(${range})`, filled, 'whole'),
					work({ colophon, paper }, line, 'row'),
				],
			};
		}),
		totalLabel: m.functions_paper_filled({}, options),
		checks: [
			{
				look: 'total',
				cells: [
					text(m.functions_matrix_fte_column({}, options)),
					...paper.columns.map((line) => work({ colophon, paper }, line, 'column')),
				],
			},
		],
		notes: [m.functions_paper_letters({}, options), m.functions_paper_unmeasured({}, options)],
		frozenColumns: 1,
		indentColumn: 0,
		hasFilter: false,
		isWide: true,
	};
}

function markCell({
	text: letters,
	ground,
}: {
	readonly text: string;
	readonly ground: string | null;
}): Cell {
	return ground === null ? text(letters) : coloured(letters, ground);
}

/** The counted work of a line: a sum over the links, unless the same work would be added twice. */
function work({ colophon, paper }: MatrixBook, line: MatrixLine, edge: 'row' | 'column'): Cell {
	if (line.fte === null) return text(m.common_not_measured({}, { locale: colophon.locale }));
	if (!paper.isAdditive) return decimal(line.fte);
	const sheet = m.functions_paper_links({}, { locale: colophon.locale });
	const end = HEADER_ROW + paper.links.length;
	const range = (column: number) => sheetRef(sheet, columnRange(column, FIRST_ROW, end));
	const own = paper.links.filter((link) => link[edge] === line.key);
	const sum = roundSum(own.reduce((all, { fte }) => all + (fte ?? 0), 0));
	return formula(`SUMIF(${range(LINKS[edge])},"${line.key}",${range(LINKS.fte)})`, sum, 'decimal');
}

function linkSheet({ colophon, paper }: MatrixBook, title: string): TableSheet {
	const options = { locale: colophon.locale };
	return {
		...head(colophon, title, m.functions_paper_links({}, options)),
		about: m.functions_paper_links_about({}, options),
		columns: [
			{ header: paper.rowTitle, width: 60 },
			{ header: paper.columnTitle, width: 44 },
			{ header: m.functions_field_role({}, options), width: 24 },
			{ header: m.functions_matrix_fte_column({}, options), width: 16, align: 'right' },
			{ header: m.functions_cell_layers({}, options), width: 32 },
			{ header: m.functions_paper_row_key({}, options), width: 14 },
			{ header: m.functions_paper_column_key({}, options), width: 14 },
		],
		rows: paper.links.map((link): Row => ({
			cells: [
				text(link.rowLabel),
				text(link.columnLabel),
				text(link.roles),
				link.fte === null ? text(m.common_not_measured({}, options)) : decimal(link.fte),
				text(link.agreement),
				text(link.row),
				text(link.column),
			],
		})),
		frozenColumns: 1,
	};
}

function head(colophon: MatrixBook['colophon'], title: string, name: string) {
	return {
		name,
		title: `${title}: ${name}`,
		subtitle: localText(colophon.municipality.name, { locale: colophon.locale }),
		paper: 'A3' as const,
	};
}
