import { boxAt } from './org-chart-scene.ts';
import type { ChartBox, OrgChartLayout } from './org-chart-types.ts';

/** A relation between two units besides who stands above whom. */
export interface ChartRelation {
	readonly fromKey: string;
	readonly toKey: string;
	/** What the line says: „участва · 3 функции“. */
	readonly caption: string;
}

/** A dotted curve with the place of its caption. */
export interface DrawnRelation extends ChartRelation {
	readonly key: string;
	readonly path: string;
	readonly x: number;
	readonly y: number;
}

/** How high a curve rises over the upper of the two boxes, in pixels, and for each pixel between them. */
const LIFT = { least: 26, share: 0.07 } as const;

/**
 * Curves from the top of one box to the top of the other, where both are drawn; the caption stands over the second.
 * Between boxes that stand one above the other the curve goes round them at the right, so that it crosses no name.
 */
export function drawRelations(
	layout: OrgChartLayout,
	relations: readonly ChartRelation[],
): readonly DrawnRelation[] {
	return relations.flatMap((relation) => {
		const [from, to] = [boxAt(layout, relation.fromKey), boxAt(layout, relation.toKey)];
		if (!from || !to) return [];
		const key = `${relation.fromKey} ${relation.toKey}`;
		if (isAbove(from, to)) return [{ ...relation, key, ...around(from, to) }];
		const start = { x: from.x + from.width / 2, y: from.y };
		const end = { x: to.x + to.width / 2, y: to.y };
		const rise = Math.min(start.y, end.y) - LIFT.least - Math.abs(start.x - end.x) * LIFT.share;
		return [
			{
				...relation,
				key,
				path: `M${start.x} ${start.y}C${start.x} ${rise} ${end.x} ${rise} ${end.x} ${end.y}`,
				x: end.x,
				y: end.y - 7,
			},
		];
	});
}

/** Whether a curve between the tops of two boxes would run down through one of them. */
function isAbove(from: ChartBox, to: ChartBox): boolean {
	const apart = Math.abs(from.x + from.width / 2 - to.x - to.width / 2);
	return apart < Math.max(from.width, to.width) / 2;
}

function around(from: ChartBox, to: ChartBox): Pick<DrawnRelation, 'path' | 'x' | 'y'> {
	const start = { x: from.x + from.width, y: from.y + from.height / 2 };
	const end = { x: to.x + to.width, y: to.y + to.height / 2 };
	const bow = Math.max(start.x, end.x) + LIFT.least + Math.abs(start.y - end.y) * LIFT.share;
	return {
		path: `M${start.x} ${start.y}C${bow} ${start.y} ${bow} ${end.y} ${end.x} ${end.y}`,
		x: bow,
		y: (start.y + end.y) / 2 + 4,
	};
}
