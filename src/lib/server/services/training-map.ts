import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { MatrixCell, MatrixTotal } from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import {
	readCompetencyMatrix,
	type MatrixFilter,
	type MatrixRowView,
	type MatrixView,
} from './training-matrix.ts';
import type { WorkspaceAddress } from './workspace.ts';

/** A row of the heat map: its places packed into one text, a tenth of the weight of as many objects. */
export interface MapRow extends Pick<MatrixRowView, 'key' | 'name' | 'detail' | 'personId'> {
	/** Places in the order of the columns, apart by commas; see `packPlace`. */
	readonly places: string;
	readonly total: MatrixTotal;
}

export interface CompetencyMap extends Omit<MatrixView, 'rows' | 'columns'> {
	readonly rows: readonly MapRow[];
	readonly columns: readonly {
		readonly key: string;
		readonly name: LocalText;
		readonly total: MatrixTotal;
	}[];
}

/** The matrix of competencies, packed for the heat map. */
export async function readCompetencyMap(
	ctx: Ctx,
	address: WorkspaceAddress,
	filter: MatrixFilter,
): Promise<Result<CompetencyMap, Refused>> {
	const matrix = await readCompetencyMatrix(ctx, address, filter);
	if (!matrix.ok) return matrix;
	const { rows, columns, ...rest } = matrix.value;
	const isPeople = rest.chosen === 'people';
	return ok({
		...rest,
		rows: rows.map(({ key, name, detail, personId, cells, total }) => ({
			...{ key, name, detail, personId, total },
			places: cells.map((cell) => packPlace(cell, isPeople)).join(','),
		})),
		columns: columns.map(({ key, name, total }) => ({ key, name, total })),
	});
}

const LETTERS = { met: 'm', partial: 'p', unmet: 'u', 'not-assessed': 'n', suppressed: 's' } as const;

/**
 * A place as a letter for its state and its numbers: of a person „assessed/required“, of a group „below/people/not
 * assessed“, of a hidden place what is asked. Empty where nothing is asked. Example: below the level, 2 of 4 → „u2/4“.
 */
export function packPlace(cell: MatrixCell | null, isPeople: boolean): string {
	if (cell === null) return '';
	const letter = LETTERS[cell.state];
	if (cell.state === 'suppressed') return `${letter}${cell.required}`;
	if (isPeople) return `${letter}${cell.assessed ?? '–'}/${cell.required}`;
	return `${letter}${cell.belowLevel}/${cell.people}/${cell.notAssessed}`;
}
