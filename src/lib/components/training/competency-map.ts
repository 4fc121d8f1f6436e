import type { MatrixCell, MatrixEntry } from '#lib/charts/matrix.ts';
import type { MatrixState } from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { SIGNS } from './signs.ts';

const STATES: Readonly<Record<string, MatrixState>> = {
	m: 'met',
	p: 'partial',
	u: 'unmet',
	n: 'not-assessed',
	s: 'suppressed',
};

export interface MapPlace {
	readonly state: MatrixState;
	/** As drawn: „2/4“. */
	readonly figures: string;
	readonly numbers: readonly string[];
}

/** Reads packed rows as they come into sight; each row is taken apart once. */
export function placesOf(
	rows: readonly { readonly places: string }[],
): (row: number, column: number) => MapPlace | undefined {
	const read = new Map<number, readonly string[]>();
	return (row, column) => {
		const parts = read.get(row) ?? rows[row]?.places.split(',') ?? [];
		read.set(row, parts);
		const packed = parts[column] ?? '';
		const state = STATES[packed[0] ?? ''];
		if (state === undefined) return undefined;
		const numbers = packed.slice(1).split('/');
		return { state, numbers, figures: numbers.slice(0, 2).join('/') };
	};
}

const NOTHING: MatrixCell = { marks: 0, count: 0, fte: null };
const SOMETHING: MatrixCell = { marks: 1, count: 1, fte: null };

/** Whether anything is asked in a place, as the drawing wants to know it. */
export function cellOf(place: MapPlace | undefined): MatrixCell {
	return place === undefined ? NOTHING : SOMETHING;
}

export function signOf(place: MapPlace | undefined): { readonly text: string; readonly look: string } {
	if (place === undefined) return { text: '', look: '' };
	return { text: `${SIGNS[place.state]} ${place.figures}`, look: place.state };
}

/** A place in words. */
export function wordsOf(place: MapPlace | undefined, competency: string, isPeople: boolean): string {
	if (place === undefined) return `${competency}: ${m.training_sign_not_required()}`;
	const [first = '', second = '', third = ''] = place.numbers;
	if (place.state === 'suppressed') return m.training_matrix_cell_suppressed({ competency, required: first });
	if (!isPeople)
		return m.training_matrix_cell_group({ competency, below: first, people: second, unknown: third });
	const assessed = first === '–' ? m.training_not_assessed() : first;
	return m.training_matrix_cell_person({ competency, assessed, required: second });
}

/** A line of an edge, with the number of people below the level at its end. */
export function entryOf(
	line: { readonly key: string; readonly label: string; readonly below: number },
	slot: number,
	kind: MatrixEntry['kind'],
): MatrixEntry {
	return {
		...{ key: line.key, label: line.label, kind, total: line.below, slot },
		...{ depth: 0, hasChildren: false, isFolded: false, accountable: 0, fte: null },
	};
}
