import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from './access-routes.ts';
import { COLUMNS, statusOf, type Persona } from './routes-table.ts';
import { openWorld, targetOf, type OpenWorld } from './routes-world.ts';

let world: OpenWorld;
beforeAll(async () => {
	world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const PAGES = import.meta.glob('/src/routes/**/+page.svelte');
const SERVED = import.meta.glob<object>(['/src/routes/**/+page.server.ts', '/src/routes/**/+server.ts']);

describe('the table of routes', () => {
	it('has every page and endpoint, with every action', async () => {
		const known = Object.entries(ROUTES).map(([id, row]) => [id, Object.keys(row.actions ?? {}).sort()]);
		expect(Object.fromEntries(known)).toEqual(Object.fromEntries(await foundRoutes()));
	});
});

/** Every route of the source with the names of what can be posted to it. */
async function foundRoutes(): Promise<ReadonlyMap<string, readonly string[]>> {
	const found = new Map(Object.keys(PAGES).map((path) => [routeId(path), [] as readonly string[]]));
	for (const [path, load] of Object.entries(SERVED)) {
		const module = (await load()) as { readonly actions?: object };
		const names = path.endsWith('+server.ts')
			? Object.keys(module).filter((name) => /^(POST|PUT|PATCH|DELETE)$/.test(name))
			: Object.keys(module.actions ?? {});
		found.set(routeId(path), names.sort());
	}
	return found;
}

function routeId(path: string): string {
	return path.replace(/^\/src\/routes/, '').replace(/\/[^/]+$/, '') || '/';
}

const gets = Object.entries(ROUTES).flatMap(([id, row]) =>
	row.get === undefined ? [] : [{ id, row, get: row.get }],
);

describe('reading a page', () => {
	it.each(gets)('$id answers $get', async ({ row, get }) => {
		const answered = [];
		for (const persona of COLUMNS)
			answered.push((await world.visitor(persona).get(world.addressOf(row))).status);
		expect(answered.join(' ')).toBe(get);
	});

	it('of a municipality that is not theirs looks to a stranger as one that does not exist', async () => {
		for (const { id, row } of gets.filter((item) => item.id.includes('/m/[municipality]'))) {
			const real = world.addressOf(row);
			const answers = [real, real.replace('/m/elena', '/m/niama')].map(async (address) => {
				const answer = await world.visitor('stranger').get(address);
				return { status: answer.status, body: plain(await answer.text()) };
			});
			const [theirs, made] = await Promise.all(answers);
			expect(theirs?.status, id).toBe(404);
			expect(theirs, id).toEqual(made);
		}
	});
});

/** An answer without what differs between any two requests. */
function plain(body: string): string {
	return body.replaceAll(/nonce-?="?[^"]+"|__sveltekit_\w+/g, '').replaceAll(/\/m\/(elena|niama)/g, '/m/X');
}

const posts = Object.entries(ROUTES).flatMap(([id, row]) =>
	Object.entries(row.actions ?? {}).map(([name, action]) => ({ id, row, name, action })),
);

/** Pages that store something even when they refuse: failed attempts, the end of a session, looks at persons. */
const MAY_STORE = new Set([
	...['/login', '/logout', '/(app)/m/[municipality]/people/[person]'],
	...['/(app)/m/[municipality]/training/needs', '/(app)/m/[municipality]/training/sessions/tasks'],
	...['/(app)/m/[municipality]/people/retention', '/(app)/m/[municipality]/training/dictionary/[competency]'],
]);

describe('acting on a page', () => {
	it.each(posts)('$id?/$name', async ({ id, row, name, action }) => {
		const target = targetOf(world.addressOf(row), name);
		const refusedFirst = [...COLUMNS].sort((a, b) => rank(action.status, a) - rank(action.status, b));
		const answered = new Map<Persona, string>();
		for (const persona of refusedFirst) {
			const stored = world.dataVersion();
			const who = id === '/logout' ? await world.enter(persona) : world.visitor(persona);
			const options = { multipart: action.multipart === true };
			const { status } = await who.post(target, action.form(world), options);
			const isDone = status < 400 && statusOf(action.status, persona) === 'ok';
			answered.set(persona, isDone ? 'ok' : String(status));
			if (!MAY_STORE.has(id) && !isDone) expect(world.dataVersion(), persona).toBe(stored);
		}
		expect(COLUMNS.map((persona) => answered.get(persona)).join(' ')).toBe(action.status);
	});

	it('is refused when the form comes from another site, or does not say from where', async () => {
		for (const { id, row, name, action } of posts) {
			for (const from of [null, 'https://evil.example']) {
				const target = targetOf(world.addressOf(row), name);
				const { status } = await world.visitor('administrator').post(target, action.form(world), { from });
				expect(status, `${id} ${name} from ${from}`).toBe(403);
			}
		}
	});
});

function rank(row: string, persona: Persona): number {
	return statusOf(row, persona) === 'ok' ? 1 : 0;
}

describe('all of this', () => {
	it('left no unexpected fault in the log', () => {
		expect(world.server.faults()).toEqual([]);
	});
});
