import { can, type Actor } from '#lib/domain/access/index.ts';
import type { Municipality } from '#lib/domain/org/index.ts';
import { asId, err, ok, type CourseKey, type MunicipalityId, type Result } from '#lib/domain/shared/index.ts';
import {
	entryInForce,
	offeredCourses,
	type CatalogueCourse,
	type DictionaryEntry,
	type StatedCourse,
} from '#lib/domain/training/index.ts';
import { within, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { deleteCourse, insertCourse, moveLinesToCourse, updateCourse } from '../queries/course.ts';
import { listSupplied } from '../queries/dictionary.ts';
import { listPlanItems } from '../queries/training-plan.ts';
import { recordAudit } from './audit.ts';
import { holdingLine, type HoldingLine } from './training-need-hold.ts';
import { openTraining, type OpenTraining } from './training.ts';

export type CourseRefusal =
	| { readonly code: 'course/no-such-course' }
	| { readonly code: 'course/no-such-competency' }
	/** Somebody changed the course meanwhile, or put an own one in its place. */
	| { readonly code: 'course/stale'; readonly now: CatalogueCourse }
	/** Lines of plans rest on the course. */
	| { readonly code: 'course/in-use'; readonly lines: readonly HoldingLine[] };

export interface CoursePage {
	/** Null for a course that is being added. */
	readonly course: CatalogueCourse | null;
	readonly competencies: readonly DictionaryEntry[];
	/** What saving does: a course of the shared list, an own one, or an own one in the place of a shared one. */
	readonly saves: 'shared' | 'own' | 'copy';
}

/**
 * In which list the actor may write: human resources in that of the municipality, the administrator in the one that all
 * municipalities share; undefined for everybody else.
 */
export function courseList(
	actor: Actor,
	municipality: Pick<Municipality, 'id'>,
): MunicipalityId | null | undefined {
	if (can(actor, 'training.edit', { municipalityId: municipality.id })) return municipality.id;
	return can(actor, 'installation.manage', null) ? null : undefined;
}

/** The courses that an actor sees in the catalogue: whoever keeps the shared list sees that list, as it is. */
export function coursesFor({ actor, municipality, courses }: OpenTraining): readonly CatalogueCourse[] {
	return courseList(actor, municipality) === null
		? courses.filter(({ isShared }) => isShared)
		: offeredCourses(courses);
}

/** A course to be changed, or what a new one begins with. */
export async function readCourse(
	ctx: Ctx,
	slug: string,
	key: string | null,
): Promise<Result<CoursePage, Refused | CourseRefusal>> {
	const opened = await openCatalogue(ctx, slug);
	if (!opened.ok) return opened;
	const { list, open } = opened.value;
	const course = key === null ? null : findCourse(open, key);
	if (course === undefined) return err({ code: 'course/no-such-course' });
	const competencies = opened.value.competencies.filter((one) => isOffered(one, course));
	const saves = list === null ? 'shared' : course?.isShared ? 'copy' : 'own';
	return ok({ course, competencies, saves });
}

/**
 * Adds or changes a course of the catalogue. What all municipalities share is changed by the administrator alone; human
 * resources get an own course in its place, and nobody else's plan changes. Error `course/stale` carries the course as
 * it is now.
 */
export async function saveCourse(
	ctx: Ctx,
	of: { readonly slug: string; readonly key: string | null; readonly revision: number | null },
	course: Omit<StatedCourse, 'key'>,
	source: string,
): Promise<Result<CourseKey, Refused | CourseRefusal>> {
	return ctx.db.transaction().execute(async (tx): Promise<Result<CourseKey, Refused | CourseRefusal>> => {
		const opened = await openCatalogue(within(ctx, tx), of.slug);
		if (!opened.ok) return opened;
		const { open, list } = opened.value;
		const before = of.key === null ? null : findCourse(open, of.key);
		if (before === undefined) return err({ code: 'course/no-such-course' });
		const competency = opened.value.competencies.find(({ key }) => key === course.competencyKey);
		if (!competency || !isOffered(competency, before)) return err({ code: 'course/no-such-competency' });
		if (before !== null && (before.key !== of.key || before.revision !== of.revision))
			return err({ code: 'course/stale', now: before });
		const key = await writeCourse(ctx, tx, { open, list, before, source }, course);
		await recordAudit(ctx, tx, {
			...{ actor: open.actor, municipalityId: open.municipality.id, versionId: null },
			...{ action: before === null ? 'course.create' : 'course.change', entity: 'course', entityKey: key },
			...{ before, after: course },
		});
		return ok(key);
	});
}

/**
 * Takes an own course of the municipality out of its catalogue; a shared one that it replaced comes back. Errors:
 * `course/no-such-course` (also for a shared one), `course/stale`, `course/in-use` with the lines of plans.
 */
export async function removeCourse(
	ctx: Ctx,
	of: { readonly slug: string; readonly key: string; readonly revision: number },
): Promise<Result<null, Refused | CourseRefusal>> {
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, Refused | CourseRefusal>> => {
		const opened = await openCatalogue(within(ctx, tx), of.slug);
		if (!opened.ok) return opened;
		const { open, list } = opened.value;
		const course = coursesFor(open).find(({ key }) => key === of.key);
		if (list === null || !course || course.isShared) return err({ code: 'course/no-such-course' });
		if (course.revision !== of.revision) return err({ code: 'course/stale', now: course });
		const lines = (await listPlanItems(tx, list)).filter(({ courseKey }) => courseKey === course.key);
		if (lines.length > 0) return err({ code: 'course/in-use', lines: lines.map(holdingLine) });
		await deleteCourse(tx, course.key);
		await recordAudit(ctx, tx, {
			...{ actor: open.actor, municipalityId: open.municipality.id, versionId: null },
			...{ action: 'course.remove', entity: 'course', entityKey: course.key },
			...{ before: course, after: null },
		});
		return ok(null);
	});
}

export interface CoursePlace {
	readonly open: OpenTraining;
	/** The list that is written to; null is the shared one. */
	readonly list: MunicipalityId | null;
	/** The course that changes; null for a new one. */
	readonly before: CatalogueCourse | null;
	readonly source: string;
}

/** Writes one course where it belongs and answers its key. The transaction has made sure that `before` is as it stands. */
export async function writeCourse(
	ctx: Ctx,
	tx: Tx,
	{ open, list, before, source }: CoursePlace,
	course: Omit<StatedCourse, 'key'>,
): Promise<CourseKey> {
	if (before !== null && before.isShared === (list === null)) {
		if (!(await updateCourse(tx, before, course)))
			throw new Error('a course moved on inside its transaction');
		return before.key;
	}
	const key = asId<CourseKey>(ctx.newId());
	const made = { key, municipalityId: list, replaces: before, source, asOf: open.asOf };
	await insertCourse(tx, made, course);
	if (before !== null && list !== null) await moveLinesToCourse(tx, list, { from: before.key, to: key });
	return key;
}

export interface OpenCatalogue {
	readonly open: OpenTraining;
	/** The list that is written to; null is the shared one. */
	readonly list: MunicipalityId | null;
	/** What its courses may be about: the shared list knows no competency of one municipality, and none as it calls it. */
	readonly competencies: readonly DictionaryEntry[];
}

/** The training of a municipality for whoever writes courses there. */
export async function openCatalogue(ctx: Ctx, slug: string): Promise<Result<OpenCatalogue, Refused>> {
	const opened = await openTraining(ctx, { slug });
	if (!opened.ok) return opened;
	const open = opened.value;
	const list = courseList(open.actor, open.municipality);
	if (list === undefined) return err({ code: 'access/forbidden' });
	const competencies =
		list === null
			? (await listSupplied(ctx.db, null)).map((one) => entryInForce(one, []))
			: open.competencies;
	return ok({ open, list, competencies });
}

/** A retired competency stays with the course that has it and is taken by no other. */
function isOffered({ key, isRetired }: DictionaryEntry, course: CatalogueCourse | null): boolean {
	return !isRetired || course?.competencyKey === key;
}

/** The course of a key; of one that an own course replaces meanwhile, the own one. */
function findCourse(open: OpenTraining, key: string): CatalogueCourse | undefined {
	const seen = coursesFor(open);
	return seen.find((one) => one.key === key) ?? seen.find((one) => one.replacesKey === key);
}
