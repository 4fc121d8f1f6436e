import { describe, expect, it } from 'vitest';
import { availableTimes, assumedParameters, NO_WHAT_IF } from '#lib/domain/workload/index.ts';
import { timeLines } from '#lib/i18n/workload-time-text.ts';
import { readMethodsRequest } from '../../src/routes/(app)/m/[municipality]/workload/methods/request.ts';
import { CALENDAR, PARAMETERS } from '#tests/domain/workload/builders.ts';

function asked(query: string) {
	const { request, wrong } = readMethodsRequest(
		new URL(`http://localhost/m/elena/workload/methods?${query}`),
	);
	return { leave: request.whatIf.values.leave, sick: request.whatIf.values.sick, wrong };
}

describe('the assumptions that an address tries out', () => {
	it.each([
		['20,5', 20.5],
		['20.5', 20.5],
		['20½', 20.5],
		[' 20,25 ', 20.25],
		['0', 0],
		['120', 120],
	])('take %s days of leave as %d', (text, days) => {
		expect(asked(new URLSearchParams({ leave: text }).toString())).toMatchObject({ leave: days, wrong: [] });
	});

	it.each(['-1', '120,5', 'много', '1e2', '0x10', 'Infinity', '20,5,5'])(
		'tell that %s is no number of days, and leave the value in force',
		(text) => {
			const query = new URLSearchParams({ leave: text, sick: '6,5' }).toString();
			expect(asked(query)).toEqual({ leave: null, sick: 6.5, wrong: ['leave'] });
		},
	);
});

describe('part of a day of leave', () => {
	const timesWith = (leave: number) =>
		availableTimes({
			parameters: assumedParameters(PARAMETERS, {
				...NO_WHAT_IF,
				values: { ...NO_WHAT_IF.values, leave },
			}),
			...{ year: 2026, calendar: CALENDAR, municipality: 'elena' },
		});

	it.each([
		// 248 − 20,5 − 8 − 7 − 3 = 209,5 days × 8 h
		[20.5, 209.5, 1676],
		// 248 − 20,25 − 8 − 7 − 3 = 209,75 days × 8 h
		[20.25, 209.75, 1678],
	])('%d days leave %d days and %d hours, and nothing is rounded', (leave, days, hours) => {
		const times = timesWith(leave);
		const civil = times.ok ? times.value.get('civil-service') : undefined;
		expect([civil?.days, civil?.hours]).toEqual([days, hours]);
	});

	it('stands in the sum as it was counted', () => {
		const times = timesWith(20.25);
		if (!times.ok) throw new Error(times.error.code);
		const [line] = timeLines(
			[...times.value].flatMap(([relation, time]) =>
				relation === 'civil-service' ? [{ relation, time }] : [],
			),
		);
		expect(line?.formula).toContain('20,25');
		expect(line?.formula).toContain('209,75');
		expect(line?.formula).toMatch(/1.678/u);
	});
});
