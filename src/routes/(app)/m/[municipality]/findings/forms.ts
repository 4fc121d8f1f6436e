import { z } from 'zod';
import {
	FINDING_CRITERIA,
	FINDING_KINDS,
	FINDING_STATUSES,
	RECOMMENDATION_KINDS,
	RECOMMENDATION_STATUSES,
} from '#lib/domain/overlap/finding.ts';
import { choice, id, optionalDay, optionalText, revision, text, wholeNumber } from '#lib/forms/index.ts';

const five = () => wholeNumber({ min: 1, max: 5 });

export const newFindingSchema = z.object({
	title: text(400),
	body: text(5000),
	kind: choice(FINDING_KINDS),
	criterion: choice(FINDING_CRITERIA),
	severity: five(),
});

export const editFindingSchema = newFindingSchema.extend({
	status: choice(FINDING_STATUSES),
	statusReason: optionalText(1000),
	revision: revision(),
});

export const newRecommendationSchema = z.object({
	body: text(3000),
	kind: choice(RECOMMENDATION_KINDS),
	impact: five(),
	effort: five(),
	legalComplexity: wholeNumber({ min: 1, max: 3 }),
	expectedEffect: text(1000),
});

export const editRecommendationSchema = newRecommendationSchema.extend({
	recommendation: id(),
	revision: revision(),
	status: choice(RECOMMENDATION_STATUSES),
	statusReason: optionalText(1000),
});

export const actionSchema = z.object({
	recommendation: id(),
	action: z.string().optional(),
	revision: z.string().optional(),
	body: text(2000),
	responsible: text(200),
	startsOn: optionalDay(),
	dueOn: optionalDay(),
	progress: wholeNumber({ min: 0, max: 100 }),
	proof: optionalText(500),
});
