export * from './parameter.ts';
export * from './reference.ts';
