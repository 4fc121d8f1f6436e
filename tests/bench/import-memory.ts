import { readFileSync } from 'node:fs';
import { startReading } from '#lib/server/jobs/import.ts';

/** Reads the file named and prints how large this process grew at most, in kilobytes. */
const bytes = readFileSync(process.argv[2] ?? '');
const reading = await startReading({ bytes, name: 'тежък', layout: {} }).finished;
if (!reading.ok) throw new Error(reading.error);
process.stdout.write(String(process.resourceUsage().maxRSS));
