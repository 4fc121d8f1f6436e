import { VOTE_CHOICES, type VoteChoice } from '#lib/domain/review/index.ts';
import { parseForm, wholeNumber } from '#lib/forms/index.ts';
import type { VoteOutcomeInput } from '#lib/server/services/council-ballot.ts';
import { z } from 'zod';

const hands = wholeNumber({ min: 0, max: 200 });
const countsSchema = z.object({ for: hands, against: hands, abstain: hands });

/** How a vote went, from its form: the marks of the sheet, or the hands that were counted. */
export function outcomeOf(data: FormData) {
	if (data.get('method') !== 'counted')
		return {
			ok: true,
			value: { method: 'roll-call', choices: choicesOf(data) } as VoteOutcomeInput,
		} as const;
	const counts = parseForm(countsSchema, data);
	if (!counts.ok) return { ok: false, issues: counts.error.issues } as const;
	return { ok: true, value: { method: 'counted', counts: counts.value } as VoteOutcomeInput } as const;
}

/** „vote-<id>“ fields of the sheet; whoever is not marked is absent. */
function choicesOf(data: FormData): ReadonlyMap<string, VoteChoice> {
	const entries = [...data.entries()].flatMap(([name, value]): readonly (readonly [string, VoteChoice])[] => {
		const choice = VOTE_CHOICES.find((candidate) => candidate === value);
		return name.startsWith('vote-') && choice ? [[name.slice('vote-'.length), choice]] : [];
	});
	return new Map(entries);
}
