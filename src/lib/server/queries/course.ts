import type { CourseKey } from '#lib/domain/shared/index.ts';
import type { StatedCourse } from '#lib/domain/training/index.ts';
import type { Tx } from '../db/index.ts';

/** Adds a course at the end of the catalogue, or changes the one that has its key. */
export async function saveCourse(
	tx: Tx,
	course: Omit<StatedCourse, 'key'> & { readonly key: CourseKey },
	origin: { readonly isNew: boolean; readonly source: string; readonly asOf: string },
): Promise<void> {
	const columns = {
		title_bg: course.title,
		competency_key: course.competencyKey,
		level_to: course.levelTo,
		provider_bg: course.provider,
		form: course.form,
		hours: course.hours,
		price_cents: course.pricePerPerson,
		places: course.places,
	};
	if (!origin.isNew) {
		await tx
			.updateTable('course')
			.set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
			.where('key', '=', course.key)
			.execute();
		return;
	}
	const { last } = await tx
		.selectFrom('course')
		.select((eb) => eb.fn.max('sort').as('last'))
		.executeTakeFirstOrThrow();
	await tx
		.insertInto('course')
		.values({
			...columns,
			key: course.key,
			verification: 'verified',
			source: origin.source,
			as_of: origin.asOf,
			sort: Number(last ?? 0) + 1,
		})
		.execute();
}
