import type { Generated } from 'kysely';

export interface PolicyAreaTable {
	key: string;
	name_bg: string;
	name_en: string;
	sort: number;
}

export interface LegalActTable {
	key: string;
	abbreviation_bg: string;
	abbreviation_en: string | null;
	name_bg: string;
	name_en: string | null;
	kind: string;
	sort: number;
	/** Null: a national act. */
	municipality_id: Generated<string | null>;
	valid_from: Generated<string | null>;
	valid_to: Generated<string | null>;
	revision: Generated<number>;
}

export interface ProvisionTable {
	id: string;
	act_key: string;
	paragraph: Generated<string>;
	article: Generated<string>;
	sub_paragraph: Generated<string>;
	point: Generated<string>;
	letter: Generated<string>;
	valid_from: Generated<string | null>;
	valid_to: Generated<string | null>;
	revision: Generated<number>;
}

export interface PowerTable {
	key: string;
	text_bg: string;
	text_en: string | null;
	policy_area: string;
	provision_id: string;
	valid_from: string;
	valid_to: string | null;
	sort: number;
}

export interface ParameterTable {
	id: string;
	key: string;
	municipality_id: string | null;
	number_value: number | null;
	text_value: string | null;
	unit: string;
	valid_from: string;
	valid_to: string | null;
	citation: string;
	note: string | null;
}

export interface CalendarExceptionTable {
	day: string;
	kind: 'off' | 'working';
	citation: string;
}
