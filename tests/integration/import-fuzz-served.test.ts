import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendDamaged } from '#tests/support/damaged-uploads.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';

let server: RunningServer;
beforeAll(async () => {
	server = await startServer();
}, 60_000);
afterAll(() => server.stop());

/** Each is read in a process of its own, so that 500 take minutes: `npm run load -- --damaged 500` sends them. */
const FILES = 25;

it('damaged workbooks sent to the server are each answered, nothing of the structure moves, and a good one is read after them', async () => {
	const consultant = await server.signIn('konsultant');
	const sent = await sendDamaged(server, consultant, { count: FILES, seed: 20_261_122 });
	// Each is taken to the steps, where the verdict on it stands; never a fault.
	expect([...sent.answers]).toEqual([[303, FILES]]);
	expect(sent.isUntouched).toBe(true);
	expect(sent.isAlive).toBe(true);
	expect(server.faults()).toEqual([]);
}, 60_000);
