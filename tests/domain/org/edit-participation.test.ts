import { describe, expect, test } from 'vitest';
import { planParticipationEdit, type ParticipationEdit } from '#lib/domain/org/index.ts';
import { share } from '#lib/domain/shared/index.ts';
import { aFunction, aPart, aPost, aStructure, aUnit, functionKey, postKey, unitKey } from './edit-support.ts';

const STRUCTURE = aStructure({
	units: [aUnit('a', null), aUnit('b', null)],
	posts: [aPost('p', 'b')],
	functions: [aFunction('f'), aFunction('g')],
	participations: [{ ...aPart('f', 'a'), share: share(0.7) }],
});

function set(unit: string, more: Partial<Extract<ParticipationEdit, { kind: 'set' }>> = {}) {
	const place = { functionKey: functionKey('f'), unitKey: unitKey(unit), postKey: null };
	return planParticipationEdit(STRUCTURE, { kind: 'set', place, role: 'participates', share: null, ...more });
}

function codes(result: ReturnType<typeof planParticipationEdit>): readonly string[] {
	return result.ok ? [] : result.error.map((refusal) => refusal.code);
}

describe('who takes part in a function', () => {
	test('another unit may take part', () => {
		expect(set('b')).toMatchObject({
			ok: true,
			value: { before: [], after: { unitKey: 'b', role: 'participates' } },
		});
	});

	test('a second unit cannot answer for the same function, and the refusal names the first', () => {
		expect(set('b', { role: 'accountable' })).toMatchObject({
			ok: false,
			error: [{ code: 'org/second-accountable', unitKey: 'a' }],
		});
	});

	test('the accountable unit itself may keep the role while its share changes', () => {
		expect(set('a', { role: 'accountable', share: 0.5 })).toMatchObject({
			ok: true,
			value: { warnings: [] },
		});
	});

	test('taking the role from the only accountable unit leaves nobody, which is pointed out', () => {
		const result = set('a');
		expect(result.ok && result.value.warnings).toEqual([{ code: 'org/nobody-accountable' }]);
	});

	test('shares may exceed the whole by the tolerance of 2 %, more is pointed out', () => {
		// 0.7 + 0.32 = 1.02, within; 0.7 + 0.4 = 1.1, above.
		expect(set('b', { share: 0.32 })).toMatchObject({ ok: true, value: { warnings: [] } });
		expect(set('b', { share: 0.4 })).toMatchObject({
			ok: true,
			value: { warnings: [{ code: 'org/shares-above-whole' }] },
		});
	});

	test('a share outside 0–1, an unknown unit and a post of another unit are refused', () => {
		expect(codes(set('b', { share: 1.5 }))).toEqual(['org/share-range']);
		expect(codes(set('ghost'))).toEqual(['org/unit-not-found']);
		const place = { functionKey: functionKey('f'), unitKey: unitKey('a'), postKey: postKey('p') };
		expect(codes(set('a', { place }))).toEqual(['org/post-of-other-unit']);
	});

	test('only what is there can be removed', () => {
		const remove = (unit: string) =>
			planParticipationEdit(STRUCTURE, {
				kind: 'remove',
				place: { functionKey: functionKey('f'), unitKey: unitKey(unit), postKey: null },
			});
		expect(codes(remove('b'))).toEqual(['org/participation-not-found']);
		expect(remove('a')).toMatchObject({ ok: true, value: { after: null } });
	});
});
