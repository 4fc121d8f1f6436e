import { describe, expect, it } from 'vitest';
import {
	nameOfOccupation,
	occupationOfTitle,
	parseOccupationCode,
	printOccupationCode,
	usualOccupations,
} from '#lib/domain/legal/index.ts';

const codeOf = (text: string) => {
	const read = parseOccupationCode(text);
	return read.ok ? read.value : read.error.code;
};

describe('a code of НКПД-2011', () => {
	it.each(['1112 7083', '1112-7083', '1112–7083', ' 11127083 ', '1112\u00a07083', '1112.7083'])(
		'is read in every way people write it: „%s“',
		(text) => {
			expect(codeOf(text)).toBe('11127083');
		},
	);

	it('is printed as group and post', () => {
		const read = parseOccupationCode('24226041');
		expect(read.ok && printOccupationCode(read.value)).toBe('2422 6041');
	});

	it.each(['', '1112', '1112 708', '1112 70833', '1112 708а', 'главен експерт', '0204'])(
		'has eight digits, which „%s“ has not',
		(text) => {
			expect(codeOf(text)).toBe('legal/occupation-digits');
		},
	);

	it('needs a single group that exists, whatever the post in it', () => {
		// 1115 and 2423's neighbour 2425 are no groups; 0110 and 9629 are the first and the last.
		expect([codeOf('1115 7001'), codeOf('2425 6001')]).toEqual([
			'legal/occupation-group',
			'legal/occupation-group',
		]);
		expect([codeOf('0110 0001'), codeOf('9629 9999')]).toEqual(['01100001', '96299999']);
	});

	it('is found by a job title that names a usual post word for word', () => {
		expect(occupationOfTitle('главен  експерт')?.code).toBe('24226041');
		expect(occupationOfTitle('Технически секретар')?.code).toBe('41202006');
		expect(occupationOfTitle('Главен експерт „Каса“')).toBeUndefined();
	});

	it('is good for every usual post, and each stands once', () => {
		const codes = usualOccupations().map(({ code }) => code);
		expect(codes.filter((code) => !parseOccupationCode(code).ok)).toEqual([]);
		expect(new Set(codes).size).toBe(codes.length);
		expect(nameOfOccupation(codes[0]!)).toBe('Кметски наместник, община');
	});
});
