import { fromParts, toParts } from '#lib/domain/workload/survey/parts.ts';
import { amountOf, type MeasureBase } from '#lib/domain/workload/survey/measure.ts';
import type { SurveyMeasure } from '#lib/domain/workload/survey/types.ts';
import type { Share } from '#lib/domain/shared/index.ts';

/** How a total is measured and said. */
export interface TotalFrame {
	readonly measure: SurveyMeasure;
	readonly base: MeasureBase;
	/** An amount with its unit. */
	readonly say: (amount: number) => string;
	readonly words: {
		readonly open: (inputs: { done: string; left: string }) => string;
		readonly over: (inputs: { done: string; over: string }) => string;
		readonly full: (inputs: { done: string }) => string;
	};
}

export interface Total {
	readonly state: 'open' | 'over' | 'full';
	readonly text: string;
	/** Part of the whole, for the bar, at most 100. */
	readonly percent: number;
}

/** What rounds to nothing with two decimals is not asked for. */
const UNSEEN = 0.0051;

/** „Разпределени 85 % – остават 15 %“ for the sum of the shares that were given out. */
export function totalText(done: number, { measure, base, say, words }: TotalFrame): Total {
	const say1 = (part: number) => say(amountOf(part as Share, measure, base));
	const off = toParts(base.whole) - toParts(done);
	const percent = base.whole === 0 ? 0 : Math.min(100, (done / base.whole) * 100);
	if (amountOf(fromParts(Math.abs(off)) as Share, measure, base) < UNSEEN)
		return { state: 'full', text: words.full({ done: say1(base.whole) }), percent: 100 };
	const by = say1(fromParts(Math.abs(off)));
	return off > 0
		? { state: 'open', text: words.open({ done: say1(done), left: by }), percent }
		: { state: 'over', text: words.over({ done: say1(done), over: by }), percent };
}
