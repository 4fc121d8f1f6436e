import { boxAt } from './org-chart-scene.ts';
import type { OrgChartLayout } from './org-chart-types.ts';

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

/** Curves from the top of one box to the top of the other, where both are drawn; the caption stands over the second. */
export function drawRelations(
	layout: OrgChartLayout,
	relations: readonly ChartRelation[],
): readonly DrawnRelation[] {
	return relations.flatMap((relation) => {
		const [from, to] = [boxAt(layout, relation.fromKey), boxAt(layout, relation.toKey)];
		if (!from || !to) return [];
		const start = { x: from.x + from.width / 2, y: from.y };
		const end = { x: to.x + to.width / 2, y: to.y };
		const rise = Math.min(start.y, end.y) - LIFT.least - Math.abs(start.x - end.x) * LIFT.share;
		return [
			{
				...relation,
				key: `${relation.fromKey} ${relation.toKey}`,
				path: `M${start.x} ${start.y}C${start.x} ${rise} ${end.x} ${rise} ${end.x} ${end.y}`,
				x: end.x,
				y: end.y - 7,
			},
		];
	});
}
