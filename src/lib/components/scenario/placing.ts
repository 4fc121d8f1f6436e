import { postOfBox } from '#lib/components/org/chart-posts.ts';
import { jsonAnswer } from '#lib/components/ui/json-answer.ts';
import type { UnplacedFunction } from '#lib/domain/scenario/index.ts';
import { localText } from '#lib/i18n/names.ts';
import type { Dragged, DropPlaces } from '#lib/components/charts/chart-drag.svelte.ts';

export type PlacedKind = 'unit' | 'post' | 'function';

/** What is to be put somewhere else. */
export interface Placed {
	readonly kind: PlacedKind;
	readonly key: string;
	readonly label: string;
	/** Of a function: the unit that answers for it now; empty when none does. */
	readonly from?: string;
	/** Of a unit: how many units stand right below it. */
	readonly below?: number;
}

/** A place as the server answers it; the empty key is the top of the hierarchy. */
export interface PlaceChoice {
	readonly key: string;
	readonly name: string;
	readonly depth: number;
	/** Why not; null when it can go there. */
	readonly reason: string | null;
	/** What the law has against it, though it can go there; null when nothing. */
	readonly warning: string | null;
}

const FUNCTION_PREFIX = 'function:';

/** The operation that a move becomes, and the names of its fields. */
export const PLACED_AS = {
	unit: { operation: 'unit-move', subject: 'unit', target: 'parent' },
	post: { operation: 'post-move', subject: 'post', target: 'unit' },
	function: { operation: 'function-transfer', subject: 'function', target: 'to' },
} as const satisfies Record<PlacedKind, { operation: string; subject: string; target: string }>;

/** A function of the tray as something to be put in a unit. */
export function placedFunction({ key, text, heldBy }: UnplacedFunction): Placed {
	return { kind: 'function', key, label: localText(text), from: heldBy ?? '' };
}

/** The same as a thing that can be dragged. */
export function draggedFunction(fn: UnplacedFunction): Dragged {
	return { key: `${FUNCTION_PREFIX}${fn.key} ${fn.heldBy ?? ''}`, label: localText(fn.text) };
}

/** What a dragged box or line is. */
export function placedOf({ key, label }: Dragged): Placed {
	if (key.startsWith(FUNCTION_PREFIX)) {
		const [own = '', from = ''] = key.slice(FUNCTION_PREFIX.length).split(' ');
		return { kind: 'function', key: own, label, from };
	}
	const post = postOfBox(key);
	return post === null ? { kind: 'unit', key, label } : { kind: 'post', key: post, label };
}

/** The places for a thing, checked by the server with the rules of the operation itself. Null when it did not answer. */
export function askPlaces(base: string, { kind, key }: Placed): Promise<readonly PlaceChoice[] | null> {
	const address = `${base}/chart/places?${new URLSearchParams({ kind, key }).toString()}`;
	return jsonAnswer<readonly PlaceChoice[]>(fetch(address, { headers: { accept: 'application/json' } }));
}

/** The boxes of the chart as places; the one without a box stays in the dialog. */
export function dropPlaces(places: readonly PlaceChoice[]): DropPlaces {
	return new Map(
		places
			.filter(({ key }) => key !== '')
			.map(({ key, reason, warning }) => [key, { reason, warning: reason === null ? warning : null }]),
	);
}

/** Address of the whole form of the operation, filled in as far as it is known. */
export function fullFormHref(base: string, { kind, key }: Placed, to: string | null): string {
	const search = new URLSearchParams({ kind: PLACED_AS[kind].operation, subject: key });
	if (to !== null) search.set('to', to);
	return `${base}/operations/new?${search.toString()}`;
}
