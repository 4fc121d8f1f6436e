import {
	NEED_METHODS,
	reachesEnough,
	type AgreementRule,
	type Estimate,
	type NeedMeasure,
	type NeedMethod,
	type NeedVerdict,
} from '#lib/domain/workload/index.ts';
import { formatFte, formatShare } from '#lib/i18n/format.ts';
import { nameOfBalance, nameOfNeedMethod } from '#lib/i18n/need-names.ts';
import { m } from '#lib/paraglide/messages.js';

/** „3,00 (от 2,50 до 3,80)“. */
export function estimateText(estimate: Estimate): string {
	const { low, expected, high } = estimate;
	if (!(high > low)) return formatFte(expected);
	return m.workload_need_with_range({
		need: formatFte(expected),
		low: formatFte(low),
		high: formatFte(high),
	});
}

/** „недостиг · 0,84“, „недоказано“. */
export function verdictLabel(verdict: NeedVerdict): string {
	if (verdict.kind === 'unproven') return m.workload_unproven();
	const name = nameOfBalance(verdict.balance);
	return verdict.ratio === null ? name : `${name} · ${formatFte(verdict.ratio)}`;
}

export function verdictTone(verdict: NeedVerdict): 'plain' | 'ok' | 'bad' | 'info' {
	if (verdict.kind === 'unproven') return 'plain';
	if (verdict.balance === 'balance') return 'ok';
	return verdict.balance === 'shortage' ? 'bad' : 'info';
}

/** What the verdict rests on, or why there is none. */
export function verdictReason(verdict: NeedVerdict): string {
	if (verdict.kind === 'proven') {
		return m.workload_proven_by({ methods: listOf(verdict.methods), need: estimateText(verdict.need) });
	}
	if (verdict.reason === 'too-few-methods') {
		return verdict.silent.length >= NEED_METHODS.length
			? m.workload_unproven_nothing()
			: m.workload_unproven_few({ methods: listOf(verdict.silent) });
	}
	const least = Math.min(...verdict.pairs.map(({ difference }) => difference));
	return m.workload_unproven_disagreement({ difference: formatShare(least) });
}

/** The verdict in a few words for a row that names its methods elsewhere. */
export function verdictWord(verdict: NeedVerdict): string {
	if (verdict.kind === 'proven') return m.workload_proven_need({ need: estimateText(verdict.need) });
	if (verdict.reason === 'too-few-methods') return m.workload_unproven_short();
	return verdictReason(verdict);
}

/** That the verdict would be another at the least or the greatest need; nothing where it would not. */
export function verdictDoubt(verdict: NeedVerdict): string {
	if (verdict.kind === 'unproven') return '';
	const { low, high } = verdict.balanceRange;
	if (low === verdict.balance && high === verdict.balance) return '';
	return m.workload_proven_doubt({ low: nameOfBalance(low), high: nameOfBalance(high) });
}

/** One method as a number with its range, or that nobody measured. */
export function measureStat(
	method: NeedMethod,
	measures: readonly NeedMeasure[],
	{
		rule,
		isSurveyHidden,
	}: { readonly rule: Pick<AgreementRule, 'coverageMinimum'>; readonly isSurveyHidden: boolean },
): { readonly value: string; readonly note?: string } {
	const found = measures.find((measure) => measure.method === method);
	if (!found)
		return {
			value: isSurveyHidden && method === 'survey' ? m.workload_survey_not_shown() : m.common_not_measured(),
		};
	const reach = reachText(found);
	const parts = [spreadText(found.fte), reachesEnough(found, rule) ? '' : reach];
	return { value: formatFte(found.fte.expected), note: parts.filter(Boolean).join(', ') };
}

const REACH = {
	survey: m.workload_reach_survey,
	volume: m.workload_reach_volume,
	comparison: m.workload_reach_comparison,
};

/** What the share of a method that reaches too little is a share of. */
export function reachText({ method, coverage }: NeedMeasure): string {
	return REACH[method]({ share: formatShare(coverage ?? 0) });
}

/** „анкета 8,64 · обем × норма 12,53 · сравнение 5,75 (сравнени са само 40 % от работата)“: what was measured, in one line. */
export function measuredLine(
	measures: readonly NeedMeasure[],
	rule: Pick<AgreementRule, 'coverageMinimum'>,
): string {
	const parts = measures.map((measure) => {
		const text = `${nameOfNeedMethod(measure.method)} ${formatFte(measure.fte.expected)}`;
		if (reachesEnough(measure, rule)) return text;
		return `${text} (${reachText(measure)})`;
	});
	return parts.join(' · ');
}

/** „Не е измерено: анкета, сравнение.“, and that a survey of too few people is not shown; nothing where every method measured. */
export function unmeasuredLine(measures: readonly NeedMeasure[], isSurveyHidden: boolean): string {
	const silent = NEED_METHODS.filter((method) => !measures.some((measure) => measure.method === method));
	const unmeasured = silent.filter((method) => !(isSurveyHidden && method === 'survey'));
	return [
		isSurveyHidden ? m.workload_survey_hidden() : '',
		unmeasured.length === 0 ? '' : m.workload_need_silent({ methods: listOf(unmeasured) }),
	]
		.filter(Boolean)
		.join(' ');
}

/** „от 6,91 до 10,22“; nothing where there is no spread. */
export function spreadText({ low, high }: Estimate): string {
	return high > low ? m.workload_range({ low: formatFte(low), high: formatFte(high) }) : '';
}

function listOf(methods: readonly NeedMethod[]): string {
	return methods.map((method) => nameOfNeedMethod(method)).join(', ');
}
