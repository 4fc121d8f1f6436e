import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type RunningServer } from '#tests/support/server.ts';

let server: RunningServer;
beforeAll(async () => {
	server = await startServer({ isEmpty: true });
}, 60_000);
afterAll(() => server.stop());

it('the first page of an empty installation is read in either language, and leads to the first municipality', async () => {
	const visitor = server.nobody();
	const page = await (await visitor.get('/setup')).text();
	expect(page).toContain('action="/language"');
	expect(page).toContain('value="/setup"');
	const password = 'съвсем дълга дума';
	const form = { name: 'Мария Първа', username: 'maria', password, repeat_password: password };
	const answer = await visitor.post('/setup', form);
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/municipalities']);
});
