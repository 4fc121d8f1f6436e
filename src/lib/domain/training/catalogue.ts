import type { CourseKey } from '../shared/index.ts';
import type { StatedCourse } from './stated-course.ts';
import type { Course } from './types.ts';

/** A course as the catalogue keeps it: in the list that all municipalities share, or in that of one of them. */
export interface CatalogueCourse extends Course {
	/** In the list of all municipalities, which only the administrator changes. */
	readonly isShared: boolean;
	/** The shared course in whose place this own one stands; null for one that replaces none. */
	readonly replacesKey: CourseKey | null;
	readonly revision: number;
}

/** The courses that a municipality chooses from: its own, and the shared ones that none of its own replaces. */
export function offeredCourses(courses: readonly CatalogueCourse[]): readonly CatalogueCourse[] {
	const replaced = new Set(courses.map(({ replacesKey }) => replacesKey));
	return courses.filter(({ key }) => !replaced.has(key));
}

/** Whether a sheet or a form says anything else of a course than the catalogue does; by its Bulgarian words. */
export function changesCourse(course: Course, stated: Omit<StatedCourse, 'key'>): boolean {
	return (
		course.title.bg !== stated.title ||
		course.provider.bg !== stated.provider ||
		course.competencyKey !== stated.competencyKey ||
		course.levelTo !== stated.levelTo ||
		course.form !== stated.form ||
		course.hours !== stated.hours ||
		course.pricePerPerson !== stated.pricePerPerson ||
		course.places !== stated.places
	);
}
