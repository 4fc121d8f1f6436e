export * from './decision.ts';
export * from './transitions.ts';
export * from './vote.ts';
