import { describe, expect, it } from 'vitest';
import type { OccupationCode } from '#lib/domain/legal/index.ts';
import {
	decidingBody,
	operationEffects,
	PAPER_RULES,
	PAPERS,
	papersOf,
	type Operation,
	type PostChanges,
} from '#lib/domain/scenario/index.ts';
import { eurCents, headcount } from '#lib/domain/shared/index.ts';
import { operation, runOf } from '#tests/support/operations.ts';
import { functionKey, postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

/** Papers of the last of the operations. */
function papers(...operations: readonly Operation[]) {
	const step = runOf(smallStructure(), ...operations).steps.at(-1);
	const [effect] = step ? operationEffects([step]) : [];
	return step && effect ? papersOf(effect.operation, effect.diff, decidingBody(step)) : [];
}

const change = (key: string, changes: PostChanges) =>
	operation('post-change', { postKey: postKey(key), changes });

describe('the papers of an operation', () => {
	it('have an issuer and a citation, or say that no text asks for them', () => {
		for (const code of PAPERS) {
			const { citation } = PAPER_RULES[code];
			expect(citation === null || (citation.bg !== '' && citation.en !== null)).toBe(true);
		}
		const withoutText = PAPERS.filter((code) => PAPER_RULES[code].citation === null);
		expect(withoutText).toEqual(['hand-over-record', 'technology-card']);
	});

	it('begin with the council where a directorate or the number of posts changes, otherwise with the mayor', () => {
		const rename = (unit: string, kind: 'directorate' | 'sector') =>
			operation('unit-rename', {
				...{ unitKey: unitKey(unit), name: { bg: 'Ново име', en: null }, kind, part: 'general' },
			});
		expect(papers(rename('dir', 'directorate'))[0]).toBe('council-decision');
		expect(papers(rename('rents', 'sector'))).toEqual([
			...['organisational-rules', 'staffing-table', 'job-description', 'administrative-register'],
		]);
		expect(papers(change('p-prop', { approved: headcount(4) }))).toContain('council-decision');
	});

	it('give a notice only where people lose their post', () => {
		expect(papers(operation('post-close', { postKey: postKey('p-acc') }))).toContain('termination-notice');
		const vacate = change('p-prop', { approved: headcount(2) });
		expect(papers(vacate)).not.toContain('termination-notice');
		expect(papers(change('p-prop', { approved: headcount(1) }))).toContain('termination-notice');
	});

	it('of a new title are new terms for whoever stands there, of a new cost the payroll alone', () => {
		const retitled = papers(change('p-acc', { title: { bg: 'Старши счетоводител', en: null } }));
		expect(retitled).toEqual([
			...['staffing-table', 'payroll-schedule', 'job-description', 'change-of-employment'],
		]);
		expect(papers(change('p-acc', { annualCost: eurCents(2_100_000) }))).toEqual([
			'payroll-schedule',
			'financial-control',
		]);
	});

	it('of a code alone are the table and the description, and no new terms for whoever stands there', () => {
		expect(papers(change('p-acc', { occupation: '24226041' as OccupationCode }))).toEqual([
			...['staffing-table', 'payroll-schedule', 'job-description'],
		]);
	});

	it('ask the council for the money alone where own revenue tops up the pay', () => {
		expect(papers(operation('post-fund', { postKeys: [postKey('p-acc')], funding: 'co-financed' }))).toEqual([
			'staffing-table',
			'financial-control',
			'co-financing-decision',
		]);
	});

	it('bind money where a divided line gets a part that another source pays, and not otherwise', () => {
		const split = (funding: 'delegated' | 'co-financed') =>
			operation('post-split', {
				postKey: postKey('p-acc'),
				parts: [
					{
						...{ key: postKey('p-acc-2'), title: { bg: 'Касиер', en: null }, funding },
						...{ category: 'expert', relation: 'labour', annualCost: null },
						...{ approved: headcount(1), occupied: headcount(1) },
					},
				],
			});
		const line = ['staffing-table', 'payroll-schedule', 'job-description'];
		expect(papers(split('delegated'))).toEqual([...line, 'change-of-employment']);
		expect(papers(split('co-financed'))).toEqual([
			...[...line, 'financial-control', 'co-financing-decision', 'change-of-employment'],
		]);
	});

	it('are none where a unit is only informed', () => {
		const seat = { functionKey: functionKey('f-tax'), unitKey: unitKey('prop'), postKey: null };
		expect(papers(operation('participation-set', { ...seat, role: 'informed', share: null }))).toEqual([]);
		expect(papers(operation('participation-set', { ...seat, role: 'consulted', share: null }))).toEqual([
			'organisational-rules',
			'job-description',
		]);
	});
});
