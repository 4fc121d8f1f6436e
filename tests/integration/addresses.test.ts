import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type OpenWorld } from './routes-world.ts';

let world: OpenWorld;
beforeAll(async () => {
	world = await openWorld();
}, 60_000);
afterAll(() => world.close());

describe('the first page', () => {
	it('is the municipality of whoever has one, and the comparison for the others', async () => {
		const begins = async (persona: Parameters<OpenWorld['visitor']>[0]) =>
			(await world.visitor(persona).get('/')).headers.get('location');
		expect(await begins('hr')).toBe('/m/elena');
		expect(await begins('councillor')).toBe('/m/elena');
		expect(await begins('consultant')).toBe('/m');
		expect(await begins('administrator')).toBe('/m');
		expect(await begins('nobody')).toBe('/login');
	});
});

describe('an address', () => {
	it('with an empty version means that none was chosen', async () => {
		for (const page of ['', '/structure', '/functions', '/quality', '/workload']) {
			const answer = await world.visitor('hr').get(`/m/elena${page}?version=`);
			expect([page, answer.status]).toEqual([page, 200]);
		}
		expect((await world.visitor('hr').get('/m/elena?version=nyama')).status).toBe(404);
	});

	it('of a file that is refused to a browser answers with a page of the house', async () => {
		const headers = { accept: 'text/html', cookie: world.visitor('viewer').cookie ?? '' };
		const answer = await fetch(`${world.server.origin}/m/elena/imports/structure.xlsx`, { headers });
		expect(answer.status).toBe(403);
		const page = await answer.text();
		for (const words of ['lang="bg"', 'Грешка 403', 'Error 403', 'Към началото', 'To the start'])
			expect(page).toContain(words);
	});
});

describe('a page of the workspace', () => {
	it('gives no two things the same id', async () => {
		const page = await (await world.visitor('hr').get('/m/elena')).text();
		const ids = [...page.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id);
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
		const labels = [...page.matchAll(/aria-labelledby="([^"]+)"/gu)].flatMap(([, named]) =>
			named!.split(' '),
		);
		expect(labels.filter((id) => !ids.includes(id))).toEqual([]);
	});
});
