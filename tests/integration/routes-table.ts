import type { RunningServer, FormFields } from '#tests/support/server.ts';

/** Who asks, in the order of the columns below; everything is asked about Елена. */
export const PERSONAS = {
	nobody: null,
	administrator: 'admin',
	consultant: 'konsultant',
	/** The consultant of the other municipality. */
	stranger: 'konsultant-lyaskovets',
	hr: 'hr-elena',
	head: 'rakovoditel-elena',
	councillor: 'savetnik-elena-1',
	viewer: 'nablyudatel',
} as const;
export type Persona = keyof typeof PERSONAS;

/** What the addresses and forms are made of: the running server and what stands in its database. */
export interface World {
	readonly server: RunningServer;
	/** First value of the first row of a query on the server's database; refuses when there is none. */
	value(sql: string, ...parameters: readonly string[]): string;
}

export interface ActionRow {
	/** Status for each persona; `ok` is an answer that the thing was done (2xx or 303). */
	readonly status: string;
	/** A form that whoever may act would send. */
	readonly form: (world: World) => FormFields;
	readonly multipart?: boolean;
}

export interface RouteRow {
	/** Address that a person may ask for, about Елена where it is about a municipality. */
	readonly at: string | ((world: World) => string);
	/** Status of GET for each persona; absent where the route answers no GET. */
	readonly get?: string;
	/** Actions of the page, or methods of an endpoint. */
	readonly actions?: Readonly<Record<string, ActionRow>>;
}

/* prettier-ignore */
export const COLUMNS = [
	'nobody', 'administrator', 'consultant', 'stranger', 'hr', 'head', 'councillor', 'viewer',
] as const satisfies readonly Persona[];

/** Everybody who has something to do with the municipality. */
export const MEMBERS = '303 200 200 404 200 200 200 200';
export const SIGNED_IN = '303 200 200 200 200 200 200 200';
export const ADMINISTRATOR = '303 200 404 404 404 404 404 404';
export const ALWAYS_SENT_ON = '303 303 303 303 303 303 303 303';

export function statusOf(row: string, persona: Persona): string {
	const cells = row.split(' ');
	if (cells.length !== COLUMNS.length) throw new Error(`„${row}“ has not a status for every persona`);
	return cells[COLUMNS.indexOf(persona)] ?? '';
}
