import { describe, expect, test } from 'vitest';
import { freshKey, planUnitEdit, type OrgUnit, type UnitDraft } from '#lib/domain/org/index.ts';
import { aPart, aPost, aStructure, aUnit, NO_USES, ORIGIN, unitKey } from './edit-support.ts';

const STRUCTURE = aStructure({
	units: [
		aUnit('mayor', null, { kind: 'mayor' }),
		aUnit('dir', 'mayor', { kind: 'directorate', sort: 5 }),
		aUnit('dep', 'dir'),
		aUnit('free', 'dir'),
	],
	posts: [aPost('p', 'dep')],
	participations: [aPart('f', 'dep')],
});
const GIVEN = { newKey: unitKey('new'), outside: NO_USES };

function draft(more: Partial<UnitDraft> = {}): UnitDraft {
	return {
		parentKey: unitKey('dir'),
		name: { bg: 'Отдел „Нов“', en: null },
		kind: 'department',
		part: 'general',
		sort: null,
		origin: ORIGIN,
		note: null,
		...more,
	};
}

function change(key: string, more: Partial<UnitDraft>) {
	return planUnitEdit(STRUCTURE, { kind: 'change', key: unitKey(key), draft: draft(more) }, GIVEN);
}

function codes(result: ReturnType<typeof planUnitEdit>): readonly string[] {
	return result.ok ? [] : result.error.map((refusal) => refusal.code);
}

describe('change of a unit', () => {
	test('a new unit gets the given key, the last place and tidied texts', () => {
		const plan = planUnitEdit(
			STRUCTURE,
			{ kind: 'create', draft: draft({ name: { bg: '  Отдел   „Нов“ ', en: ' ' } }) },
			GIVEN,
		);
		expect(plan).toMatchObject({
			ok: true,
			value: { before: null, after: { key: 'new', sort: 6, name: { bg: 'Отдел „Нов“', en: null } } },
		});
	});

	test('a changed unit keeps its key and its place', () => {
		const plan = change('dir', { parentKey: unitKey('mayor'), kind: 'directorate' });
		expect(plan).toMatchObject({
			ok: true,
			value: { before: { key: 'dir' }, after: { key: 'dir', sort: 5 } },
		});
	});

	test('a unit cannot stand under itself or under what is below it', () => {
		expect(codes(change('dir', { parentKey: unitKey('dir') }))).toEqual(['org/cycle']);
		expect(codes(change('dir', { parentKey: unitKey('dep') }))).toEqual(['org/cycle']);
	});

	test('all problems come together, each with its field', () => {
		const result = change('dep', {
			name: { bg: ' ', en: 'x'.repeat(251) },
			parentKey: unitKey('ghost'),
			origin: { ...ORIGIN, source: '' },
		});
		expect(result.ok ? [] : result.error.map((refusal) => `${refusal.field} ${refusal.code}`)).toEqual([
			'nameBg org/text-empty',
			'nameEn org/text-too-long',
			'source org/text-empty',
			'parentKey org/parent-not-found',
		]);
	});

	test('an unknown unit is refused', () => {
		expect(codes(change('ghost', {}))).toEqual(['org/unit-not-found']);
	});

	test('a sector directly under the mayor is unusual but possible', () => {
		const result = change('dep', { kind: 'sector', parentKey: unitKey('mayor') });
		expect(result.ok && result.value.warnings).toEqual([
			{ code: 'org/unusual-nesting', kind: 'sector', parentKind: 'mayor' },
		]);
	});

	test('a second unit of the same name is pointed out, whatever its case', () => {
		const result = change('dep', { name: { bg: 'FREE', en: null } });
		expect(result.ok && result.value.warnings.map((warning) => warning.code)).toEqual(['org/same-name']);
	});

	test('a unit with posts or functions stays, and the refusal counts what rests on it', () => {
		const result = planUnitEdit(STRUCTURE, { kind: 'delete', key: unitKey('dep') }, GIVEN);
		expect(result).toMatchObject({
			ok: false,
			error: [{ code: 'org/unit-in-use', uses: { posts: 1, participations: 1, units: 0 } }],
		});
	});

	test('evidence outside the structure holds a unit too; a free one goes', () => {
		const free = { kind: 'delete', key: unitKey('free') } as const;
		expect(
			codes(planUnitEdit(STRUCTURE, free, { ...GIVEN, outside: { employees: 0, evidence: 1 } })),
		).toEqual(['org/unit-in-use']);
		expect(planUnitEdit(STRUCTURE, free, GIVEN)).toMatchObject({ ok: true, value: { after: null } });
	});
});

describe('a fresh key', () => {
	test.each([
		['Отдел „ТСУ“', [], 'ly-otdel-tsu'],
		['Отдел „ТСУ“', ['ly-otdel-tsu', 'ly-otdel-tsu-2'], 'ly-otdel-tsu-3'],
		['„“', [], 'ly-new'],
	] as const)('for %s beside %j is %s', (name, taken, expected) => {
		expect(freshKey('ly', name, new Set(taken))).toBe(expected);
	});

	test('is short enough to be an identifier', () => {
		const unit: Pick<OrgUnit, 'key'> = { key: unitKey(freshKey('el', 'щ'.repeat(200), new Set())) };
		expect(unit.key.length).toBeLessThanOrEqual(51);
	});
});
