import type { Cell, Worksheet } from 'exceljs';
import { cleanText } from '../shared/cells.ts';
import { LISTS } from './layout.ts';

export const FONT = { name: 'Calibri', size: 11 } as const;
export const WRONG = 'FFF9E3E0';
const INPUT = 'FFFFFDF5';
const FREE = { locked: false } as const;

export function inputStyle() {
	const edge = { style: 'thin', color: { argb: 'FFBDB7A8' } } as const;
	return {
		font: FONT,
		protection: FREE,
		border: { top: edge, left: edge, bottom: edge, right: edge },
		...fillStyle(INPUT, 'fgColor'),
	};
}

export function fillStyle(argb: string, place: 'fgColor' | 'bgColor' = 'bgColor') {
	return { fill: { type: 'pattern' as const, pattern: 'solid' as const, [place]: { argb } } };
}

export function allowPercent(cell: Cell, wrongNumber: string): void {
	cell.dataValidation = {
		type: 'decimal',
		operator: 'between',
		formulae: [0, 100],
		allowBlank: true,
		showErrorMessage: true,
		error: wrongNumber,
	};
}

export function choose(cell: Cell, column: string, count: number): void {
	if (count === 0) return;
	cell.dataValidation = {
		type: 'list',
		formulae: [`${LISTS}!$${column}$1:$${column}$${count}`],
		allowBlank: true,
		showErrorMessage: true,
	};
}

/** Height in points of a line of text that wraps in a width of so many characters; offices do not all fit it themselves. */
export function heightOf(value: string, width: number): number {
	const lines = value
		.split('\n')
		.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * FITS))), 0);
	return Math.max(1, lines) * LINE_POINTS + 3;
}

/** Bulgarian capitals are wider than the figure that a width counts in. */
const FITS = 0.92;
const LINE_POINTS = 15;

export function markCell(cell: Cell, note: string): void {
	cell.style = { ...cell.style, ...fillStyle(WRONG, 'fgColor') };
	cell.note = cleanText(note);
}

/** A cell by its row from 1 and its column from 0. */
export function at(target: Worksheet, row: number, column: number): Cell {
	return target.getCell(row, column + 1);
}
