import type { FunctionKey, PostKey, Result, UnitKey } from '../shared/index.ts';
import {
	planParticipationEdit,
	type ParticipationEdit,
	type ParticipationPlan,
	type ParticipationRefusal,
} from './edit-participation.ts';
import type { ParticipationRole, Structure } from './types.ts';

/** One pasted cell: what stands there is to become this role, or nothing. */
export interface BlockCell {
	readonly functionKey: FunctionKey;
	readonly unitKey: UnitKey;
	/** Null is the unit as a whole. */
	readonly postKey: PostKey | null;
	/** Null empties the cell. */
	readonly role: ParticipationRole | null;
	/** Share of the function's work, 0–1; left out, the one that stands there stays. */
	readonly share?: number | null;
}

export type BlockLine = BlockCell & {
	/** Role that stands there; null when there is none. */
	readonly before: ParticipationRole | null;
} & (
		| { readonly outcome: 'change'; readonly edit: ParticipationEdit; readonly plan: ParticipationPlan }
		| { readonly outcome: 'same' }
		| { readonly outcome: 'refused'; readonly refusals: readonly ParticipationRefusal[] }
	);

/**
 * What a block of roles would change, cell by cell in the order given. Cells that take a role away come first, so
 * that „О“ may move from one unit to another in one block; each cell is judged after the ones before it. Shares that
 * stand there stay unless given. Refusals as of `planParticipationEdit`.
 */
export function planParticipationBlock(
	structure: Structure,
	cells: readonly BlockCell[],
): readonly BlockLine[] {
	const rank = ({ role }: BlockCell) => (role === 'accountable' ? 1 : 0);
	const ordered = cells.map((cell, at) => ({ cell, at })).sort((a, b) => rank(a.cell) - rank(b.cell));
	const lines: BlockLine[] = [];
	let now = structure;
	for (const { cell, at } of ordered) {
		const line = planCell(now, cell);
		lines[at] = line;
		if (line.outcome === 'change') now = applyPlan(now, line.plan);
	}
	return lines;
}

function planCell(structure: Structure, cell: BlockCell): BlockLine {
	const { functionKey, unitKey, postKey, role } = cell;
	const place = { functionKey, unitKey, postKey };
	const old = structure.participations.find(
		(part) => part.functionKey === functionKey && part.unitKey === unitKey && part.postKey === postKey,
	);
	const before = old?.role ?? null;
	if (before === role) return { ...cell, before, outcome: 'same' };
	const share = cell.share === undefined ? (old?.share ?? null) : cell.share;
	const edit: ParticipationEdit =
		role === null ? { kind: 'remove', place } : { kind: 'set', place, role, share };
	const plan: Result<ParticipationPlan, readonly ParticipationRefusal[]> = planParticipationEdit(
		structure,
		edit,
	);
	return plan.ok
		? { ...cell, before, outcome: 'change', edit, plan: plan.value }
		: { ...cell, before, outcome: 'refused', refusals: plan.error };
}

function applyPlan(structure: Structure, { before, after }: ParticipationPlan): Structure {
	const rest = structure.participations.filter((part) => !before.includes(part));
	return { ...structure, participations: after === null ? rest : [...rest, after] };
}
