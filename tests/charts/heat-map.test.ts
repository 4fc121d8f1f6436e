import { describe, expect, it } from 'vitest';
import { layOutHeatMap, moveInHeatMap } from '#lib/charts/heat-map.ts';

const axis = ['а', 'б', 'в'].map((key) => ({ key, label: `Звено ${key}` }));
const map = layOutHeatMap({
	axis,
	cells: [
		{ row: 'а', column: 'б', value: 4 },
		{ row: 'в', column: 'в', value: 1 },
	],
});
const cell = (id: string) => map.cells.find((one) => one.id === id);

describe('the heat map', () => {
	it('is symmetric and has a cell for every two things', () => {
		expect(map.cells).toHaveLength(9);
		expect(cell('а б')?.value).toBe(4);
		expect(cell('б а')?.value).toBe(4);
		expect(cell('а в')?.value).toBe(0);
	});

	it('of two states has the first above the diagonal and the second below it', () => {
		const two = layOutHeatMap({
			axis,
			cells: [{ row: 'а', column: 'б', value: 4 }],
			below: [{ row: 'а', column: 'в', value: 2 }],
		});
		const filled = two.cells.filter(({ value }) => value > 0);
		expect(filled.map(({ id, value, isBelow }) => [id, value, isBelow])).toEqual([
			['а б', 4, false],
			['в а', 2, true],
		]);
	});

	it('draws equal squares that do not overlap', () => {
		const [first, second] = [cell('а а'), cell('а б')];
		expect(new Set(map.cells.map(({ size }) => size)).size).toBe(1);
		expect(second!.x).toBeGreaterThanOrEqual(first!.x + first!.size);
	});

	it('gives no value step 0, the greatest value step 5 and a quarter of it step 2', () => {
		expect(cell('а а')?.level).toBe(0);
		expect(cell('а б')?.level).toBe(5);
		// 1 of 4 lies between one and two fifths of the range.
		expect(cell('в в')?.level).toBe(2);
	});

	it('cuts long names and keeps the whole ones', () => {
		const long = 'Дирекция „Устройство на територията, общинска собственост и екология“';
		const [row] = layOutHeatMap({ axis: [{ key: 'а', label: long }], cells: [] }).rows;
		expect(row?.label).toBe(long);
		expect(row?.short.endsWith('…')).toBe(true);
	});

	it('is led by the arrows from one filled cell to the next', () => {
		expect(moveInHeatMap(map, 'а б', 'ArrowDown')).toBe('б а');
		expect(moveInHeatMap(map, 'а б', 'End')).toBe('в в');
		expect(moveInHeatMap(map, 'в в', 'Home')).toBe('а б');
		expect(moveInHeatMap(map, 'в в', 'ArrowRight')).toBeUndefined();
		expect(moveInHeatMap(map, 'в в', 'x')).toBeUndefined();
	});

	it('of nothing is empty', () => {
		const empty = layOutHeatMap({ axis: [], cells: [] });
		expect(empty.cells).toEqual([]);
		expect(moveInHeatMap(empty, '', 'Home')).toBeUndefined();
	});
});
