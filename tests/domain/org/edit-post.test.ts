import { describe, expect, test } from 'vitest';
import { planPostEdit, type PostDraft } from '#lib/domain/org/index.ts';
import { aPart, aPost, aStructure, aUnit, NO_USES, ORIGIN, postKey, unitKey } from './edit-support.ts';

const STRUCTURE = aStructure({
	units: [aUnit('dir', null), aUnit('dep', 'dir')],
	posts: [aPost('head', 'dir', { isHead: true }), aPost('expert', 'dir'), aPost('used', 'dir')],
	participations: [{ ...aPart('f', 'dir'), postKey: postKey('used') }],
});
const GIVEN = { newKey: postKey('new'), outside: NO_USES };

function draft(more: Partial<PostDraft> = {}): PostDraft {
	return {
		unitKey: unitKey('dir'),
		title: { bg: 'Главен специалист', en: null },
		approved: 2,
		occupied: 1.5,
		category: 'expert',
		relation: 'civil-service',
		funding: 'delegated',
		isHead: false,
		annualCost: null,
		origin: ORIGIN,
		note: null,
		...more,
	};
}

function refusals(more: Partial<PostDraft>): readonly string[] {
	const result = planPostEdit(STRUCTURE, { kind: 'create', draft: draft(more) }, GIVEN);
	return result.ok ? [] : result.error.map((refusal) => `${refusal.field} ${refusal.code}`);
}

describe('change of a line of the staffing table', () => {
	test('half posts are accepted, thirds are not', () => {
		expect(refusals({ approved: 2.5 })).toEqual([]);
		expect(refusals({ approved: 2.3 })).toEqual(['approved org/headcount-step']);
	});

	test('no more posts can be occupied than approved', () => {
		expect(refusals({ approved: 1, occupied: 1.5 })).toEqual(['occupied org/occupied-above-approved']);
	});

	test.each([-1, NaN, Infinity, 1001])('%d posts are refused', (approved) => {
		expect(refusals({ approved, occupied: 0 })).toEqual(['approved org/headcount-range']);
	});

	test('the cost is whole cents, not negative', () => {
		expect(refusals({ annualCost: 1_250_000 })).toEqual([]);
		expect(refusals({ annualCost: 10.5 })).toEqual(['annualCost org/cost-range']);
		expect(refusals({ annualCost: -1 })).toEqual(['annualCost org/cost-range']);
	});

	test('the unit must exist', () => {
		expect(refusals({ unitKey: unitKey('ghost') })).toEqual(['unitKey org/unit-not-found']);
	});

	test('a second head of a unit is pointed out; changing the only one is not', () => {
		const second = planPostEdit(STRUCTURE, { kind: 'create', draft: draft({ isHead: true }) }, GIVEN);
		expect(second).toMatchObject({ value: { warnings: [{ code: 'org/second-head', key: 'head' }] } });
		const same = planPostEdit(
			STRUCTURE,
			{ kind: 'change', key: postKey('head'), draft: draft({ isHead: true }) },
			GIVEN,
		);
		expect(same.ok && same.value.warnings).toEqual([]);
	});

	test('a post that performs a function or is held by somebody stays', () => {
		const used = planPostEdit(STRUCTURE, { kind: 'delete', key: postKey('used') }, GIVEN);
		expect(used).toMatchObject({
			ok: false,
			error: [{ code: 'org/post-in-use', uses: { participations: 1 } }],
		});
		const outside = { employees: 1, evidence: 0 };
		const held = planPostEdit(STRUCTURE, { kind: 'delete', key: postKey('expert') }, { ...GIVEN, outside });
		expect(held).toMatchObject({ ok: false, error: [{ code: 'org/post-in-use', uses: { employees: 1 } }] });
		const free = planPostEdit(STRUCTURE, { kind: 'delete', key: postKey('expert') }, GIVEN);
		expect(free).toMatchObject({ ok: true, value: { after: null } });
	});

	test('an unknown post is refused', () => {
		const result = planPostEdit(STRUCTURE, { kind: 'delete', key: postKey('ghost') }, GIVEN);
		expect(result).toMatchObject({ ok: false, error: [{ code: 'org/post-not-found' }] });
	});

	test('a code of НКПД is kept as its digits; one that cannot be is refused at its field', () => {
		const made = planPostEdit(
			STRUCTURE,
			{ kind: 'create', draft: draft({ occupation: '3359 3026' }) },
			GIVEN,
		);
		expect(made.ok && made.value.after?.occupation).toBe('33593026');
		expect(refusals({ occupation: '3359' })).toEqual(['occupation legal/occupation-digits']);
		expect(refusals({ occupation: '3358 3026' })).toEqual(['occupation legal/occupation-group']);
		const empty = planPostEdit(STRUCTURE, { kind: 'create', draft: draft({ occupation: '  ' }) }, GIVEN);
		expect(empty.ok && empty.value.after && 'occupation' in empty.value.after).toBe(false);
	});
});
