export * from './technology-card.ts';
