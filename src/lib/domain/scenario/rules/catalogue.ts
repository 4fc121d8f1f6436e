import { checkAuditIndependence, checkAuditUnit } from './audit-rules.ts';
import { checkAuditClosing, checkAuditCommittee, checkJointAudit } from './audit-body-rules.ts';
import {
	checkAppraisal,
	checkClassifier,
	checkCouncillorPay,
	checkForestForm,
	checkFreeze,
	checkPayShares,
	checkRepresentation,
} from './beyond-rules.ts';
import {
	checkCouncilDecision,
	checkDelegatedFunding,
	checkGeneralShare,
	checkMayoralOffices,
	checkMayoraltyStatus,
	checkSettlementBudgets,
} from './decision-rules.ts';
import {
	checkCollectiveBodies,
	checkDisasterPlan,
	checkForestStructure,
	checkMayoraltyCommissions,
	checkProcurementUnit,
	checkSettlementRevenue,
	checkSocialReferral,
} from './duty-rules.ts';
import {
	checkDataProtection,
	checkNewHeads,
	checkPartTime,
	checkProjectPosts,
	checkSecretary,
	checkSharedOfficials,
} from './people-rules.ts';
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
 * The rules of law R01–R47, each with the provision it comes from. A rule whose number was not found in the law reads it
 * from a dated parameter and says nothing while that is empty; one that a structure alone cannot decide says what a
 * lawyer has to look at. Source: catalogue of rules, structures and law §4.2.
 */
export const RULES: readonly Rule[] = [
	{ id: 'R01', severity: 'error', citation: 'ЗМСМА, чл. 21, ал. 1, т. 2', check: checkCouncilDecision },
	{ id: 'R02', severity: 'error', citation: 'ЗМСМА, чл. 21, ал. 1, т. 2', check: checkApprovedHeadcount },
	{ id: 'R03', severity: 'warning', citation: 'НПКДА; практика на решенията', check: checkPostStep },
	{ id: 'R04', severity: 'error', citation: 'ЗА', check: checkParts },
	{ id: 'R05', severity: 'warning', citation: 'НПКДА', check: checkNesting },
	{ id: 'R06', severity: 'warning', citation: 'НПКДА', check: checkUnitSizes },
	{ id: 'R07', severity: 'information', citation: 'НПКДА, чл. 12, ал. 1', check: checkGeneralShare },
	{ id: 'R08', severity: 'warning', citation: 'НПКДА', check: checkHeads },
	{
		id: 'R09',
		severity: 'information',
		citation: 'Методика за функционален анализ',
		check: checkManagerShare,
	},
	{ id: 'R10', severity: 'error', citation: 'ЗМСМА; ЗУТ', check: checkStatutoryPosts },
	{ id: 'R11', severity: 'warning', citation: 'ЗМСМА, чл. 43', check: checkSecretary },
	{ id: 'R12', severity: 'warning', citation: 'ЗМСМА, чл. 39', check: checkDeputyMayors },
	{ id: 'R13', severity: 'error', citation: 'ЗВОПС, чл. 12', check: checkAuditUnit },
	{ id: 'R14', severity: 'information', citation: 'ЗВОПС, чл. 12, ал. 3', check: checkJointAudit },
	{ id: 'R15', severity: 'warning', citation: 'ЗВОПС, чл. 12, ал. 7', check: checkAuditClosing },
	{ id: 'R16', severity: 'warning', citation: 'ЗВОПС, чл. 18', check: checkAuditCommittee },
	{
		id: 'R17',
		severity: 'error',
		citation: 'ЗВОПС; стандарти за вътрешен одит',
		check: checkAuditIndependence,
	},
	{ id: 'R18', severity: 'error', citation: 'ЗФУКПС', check: checkFinancialControl },
	{ id: 'R19', severity: 'error', citation: 'ЗМСМА, чл. 29а', check: checkCouncilUnit },
	{ id: 'R20', severity: 'warning', citation: 'ЗАТУРБ, чл. 14', check: checkMayoraltyResidents },
	{ id: 'R21', severity: 'error', citation: 'ЗАТУРБ, чл. 31', check: checkMayoraltyStatus },
	{
		id: 'R22',
		severity: 'error',
		citation: 'ЗМСМА, чл. 46а; чл. 44, ал. 1, т. 3',
		check: checkMayoralOffices,
	},
	{ id: 'R23', severity: 'warning', citation: 'ЗМСМА, чл. 46, ал. 1, т. 4', check: checkMayoraltyPosts },
	{ id: 'R24', severity: 'error', citation: 'ЗПФ, чл. 53, 71 и 96', check: checkDelegatedFunding },
	{ id: 'R25', severity: 'warning', citation: 'ЗДСл, чл. 67', check: checkPayShares },
	{ id: 'R26', severity: 'error', citation: 'ЗДСл, чл. 16а', check: checkPartTime },
	{ id: 'R27', severity: 'warning', citation: 'ЗДСл, чл. 35 и 35б', check: checkNewHeads },
	{ id: 'R28', severity: 'information', citation: 'ЗДСл, чл. 76', check: checkAppraisal },
	{ id: 'R29', severity: 'information', citation: 'ЗИД на ЗА (2012), § 16, ал. 3', check: checkFreeze },
	{ id: 'R30', severity: 'error', citation: 'ЗОП, чл. 245', check: checkProcurementUnit },
	{ id: 'R31', severity: 'warning', citation: 'Закон за горите, чл. 181', check: checkForestStructure },
	{ id: 'R32', severity: 'information', citation: 'Закон за горите, чл. 181', check: checkForestForm },
	{ id: 'R33', severity: 'warning', citation: 'ЗЗЛД, чл. 69', check: checkDataProtection },
	{ id: 'R34', severity: 'information', citation: 'ЗЗЛПСПОИН, чл. 12, ал. 2', check: checkSharedChannel },
	{ id: 'R35', severity: 'warning', citation: 'ЗЗБ, чл. 65', check: checkDisasterPlan },
	{
		id: 'R36',
		severity: 'warning',
		citation: 'Закон за туризма, чл. 14; ЗСУ, чл. 27; ЗУТ',
		check: checkCollectiveBodies,
	},
	{ id: 'R37', severity: 'warning', citation: 'ЗСУ, чл. 75', check: checkSocialReferral },
	{
		id: 'R38',
		severity: 'warning',
		citation: 'ЗМСМА, чл. 44; критерий „релевантност“',
		check: checkCoverage,
	},
	{ id: 'R39', severity: 'error', citation: 'НПКДА, чл. 1', check: checkClassifier },
	{ id: 'R40', severity: 'information', citation: 'ЗДБРБ за 2017 г., чл. 90', check: checkRepresentation },
	{ id: 'R41', severity: 'information', citation: 'ЗМСМА', check: checkCouncillorPay },
	{ id: 'R42', severity: 'error', citation: 'ЗМСМА, чл. 52, ал. 2', check: checkSettlementBudgets },
	{
		id: 'R43',
		severity: 'warning',
		citation: 'ЗМСМА, чл. 52, ал. 3; ЗОС, чл. 8, ал. 7',
		check: checkMayoraltyCommissions,
	},
	{ id: 'R44', severity: 'warning', citation: 'ЗМСМА, чл. 52, ал. 5', check: checkSettlementRevenue },
	{ id: 'R45', severity: 'warning', citation: 'ЗМСМА, чл. 52, ал. 6', check: checkPlanningUnit },
	{ id: 'R46', severity: 'information', citation: 'ЗДСл, чл. 16а, ал. 4', check: checkSharedOfficials },
	{ id: 'R47', severity: 'information', citation: 'ЗДСл, чл. 21, ал. 4', check: checkProjectPosts },
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
