import { answer } from '#lib/forms/index.ts';
import { operationDetails } from '#lib/i18n/operation-details.ts';
import { operationTitle } from '#lib/i18n/operation-text.ts';
import { viewHall } from '#lib/server/services/council-hall.ts';
import { openReview } from '#lib/server/services/review.ts';
import { problemOf, proposalAddress } from '../council-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = proposalAddress(params);
	const view = viewHall(answer(await openReview(locals.ctx, address)));
	const asked = Number(url.searchParams.get('point') ?? '1');
	const last = view.points.length + 1;
	const at = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), last) : 1;
	const point = view.points[at - 1];
	const { number, title } = view.proposal;
	return {
		isWholeScreen: true,
		...{ number, title, at, last, numbers: view.numbers, text: view.text },
		problem: view.problem && (await problemOf(locals.ctx, address, view.problem)),
		point: point && {
			...{ number: point.number, title: operationTitle(point), details: operationDetails(point) },
			...{ motive: point.operation.motive, pictures: point.pictures, isLeftOut: point.isLeftOut },
			...{ posts: point.posts, annualCost: point.annualCost, withoutCost: point.withoutCost },
		},
		ballots: view.ballots.filter(({ subject, numbers }) =>
			point
				? (subject === 'points' && point.number !== null && numbers.includes(point.number)) ||
					(subject === 'amendments' && numbers.some((number) => point.amendedBy.includes(number)))
				: subject === 'whole',
		),
	};
};
