import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { startReading } from '#lib/server/jobs/import.ts';

/** Often enough that what the process grows after the last look does not matter. */
const LOOK_MS = 10;

/** Reads the file named and prints how large this process and the one that reads grew at most together, in kilobytes. */
const bytes = readFileSync(process.argv[2] ?? '');
let reader = 0;
const looking = setInterval(() => (reader = Math.max(reader, peakOfChildren())), LOOK_MS);
const reading = await startReading({ bytes, name: 'тежък', layout: {} }).finished;
clearInterval(looking);
if (!reading.ok) throw new Error(reading.error);
process.stdout.write(String(ownPeak() + reader));

/** What the system counts for a started process begins with the size of the one that started it; this mark does not. */
function ownPeak(): number {
	if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS;
	return Number(/^VmHWM:\s*(\d+)/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

/** The system keeps the highest mark of every process, in kilobytes; 0 where it does not tell. */
function peakOfChildren(): number {
	if (!existsSync('/proc/self/status')) return 0;
	const all = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
	return all.reduce((sum, pid) => sum + peakOfChild(pid), 0);
}

function peakOfChild(pid: string): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		const parent = Number(/^PPid:\s*(\d+)/mu.exec(status)?.[1]);
		return parent === process.pid ? Number(/^VmHWM:\s*(\d+)/mu.exec(status)?.[1] ?? 0) : 0;
	} catch {
		// It ended between the list and the look.
		return 0;
	}
}
