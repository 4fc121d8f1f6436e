/** Flat distribution times as shares of the base time (persönliche and sachliche Verteilzeit). */
export interface DistributionTimes {
	readonly personal: number;
	readonly material: number;
}

export interface AnalyticTask {
	readonly cases: number;
	/** Base time of one case in minutes, without any distribution time. */
	readonly baseMinutes: number;
}

/**
 * Mean processing time mBZ of one case in minutes: base × (1 + personal + material).
 * Example (oracle T9): 30 min + 5 % + 5 % → 33 min.
 * Source: Organisationshandbuch of the German federal administration; methodology §3.5.
 */
export function meanProcessingTime(baseMinutes: number, distribution: DistributionTimes): number {
	return baseMinutes * (1 + distribution.personal + distribution.material);
}

/**
 * Staff need by the analytic method, in full posts: Σ cases × mBZ ÷ (available hours × 60).
 * Example (oracle T9): 12 000 × 33 min ÷ (1 680 h × 60) = 3,9286.
 */
export function computeAnalyticFte(
	tasks: readonly AnalyticTask[],
	distribution: DistributionTimes,
	availableHours: number,
): number {
	const minutes = tasks.reduce(
		(sum, task) => sum + task.cases * meanProcessingTime(task.baseMinutes, distribution),
		0,
	);
	return minutes / (availableHours * 60);
}
