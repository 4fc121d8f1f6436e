import {
	eurCents,
	type CompetencyKey,
	type CourseKey,
	type MunicipalityId,
} from '#lib/domain/shared/index.ts';
import type { CatalogueCourse, CourseCause, StatedCourse } from '#lib/domain/training/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { toOrigin } from './origin.ts';

/** The courses that all municipalities share and those of one, in the order of the catalogue. */
export async function listCourses(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly CatalogueCourse[]> {
	const causes = await listCauses(db);
	const rows = await db
		.selectFrom('course')
		.selectAll()
		.where((eb) => eb.or([eb('municipality_id', 'is', null), eb('municipality_id', '=', municipalityId)]))
		.orderBy('sort')
		.orderBy('key')
		.execute();
	return rows.map((row) => ({
		key: row.key as CourseKey,
		title: { bg: row.title_bg, en: row.title_en },
		competencyKey: row.competency_key as CompetencyKey,
		levelTo: row.level_to as CatalogueCourse['levelTo'],
		provider: { bg: row.provider_bg, en: row.provider_en },
		form: row.form,
		hours: row.hours,
		pricePerPerson: eurCents(row.price_cents),
		places: row.places,
		causes: causes.get(row.key) ?? [],
		origin: toOrigin(row),
		isShared: row.municipality_id === null,
		replacesKey: row.replaces_key as CourseKey | null,
		revision: row.revision,
	}));
}

/** What a course serves whatever its competency, in the place of what it served before. */
export async function replaceCauses(tx: Tx, key: CourseKey, causes: readonly CourseCause[]): Promise<void> {
	await tx.deleteFrom('course_cause').where('course_key', '=', key).execute();
	for (const cause of causes)
		await tx.insertInto('course_cause').values({ course_key: key, cause }).execute();
}

async function listCauses(db: Reader): Promise<ReadonlyMap<string, readonly CourseCause[]>> {
	const rows = await db
		.selectFrom('course_cause')
		.selectAll()
		.orderBy('course_key')
		.orderBy('cause')
		.execute();
	const groups = Map.groupBy(rows, (row) => row.course_key);
	return new Map([...groups].map(([key, group]) => [key, group.map(({ cause }) => cause)]));
}

/** Where a new course comes from and whose it is; null is the list of all municipalities. */
export interface NewCourse {
	readonly key: CourseKey;
	readonly municipalityId: MunicipalityId | null;
	/** The shared course that it stands in the place of. */
	readonly replaces: CatalogueCourse | null;
	readonly source: string;
	readonly asOf: string;
}

/** Adds a course: at the end of the catalogue, or in the place of the shared one that it replaces. */
export async function insertCourse(
	tx: Tx,
	made: NewCourse,
	course: Omit<StatedCourse, 'key'>,
): Promise<void> {
	await tx
		.insertInto('course')
		.values({
			...toColumns(course, made.replaces),
			key: made.key,
			municipality_id: made.municipalityId,
			replaces_key: made.replaces?.key ?? null,
			verification: 'verified',
			source: made.source,
			as_of: made.asOf,
			sort: await sortOf(tx, made.replaces),
		})
		.execute();
	if (made.replaces) await replaceCauses(tx, made.key, made.replaces.causes ?? []);
}

/** False when somebody changed the course since that revision, and nothing was written. */
export async function updateCourse(
	tx: Tx,
	before: CatalogueCourse,
	course: Omit<StatedCourse, 'key'>,
): Promise<boolean> {
	const result = await tx
		.updateTable('course')
		.set({ ...toColumns(course, before), revision: before.revision + 1 })
		.where('key', '=', before.key)
		.where('revision', '=', before.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export async function deleteCourse(tx: Tx, key: CourseKey): Promise<void> {
	await tx.deleteFrom('course').where('key', '=', key).execute();
}

/** Lets the lines of open plans of a municipality follow its own course; a closed plan says what it said. */
export async function moveLinesToCourse(
	tx: Tx,
	municipalityId: MunicipalityId,
	course: { readonly from: CourseKey; readonly to: CourseKey },
): Promise<void> {
	const plans = tx
		.selectFrom('training_plan')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('status', '!=', 'closed');
	await tx
		.updateTable('plan_item')
		.set({ course_key: course.to })
		.where('course_key', '=', course.from)
		.where('plan_id', 'in', plans)
		.execute();
}

/** The English words stay as long as the Bulgarian ones that they translate. */
function toColumns(course: Omit<StatedCourse, 'key'>, before: CatalogueCourse | null) {
	return {
		title_bg: course.title,
		title_en: before?.title.bg === course.title ? before.title.en : null,
		competency_key: course.competencyKey,
		level_to: course.levelTo,
		provider_bg: course.provider,
		provider_en: before?.provider.bg === course.provider ? before.provider.en : null,
		form: course.form,
		hours: course.hours,
		price_cents: course.pricePerPerson,
		places: course.places,
	};
}

async function sortOf(tx: Tx, replaces: CatalogueCourse | null): Promise<number> {
	const query = tx.selectFrom('course').select((eb) => eb.fn.max('sort').as('last'));
	const { last } = await (replaces ? query.where('key', '=', replaces.key) : query).executeTakeFirstOrThrow();
	return Number(last ?? 0) + (replaces ? 0 : 1);
}
