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
	/** Share of the general administration in all posts; the law's number was not found, the administration fills it. */
	generalShare: 'rule.general-share-limit',
	/** Reporting periods below the limit of the budget before an audit unit may be closed. */
	auditClosing: 'rule.audit-closing-periods',
	auditCommittee: {
		least: 'rule.audit-committee.least',
		most: 'rule.audit-committee.most',
		external: 'rule.audit-committee.external-share',
		months: 'rule.audit-committee.meeting-months',
	},
	/** In force while a mayoralty is closed by a decision of the council, and since it is by the law itself. */
	mayoraltyByCouncil: 'rule.mayoralty-closed-by-council',
	mayoraltyByLaw: 'rule.mayoralty-closed-by-law',
	pay: {
		basic: 'rule.pay.basic-share',
		additional: 'rule.pay.additional-share',
		result: 'rule.pay.result-share',
	},
	/** Hours a day of a part-time civil servant. */
	partTime: { from: 'rule.part-time.hours-from', to: 'rule.part-time.hours-to' },
	/** Hours a day that one official works for each of two administrations. */
	sharedOfficial: 'rule.shared-official-hours',
	/** Hours of a working day. */
	day: 'time.hours-per-day',
	/** Months in which a new head is trained. */
	mandatoryTraining: 'training.mandatory.months',
	/** Months in office after which an official is appraised. */
	appraisal: 'rule.appraisal-months',
	/** In force while posts of the state are frozen and those of municipalities are not. */
	freezeExempt: 'rule.headcount-freeze-exempt',
	procurement: {
		budget: 'rule.procurement.budget',
		/** Mean yearly procedures above which a unit is required. */
		procedures: 'rule.procurement.procedures',
		/** Mean yearly procedures of one municipality in the last three years; empty until somebody counts them. */
		counted: 'municipality.procurement-procedures',
	},
	forest: {
		/** Hectares above which a municipality needs a structure for its forests. */
		limit: 'rule.forest-hectares',
		/** Hectares of one municipality; empty until somebody enters them. */
		own: 'municipality.forest-hectares',
	},
	dataProtection: 'rule.data-protection-officer',
	socialCouncil: 'rule.social-council',
	socialReferral: 'rule.social-referral',
	representation: 'rule.representation-share',
	councillorPay: 'rule.councillor-pay-share',
	settlementBudgets: 'rule.settlement-budgets',
	mayoraltyCommissions: 'rule.mayoralty-commissions',
	settlementRevenue: 'rule.settlement-revenue-share',
	projectTasks: 'rule.project-tasks',
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
