import { m } from '#lib/paraglide/messages.js';

export type ComparedKind = 'unit' | 'post' | 'function' | 'participation' | 'activity';

const NAMES: Readonly<Record<ComparedKind, () => string>> = {
	unit: m.history_compare_units,
	post: m.history_compare_posts,
	function: m.history_compare_functions,
	participation: m.history_compare_participations,
	activity: m.history_compare_activities,
};

/** What is compared, in the plural. */
export function nameOfCompared(kind: ComparedKind): string {
	return NAMES[kind]();
}
