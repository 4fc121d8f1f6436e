import { describe, expect, it } from 'vitest';
import { can, canSomewhere, type Actor } from '#lib/domain/access/index.ts';
import type { MunicipalityId, UnitKey } from '#lib/domain/shared/index.ts';

const elena = 'elena' as MunicipalityId;
const lyaskovets = 'lyaskovets' as MunicipalityId;
const head = {
	isAdministrator: false,
	memberships: [{ municipalityId: elena, role: 'unit-head', unitKey: 'el-hd' as UnitKey }],
} as unknown as Actor;

describe('what a unit head may do', () => {
	it('with people is offered, though only of the own unit', () => {
		expect(can(head, 'people.read', { municipalityId: elena })).toBe(false);
		expect(can(head, 'people.read', { municipalityId: elena, unitKey: 'el-ut' as UnitKey })).toBe(false);
		expect(canSomewhere(head, 'people.read', elena)).toBe(true);
	});

	it('is offered in the own municipality alone, and what no head may do is not', () => {
		expect(canSomewhere(head, 'people.read', lyaskovets)).toBe(false);
		expect(canSomewhere(head, 'people.edit', elena)).toBe(false);
	});
});
