export * from './answer.ts';
export * from './ended-session.ts';
export * from './fields.ts';
export * from './local-path.ts';
export * from './parse.ts';
export * from './small-form.ts';
