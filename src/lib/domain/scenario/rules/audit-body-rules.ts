import { item, outcome } from './outcome.ts';
import { numberInForce, notInForce, RULE_PARAMETERS } from './parameters.ts';
import type { RuleContext, RuleOutcome } from './types.ts';

/**
 * R14: municipalities of one oblast, or neighbours, each with a budget up to the limit, may have one audit unit together.
 * Passed means that this one may; a municipality above the limit has to have its own (R13).
 */
export function checkJointAudit(context: RuleContext): RuleOutcome {
	const limit = numberInForce(context, RULE_PARAMETERS.auditBudget);
	if (!limit) return notInForce(RULE_PARAMETERS.auditBudget);
	const { budget } = context.structure.municipality;
	const parameters = [limit.parameter];
	if (budget === null) return outcome('needs-lawyer', 'rule/budget-unknown', { parameters });
	const values = { budget, limit: limit.value };
	return budget <= limit.value
		? outcome('passed', 'rule/audit-joint', { values, parameters })
		: outcome('not-applicable', 'rule/audit-joint-not', { values, parameters });
}

/**
 * R15: an audit unit is closed only after the budget was below the limit for so many reporting periods. Read where one
 * structure follows another: above the limit closing fails, below it a lawyer looks at the earlier periods.
 */
export function checkAuditClosing(context: RuleContext): RuleOutcome {
	const periods = numberInForce(context, RULE_PARAMETERS.auditClosing);
	const limit = numberInForce(context, RULE_PARAMETERS.auditBudget);
	if (!periods || !limit) return notInForce(RULE_PARAMETERS.auditClosing);
	const { structure, base } = context;
	const isKept = structure.units.some((unit) => unit.kind === 'audit-unit');
	const closed = (base?.units ?? []).filter((unit) => unit.kind === 'audit-unit' && !isKept);
	const values = { periods: periods.value };
	const parameters = [periods.parameter, limit.parameter];
	if (closed.length === 0) return outcome('not-applicable', 'rule/audit-not-closed', { values, parameters });
	const { budget } = structure.municipality;
	return outcome(budget !== null && budget > limit.value ? 'failed' : 'needs-lawyer', 'rule/audit-closed', {
		values,
		items: closed.map((unit) => item('unit', unit.key, 'rule/audit-unit-closed', null)),
		parameters,
	});
}

/** R16: beside an audit unit there is an audit committee chosen by the council; who sits in it no structure says. */
export function checkAuditCommittee(context: RuleContext): RuleOutcome {
	const { least, most, external, months } = RULE_PARAMETERS.auditCommittee;
	const found = [least, most, external, months].map((key) => numberInForce(context, key));
	const known = found.flatMap((one) => one ?? []);
	if (known.length < found.length) return notInForce(least);
	const [from, to, share, meets] = known.map(({ value }) => value) as [number, number, number, number];
	const hasUnit = context.structure.units.some((unit) => unit.kind === 'audit-unit');
	return outcome(
		hasUnit ? 'needs-lawyer' : 'not-applicable',
		hasUnit ? 'rule/audit-committee' : 'rule/no-audit-unit',
		{
			values: hasUnit ? { least: from, most: to, share, months: meets } : {},
			parameters: known.map(({ parameter }) => parameter),
		},
	);
}
