import { describe, expect, it } from 'vitest';
import { answerSample, readSample } from '#lib/components/workload/sample.ts';

const ask = (query: string) => readSample(new URL(`http://ustroy.test/m/elena/workload/sample?${query}`));

describe('the calculator of samples', () => {
	it('answers the oracles of the method (T10, T13)', () => {
		expect(answerSample(ask('share=25&error=2&confidence=95')).observations).toBe(1801);
		expect(answerSample(ask('share=50&error=3')).observations).toBe(1068);
		expect(answerSample(ask('share=50&error=5&population=12000')).respondents).toBe(373);
		const { interval } = answerSample(ask('share=40&observations=100'));
		expect(interval?.error).toBeCloseTo(0.096, 3);
		expect(interval?.low).toBeCloseTo(0.304, 3);
		expect(interval?.high).toBeCloseTo(0.496, 3);
	});

	it('keeps an interval inside 0 and 100 %', () => {
		expect(answerSample(ask('share=1&observations=10')).interval?.low).toBe(0);
	});

	it('names what is no number and answers only what it can', () => {
		const question = ask('share=120&error=две&population=0,5');
		expect(question.wrong).toEqual({
			share: [0.1, 99.9],
			error: [0.1, 50],
			population: [1, 100_000_000],
		});
		expect(ask('share=0').wrong).toHaveProperty('share');
		expect(ask('share=100').wrong).toHaveProperty('share');
		expect(answerSample(question)).toEqual({ observations: null, respondents: null, interval: null });
	});
});
