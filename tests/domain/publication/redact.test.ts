import { describe, expect, it } from 'vitest';
import { mentionsPerson, redactFacts } from '#lib/domain/publication/index.ts';
import { headcount } from '#lib/domain/shared/index.ts';
import { operation } from '#tests/support/operations.ts';
import { factsOf } from '#tests/support/papers-world.ts';
import { aPost, aStructure, aUnit, postKey, smallStructure } from '#tests/support/small-structure.ts';

/** A mayor over a directorate of 5 posts and three mayoral offices of one post each. */
function offices() {
	const office = (key: string) =>
		aUnit(key, 'mayor', {
			...{ kind: 'mayoral-office', part: 'territorial', sort: 5 },
			name: { bg: `Кметско наместничество с. ${key}`, en: null },
		} as const);
	return aStructure({
		units: [
			aUnit('mayor', null, { kind: 'mayor', part: 'direct' }),
			aUnit('dir', 'mayor', { kind: 'directorate', part: 'general' }),
			...['a', 'b', 'c'].map(office),
		],
		posts: [
			aPost('p-mayor', 'mayor', 1),
			aPost('p-dir', 'dir', 5),
			...['a', 'b', 'c'].map((key) => aPost(`p-${key}`, key, 1)),
		],
	});
}

const rename = (post: string) =>
	operation('post-change', {
		postKey: postKey(post),
		changes: { title: { bg: 'Главен експерт', en: null } },
	});

describe('what citizens see', () => {
	it('are units of one post together by kind, with the sum of their posts', () => {
		const { structure } = redactFacts(factsOf(offices(), [rename('p-dir')]), 'public', []);
		expect(structure.after.map(({ name, kind, units, posts }) => [name?.bg ?? kind, units, posts])).toEqual([
			['Звено mayor', 1, 1],
			['Звено dir', 1, 5],
			['mayoral-office', 3, 3],
		]);
	});

	it('leaves to the council every unit by its name', () => {
		const { structure, replaced } = redactFacts(factsOf(offices(), [rename('p-dir')]), 'council', []);
		expect(structure.after).toHaveLength(5);
		expect(replaced).toEqual([]);
	});

	it('keeps the name of a unit that had one post and gets a second', () => {
		const grow = operation('post-change', { postKey: postKey('p-a'), changes: { approved: headcount(2) } });
		const { structure } = redactFacts(factsOf(offices(), [grow]), 'public', []);
		expect(structure.before.map(({ name }) => name?.bg)).toContain('Кметско наместничество с. a');
	});

	it('is no number about one or two people, and no cost of fewer than three posts', () => {
		const facts = factsOf(smallStructure(), [operation('post-close', { postKey: postKey('p-rent') })]);
		// one occupied post is cut
		expect(facts.report.impact.people.cut).toBe(1);
		const citizen = redactFacts(facts, 'public', []);
		expect(citizen.people.cut).toBe(null);
		expect(citizen.cost).toBe(null);
		const council = redactFacts(facts, 'council', []);
		expect(council.people.cut).toBe(1);
		expect(council.cost).toEqual({
			before: facts.numbers.before.annualCost,
			after: facts.numbers.after.annualCost,
		});
	});

	it('is no reason that names an employee', () => {
		const named = { ...rename('p-dir'), motive: 'Поради пенсиониране на Иван Петров.' };
		const facts = factsOf(offices(), [named]);
		const people = ['Иван Димитров Петров'];
		expect(redactFacts(facts, 'public', people).points).toEqual([{ number: 1, isReasonHidden: true }]);
		expect(redactFacts(facts, 'staff', people).points[0]?.isReasonHidden).toBe(true);
		expect(redactFacts(facts, 'council', people).points[0]?.isReasonHidden).toBe(false);
	});
});

describe('a name in a text', () => {
	it('is found by its first and last word, whatever their letters', () => {
		expect(mentionsPerson('освобождава се ИВАН П. ПЕТРОВ', ['Иван Димитров Петров'])).toBe(true);
		expect(mentionsPerson('улица „Иван Вазов“ и с. Петрово', ['Иван Димитров Петров'])).toBe(false);
	});

	it('is not a single word', () => {
		expect(mentionsPerson('Мария', ['Мария'])).toBe(false);
	});
});
