export * from './act-matrix.ts';
export * from './affinity.ts';
export * from './clusters.ts';
export * from './compare.ts';
export { buildCorpus, type Corpus } from './corpus.ts';
export * from './dispersion.ts';
export * from './explain.ts';
export * from './find-overlaps.ts';
export * from './fingerprint.ts';
export * from './fragmentation.ts';
export * from './gaps.ts';
export * from './joint-candidates.ts';
export { ACT_CLASSES, type ActClass } from './lexicon/act-classes.ts';
export { SEPARATED_DUTIES, type SeparatedDuties } from './lexicon/separated-duties.ts';
export * from './near-functions.ts';
export * from './open-counts.ts';
export * from './options.ts';
export * from './parse.ts';
export * from './power-coverage.ts';
export * from './precision.ts';
export * from './query.ts';
export * from './role-conflicts.ts';
export * from './similar-pairs.ts';
export * from './progress.ts';
export * from './structure-overlaps.ts';
export { statementsOf, type OverlapMember } from './structure-statements.ts';
export * from './twins.ts';
export * from './verdicts.ts';
export * from './finding.ts';
export * from './pair-filter.ts';
export { mapPairs, pairAt, type FoundPair, type PairList } from './pair-list.ts';
export {
	findNearShare,
	nearSource,
	readNearShares,
	type NearShare,
	type NearSource,
	type RowShare,
} from './near-rows.ts';
export { findPairs, joinTopPairs, nearLimit, type FoundPairs, type PairOptions } from './pairs.ts';
export { weighByCatalogue } from './standard-pairs.ts';
export {
	STANDARD_FUNCTIONS,
	STANDARD_FUNCTIONS_VERSION,
	type StandardFunction,
} from './catalogue/standard-functions.ts';
export * from './unit-matrix.ts';
export * from './work-shape.ts';
