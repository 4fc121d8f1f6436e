import type { Structure } from '../../org/index.ts';
import { sumPosts } from '../numbers.ts';
import { item, outcome } from './outcome.ts';
import { numberInForce, notInForce, RULE_PARAMETERS } from './parameters.ts';
import type { RuleContext, RuleItem, RuleOutcome } from './types.ts';

/**
 * R01: the council approves headcount and structure before the mayor approves the staffing table. Passed where a decision
 * in force is entered; otherwise somebody has to look for it.
 */
export function checkCouncilDecision(context: RuleContext): RuleOutcome {
	const decided = numberInForce(context, RULE_PARAMETERS.approvedHeadcount);
	const total = sumPosts(context.structure.posts);
	if (!decided) return outcome('needs-lawyer', 'rule/decision-not-entered', { values: { total } });
	return outcome('passed', 'rule/decision', {
		values: { total, approved: decided.value },
		parameters: [decided.parameter],
	});
}

/**
 * R07: the share of the general administration. The number in the ordinance was not found and its reading for
 * municipalities is disputed, so without a limit entered by the administration the share is counted and a lawyer decides.
 */
export function checkGeneralShare(context: RuleContext): RuleOutcome {
	const { units, posts } = context.structure;
	const partOf = new Map(units.map((unit) => [unit.key, unit.part]));
	const inside = posts.filter((post) => partOf.get(post.unitKey) !== 'outside');
	const general = sumPosts(inside.filter((post) => partOf.get(post.unitKey) === 'general'));
	const total = sumPosts(inside);
	const values = { general, total, share: total === 0 ? 0 : general / total };
	const limit = numberInForce(context, RULE_PARAMETERS.generalShare);
	if (!limit) return outcome('needs-lawyer', 'rule/general-share', { values });
	return outcome(values.share <= limit.value ? 'passed' : 'failed', 'rule/general-share-limit', {
		values: { ...values, limit: limit.value },
		parameters: [limit.parameter],
	});
}

/**
 * R21: a mayoralty is neither opened nor closed by a decision about the structure. Read only where one structure follows
 * another: a mayoralty of one of them that the other does not have fails.
 */
export function checkMayoraltyStatus(context: RuleContext): RuleOutcome {
	const [byLaw, byCouncil] = [RULE_PARAMETERS.mayoraltyByLaw, RULE_PARAMETERS.mayoraltyByCouncil].map((key) =>
		numberInForce(context, key),
	);
	const way = byLaw ?? byCouncil;
	if (!way) return notInForce(RULE_PARAMETERS.mayoraltyByLaw);
	const { structure, base } = context;
	const [before, after] = [mayoralties(base ?? structure), mayoralties(structure)];
	const items: RuleItem[] = [
		...[...before]
			.filter((key) => !after.has(key))
			.map((key) => item('unit', key, 'rule/mayoralty-closed', null)),
		...[...after]
			.filter((key) => !before.has(key))
			.map((key) => item('unit', key, 'rule/mayoralty-opened', null)),
	];
	return outcome(
		base === undefined ? 'not-applicable' : items.length === 0 ? 'passed' : 'failed',
		base === undefined
			? 'rule/mayoralty-status'
			: byLaw
				? 'rule/mayoralty-by-law'
				: 'rule/mayoralty-by-council',
		{ values: { mayoralties: after.size, changed: items.length }, items, parameters: [way.parameter] },
	);
}

/** R22: a settlement with a mayoralty has no mayoral office, and every mayoral office has posts in the headcount. */
export function checkMayoralOffices({ structure }: RuleContext): RuleOutcome {
	const offices = structure.units.filter((unit) => unit.kind === 'mayoral-office');
	if (offices.length === 0) return outcome('not-applicable', 'rule/no-mayoral-office');
	const items = offices
		.filter((unit) => sumPosts(structure.posts.filter((post) => post.unitKey === unit.key)) === 0)
		.map((unit) => item('unit', unit.key, 'rule/no-posts', 0));
	return outcome(items.length === 0 ? 'passed' : 'failed', 'rule/mayoral-offices', {
		values: { offices: offices.length, wrong: items.length },
		items,
	});
}

/**
 * R24: posts of delegated activities are paid by the state standard; what is paid beyond it from own revenue is decided
 * by the council. Passed where nothing is paid so; otherwise the decision is looked for.
 */
export function checkDelegatedFunding({ structure }: RuleContext): RuleOutcome {
	const delegated = sumPosts(structure.posts.filter((post) => post.funding === 'delegated'));
	const beyond = structure.posts.filter((post) => post.funding === 'co-financed');
	const items = beyond.map((post) => item('post', post.key, 'rule/counted', post.approved));
	return outcome(items.length === 0 ? 'passed' : 'needs-lawyer', 'rule/delegated-funding', {
		values: { delegated, beyond: sumPosts(beyond) },
		items,
	});
}

/** R42: every mayoralty and every settlement with a mayoral office has budget figures of its own; they stand in the budget. */
export function checkSettlementBudgets(context: RuleContext): RuleOutcome {
	const duty = numberInForce(context, RULE_PARAMETERS.settlementBudgets);
	if (!duty) return notInForce(RULE_PARAMETERS.settlementBudgets);
	const places = context.structure.settlements.filter(
		({ status }) => status === 'mayoralty' || status === 'mayoral-office',
	);
	return outcome(places.length === 0 ? 'not-applicable' : 'needs-lawyer', 'rule/settlement-budgets', {
		values: { places: places.length },
		items: places.map(({ name }) => item('settlement', name.bg, 'rule/counted', null)),
		parameters: [duty.parameter],
	});
}

function mayoralties({ units }: Structure): ReadonlySet<string> {
	return new Set(units.filter((unit) => unit.kind === 'mayoralty').map((unit) => unit.key));
}
