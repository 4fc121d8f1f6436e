import { share } from '#lib/domain/shared/index.ts';
import {
	amountOf,
	checkAnswer,
	followGroups,
	shareOf,
	splitRemainder,
	sumShares,
	SURVEY_MEASURES,
	type DividedRow,
	type SurveyAnswer,
	type SurveyItemId,
} from '#lib/domain/workload/index.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const millionths = fc.integer({ min: 0, max: 1_000_000 }).map((parts) => share(parts / 1_000_000));

/** Rows of a division that give out at most the whole. */
const rows: fc.Arbitrary<readonly DividedRow[]> = fc
	.array(fc.record({ weight: fc.nat(1000), isLocked: fc.boolean() }), { minLength: 1, maxLength: 12 })
	.chain((parts) => fc.nat(1000).map((rest) => ({ parts, rest })))
	.map(({ parts, rest }) => {
		const total = parts.reduce((sum, part) => sum + part.weight, rest) || 1;
		return parts.map(({ weight, isLocked }, at) => ({
			key: `row-${at}`,
			share: share(Math.floor((weight / total) * 1_000_000) / 1_000_000),
			isLocked,
		}));
	});

it('a share comes back from every measure', () => {
	fc.assert(
		fc.property(
			millionths,
			fc.constantFrom(...SURVEY_MEASURES),
			fc.integer({ min: 1, max: 60 }),
			(part, measure, weeklyHours) => {
				const base = { weeklyHours, whole: share(1) };
				expect(shareOf(amountOf(part, measure, base), measure, base)).toEqual({ ok: true, value: part });
			},
		),
	);
});

it('dividing the rest makes the sum exactly the whole, keeps locked rows and takes from nobody', () => {
	fc.assert(
		fc.property(rows, (given) => {
			const result = splitRemainder(given, share(1));
			if (!result.ok) {
				expect(result.error.code).toBe('survey/all-locked');
				return;
			}
			expect(sumShares(result.value.values())).toBe(1);
			for (const row of given) {
				if (row.isLocked) expect(result.value.get(row.key)).toBe(row.share);
				expect(result.value.get(row.key)).toBeGreaterThanOrEqual(row.share);
			}
		}),
	);
});

it('dividing the rest does not depend on the order of the rows, and a second time changes nothing', () => {
	fc.assert(
		fc.property(rows, (given) => {
			const [once, turned] = [
				splitRemainder(given, share(1)),
				splitRemainder([...given].reverse(), share(1)),
			];
			if (!once.ok || !turned.ok) {
				expect(turned).toEqual(once);
				return;
			}
			const sorted = (map: ReadonlyMap<string, number>) => [...map].sort();
			expect(sorted(turned.value)).toEqual(sorted(once.value));
			const again = given.map((row) => ({ ...row, share: once.value.get(row.key) ?? row.share }));
			expect(splitRemainder(again, share(1))).toEqual(once);
		}),
	);
});

it('a full group stays full whatever its new share', () => {
	fc.assert(
		fc.property(rows, millionths, (given, now) => {
			const full = splitRemainder(
				given.map((row) => ({ ...row, isLocked: false })),
				share(1),
			);
			if (!full.ok) throw new Error(full.error.code);
			const answers = [...full.value].map(([key, part]): SurveyAnswer => ({
				itemId: key as SurveyItemId,
				share: part,
				low: null,
				high: null,
				participation: null,
				peakMonths: 0,
				isLocked: false,
			}));
			const groupOf = new Map(answers.map((answer) => [answer.itemId, 'all']));
			const after = followGroups(answers, groupOf, {
				before: [{ groupKey: 'all', share: share(1), isLocked: false }],
				after: [{ groupKey: 'all', share: now, isLocked: false }],
			});
			expect(sumShares(after.map((answer) => answer.share))).toBe(now);
			expect(after.flatMap(checkAnswer)).toEqual([]);
		}),
	);
});
