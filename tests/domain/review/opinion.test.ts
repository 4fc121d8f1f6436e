import { describe, expect, it } from 'vitest';
import { checkAnswer, countOpinions } from '#lib/domain/review/index.ts';
import { decidingBody } from '#lib/domain/scenario/index.ts';
import { headcount } from '#lib/domain/shared/index.ts';
import { operation, runOf } from '#tests/support/operations.ts';
import { postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

it('an answer that does not take an opinion up says why', () => {
	const wrong = { code: 'review/answer-without-motive' };
	expect(checkAnswer({ answer: 'not-accepted', motive: ' ' })).toEqual(wrong);
	expect(checkAnswer({ answer: 'partly', motive: '' })).toEqual(wrong);
	expect(checkAnswer({ answer: 'partly', motive: 'Само точка 2' })).toBeNull();
	expect(checkAnswer({ answer: 'accepted', motive: '' })).toBeNull();
});

it('opinions are counted by source, and a source that sent none is left out', () => {
	const opinions = [
		{ source: 'citizen', answer: null },
		{ source: 'unit', answer: 'accepted' },
		{ source: 'unit', answer: null },
		{ source: 'unit', answer: 'not-accepted' },
	] as const;
	expect(countOpinions(opinions)).toEqual([
		{
			...{ source: 'unit', received: 3, waiting: 1 },
			answers: { accepted: 1, partly: 0, 'not-accepted': 1 },
		},
		{ source: 'citizen', received: 1, waiting: 1, answers: { accepted: 0, partly: 0, 'not-accepted': 0 } },
	]);
	expect(countOpinions([])).toEqual([]);
});

describe('who decides on a point', () => {
	const bodyOf = (...operations: Parameters<typeof runOf>[1][]) =>
		runOf(smallStructure(), ...operations).steps.map(decidingBody);
	const department = {
		...{ key: unitKey('u-new'), parentKey: unitKey('dir'), name: { bg: 'Отдел „Ред“', en: null } },
		...({ kind: 'department', part: 'general' } as const),
	};

	it('is the mayor for a lower unit, and the council for a directorate', () => {
		expect(bodyOf(operation('unit-create', department))).toEqual(['mayor']);
		expect(bodyOf(operation('unit-create', { ...department, parentKey: null, kind: 'directorate' }))).toEqual(
			['council'],
		);
	});

	it('is both where the totals move: the council approves them, the mayor the staffing table', () => {
		const cut = operation('post-change', { postKey: postKey('p-rent'), changes: { approved: headcount(3) } });
		expect(bodyOf(cut)).toEqual(['both']);
	});

	it('is the mayor for the title of a line', () => {
		const titled = operation('post-change', {
			postKey: postKey('p-rent'),
			changes: { title: { bg: 'Касиер', en: null } },
		});
		expect(bodyOf(titled)).toEqual(['mayor']);
	});
});
