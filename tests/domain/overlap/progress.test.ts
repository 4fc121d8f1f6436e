import { expect, it } from 'vitest';
import { findStructureOverlaps, tellSteps, type AnalysisProgress } from '#lib/domain/overlap/index.ts';
import { demoStructure } from '#tests/support/fixtures.ts';

it('of 252 statements every sixth is told, from none to all', () => {
	const told: number[] = [];
	const done = tellSteps(({ done: count }) => told.push(count), 'search', 252);
	for (let count = 1; count <= 252; count++) done(count);
	// 252 / 50 = 5,04: every sixth, which is 0 and 42 times more.
	expect(told).toHaveLength(43);
	expect(told.slice(0, 3)).toEqual([0, 6, 12]);
	expect(told.at(-1)).toBe(252);
});

it('nothing to do is told once and never divided by', () => {
	const told: AnalysisProgress[] = [];
	tellSteps((progress) => told.push(progress), 'explain', 0);
	expect(told).toEqual([{ step: 'explain', done: 0, of: 0 }]);
});

it('an analysis tells its three steps in their order and finds the same as one that tells nothing', () => {
	const told: AnalysisProgress[] = [];
	const structures = [demoStructure('elena')];
	const analysis = findStructureOverlaps(structures, {}, (progress) => told.push(progress));
	expect(analysis.pairs).toEqual(findStructureOverlaps(structures).pairs);
	expect([...new Set(told.map(({ step }) => step))]).toEqual(['read', 'search', 'explain']);
	for (const { done, of } of told) expect(done).toBeLessThanOrEqual(of);
});
