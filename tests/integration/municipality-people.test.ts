import { describe, expect, it } from 'vitest';
import { asId, isoDate, type UnitKey, type UserId } from '#lib/domain/shared/index.ts';
import { grantRole, revokeRole } from '#lib/server/services/municipality-access.ts';
import { addCouncillor, endMandate, setOwnParameter } from '#lib/server/services/municipality-council.ts';
import { openWorkspace } from '#lib/server/services/workspace.ts';
import { addPopovo, admin, at, userId, view } from '#tests/support/popovo.ts';

describe('access to a municipality', () => {
	it('is given and taken back without touching what the person does elsewhere', async () => {
		await addPopovo();
		const consultant = await userId('konsultant');
		const given = { userId: consultant, role: 'consultant', unitKey: null } as const;
		expect((await openWorkspace(await at.as('konsultant'), { slug: 'popovo' })).ok).toBe(false);
		expect((await grantRole(admin, 'popovo', given)).ok).toBe(true);
		expect(await grantRole(admin, 'popovo', given)).toMatchObject({ error: { code: 'user/role-held' } });
		const workspace = await openWorkspace(await at.as('konsultant'), { slug: 'popovo' });
		expect(workspace.ok && workspace.value.allowed).toContain('import.use');
		expect((await openWorkspace(await at.as('konsultant'), { slug: 'elena' })).ok).toBe(true);
		expect((await revokeRole(admin, 'popovo', given)).ok).toBe(true);
		expect(await revokeRole(admin, 'popovo', given)).toMatchObject({ error: { code: 'user/role-gone' } });
		expect((await openWorkspace(await at.as('konsultant'), { slug: 'popovo' })).ok).toBe(false);
		expect((await openWorkspace(await at.as('konsultant'), { slug: 'elena' })).ok).toBe(true);
	});

	it('asks a unit head for a unit that is there', async () => {
		await addPopovo();
		const head = { userId: await userId('konsultant'), role: 'unit-head' } as const;
		const refusalOf = async (unitKey: string | null) => {
			const result = await grantRole(admin, 'popovo', {
				...head,
				unitKey: unitKey === null ? null : asId<UnitKey>(unitKey),
			});
			return !result.ok && result.error.code;
		};
		expect(await refusalOf(null)).toBe('user/unit-required');
		expect(await refusalOf('el-va')).toBe('user/unit-unknown');
	});
});

describe('the council of a municipality', () => {
	const from = isoDate('2023-11-13');

	it('seats each councillor and each account once, and lets a mandate end once after it began', async () => {
		await addPopovo();
		const account = await userId('savetnik-elena-1');
		const add = (name: string, user: UserId | null) =>
			addCouncillor(admin, 'popovo', { name, userId: user, from });
		expect((await add('Иван Иванов', account)).ok).toBe(true);
		expect(await add('иван иванов', null)).toMatchObject({ error: { code: 'councillor/sits-already' } });
		expect(await add('Друг', account)).toMatchObject({ error: { code: 'councillor/account-taken' } });
		expect(await add('Друг', asId('nyama'))).toMatchObject({ error: { code: 'councillor/unknown-account' } });
		const { id } = (await view()).councillors[0]!;
		const end = (to: string) => endMandate(admin, 'popovo', { id, to: isoDate(to) });
		expect(await end('2023-11-13')).toMatchObject({ error: { code: 'councillor/ends-before' } });
		expect((await end('2026-10-01')).ok).toBe(true);
		expect(await end('2026-11-01')).toMatchObject({ error: { code: 'councillor/ended' } });
		// Until that day the place and the account are still taken.
		expect(await add('Друг', account)).toMatchObject({ error: { code: 'councillor/account-taken' } });
		expect(await add('Иван Иванов', null)).toMatchObject({ error: { code: 'councillor/sits-already' } });
		const later = isoDate('2026-10-01');
		expect((await addCouncillor(admin, 'popovo', { name: 'Друг', userId: account, from: later })).ok).toBe(
			true,
		);
	});

	it('has its size from a day on, each number ending where the next begins', async () => {
		await addPopovo();
		const set = (value: number, day: string) =>
			setOwnParameter(admin, 'popovo', {
				key: 'council.size',
				value,
				from: isoDate(day),
				citation: 'ЗМСМА, чл. 19',
			});
		expect(await set(17.5, '2023-11-13')).toMatchObject({ error: { code: 'parameter/out-of-range' } });
		expect(await set(62, '2023-11-13')).toMatchObject({ error: { code: 'parameter/out-of-range' } });
		expect((await set(17, '2023-11-13')).ok).toBe(true);
		expect(await set(21, '2023-11-13')).toMatchObject({ error: { code: 'parameter/not-later' } });
		expect((await set(21, '2027-11-10')).ok).toBe(true);
		const own = (await view()).parameters.map(({ value, validFrom, validTo }) => [value, validFrom, validTo]);
		expect(own.sort()).toEqual([
			[17, '2023-11-13', '2027-11-10'],
			[21, '2027-11-10', null],
		]);
		// Елена keeps its own.
		const elena = at.database.raw
			.prepare(
				"select count(*) from parameter where municipality_id = 'elena' and key = 'council.size' and valid_to is null",
			)
			.pluck()
			.get();
		expect(elena).toBe(1);
	});
});
