import type { FieldChange, OperationSummary } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatHeadcount } from './format.ts';
import type { InLocale } from './names.ts';
import { fieldChangeText, operationTitle } from './operation-text.ts';

/** What a point of a paper must not tell of a post: what one person earns, and whether somebody sits there. */
const UNTOLD: ReadonlySet<string> = new Set(['annualCost', 'occupied']);

/** The title of a point; a post that changes says from what to what: „Променя се длъжност …: 3 → 2 бр.“ */
export function pointTitle(effect: OperationSummary, options: InLocale = {}): string {
	const title = operationTitle(effect, options);
	if (effect.operation.kind !== 'post-change') return title;
	const changes = (effect.diff.posts.changed[0]?.fields ?? [])
		.filter(({ field }) => !UNTOLD.has(field) && !field.endsWith('.en'))
		.map((change) => changeText(change, options));
	return changes.length === 0 ? title : m.papers_point({ title, changes: changes.join('; ') }, options);
}

function changeText(change: FieldChange, options: InLocale): string {
	const { field, before, after } = change;
	if (field !== 'approved' || typeof before !== 'number' || typeof after !== 'number')
		return fieldChangeText(change, options);
	const count = (posts: number) => formatHeadcount(posts, options);
	return m.papers_point_posts({ before: count(before), after: count(after) }, options);
}
