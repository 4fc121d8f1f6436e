import { WHOLE_SHEET } from '#lib/domain/imports/whole-sheet.ts';
import type {
	CellProblem,
	FieldKey,
	FileNote,
	FileRefusalCode,
	ImportEntity,
	ProblemCode,
	RowRole,
	SheetKind,
	SkipReason,
} from '#lib/domain/imports/index.ts';
import type { PlanItemKind, PlanItemState, Quarter, TrainingFunding } from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatNumber } from './format.ts';
import {
	nameOfCategory,
	nameOfFunctionKind,
	nameOfFunding,
	nameOfMethod,
	nameOfPart,
	nameOfRelation,
	nameOfRole,
	nameOfUnitKind,
} from './names.ts';
import { nameOfItemKind, nameOfItemState, nameOfQuarter, nameOfTrainingFunding } from './training-names.ts';

const KINDS: Readonly<Record<SheetKind, () => string>> = {
	units: () => m.imports_kind_units(),
	staffing: () => m.imports_kind_staffing(),
	functions: () => m.imports_kind_functions(),
	participations: () => m.imports_kind_participations(),
	activities: () => m.imports_kind_activities(),
	employees: () => m.imports_kind_employees(),
	requirements: () => m.imports_kind_requirements(),
	training: () => m.imports_kind_training(),
};

export function nameOfSheetKind(kind: SheetKind | null): string {
	return kind === null ? m.imports_kind_none() : KINDS[kind]();
}

const ENTITIES: Readonly<Record<ImportEntity, () => string>> = {
	unit: () => m.imports_entity_unit(),
	post: () => m.imports_entity_post(),
	function: () => m.imports_entity_function(),
	participation: () => m.imports_entity_participation(),
	activity: () => m.imports_entity_activity(),
	employee: () => m.imports_entity_employee(),
	requirement: () => m.imports_entity_requirement(),
	'training-plan': () => m.imports_entity_training_plan(),
	'plan-item': () => m.imports_entity_plan_item(),
};

export function nameOfImportEntity(entity: ImportEntity): string {
	return ENTITIES[entity]();
}

const ROLES: Readonly<Record<RowRole, () => string>> = {
	data: () => m.imports_role_data(),
	section: () => m.imports_role_section(),
	total: () => m.imports_role_total(),
	part: () => m.imports_role_part(),
	numbering: () => m.imports_role_numbering(),
	repeated: () => m.imports_role_repeated(),
	note: () => m.imports_role_note(),
};

export function nameOfRowRole(role: RowRole | 'above' | 'header'): string {
	if (role === 'above') return m.imports_role_above();
	return role === 'header' ? m.imports_role_header() : ROLES[role]();
}

const REASONS: Readonly<Record<SkipReason, () => string>> = {
	section: () => m.imports_reason_section(),
	total: () => m.imports_reason_total(),
	part: () => m.imports_reason_part(),
	numbering: () => m.imports_reason_numbering(),
	repeated: () => m.imports_reason_repeated(),
	note: () => m.imports_reason_note(),
	hidden: () => m.imports_reason_hidden(),
	'left-out': () => m.imports_reason_left_out(),
	errors: () => m.imports_reason_errors(),
	'not-allowed': () => m.imports_reason_not_allowed(),
};

export function nameOfSkipReason(reason: SkipReason): string {
	return REASONS[reason]();
}

const REFUSALS: Readonly<Record<FileRefusalCode, () => string>> = {
	'file/empty': () => m.imports_refusal_empty(),
	'file/too-large': () => m.imports_refusal_too_large(),
	'file/unknown-format': () => m.imports_refusal_unknown_format(),
	'file/not-a-workbook': () => m.imports_refusal_not_a_workbook(),
	'file/old-excel': () => m.imports_refusal_old_excel(),
	'file/encrypted': () => m.imports_refusal_encrypted(),
	'file/damaged': () => m.imports_refusal_damaged(),
	'file/bomb': () => m.imports_refusal_bomb(),
	'file/too-many-cells': () => m.imports_refusal_too_many_cells(),
	'file/no-table': () => m.imports_refusal_no_table(),
	'file/too-slow': () => m.imports_refusal_too_slow(),
	'file/out-of-memory': () => m.imports_refusal_out_of_memory(),
	'file/cancelled': () => m.imports_refusal_cancelled(),
	'file/interrupted': () => m.imports_refusal_interrupted(),
	'file/expired': () => m.imports_refusal_expired(),
};

export function textOfFileRefusal(code: FileRefusalCode): string {
	return REFUSALS[code]();
}

const NOTES: Readonly<Record<FileNote['code'], (note: { count: number }) => string>> = {
	'file/macros': () => m.imports_note_macros(),
	'file/external-links': (note) => m.imports_note_external_links(note),
	'file/formulas': (note) => m.imports_note_formulas(note),
	'file/formula-errors': (note) => m.imports_note_formula_errors(note),
	'file/defined-names': (note) => m.imports_note_defined_names(note),
	'file/hidden-sheets': (note) => m.imports_note_hidden_sheets(note),
	'file/hidden-rows': (note) => m.imports_note_hidden_rows(note),
	'file/hidden-columns': (note) => m.imports_note_hidden_columns(note),
	'file/merged': (note) => m.imports_note_merged(note),
	'file/too-wide': (note) => m.imports_note_too_wide(note),
};

export function textOfFileNote({ code, count }: FileNote): string {
	return NOTES[code]({ count });
}

type Explained = Pick<CellProblem, 'field' | 'given' | 'suggestion'> & { readonly detail: string };

const PROBLEMS: Readonly<Record<ProblemCode, (problem: Explained) => string>> = {
	'imports/required': () => m.imports_problem_required(),
	'imports/not-a-number': ({ given, suggestion }) =>
		suggestion === undefined
			? m.imports_problem_not_a_number({ given })
			: m.imports_problem_letters_in_number({ given }),
	'imports/not-a-date': ({ given }) => m.imports_problem_not_a_date({ given }),
	'imports/not-a-choice': ({ given }) => m.imports_problem_not_a_choice({ given }),
	'imports/competency-retired': () => m.dictionary_refusal_retired(),
	'imports/unit-unknown': ({ given, detail }) => m.imports_problem_unit_unknown({ name: detail || given }),
	'imports/function-unknown': () => m.imports_problem_function_unknown(),
	'imports/post-unknown': ({ given }) => m.imports_problem_post_unknown({ given }),
	'imports/too-long': ({ detail }) => m.imports_problem_too_long({ max: detail }),
	'imports/formula-error': ({ given }) => m.imports_problem_formula_error({ given }),
	'imports/headcount': () => m.imports_problem_headcount(),
	'imports/occupied-above-approved': ({ detail }) =>
		m.imports_problem_occupied_above({ approved: comma(detail) }),
	'imports/vacant-differs': ({ given, detail }) =>
		m.imports_problem_vacant_differs({ given, count: comma(detail) }),
	'imports/out-of-range': ({ given }) => m.imports_problem_out_of_range({ given }),
	'imports/minutes-order': () => m.imports_problem_minutes_order(),
	'imports/months-incomplete': () => m.imports_problem_months_incomplete(),
	'imports/months-sum': ({ detail }) => m.imports_problem_months_sum({ sum: comma(detail) }),
	'imports/twice': () => m.imports_problem_twice(),
	'imports/cycle': () => m.imports_problem_cycle(),
	'imports/second-owner': ({ detail }) => m.imports_problem_second_owner({ name: detail }),
	'imports/no-owner': () => m.imports_problem_no_owner(),
	'imports/owner-differs': ({ detail }) => m.imports_problem_owner_differs({ name: detail }),
	'imports/basis-unread': ({ detail }) => m.imports_problem_basis_unread({ text: detail }),
	'imports/foreign-letters': () => m.imports_problem_foreign_letters(),
	'imports/abbreviation': () => m.imports_problem_abbreviation(),
	'imports/parent-assumed': ({ given, detail }) =>
		m.imports_problem_parent_assumed({ unit: given, name: detail }),
	'imports/part-assumed': ({ given, detail }) =>
		m.imports_problem_part_assumed({ unit: given, part: nameOfAssumed('part', detail) }),
	'imports/near-title': ({ suggestion }) => m.imports_problem_near_title({ title: suggestion ?? '' }),
	'imports/past-year': ({ detail }) => m.imports_problem_past_year({ year: detail }),
	'imports/plan-closed': ({ detail }) => m.imports_problem_plan_closed({ year: detail }),
	'imports/other-year': () => m.imports_problem_other_year(),
	'imports/price-in-leva': () => m.imports_problem_price_in_leva(),
	'imports/seats-below-people': ({ detail }) => m.imports_problem_seats_below_people({ people: detail }),
	'imports/salary-only': ({ detail }) =>
		detail === ''
			? m.imports_problem_salaries_only()
			: m.imports_problem_salary_only({ year: comma(detail) }),
	'imports/salary-kept': ({ detail }) => m.imports_problem_salary_kept({ year: comma(detail) }),
	'imports/occupation-unread': ({ detail }) => m.imports_problem_occupation_unread({ text: detail }),
	'imports/unit-refused': ({ detail }) => m.imports_problem_unit_refused({ row: detail }),
	'imports/line-held': () => m.imports_problem_line_held(),
	'imports/assumed': ({ field, detail }) =>
		m.imports_problem_assumed({ value: nameOfAssumed(field, detail) }),
};

/** What is wrong in a cell, in a sentence. */
export function textOfProblem({ code, detail = '', ...problem }: CellProblem): string {
	return PROBLEMS[code]({ ...problem, detail });
}

/** A code that an import concluded, as people call it; a number or a text as it is. */
function nameOfAssumed(field: FieldKey, code: string): string {
	if (field === 'dataYear' || field === 'planYear') return code;
	return nameOfCode(field, code) ?? comma(code);
}

const CODES: Readonly<Partial<Record<FieldKey, (code: never) => string>>> = {
	unitKind: nameOfUnitKind,
	part: nameOfPart,
	filled: (code: 'occupied' | 'vacant') =>
		code === 'vacant' ? m.imports_filled_vacant() : m.imports_filled_occupied(),
	category: nameOfCategory,
	relation: nameOfRelation,
	funding: nameOfFunding,
	functionKind: nameOfFunctionKind,
	role: nameOfRole,
	method: nameOfMethod,
	sex: nameOfSex,
	itemKind: (code: PlanItemKind) => nameOfItemKind(code),
	trainingFunding: (code: TrainingFunding) => nameOfTrainingFunding(code),
	itemState: (code: PlanItemState) => nameOfItemState(code),
	quarter: (code: '1' | '2' | '3' | '4') => nameOfQuarter(Number(code) as Quarter),
};

/** What a code of a field is called; undefined for a field without codes. */
export function nameOfCode(field: FieldKey, code: string): string | undefined {
	// Only codes of the field's own list are asked for.
	return CODES[field]?.(code as never);
}

/** The cell that a value came from; what stands for it where there is none. */
export function nameOfSource(cell: string | null): string {
	if (cell === null) return m.imports_where_assumed();
	return cell === WHOLE_SHEET ? m.imports_where_whole() : cell;
}

export function nameOfSex(code: 'female' | 'male'): string {
	return code === 'female' ? m.imports_sex_female() : m.imports_sex_male();
}

/** A number as the page writes numbers; any other text as it is. */
function comma(text: string): string {
	return /^\d+(\.\d+)?$/.test(text) && text.length < 9 ? formatNumber(Number(text), { digits: 2 }) : text;
}
