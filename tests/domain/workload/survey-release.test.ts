import { describe, expect, it } from 'vitest';
import { mayRelease, type SurveyCampaignId, type SurveyRelease } from '#lib/domain/workload/index.ts';

/** „ABC“: three people of one weight. „AAB“: A counts twice. */
function of(people: string, campaign = 'c'): SurveyRelease {
	const weights = new Map<string, number>();
	for (const person of people) weights.set(person, (weights.get(person) ?? 0) + 1);
	return { campaignId: campaign as SurveyCampaignId, people: weights };
}

const may = (earlier: readonly SurveyRelease[], next: SurveyRelease) => mayRelease(earlier, next, 3);

describe('figures about people beside those that were shown before', () => {
	it('need three people', () => {
		expect([may([], of('AB')), may([], of('ABC')), may([], of(''))]).toEqual([false, true, false]);
	});

	it('may be shown again, and with three people more or less', () => {
		expect(may([of('ABCDEF')], of('ABCDEF'))).toBe(true);
		expect(may([of('ABCDEF')], of('ABCDEFGHI'))).toBe(true);
		expect(may([of('ABCDEF')], of('ABC'))).toBe(true);
	});

	it('may not where one or two people came, left or took the place of others', () => {
		expect(may([of('ABCDE')], of('ABCDEF'))).toBe(false);
		expect(may([of('ABCDE')], of('ABC'))).toBe(false);
		expect(may([of('ABCDE')], of('ABCDFGH'))).toBe(false);
	});

	it('may not where three figures together would leave two people', () => {
		// ABCDEF, ABCGHI and the people A, D, G … in a third: A, B, C fall apart.
		expect(may([of('ABCDEF'), of('ABCGHI')], of('ABDEGH'))).toBe(false);
	});

	it('may not where one person counts for more in one campaign, and may where all do', () => {
		expect(may([of('ABCDEF')], of('AABCDEF'))).toBe(false);
		expect(may([of('ABC')], of('AABBCC'))).toBe(true);
	});

	it('compare no weights between two surveys, only who is in them', () => {
		expect(may([of('ABCDEF')], of('AABCDEF', 'd'))).toBe(true);
		expect(may([of('ABCDEF')], of('ABCDE', 'd'))).toBe(false);
	});
});
