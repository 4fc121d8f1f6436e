import type { Structure } from '../org/index.ts';
import { holders } from './diff.ts';
import { countStructure, type StructureNumbers } from './numbers.ts';
import type { RuleVerdict } from './rules/index.ts';

export const MEASURES = [
	'administration',
	'cost',
	'units',
	'layers',
	'span',
	'specialised-share',
	'open-overlaps',
	'failed-rules',
	'unanswered-functions',
] as const;
/** A number of a structure by which scenarios are compared and to which targets are set. */
export type Measure = (typeof MEASURES)[number];

/** Null where nobody measured it. */
export type MeasureValues = Readonly<Record<Measure, number | null>>;

export interface Measured {
	readonly structure: Structure;
	readonly verdicts: readonly RuleVerdict[];
	/** Duplications and overlaps on which nobody has decided; null while that is not known. */
	readonly openOverlaps: number | null;
	/** The numbers of the structure, where they are counted already. */
	readonly numbers?: StructureNumbers;
}

/**
 * The measures of one structure: approved posts of the administration; yearly cost in euro cents of the posts whose cost
 * is known, null when none is; units; layers; average span; posts of the specialised administration as a share (0–1) of
 * all posts of the administration, null without posts; open overlaps; rules of law not met; functions for which no unit
 * answers. Example: 20 posts in all, 12 of them specialised → 0,6.
 */
export function measureStructure({ structure, verdicts, openOverlaps, numbers }: Measured): MeasureValues {
	const counted = numbers ?? countStructure(structure);
	const { administration, outside, byPart, withoutCost } = counted;
	const answered = holders(structure);
	return {
		administration,
		cost: withoutCost > 0 && withoutCost >= administration + outside ? null : counted.annualCost,
		units: counted.units,
		layers: counted.layers,
		span: counted.averageSpan,
		'specialised-share': administration > 0 ? byPart.specialised / administration : null,
		'open-overlaps': openOverlaps,
		'failed-rules': verdicts.filter(({ verdict }) => verdict === 'failed').length,
		'unanswered-functions': structure.functions.filter(({ key }) => !answered.has(key)).length,
	};
}
