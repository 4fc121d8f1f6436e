import {
	nameOfCategory,
	nameOfFunctionKind,
	nameOfFunding,
	nameOfPart,
	nameOfRelation,
	nameOfRole,
	nameOfUnitKind,
	nameOfVerification,
} from '#lib/i18n/names.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import {
	ADMINISTRATION_PARTS,
	EMPLOYMENT_RELATIONS,
	FUNCTION_KINDS,
	FUNDING_SOURCES,
	PARTICIPATION_ROLES,
	POST_CATEGORIES,
	UNIT_KINDS,
} from '#lib/domain/org/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** One field of a change: its name, what it was and what it became. */
export interface ChangeLine {
	readonly label: string;
	readonly from: string;
	readonly to: string;
}

/** The fields in which two states of a thing differ, named and written as a person reads them. */
export function changeLines(before: unknown, after: unknown): readonly ChangeLine[] {
	const [from, to] = [flat(before), flat(after)];
	const fields = [...new Set([...from.keys(), ...to.keys()])].filter((field) => !HIDDEN.has(field));
	return fields
		.filter((field) => from.get(field) !== to.get(field))
		.map((field) => ({
			label: labelOf(field),
			from: written(from.get(field)),
			to: written(to.get(field)),
		}));
}

type Leaf = string | number | boolean | null;

const HIDDEN: ReadonlySet<string> = new Set(['key', 'functionKey']);

/** Nested fields by their path, „name.bg“; lists as one text. */
function flat(value: unknown, path = ''): ReadonlyMap<string, Leaf> {
	if (value === null || value === undefined) return new Map();
	if (typeof value !== 'object' || Array.isArray(value)) return new Map([[path, leaf(value)]]);
	return new Map(
		Object.entries(value).flatMap(([name, part]): readonly (readonly [string, Leaf])[] => {
			const below = path === '' ? name : `${path}.${name}`;
			return part === null ? [[below, null]] : [...flat(part, below)];
		}),
	);
}

function leaf(value: unknown): Leaf {
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	return Array.isArray(value) && value.length === 0 ? null : JSON.stringify(value);
}

function labelOf(field: string): string {
	const labels: Readonly<Record<string, () => string>> = {
		'name.bg': m.structure_field_name_bg,
		'name.en': m.structure_field_name_en,
		'title.bg': m.structure_field_title_bg,
		'title.en': m.structure_field_title_en,
		'text.bg': m.functions_field_text_bg,
		'text.en': m.functions_field_text_en,
		kind: m.structure_field_kind,
		part: m.structure_field_part,
		parentKey: m.structure_field_parent,
		unitKey: m.structure_field_unit,
		postKey: m.structure_field_post,
		sort: m.structure_field_sort,
		note: m.structure_field_note,
		approved: m.structure_field_approved,
		occupied: m.structure_field_occupied,
		category: m.structure_field_category,
		relation: m.structure_field_relation,
		funding: m.structure_field_funding,
		isHead: m.structure_field_head,
		annualCost: m.structure_field_cost,
		policyArea: m.functions_field_area,
		generalCategory: m.functions_field_category,
		territory: m.functions_field_territory,
		bases: m.functions_field_bases,
		powers: m.functions_field_powers,
		participations: m.functions_participants,
		role: m.functions_field_role,
		share: m.functions_field_share,
		'unitOfMeasure.bg': m.imports_field_measure,
		annualVolume: m.imports_field_volume,
		'minutes.low': m.imports_field_minutes_low,
		'minutes.usual': m.imports_field_minutes_usual,
		'minutes.high': m.imports_field_minutes_high,
		method: m.imports_field_method,
		dataYear: m.imports_field_data_year,
		source: m.structure_field_source,
		sex: m.imports_field_sex,
		occupancy: m.imports_field_occupancy,
		startedOn: m.imports_field_started_on,
		competencyKey: m.imports_field_competency,
		level: m.imports_field_level,
		'origin.source': m.structure_field_source,
		'origin.asOf': m.structure_field_as_of,
		'origin.verification': m.structure_field_verification,
	};
	return labels[field]?.() ?? field;
}

function written(value: Leaf | undefined): string {
	if (value === undefined || value === null || value === '') return '—';
	if (typeof value === 'boolean') return value ? m.common_yes() : m.common_no();
	if (typeof value === 'number') return formatNumber(value, { digits: 2 });
	return CODES.get(value)?.() ?? value;
}

const CODES: ReadonlyMap<string, () => string> = new Map([
	...UNIT_KINDS.map((code) => [code, () => nameOfUnitKind(code)] as const),
	...ADMINISTRATION_PARTS.map((code) => [code, () => nameOfPart(code)] as const),
	...POST_CATEGORIES.map((code) => [code, () => nameOfCategory(code)] as const),
	...EMPLOYMENT_RELATIONS.map((code) => [code, () => nameOfRelation(code)] as const),
	...FUNDING_SOURCES.map((code) => [code, () => nameOfFunding(code)] as const),
	...FUNCTION_KINDS.map((code) => [code, () => nameOfFunctionKind(code)] as const),
	...PARTICIPATION_ROLES.map((code) => [code, () => nameOfRole(code)] as const),
	...(['verified', 'reconstructed'] as const).map((code) => [code, () => nameOfVerification(code)] as const),
]);
