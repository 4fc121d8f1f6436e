import type { LocalText } from '#lib/domain/org/index.ts';
import type { PlanState } from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatMoment } from './format.ts';
import { localText } from './names.ts';
import { nameOfGroup, nameOfPlanState } from './training-names.ts';

interface Change {
	readonly at: string;
	readonly who: string;
	readonly what: 'line' | 'not-held' | 'reopened' | 'brought';
	readonly title: LocalText | null;
	readonly group: { readonly groupName: string; readonly groupNumber: number | null };
	readonly state: PlanState | null;
	readonly file: string | null;
	readonly reason: string;
}

/** A change of an approved plan in one line: when, who, what and why. */
export function planChangeText(change: Change): string {
	const { at, who, reason } = change;
	return m.training_plan_change({ at: formatMoment(at), who, title: whatChanged(change), reason });
}

function whatChanged({ what, title, group, state, file }: Change): string {
	if (what === 'reopened' && state) return m.training_plan_change_back({ state: nameOfPlanState(state) });
	if (what === 'brought') return m.training_plan_change_brought({ file: file ?? '' });
	if (title === null) return '–';
	if (what !== 'not-held') return localText(title);
	return m.training_plan_change_not_held({ title: localText(title), group: nameOfGroup(group) });
}
