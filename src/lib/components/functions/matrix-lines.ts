import type { MatrixCell, MatrixEntry, MatrixView } from '#lib/charts/matrix.ts';
import { AGREEMENTS, agreementOf, type Agreement } from '#lib/domain/workload/index.ts';

/** A filled cell of the matrix as a line of its table. */
export interface MatrixLine {
	readonly fn: MatrixEntry;
	readonly place: MatrixEntry;
	readonly cell: MatrixCell;
	/** What paper and practice say together. */
	readonly agreement: Agreement | null;
}

/** The filled cells of the matrix as shown, function by function; areas are sums and left out. */
export function linesOf(view: MatrixView, only: Agreement | null = null): readonly MatrixLine[] {
	return view.functions.flatMap((fn) => {
		if (fn.kind !== 'function') return [];
		return view.places.flatMap((place): readonly MatrixLine[] => {
			const cell = view.cellOf(fn, place);
			const agreement = agreementOf(cell.marks);
			return cell.marks === 0 || (only !== null && agreement !== only)
				? []
				: [{ fn, place, cell, agreement }];
		});
	});
}

/** How many lines each agreement has. */
export function countAgreements(lines: readonly MatrixLine[]): Readonly<Record<Agreement, number>> {
	const counts: Record<Agreement, number> = { both: 0, 'paper-unmeasured': 0, 'paper-idle': 0, practice: 0 };
	for (const { agreement } of lines) if (agreement !== null) counts[agreement]++;
	return counts;
}

/** The agreement that an address asks for. */
export function agreementIn(search: URLSearchParams): Agreement | null {
	return AGREEMENTS.find((one) => one === search.get('only')) ?? null;
}
