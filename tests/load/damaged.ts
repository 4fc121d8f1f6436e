import { ms, percentile } from '#tests/bench/measure.ts';
import { sendDamaged } from '#tests/support/damaged-uploads.ts';
import { startServer } from '#tests/support/server.ts';
import type { LoadIo } from './load.ts';

const SEED = 20_140_101;

/** Sends damaged workbooks to the built server; the server must live, answer each and keep its data. */
export async function damaged(count: number, { say, print }: LoadIo): Promise<boolean> {
	say(`${count} damaged workbooks`);
	const server = await startServer();
	try {
		const consultant = await server.signIn('konsultant');
		const sent = await sendDamaged(server, consultant, { count, seed: SEED });
		const faults = server.faults().length;
		const statuses = [...sent.answers].map(([status, files]) => `${files} × ${status}`).join(', ');
		print(
			[
				`${count} damaged workbooks: ${statuses}`,
				`p50 ${ms(percentile(sent.times, 0.5))}`,
				`p95 ${ms(percentile(sent.times, 0.95))}`,
				`longest ${ms(Math.max(...sent.times))}`,
				`${faults} faults`,
				sent.isUntouched ? 'data untouched' : 'DATA CHANGED',
				sent.isAlive ? 'server alive' : 'SERVER DOES NOT ANSWER',
			].join(' · '),
		);
		return (
			faults === 0 && sent.isUntouched && sent.isAlive && [...sent.answers.keys()].every((one) => one < 500)
		);
	} finally {
		await server.stop();
	}
}
