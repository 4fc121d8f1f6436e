import { unitsNamed, FOREST_UNIT } from './titles.ts';
import { item, outcome } from './outcome.ts';
import { numberInForce, notInForce, RULE_PARAMETERS } from './parameters.ts';
import type { RuleContext, RuleOutcome } from './types.ts';

/*
 * Rules about pay, appraisal and choices of the council. A structure does not hold what they count, so none of them passes
 * or fails on it; each says the number in force and where it is checked.
 */

/** R25: shares of basic, additional and result-based pay. */
export function checkPayShares(context: RuleContext): RuleOutcome {
	const { basic, additional, result } = RULE_PARAMETERS.pay;
	const numbers = [basic, additional, result].map((key) => numberInForce(context, key));
	const [one, two, three] = numbers;
	if (!one || !two || !three) return notInForce(basic);
	return outcome('not-applicable', 'rule/pay-shares', {
		values: { basic: one.value, additional: two.value, result: three.value },
		parameters: [one.parameter, two.parameter, three.parameter],
	});
}

/** R28: yearly appraisal of whoever is long enough in office. */
export function checkAppraisal(context: RuleContext): RuleOutcome {
	return told(context, RULE_PARAMETERS.appraisal, 'rule/appraisal', 'months');
}

/** R29: posts of municipalities are left out of the freeze of state posts. */
export function checkFreeze(context: RuleContext): RuleOutcome {
	const exempt = numberInForce(context, RULE_PARAMETERS.freezeExempt);
	if (!exempt) return notInForce(RULE_PARAMETERS.freezeExempt);
	return outcome('passed', 'rule/freeze-exempt', { parameters: [exempt.parameter] });
}

/** R32: a forest structure is a unit, a company or an enterprise, as the council chooses; what stands here is counted. */
export function checkForestForm({ structure }: RuleContext): RuleOutcome {
	const units = unitsNamed(structure, FOREST_UNIT);
	return outcome('not-applicable', 'rule/forest-form', { values: { units: units.length } });
}

/**
 * R39: titles and least requirements come from the classifier of the administration on the day. A code of НКПД-2011 helps
 * to compare them and does not prove them, so a lawyer does it in both cases; the lines without a code are named.
 */
export function checkClassifier({ structure }: RuleContext): RuleOutcome {
	const lines = structure.posts.filter((post) => post.relation === 'civil-service' && post.approved > 0);
	const open = lines.filter((post) => post.occupation === undefined);
	const values = { lines: lines.length, open: open.length };
	if (lines.length === 0) return outcome('not-applicable', 'rule/classifier', { values });
	if (open.length === 0) return outcome('needs-lawyer', 'rule/classifier-coded', { values });
	const items = open.map(({ key }) => item('post', key, 'rule/no-occupation', null));
	return outcome('needs-lawyer', 'rule/classifier-open', { values, items });
}

/** R40: costs of representation. */
export function checkRepresentation(context: RuleContext): RuleOutcome {
	return told(context, RULE_PARAMETERS.representation, 'rule/representation', 'share');
}

/** R41: cap of the pay of councillors. */
export function checkCouncillorPay(context: RuleContext): RuleOutcome {
	return told(context, RULE_PARAMETERS.councillorPay, 'rule/councillor-pay', 'share');
}

function told(context: RuleContext, key: string, code: string, name: string): RuleOutcome {
	const number = numberInForce(context, key);
	if (!number) return notInForce(key);
	return outcome('not-applicable', code, {
		values: { [name]: number.value },
		parameters: [number.parameter],
	});
}
