import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type EmployeeId, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import {
	hiddenParts,
	summariseResponses,
	type AttendanceState,
	type CompetencyLevel,
	type Employee,
	type Reaction,
	type SessionResponse,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { PlanItemRecord } from '../queries/training-plan.ts';
import type { EnrolmentRecord } from '../queries/training-session.ts';
import {
	listEvaluationLinks,
	listEvaluations,
	listResponses,
	type EvaluationRecord,
} from '../queries/training-evaluation.ts';
import { auditLook } from './training-look.ts';
import {
	mayKeepSessions,
	openSession,
	openSessions,
	type NoSession,
	type OpenSession,
	type OpenSessions,
	weighSessions,
} from './training-session-open.ts';
import { sessionLine, type SessionLine } from './training-session-view.ts';

/** A participant as whoever may see persons sees one. */
export interface ParticipantView {
	readonly id: EmployeeId;
	readonly name: string;
	readonly sex: Employee['sex'];
	readonly post: LocalText;
	readonly unit: LocalText;
	readonly isWaiting: boolean;
	readonly state: AttendanceState;
	/** Present, absent or not marked, by the days of the session. */
	readonly marks: readonly (boolean | null)[];
	readonly score: { readonly before: number; readonly after: number; readonly maximum: number } | null;
	readonly linkState: 'none' | 'open' | 'used';
}

export interface SessionPage {
	readonly year: number;
	readonly line: SessionLine;
	readonly item: Pick<
		PlanItemRecord,
		'id' | 'title' | 'groupName' | 'groupNumber' | 'hours' | 'pricePerPerson' | 'competencyKey'
	>;
	readonly levelTo: CompetencyLevel | null;
	readonly days: readonly IsoDate[];
	/** On what percent of them whoever took part was present; undefined where nobody decided it. */
	readonly attendedPercent: number | undefined;
	/** Null for whoever may see no persons. */
	readonly participants: readonly ParticipantView[] | null;
	/** Counts by unit, for whoever sees no persons; null where it would tell of too few people. */
	readonly byUnit: readonly { readonly unit: LocalText; readonly people: number | null }[];
	/** Whom a person may still be enrolled from. */
	readonly candidates: readonly { readonly id: string; readonly name: string; readonly post: LocalText }[];
	readonly reaction: Reaction;
	readonly responses: number;
	readonly effects: readonly EvaluationRecord[];
	readonly functions: readonly { readonly key: string; readonly text: LocalText }[];
	readonly mayEdit: boolean;
	readonly today: IsoDate;
	readonly municipality: LocalText;
}

/** The page of a session; persons by name for human resources and, of the own unit, for its head: that look is on record. */
export async function readSession(
	ctx: Ctx,
	slug: string,
	id: string,
): Promise<Result<SessionPage, Refused | NoSession>> {
	const opened = await openSession(ctx, slug, id);
	if (!opened.ok) return opened;
	const { open, session, item, days, seated, waiting } = opened.value;
	const { view, municipality } = open;
	const mayEdit = mayKeepSessions(open);
	const seesPeople = view.kind !== 'nobody';
	if (seesPeople) await auditLook(ctx, open, { entity: 'training-session', entityKey: session.id });
	const evaluations = await listEvaluations(ctx.db, municipality.id);
	const own = evaluations.filter((one) => one.sessionId === session.id);
	const responses = await listResponses(ctx.db, session.id);
	const course = open.courses.find((one) => one.key === item.courseKey);
	return ok({
		year: open.year,
		line: sessionLine(await weighSessions(ctx, open), session),
		item,
		levelTo: course?.levelTo ?? null,
		days,
		attendedPercent: open.termsOn(session.endsOn).attendedPercent,
		participants: seesPeople ? await participants(ctx, opened.value, own) : null,
		byUnit: byUnit(open, [...seated, ...waiting]),
		candidates: mayEdit ? candidates(open, [...seated, ...waiting]) : [],
		reaction: reactionFor(view, responses),
		responses: responses.length,
		effects: own.filter((one) => one.level === 4),
		functions: mayEdit ? functionsOf(open, item) : [],
		mayEdit,
		today: open.asOf,
		municipality: municipality.name,
	});
}

/** What a new session of a line begins with. */
export interface NewSessionPage {
	readonly year: number;
	readonly item: PlanItemRecord;
	readonly places: number;
}

/** Errors: those of access, `session/no-such-session` when the line is not in the plan. */
export async function readNewSession(
	ctx: Ctx,
	of: { readonly slug: string; readonly year: number; readonly itemId: string },
): Promise<Result<NewSessionPage, Refused | NoSession>> {
	const opened = await openSessions(ctx, of.slug, of.year, 'training.edit');
	if (!opened.ok) return opened;
	const open = opened.value;
	const item = open.items.find((one) => one.id === of.itemId);
	if (!item) return err({ code: 'session/no-such-session' });
	const course = open.courses.find((one) => one.key === item.courseKey);
	return ok({ year: open.year, item, places: course?.places ?? item.participants.length });
}

async function participants(
	ctx: Ctx,
	opened: OpenSession,
	evaluations: readonly EvaluationRecord[],
): Promise<readonly ParticipantView[]> {
	const { open, session, days, seated, waiting } = opened;
	const links = new Map(
		(await listEvaluationLinks(ctx.db, session.id)).map((link) => [link.employeeId, link.isUsed] as const),
	);
	const marks = open.marks.filter((mark) => mark.sessionId === session.id);
	const of = (line: EnrolmentRecord, isWaiting: boolean): readonly ParticipantView[] => {
		const person = open.employees.find((one) => one.id === line.employeeId);
		const post = person && open.lookup.postByKey.get(person.postKey);
		const unit = post && open.lookup.unitByKey.get(post.unitKey);
		const isSeen =
			open.view.kind === 'everybody' || (open.view.kind === 'unit' && open.view.unitKey === unit?.key);
		if (!person || !isSeen) return [];
		const score = evaluations.find((one) => one.level === 2 && one.employeeId === person.id);
		const used = links.get(person.id);
		return [
			{
				id: person.id,
				name: person.name,
				sex: person.sex,
				post: post?.title ?? { bg: person.postKey, en: null },
				unit: unit?.name ?? { bg: '', en: null },
				isWaiting,
				state: line.state,
				marks: days.map(
					(day) => marks.find((mark) => mark.day === day && mark.employeeId === person.id)?.isPresent ?? null,
				),
				score:
					score?.before == null || score.after === null || score.maximum === null
						? null
						: { before: score.before, after: score.after, maximum: score.maximum },
				linkState: used === undefined ? 'none' : used ? 'used' : 'open',
			},
		];
	};
	return [...seated.flatMap((line) => of(line, false)), ...waiting.flatMap((line) => of(line, true))];
}

function byUnit(open: OpenSessions, lines: readonly EnrolmentRecord[]): SessionPage['byUnit'] {
	const units = Map.groupBy(lines, (line) => open.unitOf.get(line.employeeId));
	const parts = [...units].map(([key, own]) => ({ key: key ?? '', people: own.length }));
	const hidden = open.view.kind === 'everybody' ? new Set<string>() : hiddenParts(parts);
	return [...units].flatMap(([key, own]) => {
		const unit = key && open.lookup.unitByKey.get(key);
		return unit ? [{ unit: unit.name, people: hidden.has(key) ? null : own.length }] : [];
	});
}

/** What participants wrote in their own words is for human resources; the means are for everybody. */
function reactionFor(view: OpenSessions['view'], responses: readonly SessionResponse[]): Reaction {
	const reaction = summariseResponses(responses);
	if (reaction.kind !== 'measured' || view.kind === 'everybody') return reaction;
	return { ...reaction, comments: [] };
}

function candidates(open: OpenSessions, lines: readonly EnrolmentRecord[]): SessionPage['candidates'] {
	const there = new Set(lines.map((line) => line.employeeId));
	return open.employees
		.filter((person) => open.unitOf.has(person.id) && !there.has(person.id))
		.map(({ id, name, postKey }) => ({
			id,
			name,
			post: open.lookup.postByKey.get(postKey)?.title ?? { bg: postKey, en: null },
		}));
}

/** Functions that ask for the competency of the training: their indicators may show its effect. */
function functionsOf(open: OpenSessions, item: PlanItemRecord): SessionPage['functions'] {
	const keys = new Set(
		open.requirements
			.filter((one) => one.kind === 'function' && one.competencyKey === item.competencyKey)
			.flatMap((one) => ('functionKey' in one ? [one.functionKey] : [])),
	);
	return [...keys].flatMap((key) => {
		const fn = open.lookup.functionByKey.get(key);
		return fn ? [{ key, text: fn.text }] : [];
	});
}
