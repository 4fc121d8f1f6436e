import type { Settlement } from '../../org/index.ts';
import { isWithin } from '../../shared/index.ts';
import { holders } from '../diff.ts';
import { sumPosts } from '../numbers.ts';
import { numberInForce, notInForce, RULE_PARAMETERS } from './parameters.ts';
import { item } from './outcome.ts';
import type { RuleContext, RuleItem, RuleOutcome } from './types.ts';

/**
 * R20: a mayoralty has the residents that the law asks for on the day — at least so many, or more than so many.
 * Example: 350 residents pass „не по-малко от 350“ and fail „над 350“ (in force from 2020).
 */
export function checkMayoraltyResidents(context: RuleContext): RuleOutcome {
	const atLeast = numberInForce(context, RULE_PARAMETERS.mayoraltyAtLeast);
	const above = numberInForce(context, RULE_PARAMETERS.mayoraltyAbove);
	const limit = above ?? atLeast;
	if (!limit) return notInForce(RULE_PARAMETERS.mayoraltyAbove);
	const mayoralties = context.structure.settlements.filter((place) => place.status === 'mayoralty');
	const items = mayoralties.flatMap((place) =>
		residentsProblem(place, (residents) => (above ? residents > limit.value : residents >= limit.value)),
	);
	const isUnknown = items.some((found) => found.value === null);
	const isShort = items.some((found) => found.value !== null);
	const verdict = isShort ? 'failed' : isUnknown ? 'needs-lawyer' : 'passed';
	return {
		verdict: mayoralties.length === 0 ? 'not-applicable' : verdict,
		reading: {
			code: above ? 'rule/mayoralty-above' : 'rule/mayoralty-at-least',
			values: { limit: limit.value, mayoralties: mayoralties.length, wrong: items.length },
		},
		items,
		parameters: [limit.parameter],
	};
}

/**
 * R34: a small municipality may share the channel for signals of wrongdoing with another one.
 * Passed means that it may; not applicable means that it needs a channel of its own.
 */
export function checkSharedChannel(context: RuleContext): RuleOutcome {
	const residents = numberInForce(context, RULE_PARAMETERS.sharedChannelPopulation);
	const posts = numberInForce(context, RULE_PARAMETERS.sharedChannelPosts);
	if (!residents || !posts) return notInForce(RULE_PARAMETERS.sharedChannelPopulation);
	const { population } = context.structure.municipality;
	const staff = sumPosts(context.structure.posts);
	const isSmall = (population !== null && population < residents.value) || staff < posts.value;
	const otherwise = population === null ? 'needs-lawyer' : 'not-applicable';
	return {
		verdict: isSmall ? 'passed' : otherwise,
		reading: {
			code: population === null ? 'rule/shared-channel-residents-unknown' : 'rule/shared-channel',
			values: {
				...(population !== null && { population }),
				...{ residents: residents.value, staff, posts: posts.value },
			},
		},
		items: [],
		parameters: [residents.parameter, posts.parameter],
	};
}

/** R38: every power of the mayor has a function, every function a legal basis and one answering unit. */
export function checkCoverage({ structure, powers, asOf }: RuleContext): RuleOutcome {
	const served = new Set(structure.functions.flatMap((fn) => fn.powers));
	const inForce = powers.filter((power) => isWithin(asOf, { from: power.validFrom, to: power.validTo }));
	const owners = holders(structure);
	const uncovered = inForce
		.filter((power) => !served.has(power.key))
		.map((power) => item('power', power.key, 'rule/power-uncovered', null));
	const baseless = structure.functions
		.filter((fn) => fn.bases.length === 0)
		.map((fn) => item('function', fn.key, 'rule/no-basis', null));
	const leaderless = structure.functions.flatMap((fn): readonly RuleItem[] => {
		const count = owners.get(fn.key)?.length ?? 0;
		return count === 1
			? []
			: [item('function', fn.key, count === 0 ? 'rule/no-owner' : 'rule/several-owners', count)];
	});
	const items = [...uncovered, ...baseless, ...leaderless];
	return {
		verdict: items.length === 0 ? 'passed' : 'failed',
		reading: {
			code: 'rule/coverage',
			values: {
				powers: inForce.length,
				uncovered: uncovered.length,
				functions: structure.functions.length,
				baseless: baseless.length,
				leaderless: leaderless.length,
			},
		},
		items,
		parameters: [],
	};
}

/** Too few residents give the number; unknown ones give null. */
function residentsProblem(place: Settlement, isEnough: (residents: number) => boolean): readonly RuleItem[] {
	const { population } = place;
	if (population !== null && isEnough(population)) return [];
	const code = population === null ? 'rule/residents-unknown' : 'rule/too-few-residents';
	return [item('settlement', place.name.bg, code, population)];
}
