import { describe, expect, it } from 'vitest';
import { partUnder, withPartsBelow } from '#lib/domain/org/index.ts';
import { aUnit, unitKey } from '#tests/support/small-structure.ts';

const mayor = aUnit('mayor', null, { kind: 'mayor', part: 'direct' });
const general = aUnit('general', 'mayor', { kind: 'directorate', part: 'general' });
const special = aUnit('special', 'mayor', { kind: 'directorate', part: 'specialised' });

describe('the part of the administration that a place gives', () => {
	it('is that of the directorate for whoever stands under it, also for who stood under the mayor', () => {
		const architect = aUnit('architect', 'mayor', { kind: 'office', part: 'direct' });
		expect(partUnder(architect, special)).toBe('specialised');
		expect(partUnder(aUnit('revenue', 'special'), general)).toBe('general');
	});

	it('is none right under whoever leads, nor at the top: there the unit keeps what its act says', () => {
		const secretary = aUnit('secretary', 'mayor', { kind: 'secretary', part: 'direct' });
		for (const above of [mayor, secretary, null]) expect(partUnder(general, above)).toBe('general');
	});

	it('is that of a heading of units, except that a directorate is never directly subordinated', () => {
		const heading = (part: 'direct' | 'general') => aUnit('heading', 'mayor', { kind: 'group', part });
		expect(partUnder(special, heading('general'))).toBe('general');
		expect(partUnder(special, heading('direct'))).toBe('specialised');
		expect(partUnder(aUnit('office', 'special', { kind: 'office' }), heading('direct'))).toBe('direct');
	});

	it('does not change what a unit is by its kind: a mayoralty, a social service', () => {
		const village = aUnit('village', 'mayor', { kind: 'mayoralty', part: 'territorial' });
		const patronage = aUnit('patronage', 'mayor', { kind: 'social-service', part: 'outside' });
		expect([village, patronage].map((unit) => partUnder(unit, special))).toEqual(['territorial', 'outside']);
		// one that is counted in the administration follows as any other unit does
		expect(partUnder({ ...patronage, part: 'specialised' }, general)).toBe('general');
	});

	it('goes to everything below, down to where a unit has a part of its own', () => {
		const units = [
			mayor,
			special,
			{ ...general, parentKey: unitKey('special') },
			aUnit('accounts', 'general', { part: 'general' }),
			aUnit('cash', 'accounts', { kind: 'sector', part: 'general' }),
			aUnit('kitchen', 'general', { kind: 'social-service', part: 'outside' }),
			aUnit('other', 'mayor', { part: 'general' }),
		];
		const parts = withPartsBelow(units, unitKey('general')).map(({ key, part }) => [key, part]);
		expect(Object.fromEntries(parts)).toEqual({
			...{ mayor: 'direct', special: 'specialised', other: 'general' },
			...{ general: 'specialised', accounts: 'specialised', cash: 'specialised', kitchen: 'outside' },
		});
	});
});
