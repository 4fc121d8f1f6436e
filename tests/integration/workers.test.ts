import { describe, expect, it } from 'vitest';
import { inTurn } from '#lib/server/jobs/workers.ts';

describe('works that wait in turn', () => {
	it('run at most two at once, in the order in which they came, and a failure gives its place on', async () => {
		const turn = inTurn(2);
		const started: number[] = [];
		let running = 0;
		let most = 0;
		const work = (number: number) => async () => {
			started.push(number);
			most = Math.max(most, ++running);
			await new Promise((done) => setImmediate(done));
			running--;
			if (number === 2) throw new Error('the second fails');
			return number;
		};
		const ends = await Promise.allSettled([1, 2, 3, 4, 5].map((number) => turn(work(number))));
		expect(ends.map(({ status }) => status)).toEqual([
			'fulfilled',
			'rejected',
			'fulfilled',
			'fulfilled',
			'fulfilled',
		]);
		expect([started, most, running]).toEqual([[1, 2, 3, 4, 5], 2, 0]);
	});
});
