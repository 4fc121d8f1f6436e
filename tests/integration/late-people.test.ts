import { describe, expect, it } from 'vitest';
import { isoDate, type UserId } from '#lib/domain/shared/index.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { listUsers } from '#lib/server/queries/user.ts';
import { addUser, changePassword, setAccess, setPassword } from '#lib/server/services/account.ts';
import { DEMO_PASSWORD } from '#lib/server/services/demo-accounts.ts';
import { assessPerson, editPerson } from '#lib/server/services/employee-edit.ts';
import { addCertificate } from '#lib/server/services/employee-papers.ts';
import { erasePerson } from '#lib/server/services/employee-retention.ts';
import { readPerson } from '#lib/server/services/employee.ts';
import { lateBy } from '#tests/support/late.ts';
import { at, codeOf, hr, slug, value } from '#tests/support/training-world.ts';

const id = 'el-e049';

describe('a person who is erased at the same moment', () => {
	/** Human resources, too late: the person left five years ago and is erased before anything is written. */
	async function erasing() {
		const { person } = value(await readPerson(hr, slug, id));
		const days = { startedOn: isoDate('2015-01-05'), leftOn: isoDate('2021-11-20') };
		value(await editPerson(hr, slug, { ...person, ...days }));
		const { revision } = value(await readPerson(hr, slug, id)).person;
		return lateBy(hr, async () => value(await erasePerson(hr, slug, { id, revision })));
	}

	it('gets no certificate', async () => {
		const certificate = {
			...{ subject: { kind: 'competency', competencyKey: 'teamwork' }, number: '7', issuer: 'ИПА' },
			...{ issuedOn: isoDate('2021-02-01'), validUntil: null, hours: 8, title: 'Работа в екип' },
		} as unknown as Parameters<typeof addCertificate>[2];
		expect(codeOf(await addCertificate(await erasing(), { slug, employeeId: id }, certificate))).toBe(
			'people/erased',
		);
		expect(value(await readPerson(hr, slug, id)).certificates).toEqual([]);
	});

	it('gets no assessment', async () => {
		const said = {
			...{ employeeId: id, competencyKey: 'teamwork', level: 3 as const },
			...{ assessedOn: isoDate('2021-11-01'), source: 'беседа' },
		};
		expect(codeOf(await assessPerson(await erasing(), slug, said))).toBe('people/erased');
		expect(value(await readPerson(hr, slug, id)).history).toEqual([]);
	});
});

describe('accounts', () => {
	it('of two administrators who stop each other at the same moment one can still sign in', async () => {
		const admin = await at.as('admin');
		const input = { username: 'vtori', name: 'Втори', password: 'dostatachno-dalga', isAdministrator: true };
		const second = value(await addUser(admin, { ...input, memberships: [] }));
		const other = await at.as('vtori');
		const first = admin.actor?.userId as UserId;
		const late = lateBy(other, () => setAccess(admin, { userId: second, isEnabled: false }));
		expect(codeOf(await setAccess(late, { userId: first, isEnabled: false }))).toBe('access/not-found');
		const working = (await listUsers(admin.db)).filter((one) => one.isAdministrator && !one.disabledAt);
		expect(working.map(({ username }) => username)).toEqual(['admin']);
	});

	it('an old password that was changed at the same moment changes nothing any more', async () => {
		const change = (next: string) => ({ current: DEMO_PASSWORD, next });
		const late = lateBy(hr, () => changePassword(hr, change('purva-nova-parola')));
		expect(codeOf(await changePassword(late, change('vtora-nova-parola')))).toBe('account/wrong-password');
		const now = { current: 'purva-nova-parola', next: 'treta-nova-parola' };
		expect(codeOf(await changePassword(hr, now))).toBe('ok');
	});

	it('a password that is set anew while the old one is looked at opens nothing', async () => {
		const admin = await at.as('admin');
		const set = () => setPassword(admin, { username: 'hr-elena', password: 'ot-administratora' });
		const given = { username: 'hr-elena', password: DEMO_PASSWORD, address: '192.0.2.1' };
		// The first transaction counts the try, the second forgives it.
		expect(codeOf(await signIn(lateBy(at.nobody(), set, 2), given))).toBe('access/wrong-credentials');
		expect(codeOf(await signIn(at.nobody(), { ...given, password: 'ot-administratora' }))).toBe('ok');
	});
});
