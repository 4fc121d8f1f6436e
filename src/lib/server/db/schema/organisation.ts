import type { Generated } from 'kysely';

/** Municipalities, structure versions and what belongs to one version. Row types as stored; they never leave `db` and `queries`. */
export interface MunicipalityTable {
	id: string;
	slug: string;
	name_bg: string;
	name_en: string | null;
	oblast_bg: string;
	oblast_en: string | null;
	population: number | null;
	population_as_of: string | null;
	budget_cents: number | null;
	budget_as_of: string | null;
	created_at: string;
	revision: Generated<number>;
}

export interface SettlementTable {
	id: string;
	municipality_id: string;
	name_bg: string;
	name_en: string | null;
	kind: 'town' | 'village';
	status: 'centre' | 'mayoralty' | 'mayoral-office' | 'none';
	ekatte: string | null;
	population: number | null;
	verification: 'verified' | 'reconstructed';
	source: string;
	as_of: string | null;
	revision: Generated<number>;
}

export interface StructureVersionTable {
	id: string;
	municipality_id: string;
	label_bg: string;
	label_en: string | null;
	status: 'working' | 'frozen';
	valid_from: string;
	valid_to: string | null;
	based_on_id: string | null;
	content_hash: string | null;
	revision: Generated<number>;
	verification: 'verified' | 'reconstructed';
	source: string;
	as_of: string | null;
	created_at: string;
	created_by: string;
}

export interface OrgUnitTable {
	id: string;
	version_id: string;
	key: string;
	parent_key: string | null;
	name_bg: string;
	name_en: string | null;
	folded: string;
	kind:
		| 'mayor'
		| 'deputy-mayors'
		| 'secretary'
		| 'office'
		| 'audit-unit'
		| 'directorate'
		| 'department'
		| 'sector'
		| 'mayoralty'
		| 'mayoral-office'
		| 'group'
		| 'social-service'
		| 'cultural-institute'
		| 'municipal-enterprise';
	part: 'direct' | 'general' | 'specialised' | 'territorial' | 'outside';
	sort: number;
	note: string | null;
	verification: 'verified' | 'reconstructed';
	source: string;
	as_of: string | null;
	revision: Generated<number>;
}

export interface PostTable {
	id: string;
	version_id: string;
	key: string;
	unit_key: string;
	title_bg: string;
	title_en: string | null;
	folded: string;
	approved: number;
	occupied: number;
	category: 'elected' | 'managerial' | 'expert' | 'technical';
	relation: 'elected' | 'appointed' | 'civil-service' | 'labour';
	funding: 'delegated' | 'local' | 'co-financed';
	is_head: 0 | 1;
	annual_cost_cents: number | null;
	occupation_code: string | null;
	note: string | null;
	sort: number;
	verification: 'verified' | 'reconstructed';
	source: string;
	as_of: string | null;
	revision: Generated<number>;
}

export interface AdminFunctionTable {
	id: string;
	version_id: string;
	key: string;
	text_bg: string;
	text_en: string | null;
	folded: string;
	kind: 'policy' | 'regulation' | 'service' | 'coordination' | 'control' | 'support';
	policy_area: string;
	general_category: string | null;
	territory: string | null;
	sort: number;
	verification: 'verified' | 'reconstructed';
	source: string;
	as_of: string | null;
	revision: Generated<number>;
}

export interface FunctionBasisTable {
	function_id: string;
	provision_id: string;
	sort: number;
}

export interface FunctionPowerTable {
	function_id: string;
	power_key: string;
}

export interface ParticipationTable {
	id: string;
	version_id: string;
	function_key: string;
	unit_key: string;
	post_key: string | null;
	role: 'accountable' | 'participates' | 'consulted' | 'informed';
	share: number | null;
	sort: number;
}

export interface ActivityTable {
	id: string;
	version_id: string;
	key: string;
	function_key: string;
	unit_key: string;
	post_key: string | null;
	name_bg: string;
	name_en: string | null;
	unit_of_measure_bg: string;
	unit_of_measure_en: string | null;
	annual_volume: number | null;
	/** Twelve numbers as JSON, January first. */
	months: string | null;
	minutes_low: number | null;
	minutes_usual: number | null;
	minutes_high: number | null;
	method: 'register' | 'estimate' | 'survey' | 'sampling' | 'sample-data';
	data_year: number;
	source: string;
	sort: number;
	revision: Generated<number>;
}

export interface WorkloadAllowanceTable {
	id: string;
	version_id: string;
	unit_key: string;
	kind: 'category' | 'individual';
	name_bg: string;
	name_en: string | null;
	hours_per_year: number | null;
	share: number | null;
	staff: number | null;
	source: string;
	sort: number;
	revision: Generated<number>;
}

/** A row of the photo of a working day; times are minutes since midnight. */
export interface WorkDayEntryTable {
	id: string;
	version_id: string;
	post_key: string;
	day: string;
	starts: number;
	ends: number;
	activity: string;
	function_key: string | null;
	kind: 'productive' | 'preparatory' | 'rest' | 'idle';
	planned: 0 | 1;
	interruption: 0 | 1;
	created_at: string;
	created_by: string;
}

export interface AllocationTable {
	id: string;
	version_id: string;
	post_key: string;
	function_key: string;
	share: number;
	source: string;
	/** Least and greatest of the answers behind the share; null where it comes from one measurement. */
	share_low: number | null;
	share_high: number | null;
	respondents: number | null;
	/** Hours that the people of the post work ÷ the hours of their posts; null where nobody was asked. */
	load: number | null;
	campaign_id: string | null;
	/** Occupied posts when the survey was applied; null counts those of the version. */
	occupied: number | null;
	/** The sum that is shown whole or not at all, and how many rows are in it; null is never shown to all. */
	cell: string | null;
	cell_size: number | null;
}
