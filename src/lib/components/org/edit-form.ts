import type {
	FieldClash,
	FunctionRefusal,
	ParticipationRefusal,
	PostRefusal,
	ReversalRefusal,
	Sides,
	UnitRefusal,
	Uses,
} from '#lib/domain/org/index.ts';
import { formatHeadcount, formatNumber } from '#lib/i18n/format.ts';
import { issueText } from '#lib/i18n/issues.ts';
import { m } from '#lib/paraglide/messages.js';

export type EditRefusal =
	| UnitRefusal
	| PostRefusal
	| FunctionRefusal
	| ParticipationRefusal
	| (Pick<ReversalRefusal, 'code'> & { readonly field: string });

/** A change in the trail, as the page gets it. */
export interface TrailEntry {
	readonly id: string;
	readonly at: string;
	readonly actor: { readonly name: string };
	readonly action: string;
	readonly before: unknown;
	readonly after: unknown;
}

/** What an edit action answers when it could not save. */
export interface EditForm {
	readonly issues: Readonly<Record<string, { readonly code: string; readonly limit?: number }>>;
	readonly values: Readonly<Record<string, string>>;
	readonly refusals: readonly { readonly code: string; readonly field: string }[];
	/** Set when somebody else was quicker. */
	readonly stale: TrailEntry | null;
	readonly isStale: boolean;
	readonly isFrozen: boolean;
	/** Set when both changed the same field: the two values of each, to choose from. */
	readonly conflict: EditConflict | null;
}

/** What every form of the structure gets; `Group` names the parts that can be edited in place. */
export interface EditFrameProps<Group extends string> {
	/** What the fields hold at first. */
	readonly initial: Readonly<Record<string, string>>;
	readonly form: EditForm | null | undefined;
	/** Revision that the person sees; 0 for a new thing. */
	readonly revision: number;
	readonly submit: string;
	readonly cancelHref: string;
	/** The one part that is edited in place; the whole thing when absent. */
	readonly only?: Group | undefined;
}

export interface EditConflict {
	/** Revision that is stored now. */
	readonly revision: number;
	readonly sides: Sides;
	readonly clashes: readonly FieldClash[];
	/** The action that saves the choice. */
	readonly action: 'save' | 'participate' | 'activity';
}

export interface FieldProblem {
	readonly field: string;
	/** Name of the field, for the summary above the form. */
	readonly label: string;
	readonly text: string;
}

/** Everything that is wrong, at its field; a problem of the whole form has an empty field. */
export function problemsOf(form: EditForm | null | undefined): readonly FieldProblem[] {
	if (!form) return [];
	const issues = Object.entries(form.issues).map(([field, issue]) => ({
		field: field === 'form' ? '' : field,
		label: labelOfField(field),
		text: issueText(issue, { 'not-a-reference': m.structure_refusal_reference }) ?? '',
	}));
	// The domain's refusals travel through the form answer as they are.
	const refusals = form.refusals.map((refusal) => ({
		field: WHOLE_FORM.has(refusal.field) ? '' : refusal.field,
		label: labelOfField(refusal.field),
		text: refusalText(refusal as EditRefusal),
	}));
	return [...issues, ...refusals];
}

/** What to say at one field. */
export function problemAt(problems: readonly FieldProblem[], field: string): string | undefined {
	return problems.find((problem) => problem.field === field)?.text;
}

/** The name of a field of a form. */
export function labelOfField(field: string): string {
	const labels: Readonly<Record<string, () => string>> = {
		nameBg: m.structure_field_name_bg,
		nameEn: m.structure_field_name_en,
		titleBg: m.structure_field_title_bg,
		titleEn: m.structure_field_title_en,
		textBg: m.functions_field_text_bg,
		textEn: m.functions_field_text_en,
		parentKey: m.structure_field_parent,
		unitKey: m.structure_field_unit,
		postKey: m.structure_field_post,
		sort: m.structure_field_sort,
		note: m.structure_field_note,
		approved: m.structure_field_approved,
		occupied: m.structure_field_occupied,
		annualCost: m.structure_field_cost,
		occupation: m.structure_field_occupation,
		policyArea: m.functions_field_area,
		generalCategory: m.functions_field_category,
		territory: m.functions_field_territory,
		kind: m.structure_field_kind,
		part: m.structure_field_part,
		category: m.structure_field_category,
		relation: m.structure_field_relation,
		funding: m.structure_field_funding,
		isHead: m.structure_field_head,
		accountable: m.functions_accountable,
		name: m.workload_activity_name,
		measure: m.workload_activity_measure,
		volume: m.imports_field_volume,
		low: m.imports_field_minutes_low,
		usual: m.imports_field_minutes_usual,
		high: m.imports_field_minutes_high,
		method: m.imports_field_method,
		year: m.imports_field_data_year,
		bases: m.functions_field_bases,
		powers: m.functions_field_powers,
		role: m.functions_field_role,
		share: m.functions_field_share,
		source: m.structure_field_source,
		asOf: m.structure_field_as_of,
		verification: m.structure_field_verification,
	};
	const isPlace = /^(act|place)\d+$/.test(field);
	return isPlace ? m.functions_field_bases() : (labels[field]?.() ?? '');
}

const WHOLE_FORM: ReadonlySet<string> = new Set(['unit', 'post', 'function', 'form']);

/** The refusal in a sentence. */
export function refusalText(refusal: EditRefusal): string {
	switch (refusal.code) {
		case 'org/text-empty':
			return m.common_issue_required();
		case 'org/text-too-long':
			return m.common_issue_too_long({ limit: refusal.max });
		case 'org/cycle':
			return m.structure_refusal_cycle();
		case 'org/headcount-range':
			return m.structure_refusal_headcount_range({ max: refusal.max });
		case 'org/headcount-step':
			return m.structure_refusal_headcount_step({ step: formatNumber(refusal.step, { digits: 2 }) });
		case 'org/occupied-above-approved':
			return m.structure_refusal_occupied({ approved: formatHeadcount(refusal.approved) });
		case 'org/cost-range':
			return m.structure_refusal_cost();
		case 'legal/occupation-digits':
			return m.structure_refusal_occupation_digits();
		case 'legal/occupation-group':
			return m.structure_refusal_occupation_group({ group: refusal.given.trim().slice(0, 4) });
		case 'org/unit-in-use':
		case 'org/post-in-use':
		case 'org/function-in-use':
			return m.structure_refusal_in_use({ uses: usesText(refusal.uses) });
		case 'org/basis-twice':
			return m.structure_refusal_basis_twice();
		case 'org/category-needs-support':
			return m.structure_refusal_category();
		case 'org/second-accountable':
			return m.structure_refusal_second_accountable();
		case 'org/share-range':
			return m.structure_refusal_share();
		case 'org/post-of-other-unit':
			return m.structure_refusal_post_of_other_unit();
		case 'org/changed-since':
			return m.structure_history_too_late();
		case 'org/still-used':
			return m.history_still_used();
		case 'org/place-gone':
			return m.history_place_gone();
		default:
			return m.structure_refusal_not_there();
	}
}

/** „2 подчинени звена, 3 длъжности“. */
export function usesText(uses: Uses): string {
	const parts: readonly (readonly [number, string])[] = [
		[uses.units, m.structure_uses_units({ count: uses.units })],
		[uses.posts, m.structure_uses_posts({ count: uses.posts })],
		[uses.participations, m.structure_uses_participations({ count: uses.participations })],
		[uses.activities, m.structure_uses_activities({ count: uses.activities })],
		[uses.allowances, m.structure_uses_allowances({ count: uses.allowances })],
		[uses.employees, m.structure_uses_employees({ count: uses.employees })],
		[uses.evidence, m.structure_uses_evidence({ count: uses.evidence })],
	];
	return parts
		.filter(([count]) => count > 0)
		.map(([, text]) => text)
		.join(', ');
}
