import { accountableUnits, lookUp, type Structure } from '../../org/index.ts';
import { subtreeKeys, type UnitKey } from '../../shared/index.ts';
import { item, outcome } from './outcome.ts';
import { numberInForce, notInForce, RULE_PARAMETERS } from './parameters.ts';
import { FOREST_UNIT, functionsSaying, PROCUREMENT_UNIT, unitsNamed } from './titles.ts';
import type { RuleContext, RuleItem, RuleOutcome } from './types.ts';

/*
 * Duties that are looked for by the words of functions and units. Found words pass; words alone refuse nothing, so where
 * none are found a lawyer looks whether the duty stands somewhere under another name.
 */

/** R30: above a budget and a number of procedures a unit for public procurement is required. */
export function checkProcurementUnit(context: RuleContext): RuleOutcome {
	const { budget: budgetKey, procedures, counted } = RULE_PARAMETERS.procurement;
	const [limit, most] = [numberInForce(context, budgetKey), numberInForce(context, procedures)];
	if (!limit || !most) return notInForce(budgetKey);
	const units = unitsNamed(context.structure, PROCUREMENT_UNIT);
	const items = units.map((unit) => item('unit', unit.key, 'rule/counted', null));
	const { budget } = context.structure.municipality;
	const own = numberInForce(context, counted);
	const parameters = [limit.parameter, most.parameter, ...(own ? [own.parameter] : [])];
	const values = { ...(budget !== null && { budget }), limit: limit.value, procedures: most.value };
	if (units.length > 0) return outcome('passed', 'rule/procurement-unit', { values, items, parameters });
	if (budget === null) return outcome('needs-lawyer', 'rule/budget-unknown', { parameters });
	if (budget <= limit.value || (own && own.value <= most.value))
		return outcome('not-applicable', 'rule/procurement-not-required', { values, parameters });
	return own
		? outcome('failed', 'rule/procurement-missing', { values: { ...values, counted: own.value }, parameters })
		: outcome('needs-lawyer', 'rule/procurement-uncounted', { values, parameters });
}

/** R31: a municipality with more forest than the limit has a structure for it, or a contract with a state forestry. */
export function checkForestStructure(context: RuleContext): RuleOutcome {
	const { limit: limitKey, own: ownKey } = RULE_PARAMETERS.forest;
	const limit = numberInForce(context, limitKey);
	if (!limit) return notInForce(limitKey);
	const own = numberInForce(context, ownKey);
	const parameters = [limit.parameter, ...(own ? [own.parameter] : [])];
	const values = { limit: limit.value, ...(own && { hectares: own.value }) };
	if (own && own.value <= limit.value)
		return outcome('not-applicable', 'rule/forest-not-required', { values, parameters });
	const units = unitsNamed(context.structure, FOREST_UNIT);
	const items = units.map((unit) => item('unit', unit.key, 'rule/counted', null));
	if (units.length > 0) return outcome('passed', 'rule/forest-structure', { values, items, parameters });
	return own
		? outcome('needs-lawyer', 'rule/forest-contract', { values, parameters })
		: outcome('needs-lawyer', 'rule/forest-unknown', { values, parameters });
}

/** R35: somebody answers for the plan against disasters and the training of staff. */
export function checkDisasterPlan({ structure }: RuleContext): RuleOutcome {
	return found(
		structure,
		[['бедств', 'план'], ['защита при бедствия'], ['бедств', 'обучени']],
		'rule/disaster-plan',
	);
}

/** R36: the collective bodies that the law asks for have a unit that serves them. */
export function checkCollectiveBodies(context: RuleContext): RuleOutcome {
	const hasSocialCouncil = numberInForce(context, RULE_PARAMETERS.socialCouncil);
	const bodies = BODIES.filter(({ key }) => key !== 'social-council' || hasSocialCouncil);
	const items = bodies.flatMap(({ key, stems }): readonly RuleItem[] =>
		functionsSaying(context.structure, stems).length > 0 ? [] : [item('body', key, `rule/body-${key}`, null)],
	);
	return outcome(items.length === 0 ? 'passed' : 'needs-lawyer', 'rule/collective-bodies', {
		values: { bodies: bodies.length, missing: items.length },
		items,
		parameters: hasSocialCouncil ? [hasSocialCouncil.parameter] : [],
	});
}

const BODIES: readonly { readonly key: string; readonly stems: readonly (readonly string[])[] }[] = [
	{
		key: 'tourist-sites',
		stems: [
			['туристическ', 'комиси'],
			['категори', 'туристическ'],
			['туристическ', 'обект'],
		],
	},
	{ key: 'social-council', stems: [['съвет', 'социални']] },
	{ key: 'juvenile', stems: [['противообществен'], ['мкбппмн']] },
	{
		key: 'spatial',
		stems: [['експертен съвет'], ['експертния съвет'], ['съвет', 'устройство на територията']],
	},
];

/** R37: people are referred to social services by officers of the municipality. */
export function checkSocialReferral(context: RuleContext): RuleOutcome {
	const duty = numberInForce(context, RULE_PARAMETERS.socialReferral);
	if (!duty) return notInForce(RULE_PARAMETERS.socialReferral);
	const rows = [
		['насочва', 'услуг'],
		['насочване', 'услуг'],
		['оценка', 'потребност', 'услуг'],
	];
	return { ...found(context.structure, rows, 'rule/social-referral'), parameters: [duty.parameter] };
}

/**
 * R43: mayors of mayoralties and mayoral officials sit in commissions and sign acts of building on their territory; a
 * mayoralty or office without such a function is named.
 */
export function checkMayoraltyCommissions(context: RuleContext): RuleOutcome {
	const duty = numberInForce(context, RULE_PARAMETERS.mayoraltyCommissions);
	if (!duty) return notInForce(RULE_PARAMETERS.mayoraltyCommissions);
	const { structure } = context;
	const places = structure.units.filter(({ kind }) => kind === 'mayoralty' || kind === 'mayoral-office');
	const saying = functionsSaying(structure, [['комиси'], ['приемане', 'обект'], ['актове', 'строител']]);
	const keys = new Set(saying.map(({ key }) => key));
	const items = places
		.filter((unit) => {
			const own = subtreeKeys<UnitKey, (typeof structure.units)[number]>(structure.units, unit.key);
			return !structure.participations.some((part) => keys.has(part.functionKey) && own.has(part.unitKey));
		})
		.map((unit) => item('unit', unit.key, 'rule/no-commission-function', null));
	const verdict = items.length === 0 ? 'passed' : 'needs-lawyer';
	return outcome(places.length === 0 ? 'not-applicable' : verdict, 'rule/mayoralty-commissions', {
		values: { places: places.length, missing: items.length },
		items,
		parameters: [duty.parameter],
	});
}

/** R44: some unit follows the revenue of each settlement, since a share of it is spent there. */
export function checkSettlementRevenue(context: RuleContext): RuleOutcome {
	const share = numberInForce(context, RULE_PARAMETERS.settlementRevenue);
	if (!share) return notInForce(RULE_PARAMETERS.settlementRevenue);
	const rows = [
		['приход', 'населени места'],
		['приход', 'населено място'],
		['постъплени', 'населени места'],
	];
	const functions = functionsSaying(context.structure, rows);
	return outcome(functions.length > 0 ? 'passed' : 'needs-lawyer', 'rule/settlement-revenue', {
		values: { share: share.value, functions: functions.length },
		items: functions.map((fn) => item('function', fn.key, 'rule/counted', null)),
		parameters: [share.parameter],
	});
}

function found(structure: Structure, rows: readonly (readonly string[])[], code: string): RuleOutcome {
	const lookup = lookUp(structure);
	const functions = functionsSaying(structure, rows).filter(
		(fn) => accountableUnits(lookup, fn.key).length > 0,
	);
	return outcome(functions.length > 0 ? 'passed' : 'needs-lawyer', code, {
		values: { functions: functions.length },
		items: functions.map((fn) => item('function', fn.key, 'rule/counted', null)),
	});
}
