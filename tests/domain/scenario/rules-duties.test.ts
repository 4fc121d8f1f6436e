import type { OccupationCode } from '#lib/domain/legal/index.ts';
import { describe, expect, it } from 'vitest';
import { checkRules, RULE_PARAMETERS, RULES, type RuleId } from '#lib/domain/scenario/index.ts';
import type { Parameter } from '#lib/domain/legal/index.ts';
import type { OrgUnit, Post, Structure } from '#lib/domain/org/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { demo, demoStructure } from '#tests/support/fixtures.ts';
import { operation, runOf } from '#tests/support/operations.ts';
import { parameter, place, withBudget, withPosts } from '#tests/support/rules.ts';
import {
	aFunction,
	aPost,
	aUnit,
	smallStructure,
	takesPart,
	unitKey,
} from '#tests/support/small-structure.ts';

const TODAY = '2026-06-01';

interface Check {
	readonly on?: string;
	readonly base?: Structure;
	readonly more?: readonly Parameter[];
}

/** The verdict of a rule by the numbers that the product ships. */
function verdict(rule: RuleId, structure: Structure, { on = TODAY, base, more = [] }: Check = {}) {
	const parameters = [...demo.parameters, ...more];
	const frame = { structure, parameters, asOf: isoDate(on), powers: [], ...(base && { base }) };
	const found = checkRules(frame, new Set([rule]))[0];
	if (!found) throw new Error(`no rule ${rule}`);
	return found;
}

const withUnit = (unit: OrgUnit, posts: readonly Post[] = []): Structure => {
	const base = smallStructure();
	return { ...base, units: [...base.units, unit], posts: [...base.posts, ...posts] };
};
const titled = (bg: string, more: Partial<Post> = {}) =>
	withPosts([...smallStructure().posts, aPost('x', 'dir', 1, { title: { bg, en: null }, ...more })]);
const saying = (...texts: readonly string[]): Structure => ({
	...smallStructure(),
	functions: texts.map((bg, at) => aFunction(`f${at}`, { text: { bg, en: null } })),
	participations: texts.map((_, at) => takesPart(`f${at}`, 'dir')),
});

describe('rules on what the council decides', () => {
	it('R01: a decision that is entered passes, otherwise somebody looks for it', () => {
		const decided = [parameter(RULE_PARAMETERS.approvedHeadcount, 10)];
		expect(verdict('R01', smallStructure()).verdict).toBe('needs-lawyer');
		expect(verdict('R01', smallStructure(), { more: decided }).verdict).toBe('passed');
	});

	it('R07: counts the share of the general administration, and judges it only by a limit that is entered', () => {
		// dir 3 and rents 2 of 10 posts are general: 0,5
		expect(verdict('R07', smallStructure())).toMatchObject({
			verdict: 'needs-lawyer',
			reading: { values: { general: 5, total: 10, share: 0.5 } },
		});
		const limit = (share: number) => ({
			more: [parameter(RULE_PARAMETERS.generalShare, share, {}, 'share')],
		});
		expect(verdict('R07', smallStructure(), limit(0.5)).verdict).toBe('passed');
		expect(verdict('R07', smallStructure(), limit(0.49)).verdict).toBe('failed');
	});

	it('R21: a scenario neither opens nor closes a mayoralty, and the reading follows the law of the day', () => {
		const village = withUnit(aUnit('km', 'mayor', { kind: 'mayoralty' }));
		const plain = smallStructure();
		expect(verdict('R21', village).verdict).toBe('not-applicable');
		expect(verdict('R21', village, { base: village }).verdict).toBe('passed');
		expect(verdict('R21', plain, { base: village }).items).toMatchObject([{ code: 'rule/mayoralty-closed' }]);
		expect(verdict('R21', village, { base: plain }).items).toMatchObject([{ code: 'rule/mayoralty-opened' }]);
		expect(verdict('R21', plain, { base: village }).reading.code).toBe('rule/mayoralty-by-law');
		expect(verdict('R21', plain, { base: village, on: '2019-12-31' }).reading.code).toBe(
			'rule/mayoralty-by-council',
		);
	});

	it('R22: a mayoral office without posts is named', () => {
		const office = aUnit('kn', 'mayor', { kind: 'mayoral-office' });
		expect(verdict('R22', smallStructure()).verdict).toBe('not-applicable');
		expect(verdict('R22', withUnit(office)).items).toMatchObject([{ key: 'kn', code: 'rule/no-posts' }]);
		expect(verdict('R22', withUnit(office, [aPost('n', 'kn', 0.5)])).verdict).toBe('passed');
	});

	it('R24: posts financed beyond the standard need a decision of the council', () => {
		expect(verdict('R24', smallStructure()).verdict).toBe('passed');
		expect(verdict('R24', titled('Шофьор', { funding: 'co-financed' }))).toMatchObject({
			verdict: 'needs-lawyer',
			reading: { values: { beyond: 1 } },
		});
	});

	it('R42: from 2020 the settlements that have their own figures are named', () => {
		const base = { ...smallStructure(), settlements: [place('Беброво', 365)] };
		expect(verdict('R42', base, { on: '2019-12-31' }).verdict).toBe('not-applicable');
		expect(verdict('R42', base).items).toMatchObject([{ kind: 'settlement', key: 'Беброво' }]);
		expect(verdict('R42', smallStructure()).verdict).toBe('not-applicable');
	});
});

describe('rules on internal audit', () => {
	it('R14: with a budget of 9,9 m лв. a joint unit is possible, with 10,1 m it is not', () => {
		expect(verdict('R14', withBudget(9.9)).verdict).toBe('passed');
		expect(verdict('R14', withBudget(10.1)).verdict).toBe('not-applicable');
		expect(verdict('R14', smallStructure()).verdict).toBe('needs-lawyer');
	});

	it('R15: closing the unit fails above the limit, and below it the earlier periods are looked at', () => {
		const unit = aUnit('audit', 'mayor', { kind: 'audit-unit' });
		const base = withUnit(unit);
		expect(verdict('R15', base, { base }).verdict).toBe('not-applicable');
		expect(verdict('R15', withBudget(33), { base }).verdict).toBe('failed');
		expect(verdict('R15', withBudget(9.9), { base }).verdict).toBe('needs-lawyer');
	});

	it('R16: a committee of three to five stands beside an audit unit', () => {
		expect(verdict('R16', smallStructure()).verdict).toBe('not-applicable');
		expect(verdict('R16', withUnit(aUnit('audit', 'mayor', { kind: 'audit-unit' })))).toMatchObject({
			verdict: 'needs-lawyer',
			reading: { values: { least: 3, most: 5, months: 2 } },
		});
	});
});

describe('rules on posts', () => {
	it('R11: the secretary is not elected and stands under the mayor', () => {
		const secretary = (more: Partial<Post> = {}) => verdict('R11', titled('Секретар на община', more));
		expect(verdict('R11', smallStructure()).verdict).toBe('not-applicable');
		expect(secretary().verdict).toBe('passed');
		expect(secretary({ relation: 'elected' }).items[0]?.code).toBe('rule/political-post');
		expect(secretary({ unitKey: unitKey('rents') }).items[0]?.code).toBe('rule/not-under-mayor');
	});

	it('R26: from 4 to 6 hours of 8, on an expert post or as chief architect', () => {
		const part = (approved: number, more: Partial<Post> = {}) =>
			verdict('R26', withPosts([aPost('p', 'dir', approved, more)]));
		expect([part(0.5), part(0.75), part(1.5)].map((found) => found.verdict)).toEqual(Array(3).fill('passed'));
		expect(part(0.25).items[0]?.code).toBe('rule/part-time-hours');
		expect(part(0.5, { category: 'managerial' }).items[0]?.code).toBe('rule/part-time-not-expert');
		const architect = { category: 'managerial', title: { bg: 'Главен архитект', en: null } } as const;
		expect(part(0.5, architect).verdict).toBe('passed');
		expect(part(1).verdict).toBe('not-applicable');
		expect(part(0.5, { relation: 'labour', category: 'technical' }).verdict).toBe('not-applicable');
	});

	it('R27: a new post of a head is named with the months of its training', () => {
		const base = smallStructure();
		const after = titled('Началник на отдел', { isHead: true });
		expect(verdict('R27', base, { base }).verdict).toBe('not-applicable');
		expect(verdict('R27', after, { base })).toMatchObject({
			reading: { values: { heads: 1, months: 3 } },
			items: [{ key: 'x', code: 'rule/new-head' }],
		});
	});

	it('R33: from 25 May 2018 somebody protects personal data, by post or by function', () => {
		expect(verdict('R33', smallStructure(), { on: '2018-05-24' }).verdict).toBe('not-applicable');
		expect(verdict('R33', smallStructure(), { on: '2018-05-25' }).verdict).toBe('needs-lawyer');
		expect(verdict('R33', titled('Длъжностно лице по защита на данните')).verdict).toBe('passed');
		expect(verdict('R33', saying('Организира защитата на личните данни')).verdict).toBe('passed');
	});

	it('R46 and R47: part posts for two administrations and posts called after a project are named from 2016', () => {
		const half = withPosts([aPost('p', 'dir', 0.5)]);
		expect(verdict('R46', half, { on: '2016-07-21' }).verdict).toBe('not-applicable');
		expect(verdict('R46', half).items.map(({ key }) => key)).toEqual(['p']);
		expect(verdict('R46', withPosts([aPost('p', 'dir', 1)])).verdict).toBe('not-applicable');
		expect(verdict('R47', titled('Координатор на проект')).items.map(({ key }) => key)).toEqual(['x']);
		expect(verdict('R47', smallStructure()).verdict).toBe('not-applicable');
	});
});

describe('duties sought by words', () => {
	it('R30: above 20 m лв. and 20 procedures a unit is required; uncounted procedures are asked for', () => {
		const counted = (procedures: number) => ({
			more: [parameter(RULE_PARAMETERS.procurement.counted, procedures)],
		});
		expect(verdict('R30', withBudget(20)).verdict).toBe('not-applicable');
		expect(verdict('R30', withBudget(20.1)).verdict).toBe('needs-lawyer');
		expect(verdict('R30', withBudget(20.1), counted(20)).verdict).toBe('not-applicable');
		expect(verdict('R30', withBudget(20.1), counted(21)).verdict).toBe('failed');
		const unit = aUnit('zop', 'mayor', { name: { bg: 'Отдел „Обществени поръчки“', en: null } });
		expect(verdict('R30', withUnit(unit)).verdict).toBe('passed');
		expect(verdict('R30', withBudget(33), { on: '2014-01-01' }).verdict).toBe('not-applicable');
	});

	it('R31: above 1 500 hectares a structure or a contract is needed', () => {
		const forest = (hectares: number) => ({ more: [parameter(RULE_PARAMETERS.forest.own, hectares)] });
		expect(verdict('R31', smallStructure()).reading.code).toBe('rule/forest-unknown');
		expect(verdict('R31', smallStructure(), forest(1500)).verdict).toBe('not-applicable');
		expect(verdict('R31', smallStructure(), forest(1501)).reading.code).toBe('rule/forest-contract');
		const unit = aUnit('g', 'mayor', { name: { bg: 'Звено „Горско стопанство“', en: null } });
		expect(verdict('R31', withUnit(unit), forest(1501)).verdict).toBe('passed');
	});

	it('R35, R37, R44: found words pass, missing ones go to a lawyer and refuse nothing', () => {
		const found: readonly (readonly [RuleId, string])[] = [
			['R35', 'Разработва плана за защита при бедствия'],
			['R37', 'Насочва нуждаещите се към социални услуги'],
			['R44', 'Отчита приходите от имоти по населени места'],
		];
		for (const [rule, text] of found) {
			expect(verdict(rule, saying(text)).verdict, rule).toBe('passed');
			expect(verdict(rule, saying('Води деловодството')).verdict, rule).toBe('needs-lawyer');
		}
		expect(verdict('R37', smallStructure(), { on: '2020-06-30' }).verdict).toBe('not-applicable');
	});

	it('R36: a body that no function serves is named; the social council only since the law asks for it', () => {
		const texts = [
			'Подпомага местната комисия за борба с противообществените прояви',
			'Подготвя експертния съвет',
		];
		const missing = (on: string) => verdict('R36', saying(...texts), { on }).items.map(({ key }) => key);
		expect(missing(TODAY)).toEqual(['tourist-sites', 'social-council']);
		expect(missing('2019-01-01')).toEqual(['tourist-sites']);
	});

	it('R43: a mayoralty without a function for commissions is named', () => {
		const base = withUnit(aUnit('km', 'mayor', { kind: 'mayoralty' }));
		const sits = aFunction('c', { text: { bg: 'Участва в приемателни комисии', en: null } });
		expect(verdict('R43', base).items.map(({ key }) => key)).toEqual(['km']);
		const done = { ...base, functions: [sits], participations: [takesPart('c', 'km', 'participates')] };
		expect(verdict('R43', done).verdict).toBe('passed');
		expect(verdict('R43', smallStructure()).verdict).toBe('not-applicable');
	});
});

describe('rules that a structure does not hold', () => {
	it('say the number of the day and judge nothing', () => {
		for (const rule of ['R25', 'R28', 'R32', 'R41'] as const)
			expect(verdict(rule, smallStructure()).verdict, rule).toBe('not-applicable');
		expect(verdict('R25', smallStructure()).reading.values).toEqual({
			basic: 0.7,
			additional: 0.3,
			result: 0.8,
		});
		expect(verdict('R41', smallStructure(), { on: '2013-12-31' }).reading.values).toEqual({ share: 0.3 });
		expect(verdict('R41', smallStructure(), { on: '2014-01-01' }).reading.values).toEqual({ share: 0.7 });
		expect(verdict('R40', smallStructure(), { on: '2017-06-01' }).reading.values).toEqual({ share: 0.02 });
		expect(verdict('R40', smallStructure()).reading.code).toBe('rule/no-parameter');
		expect(verdict('R29', smallStructure(), { on: '2012-06-01' }).verdict).toBe('passed');
		expect(verdict('R29', smallStructure(), { on: '2013-01-01' }).verdict).toBe('not-applicable');
	});

	it('asks for the code of every line of civil servants, and for a lawyer where each has one', () => {
		const structure = smallStructure();
		const coded = (keys: readonly string[]) => ({
			...structure,
			posts: structure.posts.map((post) =>
				keys.includes(post.key) ? { ...post, occupation: '24226041' as OccupationCode } : post,
			),
		});
		const servants = structure.posts
			.filter((post) => post.relation === 'civil-service')
			.map(({ key }) => key);
		expect(verdict('R39', structure)).toMatchObject({
			verdict: 'needs-lawyer',
			reading: { code: 'rule/classifier-open', values: { lines: 6, open: 6 } },
		});
		const open = verdict('R39', coded(servants.slice(1)));
		expect(open.reading.values).toEqual({ lines: 6, open: 1 });
		expect(open.items.map(({ key }) => key)).toEqual([servants[0]]);
		expect(verdict('R39', coded(servants))).toMatchObject({
			verdict: 'needs-lawyer',
			reading: { code: 'rule/classifier-coded', values: { lines: 6, open: 0 } },
		});
		const entered = servants.map((key) =>
			operation('post-change', { postKey: key, changes: { occupation: '24226041' as OccupationCode } }),
		);
		expect(verdict('R39', runOf(structure, ...entered).after).reading.code).toBe('rule/classifier-coded');
		const none = { ...structure, posts: structure.posts.filter(({ key }) => !servants.includes(key)) };
		expect(verdict('R39', none)).toMatchObject({
			verdict: 'not-applicable',
			reading: { code: 'rule/classifier', values: { lines: 0 } },
		});
	});
});

describe('the catalogue', () => {
	it('holds the forty-seven rules in order', () => {
		expect(RULES.map(({ id }) => id)).toEqual(
			Array.from({ length: 47 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`),
		);
	});

	it('breaks none of the new error rules on the real structures', () => {
		for (const slug of ['elena', 'lyaskovets'])
			for (const rule of ['R01', 'R21', 'R22', 'R24', 'R26', 'R30', 'R39', 'R42'] as const)
				expect(verdict(rule, demoStructure(slug)).verdict, `${slug} ${rule}`).not.toBe('failed');
	});
});
