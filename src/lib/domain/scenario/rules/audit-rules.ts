import {
	accountableUnits,
	lookUp,
	type AdminFunction,
	type OrgUnit,
	type Structure,
} from '../../org/index.ts';
import { foldText } from '../../shared/index.ts';
import { sumPosts } from '../numbers.ts';
import { numberInForce, notInForce, RULE_PARAMETERS } from './parameters.ts';
import { item } from './outcome.ts';
import type { RuleContext, RuleItem, RuleOutcome } from './types.ts';

/**
 * R13: a municipality with a budget above the limit has an internal audit unit; whoever has one, also below the limit, has
 * it directly under the mayor (ЗВОПС, чл. 12 and 13).
 */
export function checkAuditUnit(context: RuleContext): RuleOutcome {
	const limit = numberInForce(context, RULE_PARAMETERS.auditBudget);
	if (!limit) return notInForce(RULE_PARAMETERS.auditBudget);
	const { budget } = context.structure.municipality;
	const least = numberInForce(context, RULE_PARAMETERS.auditPosts);
	const parameters = [limit.parameter, ...(least ? [least.parameter] : [])];
	const units = auditUnits(context.structure);
	const misplaced = units.flatMap((unit) => auditProblems(context.structure, unit, 0));
	if (budget === null)
		return {
			verdict: misplaced.length > 0 ? 'failed' : 'needs-lawyer',
			reading: reading('rule/budget-unknown'),
			items: misplaced,
			parameters,
		};
	const values = { budget, limit: limit.value, posts: least?.value ?? 0 };
	if (budget <= limit.value)
		return {
			verdict: misplaced.length > 0 ? 'failed' : 'not-applicable',
			reading: reading('rule/audit-not-required', values),
			items: misplaced,
			parameters,
		};
	const items = units.flatMap((unit) => auditProblems(context.structure, unit, least?.value ?? 0));
	return {
		verdict: units.length > 0 && items.length === 0 ? 'passed' : 'failed',
		reading: reading(units.length === 0 ? 'rule/audit-missing' : 'rule/audit-required', values),
		items,
		parameters,
	};
}

/**
 * R17: internal audit does no operational work that it would have to audit itself. A function of an audit unit whose
 * wording names neither audit nor advice, risk or recommendations is put before a lawyer: words alone decide nothing.
 */
export function checkAuditIndependence({ structure }: RuleContext): RuleOutcome {
	const units = new Set(auditUnits(structure).map((unit) => unit.key));
	if (units.size === 0)
		return { verdict: 'not-applicable', reading: reading('rule/no-audit-unit'), items: [], parameters: [] };
	const lookup = lookUp(structure);
	const own = structure.functions.filter((fn) =>
		accountableUnits(lookup, fn.key).some((key) => units.has(key)),
	);
	const items = own
		.filter((fn) => !isAuditWork(fn))
		.map((fn) => item('function', fn.key, 'rule/operational-function', null));
	return {
		verdict: items.length === 0 ? 'passed' : 'needs-lawyer',
		reading: reading('rule/audit-independence', { functions: own.length, operational: items.length }),
		items,
		parameters: [],
	};
}

/** Stems of the work that the law gives to internal audit, and of the general clause. */
const AUDIT_WORK = /одит|препоръ|риск|консулт|увереност|вътрешния? контрол|вътрешен контрол|възложен/u;

function isAuditWork(fn: AdminFunction): boolean {
	return AUDIT_WORK.test(foldText(fn.text.bg));
}

function auditUnits(structure: Structure): readonly OrgUnit[] {
	return structure.units.filter((unit) => unit.kind === 'audit-unit');
}

function auditProblems(structure: Structure, unit: OrgUnit, least: number): readonly RuleItem[] {
	const parent = structure.units.find((candidate) => candidate.key === unit.parentKey);
	const posts = sumPosts(structure.posts.filter((post) => post.unitKey === unit.key));
	return [
		...(parent && parent.kind !== 'mayor'
			? [item('unit', unit.key, 'rule/audit-not-under-mayor', null)]
			: []),
		...(posts < least ? [item('unit', unit.key, 'rule/unit-too-small', posts)] : []),
	];
}

function reading(code: string, values: Readonly<Record<string, number>> = {}) {
	return { code, values };
}
