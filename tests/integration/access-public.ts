import type { RouteRow } from './routes-table.ts';

/** The same for everybody, whoever signed in. */
const EVERYBODY = '200 200 200 200 200 200 200 200';
const NOBODY = '404 404 404 404 404 404 404 404';

/** Pages of published decisions, read without an account; nothing of Елена is published. */
export const PUBLIC_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/p/[municipality]': { at: '/p/elena', get: EVERYBODY },
	'/p/[municipality]/feed.atom': { at: '/p/elena/feed.atom', get: EVERYBODY },
	'/p/[municipality]/[decision]': { at: '/p/elena/45-2026-12-10', get: NOBODY },
	'/p/[municipality]/[decision]/[file]': { at: '/p/elena/45-2026-12-10/numbers.csv', get: NOBODY },
};
