export * from './align.ts';
export * from './compare.ts';
export * from './council-counts.ts';
export * from './facts.ts';
export * from './job-changes.ts';
export * from './text-changes.ts';
