import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Sentences from '#lib/components/answer/Sentences.svelte';
import { share, type PostKey, type UnitKey } from '#lib/domain/shared/index.ts';
import type {
	SurveyAnswer,
	SurveyCampaignId,
	SurveyItem,
	SurveyItemId,
	SurveyRespondent,
	SurveyRespondentId,
} from '#lib/domain/workload/index.ts';

const unitKey = 'el-ut' as UnitKey;
const respondent: SurveyRespondent = {
	...{ id: 'r' as SurveyRespondentId, campaignId: 'c' as SurveyCampaignId, unitKey },
	...{ postKey: 'el-ut-dir' as PostKey, seat: 1, employeeId: null, occupancy: 1, weeklyHours: 40 },
	...{ channel: 'link', state: 'in-progress', measure: 'percent', obstacles: null, systems: null },
	...{ hasLink: true, linkEndsOn: null, isLinkRevoked: false, submittedAt: null, validatedAt: null },
	revision: 1,
};
const item: SurveyItem = {
	...{ id: 'a' as SurveyItemId, respondentId: null, unitKey, groupKey: 'money' },
	text: { bg: 'Съставя бюджета', en: null },
};
const nothing = { low: null, high: null, participation: null, peakMonths: 0, isLocked: false };
const answer: SurveyAnswer = { itemId: item.id, share: share(0), ...nothing };

const read = (isUnfinished: boolean) =>
	render(Sentences, {
		props: {
			...{ respondent, unit: 'Дирекция', post: 'директор', items: [item], answers: [answer] },
			...{ areas: [{ key: 'money', name: 'Бюджет' }], isUnfinished },
		},
	}).body;

it('what was not divided yet is not said to take no time', () => {
	expect(read(true)).toContain('За „Съставя бюджета“ не сте посочили време.');
	expect(read(false)).toContain('За „Съставя бюджета“ не отделяте време.');
});
