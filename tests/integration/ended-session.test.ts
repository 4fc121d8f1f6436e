import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '#tests/support/server.ts';

/** A form that is sent after its session ended, or while somebody else is signed in in the same browser. */
const PATH = '/m/elena/scenarios/new';
const FORM = { name: 'Дълго обмислян вариант', description: 'Писано половин час', effective: '2027-03-01' };
const BY_SCRIPT = { 'x-sveltekit-action': 'true', accept: 'application/json' };

let server: RunningServer;
beforeAll(async () => {
	server = await startServer();
}, 60_000);
afterAll(() => server.stop());

function send(
	cookie: string,
	headers: Readonly<Record<string, string>> = {},
	body = FORM,
): Promise<Response> {
	const init = { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' as const };
	return fetch(`${server.origin}${PATH}`, {
		...init,
		headers: { origin: server.origin, cookie, accept: 'text/html', ...headers },
	});
}

function ask<T>(job: (db: Database.Database) => T): T {
	const db = new Database(server.databaseFile);
	try {
		return job(db);
	} finally {
		db.close();
	}
}

const idOf = (username: string) =>
	ask((db) => String(db.prepare('select id from user where username = ?').pluck().get(username)));
const scenarios = () => ask((db) => Number(db.prepare('select count(*) from scenario').pluck().get()));

describe('a form sent by a script', () => {
	it('is told apart when its session ended, and nothing is stored', async () => {
		const { cookie = '' } = await server.signIn('konsultant');
		ask((db) => db.prepare('delete from session').run());
		const answer = await send(cookie, BY_SCRIPT);
		expect([answer.status, answer.headers.get('x-ustroy-session')]).toEqual([401, 'ended']);
		const location = `/login?next=${encodeURIComponent(PATH)}`;
		expect(await answer.json()).toEqual({ type: 'redirect', status: 303, location });
		expect(scenarios()).toBe(0);
	});

	it('is not taken in the name of another person of the same browser, and is taken in the own', async () => {
		const { cookie = '' } = await server.signIn('konsultant');
		const before = scenarios();
		const other = await send(cookie, { ...BY_SCRIPT, 'x-ustroy-person': idOf('admin') });
		expect([other.status, other.headers.get('x-ustroy-session')]).toEqual([401, 'other']);
		expect(scenarios()).toBe(before);
		const own = await send(cookie, { ...BY_SCRIPT, 'x-ustroy-person': idOf('konsultant') });
		expect(await own.json()).toMatchObject({ type: 'redirect' });
		expect(scenarios()).toBe(before + 1);
	});
});

describe('a form sent by the browser itself', () => {
	it('gives back what was written when its session ended', async () => {
		const { cookie = '' } = await server.signIn('konsultant');
		ask((db) => db.prepare('delete from session').run());
		const answer = await send(cookie);
		const page = await answer.text();
		expect(answer.status).toBe(401);
		expect(page).toContain(`${FORM.name}\n\n${FORM.description}</textarea>`);
		expect(page).toContain(`/login?next=${encodeURIComponent(PATH)}`);
	});

	it('of somebody who never signed in only leads to the sign-in', async () => {
		const answer = await send('');
		expect([answer.status, answer.headers.get('location')]).toEqual([
			303,
			`/login?next=${encodeURIComponent(PATH)}`,
		]);
	});
});
