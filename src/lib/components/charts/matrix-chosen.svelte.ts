import type { MatrixPlace, MatrixSize, MatrixTile } from '#lib/charts/matrix-walk.ts';
import type { MatrixEntry } from '#lib/charts/matrix.ts';
import { latinKey } from './latin-key.ts';

/** What of a matrix is copied: lines of both edges, and whether their names come along. */
export interface MatrixCut {
	readonly rows: readonly MatrixEntry[];
	readonly columns: readonly MatrixEntry[];
	readonly withNames: boolean;
}

interface Lines {
	readonly rows: readonly MatrixEntry[];
	readonly columns: readonly MatrixEntry[];
}

/** The block of cells from the one at which choosing began to the one with the focus; without a beginning the focus alone. */
export class MatrixChosen {
	#from = $state.raw<MatrixPlace | 'all' | null>(null);
	readonly #isOn: () => boolean;

	/** @param isOn cells may be chosen: where they are copied */
	constructor(isOn: () => boolean = () => true) {
		this.#isOn = isOn;
	}

	/** The focus is about to leave `focus`: with Shift the block stretches along, otherwise there is none any more. */
	leave(focus: MatrixPlace, { shiftKey }: { readonly shiftKey: boolean }): void {
		if (!shiftKey || this.#from === 'all') this.#from = null;
		if (shiftKey && this.#isOn()) this.#from ??= focus;
	}

	/** Ctrl and A choose everything, Escape chooses nothing; true when the key was one of them. */
	takes(event: KeyboardEvent): boolean {
		if (!this.#isOn()) return false;
		const isAll = (event.ctrlKey || event.metaKey) && !event.altKey && latinKey(event) === 'a';
		const isNone = event.key === 'Escape' && this.#from !== null;
		if (isAll || isNone) this.#from = isAll ? 'all' : null;
		return isAll || isNone;
	}

	/** The lines of the block; a name stands for its whole line. */
	tileOf(focus: MatrixPlace, { rows, columns }: MatrixSize): MatrixTile {
		const from = this.#from === 'all' ? { row: -1, column: -1 } : (this.#from ?? focus);
		const to = this.#from === 'all' ? from : focus;
		const [firstRow, endRow] = ends(from.row, to.row, rows);
		const [firstColumn, endColumn] = ends(from.column, to.column, columns);
		return { firstRow, endRow, firstColumn, endColumn };
	}

	/** There is more to copy than the cell with the focus. */
	get isBlock(): boolean {
		return this.#from !== null;
	}

	/** What is copied: names come along where a name is in the block, since a whole line without them says little. */
	cutOf(focus: MatrixPlace, { rows, columns }: Lines): MatrixCut {
		const tile = this.tileOf(focus, { rows: rows.length, columns: columns.length });
		const at = this.#from === 'all' ? { row: -1, column: -1 } : (this.#from ?? focus);
		return {
			rows: rows.slice(tile.firstRow, tile.endRow),
			columns: columns.slice(tile.firstColumn, tile.endColumn),
			withNames: [at.row, at.column, focus.row, focus.column].includes(-1),
		};
	}
}

/** From one line to another, up to but without the end; all of them where one is the name. */
function ends(from: number, to: number, count: number): readonly [number, number] {
	return from < 0 || to < 0 ? [0, count] : [Math.min(from, to), Math.max(from, to) + 1];
}

interface Clipboard {
	/** The text of what is copied. */
	readonly oncopy: ((cut: MatrixCut) => string) | undefined;
	readonly cut: () => MatrixCut;
	readonly onpaste: ((text: string) => void) | undefined;
}

/** What the grid needs so that its cells are copied and pasted; words marked in the page are copied as ever. */
export function clipboardHandles({ oncopy, cut, onpaste }: Clipboard) {
	return {
		oncopy: (event: ClipboardEvent) => {
			if (!oncopy || !event.clipboardData || document.getSelection()?.isCollapsed === false) return;
			event.preventDefault();
			event.clipboardData.setData('text/plain', oncopy(cut()));
		},
		onpaste: (event: ClipboardEvent) => {
			if (!onpaste || !event.clipboardData) return;
			event.preventDefault();
			onpaste(event.clipboardData.getData('text/plain'));
		},
	};
}
