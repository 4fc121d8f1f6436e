export * from './check.ts';
export * from './constraint.ts';
export * from './migrate.ts';
export * from './open.ts';
export type * from './types.ts';
export type { Database } from './schema/index.ts';
