import { checkbox, choice, optionalDay, optionalText, text } from '#lib/forms/index.ts';
import { ACT_KINDS } from '#lib/server/services/legal-acts.ts';
import { z } from 'zod';

export const LONGEST_WORDING = 20_000;

const act = {
	abbreviation: text(60),
	name: text(300),
	kind: choice(ACT_KINDS),
	from: optionalDay(),
	to: optionalDay(),
};
export const actForm = z.object(act);
export const newActForm = z.object({ ...act, national: checkbox() });
export const provisionForm = z.object({
	place: text(100),
	wording: optionalText(LONGEST_WORDING),
	from: optionalDay(),
});
