import { err, eurCents, ok, type Brand, type EurCents, type IsoDate, type Result } from '../shared/index.ts';
import { parameterNumber, type ParameterSet } from './parameter.ts';

/** Historic money in whole stotinki (1 лв. = 100 stotinki). */
export type Stotinki = Brand<number, 'Stotinki'>;

export type CurrencyError = {
	readonly code: 'legal/exchange-rate-unknown';
	readonly key: string;
	readonly asOf: IsoDate;
};

/** Key of the dated parameter: how many leva make one euro (1.95583 since the currency board). */
export const BGN_PER_EUR = 'currency.bgn-per-eur';

/** Brands an amount in whole stotinki; anything else is a bug (`RangeError`). */
export function stotinki(value: number): Stotinki {
	if (!Number.isSafeInteger(value)) throw new RangeError(`stotinki are whole: ${value}`);
	return value as Stotinki;
}

/** Whole stotinki of an amount in leva with at most two decimals: 350280.08 → 35028008. */
export function stotinkiOfLeva(leva: number): Stotinki {
	return stotinki(Math.sign(leva) * Math.round(Math.abs(leva) * 100));
}

/**
 * Leva as euro, rounded half away from zero to the cent.
 * Example (oracle T21): 143 969,00 лв. ÷ 1,95583 = 73 610,18 €.
 */
export function bgnToEur(amount: Stotinki, bgnPerEur: number): EurCents {
	if (!(bgnPerEur > 0)) throw new RangeError(`exchange rate is not above 0: ${bgnPerEur}`);
	const cents = amount / bgnPerEur;
	return eurCents(Math.sign(cents) * Math.round(Math.abs(cents)));
}

/**
 * Leva of a day as euro at the rate in force on that day.
 * Errors: `legal/exchange-rate-unknown` when no rate holds; no number is ever assumed.
 */
export function convertBgn(
	amount: Stotinki,
	asOf: IsoDate,
	parameters: ParameterSet,
): Result<EurCents, CurrencyError> {
	const rate = parameterNumber(parameters, { key: BGN_PER_EUR, asOf });
	if (rate === undefined) return err({ code: 'legal/exchange-rate-unknown', key: BGN_PER_EUR, asOf });
	return ok(bgnToEur(amount, rate));
}
