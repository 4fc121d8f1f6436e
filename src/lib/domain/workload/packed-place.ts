import { COUNTED, WRITTEN } from './paper-and-practice.ts';

const MARKS = WRITTEN | COUNTED;
/** Above the marks: the work is known. Work can be counted where nobody knows how much it is. */
const MEASURED = MARKS + 1;
/** Above both: thousandths of a full post. */
const WORK = 2 * MEASURED;

/**
 * What a function and a place have in common as one whole number: tens of thousands of them go to the browser and are
 * added up there, and whole numbers are exact and leave no garbage.
 * Example: 1 (accountable) with 0,25 of a full post → 1 + 64 + 250 × 128 = 32 065.
 * @param marks `MARK` bits
 * @param fte full posts of the counted work, kept to the thousandth; null where nobody knows
 */
export function packFunctionPlace({
	marks,
	fte,
}: {
	readonly marks: number;
	readonly fte: number | null;
}): number {
	return fte === null ? marks : marks + MEASURED + Math.round(fte * 1000) * WORK;
}

/** `MARK` bits of a packed place. */
export function marksIn(packed: number): number {
	return packed & MARKS;
}

/** Full posts of the counted work; null where nobody knows. */
export function fteIn(packed: number): number | null {
	return (packed & MEASURED) === 0 ? null : Math.floor(packed / WORK) / 1000;
}

/** Two of them together: the marks of either, the sum of the work. Exact also above the 32 bits that `|` would keep. */
export function addPacked(one: number, other: number): number {
	const marks = other & (WORK - 1);
	return one + (marks & ~one) + (other - marks);
}
