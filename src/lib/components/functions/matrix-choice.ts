import type { MatrixAsk, MatrixLayer, MatrixSort } from '#lib/charts/matrix.ts';
import type { MatrixZoom } from '#lib/components/charts/matrix-sizes.ts';
import { foldText } from '#lib/domain/shared/index.ts';

/** What the person chose to see, as it stands in the address. */
export interface MatrixChoice {
	/** Policy area; empty for all. */
	readonly area: string;
	/** Words in the names of functions and of units. */
	readonly q: string;
	readonly unit: string;
	readonly layer: MatrixLayer;
	readonly posts: boolean;
	/** Shows units without functions too. */
	readonly empty: boolean;
	/** Units down, functions across. */
	readonly turned: boolean;
	readonly rows: MatrixSort;
	readonly columns: MatrixSort;
	readonly zoom: MatrixZoom;
	/** Lines of both edges that are folded, by key. */
	readonly folded: readonly string[];
	/** Lines put in their places by hand, by key. */
	readonly functionOrder: readonly string[];
	readonly placeOrder: readonly string[];
}

/** The choice as the geometry asks for it. */
export function askOf(choice: MatrixChoice): MatrixAsk {
	const { turned, rows, columns } = choice;
	return {
		layer: choice.layer,
		functionQuery: foldText(choice.q),
		placeQuery: foldText(choice.unit),
		folded: new Set(choice.folded),
		withPosts: choice.posts,
		hideEmpty: !choice.empty,
		functionSort: turned ? columns : rows,
		placeSort: turned ? rows : columns,
		functionOrder: choice.functionOrder,
		placeOrder: choice.placeOrder,
	};
}

/** The choice with one line folded, or open again. */
export function withFold(choice: MatrixChoice, key: string): MatrixChoice {
	const isFolded = choice.folded.includes(key);
	return {
		...choice,
		folded: isFolded ? choice.folded.filter((one) => one !== key) : [...choice.folded, key],
	};
}

/** The choice with one edge ordered by its bars, or as in the act again; what was put by hand there is given up. */
export function withSort(choice: MatrixChoice, edge: 'rows' | 'columns'): MatrixChoice {
	const sorted = { ...choice, [edge]: choice[edge] === 'total' ? 'act' : 'total' };
	return { ...sorted, [orderOf(choice, edge)]: [] };
}

/** The choice with lines beside each other in a new order. */
export function withOrder(
	choice: MatrixChoice,
	edge: 'rows' | 'columns',
	keys: readonly string[],
): MatrixChoice {
	const order = orderOf(choice, edge);
	return { ...choice, [order]: [...choice[order].filter((key) => !keys.includes(key)), ...keys] };
}

/** What the form says now, with the folds and the order by hand that it knows nothing of; another sort gives the order up. */
export function withForm(choice: MatrixChoice, form: MatrixChoice): MatrixChoice {
	const isSame = form.rows === choice.rows && form.columns === choice.columns;
	const { folded, functionOrder, placeOrder } = choice;
	return { ...form, folded, ...(isSame && { functionOrder, placeOrder }) };
}

function orderOf({ turned }: MatrixChoice, edge: 'rows' | 'columns'): 'functionOrder' | 'placeOrder' {
	return (edge === 'rows') === turned ? 'placeOrder' : 'functionOrder';
}

/** The choice as parameters of the address; what is as usual is left out. */
export function paramsOf(choice: MatrixChoice): Readonly<Record<string, string | null>> {
	return {
		area: choice.area || null,
		q: choice.q || null,
		unit: choice.unit || null,
		layer: choice.layer === 'both' ? null : choice.layer,
		posts: choice.posts ? 'show' : null,
		empty: choice.empty ? 'show' : null,
		turned: choice.turned ? 'yes' : null,
		rows: choice.rows === 'act' ? null : choice.rows,
		columns: choice.columns === 'act' ? null : choice.columns,
		zoom: choice.zoom === 'near' ? null : choice.zoom,
		folded: keysText(choice.folded),
		order: keysText(choice.functionOrder),
		places: keysText(choice.placeOrder),
	};
}

function keysText(keys: readonly string[]): string | null {
	return keys.length === 0 ? null : keys.join('.');
}
