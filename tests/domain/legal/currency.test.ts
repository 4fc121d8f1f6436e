import { describe, expect, it } from 'vitest';
import {
	bgnToEur,
	convertBgn,
	stotinki,
	stotinkiOfLeva,
	type ParameterSet,
} from '#lib/domain/legal/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';

const RATE = 1.95583;
const parameters: ParameterSet = [
	{
		key: 'currency.bgn-per-eur',
		municipality: null,
		value: RATE,
		unit: 'bgn-per-eur',
		validFrom: isoDate('1999-01-01'),
		validTo: null,
		citation: 'Закон за БНБ, чл. 29',
		note: null,
	},
];

describe('leva as euro', () => {
	it.each([
		[143_969, 7_361_018],
		[350_280.08, 17_909_536],
		[0, 0],
		[-143_969, -7_361_018],
	])('%d лв. are %i cents (oracle T21)', (leva, cents) => {
		expect(bgnToEur(stotinkiOfLeva(leva), RATE) + 0).toBe(cents);
	});

	it('uses the rate in force and refuses where none holds', () => {
		expect(convertBgn(stotinki(195_583), isoDate('2014-03-01'), parameters)).toEqual({
			ok: true,
			value: 100_000,
		});
		expect(convertBgn(stotinki(100), isoDate('1998-03-01'), parameters)).toEqual({
			ok: false,
			error: { code: 'legal/exchange-rate-unknown', key: 'currency.bgn-per-eur', asOf: '1998-03-01' },
		});
	});

	it('never takes fractions of a stotinka or a rate that is not above zero', () => {
		expect(() => stotinki(1.5)).toThrow(RangeError);
		expect(() => bgnToEur(stotinki(100), 0)).toThrow(RangeError);
	});
});
