export * from './edit-block.ts';
export * from './edit-function.ts';
export * from './edit-participation.ts';
export * from './edit-post.ts';
export { freshKey } from './edit-text.ts';
export * from './edit-types.ts';
export * from './edit-unit.ts';
export * from './edit-wording.ts';
