import { describe, expect, it } from 'vitest';
import { ruleTurn, type RuleComparison, type RuleVerdictKind } from '#lib/domain/scenario/index.ts';

const turn = (before: RuleVerdictKind, after: RuleVerdictKind) =>
	ruleTurn({ before: { verdict: before }, after: { verdict: after } } as RuleComparison);

describe('what a change does to a rule', () => {
	it('is worse when a met rule, or one that did not apply, is not met or needs a lawyer', () => {
		expect([turn('passed', 'failed'), turn('not-applicable', 'failed')]).toEqual(['worse', 'worse']);
		expect([turn('passed', 'needs-lawyer'), turn('needs-lawyer', 'failed')]).toEqual(['worse', 'worse']);
	});

	it('is better the other way round, and the same where nothing or only the application changes', () => {
		expect([turn('failed', 'passed'), turn('failed', 'needs-lawyer')]).toEqual(['better', 'better']);
		expect([turn('failed', 'failed'), turn('not-applicable', 'passed')]).toEqual(['same', 'same']);
	});
});
