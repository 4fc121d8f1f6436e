export const PRINT_CHOICES = {
	paper: ['A3', 'A4', 'A2', 'A1', 'A0'],
	mode: ['pages', 'poster', 'tiles'],
	breaks: ['fit', 'level', 'directorate'],
	density: ['usual', 'dense', 'densest'],
} as const;

type Choices = typeof PRINT_CHOICES;
/** How a chart is put on paper, as the address says it. */
export type PrintOptions = { readonly [Name in keyof Choices]: Choices[Name][number] };

/** The print options of an address; the first choice where it says none or a wrong one. */
export function printOptions(search: URLSearchParams): PrintOptions {
	const pick = <Value extends string>(name: keyof Choices, choices: readonly [Value, ...Value[]]): Value =>
		choices.find((choice) => choice === search.get(name)) ?? choices[0];
	return {
		paper: pick('paper', PRINT_CHOICES.paper),
		mode: pick('mode', PRINT_CHOICES.mode),
		breaks: pick('breaks', PRINT_CHOICES.breaks),
		density: pick('density', PRINT_CHOICES.density),
	};
}
