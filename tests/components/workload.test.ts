import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { layoutWorkloadBars } from '#lib/charts/workload-bars.ts';
import WorkloadBars from '#lib/components/charts/WorkloadBars.svelte';
import { makeBoard, type BoardUnit } from '#lib/components/workload/board.ts';
import { formulaSteps } from '#lib/components/workload/formula.ts';
import { actionAddress, keepAddress } from '#lib/components/workload/address.ts';
import { barRow, differenceText, sortRows, utilisationText } from '#lib/components/workload/view.ts';
import { computeUnitWorkloads, type WorkloadReport } from '#lib/domain/workload/index.ts';
import {
	AS_OF,
	CALENDAR,
	PARAMETERS,
	aFunction,
	aPart,
	aPost,
	aStructure,
	aUnit,
	anActivity,
	unitKey,
} from '../domain/workload/builders.ts';

// 1 680 h for a civil servant: 4 704 cases of 30 min are 2 352 h = 1,4 posts; 1 512 cases are 0,45 posts.
const structure = aStructure({
	units: [
		aUnit('busy', { name: { bg: 'Дирекция „Строителство“', en: null } }),
		aUnit('calm', { name: { bg: 'Дирекция „Бюджет“', en: null }, sort: 1 }),
		aUnit('dark', { name: { bg: 'Секретар', en: null }, sort: 2 }),
	],
	posts: [aPost('p1', 'busy'), aPost('p2', 'calm'), aPost('p3', 'dark')],
	functions: [aFunction('f1'), aFunction('f2'), aFunction('f3')],
	participations: [aPart('f1', 'busy'), aPart('f2', 'calm'), aPart('f3', 'dark')],
	activities: [
		anActivity('a1', { fn: 'f1', unit: 'busy', volume: 4704, minutes: [20, 30, 40] }),
		anActivity('a2', { fn: 'f2', unit: 'calm', volume: 1512, minutes: 30 }),
	],
});

function report(): WorkloadReport {
	const result = computeUnitWorkloads(structure, PARAMETERS, AS_OF, CALENDAR);
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
}

function units(): readonly BoardUnit[] {
	const found = report();
	return structure.units.flatMap((unit): readonly BoardUnit[] => {
		const workload = found.units.get(unit.key);
		return workload
			? [{ ...workload, key: unit.key, name: unit.name, kind: unit.kind, part: unit.part, depth: 0 }]
			: [];
	});
}

const at = (query: string) => new URL(`http://ustroy.test/m/elena/workload${query}`);

describe('the board of workload', () => {
	it('keeps the order of the structure and counts the classes', () => {
		const board = makeBoard(units(), at(''));
		expect(board.rows.map((row) => row.key)).toEqual(['busy', 'calm', 'dark']);
		expect([...board.counts]).toEqual([
			['overloaded', 1],
			['low', 1],
			['not-measured', 1],
		]);
	});

	it('leaves out the units outside the administration until they are asked for, and says how many they are', () => {
		const [busy, ...others] = units();
		if (!busy) throw new Error('three units');
		const rows = [{ ...busy, part: 'outside' } as const, ...others];
		const board = makeBoard(rows, at(''));
		expect([board.part, board.outside, board.rows.length]).toEqual(['administration', 1, 2]);
		expect(makeBoard(rows, at('?part=all')).counts.get('overloaded')).toBe(1);
	});

	it('narrows to a class and orders by shortage with the unmeasured last', () => {
		expect(makeBoard(units(), at('?class=low')).rows.map((row) => row.key)).toEqual(['calm']);
		const board = makeBoard([...units()].reverse(), at('?sort=shortage'));
		expect(board.rows.map((row) => row.key)).toEqual(['busy', 'calm', 'dark']);
		const spread = makeBoard([...units()].reverse(), at('?sort=uncertainty'));
		expect(spread.rows.map((row) => row.key)).toEqual(['busy', 'calm', 'dark']);
	});

	it('takes anything else in the address as nothing said', () => {
		const board = makeBoard(units(), at('?class=hot&sort=up&scope=all'));
		expect([board.chosen, board.sort, board.scope]).toEqual([null, 'structure', 'own']);
	});

	it('never sorts two equal units against the order of the structure', () => {
		const twin = units().filter((unit) => unit.key === 'calm');
		const rows = [...twin, ...twin].map((unit, index) => ({ figure: unit.own, index }));
		expect(sortRows(rows, 'utilisation').map((row) => row.index)).toEqual([0, 1]);
	});
});

describe('the words of a figure', () => {
	it('say the class, the need with its range, the staff and the coverage', () => {
		const [busy, , dark] = units();
		const bars = layoutWorkloadBars([]).bars;
		expect(bars).toEqual([]);
		const bar = makeBoard(units(), at('')).layout.bars[0];
		if (!busy || !dark || !bar) throw new Error('three units');
		const row = barRow({ bar, name: 'X', href: '/x', depth: 0, figure: busy.own });
		expect(row).toMatchObject({
			verdict: 'претоварване, 140 %',
			need: 'нужни 1,40 (от 0,93 до 1,87)',
			staff: 'заети 1 от 1',
			detail: 'покритие 100 %',
		});
		expect(barRow({ bar, name: 'X', href: '/x', depth: 0, figure: dark.own })).toMatchObject({
			verdict: 'не е измерено',
			need: '',
		});
	});

	it('give no balance and no percentage where too little is measured', () => {
		const [busy] = units();
		if (!busy) throw new Error('three units');
		const thin = { ...busy.own, class: 'insufficient-data' } as const;
		expect([differenceText(thin), utilisationText(thin)]).toEqual(['', '']);
		expect([differenceText(busy.own), utilisationText(busy.own)]).toEqual(['−0,40', '140 %']);
	});
});

describe('the formula', () => {
	it('stands with its numbers in place of the letters', () => {
		const workload = report().units.get(unitKey('busy'));
		if (!workload) throw new Error('the unit is computed');
		const steps = formulaSteps({ workload, method: 'wisn', distribution: null });
		expect(steps.map((step) => `${step.expression} = ${step.result}`.replaceAll('\u202f', ' '))).toEqual([
			'служебно правоотношение = 1 680 ч.',
			'сбор от 1 дейност: обем × очаквани минути ÷ 60 = 2 352 ч.',
			'2 352 ÷ 1 680 = 1,4',
			'няма записани надбавки = 0 %',
			'1 ÷ (1 − 0 %) = 1',
			'няма записани = 0',
			'1,4 × 1 + 0 = 1,4',
			'1,40 ÷ 1 = 140 %',
			'1 − 1,40 = −0,40',
		]);
		const analytic = formulaSteps({
			workload,
			method: 'analytic',
			distribution: { personal: 0.05, material: 0.05 },
		});
		expect(analytic.map((step) => step.expression)).toContain('1 + 5 % + 5 %');
	});
});

describe('addresses', () => {
	it('keep the version and the assumptions and drop the rest', () => {
		const url = at('?version=v2&year=2024&class=low&edit=x');
		expect(keepAddress('/m/elena/workload/u', url)).toBe('/m/elena/workload/u?version=v2&year=2024');
		expect(keepAddress('/m/elena', at(''), { a: '1', b: null })).toBe('/m/elena?a=1');
		expect(actionAddress('activity', at('?/old&version=v2&saved=activity'))).toBe('?/activity&version=v2');
		expect(actionAddress('activity', at(''))).toBe('?/activity');
	});
});

describe('workload bars drawn on the server', () => {
	it('equal the golden drawing', async () => {
		const board = makeBoard(units(), at(''));
		const rows = board.layout.bars.flatMap((bar, index) => {
			const row = board.rows[index];
			return row
				? [barRow({ bar, name: row.name.bg, href: `/u/${row.key}`, depth: index, figure: row.figure })]
				: [];
		});
		const { body } = render(WorkloadBars, {
			props: {
				label: 'Бройки по звена',
				rows,
				ticks: board.layout.ticks.map((tick) => ({ ...tick, label: String(tick.value) })),
				marks: { need: 'нужни', range: 'от – до', occupied: 'заети', approved: 'щатни' },
			},
		});
		const markup = body
			.replace(/<!--[^>]*-->/g, '')
			.replace(/ class="svelte-\w+"| svelte-\w+/g, '')
			.replace(/></g, '>\n<');
		await expect(markup).toMatchFileSnapshot('./golden/workload-bars.html.txt');
	});
});
