import { m } from '#lib/paraglide/messages.js';
import { formatNumber } from './format.ts';
import type { InLocale } from './names.ts';

export const LENSES = ['none', 'headcount', 'cost', 'workload', 'overlaps', 'rules', 'change'] as const;
/** What the boxes of the chart are coloured by. */
export type Lens = (typeof LENSES)[number];

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

const NAMES: Readonly<Record<Lens, Name>> = {
	none: m.structure_lens_none,
	headcount: m.structure_lens_headcount,
	cost: m.structure_lens_cost,
	workload: m.structure_lens_workload,
	overlaps: m.structure_lens_overlaps,
	rules: m.structure_lens_rules,
	change: m.structure_lens_change,
};

export function nameOfLens(lens: Lens, options: InLocale = {}): string {
	return NAMES[lens]({}, options);
}

/** A step of a lens: its colour, its name, hatched where nothing is known. */
export interface Step {
	readonly colour: string;
	readonly label: string;
	readonly isHatched?: boolean;
}

/** The steps of a lens from low to high, by their code. */
export function stepsOf(lens: Lens, options: InLocale = {}): Readonly<Record<string, Step>> {
	switch (lens) {
		case 'headcount':
			return amountSteps(m.structure_lens_range_posts, options);
		case 'cost':
			return {
				...costSteps(options),
				unknown: { colour: '#eceae4', label: m.common_not_known({}, options), isHatched: true },
			};
		case 'rules':
			return {
				'rules-0': { colour: '#e5f1e4', label: m.structure_rules_none({}, options) },
				'rules-1': { colour: '#fbeed3', label: m.structure_rules_one({}, options) },
				'rules-2': { colour: '#f0c483', label: m.structure_rules_some({}, options) },
				'rules-3': { colour: '#d97b3c', label: m.structure_rules_many({}, options) },
			};
		case 'change':
			return {
				'change-new': { colour: '#2f6b3a', label: m.structure_change_new({}, options) },
				'change-closed': { colour: '#9b2c2c', label: m.structure_change_closed({}, options) },
				'change-moved': { colour: '#2b5a8c', label: m.structure_change_moved({}, options) },
				'change-changed': { colour: '#c98f1d', label: m.structure_change_changed({}, options) },
				'change-none': { colour: '#f2f0ea', label: m.structure_change_none({}, options) },
				unknown: { colour: '#eceae4', label: m.structure_change_no_version({}, options), isHatched: true },
			};
		case 'overlaps':
			return {
				...amountSteps(m.structure_lens_range_pairs, options),
				unknown: { colour: '#eceae4', label: m.structure_lens_running({}, options), isHatched: true },
			};
		case 'workload':
			return {
				low: { colour: '#5b8fc0', label: m.structure_load_low({}, options) },
				'below-norm': { colour: '#b8d0e6', label: m.structure_load_below({}, options) },
				normal: { colour: '#dfe6dd', label: m.structure_load_normal({}, options) },
				high: { colour: '#f0c483', label: m.structure_load_high({}, options) },
				overloaded: { colour: '#d97b3c', label: m.structure_load_over({}, options) },
				unknown: { colour: '#eceae4', label: m.common_not_measured({}, options), isHatched: true },
			};
		default:
			return {};
	}
}

/** What a lens says about a unit: the class, and the number behind it (null: not measured). */
export interface LensFigure {
	readonly step: string;
	readonly value: number | null;
	/** The number is only what is known: some of it is missing. */
	readonly isPartial?: boolean;
}

/** A step with how many units stand on it. */
export interface LensEntry {
	readonly step: string;
	readonly colour: string;
	readonly label: string;
	readonly isHatched: boolean;
	readonly count: number;
}

/** The steps of a lens with how many units stand on each; empty for the plain chart. */
export function legendOf(
	lens: Lens,
	figures: Readonly<Record<string, LensFigure>>,
	options: InLocale = {},
): readonly LensEntry[] {
	const all = Object.values(figures);
	const entries = Object.entries(stepsOf(lens, options)).map(
		([step, { colour, label, isHatched = false }]) => ({
			...{ step, colour, label, isHatched },
			count: all.filter((figure) => figure.step === step).length,
		}),
	);
	return entries.filter((entry) => entry.step !== 'unknown' || lens === 'workload' || entry.count > 0);
}

/** The number of a unit as the lens writes it. */
export function written(lens: Lens, figure: LensFigure | undefined, options: InLocale = {}): string {
	if (lens === 'change') return '';
	if (!figure || figure.value === null) return '—';
	if (lens === 'cost') {
		const amount = formatNumber(figure.value / 1000, { digits: 0, ...options });
		const cost = m.structure_lens_thousands({ amount }, options);
		return figure.isPartial ? m.structure_lens_at_least({ amount: cost }, options) : cost;
	}
	if (lens === 'workload') return formatNumber(figure.value, { digits: 2, fixed: true, ...options });
	return formatNumber(figure.value, { digits: 2, ...options });
}

const AMOUNT_COLOURS = ['#f6f5f1', '#dcebe7', '#b3d6cf', '#78b4aa', '#3b8b84', '#14595b'] as const;

function amountSteps(
	range: (texts: { range: string }, options?: InLocale) => string,
	options: InLocale,
): Readonly<Record<string, Step>> {
	const names = ['0', '≤ 2', '≤ 5', '≤ 10', '≤ 20', '> 20'];
	return Object.fromEntries(
		AMOUNT_COLOURS.map((colour, at) => [
			`amount-${at}`,
			{ colour, label: range({ range: names[at] ?? '' }, options) },
		]),
	);
}

function costSteps(options: InLocale): Readonly<Record<string, Step>> {
	const names = ['0', '≤ 50', '≤ 100', '≤ 250', '≤ 500', '> 500'];
	return Object.fromEntries(
		AMOUNT_COLOURS.map((colour, at) => [
			`cost-${at}`,
			{ colour, label: m.structure_lens_thousands({ amount: names[at] ?? '' }, options) },
		]),
	);
}
