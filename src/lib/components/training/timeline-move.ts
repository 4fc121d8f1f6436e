import { deserialize } from '$app/forms';
import { addDays } from '#lib/domain/shared/index.ts';
import type { TimelineSession } from './session-view.ts';

/** Days by which each arrow moves a session. */
export const STEPS: Readonly<Record<string, number>> = {
	ArrowLeft: -1,
	ArrowRight: 1,
	ArrowUp: -7,
	ArrowDown: 7,
};

/** Asks the server to move a session by so many days; answers what the action of the page says. */
export async function sendMove(
	{ id, startsOn, revision }: TimelineSession,
	{ year, days }: { readonly year: number; readonly days: number },
) {
	const body = new FormData();
	body.set('id', id);
	body.set('startsOn', addDays(startsOn, days));
	body.set('revision', String(revision));
	const response = await fetch(`?/move&year=${year}`, {
		method: 'POST',
		body,
		headers: { 'x-sveltekit-action': 'true' },
	});
	return deserialize(await response.text());
}
