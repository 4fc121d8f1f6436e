import BetterSqlite from 'better-sqlite3';
import { prepareDecisions } from '#tests/support/decisions.ts';
import { startServer, type RunningServer, type Visitor } from '#tests/support/server.ts';
import { COLUMNS, PERSONAS, type Persona, type RouteRow, type World } from './routes-table.ts';

/** A running server with every persona signed in, and an eye on its database. */
export interface OpenWorld extends World {
	visitor(persona: Persona): Visitor;
	/** A persona in a browser of its own. */
	enter(persona: Persona): Promise<Visitor>;
	addressOf(row: RouteRow): string;
	/** Changes whenever the server stores anything. */
	dataVersion(): number;
	/** How many rows every table has. */
	rowCounts(): Readonly<Record<string, number>>;
	close(): Promise<void>;
}

export async function openWorld(): Promise<OpenWorld> {
	const server = await startServer({ prepare: prepareDecisions });
	const reader = new BetterSqlite(server.databaseFile, { readonly: true });
	const world: World = { server, value: (sql, ...parameters) => valueOf(reader, sql, parameters) };
	const visitors = new Map<Persona, Visitor>();
	for (const persona of COLUMNS) visitors.set(persona, await enter(server, persona));
	return {
		...world,
		visitor: (persona) => visitors.get(persona)!,
		enter: (persona) => enter(server, persona),
		addressOf: ({ at }) => (typeof at === 'string' ? at : at(world)),
		dataVersion: () => Number(reader.pragma('data_version', { simple: true })),
		rowCounts: () => rowCounts(reader),
		close: async () => {
			reader.close();
			await server.stop();
		},
	};
}

/** Where the form of an action is sent. */
export function targetOf(address: string, action: string): string {
	if (action === 'default' || action === action.toUpperCase()) return address;
	const [path = '', query] = address.split('?');
	return `${path}?/${action}${query === undefined ? '' : `&${query}`}`;
}

function enter(server: RunningServer, persona: Persona): Promise<Visitor> {
	const username = PERSONAS[persona];
	return username === null ? Promise.resolve(server.nobody()) : server.signIn(username);
}

function valueOf(reader: BetterSqlite.Database, sql: string, parameters: readonly string[]): string {
	const value: unknown = reader
		.prepare(sql)
		.pluck()
		.get(...parameters);
	if (value === undefined || value === null) throw new Error(`nothing found by ${sql}`);
	return String(value);
}

function rowCounts(reader: BetterSqlite.Database): Readonly<Record<string, number>> {
	const tables = reader
		.prepare("select name from sqlite_schema where type = 'table' order by name")
		.pluck()
		.all() as readonly string[];
	const count = (table: string) => reader.prepare(`select count(*) from "${table}"`).pluck().get();
	return Object.fromEntries(tables.map((table) => [table, Number(count(table))]));
}
