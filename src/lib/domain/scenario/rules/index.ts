export * from './catalogue.ts';
export { RULE_PARAMETERS } from './parameters.ts';
export * from './types.ts';
