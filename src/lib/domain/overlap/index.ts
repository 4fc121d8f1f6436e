export * from './compare.ts';
export * from './corpus.ts';
export * from './find-overlaps.ts';
export * from './options.ts';
export * from './parse.ts';
export * from './explain.ts';
