/** One line of the table: what was measured, the number, what it was compared with, and the aim. */
export interface BenchRow {
	readonly what: string;
	readonly measured: string;
	/** The other way of doing the same, measured in the same run. */
	readonly peer?: string;
	readonly aim?: string;
	/** Whether the aim was met; absent where there is none. */
	readonly isMet?: boolean;
}

/** Milliseconds that a call takes; the result is thrown away. */
export async function timeOf(work: () => unknown): Promise<number> {
	const started = performance.now();
	await work();
	return performance.now() - started;
}

/** Median of `rounds` runs, after one that does not count. */
export async function medianOf(rounds: number, work: () => unknown): Promise<number> {
	await work();
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) times.push(await timeOf(work));
	return percentile(times, 0.5);
}

/** Medians of two ways of doing the same, taken in turns, so that a busy machine slows both alike; `warming` rounds before do not count. */
export async function mediansInTurns(
	rounds: number,
	[own, peer]: readonly [() => unknown, () => unknown],
	warming = 0,
): Promise<{ readonly own: number; readonly peer: number }> {
	for (let round = 0; round < warming; round++) {
		await own();
		await peer();
	}
	const [ownTimes, peerTimes]: [number[], number[]] = [[], []];
	for (let round = 0; round < rounds; round++) {
		ownTimes.push(await timeOf(own));
		peerTimes.push(await timeOf(peer));
	}
	return { own: percentile(ownTimes, 0.5), peer: percentile(peerTimes, 0.5) };
}

export function percentile(times: readonly number[], share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function ms(value: number): string {
	if (value >= 1000) return `${(value / 1000).toFixed(2)} s`;
	return `${value.toFixed(value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

/** „3.1 ×“: how many times longer the peer takes. */
export function ratio(own: number, peer: number): string {
	return `${(peer / own).toFixed(1)} ×`;
}
