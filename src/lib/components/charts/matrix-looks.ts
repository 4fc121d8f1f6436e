/** How a cell of a matrix looks; the drawing and the cell with the focus follow it. */
export interface CellLook {
	/** Null leaves the ground of the sheet. */
	readonly ground: string | null;
	readonly ink: string;
	readonly weight: number;
	/** Only on paper: the corner is cut and the cell has an edge. */
	readonly isCut: boolean;
}

const INK = '#1d2226';
const cell = (ground: string | null, more: Partial<CellLook> = {}): CellLook => ({
	...{ ground, ink: INK, weight: 600, isCut: false },
	...more,
});
const DARK = { ink: '#ffffff', weight: 700 } as const;

const LOOKS: Readonly<Record<string, CellLook>> = {
	accountable: cell('#14595b', DARK),
	participates: cell('#b3d6cf'),
	consulted: cell('#dcebe7'),
	informed: cell('#f2f0ea'),
	paper: cell('#ffffff', { isCut: true }),
	sum: cell(null, { ink: '#4d565c', weight: 500 }),
	met: cell('#dcebe7'),
	partial: cell('#fbeed3', { ink: '#6b4000' }),
	unmet: cell('#f9e3e0', { ink: '#9b2c2c', weight: 700 }),
	'not-assessed': cell('#eceae4'),
	suppressed: cell('#f2f0ea', { ink: '#4d565c', weight: 500 }),
	exempt: cell('#ffffff', { ink: '#4d565c', weight: 500 }),
	'amount-1': cell('#dcebe7'),
	'amount-2': cell('#b3d6cf'),
	'amount-3': cell('#78b4aa'),
	'amount-4': cell('#14595b', DARK),
};
const PLAIN = cell(null);

/** By the name that the words of the matrix give; nothing special for an unknown one. */
export function lookOf(name: string): CellLook {
	return LOOKS[name] ?? PLAIN;
}

/** Colours that frame a cut cell and the corner that is missing. */
export const CUT = { edge: '#bdb7a8', corner: '#8f8979', size: 7 } as const;
/** Ground of the rows of areas; lines between rows and between columns. */
export const SHEET = { area: 'rgb(242 240 234 / 0.6)', row: '#dedad0', column: '#f2f0ea' } as const;
