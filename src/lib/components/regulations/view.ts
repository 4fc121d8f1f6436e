import type { DecisionProblem, LeftOutReason, ReviewState } from '#lib/domain/regulations/index.ts';
import { m } from '#lib/paraglide/messages.js';

const STATES: Readonly<Record<ReviewState, () => string>> = {
	open: m.regulation_state_candidate_open,
	accepted: m.regulation_state_candidate_accepted,
	skipped: m.regulation_state_candidate_skipped,
};

export function nameOfReviewState(state: ReviewState): string {
	return STATES[state]();
}

const PROBLEMS: Readonly<Record<DecisionProblem['code'], () => string>> = {
	'regulations/no-unit': m.regulation_problem_no_unit,
	'regulations/no-area': m.regulation_problem_no_area,
	'regulations/wording': m.regulation_problem_wording,
	'regulations/twice': m.regulation_problem_twice,
};

export function textOfProblem(code: DecisionProblem['code']): string {
	return PROBLEMS[code]();
}

const REASONS: Readonly<Record<LeftOutReason, () => string>> = {
	'not-announced': m.regulation_left_not_announced,
	sentence: m.regulation_left_sentence,
	'other-list': m.regulation_left_other_list,
	organ: m.regulation_left_organ,
	repealed: m.regulation_left_repealed,
};

/** Why a part of the text gives no function. */
export function textOfLeftOut(reason: LeftOutReason): string {
	return REASONS[reason]();
}

const NOTES: Readonly<Record<string, (count: { count: number }) => string>> = {
	'document/tables': m.regulation_note_tables,
	'document/macros': () => m.regulation_note_macros(),
	'document/deleted-text': m.regulation_note_deleted,
	'document/text-boxes': m.regulation_note_boxes,
};

export function textOfNote({ code, count }: { readonly code: string; readonly count: number }): string {
	return NOTES[code]?.({ count }) ?? '';
}

const UNREADABLE: Readonly<Record<string, () => string>> = {
	'file/empty': m.imports_refusal_empty,
	'file/too-large': m.imports_refusal_too_large,
	'file/old-excel': m.regulation_refused_old,
	'file/unknown-format': m.regulation_refused_unknown,
	'file/too-many-cells': m.regulation_refused_long,
	'file/no-table': m.regulation_refused_no_text,
	'file/encrypted': m.imports_refusal_encrypted,
	'file/bomb': m.imports_refusal_bomb,
	'file/too-slow': m.regulation_refused_slow,
	'file/out-of-memory': m.imports_refusal_out_of_memory,
};

/** Why a document could not be read, in a sentence. */
export function textOfUnreadable(code: string): string {
	return (UNREADABLE[code] ?? m.regulation_refused_damaged)();
}

/** Address of the review with a function looked at. */
export function atPart(base: string, node: number): string {
	return `${base}?at=${node}#part-${node}`;
}
