/** The number at the end of a line of a matrix as a link. */
export interface MatrixTotalLink {
	readonly href: string;
	/** What is read out: „липсват 7“. */
	readonly label: string;
	/** What stands in the place of a number that is not shown. */
	readonly text?: string | undefined;
}
