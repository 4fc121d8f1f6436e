import type { FunctionKind, LocalText } from '#lib/domain/org/index.ts';
import { m } from '#lib/paraglide/messages.js';

export type ReviewState = 'open' | 'accepted' | 'skipped';
type Match = 'matched' | 'near' | 'unmatched';
type ProblemCode =
	'regulations/no-unit' | 'regulations/no-area' | 'regulations/wording' | 'regulations/twice';

export interface Part {
	readonly node: number;
	readonly kind: string;
	readonly anchor: string;
	readonly depth: number;
	readonly mark: string;
	readonly body: string;
	readonly page: number | null;
	readonly state: ReviewState | null;
}

export interface Group {
	readonly ownerText: string;
	readonly match: Match;
	readonly unit: LocalText | null;
	readonly ready: number;
	readonly items: readonly {
		readonly node: number;
		readonly anchor: string;
		readonly wording: string;
		readonly state: ReviewState;
		readonly isSame: boolean;
		readonly problem: ProblemCode | null;
	}[];
}

export interface Near {
	readonly key: string;
	readonly text: LocalText;
	readonly score: number;
	readonly unit: LocalText | null;
}

export interface Detail {
	readonly node: number;
	readonly anchor: string;
	readonly page: number | null;
	readonly stated: string;
	readonly context: string | null;
	readonly ownerText: string | null;
	readonly match: Match;
	readonly state: ReviewState;
	readonly given: {
		readonly wording: string;
		readonly unit: string;
		readonly kind: FunctionKind;
		readonly area: string;
		readonly seen: number;
	};
	readonly bases: readonly { readonly act: LocalText; readonly reference: string }[];
	readonly unread: readonly string[];
	readonly same: Near | null;
	readonly near: readonly Near[];
	readonly previous: number | null;
	readonly next: number | null;
}

const STATES: Readonly<Record<ReviewState, () => string>> = {
	open: m.regulation_state_candidate_open,
	accepted: m.regulation_state_candidate_accepted,
	skipped: m.regulation_state_candidate_skipped,
};

export function nameOfReviewState(state: ReviewState): string {
	return STATES[state]();
}

const PROBLEMS: Readonly<Record<ProblemCode, () => string>> = {
	'regulations/no-unit': m.regulation_problem_no_unit,
	'regulations/no-area': m.regulation_problem_no_area,
	'regulations/wording': m.regulation_problem_wording,
	'regulations/twice': m.regulation_problem_twice,
};

export function textOfProblem(code: ProblemCode): string {
	return PROBLEMS[code]();
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
