import { expect, test } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { addMonths } from '#lib/domain/training/index.ts';

test('a month later than 31 January is the last of February', () => {
	expect(addMonths(isoDate('2025-01-31'), 1)).toBe('2025-02-28');
	expect(addMonths(isoDate('2025-11-30'), 3)).toBe('2026-02-28');
});
