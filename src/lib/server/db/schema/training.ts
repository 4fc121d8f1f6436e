import type { Generated } from 'kysely';

/** People, competencies, training. Row types as stored; they never leave `db` and `queries`. */
export interface CompetencyTable {
	key: string;
	group_code: 'managerial' | 'expert' | 'technical' | 'functional';
	name_bg: string;
	name_en: string;
	description_bg: string;
	description_en: string | null;
	weight: number;
	sort: number;
	/** Null: common to all municipalities. */
	municipality_id: Generated<string | null>;
}

export interface RequirementTable {
	id: string;
	municipality_id: string;
	kind: 'function' | 'post' | 'job-title';
	subject_key: string;
	competency_key: string;
	level: number;
	source: string;
	revision: Generated<number>;
}

export interface EmployeeTable {
	id: string;
	municipality_id: string;
	post_key: string;
	name: string;
	sex: 'female' | 'male';
	occupancy: number;
	started_on: string;
	left_on: string | null;
	revision: Generated<number>;
	/** The day on which the personal data were erased. */
	erased_on: Generated<string | null>;
}

export interface AssessmentTable {
	id: string;
	employee_id: string;
	competency_key: string;
	level: number;
	assessed_on: string;
	source: string;
}

export interface CourseTable {
	key: string;
	title_bg: string;
	title_en: string | null;
	competency_key: string;
	level_to: number;
	provider_bg: string;
	provider_en: string | null;
	form: 'in-person' | 'distance' | 'blended' | 'internal';
	hours: number;
	price_cents: number;
	places: number;
	verification: 'verified' | 'reconstructed';
	source: string;
	as_of: string | null;
	sort: number;
	revision: Generated<number>;
	/** Null in the list that all municipalities share. */
	municipality_id: string | null;
	/** The shared course in whose place the municipality has this one. */
	replaces_key: string | null;
}

export interface TrainingNeedTable {
	id: string;
	municipality_id: string;
	/** Derived from cause, unit and competency; the same after every recomputation. */
	need_key: string;
	unit_key: string;
	cause: string;
	operation_id: string | null;
	function_key: string | null;
	post_key: string | null;
	employee_id: string | null;
	competency_key: string | null;
	required_level: number | null;
	assessed_level: number | null;
	/** People by name and open places together. */
	people: number;
	open_places: Generated<number>;
	priority: number | null;
	due_on: string | null;
	/** What brought the cause about: a provision, a regulation, a card; null for the others. */
	cause_ref: Generated<string | null>;
	state: 'open' | 'planned' | 'done' | 'dismissed';
	/** 1 when a person decided the state, 0 when the plans give it. */
	is_by_hand: Generated<number>;
	note: string | null;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface TrainingNeedPersonTable {
	need_id: string;
	employee_id: string;
	post_key: string;
	required_level: number | null;
	assessed_level: number | null;
}

export interface TrainingPlanTable {
	id: string;
	municipality_id: string;
	year: number;
	status: 'draft' | 'approved' | 'closed';
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface PlanItemTable {
	id: string;
	plan_id: string;
	course_key: string;
	kind: 'mandatory' | 'professional' | 'specialised';
	/** Own words of a person; empty when the group goes by its number. */
	group_name: string;
	group_number: number | null;
	quarter: number;
	hours: number;
	/** Own words of a person; empty when the course's provider holds it. */
	provider: string;
	place: Generated<string>;
	seats: number;
	price_cents: number;
	funding: 'delegated' | 'local' | 'co-financed' | 'project';
	responsible: string;
	expected_result: string;
	evaluation: string;
	status: 'planned' | 'held' | 'cancelled';
	revision: Generated<number>;
	sort: number;
}

export interface PlanItemParticipantTable {
	plan_item_id: string;
	employee_id: string;
}

export interface PlanItemNeedTable {
	plan_item_id: string;
	need_id: string;
}

export interface TrainingSessionTable {
	id: string;
	plan_item_id: string;
	starts_on: string;
	ends_on: string;
	place: string;
	trainer: string;
	/** Minutes from midnight, on each day of the session. */
	starts_at: Generated<number>;
	ends_at: Generated<number>;
	is_online: Generated<number>;
	places: Generated<number>;
	group_name: Generated<string>;
	status: Generated<'planned' | 'held' | 'cancelled'>;
	revision: Generated<number>;
}

/** Who is enrolled in a session, in the order of enrolment, and what the marked days give. */
export interface AttendanceTable {
	training_session_id: string;
	employee_id: string;
	state: 'enrolled' | 'attended' | 'absent';
	place_in_line: Generated<number>;
}

export interface EvaluationTable {
	id: string;
	training_session_id: string;
	employee_id: string | null;
	level: number;
	score_before: number | null;
	score_after: number | null;
	score_maximum: number | null;
	note: string | null;
	recorded_at: string;
	indicator: Generated<string>;
	function_key: string | null;
	is_lower_better: Generated<number>;
	recorded_by: string | null;
}
