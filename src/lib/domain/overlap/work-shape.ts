import {
	lookUp,
	type Activity,
	type AdminFunction,
	type Structure,
	type StructureLookup,
} from '../org/index.ts';
import { eurCents, type EurCents, type HoursPerYear } from '../shared/index.ts';

/** How much work a policy area is, on how many posts it lies and what it costs: concentrated or in small pieces. */
export interface WorkShape {
	readonly policyArea: string;
	/** Approved posts that answer for, take part in or do work of a function of the area, each once. */
	readonly posts: number;
	/** Full posts of the measured work, hours a year ÷ available hours; null where nothing is measured. */
	readonly fte: number | null;
	/** Yearly cost of that work, FTE × cost of the post that does it; null where a cost is not known. */
	readonly cost: EurCents | null;
	/** `fte` ÷ `posts`: 1 where the work fills everybody on whom it lies, near 0 where it is in small pieces. */
	readonly perPost: number | null;
	/** Part of the functions of the area whose work is measured, 0–1. */
	readonly coverage: number;
}

/**
 * The shape of the work of each policy area, the smallest pieces first, areas with nothing measured last. `hours` are the
 * available hours of one full post a year; null where they are not known, and then nothing counts as measured.
 *
 * Source: fragmentation against concentration, methodology §2.5. Worked example: 840 h on two posts of 1, one of them
 * doing 630 h at 20 000 € a year, the other 210 h at 16 000 €; 1 680 h each → 0,5 ЕПРВ, 0,25 on a post, 0,375 × 20 000 +
 * 0,125 × 16 000 = 9 500 €.
 */
export function shapeAreas(structure: Structure, hours: HoursPerYear | null): readonly WorkShape[] {
	const lookup = lookUp(structure);
	return [...Map.groupBy(structure.functions, (fn) => fn.policyArea)]
		.map(([policyArea, functions]) => shapeOf(lookup, { policyArea, functions, hours }))
		.sort(
			(a, b) => (a.perPost ?? Infinity) - (b.perPost ?? Infinity) || (a.policyArea < b.policyArea ? -1 : 1),
		);
}

interface Area {
	readonly policyArea: string;
	readonly functions: readonly AdminFunction[];
	readonly hours: HoursPerYear | null;
}

function shapeOf(lookup: StructureLookup, { policyArea, functions, hours }: Area): WorkShape {
	const posts = countPosts(lookup, functions);
	const measured = functions.map(({ key }) =>
		(lookup.activitiesByFunction.get(key) ?? []).filter((activity) => hoursOf(activity) !== null),
	);
	const activities = hours === null ? [] : measured.flat();
	const fteOf = (activity: Activity) => (hoursOf(activity) ?? 0) / (hours ?? 1);
	const fte = activities.length === 0 ? null : activities.reduce((sum, one) => sum + fteOf(one), 0);
	return {
		policyArea,
		posts,
		fte,
		cost: costOf(lookup, activities, fteOf),
		perPost: fte === null || posts === 0 ? null : fte / posts,
		coverage: measured.filter((own) => own.length > 0).length / functions.length,
	};
}

/** Work given to a unit and to no post of it lies on all its posts. */
function countPosts(lookup: StructureLookup, functions: readonly AdminFunction[]): number {
	const places = functions.flatMap(({ key }) => [
		...(lookup.participationsByFunction.get(key) ?? []).filter(
			({ role }) => role === 'accountable' || role === 'participates',
		),
		...(lookup.activitiesByFunction.get(key) ?? []).filter((activity) => hoursOf(activity) !== null),
	]);
	const posts = new Set(
		places.flatMap(({ unitKey, postKey }) => {
			const post = postKey === null ? undefined : lookup.postByKey.get(postKey);
			return post ? [post] : (lookup.postsByUnit.get(unitKey) ?? []);
		}),
	);
	return [...posts].reduce((sum, { approved }) => sum + approved, 0);
}

function hoursOf({ annualVolume, minutes }: Activity): number | null {
	return annualVolume === null || minutes === null ? null : (annualVolume * minutes.usual) / 60;
}

/** Null as soon as one activity lies on no post or on a post without cost: part of a sum is not the sum. */
function costOf(
	lookup: StructureLookup,
	activities: readonly Activity[],
	fteOf: (activity: Activity) => number,
): EurCents | null {
	const parts = activities.map((activity) => {
		const cost = activity.postKey ? lookup.postByKey.get(activity.postKey)?.annualCost : null;
		return cost == null ? null : fteOf(activity) * cost;
	});
	if (parts.length === 0 || parts.includes(null)) return null;
	return eurCents(Math.round(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)));
}
