import { describe, expect, it } from 'vitest';
import { headcount } from '#lib/domain/shared/index.ts';
import { computeUnitWorkloads, sharePosts } from '#lib/domain/workload/index.ts';
import {
	AS_OF,
	CALENDAR,
	PARAMETERS,
	aFunction,
	aPart,
	aPost,
	aStructure,
	aUnit,
	anActivity,
	unitKey,
} from './builders.ts';

/** „a 4, b 1“: post a with four people, post b with one; each does one activity. */
function shared(said: string, smallest = 3) {
	const people = said.split(', ').map((one) => one.split(' ') as [string, string]);
	const structure = aStructure({
		units: [aUnit('u')],
		posts: people.map(([key, occupied]) =>
			aPost(key, 'u', { occupied: headcount(Number(occupied)), approved: headcount(Number(occupied)) }),
		),
		functions: people.map(([key]) => aFunction(`f-${key}`)),
		participations: people.map(([key]) => aPart(`f-${key}`, 'u')),
		activities: people.map(([key]) =>
			anActivity(`x-${key}`, { fn: `f-${key}`, unit: 'u', post: key, volume: 100, minutes: [60, 60, 60] }),
		),
	});
	const report = computeUnitWorkloads(structure, PARAMETERS, AS_OF, CALENDAR);
	const workload = report.ok ? report.value.units.get(unitKey('u')) : undefined;
	if (!workload) throw new Error('the unit is computed');
	const { workload: shown, hidden } = sharePosts(workload, smallest);
	return {
		posts: shown.posts.map(({ post }) => post.key as string),
		named: (shown.terms?.activities ?? []).flatMap(({ activity }) => activity.postKey ?? []),
		hidden,
		isSameUnit: shown.own === workload.own,
	};
}

describe('the workload of a unit for whoever may not see its people', () => {
	it('has no figure of a post of fewer than three people, and keeps the unit whole', () => {
		expect(shared('a 4, b 1, c 2')).toEqual({
			...{ posts: ['a'], named: ['a'], isSameUnit: true },
			hidden: { posts: 2, occupied: 3 },
		});
	});

	it('leaves out one more post where the others together are fewer than three', () => {
		expect(shared('a 4, b 1, c 5')).toMatchObject({ posts: ['c'], hidden: { posts: 2, occupied: 5 } });
	});

	it('shows every post to whoever may see the people', () => {
		expect(shared('a 4, b 1', 0)).toMatchObject({ posts: ['a', 'b'], hidden: { posts: 0, occupied: 0 } });
	});
});
