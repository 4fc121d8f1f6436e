import { err, ok, type CourseKey, type Result } from '#lib/domain/shared/index.ts';
import type { CatalogueCourse, CourseCause, StatedCourse } from '#lib/domain/training/index.ts';
import { within, type Ctx, type Refused } from '../context.ts';
import { replaceCauses } from '../queries/course.ts';
import { recordAudit } from './audit.ts';
import { coursesFor, openCatalogue, writeCourse, type CourseRefusal } from './training-course.ts';

/**
 * Says which causes a course serves whatever its competency: by them the plan finds a course for new heads, newcomers and
 * changed rules. Of a shared course human resources get an own one, as with every change. Errors:
 * `course/no-such-course`, `course/stale`.
 */
export async function serveCauses(
	ctx: Ctx,
	of: { readonly slug: string; readonly key: string; readonly revision: number; readonly source: string },
	causes: readonly CourseCause[],
): Promise<Result<CourseKey, Refused | CourseRefusal>> {
	return ctx.db.transaction().execute(async (tx): Promise<Result<CourseKey, Refused | CourseRefusal>> => {
		const opened = await openCatalogue(within(ctx, tx), of.slug);
		if (!opened.ok) return opened;
		const { open, list } = opened.value;
		const before = coursesFor(open).find(({ key }) => key === of.key);
		if (!before) return err({ code: 'course/no-such-course' });
		if (before.revision !== of.revision) return err({ code: 'course/stale', now: before });
		const key = await writeCourse(ctx, tx, { open, list, before, source: of.source }, statedOf(before));
		await replaceCauses(tx, key, causes);
		await recordAudit(ctx, tx, {
			...{ actor: open.actor, municipalityId: open.municipality.id, versionId: null },
			...{ action: 'course.serve', entity: 'course', entityKey: key },
			...{ before: { causes: before.causes ?? [] }, after: { causes } },
		});
		return ok(key);
	});
}

function statedOf(course: CatalogueCourse): Omit<StatedCourse, 'key'> {
	const { competencyKey, levelTo, form, hours, pricePerPerson, places } = course;
	return {
		...{ competencyKey, levelTo, form, hours, pricePerPerson, places },
		title: course.title.bg,
		provider: course.provider.bg,
	};
}
