import { m } from '#lib/paraglide/messages.js';

/** What to look at after a change that was saved all the same. */
export function warningText(code: string): string | undefined {
	const texts: Readonly<Record<string, () => string>> = {
		'unusual-nesting': m.structure_warning_nesting,
		'same-name': m.structure_warning_same_name,
		'second-head': m.structure_warning_second_head,
		'two-verbs': m.structure_warning_two_verbs,
		'no-verb': m.structure_warning_no_verb,
		'no-basis': m.structure_warning_no_basis,
		'same-text': m.structure_warning_same_text,
		'shares-above-whole': m.structure_warning_shares,
		'nobody-accountable': m.structure_warning_nobody_accountable,
		near: m.functions_warning_near,
		'english-left': m.structure_warning_english_left,
		merged: m.history_merged,
	};
	return texts[code]?.();
}
