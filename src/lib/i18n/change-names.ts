import type { ChangeMark } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { InLocale } from './names.ts';

const MARKS = {
	new: m.scenario_mark_new,
	closed: m.scenario_mark_closed,
	moved: m.scenario_mark_moved,
	changed: m.scenario_mark_changed,
} satisfies Record<ChangeMark, (inputs?: Record<string, never>, options?: InLocale) => string>;

export function nameOfChange(code: ChangeMark, options?: InLocale): string {
	return MARKS[code]({}, options);
}
