import { describe, expect, it } from 'vitest';
import { loadFixtures } from '#fixtures/load.ts';
import { nameOfParameter } from '#lib/i18n/parameter-names.ts';
import { readingText } from '#lib/i18n/rule-text.ts';

describe('dated parameters', () => {
	it('have a name in words in both languages', () => {
		const keys = [...new Set(loadFixtures().parameters.map((parameter) => parameter.key))];
		for (const locale of ['bg', 'en'] as const)
			expect(keys.filter((key) => nameOfParameter(key, { locale }) === key)).toEqual([]);
	});

	it('are named where a rule lacks one: no key is printed', () => {
		const reading = (key: string) => readingText({ code: 'rule/no-parameter', values: { key } });
		expect(reading('rule.approved-headcount')).toBe(
			'Няма въведена утвърдена численост към деня, затова правилото не се проверява.',
		);
		expect(reading('rule.unit-minimum')).toContain('дирекция, отдел или сектор');
	});
});
