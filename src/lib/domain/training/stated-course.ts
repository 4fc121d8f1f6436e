import type { CourseKey, EurCents } from '../shared/index.ts';
import type { Competency, CompetencyLevel, CourseForm } from './types.ts';

/** A course as a sheet states it. */
export interface StatedCourse {
	/** Null for a course that the catalogue does not have yet. */
	readonly key: CourseKey | null;
	readonly title: string;
	readonly competencyKey: Competency['key'];
	readonly levelTo: CompetencyLevel;
	readonly provider: string;
	readonly form: CourseForm;
	readonly hours: number;
	readonly pricePerPerson: EurCents;
	readonly places: number;
}
