export * from './catalogue.ts';
export * from './certificate-needs.ts';
export * from './certificate.ts';
export * from './attendance.ts';
export * from './change-needs.ts';
export * from './competency-matrix.ts';
export * from './course-cause.ts';
export * from './coverage.ts';
export * from './dictionary.ts';
export * from './evaluation.ts';
export * from './gain.ts';
export * from './gaps.ts';
export * from './grouping.ts';
export * from './indicators.ts';
export * from './leavers.ts';
export { mandatoryNeeds } from './mandatory-needs.ts';
export * from './merge-marks.ts';
export * from './missed-deadline.ts';
export * from './months.ts';
export * from './need-count.ts';
export * from './need-rank.ts';
export * from './need-stage.ts';
export * from './need-telling.ts';
export * from './need-types.ts';
export * from './needs.ts';
export * from './peak-months.ts';
export * from './person-learning.ts';
export * from './plan-lines.ts';
export * from './plan-move.ts';
export * from './plan-totals.ts';
export * from './plan-types.ts';
export * from './priority.ts';
export * from './project-indicators.ts';
export * from './reconcile.ts';
export {
	performingPosts,
	postsOfTitle,
	postsOfUnitWork,
	requiredCompetencies,
	requirementSubject,
	type RequiredCompetency,
} from './requirements.ts';
export * from './rule-needs.ts';
export * from './seat-assignment.ts';
export * from './session-conflicts.ts';
export * from './session-terms.ts';
export * from './session.ts';
export * from './spread.ts';
export * from './stated-course.ts';
export * from './suppression.ts';
export * from './training-certificate.ts';
export * from './types.ts';
export * from './vacant-part.ts';
export * from './wish-needs.ts';
