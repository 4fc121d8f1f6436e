import type { Generated } from 'kysely';

/** Texts of organisational rules, what was decided about them, and the register of provisions. Row types as stored. */

export interface RegulationTextTable {
	id: string;
	municipality_id: string;
	title: string;
	act_key: string | null;
	file_name: string | null;
	content: string;
	/** Numbers of the statements that were found in it; null for a text brought before they were kept. */
	stated: string | null;
	notes: string;
	state: Generated<'open' | 'applied' | 'undone'>;
	version_id: string | null;
	import_run_id: string | null;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface RegulationDecisionTable {
	regulation_text_id: string;
	node: number;
	outcome: 'accepted' | 'skipped';
	wording: string;
	unit_key: string | null;
	kind: string;
	policy_area: string | null;
	revision: Generated<number>;
	decided_at: string;
	decided_by: string;
}

export interface ProvisionWordingTable {
	id: string;
	provision_id: string;
	wording: string;
	valid_from: string | null;
	valid_to: string | null;
	created_at: string;
	created_by: string;
}

export interface BasisMarkTable {
	id: string;
	municipality_id: string;
	function_key: string;
	provision_id: string;
	change: 'changed' | 'ended';
	since: string;
	made_at: string;
	made_by: string;
	settled_at: string | null;
	settled_by: string | null;
}
