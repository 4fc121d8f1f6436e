import type { Generated } from 'kysely';

/** Administrative services, complaints, satisfaction. Row types as stored; they never leave `db` and `queries`. */
export interface ServiceTable {
	id: string;
	municipality_id: string;
	number: string;
	name_bg: string;
	name_en: string | null;
	folded: string;
	unit_key: string | null;
	function_key: string | null;
	document_validity: string | null;
	appeal: string | null;
	revision: Generated<number>;
}

export interface ServiceVariantTable {
	id: string;
	service_id: string;
	kind: 'ordinary' | 'fast' | 'express';
	term: number | null;
	term_unit: 'hours' | 'working-days' | 'days' | 'months' | null;
	fee_cents: number | null;
}

export interface ServiceStepTable {
	id: string;
	service_id: string;
	position: number;
	name_bg: string;
	name_en: string | null;
	unit_key: string | null;
	post_key: string | null;
	role: 'performs' | 'participates' | 'agrees' | 'approves';
	norm_minutes: number | null;
	limit_hours: number | null;
}

export interface ComplaintTable {
	id: string;
	municipality_id: string;
	number: number;
	kind: 'signal' | 'proposal' | 'appeal' | 'praise' | 'enquiry';
	channel: string;
	received_on: string;
	due_on: string | null;
	answered_on: string | null;
	service_id: string | null;
	unit_key: string | null;
	body: string;
	decision: string | null;
}

export interface SatisfactionResponseTable {
	id: string;
	municipality_id: string;
	service_id: string | null;
	channel: string;
	score: number;
	note: string | null;
	answered_at: string;
}

/** A technology card; units, functions and posts stand by keys that outlive versions. */
export interface TechnologyCardTable {
	id: string;
	municipality_id: string;
	number: string;
	service: string;
	unit_key: string;
	in_force_from: string;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface TechnologyCardSubjectTable {
	card_id: string;
	kind: 'function' | 'post';
	subject_key: string;
}

export interface TechnologyCardChangeTable {
	id: string;
	card_id: string;
	changed_on: string;
	what: string;
	recorded_at: string;
	recorded_by: string;
}
