import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer, type Visitor } from '#tests/support/server.ts';
import { MUNICIPALITY_ROUTES } from './access-routes.ts';

/**
 * A municipality that was just made has nothing in it: every page of it opens all the same and says what is missing, for
 * whoever has to do with it.
 */

let server: RunningServer;
const visitors: Record<string, Visitor> = {};
/** Everybody who has a role there. */
const PEOPLE = {
	konsultant: 'consultant',
	'hr-elena': 'hr',
	'predsedatel-elena': 'chair',
	'savetnik-elena-1': 'councillor',
	nablyudatel: 'viewer',
} as const;

beforeAll(async () => {
	server = await startServer();
	const admin = await server.signIn('admin');
	const given = { name: 'Попово', province: 'Търговище', population: '22000', population_as_of: '2025' };
	const made = await admin.post('/admin/municipalities?/add', given);
	expect([made.status, made.headers.get('location')]).toEqual([303, '/admin/municipalities/popovo?added']);
	for (const [username, role] of Object.entries(PEOPLE)) {
		const user = ask('select id from user where username = ?', username);
		const answer = await admin.post('/admin/municipalities/popovo?/grant', { user, role, unit: '' });
		expect([username, answer.status]).toEqual([username, 303]);
		visitors[username] = await server.signIn(username);
	}
	visitors['admin'] = admin;
}, 60_000);
afterAll(() => server.stop());

function ask(sql: string, ...parameters: readonly string[]): string {
	const reader = new BetterSqlite(server.databaseFile, { readonly: true });
	const value: unknown = reader
		.prepare(sql)
		.pluck()
		.get(...parameters);
	reader.close();
	return String(value);
}

function isPage(answer: Response): boolean {
	return answer.headers.get('content-type')?.startsWith('text/html') === true;
}

/** Pages about a thing that has to be made first. */
const OF_A_THING = /\[(?!municipality\])/;
const ADDRESSES = Object.keys(MUNICIPALITY_ROUTES)
	.filter((id) => id.startsWith('/(app)/m/[municipality]') && !OF_A_THING.test(id))
	.map((id) => id.replace('/(app)/m/[municipality]', '/m/popovo'));

describe('a municipality with nothing in it', () => {
	it('has many pages', () => expect(ADDRESSES.length).toBeGreaterThan(60));

	it.each(['admin', ...Object.keys(PEOPLE)])(
		'answers %s with a page or a reason, never with a fault',
		async (name) => {
			const refused = [];
			for (const address of ADDRESSES) {
				const answer = await visitors[name]!.get(address);
				const text = await answer.text();
				if (answer.status === 200 && isPage(answer)) expect(text, address).toContain('<h1');
				if (answer.status !== 200 && answer.status !== 403) refused.push(`${answer.status} ${address}`);
			}
			expect(refused.filter((line) => !WITHOUT_CONTENT.includes(line))).toEqual([]);
			expect(server.faults()).toEqual([]);
		},
	);

	it('says that nothing was entered yet, and shows no zero in place of a number', async () => {
		const textOf = async (who: string, address: string) => (await visitors[who]!.get(address)).text();
		for (const address of ['', '/structure', '/quality']) {
			const page = await textOf('konsultant', `/m/popovo${address}`);
			expect(page, address).toContain('Още няма звена');
			expect(page, address).toContain('href="/m/popovo/imports"');
		}
		const seen = await textOf('nablyudatel', '/m/popovo');
		expect(seen).toContain('Първата редакция се подготвя.');
		const compared = await textOf('admin', '/m');
		expect(compared).toContain('Още без въведена структура:');
		expect(compared.match(/<th scope="col"/g)).toHaveLength(3);
	});

	it('opens to the consultant everything but what is of other roles', async () => {
		const closed = [];
		for (const address of ADDRESSES)
			if ((await visitors['konsultant']!.get(address)).status === 403)
				closed.push(address.replace('/m/popovo', ''));
		expect(closed.filter((address) => !/^\/(people|training)/.test(address))).toEqual([]);
	});
});

/** What is about a thing that is not there yet: a plan, a year before, scenarios to compare, a sentence to look for. */
const WITHOUT_CONTENT = [
	'400 /m/popovo/scenarios/compare/comparison.xlsx',
	'404 /m/popovo/overlaps/similar',
	'404 /m/popovo/training/plan/item',
	'404 /m/popovo/training/plan/workbook',
	'404 /m/popovo/training/sessions/new',
	'303 /m/popovo/workload/year.xlsx',
];
