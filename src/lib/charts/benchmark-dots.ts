/** One municipality as the drawing needs it. */
export interface DotInput {
	readonly key: string;
	readonly label: string;
	readonly population: number;
	/** A ratio above 0; others are not drawn. */
	readonly value: number;
	readonly role: 'own' | 'near' | 'other';
}

export interface Dot extends DotInput {
	readonly x: number;
	readonly y: number;
}

export interface BenchmarkDots {
	readonly width: number;
	readonly height: number;
	readonly origin: { readonly x: number; readonly y: number };
	/** Others first, so that the near ones and the own one lie over them. */
	readonly dots: readonly Dot[];
	readonly across: readonly { readonly value: number; readonly x: number }[];
	readonly up: readonly { readonly value: number; readonly y: number }[];
}

const BOX = { width: 760, height: 360, left: 52, right: 24, top: 24, bottom: 44 };
const ORDER = { other: 0, near: 1, own: 2 } as const;
const STEPS = [1, 2, 5] as const;

/**
 * Residents across and a ratio up, both by doublings: 5 000 and 10 000 are as far apart as 50 000 and 100 000, so that
 * small and large municipalities are read with the same care.
 */
export function layOutBenchmarkDots(inputs: readonly DotInput[]): BenchmarkDots {
	const drawn = inputs.filter(({ population, value }) => population > 0 && value > 0);
	const [left, bottom] = [BOX.left, BOX.height - BOX.bottom];
	const x = doublings(
		drawn.map(({ population }) => population),
		[left, BOX.width - BOX.right],
	);
	const y = doublings(
		drawn.map(({ value }) => value),
		[bottom, BOX.top],
	);
	const dots = drawn
		.map((input) => ({ ...input, x: x.at(input.population), y: y.at(input.value) }))
		.sort((a, b) => ORDER[a.role] - ORDER[b.role] || a.population - b.population || (a.key < b.key ? -1 : 1));
	return {
		...{ width: BOX.width, height: BOX.height, origin: { x: left, y: bottom }, dots },
		across: x.marks.map((value) => ({ value, x: x.at(value) })),
		up: y.marks.map((value) => ({ value, y: y.at(value) })),
	};
}

/** A scale by doublings with a little room at both ends, and the round numbers on it. */
function doublings(values: readonly number[], [from, to]: readonly [number, number]) {
	const [least, most] = [Math.min(...values) * 0.9, Math.max(...values) * 1.1];
	const at = (value: number) => from + (Math.log(value / least) / Math.log(most / least)) * (to - from);
	const first = Math.floor(Math.log10(least));
	const powers = Array.from({ length: Math.ceil(Math.log10(most)) - first + 1 }, (_, power) => first + power);
	const round = powers.flatMap((power) => STEPS.map((step) => step * 10 ** power));
	return { at, marks: round.filter((value) => value >= least && value <= most) };
}
