import { describe, expect, it } from 'vitest';
import { findOverlaps, type OverlapLabel } from '#lib/domain/overlap/index.ts';
import pairs from './labelled-pairs.json' with { type: 'json' };

type Answer = OverlapLabel | 'none';

/** Every pair is judged inside the whole set, as the statements of one administration would be. */
function answers(): readonly Answer[] {
	const statements = pairs.flatMap(({ a, b }, at) => [
		{ id: `${at}a`, unit: 'А', text: a, place: null },
		{ id: `${at}b`, unit: 'Б', text: b, place: null },
	]);
	const { corpus, pairs: found } = findOverlaps(statements);
	const labels = new Map(
		found.map(({ a, b, label }) => [`${corpus.statements[a]?.id} ${corpus.statements[b]?.id}`, label]),
	);
	return pairs.map((_, at) => labels.get(`${at}a ${at}b`) ?? 'none');
}

/** The part `seen` was looked at while the lexicons were written; the part `unseen` only counts. */
function measure(wanted: 'seen' | 'unseen') {
	const given = answers();
	const counts = { hits: 0, misses: 0, falseAlarms: 0, duplications: 0, rightDuplications: 0 };
	pairs.forEach(({ label, part }, at) => {
		if (part !== wanted) return;
		const isFound = given[at] === 'duplication' || given[at] === 'overlap';
		if (label === 'other') counts.falseAlarms += isFound ? 1 : 0;
		else if (isFound) counts.hits += 1;
		else counts.misses += 1;
		if (label === 'duplication') {
			counts.duplications += 1;
			counts.rightDuplications += given[at] === 'duplication' ? 1 : 0;
		}
	});
	return {
		precision: counts.hits / (counts.hits + counts.falseAlarms),
		recall: counts.hits / (counts.hits + counts.misses),
		duplicationRight: counts.rightDuplications / counts.duplications,
	};
}

describe('the labelled pairs', () => {
	it('are at least 120, of all three labels', () => {
		expect(pairs.length).toBeGreaterThanOrEqual(120);
		expect(new Set(pairs.map(({ label }) => label))).toEqual(new Set(['duplication', 'overlap', 'other']));
	});

	it('are told apart on the part that was never looked at while writing the lexicons', () => {
		const { precision, recall, duplicationRight } = measure('unseen');
		expect(precision).toBeGreaterThanOrEqual(0.9);
		expect(recall).toBeGreaterThanOrEqual(0.85);
		expect(duplicationRight).toBeGreaterThanOrEqual(0.85);
	});

	it('are told apart on the part that was looked at', () => {
		const { precision, recall, duplicationRight } = measure('seen');
		expect(precision).toBeGreaterThanOrEqual(0.9);
		expect(recall).toBeGreaterThanOrEqual(0.85);
		expect(duplicationRight).toBeGreaterThanOrEqual(0.75);
	});

	it('never call another territory, period or duty on the same object an overlap', () => {
		const given = answers();
		const kinds = ['territorial', 'period-or-name', 'same-object-other-act', 'general-clause'];
		const wrong = pairs.filter(
			({ kind }, at) => kinds.includes(kind) && !['related', 'none'].includes(given[at] ?? 'none'),
		);
		expect(wrong).toEqual([]);
	});
});
