import type { Generated } from 'kysely';

/** Files on their way in and what each import changed. Row types as stored; they never leave `db` and `queries`. */

export interface ImportBatchTable {
	id: string;
	municipality_id: string;
	file_name: string;
	file_hash: string;
	file_size: number;
	state: 'reading' | 'refused' | 'open' | 'applied' | 'undone';
	refusal: string | null;
	format: 'workbook' | 'text' | null;
	notes: Generated<string>;
	layout: string | null;
	mode: Generated<'merge' | 'close' | 'replace'>;
	version_id: string | null;
	import_run_id: string | null;
	revision: Generated<number>;
	created_at: string;
	created_by: string;
}

export interface ImportFileTable {
	import_batch_id: string;
	content: Uint8Array;
}

export interface ImportSheetTable {
	import_batch_id: string;
	position: number;
	content: string;
	choices: string;
}

export interface ImportMapTable {
	id: string;
	municipality_id: string;
	kind: string;
	signature: string;
	columns: string;
	whole: Generated<string>;
	name: string | null;
	updated_at: string;
}

export interface ImportChangeTable {
	import_run_id: string;
	position: number;
	entity:
		| 'unit'
		| 'post'
		| 'function'
		| 'participation'
		| 'activity'
		| 'employee'
		| 'requirement'
		| 'training-plan'
		| 'plan-item';
	entity_key: string;
	before: string | null;
	after: string | null;
}

export interface ImportRowTable {
	import_run_id: string;
	position: number;
	sheet: string;
	row_number: number;
	outcome: 'corrected' | 'skipped';
	reason: string | null;
	detail: string;
}
