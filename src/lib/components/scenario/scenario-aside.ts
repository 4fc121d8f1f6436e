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
	/** Operations to be looked at after that. */
	readonly review: { readonly text: string; readonly links: readonly Link[] } | null;
}
