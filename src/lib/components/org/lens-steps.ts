import { m } from '#lib/paraglide/messages.js';

export const LENSES = ['none', 'headcount', 'cost', 'workload', 'overlaps', 'rules', 'change'] as const;
/** What the boxes of the chart are coloured by. */
export type Lens = (typeof LENSES)[number];

const NAMES: Readonly<Record<Lens, () => string>> = {
	none: m.structure_lens_none,
	headcount: m.structure_lens_headcount,
	cost: m.structure_lens_cost,
	workload: m.structure_lens_workload,
	overlaps: m.structure_lens_overlaps,
	rules: m.structure_lens_rules,
	change: m.structure_lens_change,
};

export function nameOfLens(lens: Lens): string {
	return NAMES[lens]();
}

/** A step of a lens: its colour, its name, hatched where nothing is known. */
export interface Step {
	readonly colour: string;
	readonly label: string;
	readonly isHatched?: boolean;
}

/** The steps of a lens from low to high, by their code. */
export function stepsOf(lens: Lens): Readonly<Record<string, Step>> {
	switch (lens) {
		case 'headcount':
			return amountSteps(m.structure_lens_range_posts);
		case 'cost':
			return {
				...costSteps(),
				unknown: { colour: '#eceae4', label: m.common_not_known(), isHatched: true },
			};
		case 'rules':
			return {
				'rules-0': { colour: '#e5f1e4', label: m.structure_rules_none() },
				'rules-1': { colour: '#fbeed3', label: m.structure_rules_one() },
				'rules-2': { colour: '#f0c483', label: m.structure_rules_some() },
				'rules-3': { colour: '#d97b3c', label: m.structure_rules_many() },
			};
		case 'change':
			return {
				'change-new': { colour: '#2f6b3a', label: m.structure_change_new() },
				'change-closed': { colour: '#9b2c2c', label: m.structure_change_closed() },
				'change-moved': { colour: '#2b5a8c', label: m.structure_change_moved() },
				'change-changed': { colour: '#c98f1d', label: m.structure_change_changed() },
				'change-none': { colour: '#f2f0ea', label: m.structure_change_none() },
				unknown: { colour: '#eceae4', label: m.structure_change_no_version(), isHatched: true },
			};
		case 'overlaps':
			return {
				...amountSteps(m.structure_lens_range_pairs),
				unknown: { colour: '#eceae4', label: m.structure_lens_running(), isHatched: true },
			};
		case 'workload':
			return {
				low: { colour: '#5b8fc0', label: m.structure_load_low() },
				'below-norm': { colour: '#b8d0e6', label: m.structure_load_below() },
				normal: { colour: '#dfe6dd', label: m.structure_load_normal() },
				high: { colour: '#f0c483', label: m.structure_load_high() },
				overloaded: { colour: '#d97b3c', label: m.structure_load_over() },
				unknown: { colour: '#eceae4', label: m.common_not_measured(), isHatched: true },
			};
		default:
			return {};
	}
}

const AMOUNT_COLOURS = ['#f6f5f1', '#dcebe7', '#b3d6cf', '#78b4aa', '#3b8b84', '#14595b'] as const;

function amountSteps(range: (texts: { range: string }) => string): Readonly<Record<string, Step>> {
	const names = ['0', '≤ 2', '≤ 5', '≤ 10', '≤ 20', '> 20'];
	return Object.fromEntries(
		AMOUNT_COLOURS.map((colour, at) => [
			`amount-${at}`,
			{ colour, label: range({ range: names[at] ?? '' }) },
		]),
	);
}

function costSteps(): Readonly<Record<string, Step>> {
	const names = ['0', '≤ 50', '≤ 100', '≤ 250', '≤ 500', '> 500'];
	return Object.fromEntries(
		AMOUNT_COLOURS.map((colour, at) => [
			`cost-${at}`,
			{ colour, label: m.structure_lens_thousands({ amount: names[at] ?? '' }) },
		]),
	);
}
