import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormFields, Visitor } from '#tests/support/server.ts';
import { ROUTES } from './access-routes.ts';
import { HOSTILE, HUGE, SCRIPT, WRONG_KEYS, WRONG_QUESTIONS } from './forms-hostile.ts';
import { COLUMNS, statusOf, type ActionRow, type Persona, type RouteRow } from './routes-table.ts';
import { openWorld, targetOf, type OpenWorld } from './routes-world.ts';

let world: OpenWorld;
/** A version of Елена that may be edited, so that forms are stopped by nothing but what they hold. */
let working = '';
beforeAll(async () => {
	world = await openWorld();
	const version = world.value("select id from structure_version where municipality_id = 'elena'");
	const form = { version, path: '/structure' };
	await world.visitor('consultant').act('/m/elena/structure/versions?/copy', form);
	const person = { username: 'nova', name: 'Нова', password: 'ustroy-demo' };
	await world.visitor('administrator').act('/admin/users?/add', person);
	working = world.value("select id from structure_version where status = 'working'");
}, 60_000);
afterAll(() => world.close());

interface Post {
	readonly id: string;
	readonly row: RouteRow;
	readonly name: string;
	readonly action: ActionRow;
	readonly persona: Persona;
}

/** Every form with somebody whom it concerns: who may act, or else whoever is told why not. */
const POSTS: readonly Post[] = Object.entries(ROUTES).flatMap(([id, row]) =>
	Object.entries(row.actions ?? {}).flatMap(([name, action]) => {
		const persona =
			COLUMNS.find((column) => statusOf(action.status, column) === 'ok') ??
			COLUMNS.find((column) => /^4(01|09|04)$/.test(statusOf(action.status, column)));
		return persona === undefined || id === '/logout' ? [] : [{ id, row, name, action, persona }];
	}),
);

/** A world in which everything is there, for asking which fields a form has. */
const NOTHING = { value: () => '' } as unknown as OpenWorld;

const targetOfPost = ({ row, name }: Post) => targetOf(onWorkingVersion(world.addressOf(row)), name);
const titled = POSTS.map((post) => [`${post.id} ${post.name}`, post] as const);

function onWorkingVersion(address: string): string {
	if (!address.startsWith('/m/elena')) return address;
	return `${address}${address.includes('?') ? '&' : '?'}version=${working}`;
}

async function send(post: Post, change: FormFields, who?: Visitor): Promise<number> {
	const fields = { ...post.action.form(world), ...change };
	const options = { multipart: post.action.multipart === true };
	return (who ?? world.visitor(post.persona)).act(targetOfPost(post), fields, options);
}

/** Failed attempts to sign in are counted. */
const MAY_STORE = new Set(['/login']);

describe('a hostile value in any field of', () => {
	it.each(titled)('%s is refused with nothing stored, or kept as plain text', async (_, post) => {
		for (const field of Object.keys(post.action.form(world))) {
			for (const [sort, value] of Object.entries(HOSTILE)) {
				const stored = world.dataVersion();
				const status = await send(post, { [field]: value });
				expect(status, `${field}: ${sort}`).toBeLessThan(500);
				if (status >= 400 && !MAY_STORE.has(post.id))
					expect(world.dataVersion(), `${field}: ${sort}`).toBe(stored);
			}
		}
		expect(world.server.faults()).toEqual([]);
	});
});

/** Fields that are passed over where they make no sense, so that their length is nobody's matter. */
const PASSED_OVER = new Set(['next', 'back', 'path', 'locale']);

describe('a text of a megabyte in', () => {
	it.each(titled)('any field of %s is refused', async (_, post) => {
		for (const field of Object.keys(post.action.form(world))) {
			if (PASSED_OVER.has(field)) continue;
			const stored = world.dataVersion();
			const status = await send(post, { [field]: HUGE });
			expect([field, status >= 400 && status < 500]).toEqual([field, true]);
			if (!MAY_STORE.has(post.id)) expect(world.dataVersion(), field).toBe(stored);
		}
		expect(world.server.faults()).toEqual([]);
	});
});

describe('a form without its fields', () => {
	it.each(titled)('%s is no fault', async (_, post) => {
		const target = targetOfPost(post);
		for (const multipart of [false, true]) {
			const status = await world.visitor(post.persona).act(target, {}, { multipart });
			expect(status).toBeLessThan(500);
		}
		const twice = Object.entries(post.action.form(world)).map(([name, value]) => [
			name,
			[value, value].flat(),
		]);
		expect(
			await world.visitor(post.persona).act(target, Object.fromEntries(twice) as FormFields),
		).toBeLessThan(500);
		expect(world.server.faults()).toEqual([]);
	});
});

describe('what is sent in a form', () => {
	it.each(titled)('%s comes back escaped', async (_, post) => {
		const fields = Object.entries(post.action.form(world)).map(([name]) => [name, SCRIPT]);
		const options = { multipart: post.action.multipart === true };
		const visitor = world.visitor(post.persona);
		const answer = await visitor.post(targetOfPost(post), Object.fromEntries(fields) as FormFields, options);
		expect(answer.status).toBeLessThan(500);
		expect(await answer.text()).not.toContain('<script>alert(1)');
	});

	it('is echoed at its field with what was wrong', async () => {
		const visitor = world.visitor('administrator');
		const fields = { username: 'Лошо Име', name: 'Петя Колева', password: 'кратка' };
		const answer = await visitor.post('/admin/users?/add', fields);
		const page = await answer.text();
		expect(answer.status).toBe(400);
		expect(page).toContain('value="Лошо Име"');
		expect(page).toContain('value="Петя Колева"');
		expect(page).not.toContain('кратка');
		expect(page).toMatch(/aria-invalid="true"/);
	});
});

describe('a remark in the council', () => {
	it('that is too long comes back with what was written and why', async () => {
		const body = `${'Дълга бележка. '.repeat(300)}край`;
		const visitor = world.visitor('councillor');
		const answer = await visitor.post('/m/elena/council/1?/comment', { operation: '', parent: '', body });
		const page = await answer.text();
		expect(answer.status).toBe(400);
		expect(page).toContain(body);
		expect(page).toContain('4000');
	});
});

describe('an edit of what somebody else changed meanwhile', () => {
	/** A new thing has no revision yet, though its form is the one for changing it. */
	const isNew = ({ id }: Post) => /\/(units|posts|functions)\/new$/.test(id);
	const revised = titled.filter(([, post]) => 'revision' in post.action.form(NOTHING) && !isNew(post));

	it.each(revised)('%s is told, and stores nothing', async (_, post) => {
		const stored = world.dataVersion();
		const status = await send(post, { revision: '987654' });
		expect([404, 409, 422]).toContain(status);
		expect(world.dataVersion()).toBe(stored);
	});
});

describe('the same form sent twice', () => {
	const done = titled.filter(([, { action }]) => action.status.includes('ok'));

	it.each(done)('%s has its effect once, or the second is refused', async (_, post) => {
		const fields = post.action.form(world);
		const options = { multipart: post.action.multipart === true };
		const target = targetOfPost(post);
		const visitor = world.visitor(post.persona);
		await visitor.act(target, fields, options);
		const { audit_entry: _first, ...after } = world.rowCounts();
		const second = await visitor.act(target, fields, options);
		const { audit_entry: _second, ...later } = world.rowCounts();
		expect(later, `answered ${second}`).toEqual(after);
	});
});

describe('an address that leads nowhere', () => {
	const reading = Object.entries(ROUTES).filter(([, row]) => row.get !== undefined);

	it.each(reading)('%s is answered without a fault, whatever stands in it', async (id, row) => {
		const visitor = world.visitor('consultant');
		const [path = ''] = world.addressOf(row).split('?');
		for (const question of WRONG_QUESTIONS) {
			const answer = await visitor.get(`${path}?${question}`);
			expect(answer.status, question).toBeLessThan(500);
			const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
			if (isPage) expect(await answer.text(), question).not.toContain('<script>alert(1)');
		}
		const pattern = id.replace('/(app)', '').split('/');
		const parts = path.split('/');
		for (const [at, part] of pattern.entries()) {
			if (!part.startsWith('[')) continue;
			for (const key of WRONG_KEYS) {
				const wrong = parts.with(at, key).join('/');
				const answer = await visitor.get(wrong);
				expect([400, 403, 404, 414, 431], wrong).toContain(answer.status);
				expect(await answer.text(), wrong).not.toContain('<script>alert(1)');
			}
		}
		expect(world.server.faults()).toEqual([]);
	});

	it.each([
		'//evil.example',
		'/\\evil.example',
		'https://evil.example',
		'javascript:alert(1)',
		'/\t/evil.example',
	])('%j is never where a person is sent', async (next) => {
		const fields = { username: 'konsultant', password: 'ustroy-demo', next };
		const entered = await world.server.nobody().post('/login', fields);
		expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
		const turned = await world.server.nobody().post('/language', { locale: 'en', back: next });
		expect([turned.status, turned.headers.get('location')]).toEqual([303, '/']);
	});
});
