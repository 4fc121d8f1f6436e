import { randomId } from './context.ts';

/**
 * Writes a fault with its stack to the log and returns the short id that the person sees,
 * so that whoever looks after the installation finds the line.
 */
export function logFault(error: unknown, where: Readonly<Record<string, string>>): string {
	const id = randomId().slice(0, 10);
	const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
	process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), fault: id, ...where, detail })}\n`);
	return id;
}
