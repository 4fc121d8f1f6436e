import { describe, expect, test } from 'vitest';
import { warnEnglish } from '#lib/domain/org/edit-text.ts';
import { planUnitEdit } from '#lib/domain/org/index.ts';
import { smallStructure, unitKey } from '#tests/support/small-structure.ts';

const OLD = { bg: 'Отдел „Местни приходи“', en: 'Local Revenue Department' };

describe('the English words of a thing whose Bulgarian ones change', () => {
	test('are pointed out when they stay', () => {
		const warning = { code: 'org/english-left', english: OLD.en };
		expect(warnEnglish(OLD, { ...OLD, bg: 'Отдел „Местни данъци“' })).toEqual([warning]);
	});

	test('are not when they change too, go out, were not there, or the Bulgarian ones stay', () => {
		const fresh = { bg: 'Отдел „Местни данъци“', en: 'Local Taxes Department' };
		expect(warnEnglish(OLD, fresh)).toEqual([]);
		expect(warnEnglish(OLD, { ...fresh, en: null })).toEqual([]);
		expect(warnEnglish({ ...OLD, en: null }, { ...fresh, en: null })).toEqual([]);
		expect(warnEnglish(OLD, OLD)).toEqual([]);
		expect(warnEnglish(undefined, fresh)).toEqual([]);
	});

	test('are told with the saved change of a unit', () => {
		const structure = smallStructure();
		const units = structure.units.map((unit) => (unit.key === 'dir' ? { ...unit, name: OLD } : unit));
		const unit = units.find(({ key }) => key === 'dir')!;
		const draft = { ...unit, name: { ...OLD, bg: 'Отдел „Местни данъци“' } };
		const edit = { kind: 'change', key: unitKey('dir'), draft } as const;
		const given = { newKey: unitKey('new'), outside: { employees: 0, evidence: 0 } };
		expect(planUnitEdit({ ...structure, units }, edit, given)).toMatchObject({
			value: { warnings: expect.arrayContaining([{ code: 'org/english-left', english: OLD.en }]) as unknown },
		});
	});
});
