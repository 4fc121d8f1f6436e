import { layoutStack } from '#lib/charts/workload-needs.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import {
	NEED_METHODS,
	type ComparisonBase,
	type Estimate,
	type FunctionNeed,
	type NeedMeasure,
	type NeedMethod,
	type NeedVerdict,
} from '#lib/domain/workload/index.ts';
import { formatFte, formatHeadcount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfNeedMethod, noComparisonText } from '#lib/i18n/need-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { estimateText } from './methods-words.ts';

type Shown = Estimate | 'hidden' | null;

/** A function of the unit as the service gives it. */
export interface FunctionRow extends Pick<
	FunctionNeed,
	'weight' | 'part' | 'volume' | 'comparison' | 'peers' | 'isDoubtful'
> {
	readonly key: string;
	readonly text: LocalText;
	readonly survey: Shown;
	readonly posts: readonly {
		readonly key: string;
		readonly title: LocalText;
		readonly people: number;
		readonly fte: Shown;
	}[];
}

interface Unit {
	readonly functions: readonly FunctionRow[];
	readonly need: {
		readonly occupied: number;
		readonly measures: readonly NeedMeasure[];
		readonly verdict: NeedVerdict;
		readonly individualFte: number;
	};
	readonly volume: { readonly hours: Estimate; readonly perPost: number; readonly factor: number } | null;
	readonly base: ComparisonBase;
	readonly isSurveyHidden: boolean;
}

/** „0,45 (от 0,30 до 0,60)“, „по-малко от 3 души“, „не е измерено“. */
export function shownText(value: Shown): string {
	if (value === 'hidden') return m.workload_hidden();
	return value === null ? m.common_not_measured() : estimateText(value);
}

/** Who spends time on a function: a line for each post, and one line for all posts whose time is not shown. */
export function postLines(posts: FunctionRow['posts']): readonly string[] {
	const shown = posts.filter(({ fte }) => fte !== 'hidden');
	const hidden = posts.filter(({ fte }) => fte === 'hidden');
	const names = hidden.map(({ title }) => localText(title)).join(', ');
	return [
		...shown.map(({ title, fte }) => `${localText(title)}: ${shownText(fte)}`),
		...(hidden.length > 0 ? [`${names}: ${m.workload_hidden()}`] : []),
	];
}

/** The bars of the methods that measured something, each made of its functions and what belongs to none of them. */
export function stackBars(unit: Unit) {
	const { measures, occupied } = unit.need;
	const end = measures.reduce((most, { fte }) => Math.max(most, fte.expected), occupied) || 1;
	const bars = measures.map(({ method, fte }) => {
		const parts = unit.functions.map((fn, at) => ({
			key: fn.key,
			value: valueOf(fn, method),
			number: (at + 1) as number | null,
			title: localText(fn.text),
		}));
		const rest = fte.expected - parts.reduce((sum, { value }) => sum + value, 0);
		const all = [
			...parts,
			{ key: 'rest', value: rest > 1e-6 ? rest : 0, number: null, title: restName(method) },
		];
		const byKey = new Map(all.map((part) => [part.key, part]));
		return {
			method,
			name: nameOfNeedMethod(method),
			total: formatFte(fte.expected),
			parts: layoutStack(all, end).flatMap((part) => {
				const known = byKey.get(part.key);
				return known
					? [{ ...part, number: known.number, title: `${known.title}: ${formatFte(part.value)}` }]
					: [];
			}),
		};
	});
	return {
		bars,
		occupied: {
			at: (occupied / end) * 100,
			label: m.workload_stack_occupied({ occupied: formatHeadcount(occupied) }),
		},
	};
}

function valueOf(fn: FunctionRow, method: NeedMethod): number {
	const value = fn[method];
	return value === null || value === 'hidden' ? 0 : value.expected;
}

function restName(method: NeedMethod): string {
	return method === 'volume' ? m.workload_stack_individual() : m.workload_hidden();
}

/** One line of the calculation: what it is, the formula with the values in it, and where its terms stand. */
export interface NeedStep {
	readonly key: string;
	readonly name: string;
	readonly formula: string;
	readonly href: string | null;
}

/** The calculation of the unit with substituted values, method by method, and the verdict last. */
export function needSteps(unit: Unit, volumeHref: string): readonly NeedStep[] {
	return [
		...NEED_METHODS.map((method) => ({
			key: method,
			name: nameOfNeedMethod(method),
			formula: METHOD_FORMULAS[method](unit),
			href: method === 'volume' ? volumeHref : '#functions',
		})),
		{ key: 'verdict', name: m.workload_step_verdict(), formula: verdictFormula(unit), href: null },
	];
}

const METHOD_FORMULAS: Readonly<Record<NeedMethod, (unit: Unit) => string>> = {
	survey: (unit) => {
		const found = measureOf(unit, 'survey');
		if (found) return m.workload_step_survey({ need: estimateText(found) });
		return unit.isSurveyHidden ? m.workload_survey_not_shown() : m.common_not_measured();
	},
	volume: (unit) => {
		const found = measureOf(unit, 'volume');
		if (!found || !unit.volume) return m.common_not_measured();
		return m.workload_step_volume({
			hours: formatNumber(unit.volume.hours.expected),
			available: formatNumber(unit.volume.perPost),
			factor: formatNumber(unit.volume.factor, { digits: 4 }),
			individual: formatFte(unit.need.individualFte),
			need: estimateText(found),
		});
	},
	comparison: (unit) => {
		const found = measureOf(unit, 'comparison');
		if (!found) return m.common_not_measured();
		const compared = unit.functions.filter(({ comparison }) => comparison !== null);
		const terms = compared.slice(0, 4).map(({ comparison }) => formatFte(comparison?.expected ?? 0));
		const more = compared.length > terms.length ? ' + …' : '';
		return `${terms.join(' + ')}${more} = ${estimateText(found)}`;
	},
};

function verdictFormula({ need }: Unit): string {
	const { verdict, occupied, measures } = need;
	if (verdict.kind === 'unproven') return m.workload_unproven();
	const terms = measures.filter(({ method }) => verdict.methods.includes(method));
	return m.workload_step_mean({
		sum: terms.map(({ fte }) => formatFte(fte.expected)).join(' + '),
		count: terms.length,
		need: formatFte(verdict.need.expected),
		occupied: formatHeadcount(occupied),
		ratio: verdict.ratio === null ? '–' : formatFte(verdict.ratio),
	});
}

function measureOf({ need }: Unit, method: NeedMethod): Estimate | undefined {
	return need.measures.find((measure) => measure.method === method)?.fte;
}

/** „Община Елена: 0,300 бр. (обем × норма, 2024) ÷ 10 497 × 13 949 = 0,399; × 50 % = 0,199“, or why there is none. */
export function peerText(fn: FunctionRow): string {
	const { peers, comparison, part } = fn;
	if (peers.kind === 'not-compared') return noComparisonText(peers.reason);
	const exact = (value: number) => formatNumber(value, { digits: 3 });
	const lines = peers.terms.map(({ peer, theirs, own, fte }) =>
		m.workload_peer_term({
			name: localText(peer.municipality),
			posts: exact(peer.fte?.expected ?? 0),
			from: [nameOfNeedMethod(peer.basis), ...peer.years].join(', '),
			theirs: formatNumber(theirs),
			own: formatNumber(own),
			need: exact(fte.expected),
		}),
	);
	if (comparison === null || part >= 1) return lines.join('; ');
	const mean = exact(peers.fte.expected);
	const need = exact(comparison.expected);
	return `${lines.join('; ')}. ${m.workload_peer_part({ mean, share: formatShare(part, { digits: 1 }), need })}`;
}
