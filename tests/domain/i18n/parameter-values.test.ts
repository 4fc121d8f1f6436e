import { describe, expect, it } from 'vitest';
import { loadFixtures } from '#fixtures/load.ts';
import { isApplying, parameterUnitText, parameterValueText } from '#lib/i18n/parameter-values.ts';

const unit = 'count';

describe('the value of a dated parameter', () => {
	it('is a word without a unit where the parameter only says that something applies', () => {
		const duty = { key: 'rule.council-unit', value: 1, unit } as const;
		expect([parameterValueText(duty), parameterUnitText(duty)]).toEqual(['важи', '']);
	});

	it('is a number with its unit where it counts', () => {
		const peers = { key: 'workload.comparison.peers', value: 1, unit } as const;
		expect([parameterValueText(peers), parameterUnitText(peers)]).toEqual(['1', 'брой']);
	});

	it('is a word for every 1 of a rule: none of them counts anything', () => {
		const ones = loadFixtures().parameters.filter(
			(one) => one.key.startsWith('rule.') && one.value === 1 && one.unit === unit,
		);
		expect(ones.filter((one) => !isApplying(one)).map(({ key }) => key)).toEqual([]);
	});
});
