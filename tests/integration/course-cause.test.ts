import { expect, it } from 'vitest';
import { serveCauses } from '#lib/server/services/course-cause.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { createPlan } from '#lib/server/services/training-plan.ts';
import { openTraining } from '#lib/server/services/training.ts';
import { at, codeOf, hr, plan, slug, value } from '#tests/support/training-world.ts';

const of = { slug, key: 'first-managers', revision: 1, source: 'въведен на ръка' };

it('a course that serves new heads is suggested for them, as an own course of the municipality', async () => {
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await createPlan(hr, slug, 2027));
	const heads = 'appointed-head.el-hd';
	const emptied = value(await serveCauses(hr, of, []));
	const before = (await plan()).suggestion;
	expect(before.uncovered.map(({ needKey }) => needKey)).toContain(heads);
	const stored = { ...of, key: emptied };
	const key = value(await serveCauses(hr, stored, ['new-head']));
	const { suggestion } = await plan();
	expect(suggestion.uncovered.map(({ needKey }) => needKey)).not.toContain(heads);
	expect(suggestion.items.find(({ needKeys }) => needKeys.includes(heads))?.courseKey).toBe(key);
	const other = value(await openTraining(await at.as('hr-lyaskovets'), { slug: 'lyaskovets' }));
	expect(other.courses.map((course) => course.key)).not.toContain(key);
});

it('only whoever keeps the catalogue says what a course serves, and not over a newer edit', async () => {
	const consultant = await at.as('konsultant');
	expect(codeOf(await serveCauses(consultant, of, ['new-head']))).toBe('access/forbidden');
	expect(codeOf(await serveCauses(hr, { ...of, revision: 9 }, ['new-head']))).toBe('course/stale');
	expect(codeOf(await serveCauses(hr, { ...of, key: 'nyama' }, []))).toBe('course/no-such-course');
});

it('the sample catalogue says which courses serve new heads, newcomers and changed rules', async () => {
	const { courses } = value(await openTraining(hr, { slug }));
	const serving = courses.flatMap((course) => (course.causes ?? []).map((cause) => [cause, course.key]));
	expect(serving).toEqual([
		['new-head', 'first-managers'],
		['new-employee', 'newcomers'],
		['rule-changed', 'rules-course'],
	]);
});
