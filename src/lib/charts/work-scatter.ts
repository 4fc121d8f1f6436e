import { nice, ticks } from 'd3';

/** One field of work as the drawing needs it. */
export interface WorkBubbleInput {
	readonly key: string;
	readonly label: string;
	/** Posts on which the work lies. */
	readonly posts: number;
	/** Full posts that the work comes to. */
	readonly fte: number;
	/** Yearly cost; null is drawn as the smallest bubble, dashed. */
	readonly cost: number | null;
}

export interface WorkBubble {
	readonly key: string;
	readonly label: string;
	readonly x: number;
	readonly y: number;
	readonly r: number;
	readonly isCostKnown: boolean;
	/** Where the name stands; null where there is no room for it. */
	readonly name: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' } | null;
}

/** A line of equal work on a post. */
export interface WorkGuide {
	readonly perPost: number;
	readonly x: number;
	readonly y: number;
}

export interface WorkScatter {
	readonly width: number;
	readonly height: number;
	/** Where the axes meet. */
	readonly origin: { readonly x: number; readonly y: number };
	readonly bubbles: readonly WorkBubble[];
	readonly guides: readonly WorkGuide[];
	readonly across: readonly { readonly value: number; readonly x: number }[];
	readonly up: readonly { readonly value: number; readonly y: number }[];
}

const BOX = { width: 760, height: 400, left: 48, right: 16, top: 16, bottom: 44 };
const RADIUS = { least: 5, most: 26 };
/** Width of a letter and height of a line of names, in pixels; a little wide, so that names never touch. */
const LETTER = 6.4;
const LINE = 15;

/**
 * Posts across, full posts of work up, cost as the area of the bubble; both axes from 0 to a round number. Largest bubbles
 * come first, so that small ones lie over them. A name is written where it covers no bubble and no other name.
 */
export function layOutWorkScatter(
	inputs: readonly WorkBubbleInput[],
	perPost: readonly number[],
): WorkScatter {
	const [, lastPost] = nice(0, Math.max(1, ...inputs.map(({ posts }) => posts)), 6);
	const [, lastFte] = nice(0, Math.max(1, ...inputs.map(({ fte }) => fte)), 5);
	const [left, bottom] = [BOX.left, BOX.height - BOX.bottom];
	const dearest = Math.max(1, ...inputs.map(({ cost }) => cost ?? 0));
	const x = (posts: number) => left + (posts / lastPost) * (BOX.width - BOX.right - left);
	const y = (fte: number) => bottom + (fte / lastFte) * (BOX.top - bottom);
	// The area tells the cost, so the radius goes by its root.
	const r = (cost: number) => RADIUS.most * Math.sqrt(cost / dearest);
	const placed = inputs
		.map(({ key, label, posts, fte, cost }) => ({
			...{ key, label, x: x(posts), y: y(fte), isCostKnown: cost !== null },
			r: Math.max(RADIUS.least, r(cost ?? 0)),
		}))
		.sort((a, b) => b.r - a.r || (a.key < b.key ? -1 : 1));
	return {
		...{ width: BOX.width, height: BOX.height, origin: { x: x(0), y: y(0) } },
		bubbles: nameBubbles(placed),
		guides: perPost.map((share) => {
			const posts = Math.min(lastPost, lastFte / share);
			return { perPost: share, x: x(posts), y: y(posts * share) };
		}),
		across: ticks(0, lastPost, 6).map((value) => ({ value, x: x(value) })),
		up: ticks(0, lastFte, 5).map((value) => ({ value, y: y(value) })),
	};
}

type Placed = Omit<WorkBubble, 'name'>;
interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

function nameBubbles(placed: readonly Placed[]): readonly WorkBubble[] {
	const taken: Box[] = placed.map(({ x, y, r }) => ({
		...{ left: x - r, right: x + r },
		...{ top: y - r, bottom: y + r },
	}));
	return placed.map((one, at) => {
		for (const anchor of ['start', 'end'] as const) {
			const box = nameBox(one, anchor);
			if (isOutside(box) || taken.some((other, index) => index !== at && touch(box, other))) continue;
			taken.push(box);
			return { ...one, name: { x: anchor === 'start' ? box.left : box.right, y: one.y, anchor } };
		}
		return { ...one, name: null };
	});
}

function nameBox({ x, y, r, label }: Placed, anchor: 'start' | 'end'): Box {
	const width = label.length * LETTER;
	const left = anchor === 'start' ? x + r + 4 : x - r - 4 - width;
	return { left, right: left + width, top: y - LINE / 2, bottom: y + LINE / 2 };
}

function isOutside({ left, right, top, bottom }: Box): boolean {
	return left < BOX.left || right > BOX.width || top < 0 || bottom > BOX.height - BOX.bottom;
}

function touch(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
