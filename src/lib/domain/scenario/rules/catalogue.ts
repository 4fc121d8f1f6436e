import { checkAuditIndependence, checkAuditUnit } from './audit-rules.ts';
import { checkCoverage, checkMayoraltyResidents, checkSharedChannel } from './place-rules.ts';
import {
	checkApprovedHeadcount,
	checkHeads,
	checkManagerShare,
	checkMayoraltyPosts,
	checkPostStep,
	checkUnitSizes,
} from './staffing-rules.ts';
import {
	checkCouncilUnit,
	checkDeputyMayors,
	checkFinancialControl,
	checkNesting,
	checkParts,
	checkPlanningUnit,
	checkStatutoryPosts,
} from './structure-rules.ts';
import type { Rule, RuleContext, RuleId, RuleVerdict } from './types.ts';

/**
 * The rules of law that can be computed from a structure, each with the provision it comes from.
 * A rule whose number was not found in the law reads it from a dated parameter and says nothing while that is empty.
 * Source: catalogue of rules, structures and law §4.2.
 */
export const RULES: readonly Rule[] = [
	{ id: 'R02', severity: 'error', citation: 'ЗМСМА, чл. 21, ал. 1, т. 2', check: checkApprovedHeadcount },
	{ id: 'R03', severity: 'warning', citation: 'НПКДА; практика на решенията', check: checkPostStep },
	{ id: 'R04', severity: 'error', citation: 'ЗА', check: checkParts },
	{ id: 'R05', severity: 'warning', citation: 'НПКДА', check: checkNesting },
	{ id: 'R06', severity: 'warning', citation: 'НПКДА', check: checkUnitSizes },
	{ id: 'R08', severity: 'warning', citation: 'НПКДА', check: checkHeads },
	{
		id: 'R09',
		severity: 'information',
		citation: 'Методика за функционален анализ',
		check: checkManagerShare,
	},
	{ id: 'R10', severity: 'error', citation: 'ЗМСМА; ЗУТ', check: checkStatutoryPosts },
	{ id: 'R12', severity: 'warning', citation: 'ЗМСМА, чл. 39', check: checkDeputyMayors },
	{ id: 'R13', severity: 'error', citation: 'ЗВОПС, чл. 12', check: checkAuditUnit },
	{
		id: 'R17',
		severity: 'error',
		citation: 'ЗВОПС; стандарти за вътрешен одит',
		check: checkAuditIndependence,
	},
	{ id: 'R18', severity: 'error', citation: 'ЗФУКПС', check: checkFinancialControl },
	{ id: 'R19', severity: 'error', citation: 'ЗМСМА, чл. 29а', check: checkCouncilUnit },
	{ id: 'R20', severity: 'warning', citation: 'ЗАТУРБ, чл. 14', check: checkMayoraltyResidents },
	{ id: 'R23', severity: 'warning', citation: 'ЗМСМА, чл. 46, ал. 1, т. 4', check: checkMayoraltyPosts },
	{ id: 'R34', severity: 'information', citation: 'ЗЗЛПСПОИН, чл. 12, ал. 2', check: checkSharedChannel },
	{
		id: 'R38',
		severity: 'warning',
		citation: 'ЗМСМА, чл. 44; критерий „релевантност“',
		check: checkCoverage,
	},
	{ id: 'R45', severity: 'warning', citation: 'ЗМСМА, чл. 52, ал. 6', check: checkPlanningUnit },
];

/** The verdict of every rule, or of those in `only`, on a structure on a day, in the order of the catalogue. */
export function checkRules(context: RuleContext, only?: ReadonlySet<RuleId>): readonly RuleVerdict[] {
	return RULES.filter(({ id }) => only?.has(id) ?? true).map(({ id, severity, citation, check }) => ({
		rule: id,
		severity,
		citation,
		...check(context),
	}));
}

/** How many verdicts there are of each kind. */
export function countVerdicts(
	verdicts: readonly RuleVerdict[],
): Readonly<Record<RuleVerdict['verdict'], number>> {
	const counts = { passed: 0, failed: 0, 'not-applicable': 0, 'needs-lawyer': 0 };
	for (const { verdict } of verdicts) counts[verdict] += 1;
	return counts;
}
