import type { LocalText, ParticipationRole, StructureLookup } from '../../org/index.ts';
import type { FunctionKey, UnitKey } from '../../shared/index.ts';

/** A function of a unit as it is copied into the list of a campaign. */
export interface FrozenItem {
	readonly unitKey: UnitKey;
	readonly functionKey: FunctionKey;
	readonly groupKey: string;
	readonly text: LocalText;
	readonly sort: number;
}

/** Roles in which a unit spends time on a function; being informed is no work. */
const WORKING_ROLES: ReadonlySet<ParticipationRole> = new Set(['accountable', 'participates', 'consulted']);

/**
 * The list of a campaign: for each chosen unit the functions on which it works, in the order of the units of the
 * structure and of the functions; each function once for a unit. It is copied when the campaign opens, so later
 * edits of the structure change nothing under a running survey (F20).
 */
export function freezeItems(lookup: StructureLookup, chosen: ReadonlySet<UnitKey>): readonly FrozenItem[] {
	const { structure } = lookup;
	const items = structure.units
		.filter((unit) => chosen.has(unit.key))
		.flatMap((unit) => {
			const parts = lookup.participationsByUnit.get(unit.key) ?? [];
			const own = new Set(
				parts.filter(({ role }) => WORKING_ROLES.has(role)).map(({ functionKey }) => functionKey),
			);
			return structure.functions
				.filter((fn) => own.has(fn.key))
				.map((fn) => ({ unitKey: unit.key, functionKey: fn.key, groupKey: fn.policyArea, text: fn.text }));
		});
	return items.map((item, sort) => ({ ...item, sort }));
}
