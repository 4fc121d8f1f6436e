import { describe, expect, it } from 'vitest';
import { asId, isoDate, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	computeCompetencyCells,
	postsTouchedBy,
	requiredCompetencies,
	ruleNeeds,
	wishNeeds,
	type CompetencyLevel,
	type RuleChange,
} from '#lib/domain/training/index.ts';
import {
	aCompetency,
	aLookup,
	anEmployee,
	aPost,
	assessed,
	person,
	post,
	postRequires,
	skill,
} from './builders.ts';

const lookup = aLookup([aPost('a1', 'a'), aPost('a2', 'a'), aPost('b1', 'b')]);
const employees = ['a1', 'a2', 'b1'].map((key) => anEmployee(`e-${key}`, post(key)));
const asOf = isoDate('2026-11-21');

describe('a changed rule', () => {
	const change = (more: Partial<RuleChange> = {}): RuleChange => ({
		rule: 'provision',
		ref: 'zop-21',
		changedOn: isoDate('2027-01-01'),
		postKeys: [post('a1'), post('a2'), post('b1')],
		...more,
	});
	const needs = (changes: readonly RuleChange[]) => ruleNeeds(changes, { before: lookup, employees, asOf });

	it('is a need of everybody whom it touches, by unit, until the day before it holds', () => {
		expect(needs([change()])).toMatchObject([
			{
				key: 'rule.provision:zop-21.a',
				competencyKey: null,
				deadline: '2026-12-31',
				people: [{ employeeId: 'e-a1' }, { employeeId: 'e-a2' }],
			},
			{ key: 'rule.provision:zop-21.b', people: [{ employeeId: 'e-b1' }] },
		]);
	});

	it('that changed twice, or that several functions rest on, names everybody once', () => {
		const twice = [change({ postKeys: [post('a1')] }), change({ changedOn: isoDate('2026-06-01') })];
		const found = needs(twice);
		expect(found.map(({ people }) => people.length)).toEqual([2, 1]);
		expect(found[0]?.deadline).toBe('2026-12-31');
	});

	it('that touches nobody is no need', () => {
		expect(needs([change({ postKeys: [post('gone')] })])).toEqual([]);
	});
});

describe('a technology card', () => {
	const card = { unitKey: asId<UnitKey>('a'), functionKeys: [], postKeys: [] };

	it('touches those who do the work of its unit, until it names a post itself', () => {
		expect(postsTouchedBy(lookup, card)).toEqual(['a1', 'a2']);
		expect(postsTouchedBy(lookup, { ...card, postKeys: [post('b1'), post('gone')] })).toEqual(['b1']);
	});

	it('touches nobody when what it names is no longer there', () => {
		expect(postsTouchedBy(lookup, { ...card, postKeys: [post('gone')] })).toEqual([]);
	});
});

describe('a wish', () => {
	const wish = (employee: string, level: CompetencyLevel) => ({
		id: `w-${employee}`,
		employeeId: person(employee),
		competencyKey: skill('zop'),
		level,
		wishedOn: isoDate('2026-10-01'),
		source: 'анкета',
	});
	const staff = {
		requirements: [postRequires('a2', 'zop', 4)],
		employees,
		assessments: [assessed('e-a1', 'zop', 2), assessed('e-a2', 'zop', 2), assessed('e-b1', 'zop', 5)],
		competencies: [aCompetency('zop', 2)],
		asOf,
	};
	const cells = computeCompetencyCells(lookup, staff);
	const needs = (wishes: ReturnType<typeof wish>[]) => wishNeeds(wishes, { ...staff, before: lookup, cells });

	it('is a need of the unit with what is missing up to the level wished for', () => {
		// Wished 4, assessed 2: 2 levels × weight 2 = 4.
		expect(needs([wish('e-a1', 4)])).toMatchObject([
			{ key: 'wish.a.zop', requiredLevel: 4, priority: { value: 4 }, deadline: null },
		]);
	});

	it('says nothing new of who has the level, or of who is below what the post asks', () => {
		expect(needs([wish('e-b1', 4), wish('e-a2', 4)])).toEqual([]);
		expect(needs([wish('e-a2', 5)])).toHaveLength(1);
	});
});

describe('a requirement on a job title', () => {
	it('is asked of every post of that title, whatever its letter case', () => {
		const posts = aLookup([
			aPost('x', 'a', { title: { bg: 'Главен експерт', en: null } }),
			aPost('y', 'b', { title: { bg: 'главен  експерт', en: null } }),
			aPost('z', 'b', { title: { bg: 'Младши експерт', en: null } }),
		]);
		const asked = requiredCompetencies(posts, [
			{ kind: 'job-title', jobTitle: 'главен експерт', competencyKey: skill('zop'), level: 3, source: 'п' },
		]);
		expect(asked.map(({ postKey, level }) => [postKey, level])).toEqual([
			['x', 3],
			['y', 3],
		]);
	});
});
