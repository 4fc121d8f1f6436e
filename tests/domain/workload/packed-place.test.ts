import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addPacked, fteIn, MARK, marksIn, packFunctionPlace } from '#lib/domain/workload/index.ts';

const places = fc.record({
	marks: fc.nat(63),
	fte: fc.option(fc.nat(2 ** 40).map((thousandths) => thousandths / 1000)),
});

it('is one whole number', () => {
	expect(packFunctionPlace({ marks: MARK.accountable, fte: 0.25 })).toBe(32_065);
	expect(packFunctionPlace({ marks: MARK.accountable, fte: null })).toBe(1);
});

it('tells work of zero from work that nobody knows', () => {
	expect(fteIn(packFunctionPlace({ marks: MARK.idle, fte: 0 }))).toBe(0);
	expect(fteIn(packFunctionPlace({ marks: MARK.practised, fte: null }))).toBeNull();
});

it('is read as it was written, to the thousandth of a post', () => {
	fc.assert(
		fc.property(places, (place) => {
			const packed = packFunctionPlace(place);
			expect(marksIn(packed)).toBe(place.marks);
			expect(fteIn(packed)).toBe(place.fte);
		}),
	);
});

it('together has the marks of both and the sum of the work that is known', () => {
	fc.assert(
		fc.property(places, places, (one, other) => {
			const [a, b] = [packFunctionPlace(one), packFunctionPlace(other)];
			const sum = addPacked(a, b);
			expect(marksIn(sum)).toBe(one.marks | other.marks);
			const isKnown = one.fte !== null || other.fte !== null;
			const thousandths = Math.round((one.fte ?? 0) * 1000) + Math.round((other.fte ?? 0) * 1000);
			expect(fteIn(sum)).toBe(isKnown ? thousandths / 1000 : null);
			expect(addPacked(b, a)).toBe(sum);
		}),
	);
});
