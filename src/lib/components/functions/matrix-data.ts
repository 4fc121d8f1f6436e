import type { MatrixData, MatrixLinks, MatrixNode } from '#lib/charts/matrix.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { localText } from '#lib/i18n/names.ts';

/** What the server gives for a matrix. */
export interface MatrixSource {
	readonly areas: readonly { readonly key: string; readonly name: LocalText }[];
	readonly functions: readonly {
		readonly key: string;
		readonly text: LocalText;
		readonly area: string;
		readonly revision: number;
	}[];
	readonly units: readonly {
		readonly key: string;
		readonly name: LocalText;
		readonly parentKey: string | null;
		/** Yearly cost of a full post there in euro cents, on the average of the posts whose cost is known; null without any. */
		readonly price: number | null;
	}[];
	readonly posts: readonly { readonly key: string; readonly title: LocalText; readonly unitKey: string }[];
	/** A place is a unit by its place in `units`, or a post by its place in `posts` after all units. */
	readonly links: MatrixLinks;
	readonly activities: readonly {
		readonly fn: number;
		readonly unit: number;
		readonly name: LocalText;
		readonly fte: number | null;
	}[];
	readonly isEditable: boolean;
}

/** The trees of both edges in the language of the page: functions under areas, posts right under their unit. */
export function matrixData(source: MatrixSource, only: string): MatrixData {
	return { functions: functionsOf(source, only), places: placesOf(source), links: source.links };
}

function functionsOf({ areas, functions }: MatrixSource, only: string): readonly MatrixNode[] {
	const nodes: MatrixNode[] = [];
	const byArea = Map.groupBy(
		functions.map((fn, number) => ({ fn, number })),
		({ fn }) => fn.area,
	);
	for (const { key, name } of areas) {
		if (only !== '' && key !== only) continue;
		const parent = nodes.push({ key, label: localText(name), kind: 'area', parent: -1, number: -1 }) - 1;
		for (const { fn, number } of byArea.get(key) ?? []) {
			nodes.push({ key: fn.key, label: localText(fn.text), kind: 'function', parent, number });
		}
	}
	return nodes;
}

function placesOf({ units, posts }: MatrixSource): readonly MatrixNode[] {
	const nodes: MatrixNode[] = [];
	const known = new Map<string, number>();
	const byUnit = Map.groupBy(
		posts.map((post, at) => ({ post, number: units.length + at })),
		({ post }) => post.unitKey,
	);
	units.forEach(({ key, name, parentKey, price }, number) => {
		const above = parentKey === null ? -1 : (known.get(parentKey) ?? -1);
		const parent =
			nodes.push({ key, label: localText(name), kind: 'unit', parent: above, number, price }) - 1;
		known.set(key, parent);
		for (const { post, number: own } of byUnit.get(key) ?? []) {
			const label = localText(post.title);
			nodes.push({ key: post.key, label, kind: 'post', parent, number: own, price });
		}
	});
	return nodes;
}
