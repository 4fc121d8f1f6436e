import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFixtures } from '#fixtures/load.ts';
import { ROUTES } from './access-routes.ts';
import { statusOf, type Persona } from './routes-table.ts';
import { openWorld, type OpenWorld } from './routes-world.ts';

let world: OpenWorld;
beforeAll(async () => {
	world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const fixtures = loadFixtures();
/** Whoever has an account is named where that account did something; that says nothing of an employee. */
const ofAccounts = new Set(fixtures.demoUsers.map((user) => user.name));
const NAMES = fixtures.employees.map(({ name }) => name).filter((name) => !ofAccounts.has(name));

/** A history shows what is in the trail already, names of people in it as well. */
const SHOWS_THE_TRAIL: ReadonlySet<string> = new Set(['/(app)/m/[municipality]/history']);

describe('a page that names an employee', () => {
	it.each<Persona>(['hr', 'head'])('writes to the trail that the %s looked', async (persona) => {
		const named: string[] = [];
		for (const [id, row] of Object.entries(ROUTES)) {
			if (row.get === undefined || statusOf(row.get, persona) !== '200') continue;
			const before = looks();
			const answer = await world.visitor(persona).get(world.addressOf(row));
			const content = Buffer.from(await answer.arrayBuffer()).toString('utf8');
			if (SHOWS_THE_TRAIL.has(id) || !NAMES.some((name) => content.includes(name))) continue;
			named.push(id);
			expect(looks(), `${id} for ${persona}`).toBeGreaterThan(before);
		}
		expect(named).toContain('/(app)/m/[municipality]/people');
		expect(named).toContain('/(app)/m/[municipality]/people/[person]');
		expect(named).toContain('/(app)/m/[municipality]/training/matrix');
	});
});

function looks(): number {
	return Number(world.value(`select count(*) from audit_entry where action = 'people.look'`));
}
