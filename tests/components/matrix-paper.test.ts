import { describe, expect, test } from 'vitest';
import type { MatrixData } from '#lib/charts/matrix.ts';
import type { MatrixChoice } from '#lib/components/functions/matrix-choice.ts';
import { paperOf } from '#lib/components/functions/matrix-paper.ts';
import { MARK, packFunctionPlace } from '#lib/domain/workload/index.ts';
import { choice as asFirstSeen } from '../bench/matrix-choice.svelte.ts';

/** An area with two functions of one unit, 0,5 and 0,25 posts of counted work. */
const DATA: MatrixData = {
	functions: [
		{ key: 'a1', label: 'Финанси', kind: 'area', parent: -1, number: -1 },
		{ key: 'f1', label: 'съставя бюджета', kind: 'function', parent: 0, number: 0 },
		{ key: 'f2', label: 'води счетоводство', kind: 'function', parent: 0, number: 1 },
	],
	places: [{ key: 'u1', label: 'Отдел „Бюджет“', kind: 'unit', parent: -1, number: 0 }],
	links: {
		ends: [1, 2],
		places: [0, 0],
		cells: [
			packFunctionPlace({ marks: MARK.accountable | MARK.practised, fte: 0.5 }),
			packFunctionPlace({ marks: MARK.participates | MARK.practised, fte: 0.25 }),
		],
	},
};
const paper = (more: Partial<MatrixChoice> = {}) => paperOf(DATA, { ...asFirstSeen, ...more });

describe('the matrix on paper', () => {
	test('has an open area as a heading over its functions', () => {
		const { rows, links } = paper();
		expect(rows.map(({ key, isHeading }) => [key, isHeading])).toEqual([
			['a1', true],
			['f1', false],
			['f2', false],
		]);
		expect(links.map(({ row }) => row)).toEqual(['f1', 'f2']);
	});

	test('has a folded area as one row of sums, with each of its links below the sum', () => {
		const { rows, marks, links, shown } = paper({ folded: ['a1'] });
		expect(rows).toEqual([{ key: 'a1', label: 'Финанси', depth: 0, isHeading: false, fte: 0.75 }]);
		expect(marks[0]?.[0]?.text).toBe('2');
		expect(links.map(({ row, rowLabel, fte }) => [row, rowLabel, fte])).toEqual([
			['a1', 'съставя бюджета', 0.5],
			['a1', 'води счетоводство', 0.25],
		]);
		expect(shown).toContain('Свити редове и колони: 1');
	});
});
