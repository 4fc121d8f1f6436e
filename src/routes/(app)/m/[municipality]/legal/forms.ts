import type { IsoDate } from '#lib/domain/shared/index.ts';
import { parseIsoDate } from '#lib/domain/shared/index.ts';
import { checkbox, choice, optionalText, text } from '#lib/forms/index.ts';
import { ACT_KINDS } from '#lib/server/services/legal-acts.ts';
import { z } from 'zod';

/** A day that may be left empty; empty is null. */
export const optionalDay: z.ZodType<IsoDate | null> = z
	.string()
	.trim()
	.optional()
	.transform((value, check) => {
		if (!value) return null;
		const date = parseIsoDate(value);
		if (date !== undefined) return date;
		check.addIssue({ code: 'custom', message: 'code:not-a-date' });
		return z.NEVER;
	});

export const LONGEST_WORDING = 20_000;

const act = {
	abbreviation: text(60),
	name: text(300),
	kind: choice(ACT_KINDS),
	from: optionalDay,
	to: optionalDay,
};
export const actForm = z.object(act);
export const newActForm = z.object({ ...act, national: checkbox() });
export const provisionForm = z.object({
	place: text(100),
	wording: optionalText(LONGEST_WORDING),
	from: optionalDay,
});
