import { describe, expect, test } from 'vitest';
import { annualVolume, asId, minutes, type ActivityKey } from '#lib/domain/shared/index.ts';
import { agreementOf, MARK, paperAndPractice } from '#lib/domain/workload/index.ts';
import { aFunction, anActivity, aStructure, aUnit, takesPart } from '#tests/support/small-structure.ts';

const usual = { low: minutes(10), usual: minutes(20), high: minutes(30) };
const counted = (volume: number) => ({ annualVolume: annualVolume(volume), minutes: usual });

describe('на хартия и на практика', () => {
	const structure = aStructure({
		units: [aUnit('u', null), aUnit('v', null)],
		functions: [aFunction('f'), aFunction('g')],
		participations: [takesPart('f', 'u'), takesPart('g', 'u')],
		activities: [
			anActivity('a1', 'f', 'u', counted(100)),
			anActivity('a2', 'f', 'u', counted(50)),
			anActivity('a3', 'f', 'v', counted(10)),
			anActivity('a4', 'g', 'u', counted(0)),
			anActivity('a5', 'g', 'v', { annualVolume: null, minutes: usual }),
		],
	});
	const fte = new Map<ActivityKey, number>([
		[asId<ActivityKey>('a1'), 0.25],
		[asId<ActivityKey>('a2'), 0.5],
	]);
	const places = paperAndPractice(structure, (key) => fte.get(key));
	const at = (fn: string, unit: string) =>
		places.find((one) => one.functionKey === fn && one.unitKey === unit);

	test('the written role and the counted work of one place stand together, full posts add up', () => {
		// 0,25 + 0,5 = 0,75
		expect(at('f', 'u')).toMatchObject({ marks: MARK.accountable | MARK.practised, fte: 0.75 });
	});

	test('counted work that nobody wrote down has a place of its own; without a time fund its posts are unknown', () => {
		expect(at('f', 'v')).toMatchObject({ marks: MARK.practised, fte: null });
	});

	test('no cases a year is a measured zero; an activity that nobody counted leaves no mark', () => {
		expect(at('g', 'u')).toMatchObject({ marks: MARK.accountable | MARK.idle, fte: 0 });
		expect(at('g', 'v')).toBeUndefined();
	});
});

test('four ways in which paper and practice agree or not', () => {
	expect(agreementOf(MARK.accountable | MARK.practised)).toBe('both');
	expect(agreementOf(MARK.informed)).toBe('paper-unmeasured');
	expect(agreementOf(MARK.accountable | MARK.idle)).toBe('paper-idle');
	expect(agreementOf(MARK.practised)).toBe('practice');
	expect(agreementOf(MARK.idle)).toBeNull();
	expect(agreementOf(0)).toBeNull();
});
