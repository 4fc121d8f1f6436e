import { sumPosts } from '../numbers.ts';
import type { OrgUnit, Post, Structure } from '../../org/index.ts';
import { subtreeKeys, type UnitKey } from '../../shared/index.ts';
import { numberInForce, notInForce, RULE_PARAMETERS } from './parameters.ts';
import { item } from './outcome.ts';
import { isTitledHead } from './titles.ts';
import type { RuleContext, RuleItem, RuleOutcome } from './types.ts';

/** R02: the staffing table stays within the headcount that the council approved. */
export function checkApprovedHeadcount(context: RuleContext): RuleOutcome {
	const limit = numberInForce(context, RULE_PARAMETERS.approvedHeadcount);
	if (!limit) return notInForce(RULE_PARAMETERS.approvedHeadcount);
	const total = sumPosts(context.structure.posts);
	return {
		verdict: total <= limit.value ? 'passed' : 'failed',
		reading: { code: 'rule/approved-headcount', values: { total, limit: limit.value } },
		items: [],
		parameters: [limit.parameter],
	};
}

/** R03: every count of posts is a multiple of the smallest part. */
export function checkPostStep(context: RuleContext): RuleOutcome {
	const step = numberInForce(context, RULE_PARAMETERS.postStep);
	if (!step) return notInForce(RULE_PARAMETERS.postStep);
	const items = context.structure.posts
		.filter((post) => !Number.isInteger(post.approved / step.value))
		.map((post) => item('post', post.key, 'rule/not-a-multiple', post.approved));
	return {
		verdict: items.length === 0 ? 'passed' : 'failed',
		reading: {
			code: 'rule/post-step',
			values: { step: step.value, lines: context.structure.posts.length, wrong: items.length },
		},
		items,
		parameters: [step.parameter],
	};
}

const SIZED_KINDS = ['directorate', 'department', 'sector'] as const;

/** R06: a unit has at least the posts that its kind asks for, its sub-units counted in. */
export function checkUnitSizes(context: RuleContext): RuleOutcome {
	const limits = SIZED_KINDS.flatMap((kind) => {
		const limit = numberInForce(context, RULE_PARAMETERS.unitMinimum[kind]);
		return limit ? [{ kind, ...limit }] : [];
	});
	if (limits.length === 0) return notInForce('rule.unit-minimum');
	const items = context.structure.units.flatMap((unit): readonly RuleItem[] => {
		const limit = limits.find((candidate) => candidate.kind === unit.kind);
		const posts = sumPosts(postsBelow(context.structure, unit));
		return limit && posts < limit.value ? [item('unit', unit.key, 'rule/unit-too-small', posts)] : [];
	});
	return {
		verdict: items.length === 0 ? 'passed' : 'failed',
		reading: { code: 'rule/unit-minimum', values: { wrong: items.length } },
		items,
		parameters: limits.map((limit) => limit.parameter),
	};
}

/**
 * R08: a directorate, department or sector has exactly one head, and the head has somebody to lead. After a merger
 * the heads that lost the mark keep their title until an operation changes or closes their posts; they are named.
 */
export function checkHeads({ structure }: RuleContext): RuleOutcome {
	const units = structure.units.filter((unit) => SIZED_KINDS.some((kind) => kind === unit.kind));
	const items = units.flatMap((unit): readonly RuleItem[] => {
		const own = structure.posts.filter((post) => post.unitKey === unit.key);
		const heads = sumPosts(own.filter((post) => post.isHead));
		if (heads !== 1)
			return [item('unit', unit.key, heads === 0 ? 'rule/no-head' : 'rule/several-heads', heads)];
		const led = sumPosts(postsBelow(structure, unit)) - heads;
		const alone = led > 0 ? [] : [item('unit', unit.key, 'rule/head-without-staff', led)];
		return [...alone, ...own.filter(isFormerHead).map(formerHead)];
	});
	return {
		verdict: items.length === 0 ? 'passed' : 'failed',
		reading: { code: 'rule/heads', values: { units: units.length, wrong: items.length } },
		items,
		parameters: [],
	};
}

function isFormerHead(post: Post): boolean {
	return !post.isHead && post.category === 'managerial' && isTitledHead(post);
}

function formerHead(post: Post): RuleItem {
	return item('post', post.key, 'rule/former-head', post.approved);
}

/** R09: the share of managers in all posts stays under the warning limit. */
export function checkManagerShare(context: RuleContext): RuleOutcome {
	const limit = numberInForce(context, RULE_PARAMETERS.managerShare);
	if (!limit) return notInForce(RULE_PARAMETERS.managerShare);
	const { posts } = context.structure;
	const managers = posts.filter((post) => post.category === 'managerial');
	const [count, total] = [sumPosts(managers), sumPosts(posts)];
	const share = total === 0 ? 0 : count / total;
	return {
		verdict: share <= limit.value ? 'passed' : 'failed',
		reading: { code: 'rule/manager-share', values: { managers: count, total, share, limit: limit.value } },
		items: managers.map((post) => item('post', post.key, 'rule/manager', post.approved)),
		parameters: [limit.parameter],
	};
}

/** R23: a mayoralty has posts of its own within the approved headcount. */
export function checkMayoraltyPosts({ structure }: RuleContext): RuleOutcome {
	const units = structure.units.filter((unit) => unit.kind === 'mayoralty');
	const items = units
		.filter((unit) => sumPosts(postsBelow(structure, unit)) === 0)
		.map((unit) => item('unit', unit.key, 'rule/no-posts', 0));
	const verdict = items.length === 0 ? 'passed' : 'failed';
	return {
		verdict: units.length === 0 ? 'not-applicable' : verdict,
		reading: { code: 'rule/mayoralty-posts', values: { units: units.length, wrong: items.length } },
		items,
		parameters: [],
	};
}

function postsBelow(structure: Structure, unit: OrgUnit): readonly Post[] {
	const keys = subtreeKeys<UnitKey, OrgUnit>(structure.units, unit.key);
	return structure.posts.filter((post) => keys.has(post.unitKey));
}
