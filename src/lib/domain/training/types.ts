import type { LocalText, Origin } from '../org/index.ts';
import type {
	CompetencyKey,
	CourseKey,
	EmployeeId,
	EurCents,
	FunctionKey,
	IsoDate,
	PostKey,
} from '../shared/index.ts';

export const COMPETENCY_GROUPS = ['managerial', 'expert', 'technical', 'functional'] as const;
export type CompetencyGroup = (typeof COMPETENCY_GROUPS)[number];

/** 1 начално, 2 основно, 3 самостоятелно, 4 напреднало, 5 експертно. */
export const COMPETENCY_LEVELS = [1, 2, 3, 4, 5] as const;
export type CompetencyLevel = (typeof COMPETENCY_LEVELS)[number];

/** A skill (умение) of a person; the competence of a body is an `Authority`, never this. */
export interface Competency {
	readonly key: CompetencyKey;
	readonly group: CompetencyGroup;
	readonly name: LocalText;
	readonly description: LocalText;
	/** Weight in the priority of a need, 1–3. */
	readonly weight: 1 | 2 | 3;
}

/** What a function, a post, or every post of one job title asks of whoever does it. */
export type Requirement = (
	| { readonly kind: 'function'; readonly functionKey: FunctionKey }
	| { readonly kind: 'post'; readonly postKey: PostKey }
	| { readonly kind: 'job-title'; readonly jobTitle: string }
) & { readonly competencyKey: CompetencyKey; readonly level: CompetencyLevel; readonly source: string };

export interface Employee {
	readonly id: EmployeeId;
	readonly postKey: PostKey;
	readonly name: string;
	readonly sex: 'female' | 'male';
	/** Part of the post that the person takes, for example 0.5. */
	readonly occupancy: number;
	readonly startedOn: IsoDate;
	readonly leftOn: IsoDate | null;
}

export interface Assessment {
	readonly employeeId: EmployeeId;
	readonly competencyKey: CompetencyKey;
	readonly level: CompetencyLevel;
	readonly assessedOn: IsoDate;
	readonly source: string;
}

export const COURSE_CAUSES = ['new-head', 'new-employee', 'rule-changed'] as const;
/** A cause of needs that ask for no one competency, which a course may serve: heads, newcomers, a changed rule. */
export type CourseCause = (typeof COURSE_CAUSES)[number];

export const COURSE_FORMS = ['in-person', 'distance', 'blended', 'internal'] as const;
export type CourseForm = (typeof COURSE_FORMS)[number];

export interface Course {
	readonly key: CourseKey;
	readonly title: LocalText;
	readonly competencyKey: CompetencyKey;
	/** Level that a participant reaches. */
	readonly levelTo: CompetencyLevel;
	/** Causes that it serves whatever its competency. */
	readonly causes?: readonly CourseCause[];
	readonly provider: LocalText;
	readonly form: CourseForm;
	/** Duration of one edition. */
	readonly hours: number;
	readonly pricePerPerson: EurCents;
	/** Places in one group. */
	readonly places: number;
	readonly origin: Origin;
}
