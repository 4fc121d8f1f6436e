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

/** How far a curve bends away from the straight line, as a share of its length. */
const BEND = 0.18;

/** Curves between the middles of the boxes, where both are drawn; curves there and back bend to different sides. */
export function drawRelations(
	layout: OrgChartLayout,
	relations: readonly ChartRelation[],
): readonly DrawnRelation[] {
	return relations.flatMap((relation) => {
		const [from, to] = [boxAt(layout, relation.fromKey), boxAt(layout, relation.toKey)];
		if (!from || !to) return [];
		const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
		const end = { x: to.x + to.width / 2, y: to.y + to.height / 2 };
		const by = { x: (end.y - start.y) * BEND, y: (start.x - end.x) * BEND };
		const middle = { x: (start.x + end.x) / 2 + by.x, y: (start.y + end.y) / 2 + by.y };
		return [
			{
				...relation,
				key: `${relation.fromKey} ${relation.toKey} ${relation.caption}`,
				path: `M${start.x} ${start.y}Q${middle.x} ${middle.y} ${end.x} ${end.y}`,
				// The middle of the curve lies half way to the point that bends it.
				x: (start.x + end.x) / 4 + middle.x / 2,
				y: (start.y + end.y) / 4 + middle.y / 2,
			},
		];
	});
}
