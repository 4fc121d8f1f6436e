/** From this many bytes on, what several threads read is worth sharing rather than copying. */
const SHARED_FROM = 1_000_000;

/** Whole numbers that other threads may read as well, where the platform lets threads share. */
export function int32Room(length: number): Int32Array {
	return new Int32Array(roomOf(length * Int32Array.BYTES_PER_ELEMENT));
}

/** As {@link int32Room}, for small whole numbers. */
export function uint16Room(length: number): Uint16Array {
	return new Uint16Array(roomOf(length * Uint16Array.BYTES_PER_ELEMENT));
}

/** As {@link int32Room}, for numbers in double precision. */
export function float64Room(length: number): Float64Array {
	return new Float64Array(roomOf(length * Float64Array.BYTES_PER_ELEMENT));
}

function roomOf(bytes: number): ArrayBufferLike {
	const isShared = bytes >= SHARED_FROM && typeof SharedArrayBuffer !== 'undefined';
	return isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

/** Whole numbers one after another, as many as come. */
export interface Growing {
	readonly push: (value: number) => void;
	/** The values from one place up to another. */
	readonly pushAll: (values: Int32Array, from: number, to: number) => void;
	readonly length: () => number;
	readonly at: (place: number) => number;
	/** What was pushed; no copy, so nothing may be pushed after it. */
	readonly values: () => Int32Array;
}

/** Room for whole numbers of 32 bits that doubles when it is full; `expected` is how many are likely to come. */
export function growingInts(expected: number): Growing {
	let values = new Int32Array(Math.max(16, expected));
	let length = 0;
	const widen = (least: number) => {
		if (least <= values.length) return;
		const larger = new Int32Array(Math.max(least, values.length * 2));
		larger.set(values);
		values = larger;
	};
	return {
		push: (value) => {
			if (length === values.length) widen(length + 1);
			values[length] = value;
			length += 1;
		},
		pushAll: (added, from, to) => {
			widen(length + to - from);
			for (let at = from; at < to; at++) values[length++] = added[at] as number;
		},
		length: () => length,
		at: (place) => values[place] as number,
		values: () => values.subarray(0, length),
	};
}
