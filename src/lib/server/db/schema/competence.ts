import type { Generated } from 'kysely';

/** Certificates, exemptions, wishes, the versions of competencies, causes of courses. Row types as stored. */

type SubjectCode = 'competency' | 'entry' | 'head';

export interface CertificateTable {
	id: string;
	employee_id: string;
	subject: SubjectCode;
	competency_key: string | null;
	number: string;
	issuer: string;
	issued_on: string;
	/** Last day of validity; null: for ever. */
	valid_until: string | null;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface TrainingExemptionTable {
	id: string;
	employee_id: string;
	subject: SubjectCode;
	competency_key: string | null;
	reason: string;
	starts_on: string;
	/** The first day on which it no longer holds; null: for ever. */
	ends_on: string | null;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface TrainingWishTable {
	id: string;
	employee_id: string;
	competency_key: string;
	level: number;
	wished_on: string;
	source: string;
	created_at: string;
	created_by: string;
}

/** A competency as a municipality reads it; the latest number holds. */
export interface CompetencyVersionTable {
	competency_key: string;
	municipality_id: string;
	number: number;
	group_code: 'managerial' | 'expert' | 'technical' | 'functional';
	name_bg: string;
	name_en: string;
	description_bg: string;
	description_en: string | null;
	weight: number;
	/** 1: nothing new may ask for it. */
	closed: number;
	created_at: string;
	created_by: string;
}

export interface CompetencyDescriptorTable {
	competency_key: string;
	municipality_id: string;
	number: number;
	level: number;
	text_bg: string;
	text_en: string | null;
}

/** A cause that a course serves whatever its competency. */
export interface CourseCauseTable {
	course_key: string;
	cause: 'new-head' | 'new-employee' | 'rule-changed';
}
