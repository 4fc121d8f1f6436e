import { answer } from '#lib/forms/index.ts';
import { operationDetails } from '#lib/i18n/operation-details.ts';
import { operationTitle } from '#lib/i18n/operation-text.ts';
import { hallScreen, viewHall } from '#lib/server/services/council-hall.ts';
import { openReview } from '#lib/server/services/review.ts';
import { lineWords } from '../amendments/amendment-words.ts';
import { problemOf, proposalAddress } from '../council-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = proposalAddress(params);
	const page = answer(await openReview(locals.ctx, address));
	const view = viewHall(page);
	const screen = hallScreen(page, view, Number(url.searchParams.get('point') ?? '1'));
	const { number, title } = view.proposal;
	const { at, last, point, pictures, isWhole, more, ballots } = screen;
	return {
		isWholeScreen: true,
		...{ number, title, at, last, isWhole, more, ballots, numbers: view.numbers, text: view.text },
		problem: view.problem && (await problemOf(locals.ctx, address, view.problem)),
		point: point && {
			...{ number: point.number, title: operationTitle(point), details: operationDetails(point) },
			...{ motive: point.operation.motive, pictures, isLeftOut: point.isLeftOut },
			...{ posts: point.posts, annualCost: point.annualCost, withoutCost: point.withoutCost },
		},
		amendments: screen.amendments.map((line) => ({
			...lineWords(line),
			motive: line.record.motive,
			/** Of a new point: what it would do. */
			added: line.added && {
				details: operationDetails(line.added),
				...{ posts: line.added.posts, annualCost: line.added.annualCost },
				withoutCost: line.added.withoutCost,
			},
		})),
	};
};
