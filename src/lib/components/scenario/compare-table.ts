/** A column of a comparison: the base, or a scenario with its letter. */
export interface CompareHead {
	readonly letter: string;
	readonly name: string;
	readonly href: string | null;
	readonly note: string;
}

export interface CompareCell {
	readonly text: string;
	readonly href: string | null;
	readonly note: string;
	readonly tone?: 'plain' | 'ok' | 'warning' | 'bad';
}

export interface CompareRow {
	readonly id: string;
	readonly label: string;
	readonly note: string;
	readonly cells: readonly CompareCell[];
}
