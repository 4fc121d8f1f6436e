import type {
	EvidenceKind,
	FindingCriterion,
	FindingKind,
	FindingStatus,
	RecommendationKind,
	RecommendationStatus,
} from '#lib/domain/overlap/index.ts';
import { m } from '#lib/paraglide/messages.js';

type Name = () => string;

const KINDS = {
	duplication: m.findings_kind_duplication,
	overlap: m.findings_kind_overlap,
	fragmentation: m.findings_kind_fragmentation,
	gap: m.findings_kind_gap,
	'role-conflict': m.findings_kind_role_conflict,
	'no-basis': m.findings_kind_no_basis,
	overload: m.findings_kind_overload,
	underload: m.findings_kind_underload,
	structure: m.findings_kind_structure,
	rule: m.findings_kind_rule,
	training: m.findings_kind_training,
	other: m.findings_kind_other,
} satisfies Record<FindingKind, Name>;

export function nameOfFindingKind(code: FindingKind): string {
	return KINDS[code]();
}

const CRITERIA = {
	relevance: m.findings_criterion_relevance,
	effectiveness: m.findings_criterion_effectiveness,
	efficiency: m.findings_criterion_efficiency,
} satisfies Record<FindingCriterion, Name>;

export function nameOfCriterion(code: FindingCriterion): string {
	return CRITERIA[code]();
}

const STATUSES = {
	open: m.findings_status_open,
	accepted: m.findings_status_accepted,
	resolved: m.findings_status_resolved,
	dismissed: m.findings_status_dismissed,
} satisfies Record<FindingStatus, Name>;

export function nameOfFindingStatus(code: FindingStatus): string {
	return STATUSES[code]();
}

const RECOMMENDATION_KINDS = {
	structural: m.findings_recommendation_kind_structural,
	normative: m.findings_recommendation_kind_normative,
	process: m.findings_recommendation_kind_process,
	staffing: m.findings_recommendation_kind_staffing,
	training: m.findings_recommendation_kind_training,
	it: m.findings_recommendation_kind_it,
} satisfies Record<RecommendationKind, Name>;

export function nameOfRecommendationKind(code: RecommendationKind): string {
	return RECOMMENDATION_KINDS[code]();
}

const RECOMMENDATION_STATUSES = {
	proposed: m.findings_recommendation_status_proposed,
	discussed: m.findings_recommendation_status_discussed,
	accepted: m.findings_recommendation_status_accepted,
	rejected: m.findings_recommendation_status_rejected,
	implemented: m.findings_recommendation_status_implemented,
} satisfies Record<RecommendationStatus, Name>;

export function nameOfRecommendationStatus(code: RecommendationStatus): string {
	return RECOMMENDATION_STATUSES[code]();
}

const EVIDENCE = {
	'function-pair': m.findings_evidence_kind_function_pair,
	function: m.findings_evidence_kind_function,
	power: m.findings_evidence_kind_power,
	'policy-area': m.findings_evidence_kind_policy_area,
	unit: m.findings_evidence_kind_unit,
	post: m.findings_evidence_kind_post,
	workload: m.findings_evidence_kind_workload,
	'structure-check': m.findings_evidence_kind_structure_check,
	rule: m.findings_evidence_kind_rule,
	'employee-group': m.findings_evidence_kind_employee_group,
} satisfies Record<EvidenceKind, Name>;

export function nameOfEvidenceKind(code: EvidenceKind): string {
	return EVIDENCE[code]();
}
