import { describe, expect, it } from 'vitest';
import { checkFacts, phasesOf } from '#lib/domain/publication/index.ts';
import { headcount, isoDate } from '#lib/domain/shared/index.ts';
import { LIMITS, operation, runOf } from '#tests/support/operations.ts';
import { balchik, factsOf } from '#tests/support/papers-world.ts';
import {
	aPost,
	aStructure,
	aUnit,
	postKey,
	smallStructure,
	unitKey,
} from '#tests/support/small-structure.ts';

const rename = operation('unit-rename', {
	unitKey: unitKey('obshta'),
	name: { bg: 'Дирекция „Административно обслужване“', en: null },
	kind: 'directorate',
	part: 'general',
});

describe('the facts of the papers', () => {
	it('are those of Балчик, 2008: 123 posts = 23 + 66 + 34, and 156 ½ in other activities', () => {
		const facts = factsOf(balchik(), [rename]);
		const { after } = facts.numbers;
		expect(after.administration).toBe(123);
		expect([after.byPart.direct, after.byPart.general, after.byPart.specialised]).toEqual([23, 66, 34]);
		expect(after.outside).toBe(156.5);
		expect(checkFacts(facts)).toEqual([]);
	});

	it('are refused where 23 + 66 + 33 is said to be 123', () => {
		const facts = factsOf(balchik(), [rename]);
		const { after } = facts.numbers;
		const wrong = { ...after, byPart: { ...after.byPart, specialised: headcount(33) } };
		const broken = { ...facts, numbers: { ...facts.numbers, after: wrong } };
		// the whole is 123 + 156,5 = 279,5; the parts 23 + 66 + 33 + 156,5 = 278,5
		expect(checkFacts(broken)).toEqual([{ code: 'facts/parts', expected: 279.5, found: 278.5 }]);
	});

	it('list units to the directorates: a department counts in the line of its directorate', () => {
		const { units, other } = factsOf(balchik(), [rename]);
		expect(units.map(({ key, posts }) => [key, posts.after])).toEqual([
			['kmet', 23],
			['obshta', 66],
			['spec', 34],
		]);
		expect(other.map(({ key, posts }) => [key, posts.after])).toEqual([['gradina', 156.5]]);
	});

	it('say who pays in every line, and the sources add up to the posts', () => {
		for (const { funding, posts } of factsOf(smallStructure(), [closePost]).units)
			expect(funding.delegated + funding.local + funding['co-financed']).toBe(posts.after);
	});
});

const closePost = operation('post-close', { postKey: postKey('p-rent') });

describe('the days of effect', () => {
	it('are those of Русе, 2008: 310 posts, and 275 from 1 July', () => {
		const ruse = aStructure({
			units: [aUnit('kmet', null, { kind: 'mayor', part: 'direct' })],
			posts: [aPost('p', 'kmet', 310, { occupied: headcount(0) })],
		});
		const cut = operation('post-change', { postKey: postKey('p'), changes: { approved: headcount(275) } });
		const start = isoDate('2008-01-01');
		const july = isoDate('2008-07-01');
		// 310 − 35 = 275
		const phases = phasesOf(runOf(ruse, { ...cut, effectiveOn: july }), {
			decisionDay: start,
			limits: LIMITS,
		});
		expect(phases.map(({ on, administration }) => [on, administration])).toEqual([
			[start, 310],
			[july, 275],
		]);
	});

	it('are one where everything takes effect with the decision', () => {
		expect(factsOf(smallStructure(), [closePost]).phases).toEqual([
			{ on: '2027-01-01', administration: 9, outside: 0 },
		]);
	});
});

describe('a change that costs no posts', () => {
	it('as in Казанлък, 2015, shows the movement and keeps the total', () => {
		const move = operation('post-move', {
			...{ postKey: postKey('p-acc'), unitKey: unitKey('prop') },
			...{ isHead: false, withWork: true, part: null },
		});
		const facts = factsOf(smallStructure(), [move]);
		// the directorate (with its sector) gives 2 of 5 posts to the department of 4
		expect(facts.units.map(({ key, posts }) => [key, posts.before, posts.after])).toEqual([
			['mayor', 1, 1],
			['dir', 5, 3],
			['prop', 4, 6],
		]);
		expect(facts.numbers.after.administration).toBe(facts.numbers.before.administration);
		expect(checkFacts(facts)).toEqual([]);
	});
});
