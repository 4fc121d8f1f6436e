import type { Brand } from './brand.ts';

/** Money as whole euro cents. */
export type EurCents = Brand<number, 'EurCents'>;

/** Brands an amount in whole euro cents; anything else is a bug (`RangeError`). */
export function eurCents(value: number): EurCents {
	if (!Number.isSafeInteger(value)) throw new RangeError(`euro cents are whole: ${value}`);
	return value as EurCents;
}

/** Euro cents together; of nothing it is 0. */
export function sumCents(values: Iterable<EurCents>): EurCents {
	let total = 0;
	for (const value of values) total += value;
	return eurCents(total);
}

/** Cents for a fraction of a post: rounded half away from zero, once, at the end. */
export function scaleCents(amount: EurCents, factor: number): EurCents {
	const scaled = amount * factor;
	return eurCents(Math.sign(scaled) * Math.round(Math.abs(scaled)));
}
