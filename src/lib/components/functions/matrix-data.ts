import type { MatrixData, MatrixNode } from '#lib/charts/matrix.ts';
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
	readonly places: {
		readonly functions: readonly number[];
		readonly units: readonly number[];
		readonly posts: readonly number[];
		readonly marks: readonly number[];
		readonly fte: readonly (number | null)[];
	};
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
	const functions: MatrixNode[] = [];
	const functionAt: number[] = [];
	const byArea = Map.groupBy(
		source.functions.map((fn, at) => ({ fn, at })),
		({ fn }) => fn.area,
	);
	for (const area of source.areas) {
		if (only !== '' && area.key !== only) continue;
		const parent =
			functions.push({ key: area.key, label: localText(area.name), kind: 'area', parent: -1 }) - 1;
		for (const { fn, at } of byArea.get(area.key) ?? []) {
			functionAt[at] =
				functions.push({ key: fn.key, label: localText(fn.text), kind: 'function', parent }) - 1;
		}
	}
	const { nodes, unitAt, postAt } = placesOf(source);
	const { marks, fte } = source.places;
	return {
		functions,
		places: nodes,
		links: { ...endsOf(source.places, { functionAt, unitAt, postAt }), marks, fte },
	};
}

interface Lines {
	readonly functionAt: readonly number[];
	readonly unitAt: readonly number[];
	readonly postAt: readonly number[];
}

/** Both ends of every link as lines of the edges; −1 for a line that is not there. A plain loop: there can be 80 000. */
function endsOf({ functions, units, posts }: MatrixSource['places'], { functionAt, unitAt, postAt }: Lines) {
	const ends = { functions: new Int32Array(functions.length), places: new Int32Array(functions.length) };
	for (let at = 0; at < functions.length; at++) {
		const post = posts[at] ?? -1;
		ends.functions[at] = functionAt[functions[at] ?? -1] ?? -1;
		ends.places[at] = (post >= 0 ? postAt[post] : unitAt[units[at] ?? -1]) ?? -1;
	}
	return ends;
}

function placesOf(source: MatrixSource) {
	const nodes: MatrixNode[] = [];
	const [unitAt, postAt]: [number[], number[]] = [[], []];
	const known = new Map<string, number>();
	const posts = Map.groupBy(
		source.posts.map((post, at) => ({ post, at })),
		({ post }) => post.unitKey,
	);
	source.units.forEach(({ key, name, parentKey, price }, at) => {
		const above = parentKey === null ? -1 : (known.get(parentKey) ?? -1);
		const parent = nodes.push({ key, label: localText(name), kind: 'unit', parent: above, price }) - 1;
		known.set(key, parent);
		unitAt[at] = parent;
		for (const { post, at: own } of posts.get(key) ?? []) {
			const label = localText(post.title);
			postAt[own] = nodes.push({ key: post.key, label, kind: 'post', parent, price }) - 1;
		}
	});
	return { nodes, unitAt, postAt };
}
