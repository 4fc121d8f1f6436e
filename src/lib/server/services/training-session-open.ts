import { can } from '#lib/domain/access/index.ts';
import { isWorkingDay, makeCalendar } from '#lib/domain/legal/index.ts';
import {
	err,
	ok,
	yearOf,
	type EmployeeId,
	type IsoDate,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import {
	findConflicts,
	peakMonthsOf,
	sessionDays,
	sessionTerms,
	splitByPlaces,
	type SessionConflict,
	type SessionTerms,
} from '#lib/domain/training/index.ts';
import { within, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { listCalendarExceptions, listParameters } from '../queries/legal.ts';
import type { PlanItemRecord } from '../queries/training-plan.ts';
import {
	listEnrolments,
	listMarks,
	listSessions,
	type EnrolmentRecord,
	type MarkRecord,
	type SessionRecord,
} from '../queries/training-session.ts';
import { recordAudit } from './audit.ts';
import { openPlan, type OpenPlan } from './training-plan.ts';
import { showSeason } from './workload-season.ts';
import { DEFAULT_ASSUMPTIONS } from './workload.ts';

/** The plan of a year with its sessions and who is enrolled. */
export interface OpenSessions extends OpenPlan {
	readonly sessions: readonly SessionRecord[];
	readonly enrolments: readonly EnrolmentRecord[];
	readonly marks: readonly MarkRecord[];
	readonly unitOf: ReadonlyMap<EmployeeId, UnitKey>;
	readonly isWorkingDay: (day: IsoDate) => boolean;
	/** The rules of sessions as they stood on a day. */
	readonly termsOn: (day: IsoDate) => SessionTerms;
}

/** Opens the sessions of the plan of a year; without a year, of the newest plan. */
export async function openSessions(
	ctx: Ctx,
	slug: string,
	year: number | null,
	action: 'training.read' | 'training.edit' | 'training.export' = 'training.read',
): Promise<Result<OpenSessions, Refused>> {
	const opened = await openPlan(ctx, slug, year, action);
	if (!opened.ok) return opened;
	const plan = opened.value;
	const { id } = plan.municipality;
	const calendar = makeCalendar(await listCalendarExceptions(ctx.db));
	const parameters = await listParameters(ctx.db);
	const items = new Set(plan.items.map((item) => item.id));
	const sessions = (await listSessions(ctx.db, id)).filter((session) => items.has(session.itemId));
	const own = new Set(sessions.map((session) => session.id));
	const enrolments = (await listEnrolments(ctx.db, id)).filter((line) => own.has(line.sessionId));
	return ok({
		...plan,
		sessions,
		enrolments,
		marks: (await listMarks(ctx.db, id)).filter((mark) => own.has(mark.sessionId)),
		unitOf: unitsOfServing(plan),
		isWorkingDay: (day: IsoDate) => isWorkingDay(calendar, day),
		termsOn: (day: IsoDate) => sessionTerms(parameters, { asOf: day, municipality: id }),
	});
}

/** What stands against the sessions, and the units whose months with most work are measured. */
export interface WeighedSessions extends OpenSessions {
	readonly conflicts: readonly SessionConflict[];
	readonly peakMonths: ReadonlyMap<UnitKey, readonly number[]>;
}

/** The sessions with their conflicts, weighed against the months with most work. */
export async function weighSessions(ctx: Ctx, open: OpenSessions): Promise<WeighedSessions> {
	const season = await showSeason(ctx, { slug: open.municipality.slug }, DEFAULT_ASSUMPTIONS);
	const rows = season.ok && season.value.kind === 'computed' ? season.value.rows : [];
	const peakMonths = new Map(
		rows.flatMap(({ key, season: counted, named }) => {
			/** A month that too few people named counts as not named. */
			const known = named?.map((part) => (part === 'hidden' ? 0 : part)) ?? null;
			const months = peakMonthsOf({ counted: counted?.months ?? null, named: known });
			return months ? [[key, months] as const] : [];
		}),
	);
	const awayOneOf = (day: IsoDate) => open.termsOn(day).awayOneOf;
	return { ...open, peakMonths, conflicts: findConflicts({ ...open, peakMonths, awayOneOf }) };
}

export type NoSession = { readonly code: 'session/no-such-session' };

export interface OpenSession {
	readonly open: OpenSessions;
	readonly session: SessionRecord;
	readonly item: PlanItemRecord;
	readonly days: readonly IsoDate[];
	readonly seated: readonly EnrolmentRecord[];
	readonly waiting: readonly EnrolmentRecord[];
}

/** One session of any plan of the municipality. Error `session/no-such-session`. */
export async function openSession(
	ctx: Ctx,
	slug: string,
	id: string,
	action: 'training.read' | 'training.edit' | 'training.export' = 'training.read',
): Promise<Result<OpenSession, Refused | NoSession>> {
	const first = await openPlan(ctx, slug, null, action);
	if (!first.ok) return first;
	const known = await listSessions(ctx.db, first.value.municipality.id);
	const session = known.find((one) => one.id === id);
	if (!session) return err({ code: 'session/no-such-session' });
	const opened = await openSessions(ctx, slug, yearOf(session.startsOn), action);
	return opened.ok ? sessionIn(opened.value, id) : opened;
}

/** The session in what was opened. */
export function sessionIn(open: OpenSessions, id: string): Result<OpenSession, NoSession> {
	const session = open.sessions.find((one) => one.id === id);
	const item = session && open.items.find((one) => one.id === session.itemId);
	if (!session || !item) return err({ code: 'session/no-such-session' });
	const lines = open.enrolments.filter((line) => line.sessionId === id);
	const days = sessionDays(session, open.isWorkingDay);
	return ok({ open, session, item, days, ...splitByPlaces(lines, session.places) });
}

export type SessionChangeRefusal =
	NoSession | { readonly code: 'training/plan-closed' } | { readonly code: 'training/stale' };

/** Reads a session inside the transaction that changes it; lines of a closed plan stand still. */
export async function changeSession<T, E>(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string },
	change: (tx: Tx, opened: OpenSession) => Promise<Result<T, E>>,
): Promise<Result<T, Refused | SessionChangeRefusal | E>> {
	return ctx.db.transaction().execute(async (tx): Promise<Result<T, Refused | SessionChangeRefusal | E>> => {
		const opened = await openSession(within(ctx, tx), of.slug, of.id, 'training.edit');
		if (!opened.ok) return opened;
		if (opened.value.open.plan?.state === 'closed') return err({ code: 'training/plan-closed' });
		return change(tx, opened.value);
	});
}

/** Whether the actor keeps sessions: of a plan that is not closed. */
export function mayKeepSessions({ actor, municipality, plan }: OpenPlan): boolean {
	const mayPlan = can(actor, 'training.edit', { municipalityId: municipality.id });
	return mayPlan && plan !== undefined && plan.state !== 'closed';
}

export async function auditSession(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality }: Pick<OpenPlan, 'actor' | 'municipality'>,
	entry: { readonly action: string; readonly key: string; readonly before: unknown; readonly after: unknown },
): Promise<void> {
	const { key, ...rest } = entry;
	await recordAudit(ctx, tx, {
		...rest,
		actor,
		municipalityId: municipality.id,
		entity: 'training-session',
		entityKey: key,
		versionId: null,
	});
}

function unitsOfServing({ employees, lookup, asOf }: OpenPlan): ReadonlyMap<EmployeeId, UnitKey> {
	return new Map(
		employees
			.filter((person) => person.leftOn === null || person.leftOn > asOf)
			.flatMap((person) => {
				const post = lookup.postByKey.get(person.postKey);
				return post ? [[person.id, post.unitKey] as const] : [];
			}),
	);
}
