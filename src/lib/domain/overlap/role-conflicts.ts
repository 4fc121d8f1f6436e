import { accountableUnits, lookUp, type Structure } from '../org/index.ts';
import type { FunctionKey, UnitKey } from '../shared/index.ts';

/** One unit that both does and controls in one policy area (methodology §2.2). */
export interface RoleConflict {
	readonly unitKey: UnitKey;
	readonly policyArea: string;
	/** Functions of the kinds `regulation` and `service`. */
	readonly doing: readonly FunctionKey[];
	/** Functions of the kind `control`. */
	readonly controlling: readonly FunctionKey[];
}

/** Units that answer for regulation or services and for control in the same policy area; in the order of the units. */
export function findRoleConflicts(structure: Structure): readonly RoleConflict[] {
	const lookup = lookUp(structure);
	const byUnitAndArea = new Map<string, RoleConflict>();
	for (const fn of structure.functions) {
		const isControl = fn.kind === 'control';
		if (!isControl && fn.kind !== 'regulation' && fn.kind !== 'service') continue;
		for (const unitKey of accountableUnits(lookup, fn.key)) {
			const key = `${unitKey} ${fn.policyArea}`;
			const known = byUnitAndArea.get(key) ?? {
				unitKey,
				policyArea: fn.policyArea,
				doing: [],
				controlling: [],
			};
			byUnitAndArea.set(key, {
				...known,
				doing: isControl ? known.doing : [...known.doing, fn.key],
				controlling: isControl ? [...known.controlling, fn.key] : known.controlling,
			});
		}
	}
	const order = new Map(structure.units.map(({ key }, at) => [key, at]));
	return [...byUnitAndArea.values()]
		.filter(({ doing, controlling }) => doing.length > 0 && controlling.length > 0)
		.sort((a, b) => (order.get(a.unitKey) ?? 0) - (order.get(b.unitKey) ?? 0));
}
