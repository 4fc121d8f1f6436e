/** Gives equal values one number, in the order of their first appearance. */
export interface Interner<T> {
	readonly values: readonly T[];
	readonly numberOf: (value: T) => number;
}

/** Two values are equal when their keys are. */
export function createInterner<T>(keyOf: (value: T) => string): Interner<T> {
	const values: T[] = [];
	const numbers = new Map<string, number>();
	return {
		values,
		numberOf: (value) => {
			const key = keyOf(value);
			const found = numbers.get(key);
			if (found !== undefined) return found;
			numbers.set(key, values.length);
			values.push(value);
			return values.length - 1;
		},
	};
}

/** The same interner for values that mostly come as one object: an object that was met before is known without its key. */
export function byIdentity<T extends object>(interner: Interner<T>): Interner<T> {
	const met = new Map<T, number>();
	return {
		values: interner.values,
		numberOf: (value) => {
			let number = met.get(value);
			if (number === undefined) met.set(value, (number = interner.numberOf(value)));
			return number;
		},
	};
}
