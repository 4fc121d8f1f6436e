import type { ChartUnit } from '#lib/charts/org-chart.ts';
import type { ChartMark } from '#lib/components/charts/org-chart-marks.ts';
import { foldText } from '#lib/domain/shared/index.ts';
import { localText, nameOfPart, nameOfUnitKind } from '#lib/i18n/names.ts';
import type { ChartPost } from './chart-posts.ts';
import type { MarkedUnit } from './unit-marks.ts';

interface Searched {
	readonly drawn: readonly ChartUnit[];
	readonly units: readonly MarkedUnit[];
	/** Posts whose titles are words of their unit. */
	readonly posts: readonly ChartPost[];
	readonly marks: ReadonlyMap<string, ChartMark>;
}

/** All words of a unit or post in which a search looks, by the key of its box. */
export function searchTexts({ drawn, units, posts, marks }: Searched): ReadonlyMap<string, string> {
	const titles = Map.groupBy(posts, (post) => post.unitKey as string);
	const parts = new Map(units.map((unit) => [unit.key, [nameOfUnitKind(unit.kind), nameOfPart(unit.part)]]));
	const wordsOf = ({ key, label }: ChartUnit) => [
		label,
		...(parts.get(key) ?? [marks.get(key)?.figures ?? '']),
		...(titles.get(key) ?? []).map((post) => localText(post.title)),
	];
	return new Map(drawn.map((unit) => [unit.key, foldText(wordsOf(unit).join(' '))]));
}

/** Keys of the boxes whose words hold every word of a query. */
export function foundIn(
	texts: ReadonlyMap<string, string>,
	query: string,
	isWanted: (key: string) => boolean,
): ReadonlySet<string> {
	const words = foldText(query).split(' ').filter(Boolean);
	const hits = [...texts].filter(
		([key, text]) => isWanted(key) && words.every((word) => text.includes(word)),
	);
	return new Set(hits.map(([key]) => key));
}
