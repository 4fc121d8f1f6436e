import type { LocalText } from '#lib/domain/org/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate } from './format.ts';

/** Why the register stayed as it is; `lines` are the trainings that hold people for what would go. */
export type CardProblem =
	| { readonly code: 'card/number-taken'; readonly service: string }
	| { readonly code: 'card/after-change'; readonly changedOn: IsoDate }
	| { readonly code: 'card/before-in-force'; readonly inForceFrom: IsoDate }
	| { readonly code: 'card/needs-planned'; readonly lines: readonly HoldingLine[] }
	| {
			readonly code:
				| 'card/no-such-unit'
				| 'card/changed-that-day'
				| 'card/no-such-subject'
				| 'card/no-such-change'
				| 'card/stale';
	  };

interface HoldingLine {
	readonly id: string;
	readonly year: number;
	readonly title: LocalText;
	readonly groupName: string;
	readonly groupNumber: number | null;
}

const PLAIN = {
	'card/no-such-unit': m.cards_refusal_no_such_unit,
	'card/changed-that-day': m.cards_refusal_changed_that_day,
	'card/no-such-subject': m.cards_refusal_no_such_subject,
	'card/no-such-change': m.cards_refusal_no_such_change,
	'card/stale': m.session_both_edited,
};

/** The refusal in words. */
export function textOfCardProblem(problem: CardProblem): string {
	switch (problem.code) {
		case 'card/number-taken':
			return m.cards_refusal_number_taken({ service: problem.service });
		case 'card/after-change':
			return m.cards_refusal_after_change({ date: formatDate(problem.changedOn) });
		case 'card/before-in-force':
			return m.cards_refusal_before_in_force({ date: formatDate(problem.inForceFrom) });
		case 'card/needs-planned':
			return problem.lines.length > 0 ? m.cards_refusal_needs_planned() : m.cards_refusal_needs_done();
		default:
			return PLAIN[problem.code]();
	}
}
