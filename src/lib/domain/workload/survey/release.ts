import type { SurveyCampaignId } from './types.ts';

/** The people behind the shared figures of a unit, and the full posts that one whole share of each counts for. */
export interface SurveyRelease {
	readonly campaignId: SurveyCampaignId;
	readonly people: ReadonlyMap<string, number>;
}

/**
 * Whether figures about these people may be shown where the earlier ones about the same days were: whatever can be worked
 * out by adding, subtracting and multiplying the figures speaks of nobody or of at least the smallest group. People who
 * stood behind the same figures, in one campaign with weights in one proportion, cannot be told apart; each such group
 * has to be large enough.
 * Example (smallest group 3): A–E were shown; A–F may not be (F alone would be left), A–H may, A–C may not (D and E would
 * be left). A second survey about the same days counts the same people.
 */
export function mayRelease(
	earlier: readonly SurveyRelease[],
	next: SurveyRelease,
	smallest: number,
): boolean {
	const all = [...earlier, next];
	const everybody = new Set(all.flatMap(({ people }) => [...people.keys()]));
	const groups = new Map<string, number>();
	for (const person of everybody) {
		const key = placesOf(person, all);
		groups.set(key, (groups.get(key) ?? 0) + 1);
	}
	return next.people.size > 0 && [...groups.values()].every((size) => size >= smallest);
}

/** Where a person stands, and how its weight there compares with the first one in that campaign. */
function placesOf(person: string, releases: readonly SurveyRelease[]): string {
	const first = new Map<SurveyCampaignId, number>();
	return releases
		.flatMap(({ campaignId, people }, at) => {
			const weight = people.get(person);
			if (weight === undefined) return [];
			const base = first.get(campaignId) ?? weight;
			first.set(campaignId, base);
			return [`${at}:${base > 0 ? (weight / base).toFixed(6) : weight}`];
		})
		.join(' ');
}
