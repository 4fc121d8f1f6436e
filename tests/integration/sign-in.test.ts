import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '#lib/server/auth/password.ts';
import { createSessions } from '#lib/server/auth/sessions.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import type { Ctx } from '#lib/server/context.ts';
import { findLoginAttempts } from '#lib/server/queries/login-attempt.ts';
import { DEMO_PASSWORD } from '#lib/server/services/demo-accounts.ts';
import { setPassword } from '#lib/server/services/account.ts';
import { anInstallation } from '#tests/support/installation.ts';

describe('a password', () => {
	it('is hashed with its own salt and verified only by itself', async () => {
		const [first, second] = [await hashPassword('тайна дума 1'), await hashPassword('тайна дума 1')];
		expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(first).not.toBe(second);
		expect(await verifyPassword(first, 'тайна дума 1')).toBe(true);
		expect(await verifyPassword(first, 'тайна дума 2')).toBe(false);
		expect(await verifyPassword('not a hash', 'тайна дума 1')).toBe(false);
	});
});

describe('signing in', () => {
	it('finds the person by name and password, and tells nothing about a wrong one', async () => {
		const at = await anInstallation();
		const address = '192.0.2.1';
		const right = await signIn(at.nobody(), { username: 'konsultant', password: DEMO_PASSWORD, address });
		expect(right.ok).toBe(true);
		const refusal = { ok: false, error: { code: 'access/wrong-credentials' } };
		expect(await signIn(at.nobody(), { username: 'konsultant', password: 'x', address })).toEqual(refusal);
		expect(await signIn(at.nobody(), { username: 'nobody', password: 'x', address })).toEqual(refusal);
		await at.close();
	});

	it('makes whoever guesses wait after five wrong passwords, even with the right one', async () => {
		const at = await anInstallation();
		const attempt = { username: 'konsultant', password: 'wrong', address: '192.0.2.2' };
		for (let failures = 0; failures < 5; failures++) await signIn(at.nobody(), attempt);
		const next = await signIn(at.nobody(), { ...attempt, password: DEMO_PASSWORD });
		expect(next).toEqual({
			ok: false,
			error: { code: 'access/too-many-attempts', retryAt: '2026-11-21T09:00:30.000Z' },
		});
		await at.close();
	});
});

describe('a forgotten password', () => {
	const NEW = 'съвсем нова дума';

	it('is replaced by the administrator, and ends what was begun under the old one', async () => {
		const at = await anInstallation();
		const address = '192.0.2.3';
		const count = () => at.database.raw.prepare('select count(*) from session').pluck().get();
		const hr = await at.as('hr-elena');
		await createSessions(at.database.db, { isSecure: false }).start(hr.actor!.userId);
		expect(count()).toBe(1);
		expect(await setPassword(await at.as('admin'), { username: 'hr-elena', password: NEW })).toEqual({
			ok: true,
			value: null,
		});
		expect(count()).toBe(0);
		const old = { username: 'hr-elena', password: DEMO_PASSWORD, address };
		expect((await signIn(at.nobody(), old)).ok).toBe(false);
		expect((await signIn(at.nobody(), { ...old, password: NEW })).ok).toBe(true);
		const trail = at.database.raw.prepare("select after from audit_entry where action = 'user.set-password'");
		expect(String(trail.pluck().get())).toContain('hr-elena');
		expect(String(trail.pluck().get())).not.toContain('argon2');
		await at.close();
	});

	it('is replaced by nobody else, and not the own one, for which the current is asked', async () => {
		const at = await anInstallation();
		const admin = await at.as('admin');
		const ask = (ctx: Ctx, username: string) => setPassword(ctx, { username, password: NEW });
		expect(await ask(await at.as('konsultant'), 'hr-elena')).toMatchObject({ ok: false });
		expect(await ask(admin, 'admin')).toEqual({ ok: false, error: { code: 'user/not-yourself' } });
		expect(await ask(admin, 'nyama')).toEqual({ ok: false, error: { code: 'user/unknown' } });
		const address = '192.0.2.4';
		for (const username of ['hr-elena', 'admin'])
			expect((await signIn(at.nobody(), { username, password: DEMO_PASSWORD, address })).ok).toBe(true);
		await at.close();
	});
});

/** The same installation some time after the still clock of the tests. */
function later(ctx: Ctx, minutes: number): Ctx {
	const now = new Date(Date.parse(ctx.clock.now()) + minutes * 60_000).toISOString();
	return { ...ctx, clock: { ...ctx.clock, now: () => now } };
}

describe('guessing', () => {
	const address = '192.0.2.3';
	const right = { username: 'konsultant', password: DEMO_PASSWORD, address };

	it('all at once is counted like guessing in turn', async () => {
		const at = await anInstallation();
		const guesses = Array.from({ length: 12 }, () => signIn(at.nobody(), { ...right, password: 'wrong' }));
		const codes = (await Promise.all(guesses)).map((answer) => !answer.ok && answer.error.code);
		expect(codes.filter((code) => code === 'access/wrong-credentials')).toHaveLength(5);
		expect(codes.filter((code) => code === 'access/too-many-attempts')).toHaveLength(7);
		await at.close();
	});

	it('many names from one address makes the address wait, and an hour later it may try again', async () => {
		const at = await anInstallation();
		for (let guess = 0; guess < 30; guess++)
			await signIn(at.nobody(), { username: `name-${guess}`, password: 'wrong', address });
		const blocked = await signIn(at.nobody(), right);
		expect(blocked).toMatchObject({ ok: false, error: { code: 'access/too-many-attempts' } });
		expect(await signIn(at.nobody(), { ...right, address: '192.0.2.4' })).toMatchObject({ ok: true });
		const anHourLater = later(at.nobody(), 61);
		const wrong = await signIn(anHourLater, { ...right, password: 'wrong' });
		expect(wrong).toEqual({ ok: false, error: { code: 'access/wrong-credentials' } });
		expect(await signIn(anHourLater, right)).toMatchObject({ ok: true });
		await at.close();
	});

	it('right lets the address on at once, however much was wrong before', async () => {
		const at = await anInstallation();
		for (let guess = 0; guess < 30; guess++)
			await signIn(at.nobody(), { username: `name-${guess}`, password: 'wrong', address });
		// The address waits; when the wait is over a right password ends it, and the next one need not wait.
		const afterTheWait = later(at.nobody(), 1);
		expect(await signIn(afterTheWait, right)).toMatchObject({ ok: true });
		expect(await signIn(afterTheWait, right)).toMatchObject({ ok: true });
		await at.close();
	});

	it('right takes nothing from the address that others use too', async () => {
		const at = await anInstallation();
		for (let time = 0; time < 40; time++) expect((await signIn(at.nobody(), right)).ok).toBe(true);
		expect(await findLoginAttempts(at.database.db, `address:${address}`)).toBeUndefined();
		await at.close();
	}, 30_000);
});

describe('a session', () => {
	it('is stored hashed, read back by its plain id, and gone after its end', async () => {
		const at = await anInstallation();
		const sessions = createSessions(at.database.db, { isSecure: false });
		const { actor } = await at.as('konsultant');
		const cookie = await sessions.start(actor!.userId);
		const stored = await at.database.db.selectFrom('session').select('id').execute();
		expect(stored.map((row) => row.id)).not.toContain(cookie.value);
		expect((await sessions.read(cookie.value)).actor?.name).toBe(actor!.name);
		await sessions.end(cookie.value);
		expect((await sessions.read(cookie.value)).actor).toBeUndefined();
		await at.close();
	});

	it('of somebody whose access was stopped is worth nothing', async () => {
		const at = await anInstallation();
		const sessions = createSessions(at.database.db, { isSecure: false });
		const { actor } = await at.as('konsultant');
		const cookie = await sessions.start(actor!.userId);
		await at.database.db
			.updateTable('user')
			.set({ disabled_at: 'now' })
			.where('id', '=', actor!.userId)
			.execute();
		expect((await sessions.read(cookie.value)).actor).toBeUndefined();
		await at.close();
	});
});
