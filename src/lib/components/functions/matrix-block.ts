import type { MatrixEntry } from '#lib/charts/matrix.ts';
import { PARTICIPATION_ROLES, type ParticipationRole } from '#lib/domain/org/index.ts';
import { letterOfRole } from '#lib/i18n/names.ts';

/** A cell of a block as it goes to the server. */
export interface SentCell {
	readonly fn: string;
	readonly unit: string;
	readonly post: string | null;
	/** Empty takes the role away. */
	readonly role: ParticipationRole | '';
	readonly share?: number | null;
}

/** What of a pasted block cannot even be asked for. */
export interface UnreadCell {
	readonly row: string;
	readonly column: string;
	readonly text: string;
	readonly reason: 'heading' | 'letter' | 'outside';
}

export interface ReadBlock {
	readonly cells: readonly SentCell[];
	readonly unread: readonly UnreadCell[];
}

/** Letters of a Latin keyboard and look-alikes of files, beside the letters of the language. */
const ALIKE: Readonly<Record<string, ParticipationRole>> = {
	о: 'accountable',
	o: 'accountable',
	a: 'accountable',
	у: 'participates',
	y: 'participates',
	u: 'participates',
	p: 'participates',
	с: 'consulted',
	c: 'consulted',
	s: 'consulted',
	и: 'informed',
	i: 'informed',
};

/** The role that a letter stands for; undefined when it is none. */
export function roleOfLetter(letter: string): ParticipationRole | undefined {
	const small = letter.trim().toLowerCase();
	return PARTICIPATION_ROLES.find((role) => letterOfRole(role).toLowerCase() === small) ?? ALIKE[small];
}

/**
 * A block copied from a spreadsheet, laid on the lines of the matrix from the cell with the focus. Empty cells of the
 * block take the role away; empty ones over headings are passed over.
 */
export function readBlock(
	text: string,
	rows: readonly MatrixEntry[],
	columns: readonly MatrixEntry[],
	unitOf: (post: string) => string,
): ReadBlock {
	const cells: SentCell[] = [];
	const unread: UnreadCell[] = [];
	const lines = text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '').split('\n');
	lines.forEach((line, down) => {
		line.split('\t').forEach((raw, across) => {
			const [row, column, written] = [rows[down], columns[across], raw.trim()];
			const refuse = (reason: UnreadCell['reason']) => {
				if (written === '') return;
				unread.push({ row: row?.label ?? '', column: column?.label ?? '', text: written, reason });
			};
			if (!row || !column) return refuse('outside');
			if (row.kind === 'area' || column.kind === 'area') return refuse('heading');
			const role = written === '' ? '' : roleOfLetter(written);
			if (role === undefined) return refuse('letter');
			cells.push(cellAt(row, column, role, unitOf));
		});
	});
	return { cells, unread };
}

/** The cell of two lines, whichever of them is the function. */
export function cellAt(
	row: MatrixEntry,
	column: MatrixEntry,
	role: ParticipationRole | '',
	unitOf: (post: string) => string,
): SentCell {
	const [fn, place] = row.kind === 'function' ? [row, column] : [column, row];
	const isPost = place.kind === 'post';
	return {
		fn: fn.key,
		unit: isPost ? unitOf(place.key) : place.key,
		post: isPost ? place.key : null,
		role,
	};
}
