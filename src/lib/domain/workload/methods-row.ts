import type { AdministrationPart, LocalText, UnitKind } from '../org/index.ts';
import type { UnitKey } from '../shared/index.ts';
import type { NeedMeasure, NeedVerdict } from './method-agreement.ts';

/** A unit with its need by every method, in the order of the structure. */
export interface MethodsRow {
	readonly key: UnitKey;
	readonly name: LocalText;
	readonly kind: UnitKind;
	readonly part: AdministrationPart;
	readonly depth: number;
	readonly approved: number;
	readonly occupied: number;
	readonly measures: readonly NeedMeasure[];
	/** The survey of the unit is not for this reader. */
	readonly isSurveyHidden: boolean;
	readonly verdict: NeedVerdict;
	/** Functions written for the unit or measured in it. */
	readonly functions: number;
	/** Functions on which survey and volume disagree. */
	readonly doubtful: number;
	/** Functions that one person of the unit does alone. */
	readonly onePerson: number;
}
