export * from './checks-types.ts';
export * from './checks.ts';
export * from './indicators-headcount.ts';
export * from './indicators-powers.ts';
export * from './indicators-span.ts';
export * from './indicators.ts';
export * from './lookup.ts';
export * from './types.ts';
