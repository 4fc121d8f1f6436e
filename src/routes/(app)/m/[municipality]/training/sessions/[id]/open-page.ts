import { error } from '@sveltejs/kit';
import { refuseAccess } from '#lib/forms/index.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfOutcome, textOfSessionRefusal } from '#lib/i18n/session-names.ts';
import { nameOfGroup } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '#lib/server/context.ts';
import { readSession } from '#lib/server/services/training-session-page.ts';
import { wordsOf } from '../words.ts';

/** The session of a page with the words that its pages share; 404 when it is gone. */
export async function openPage(ctx: Ctx, params: { readonly municipality: string; readonly id: string }) {
	const result = await readSession(ctx, params.municipality, params.id);
	if (!result.ok) {
		refuseAccess(result.error);
		error(404, textOfSessionRefusal(result.error.code));
	}
	const page = result.value;
	const words = {
		year: page.year,
		group: nameOfGroup(page.item),
		session: wordsOf(page.line),
		mayEdit: page.mayEdit,
		people:
			page.participants?.map((person) => ({
				id: person.id,
				name: person.name,
				post: localText(person.post),
				unit: localText(person.unit),
				isWaiting: person.isWaiting,
				state: person.state,
				outcome: nameOfOutcome(person.state, person),
			})) ?? null,
		byUnit: page.byUnit.map(({ unit, people }) => ({
			unit: localText(unit),
			people: people === null ? m.session_below_three() : formatNumber(people),
		})),
	};
	return { page, words };
}
