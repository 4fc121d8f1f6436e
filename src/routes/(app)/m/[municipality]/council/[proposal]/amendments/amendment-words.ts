import type { PointWords } from '#lib/components/review/amendment-words.ts';
import type { AmendmentProblem } from '#lib/domain/review/index.ts';
import type { OperationSummary } from '#lib/domain/scenario/index.ts';
import { amendmentText, collisionText } from '#lib/i18n/amendment-text.ts';
import { formatDate, formatEuro } from '#lib/i18n/format.ts';
import { nameOfAmendmentState, nameOfCommitteeOpinion } from '#lib/i18n/council-names.ts';
import { operationDetails } from '#lib/i18n/operation-details.ts';
import { operationTitle } from '#lib/i18n/operation-text.ts';
import { councilProblemText } from '#lib/i18n/review-refusal.ts';
import { passingText } from '#lib/i18n/passing-text.ts';
import { nameOfRule } from '#lib/i18n/rule-names.ts';
import { nameOfVerdict } from '#lib/i18n/scenario-names.ts';
import { blockText, refusalText, type RefusalFrame } from '#lib/i18n/scenario-refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	isUnsettled,
	type AmendmentDetail,
	type AmendmentLine,
	type AmendmentState,
} from '#lib/server/services/council-amendment-view.ts';
import { proposalFrame } from '#lib/server/services/council-view.ts';
import type { OpenProposal } from '#lib/server/services/proposal.ts';

/** An amendment as a row of the list, in words. */
export function lineWords({ record, state, point, names, added, collides }: AmendmentLine) {
	return {
		number: record.number,
		text: amendmentText({ body: record.body, point, names, added }),
		author: record.authorName,
		opinion: nameOfCommitteeOpinion(record.opinion),
		...{ state, stateName: nameOfAmendmentState(state) },
		collides: collides.length > 0 ? m.council_collides({ numbers: numbered(collides) }) : null,
	};
}

/** What an amendment does and how it stands to the others, in words. */
export function effectWords(
	open: OpenProposal,
	{ number, state }: { readonly number: number; readonly state: AmendmentState },
	detail: AmendmentDetail,
) {
	const frame = proposalFrame(open, [detail.refusal, detail.effect?.blocks, detail.standing.need]);
	const { effect } = detail;
	return {
		before: detail.before && pointWords(detail.before),
		after: detail.after && pointWords(detail.after),
		numbers: effect && { before: effect.submitted, after: effect.amended },
		cost: effect && detail.isCostShown ? costText(effect) : null,
		ledger: (effect?.blocks ?? []).map((block) => blockText(block, frame)),
		rules: [
			...(effect?.rules ?? []).map(({ before, after }) =>
				m.council_effect_rule({
					rule: nameOfRule(before.rule),
					before: nameOfVerdict(before.verdict),
					after: nameOfVerdict(after.verdict),
				}),
			),
			...(effect?.passing ?? []).map((breach) => passingText(breach)),
		],
		standing: isUnsettled(state) ? standingTexts(number, detail, frame) : [],
		refusal: detail.refusal && councilProblemText(detail.refusal, frame),
	};
}

function costText({ submitted, amended }: NonNullable<AmendmentDetail['effect']>): string {
	return m.council_effect_cost({
		before: formatEuro(submitted.annualCost),
		after: formatEuro(amended.annualCost),
	});
}

export function pointWords(point: OperationSummary): PointWords {
	const { motive, effectiveOn } = point.operation;
	return {
		...{ title: operationTitle(point), details: operationDetails(point), motive },
		effective: effectiveOn === null ? null : formatDate(effectiveOn),
	};
}

function standingTexts(
	number: number,
	{ standing }: Pick<AmendmentDetail, 'standing'>,
	frame: RefusalFrame,
): readonly string[] {
	const { need, collisions, together } = standing;
	return [
		...(need.code === 'review/needs'
			? [m.council_needs({ numbers: need.numbers.join(', '), reason: refusalText(need.refusal, frame) })]
			: []),
		...(need.code === 'review/never-applies'
			? [m.council_never_applies({ reason: refusalText(need.refusal, frame) })]
			: []),
		...collisions.map((collision) => collisionText(collision, number, frame.places)),
		...together.map((other) => m.council_collision_together({ number: other })),
	];
}

function numbered(numbers: readonly number[]): string {
	return numbers.map((number) => `№ ${number}`).join(', ');
}

/** A form that does not lead to an amendment, in a sentence. */
export function bodyProblemText(problem: AmendmentProblem): string {
	return councilProblemText(problem, { names: { units: {}, posts: {}, functions: {} }, places: {} });
}
