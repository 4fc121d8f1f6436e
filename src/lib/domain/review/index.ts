export * from './amend.ts';
export * from './amendment-effect.ts';
export * from './amendment.ts';
export * from './ballot.ts';
export * from './decision.ts';
export * from './procedure.ts';
export * from './transitions.ts';
export * from './vote.ts';
