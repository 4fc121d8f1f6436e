/** A link with its words. */
interface Link {
	readonly href: string;
	readonly label: string;
}

/** What every page of a scenario says besides its numbers; the sentences are made on the server. */
export interface ScenarioAside {
	/** The base was followed by another version. */
	readonly rebase: {
		readonly text: string;
		readonly tone: 'info' | 'warning';
		readonly link: Link | null;
		readonly note: string;
	} | null;
	/** It was put on another base just now, which can be taken back. */
	readonly undo: {
		readonly text: string;
		readonly action: string;
		readonly label: string;
		readonly revision: number;
	} | null;
	/** What waits for its reader: operations to be looked at after that, work that came back, work that was given. */
	readonly waiting: readonly { readonly text: string; readonly links: readonly Link[] }[];
	/** Its targets, each with where the value is told in full; null without any. */
	readonly meters: {
		readonly label: string;
		readonly list: readonly (Link & {
			/** How much of the bar is full, 0–1; null where nothing is measured. */
			readonly filled: number | null;
			readonly state: 'met' | 'missed' | 'not-measured';
			readonly stateName: string;
		})[];
	} | null;
}
