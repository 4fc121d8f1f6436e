import { afterAll, beforeAll, expect, it } from 'vitest';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
beforeAll(async () => {
	at = await anInstallation();
});
afterAll(() => at.close());

const FOLDER = '../../src/routes/(app)/m/[municipality]';
const ROUTES = {
	Звена: () => import(`${FOLDER}/structure/units.csv/+server.ts`),
	'Длъжностно разписание': () => import(`${FOLDER}/structure/posts.csv/+server.ts`),
	Функции: () => import(`${FOLDER}/functions/list.csv/+server.ts`),
	'Матрица функция × звено – роли': () => import(`${FOLDER}/functions/matrix.csv/+server.ts`),
	'История на промените': () => import(`${FOLDER}/history/list.csv/+server.ts`),
};

interface Module {
	readonly GET: (event: unknown) => Promise<Response>;
}

it.each(Object.entries(ROUTES))('the file „%s“ carries the name of the municipality', async (name, load) => {
	const { GET } = (await load()) as Module;
	const url = new URL('http://localhost/');
	const ctx = await at.as('konsultant');
	const response = await GET({ locals: { ctx }, params: { municipality: 'elena' }, url });
	const header = response.headers.get('content-disposition') ?? '';
	expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(`${name} – Община Елена.csv`);
});
