import { MATRIX_LAYERS, MATRIX_SORTS } from '#lib/charts/matrix.ts';
import { MATRIX_ZOOMS } from '#lib/components/charts/matrix-sizes.ts';
import type { MatrixChoice } from '#lib/components/functions/matrix-choice.ts';
import { isId } from '#lib/domain/shared/index.ts';

const LONGEST = 200;
const MOST_KEYS = 200;

/** What the address asks of the matrix; anything it cannot mean is left out. */
export function choiceOf(search: URLSearchParams): MatrixChoice {
	const area = search.get('area') ?? '';
	const words = (name: string) => (search.get(name) ?? '').slice(0, LONGEST);
	const keys = (name: string) => (search.get(name) ?? '').split('.').filter(isId).slice(0, MOST_KEYS);
	const sortOf = (name: string) => MATRIX_SORTS.find((sort) => sort === search.get(name)) ?? 'act';
	return {
		area: isId(area) ? area : '',
		q: words('q'),
		unit: words('unit'),
		layer: MATRIX_LAYERS.find((layer) => layer === search.get('layer')) ?? 'both',
		posts: search.get('posts') === 'show',
		empty: search.get('empty') === 'show',
		turned: search.get('turned') === 'yes',
		rows: sortOf('rows'),
		columns: sortOf('columns'),
		zoom: MATRIX_ZOOMS.find((zoom) => zoom === search.get('zoom')) ?? 'near',
		folded: keys('folded'),
		functionOrder: keys('order'),
		placeOrder: keys('places'),
	};
}
