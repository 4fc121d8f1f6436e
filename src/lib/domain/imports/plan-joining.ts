import type { Participation, ParticipationRole } from '../org/index.ts';
import type { FunctionKey, UnitKey } from '../shared/index.ts';
import { placeOf, put, sourcesOf, type Desk, type DeskSheet } from './desk.ts';
import type { RowReader } from './row-reader.ts';

/** A unit that a list of functions names beside the one that answers. */
interface Joining {
	readonly key: FunctionKey;
	readonly unitKey: UnitKey;
	readonly role: ParticipationRole;
	/** The units that answered before the import. */
	readonly owners: readonly Participation[];
}

/**
 * Takes in that a unit takes part in, agrees or is told of a function, as a row of a list of functions says. The rows that
 * name who answers are taken in before, so that a function without an answerable unit is known as such
 * (`imports/no-owner`, a warning at the row). The same unit in two rows is refused (`imports/twice`).
 */
export function joinFunction(
	desk: Desk,
	sheet: DeskSheet,
	reader: RowReader,
	{ key, unitKey, role, owners }: Joining,
): boolean {
	const place = placeOf({ functionKey: key, unitKey, postKey: null });
	if (desk.named.has(`participation:${place}`)) {
		reader.report('error', 'imports/twice', 'unit');
		return false;
	}
	const before = desk.participations.get(place) ?? takeBackRemoval(desk, place, owners);
	const share = desk.context.mode === 'replace' ? null : (before?.share ?? null);
	const after: Participation = { functionKey: key, unitKey, postKey: null, role, share };
	const from = { sheet: sheet.index, row: reader.record.row };
	const sources = sourcesOf(sheet, reader).filter(({ field }) => field === 'unit' || field === 'role');
	put(desk, { entity: 'participation', key: place, before, after, from, sources });
	desk.participations.set(place, after);
	const isOwned =
		desk.owners.has(key) ||
		owners.some((owner) => desk.participations.get(placeOf(owner))?.role === 'accountable');
	if (!isOwned) reader.report('warning', 'imports/no-owner', 'role');
	return true;
}

/** A unit that gave the function away in a row above and takes part now is one change, not a removal and a new one. */
function takeBackRemoval(desk: Desk, place: string, owners: readonly Participation[]): Participation | null {
	const owner = owners.find((part) => placeOf(part) === place);
	const at = owner
		? desk.changes.findIndex(
				(change) => change.entity === 'participation' && change.key === place && change.after === null,
			)
		: -1;
	if (at >= 0) desk.changes.splice(at, 1);
	return owner ?? null;
}
