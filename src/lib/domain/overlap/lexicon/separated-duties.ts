import type { ActClass } from './act-classes.ts';

/** Two duties that one unit should not have over one object, and why. */
export interface SeparatedDuties {
	readonly doing: ActClass;
	readonly checking: ActClass;
	readonly why: 'checks-own-work' | 'decides-on-own-draft' | 'books-own-payment';
}

/**
 * Separation of duties (UNDP typology: regulation apart from delivery, supervision apart from what is supervised; ЗФУКПС
 * on preliminary control and the double signature).
 */
export const SEPARATED_DUTIES: readonly SeparatedDuties[] = [
	...(['prepare', 'issue', 'perform', 'maintain', 'collect', 'pay', 'supply'] as const).map((doing) => ({
		doing,
		checking: 'control' as const,
		why: 'checks-own-work' as const,
	})),
	{ doing: 'prepare', checking: 'regulate', why: 'decides-on-own-draft' },
	{ doing: 'pay', checking: 'register', why: 'books-own-payment' },
];

/** Duties that move nothing by themselves: where only these are met, nobody decides. */
export const ACCOMPANYING: ReadonlySet<ActClass> = new Set([
	'coordinate',
	'participate',
	'support',
	'advise',
]);
