import { isPartMixed, type OrgUnit, type Structure, type UnitKind } from '../../org/index.ts';
import { sumPosts } from '../numbers.ts';
import { numberInForce, notInForce, RULE_PARAMETERS } from './parameters.ts';
import { item } from './outcome.ts';
import {
	CHIEF_ARCHITECT,
	COUNCIL_UNIT,
	DEPUTY_MAYOR,
	FINANCIAL_CONTROLLER,
	PLANNING_UNIT,
	postsTitled,
	SECRETARY,
	unitsNamed,
} from './titles.ts';
import type { RuleContext, RuleItem, RuleOutcome } from './types.ts';

/** R04: a unit is of the part of the one above it, save right under whoever leads; `outside` is no part of the administration. */
export function checkParts({ structure }: RuleContext): RuleOutcome {
	const items = pairs(structure)
		.filter(({ unit, parent }) => isPartMixed(unit, parent))
		.map(({ unit }) => item('unit', unit.key, 'rule/part-differs', null));
	return verdictOf(items, 'rule/parts', { units: structure.units.length, wrong: items.length });
}

/** Rank of the kinds that nest: a directorate holds departments, a department holds sectors. */
const NESTING: Partial<Record<UnitKind, number>> = { directorate: 3, department: 2, sector: 1 };

/** R05: directorate → department → sector; never one in its own kind or in a lower one. */
export function checkNesting({ structure }: RuleContext): RuleOutcome {
	const items = pairs(structure).flatMap(({ unit, parent }): readonly RuleItem[] => {
		const [own, above] = [NESTING[unit.kind], NESTING[parent.kind]];
		return own !== undefined && above !== undefined && own >= above
			? [item('unit', unit.key, 'rule/nested-in-its-kind', null)]
			: [];
	});
	return verdictOf(items, 'rule/nesting', { units: structure.units.length, wrong: items.length });
}

/** R10: exactly one mayor, one secretary and one chief architect. */
export function checkStatutoryPosts({ structure }: RuleContext): RuleOutcome {
	const mayorUnits = new Set(structure.units.filter((unit) => unit.kind === 'mayor').map((unit) => unit.key));
	const deputies = new Set(postsTitled(structure, DEPUTY_MAYOR).map((post) => post.key));
	const mayor = structure.posts.filter(
		(post) => mayorUnits.has(post.unitKey) && post.category === 'elected' && !deputies.has(post.key),
	);
	const counts = {
		mayor: sumPosts(mayor),
		secretary: sumPosts(postsTitled(structure, SECRETARY)),
		architect: sumPosts(postsTitled(structure, CHIEF_ARCHITECT)),
	};
	const items = Object.entries(counts)
		.filter(([, count]) => count !== 1)
		.map(([post, count]) => item('post', post, 'rule/statutory-post', count));
	return verdictOf(items, 'rule/statutory-posts', counts);
}

/** R12: at least one deputy mayor in the approved structure. */
export function checkDeputyMayors({ structure }: RuleContext): RuleOutcome {
	const deputies = postsTitled(structure, DEPUTY_MAYOR);
	const count = sumPosts(deputies);
	return {
		verdict: count >= 1 ? 'passed' : 'failed',
		reading: { code: 'rule/deputy-mayors', values: { count } },
		items: deputies.map((post) => item('post', post.key, 'rule/counted', post.approved)),
		parameters: [],
	};
}

/** R18: somebody does the preliminary control; an order of the mayor may name an officer, which only a person can check. */
export function checkFinancialControl({ structure }: RuleContext): RuleOutcome {
	const controllers = postsTitled(structure, FINANCIAL_CONTROLLER);
	const count = sumPosts(controllers);
	return {
		verdict: count > 0 ? 'passed' : 'needs-lawyer',
		reading: { code: count > 0 ? 'rule/controller' : 'rule/controller-by-order', values: { count } },
		items: controllers.map((post) => item('post', post.key, 'rule/counted', post.approved)),
		parameters: [],
	};
}

/** R19: a separate unit serves the council. */
export function checkCouncilUnit(context: RuleContext): RuleOutcome {
	return checkNamedUnit(context, {
		key: RULE_PARAMETERS.councilUnit,
		phrases: COUNCIL_UNIT,
		code: 'rule/council-unit',
	});
}

/** R45: a unit for spatial planning. */
export function checkPlanningUnit(context: RuleContext): RuleOutcome {
	return checkNamedUnit(context, {
		key: RULE_PARAMETERS.planningUnit,
		phrases: PLANNING_UNIT,
		code: 'rule/planning-unit',
	});
}

function checkNamedUnit(
	context: RuleContext,
	wanted: { readonly key: string; readonly phrases: readonly string[]; readonly code: string },
): RuleOutcome {
	const duty = numberInForce(context, wanted.key);
	if (!duty || duty.value === 0) return notInForce(wanted.key);
	const units = unitsNamed(context.structure, wanted.phrases);
	return {
		verdict: units.length > 0 ? 'passed' : 'failed',
		reading: { code: wanted.code, values: { units: units.length } },
		items: units.map((unit) => item('unit', unit.key, 'rule/counted', null)),
		parameters: [duty.parameter],
	};
}

function pairs(structure: Structure): readonly { readonly unit: OrgUnit; readonly parent: OrgUnit }[] {
	const byKey = new Map(structure.units.map((unit) => [unit.key, unit]));
	return structure.units.flatMap((unit) => {
		const parent = unit.parentKey === null ? undefined : byKey.get(unit.parentKey);
		return parent ? [{ unit, parent }] : [];
	});
}

function verdictOf(
	items: readonly RuleItem[],
	code: string,
	values: Readonly<Record<string, number>>,
): RuleOutcome {
	return {
		verdict: items.length === 0 ? 'passed' : 'failed',
		reading: { code, values },
		items,
		parameters: [],
	};
}
