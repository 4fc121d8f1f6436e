export * from './find-bases.ts';
export * from './find-candidates.ts';
export * from './nodes.ts';
export * from './owners.ts';
export * from './parse-regulation.ts';
export * from './wording.ts';
export { pageAt } from './shadow.ts';
