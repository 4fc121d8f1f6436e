import type { Post } from '../../org/index.ts';
import { sumPosts } from '../numbers.ts';
import { item, outcome } from './outcome.ts';
import { numberInForce, notInForce, RULE_PARAMETERS } from './parameters.ts';
import {
	CHIEF_ARCHITECT,
	DATA_PROTECTION,
	functionsSaying,
	postsTitled,
	PROJECT,
	SECRETARY,
} from './titles.ts';
import type { RuleContext, RuleItem, RuleOutcome } from './types.ts';

/** R11: the secretary is no political post and answers to the mayor; the degree stands in the person's papers. */
export function checkSecretary({ structure }: RuleContext): RuleOutcome {
	const secretaries = postsTitled(structure, SECRETARY);
	if (secretaries.length === 0) return outcome('not-applicable', 'rule/no-secretary');
	const unitOf = new Map(structure.units.map((unit) => [unit.key, unit]));
	const items = secretaries.flatMap((post): readonly RuleItem[] => {
		const unit = unitOf.get(post.unitKey);
		const parent = unit?.parentKey ? unitOf.get(unit.parentKey) : undefined;
		const isUnderMayor = unit?.kind === 'mayor' || parent === undefined || parent.kind === 'mayor';
		return [
			...(post.relation === 'elected' || post.category === 'elected'
				? [item('post', post.key, 'rule/political-post', null)]
				: []),
			...(isUnderMayor ? [] : [item('post', post.key, 'rule/not-under-mayor', null)]),
		];
	});
	return outcome(items.length === 0 ? 'passed' : 'failed', 'rule/secretary', {
		values: { wrong: items.length },
		items,
	});
}

/**
 * R26: a civil servant works part-time only on an expert post (or as chief architect), so many hours a day. A line of one
 * post and a half is one whole post and a half.
 * Example: 4 to 6 of 8 hours → parts of 0,5 to 0,75.
 */
export function checkPartTime(context: RuleContext): RuleOutcome {
	const { partTime, day } = RULE_PARAMETERS;
	const [from, to, hours] = [partTime.from, partTime.to, day].map((key) => numberInForce(context, key));
	if (!from || !to || !hours) return notInForce(partTime.from);
	const architects = new Set(postsTitled(context.structure, CHIEF_ARCHITECT));
	const parts = context.structure.posts.filter(
		(post) => post.relation === 'civil-service' && partOf(post) > 0,
	);
	const items = parts.flatMap((post): readonly RuleItem[] => {
		const share = partOf(post);
		if (post.category !== 'expert' && !architects.has(post))
			return [item('post', post.key, 'rule/part-time-not-expert', share)];
		const isAllowed = share >= from.value / hours.value && share <= to.value / hours.value;
		return isAllowed ? [] : [item('post', post.key, 'rule/part-time-hours', share)];
	});
	const verdict = items.length === 0 ? 'passed' : 'failed';
	return outcome(parts.length === 0 ? 'not-applicable' : verdict, 'rule/part-time', {
		values: { from: from.value, to: to.value, posts: parts.length, wrong: items.length },
		items,
		parameters: [from.parameter, to.parameter],
	});
}

/**
 * R27: whoever becomes a head is trained within so many months. Read where one structure follows another: it counts the
 * posts of heads that are new in it; the needs themselves arise in the training part.
 */
export function checkNewHeads(context: RuleContext): RuleOutcome {
	const months = numberInForce(context, RULE_PARAMETERS.mandatoryTraining);
	if (!months) return notInForce(RULE_PARAMETERS.mandatoryTraining);
	const { structure, base } = context;
	const before = new Set((base ?? structure).posts.filter((post) => post.isHead).map((post) => post.key));
	const heads = structure.posts.filter((post) => post.isHead && !before.has(post.key));
	return outcome(heads.length === 0 ? 'not-applicable' : 'needs-lawyer', 'rule/new-heads', {
		values: { heads: sumPosts(heads), months: months.value },
		items: heads.map((post) => item('post', post.key, 'rule/new-head', post.approved)),
		parameters: [months.parameter],
	});
}

/** R33: somebody protects personal data, by post or by function; the same person may do so for several administrations. */
export function checkDataProtection(context: RuleContext): RuleOutcome {
	const duty = numberInForce(context, RULE_PARAMETERS.dataProtection);
	if (!duty) return notInForce(RULE_PARAMETERS.dataProtection);
	const { structure } = context;
	const posts = postsTitled(structure, DATA_PROTECTION);
	const functions = functionsSaying(structure, [['лични', 'данни']]);
	const items = [
		...posts.map((post) => item('post', post.key, 'rule/counted', post.approved)),
		...functions.map((fn) => item('function', fn.key, 'rule/counted', null)),
	];
	return outcome(items.length > 0 ? 'passed' : 'needs-lawyer', 'rule/data-protection', {
		values: { posts: posts.length, functions: functions.length },
		items,
		parameters: [duty.parameter],
	});
}

/** R46: one civil servant may work for two administrations by agreement; posts of such a part are named. */
export function checkSharedOfficials(context: RuleContext): RuleOutcome {
	const { sharedOfficial, day, partTime } = RULE_PARAMETERS;
	const [least, hours] = [numberInForce(context, sharedOfficial), numberInForce(context, day)];
	if (!least || !hours) return notInForce(sharedOfficial);
	const most = numberInForce(context, partTime.to)?.value ?? hours.value;
	const posts = context.structure.posts.filter((post) => {
		const worked = partOf(post) * hours.value;
		return post.relation === 'civil-service' && worked >= least.value && worked <= most;
	});
	return outcome(posts.length === 0 ? 'not-applicable' : 'passed', 'rule/shared-officials', {
		values: { posts: posts.length, from: least.value, to: most },
		items: posts.map((post) => item('post', post.key, 'rule/counted', post.approved)),
		parameters: [least.parameter],
	});
}

/** R47: work on European projects may be an extra task by order; posts that are called after a project are named. */
export function checkProjectPosts(context: RuleContext): RuleOutcome {
	const duty = numberInForce(context, RULE_PARAMETERS.projectTasks);
	if (!duty) return notInForce(RULE_PARAMETERS.projectTasks);
	const posts = postsTitled(context.structure, PROJECT);
	return outcome(posts.length === 0 ? 'not-applicable' : 'needs-lawyer', 'rule/project-posts', {
		values: { posts: sumPosts(posts) },
		items: posts.map((post) => item('post', post.key, 'rule/counted', post.approved)),
		parameters: [duty.parameter],
	});
}

/** What a line of posts has beyond whole posts: 1,5 → 0,5. */
function partOf({ approved }: Post): number {
	return approved - Math.floor(approved);
}
