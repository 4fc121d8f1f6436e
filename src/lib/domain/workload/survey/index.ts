export * from './answers.ts';
export * from './groups.ts';
export * from './measure.ts';
export * from './parts.ts';
export * from './split.ts';
export * from './types.ts';
