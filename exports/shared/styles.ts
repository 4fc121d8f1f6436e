import type { Style } from 'exceljs';
import { FORMATS, type Cell, type Format } from './cells.ts';
import type { Column, Look } from './sheet.ts';

const FONT = 'Calibri';
const INK = 'FF1D2226';
const LINE = 'FFBDB7A8';

const FILL: Readonly<Record<Look, string | null>> = {
	plain: null,
	group: 'FFF2F0EA',
	total: 'FFE1EEEC',
	new: 'FFE5F1E4',
	closed: 'FFF9E3E0',
	moved: 'FFE3EDF7',
	changed: 'FFFBEED3',
	warning: 'FFF9E3E0',
};

const BOLD: ReadonlySet<Look> = new Set<Look>(['group', 'total']);
const known = new Map<number, Partial<Style>>();

const FORMAT_ORDER = new Map((Object.keys(FORMATS) as Format[]).map((format, at) => [format, at]));
const LOOK_ORDER = new Map((Object.keys(FILL) as Look[]).map((look, at) => [look, at]));
const ALIGN_ORDER = { left: 0, right: 1, center: 2 } as const;
/** More than there are of each, so that every combination has a number of its own. */
const STEP = 16;

/** Style of a body cell; equal cells share one object, which keeps large files fast. */
export function bodyStyle(input: {
	readonly cell: Cell;
	readonly column: Column | undefined;
	readonly look: Look;
	readonly indent: number;
}): Partial<Style> {
	const { cell, look, indent } = input;
	const format = formatOf(cell);
	const align = input.column?.align ?? (isFigure(cell) ? 'right' : 'left');
	const places = [LOOK_ORDER.get(look) ?? 0, ALIGN_ORDER[align], Math.min(indent, STEP - 1)];
	const key = places.reduce((sum, place) => sum * STEP + place, FORMAT_ORDER.get(format) ?? 0);
	const style = known.get(key) ?? makeBodyStyle({ format, align, look, indent });
	known.set(key, style);
	return cell?.kind === 'text' && cell.ground !== undefined ? onGround(style, cell.ground) : style;
}

const grounds = new Map<string, Partial<Style>>();

/** The style on a colour; white letters on the dark ones. */
function onGround(style: Partial<Style>, ground: string): Partial<Style> {
	const key = `${ground} ${style.alignment?.indent ?? 0}`;
	const argb = `FF${ground.slice(1).toUpperCase()}`;
	const parts = [1, 3, 5].map((at) => Number.parseInt(ground.slice(at, at + 2), 16));
	const isDark = (parts[0] ?? 0) * 0.3 + (parts[1] ?? 0) * 0.59 + (parts[2] ?? 0) * 0.11 < 128;
	const made = grounds.get(key) ?? {
		...style,
		font: { ...style.font, ...(isDark && { bold: true, color: { argb: 'FFFFFFFF' } }) },
		fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb } },
	};
	grounds.set(key, made);
	return made;
}

export const TITLE: Partial<Style> = {
	font: { name: FONT, size: 14, bold: true, color: { argb: 'FF0C4143' } },
	alignment: { vertical: 'middle', wrapText: true },
};

export const SUBTITLE: Partial<Style> = {
	font: { name: FONT, size: 10, color: { argb: 'FF4D565C' } },
	alignment: { vertical: 'top', wrapText: true },
};

export const HEADER: Partial<Style> = {
	font: { name: FONT, size: 10, bold: true, color: { argb: 'FFFFFFFF' } },
	fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF14595B' } },
	alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
	border: border('thin'),
};

export const UPRIGHT_HEADER: Partial<Style> = {
	...HEADER,
	alignment: { vertical: 'bottom', horizontal: 'center', wrapText: true, textRotation: 90 },
};

export const HEADING: Partial<Style> = {
	font: { name: FONT, size: 11, bold: true, color: { argb: 'FF0C4143' } },
	border: { bottom: { style: 'medium', color: { argb: 'FF14595B' } } },
};

export const LABEL: Partial<Style> = {
	font: { name: FONT, size: 10, bold: true, color: { argb: INK } },
	alignment: { vertical: 'top', wrapText: true },
};

export const NOTE: Partial<Style> = {
	font: { name: FONT, size: 9, color: { argb: 'FF4D565C' } },
	alignment: { vertical: 'top', wrapText: true },
};

export const SIGNATURE: Partial<Style> = {
	font: { name: FONT, size: 10, color: { argb: INK } },
	alignment: { vertical: 'bottom' },
};

export const LINK: Partial<Style> = {
	font: { name: FONT, size: 10, underline: true, color: { argb: 'FF14595B' } },
	alignment: { vertical: 'top', wrapText: true },
};

/** Fill of a check that does not come to zero. */
export const FAILED: Partial<Style> = {
	font: { bold: true, color: { argb: 'FF9B2C2C' } },
	fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFF9E3E0' } },
};

function makeBodyStyle(input: {
	readonly format: Format;
	readonly align: 'left' | 'right' | 'center';
	readonly look: Look;
	readonly indent: number;
}): Partial<Style> {
	const fill = FILL[input.look];
	return {
		numFmt: FORMATS[input.format],
		font: {
			name: FONT,
			size: 10,
			bold: BOLD.has(input.look),
			strike: input.look === 'closed',
			color: { argb: INK },
		},
		alignment: {
			vertical: 'top',
			horizontal: input.align,
			wrapText: true,
			indent: input.align === 'right' ? 1 : input.indent,
		},
		border: border('thin'),
		...(fill === null
			? {}
			: { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: fill } } }),
	};
}

function border(style: 'thin' | 'medium'): NonNullable<Style['border']> {
	const edge = { style, color: { argb: LINE } };
	return { top: edge, left: edge, bottom: edge, right: edge };
}

function formatOf(cell: Cell): Format {
	if (cell === null) return 'general';
	if (cell.kind === 'number' || cell.kind === 'formula') return cell.format;
	return cell.kind;
}

function isFigure(cell: Cell): boolean {
	return (
		cell !== null && (cell.kind === 'number' || (cell.kind === 'formula' && typeof cell.result === 'number'))
	);
}
