/** A link to an operation in the list, by its number. */
export interface OperationPlace {
	readonly id: string;
	readonly number: number;
}

/** What an operation rests on, and what rests on it. */
export interface ItemLinks {
	readonly restsOn: readonly OperationPlace[];
	readonly carries: readonly OperationPlace[];
}

/** A paper of an operation in words; `ready` says since when and by whom, null that it is still to be made. */
export interface ItemPaper {
	readonly code: string;
	readonly label: string;
	/** Who issues it and on what ground. */
	readonly source: string;
	readonly ready: string | null;
	/** The draft that is made already, with the posts or units that it is about. */
	readonly draft: { readonly href: string; readonly names: string } | null;
}

/** A paper over the whole scenario. */
export interface PaperSum extends Omit<ItemPaper, 'ready' | 'draft'> {
	readonly needed: number;
	readonly ready: number;
	/** Operations that still wait for it. */
	readonly waiting: readonly OperationPlace[];
	/** Where it is made already. */
	readonly draft: string | null;
}
