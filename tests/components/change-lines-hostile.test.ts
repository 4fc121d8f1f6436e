import { describe, expect, it } from 'vitest';
import { changeLines } from '#lib/components/org/change-lines.ts';
import { HOSTILE } from '#tests/integration/forms-hostile.ts';

describe('a change in the history', () => {
	it.each(Object.entries(HOSTILE))('is written whatever was typed: %s', (_, typed) => {
		const [line] = changeLines({ note: 'преди' }, { note: typed, annualCost: 1.5 });
		expect(typeof line?.to).toBe('string');
	});

	it('has days and money as they are read', () => {
		const lines = changeLines({}, { validFrom: '2026-02-03', annualCost: 1_234_500 });
		expect(lines.map(({ to }) => to.replace(/\s/gu, ' '))).toEqual(['03.02.2026 г.', '12 345 €']);
	});
});
