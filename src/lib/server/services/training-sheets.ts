import { withSeen } from '#exports/training-sheets/attendance-seen.ts';
import {
	attendanceName,
	attendanceRows,
	clashNotes,
	readAttendance,
} from '#exports/training-sheets/attendance.ts';
import { courseRows, readCourses } from '#exports/training-sheets/courses.ts';
import { markedSheet, plainSheet, type CellNote } from '#exports/training-sheets/marked.ts';
import { WORKBOOK_TYPE } from '#exports/shared/file-name.ts';
import type { FileRefusalCode, Grid } from '#lib/domain/imports/index.ts';
import { err, ok, type EmployeeId, type Result } from '#lib/domain/shared/index.ts';
import {
	changesCourse,
	type CatalogueCourse,
	type Competency,
	type StatedCourse,
} from '#lib/domain/training/index.ts';
import type { Locale } from '#exports/shared/cover.ts';
import { within, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { readSurveyFiles } from '../jobs/survey.ts';
import { recordAudit } from './audit.ts';
import { fileOf, type WorkbookFile } from './export-file.ts';
import { auditLook } from './training-look.ts';
import { markAttendance, type AttendanceRefusal } from './training-attendance.ts';
import { openSession, type NoSession } from './training-session-open.ts';
import { nameOf } from './training-session-view.ts';
import {
	courseList,
	coursesFor,
	openCatalogue,
	writeCourse,
	type CoursePlace,
	type OpenCatalogue,
} from './training-course.ts';
import { openTraining } from './training.ts';

/** What became of a sheet that was brought: taken in whole, or nothing of it and given back with what is wrong. */
export type SheetOutcome =
	| { readonly kind: 'taken'; readonly added: number; readonly changed: number }
	| { readonly kind: 'wrong'; readonly cells: number; readonly marked: Uint8Array }
	| { readonly kind: 'no-table' }
	| { readonly kind: 'unreadable'; readonly code: FileRefusalCode };

interface Brought {
	readonly name: string;
	readonly bytes: Uint8Array;
}

export interface CataloguePage {
	readonly courses: readonly CatalogueCourse[];
	readonly competencies: readonly Competency[];
	/** Whose list the actor writes to; null for whoever only reads. */
	readonly edits: 'own' | 'shared' | null;
}

/** The catalogue of courses that plans choose from. */
export async function readCatalogue(ctx: Ctx, slug: string): Promise<Result<CataloguePage, Refused>> {
	const opened = await openTraining(ctx, { slug });
	if (!opened.ok) return opened;
	const { actor, municipality, competencies } = opened.value;
	const list = courseList(actor, municipality);
	const edits = list === undefined ? null : list === null ? 'shared' : 'own';
	return ok({ courses: coursesFor(opened.value), competencies, edits });
}

/** The catalogue of courses as a workbook that can be brought back; in Bulgarian, as it is kept. */
export async function exportCatalogue(ctx: Ctx, slug: string): Promise<Result<WorkbookFile, Refused>> {
	const opened = await openCatalogue(ctx, slug);
	if (!opened.ok) return opened;
	const { open } = opened.value;
	const rows = courseRows(coursesFor(open), open.competencies, 'bg');
	return ok(await sheetFile(ctx, 'Каталог с курсове', rows));
}

/**
 * Takes courses in from a workbook: new ones are added, those with a key that say something else are changed where they
 * belong; all of the sheet or nothing. A course that changed since the workbook was made is said at its row.
 */
export async function importCatalogue(
	ctx: Ctx,
	slug: string,
	file: Brought,
): Promise<Result<SheetOutcome, Refused>> {
	const opened = await openCatalogue(ctx, slug);
	if (!opened.ok) return opened;
	const read = await readFirst(file, (grid) => readCourses(grid, knownTo(opened.value)));
	if ('kind' in read) return ok(read);
	const { grid } = read;
	const written = await ctx.db.transaction().execute(async (tx): Promise<Result<Written, Refused>> => {
		// Read once more, so that nobody changes a course between reading and writing.
		const fresh = await openCatalogue(within(ctx, tx), slug);
		if (!fresh.ok) return fresh;
		const stated = readCourses(grid, knownTo(fresh.value));
		if (stated === null) return ok({ kind: 'no-table' });
		if (stated.notes.length > 0) return ok({ kind: 'noted', notes: stated.notes });
		return ok(
			await writeCourses(ctx, tx, { ...fresh.value, source: file.name.slice(0, 200) }, stated.courses),
		);
	});
	if (!written.ok) return written;
	const outcome = written.value;
	return ok(outcome.kind === 'noted' ? await wrong(ctx, grid, outcome.notes) : outcome);
}

/** What the transaction made of a sheet; one with mistakes is coloured after it, so that nobody waits for that. */
type Written = SheetOutcome | { readonly kind: 'noted'; readonly notes: readonly CellNote[] };

function knownTo({ open, competencies }: OpenCatalogue) {
	return { courses: coursesFor(open), competencies };
}

async function writeCourses(
	ctx: Ctx,
	tx: Tx,
	place: Pick<CoursePlace, 'open' | 'list' | 'source'>,
	courses: readonly StatedCourse[],
): Promise<SheetOutcome> {
	const { actor, municipality } = place.open;
	const known = new Map<string | null, CatalogueCourse>(coursesFor(place.open).map((one) => [one.key, one]));
	const moved = courses
		.map((course) => ({ course, before: known.get(course.key) ?? null }))
		.filter(({ course, before }) => before === null || changesCourse(before, course));
	for (const { course, before } of moved) await writeCourse(ctx, tx, { ...place, before }, course);
	await recordAudit(ctx, tx, {
		...{ actor, municipalityId: municipality.id, action: 'course.import', entity: 'course-catalogue' },
		...{ entityKey: municipality.slug, versionId: null },
		...{ before: moved.flatMap(({ before }) => before ?? []), after: moved.map(({ course }) => course) },
	});
	const added = moved.filter(({ before }) => before === null).length;
	return { kind: 'taken', added, changed: moved.length - added };
}

/** The attendance sheet of a session as a workbook to be filled and brought back. */
export async function exportAttendance(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string },
	locale: Locale,
): Promise<Result<WorkbookFile, Refused | NoSession>> {
	const opened = await openSession(ctx, of.slug, of.id, 'training.edit');
	if (!opened.ok) return opened;
	const { open, session, days, seated } = opened.value;
	await auditLook(ctx, open, { entity: 'training-session', entityKey: session.id });
	const marks = open.marks.filter((mark) => mark.sessionId === session.id);
	const people = seated.map(({ employeeId }) => ({
		id: employeeId,
		name: nameOf(open, employeeId),
		marks: days.map(
			(day) => marks.find((one) => one.day === day && one.employeeId === employeeId)?.isPresent ?? null,
		),
	}));
	const name = attendanceName(session.startsOn, locale);
	return ok(await sheetFile(ctx, name, attendanceRows(people, days, locale)));
}

/**
 * Takes attendance in from a workbook, all of the sheet or nothing; it is put together with what others marked since it
 * was downloaded as two fillings of the page are, and days that both marked are said at their cells.
 */
export async function importAttendance(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string },
	file: Brought,
): Promise<Result<SheetOutcome, Refused | AttendanceRefusal>> {
	const opened = await openSession(ctx, of.slug, of.id, 'training.edit');
	if (!opened.ok) return opened;
	const { open, session, days, seated } = opened.value;
	const known = new Set<string>(seated.map((line) => line.employeeId satisfies EmployeeId));
	const read = await readFirst(file, (grid) =>
		readAttendance(grid, { seated: known, days, today: open.asOf }),
	);
	if ('kind' in read) return ok(read);
	const { grid, value } = read;
	if (value.notes.length > 0) return ok(await wrong(ctx, grid, value.notes));
	const saved = await markAttendance(ctx, of, value.marks, value.seen);
	if (saved.ok) return ok({ kind: 'taken', added: value.marks.length, changed: 0 });
	if (saved.error.code !== 'attendance/clash') return err(saved.error);
	const stored = open.marks.filter((mark) => mark.sessionId === session.id);
	return ok(await wrong(ctx, withSeen(grid, stored, 'bg'), clashNotes(grid, saved.error.clashes)));
}

/** The first sheet of a file in which the reader finds its table. */
async function readFirst<Value>(
	file: Brought,
	read: (grid: Grid) => Value | null,
): Promise<SheetOutcome | { readonly grid: Grid; readonly value: Value }> {
	const [reading] = await readSurveyFiles([file]);
	if (!reading) return { kind: 'no-table' };
	if (!reading.ok) return { kind: 'unreadable', code: reading.error };
	for (const grid of reading.value.sheets) {
		const value = read(grid);
		if (value !== null) return { grid, value };
	}
	return { kind: 'no-table' };
}

async function wrong(ctx: Ctx, grid: Grid, notes: readonly CellNote[]): Promise<SheetOutcome> {
	return { kind: 'wrong', cells: notes.length, marked: await markedSheet(grid, notes, ctx.clock.now()) };
}

async function sheetFile(
	ctx: Ctx,
	name: string,
	rows: readonly (readonly (string | number)[])[],
): Promise<WorkbookFile> {
	const bytes = await plainSheet(name, rows, ctx.clock.now());
	return fileOf(bytes, `${name}.xlsx`, WORKBOOK_TYPE);
}
