/**
 * What a unit does to the object of a function. `perform` is the broad one (организира, извършва, управлява);
 * the others separate duties: whoever prepares does not control.
 */
export const ACT_CLASSES = [
	'plan',
	'prepare',
	'regulate',
	'issue',
	'register',
	'control',
	'serve',
	'coordinate',
	'perform',
	'maintain',
	'collect',
	'pay',
	'report',
	'analyse',
	'support',
	'participate',
	'advise',
	'propose',
	'represent',
	'protect',
	'supply',
] as const;
export type ActClass = (typeof ACT_CLASSES)[number];

/** Whether a text is the code of a class of acts, as the lexicon and stored data write it. */
export function isActClass(value: string): value is ActClass {
	return (ACT_CLASSES as readonly string[]).includes(value);
}
