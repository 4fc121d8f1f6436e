import { describe, expect, it } from 'vitest';
import { checkRules, RULE_PARAMETERS } from '#lib/domain/scenario/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { parameter, verdict, withPosts } from '#tests/support/rules.ts';
import { aPost, aUnit, smallStructure } from '#tests/support/small-structure.ts';

describe('rules on the staffing table', () => {
	it('R03: counts are multiples of half a post', () => {
		expect(verdict('R03', smallStructure()).verdict).toBe('passed');
		const odd = verdict('R03', withPosts([aPost('p', 'prop', 1.3)]));
		expect(odd).toMatchObject({ verdict: 'failed', items: [{ kind: 'post', key: 'p', value: 1.3 }] });
	});

	it('R02 and R06 say nothing while nobody gave the number', () => {
		for (const rule of ['R02', 'R06'] as const)
			expect(verdict(rule, smallStructure()).verdict).toBe('not-applicable');
	});

	it('R02: the staffing table stays within the approved headcount', () => {
		const check = (limit: number) =>
			checkRules({
				structure: smallStructure(),
				parameters: [parameter(RULE_PARAMETERS.approvedHeadcount, limit)],
				asOf: isoDate('2014-01-01'),
				powers: [],
			}).find(({ rule }) => rule === 'R02')?.verdict;
		expect([check(10), check(9.5)]).toEqual(['passed', 'failed']);
	});

	it('R08: one head with somebody to lead; a unit without a head is named', () => {
		expect(verdict('R08', smallStructure()).verdict).toBe('passed');
		const headless = withPosts(smallStructure().posts.filter((post) => post.key !== 'p-prop-head'));
		expect(verdict('R08', headless).items).toEqual([
			{ kind: 'unit', key: 'prop', code: 'rule/no-head', value: 0 },
		]);
		const alone = withPosts(smallStructure().posts.filter((post) => post.key !== 'p-prop'));
		expect(verdict('R08', alone).items).toEqual([
			{ kind: 'unit', key: 'prop', code: 'rule/head-without-staff', value: 0 },
		]);
	});

	it('R08: a head that lost the mark in a merger is named while the title stands; a head of another unit is not', () => {
		const title = { bg: 'Директор на дирекция', en: null };
		const former = aPost('former', 'prop', 1, { title, category: 'managerial' });
		const elsewhere = aPost('outside', 'mayor', 1, { title, category: 'managerial' });
		expect(verdict('R08', withPosts([...smallStructure().posts, former, elsewhere])).items).toEqual([
			{ kind: 'post', key: 'former', code: 'rule/former-head', value: 1 },
		]);
		const changed = { ...former, title: { bg: 'Главен експерт', en: null } };
		expect(verdict('R08', withPosts([...smallStructure().posts, changed])).verdict).toBe('passed');
	});

	it('R09: 3 managers of 10 are 30 %, above the warning limit of 20 %', () => {
		expect(verdict('R09', smallStructure())).toMatchObject({
			verdict: 'failed',
			reading: { values: { managers: 3, total: 10, share: 0.3, limit: 0.2 } },
		});
	});

	it('R23: a mayoralty has posts of its own', () => {
		const base = smallStructure();
		const village = aUnit('village', 'mayor', { kind: 'mayoralty', part: 'territorial' });
		expect(verdict('R23', base).verdict).toBe('not-applicable');
		const bare = { ...base, units: [...base.units, village] };
		expect(verdict('R23', bare).verdict).toBe('failed');
		expect(verdict('R23', { ...bare, posts: [...base.posts, aPost('pv', 'village', 1)] }).verdict).toBe(
			'passed',
		);
	});
});
