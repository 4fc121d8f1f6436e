import { describe, expect, it } from 'vitest';
import { readNumber } from '#lib/domain/imports/index.ts';

describe('a number in a Bulgarian table', () => {
	it.each([
		['15,5', 15.5],
		['156 ½', 156.5],
		['½', 0.5],
		['1 1/2', 1.5],
		['1 855,5', 1855.5],
		['1\u00a0988\u202f198,8', 1988198.8],
		['8 451 350', 8451350],
		['1.234,50', 1234.5],
		['1,234.50', 1234.5],
		['1.234.567', 1234567],
		['12', 12],
		['-3,25', -3.25],
		['2 бр.', 2],
		['1234,50 лв.', 1234.5],
		['40 %', 0.4],
		['12,5%', 0.125],
	])('reads %s as %d', (text, value) => {
		expect(readNumber(text)).toBeCloseTo(value, 10);
	});

	it.each(['', 'няма', '1О', '12а', '1 2', '11/2', '1,2,3', '=1+1', '2 или 3', '12-14'])(
		'finds none in „%s“',
		(text) => {
			expect(readNumber(text)).toBeUndefined();
		},
	);
});
