import type { Generated } from 'kysely';

/** What is kept of sessions: presence, answers, links, and the targets of a project. */
export interface AttendanceDayTable {
	training_session_id: string;
	employee_id: string;
	day: string;
	is_present: number;
}

/** What one participant says by link; nothing in the row tells who. */
export interface SessionResponseTable {
	id: string;
	training_session_id: string;
	content: number;
	trainer: number;
	organisation: number;
	usefulness: number;
	comment: Generated<string>;
}

export interface EvaluationLinkTable {
	id: string;
	training_session_id: string;
	employee_id: string;
	token_hash: string;
	ends_on: string;
	is_used: Generated<number>;
}

export interface TrainingProjectTable {
	id: string;
	municipality_id: string;
	name: string;
	starts_on: string;
	ends_on: string;
	revision: Generated<number>;
}

export interface TrainingProjectTargetTable {
	project_id: string;
	indicator: string;
	target: number;
}
