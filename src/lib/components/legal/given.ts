/** What a form of the register was given and what was wrong with it. */
export interface Given {
	readonly values: Readonly<Record<string, string>>;
	readonly issues: Readonly<Record<string, { readonly code: string; readonly limit?: number }>>;
}
