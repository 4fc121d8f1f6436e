import { describe, expect, it } from 'vitest';
import { checkRules, countVerdicts } from '#lib/domain/scenario/index.ts';
import type { OrgUnit, Power } from '#lib/domain/org/index.ts';
import { asId, isoDate, type PowerKey } from '#lib/domain/shared/index.ts';
import { verdict, withBudget, withPlace, withPosts } from '#tests/support/rules.ts';
import {
	aFunction,
	aPost,
	aUnit,
	smallStructure,
	takesPart,
	unitKey,
} from '#tests/support/small-structure.ts';

describe('rules on the structure', () => {
	it('R04: a specialised unit under a general one is named', () => {
		const base = smallStructure();
		const mixed = { ...base, units: [...base.units, aUnit('x', 'dir', { part: 'specialised' })] };
		expect(verdict('R04', base).verdict).toBe('passed');
		expect(verdict('R04', mixed).items.map((item) => item.key)).toEqual(['x']);
	});

	it('R04: so is one of any other part, and a mayoralty; not one right under the mayor, nor a social service', () => {
		const base = smallStructure();
		const wrong = (unit: OrgUnit) =>
			verdict('R04', { ...base, units: [...base.units, unit] }).items.map((item) => item.key);
		expect(wrong(aUnit('x', 'prop', { kind: 'office', part: 'direct' }))).toEqual(['x']);
		expect(wrong(aUnit('x', 'dir', { part: 'outside' }))).toEqual(['x']);
		expect(wrong(aUnit('x', 'dir', { kind: 'mayoralty', part: 'territorial' }))).toEqual(['x']);
		expect(wrong(aUnit('x', 'mayor', { part: 'general' }))).toEqual([]);
		expect(wrong(aUnit('x', 'dir', { kind: 'social-service', part: 'outside' }))).toEqual([]);
	});

	it('R05: no department in a department, no directorate in a department', () => {
		const base = smallStructure();
		const nested = (kind: 'department' | 'directorate' | 'sector') =>
			verdict('R05', { ...base, units: [...base.units, aUnit('x', 'prop', { kind })] }).verdict;
		expect([nested('sector'), nested('department'), nested('directorate')]).toEqual([
			'passed',
			'failed',
			'failed',
		]);
	});

	it('R10: mayor, secretary and chief architect, one each', () => {
		const base = smallStructure();
		expect(verdict('R10', base).items.map((item) => [item.key, item.value])).toEqual([
			['secretary', 0],
			['architect', 0],
		]);
		const whole = withPosts([
			...base.posts,
			aPost('s', 'mayor', 1, { title: { bg: 'Секретар на община', en: null } }),
			aPost('a', 'mayor', 1, { title: { bg: 'ГЛАВЕН  АРХИТЕКТ', en: null } }),
		]);
		expect(verdict('R10', whole).verdict).toBe('passed');
	});

	it('R12: at least one deputy mayor, whatever the dash', () => {
		expect(verdict('R12', smallStructure()).verdict).toBe('failed');
		const deputy = aPost('d', 'mayor', 1, { title: { bg: 'Заместник – кмет', en: null } });
		const plain = aPost('d', 'mayor', 1, { title: { bg: 'Заместник–кмет на община', en: null } });
		expect(verdict('R12', withPosts([plain])).verdict).toBe('passed');
		expect(verdict('R12', withPosts([deputy])).verdict).toBe('passed');
	});

	it('R13: with a budget of 9,9 m лв. no unit is required; with 10,1 m and 33,0 m one is', () => {
		expect(verdict('R13', withBudget(9.9)).verdict).toBe('not-applicable');
		expect(verdict('R13', withBudget(10.1)).verdict).toBe('failed');
		expect(verdict('R13', withBudget(33)).verdict).toBe('failed');
		const audit = aUnit('audit', 'mayor', { kind: 'audit-unit', part: 'direct' });
		const having = (posts: number) => ({
			...withBudget(33),
			units: [...smallStructure().units, audit],
			posts: [aPost('pa', 'audit', posts)],
		});
		expect(verdict('R13', having(2)).verdict).toBe('passed');
		expect(verdict('R13', having(1)).items[0]?.code).toBe('rule/unit-too-small');
		const hidden = {
			...having(2),
			units: [...smallStructure().units, { ...audit, parentKey: unitKey('dir') }],
		};
		expect(verdict('R13', hidden).items[0]?.code).toBe('rule/audit-not-under-mayor');
	});

	it('R13: a unit that is not required stands directly under the mayor all the same', () => {
		const hidden = (base: ReturnType<typeof smallStructure>) => ({
			...base,
			units: [...base.units, aUnit('audit', 'dir', { kind: 'audit-unit' })],
		});
		expect(verdict('R13', hidden(withBudget(9.9)))).toMatchObject({
			verdict: 'failed',
			items: [{ key: 'audit', code: 'rule/audit-not-under-mayor' }],
		});
		expect(verdict('R13', hidden(smallStructure())).verdict).toBe('failed');
	});

	it('R13: a lawyer is asked when nobody knows the budget', () => {
		expect(verdict('R13', smallStructure()).verdict).toBe('needs-lawyer');
	});

	it('R17: an audit unit with a function of administration is put before a lawyer', () => {
		const base = smallStructure();
		const audit = aUnit('audit', 'mayor', { kind: 'audit-unit' });
		const having = (...texts: readonly string[]) => ({
			...base,
			units: [...base.units, audit],
			functions: texts.map((text, at) => aFunction(`f${at}`, { text: { bg: text, en: null } })),
			participations: texts.map((_, at) => takesPart(`f${at}`, 'audit')),
		});
		expect(verdict('R17', base).verdict).toBe('not-applicable');
		expect(verdict('R17', having('Изготвя годишния план за вътрешен одит')).verdict).toBe('passed');
		expect(verdict('R17', having('Следи одитните препоръки', 'Провежда инвентаризация'))).toMatchObject({
			verdict: 'needs-lawyer',
			reading: { values: { functions: 2, operational: 1 } },
			items: [{ kind: 'function', key: 'f1', code: 'rule/operational-function', value: null }],
		});
	});

	it('R18: without a financial controller a lawyer looks for the order of the mayor', () => {
		expect(verdict('R18', smallStructure()).verdict).toBe('needs-lawyer');
		const controller = aPost('fc', 'dir', 1, { title: { bg: 'Финансов контрольор', en: null } });
		expect(verdict('R18', withPosts([controller])).verdict).toBe('passed');
	});

	it('R19: the same structure passes over the duty before March 2018 and fails it after', () => {
		expect(verdict('R19', smallStructure(), '2018-02-28').verdict).toBe('not-applicable');
		expect(verdict('R19', smallStructure(), '2018-03-01').verdict).toBe('failed');
	});

	it('R45: a unit for spatial planning is sought by its name from 2020', () => {
		const base = smallStructure();
		const unit = aUnit('ut', 'mayor', { name: { bg: 'Отдел „Устройство на територията“', en: null } });
		expect(verdict('R45', base, '2021-01-01').verdict).toBe('failed');
		expect(verdict('R45', { ...base, units: [...base.units, unit] }, '2021-01-01').verdict).toBe('passed');
	});
});

describe('rules on places', () => {
	it('R20: Беброво with 365 passes „поне 100“ in 2019 and „над 350“ in 2020', () => {
		expect(verdict('R20', withPlace('Беброво', 365), '2019-06-01').verdict).toBe('passed');
		expect(verdict('R20', withPlace('Беброво', 365), '2020-06-01').verdict).toBe('passed');
	});

	it('R20: exactly 350 passes until 2015 and fails from 2020; under 350 failed in 2011', () => {
		expect(verdict('R20', withPlace('Село', 350), '2014-06-01').verdict).toBe('passed');
		expect(verdict('R20', withPlace('Село', 350), '2020-06-01').verdict).toBe('failed');
		expect(verdict('R20', withPlace('Каменари', 349), '2011-06-01').verdict).toBe('failed');
	});

	it('R20: unknown residents go to a lawyer, no mayoralty makes it not applicable', () => {
		expect(verdict('R20', withPlace('Село', null), '2014-06-01').verdict).toBe('needs-lawyer');
		expect(verdict('R20', smallStructure(), '2014-06-01').verdict).toBe('not-applicable');
	});

	it('R34: 10 497 residents are not under 10 000, 9 434 are', () => {
		const people = (population: number) => ({
			...withPosts([aPost('p', 'prop', 60)]),
			municipality: { ...smallStructure().municipality, population },
		});
		expect(verdict('R34', people(10_497), '2024-01-01').verdict).toBe('not-applicable');
		expect(verdict('R34', people(9_434), '2024-01-01').verdict).toBe('passed');
	});
});

describe('R38', () => {
	const power: Power = {
		key: asId<PowerKey>('pw-1'),
		text: { bg: 'Управлява общинската собственост', en: null },
		policyArea: 'property',
		actKey: 'zmsma',
		reference: { article: '44' },
		validFrom: isoDate('2000-01-01'),
		validTo: isoDate('2020-01-01'),
	};

	it('names powers without a function, functions without a basis, functions of two owners', () => {
		const base = smallStructure();
		const twice = {
			...base,
			functions: base.functions.map((fn) => (fn.key === 'f-tax' ? { ...fn, bases: [] } : fn)),
			participations: base.participations.map((part) => ({ ...part, role: 'accountable' as const })),
		};
		expect(verdict('R38', base, '2014-01-01').verdict).toBe('passed');
		expect(verdict('R38', twice, '2014-01-01', [power]).items.map((item) => item.code)).toEqual([
			'rule/power-uncovered',
			'rule/no-basis',
			'rule/several-owners',
		]);
	});

	it('leaves out a power that is no longer in force', () => {
		expect(verdict('R38', smallStructure(), '2021-01-01', [power]).verdict).toBe('passed');
	});
});

describe('the verdicts', () => {
	it('come for every rule, in the order of the catalogue, and are counted by kind', () => {
		const verdicts = checkRules({
			structure: withPosts([aPost('p', 'prop', 1)]),
			parameters: [],
			asOf: isoDate('2014-01-01'),
			powers: [],
		});
		expect(verdicts.map((found) => found.rule)).toEqual([...verdicts.map((found) => found.rule)].sort());
		const counts = countVerdicts(verdicts);
		expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(verdicts.length);
	});
});
