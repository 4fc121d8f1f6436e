import { describe, expect, it } from 'vitest';
import {
	countOpenOverlaps,
	type JudgedOverlap,
	type OverlapLabel,
	type StoredVerdict,
} from '#lib/domain/overlap/index.ts';

const VERDICT: StoredVerdict = {
	functionA: 'a',
	functionB: 'b',
	fingerprintA: '1',
	fingerprintB: '2',
	verdict: 'control',
	reason: 'едното звено проверява другото',
	decidedBy: 'konsultant',
	decidedAt: '2026-01-01T00:00:00.000Z',
};

function aPair(label: OverlapLabel, verdict: StoredVerdict | null): JudgedOverlap {
	return { overlap: { label } as JudgedOverlap['overlap'], verdict, history: [] };
}

describe('undecided overlaps', () => {
	it('are the duplications and overlaps that nobody decided on; related pairs are none', () => {
		const judged = [
			aPair('duplication', null),
			aPair('duplication', VERDICT),
			aPair('overlap', null),
			aPair('overlap', null),
			aPair('overlap', null),
			aPair('related', null),
		];
		expect(countOpenOverlaps(judged)).toEqual({ duplication: 1, overlap: 3 });
	});
});
