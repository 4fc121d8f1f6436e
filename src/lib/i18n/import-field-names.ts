import type { FieldKey } from '#lib/domain/imports/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameOfMonth } from './format.ts';

const MONTHS = {
	month1: () => nameOfMonth(1),
	month2: () => nameOfMonth(2),
	month3: () => nameOfMonth(3),
	month4: () => nameOfMonth(4),
	month5: () => nameOfMonth(5),
	month6: () => nameOfMonth(6),
	month7: () => nameOfMonth(7),
	month8: () => nameOfMonth(8),
	month9: () => nameOfMonth(9),
	month10: () => nameOfMonth(10),
	month11: () => nameOfMonth(11),
	month12: () => nameOfMonth(12),
};

const FIELDS: Readonly<Record<FieldKey, () => string>> = {
	key: () => m.imports_field_key(),
	unit: () => m.imports_field_unit(),
	parent: () => m.imports_field_parent(),
	unitKind: () => m.imports_field_unit_kind(),
	part: () => m.imports_field_part(),
	title: () => m.imports_field_title(),
	approved: () => m.imports_field_approved(),
	occupied: () => m.imports_field_occupied(),
	vacant: () => m.imports_field_vacant(),
	category: () => m.imports_field_category(),
	relation: () => m.imports_field_relation(),
	funding: () => m.imports_field_funding(),
	isHead: () => m.imports_field_is_head(),
	annualCost: () => m.imports_field_annual_cost(),
	note: () => m.imports_field_note(),
	text: () => m.imports_field_text(),
	functionKind: () => m.imports_field_function_kind(),
	policyArea: () => m.imports_field_policy_area(),
	basis: () => m.imports_field_basis(),
	territory: () => m.imports_field_territory(),
	function: () => m.imports_field_function(),
	post: () => m.imports_field_post(),
	role: () => m.imports_field_role(),
	share: () => m.imports_field_share(),
	activity: () => m.imports_field_activity(),
	measure: () => m.imports_field_measure(),
	volume: () => m.imports_field_volume(),
	...MONTHS,
	minutesLow: () => m.imports_field_minutes_low(),
	minutesUsual: () => m.imports_field_minutes_usual(),
	minutesHigh: () => m.imports_field_minutes_high(),
	method: () => m.imports_field_method(),
	dataYear: () => m.imports_field_data_year(),
	source: () => m.imports_field_source(),
	person: () => m.imports_field_person(),
	sex: () => m.imports_field_sex(),
	occupancy: () => m.imports_field_occupancy(),
	startedOn: () => m.imports_field_started_on(),
	competency: () => m.imports_field_competency(),
	level: () => m.imports_field_level(),
};

export function nameOfImportField(field: FieldKey): string {
	return FIELDS[field]();
}
