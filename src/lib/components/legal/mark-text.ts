import type { IsoDate } from '#lib/domain/shared/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';

/** What became of the basis of a function; apart from the other words, which the page of a function does not say. */
export function markText(change: 'changed' | 'ended', since: IsoDate): string {
	const date = formatDate(since);
	return change === 'changed' ? m.legal_mark_changed({ date }) : m.legal_mark_ended({ date });
}
