import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type RunningServer } from '#tests/support/server.ts';

let server: RunningServer;
beforeAll(async () => {
	server = await startServer();
}, 60_000);
afterAll(() => server.stop());

it.each([
	['konsultant', 'history?to=9999-12-31'],
	['konsultant', 'history?from=0000-01-01'],
	['konsultant', 'history/list.csv?from=0000-01-01&to=9999-12-31'],
	['konsultant', 'workload/day?day=9999-12-31'],
	['konsultant', 'scenarios/compare?on=9999-12-31'],
	['konsultant', 'structure/versions?fromDay=0000-01-01&toDay=9999-12-31'],
	['hr-elena', 'training/plan/workbook?year=99999'],
	['hr-elena', 'training/plan/workbook?year=1.5'],
	['hr-elena', 'training/plan?year=-1'],
])('%s opens %s: a day or year that nobody can mean is as if it were not said', async (user, address) => {
	const visitor = await server.signIn(user);
	expect((await visitor.get(`/m/elena/${address}`)).status).toBeLessThan(500);
});
