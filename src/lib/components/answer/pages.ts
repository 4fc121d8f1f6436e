import type { SurveyAnswer, SurveyGroupShare, SurveyItem } from '#lib/domain/workload/index.ts';
import {
	checkGroups,
	checkGroupSum,
	groupOfItems,
	remainderOf,
	sharesInside,
	toParts,
} from '#lib/domain/workload/index.ts';

/** A page of the questionnaire; the inside of a group is a page for each group that has something to divide. */
export type AnswerPage =
	| { readonly step: 'start' | 'choose' | 'groups' | 'details' | 'review' }
	| { readonly step: 'inside'; readonly area: string };

/** What the order of the pages depends on. */
export interface Progress {
	readonly items: readonly SurveyItem[];
	readonly answers: readonly SurveyAnswer[];
	readonly groups: readonly SurveyGroupShare[];
}

/** The pages that this respondent has: no division where there is one group, or one item in a group. */
export function pagesOf({ items, answers, groups }: Progress): readonly AnswerPage[] {
	const groupOf = groupOfItems(items);
	const inside = groups.filter(
		({ groupKey }) => answers.filter((answer) => groupOf.get(answer.itemId) === groupKey).length > 1,
	);
	return [
		{ step: 'start' },
		{ step: 'choose' },
		...(groups.length > 1 ? [{ step: 'groups' as const }] : []),
		...inside.map(({ groupKey }) => ({ step: 'inside' as const, area: groupKey })),
		...(answers.length > 0 ? [{ step: 'details' as const }] : []),
		{ step: 'review' },
	];
}

/** „inside:finance“: a page in a form. */
export function pageKey(page: AnswerPage): string {
	return page.step === 'inside' ? `inside:${page.area}` : page.step;
}

/** The query of a page, after the link itself. */
export function pageQuery(page: AnswerPage): string {
	return page.step === 'inside' ? `step=inside&area=${encodeURIComponent(page.area)}` : `step=${page.step}`;
}

/** The page that an address asks for; without one, the first where something is still to be done. */
export function pageAt(progress: Progress, search: URLSearchParams, isBegun: boolean): AnswerPage {
	const pages = pagesOf(progress);
	const [step, area] = [search.get('step'), search.get('area')];
	const asked = pages.find((page) => page.step === step && (page.step !== 'inside' || page.area === area));
	return asked ?? (step === null && isBegun ? firstOpen(progress, pages) : { step: 'start' });
}

/** Where a form leads that names a page, the next one, or this one. */
export function pageAfter(progress: Progress, page: AnswerPage, wish: string): AnswerPage {
	const pages = pagesOf(progress);
	const named = pages.find((one) => pageKey(one) === wish);
	if (named) return named;
	const at = pages.findIndex((one) => pageKey(one) === pageKey(page));
	if (wish === 'stay') return page;
	return pages[wish === 'back' ? Math.max(0, at - 1) : at + 1] ?? page;
}

/**
 * How much more than there is a page divides, as a share; 0 when it does not. The page of the areas is measured by the
 * whole time, the page of an area by the time of the area.
 */
export function overOn({ items, answers, groups }: Progress, page: AnswerPage, tolerance: number): number {
	if (page.step === 'groups') return checkGroupSum(groups, tolerance)[0]?.by ?? 0;
	if (page.step !== 'inside') return 0;
	const off = checkGroups(groups, sharesInside(answers, groupOfItems(items)), tolerance);
	const own = off.find(({ groupKey }) => groupKey === page.area);
	return own ? Math.max(0, own.inside - own.share) : 0;
}

function firstOpen({ items, answers, groups }: Progress, pages: readonly AnswerPage[]): AnswerPage {
	if (answers.length === 0) return { step: 'choose' };
	const inside = sharesInside(answers, groupOfItems(items));
	const isOpen = (page: AnswerPage): boolean => {
		if (page.step === 'groups') return toParts(remainderOf(groups.map((group) => group.share))) !== 0;
		if (page.step !== 'inside') return page.step === 'review';
		const group = groups.find((one) => one.groupKey === page.area);
		return toParts(group?.share ?? 0) !== toParts(inside.get(page.area) ?? 0);
	};
	return pages.find(isOpen) ?? { step: 'review' };
}
