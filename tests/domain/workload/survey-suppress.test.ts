import { hiddenRows } from '#lib/domain/workload/index.ts';
import { describe, expect, it } from 'vitest';

const row = (key: string, people: string) => ({ key, people: new Set(people) });

describe('rows whose whole is published', () => {
	it('are hidden where fewer than three people stand behind them', () => {
		expect([...hiddenRows([row('a', 'ABCD'), row('b', 'A'), row('c', 'BC')], 3)]).toEqual(['b', 'c']);
	});

	it('hide one more where the hidden ones are together about fewer than three', () => {
		const rows = [row('a', 'ABCD'), row('b', 'A'), row('c', 'AB'), row('d', 'ABC')];
		expect([...hiddenRows(rows, 3)]).toEqual(['b', 'c', 'd']);
	});

	it('stay as they are where each is about three or more', () => {
		expect(hiddenRows([row('a', 'ABC'), row('b', 'BCD'), row('c', '')], 3).size).toBe(0);
	});
});
