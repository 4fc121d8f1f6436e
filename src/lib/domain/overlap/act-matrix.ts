import type { FunctionKey, UnitKey } from '../shared/index.ts';
import { ACT_CLASSES, type ActClass } from './lexicon/act-classes.ts';
import { ACCOMPANYING, SEPARATED_DUTIES, type SeparatedDuties } from './lexicon/separated-duties.ts';
import { parseStatement } from './parse.ts';
import type { StructureOverlap } from './structure-overlaps.ts';
import type { OverlapMember } from './structure-statements.ts';

/** Who plans, does, controls and reports one object (N06). */
export interface ObjectDuties {
	/** Functions on the object, in the order of the structure. */
	readonly functions: readonly FunctionKey[];
	/** One cell for each act class that is met, in the order of the classes. */
	readonly cells: readonly DutyCell[];
	/** Units with two duties that should be apart. */
	readonly conflicts: readonly DutyConflict[];
	/** Several units accompany, and none does or decides. */
	readonly isNobodyDeciding: boolean;
}

export interface DutyCell {
	readonly actClass: ActClass;
	readonly functions: readonly FunctionKey[];
	readonly units: readonly UnitKey[];
}

export interface DutyConflict extends SeparatedDuties {
	readonly unitKey: UnitKey;
}

/** Similarity of the objects from which two functions are on one object. */
export const SAME_OBJECT_FROM = 0.8;

/**
 * Verb class × object: functions joined by „същият предмет“ (role ignored) are one object; for each the duties and the
 * units that have them. Objects of one function only are left out. In the order of the first function.
 */
export function computeActMatrix(
	members: readonly OverlapMember[],
	pairs: readonly Pick<StructureOverlap, 'a' | 'b' | 'subject' | 'scopeFactor'>[],
): readonly ObjectDuties[] {
	const leader = new Map(members.map(({ functionKey }) => [functionKey, functionKey]));
	const find = (key: FunctionKey): FunctionKey => {
		const next = leader.get(key);
		return next === undefined || next === key ? key : find(next);
	};
	for (const { a, b, subject, scopeFactor } of pairs)
		if (subject >= SAME_OBJECT_FROM && scopeFactor === 1)
			leader.set(find(b.functionKey), find(a.functionKey));
	return [...Map.groupBy(members, ({ functionKey }) => find(functionKey)).values()]
		.filter((object) => object.length > 1)
		.map(dutiesOf);
}

function dutiesOf(object: readonly OverlapMember[]): ObjectDuties {
	const duties = object.flatMap((member) =>
		parseStatement(member.fn.text.bg).acts.map(({ actClass }) => ({ actClass, member })),
	);
	const cells = ACT_CLASSES.flatMap((actClass) => {
		const own = duties.filter((duty) => duty.actClass === actClass).map(({ member }) => member);
		if (own.length === 0) return [];
		const units = [...new Set(own.flatMap(({ unitKey }) => unitKey ?? []))];
		return [{ actClass, functions: [...new Set(own.map(({ functionKey }) => functionKey))], units }];
	});
	const unitsOf = (wanted: ActClass) => cells.find(({ actClass }) => actClass === wanted)?.units ?? [];
	return {
		functions: object.map(({ functionKey }) => functionKey),
		cells,
		conflicts: SEPARATED_DUTIES.flatMap((duty) =>
			unitsOf(duty.doing)
				.filter((unitKey) => unitsOf(duty.checking).includes(unitKey))
				.map((unitKey) => ({ ...duty, unitKey })),
		),
		isNobodyDeciding:
			cells.length > 0 &&
			cells.every(({ actClass }) => ACCOMPANYING.has(actClass)) &&
			new Set(cells.flatMap(({ units }) => units)).size > 1,
	};
}
