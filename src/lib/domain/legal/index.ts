export * from './calendar.ts';
export * from './currency.ts';
export * from './occupation.ts';
export * from './parameter.ts';
export * from './parse-reference.ts';
export * from './reference.ts';
export * from './within.ts';
export * from './working-days.ts';
