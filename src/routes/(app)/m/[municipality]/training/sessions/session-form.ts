import { SESSION_STATES, type SessionProblem } from '#lib/domain/training/index.ts';
import { choice, day, revision, wholeNumber } from '#lib/forms/index.ts';
import { formatClock } from '#lib/i18n/session-names.ts';
import type { SessionInput } from '#lib/server/services/training-session.ts';
import { z } from 'zod';

const clock = z
	.string()
	.trim()
	.regex(/^([01]?\d|2[0-3]):[0-5]\d$/u, { message: 'code:not-a-time' })
	.transform((value) => {
		const [hours = 0, minutes = 0] = value.split(':').map(Number);
		return hours * 60 + minutes;
	});
const words = (max: number) =>
	z
		.string()
		.trim()
		.max(max)
		.refine((value) => value.isWellFormed() && !/[^\P{Cc}\t]/u.test(value), { message: 'code:not-writable' })
		.default('');

/** The fields of a session. */
export const sessionForm = z
	.object({
		startsOn: day(),
		endsOn: day(),
		startsAt: clock,
		endsAt: clock,
		place: words(200),
		trainer: words(200),
		places: wholeNumber({ min: 1, max: 5000 }),
		groupName: words(80),
		state: choice(SESSION_STATES),
		isOnline: z.string().optional(),
	})
	.transform(({ isOnline, ...fields }): SessionInput => ({ ...fields, isOnline: isOnline === 'on' }));

export const revisionForm = z.object({ revision: revision() });

/** The refusals of the domain, each at its field. */
export function issuesOf(
	problems: readonly SessionProblem[],
): Record<string, { readonly code: string; readonly limit?: number }> {
	return Object.fromEntries(
		[...problems]
			.reverse()
			.map((problem) => [
				problem.field,
				{ code: problem.code, ...('year' in problem && { limit: problem.year }) },
			]),
	);
}

/** The fields of a session as they stand in the form. */
export function valuesOf(session: SessionInput): Record<string, string> {
	return {
		startsOn: session.startsOn,
		endsOn: session.endsOn,
		startsAt: formatClock(session.startsAt),
		endsAt: formatClock(session.endsAt),
		place: session.place,
		trainer: session.trainer,
		places: String(session.places),
		groupName: session.groupName,
		state: session.state,
		isOnline: session.isOnline ? 'on' : '',
	};
}
