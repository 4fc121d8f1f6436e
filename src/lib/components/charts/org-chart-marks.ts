/** What a lens says about one unit: words and a colour, so that the colour is never alone. */
export interface ChartMark {
	/** Under the name at the left: „12 бр. · обща“. */
	readonly figures: string;
	/** Under the name at the right, in bold: „1,18“. */
	readonly value: string;
	/** What stands there instead when the lens says nothing and the box is too small for the line of figures: „12 бр.“. */
	readonly short?: string;
	/** Colour of the stripe; null without a lens. */
	readonly colour: string | null;
	/** Hatched stripe: not measured. */
	readonly isHatched: boolean;
	/** Dashed frame: put together by us, still to be checked. */
	readonly isReconstructed: boolean;
	/** The same in a sentence, read out after the name. */
	readonly spoken: string;
}

/** An entry of the legend: the colour, its meaning and how many units have it. */
export interface LegendEntry {
	readonly colour: string;
	readonly label: string;
	readonly count: number;
	readonly isHatched: boolean;
}
