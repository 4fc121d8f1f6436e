import { findParameter, type Parameter } from '../../legal/index.ts';
import type { RuleContext, RuleOutcome } from './types.ts';

/** Keys of the dated parameters from which the rules read their numbers. */
export const RULE_PARAMETERS = {
	/** Smallest part of an established post. */
	postStep: 'rule.post-step',
	/** Least posts of a unit, by kind; empty until the administration fills them. */
	unitMinimum: {
		directorate: 'rule.unit-minimum.directorate',
		department: 'rule.unit-minimum.department',
		sector: 'rule.unit-minimum.sector',
	},
	/** Share of managers in all posts above which the council is warned. */
	managerShare: 'rule.manager-share-limit',
	/** Approved headcount by the decision in force, of one municipality. */
	approvedHeadcount: 'rule.approved-headcount',
	/** Yearly budget above which an internal audit unit is required, euro cents. */
	auditBudget: 'rule.internal-audit-budget',
	auditPosts: 'rule.internal-audit-posts',
	/** In force when a separate unit for the council is required. */
	councilUnit: 'rule.council-unit',
	/** Residents that a mayoralty has at least. */
	mayoraltyAtLeast: 'rule.mayoralty-population-at-least',
	/** Residents that a mayoralty has more than. */
	mayoraltyAbove: 'rule.mayoralty-population-above',
	/** Fewer residents, or fewer posts, let administrations share the channel for signals. */
	sharedChannelPopulation: 'rule.shared-channel-population',
	sharedChannelPosts: 'rule.shared-channel-posts',
	/** In force when a unit for spatial planning is required. */
	planningUnit: 'rule.spatial-planning-unit',
} as const;

/** A parameter in force with its number, or undefined. */
export function numberInForce(
	context: RuleContext,
	key: string,
): { readonly parameter: Parameter; readonly value: number } | undefined {
	const { parameters, asOf, structure } = context;
	const parameter = findParameter(parameters, { key, asOf, municipality: structure.municipality.id });
	return parameter && typeof parameter.value === 'number' ? { parameter, value: parameter.value } : undefined;
}

/** The rule says nothing on this day: no such parameter holds. */
export function notInForce(key: string): RuleOutcome {
	return {
		verdict: 'not-applicable',
		reading: { code: 'rule/no-parameter', values: { key } },
		items: [],
		parameters: [],
	};
}
