import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share } from '#lib/domain/shared/index.ts';
import {
	NEED_METHODS,
	compareMethods,
	judgeNeed,
	mapEstimate,
	type AgreementRule,
	type NeedMeasure,
	type NeedMethod,
} from '#lib/domain/workload/index.ts';

const RULE: AgreementRule = {
	tolerance: 0.25,
	shortage: 0.9,
	surplus: 1.1,
	coverageMinimum: 0.7,
	peersMinimum: 1,
};

const posts = fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10);
const estimate = fc
	.tuple(posts, posts, posts)
	.map((values) => values.sort((a, b) => a - b))
	.map(([low = 0, expected = 0, high = 0]) => ({ low, expected, high }));
const measureOf = (method: NeedMethod): fc.Arbitrary<NeedMeasure> =>
	fc.record({ method: fc.constant(method), fte: estimate, coverage: fc.constant(share(1)) });
const three = fc.tuple(...NEED_METHODS.map(measureOf));

describe('laws of the agreement', () => {
	it('adding a method never takes a verdict away', () => {
		fc.assert(
			fc.property(three, posts, ([a, b, c], occupied) => {
				const [first, second, third] = [a, b, c];
				if (!first || !second || !third) throw new Error('three methods');
				if (judgeNeed([first, second], occupied, RULE).kind === 'unproven') return;
				expect(judgeNeed([first, second, third], occupied, RULE).kind).toBe('proven');
			}),
		);
	});

	it('does not depend on the order in which the methods are given', () => {
		fc.assert(
			fc.property(three, posts, (measures, occupied) => {
				expect(judgeNeed([...measures].reverse(), occupied, RULE)).toEqual(
					judgeNeed(measures, occupied, RULE),
				);
			}),
		);
	});

	it('two methods agree with each other or neither does', () => {
		fc.assert(
			fc.property(measureOf('survey'), measureOf('volume'), (a, b) => {
				const [there, back] = [compareMethods(a, b, RULE), compareMethods(b, a, RULE)];
				expect([there.agrees, there.difference]).toEqual([back.agrees, back.difference]);
			}),
		);
	});

	it('twice the need and twice the people have the same verdict', () => {
		fc.assert(
			fc.property(three, posts, (measures, occupied) => {
				const twice = measures.map((one) => ({ ...one, fte: mapEstimate(one.fte, (value) => value * 2) }));
				const [once, doubled] = [judgeNeed(measures, occupied, RULE), judgeNeed(twice, occupied * 2, RULE)];
				expect(doubled.kind).toBe(once.kind);
				if (once.kind !== 'proven' || doubled.kind !== 'proven') return;
				expect([doubled.balance, doubled.methods]).toEqual([once.balance, once.methods]);
			}),
		);
	});

	it('the need of a verdict lies inside the ranges of its methods', () => {
		fc.assert(
			fc.property(three, posts, (measures, occupied) => {
				const verdict = judgeNeed(measures, occupied, RULE);
				if (verdict.kind !== 'proven') return;
				expect(verdict.need.expected).toBeGreaterThanOrEqual(verdict.need.low - 1e-9);
				expect(verdict.need.expected).toBeLessThanOrEqual(verdict.need.high + 1e-9);
				expect(verdict.methods.length).toBeGreaterThanOrEqual(2);
			}),
		);
	});
});
