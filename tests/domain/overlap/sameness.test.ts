import { describe, expect, it } from 'vitest';
import { findOverlaps } from '#lib/domain/overlap/index.ts';

/** The only pair of two statements, whatever its score. */
function pairOf(a: string, b: string) {
	const { pairs } = findOverlaps(
		[
			{ id: 'a', unit: 'А', text: a, place: null },
			{ id: 'b', unit: 'Б', text: b, place: null },
		],
		{ threshold: 0.01 },
	);
	return pairs[0];
}

describe('what decides between duplication and overlap', () => {
	it('is a list that holds the other statement and more', () => {
		const pair = pairOf('Поддържа улиците, тротоарите и площадите', 'Поддържа тротоарите');
		expect(pair?.reasons).toContain('wider');
		expect(pair?.label).toBe('overlap');
	});

	it('is not the order of the same list', () => {
		const pair = pairOf('Поддържа улиците и тротоарите', 'Поддържа тротоарите и улиците');
		expect(pair?.reasons).not.toContain('wider');
		expect(pair?.label).toBe('duplication');
	});

	it('is one verb with two objects, which is never a duplication', () => {
		const pair = pairOf(
			'Извършва ремонт на покрива на училището',
			'Извършва ремонт на покрива на читалището',
		);
		expect(pair?.reasons.some((reason) => reason === 'wider' || reason === 'other-object')).toBe(true);
		expect(pair?.label).not.toBe('duplication');
	});

	it('is one verb where hardly anything else is common, which is not even an overlap', () => {
		const pair = pairOf('Осигурява транспорт за учениците', 'Осигурява транспорт за болните на хемодиализа');
		expect(pair?.reasons).toContain('other-object');
		expect(pair?.label).toBe('related');
	});

	it('is another verb of the same act beside other words, which is how another author words the same', () => {
		const pair = pairOf(
			'Замерва скоростта на износване на пътя',
			'Измерва степента на износване на пътната настилка',
		);
		expect(pair?.reasons).toContain('reworded');
		expect(pair?.score).toBeLessThan(0.8);
		expect(pair?.label).toBe('duplication');
	});

	it('says nothing where the two differ in a form or in the order of words', () => {
		const pair = pairOf(
			'Съставя месечни отчети за събраните такси',
			'Отчети за събраните такси се съставят месечно',
		);
		expect(pair?.reasons).not.toContain('wider');
		expect(pair?.reasons).not.toContain('reworded');
	});
});
