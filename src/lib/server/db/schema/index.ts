import type { BenchmarkStaffTable, BenchmarkTable } from './benchmark.ts';
import type {
	DelegatedOperationTable,
	RebaseReviewTable,
	ScenarioDelegationTable,
	ScenarioRebaseTable,
	ScenarioTargetTable,
} from './scenario-work.ts';
import type {
	BasisMarkTable,
	ProvisionWordingTable,
	RegulationDecisionTable,
	RegulationTextTable,
} from './regulations.ts';
import type {
	ImportBatchTable,
	ImportChangeTable,
	ImportFileTable,
	ImportMapTable,
	ImportRowTable,
	ImportSheetTable,
} from './imports.ts';
import type {
	MunicipalityTable,
	SettlementTable,
	StructureVersionTable,
	OrgUnitTable,
	PostTable,
	AdminFunctionTable,
	FunctionBasisTable,
	FunctionPowerTable,
	ParticipationTable,
	ActivityTable,
	WorkloadAllowanceTable,
	AllocationTable,
	WorkDayEntryTable,
} from './organisation.ts';
import type {
	SurveyAnswerTable,
	SurveyCampaignTable,
	SurveyEventTable,
	SurveyReleaseTable,
	SurveyReplacedAnswerTable,
	SurveyGroupShareTable,
	SurveyItemTable,
	SurveyRespondentTable,
} from './survey.ts';
import type {
	PolicyAreaTable,
	LegalActTable,
	ProvisionTable,
	PowerTable,
	ParameterTable,
	CalendarExceptionTable,
} from './legal.ts';
import type {
	StudyTable,
	FindingTable,
	FindingEvidenceTable,
	RecommendationTable,
	ActionTable,
	OverlapVerdictTable,
	ImportRunTable,
	ProvenanceTable,
	AuditEntryTable,
} from './analysis.ts';
import type { CommentTable, OpinionTable, PrivateNoteTable, ProposalQuestionTable } from './council-words.ts';
import type {
	AdoptionUndoTable,
	DecisionVersionTable,
	ProposalTable,
	DecisionTable,
	ReviewEventTable,
	ProcedureMarkTable,
} from './decision.ts';
import type {
	ScenarioTable,
	OperationTable,
	OperationFindingTable,
	OperationPaperTable,
	ScenarioPhaseTable,
} from './scenario.ts';
import type {
	AmendmentTable,
	CouncillorTable,
	VoteTable,
	BallotTable,
	BallotCorrectionTable,
} from './voting.ts';
import type {
	CertificateTable,
	CompetencyDescriptorTable,
	CompetencyVersionTable,
	CourseCauseTable,
	TrainingExemptionTable,
	TrainingWishTable,
} from './competence.ts';
import type {
	CompetencyTable,
	RequirementTable,
	EmployeeTable,
	AssessmentTable,
	CourseTable,
	TrainingNeedPersonTable,
	TrainingNeedTable,
	TrainingPlanTable,
	PlanItemTable,
	PlanItemNeedTable,
	PlanItemParticipantTable,
	TrainingSessionTable,
	AttendanceTable,
	EvaluationTable,
} from './training.ts';
import type {
	AttendanceDayTable,
	EvaluationLinkTable,
	SessionResponseTable,
	TrainingProjectTable,
	TrainingProjectTargetTable,
} from './training-sessions.ts';
import type {
	ServiceTable,
	ServiceVariantTable,
	ServiceStepTable,
	ComplaintTable,
	SatisfactionResponseTable,
	TechnologyCardChangeTable,
	TechnologyCardSubjectTable,
	TechnologyCardTable,
} from './administrative-services.ts';
import type { PublicationTable } from './publication.ts';
import type { UserTable, MembershipTable, SessionTable, LoginAttemptTable } from './access.ts';

/** Every table by its name. */
export interface Database {
	benchmark: BenchmarkTable;
	benchmark_staff: BenchmarkStaffTable;
	municipality: MunicipalityTable;
	settlement: SettlementTable;
	structure_version: StructureVersionTable;
	org_unit: OrgUnitTable;
	post: PostTable;
	policy_area: PolicyAreaTable;
	legal_act: LegalActTable;
	provision: ProvisionTable;
	power: PowerTable;
	admin_function: AdminFunctionTable;
	function_basis: FunctionBasisTable;
	function_power: FunctionPowerTable;
	participation: ParticipationTable;
	activity: ActivityTable;
	workload_allowance: WorkloadAllowanceTable;
	allocation: AllocationTable;
	work_day_entry: WorkDayEntryTable;
	survey_campaign: SurveyCampaignTable;
	survey_respondent: SurveyRespondentTable;
	survey_item: SurveyItemTable;
	survey_group_share: SurveyGroupShareTable;
	survey_answer: SurveyAnswerTable;
	survey_event: SurveyEventTable;
	survey_replaced_answer: SurveyReplacedAnswerTable;
	survey_release: SurveyReleaseTable;
	parameter: ParameterTable;
	calendar_exception: CalendarExceptionTable;
	study: StudyTable;
	finding: FindingTable;
	finding_evidence: FindingEvidenceTable;
	recommendation: RecommendationTable;
	action: ActionTable;
	overlap_verdict: OverlapVerdictTable;
	import_run: ImportRunTable;
	import_batch: ImportBatchTable;
	import_file: ImportFileTable;
	import_sheet: ImportSheetTable;
	import_map: ImportMapTable;
	import_change: ImportChangeTable;
	import_row: ImportRowTable;
	provenance: ProvenanceTable;
	regulation_text: RegulationTextTable;
	regulation_decision: RegulationDecisionTable;
	provision_wording: ProvisionWordingTable;
	basis_mark: BasisMarkTable;
	audit_entry: AuditEntryTable;
	scenario: ScenarioTable;
	operation: OperationTable;
	operation_finding: OperationFindingTable;
	operation_paper: OperationPaperTable;
	scenario_phase: ScenarioPhaseTable;
	scenario_rebase: ScenarioRebaseTable;
	rebase_review: RebaseReviewTable;
	scenario_target: ScenarioTargetTable;
	scenario_delegation: ScenarioDelegationTable;
	delegated_operation: DelegatedOperationTable;
	proposal: ProposalTable;
	comment: CommentTable;
	amendment: AmendmentTable;
	councillor: CouncillorTable;
	vote: VoteTable;
	decision: DecisionTable;
	adoption_undo: AdoptionUndoTable;
	decision_version: DecisionVersionTable;
	review_event: ReviewEventTable;
	procedure_mark: ProcedureMarkTable;
	ballot: BallotTable;
	ballot_correction: BallotCorrectionTable;
	opinion: OpinionTable;
	private_note: PrivateNoteTable;
	proposal_question: ProposalQuestionTable;
	publication: PublicationTable;
	competency: CompetencyTable;
	competency_version: CompetencyVersionTable;
	competency_descriptor: CompetencyDescriptorTable;
	course_cause: CourseCauseTable;
	requirement: RequirementTable;
	employee: EmployeeTable;
	assessment: AssessmentTable;
	certificate: CertificateTable;
	training_exemption: TrainingExemptionTable;
	training_wish: TrainingWishTable;
	course: CourseTable;
	training_need: TrainingNeedTable;
	training_need_person: TrainingNeedPersonTable;
	training_plan: TrainingPlanTable;
	plan_item: PlanItemTable;
	plan_item_need: PlanItemNeedTable;
	plan_item_participant: PlanItemParticipantTable;
	training_session: TrainingSessionTable;
	attendance: AttendanceTable;
	attendance_day: AttendanceDayTable;
	session_response: SessionResponseTable;
	evaluation_link: EvaluationLinkTable;
	training_project: TrainingProjectTable;
	training_project_target: TrainingProjectTargetTable;
	evaluation: EvaluationTable;
	service: ServiceTable;
	service_variant: ServiceVariantTable;
	service_step: ServiceStepTable;
	complaint: ComplaintTable;
	satisfaction_response: SatisfactionResponseTable;
	technology_card: TechnologyCardTable;
	technology_card_subject: TechnologyCardSubjectTable;
	technology_card_change: TechnologyCardChangeTable;
	user: UserTable;
	membership: MembershipTable;
	session: SessionTable;
	login_attempt: LoginAttemptTable;
}
