export * from './change-needs.ts';
export * from './competency-matrix.ts';
export * from './coverage.ts';
export * from './gain.ts';
export * from './gaps.ts';
export * from './grouping.ts';
export * from './indicators.ts';
export * from './months.ts';
export * from './need-count.ts';
export * from './need-types.ts';
export * from './needs.ts';
export * from './plan-totals.ts';
export * from './plan-types.ts';
export * from './priority.ts';
export * from './reconcile.ts';
export {
	performingPosts,
	postsOfUnitWork,
	requiredCompetencies,
	type RequiredCompetency,
} from './requirements.ts';
export * from './seat-assignment.ts';
export * from './spread.ts';
export * from './suppression.ts';
export * from './types.ts';
