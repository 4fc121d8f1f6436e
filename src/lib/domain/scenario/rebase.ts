import type { Structure } from '../org/index.ts';
import type { OperationId } from '../shared/index.ts';
import { renumber } from './dependencies.ts';
import type { Operation } from './operation.ts';
import { compareEffects, type RebaseReason } from './rebase-reasons.ts';
import { touchesBetween, type Touch } from './rebase-touches.ts';
import { inOrder, openDraft, stepDraft, type ScenarioLimits, type ScenarioStep } from './run.ts';

export const REBASE_DECISIONS = ['keep', 'drop', 'edit'] as const;
/** What becomes of an operation in conflict: it stays as it is, goes, or stays and is opened to be changed. */
export type RebaseDecision = (typeof REBASE_DECISIONS)[number];

/** One operation of a scenario on its way to a new base. */
export interface RebaseItem {
	readonly operation: Operation;
	/** Why it is in conflict; empty when it does on the new base exactly what it did on the old one. */
	readonly reasons: readonly RebaseReason[];
	/** The decisions that are open to it; empty without a conflict. */
	readonly choices: readonly RebaseDecision[];
	/** Null without a conflict, and while nobody decided. */
	readonly decision: RebaseDecision | null;
	/** Its step on the old base; null where it did not apply there either. */
	readonly old: ScenarioStep | null;
	/** Its step on the new base; null where it is refused. */
	readonly fresh: ScenarioStep | null;
}

/** A scenario on a new base, with everything that has to be decided on the way. */
export interface Rebase {
	/** What the new base changed. */
	readonly baseChanges: readonly Touch[];
	/** Every operation, in order. */
	readonly items: readonly RebaseItem[];
	readonly conflicts: number;
	/** Conflicts that nobody decided yet; the rebase is complete at 0. */
	readonly undecided: number;
	/** The operations that go on, numbered from 1; those in conflict as decided, undecided ones still among them. */
	readonly operations: readonly Operation[];
	/** The new base with the operations that apply to it, as decided so far. */
	readonly after: Structure;
}

export interface RebaseInput {
	readonly oldBase: Structure;
	readonly newBase: Structure;
	readonly operations: readonly Operation[];
	readonly limits: ScenarioLimits;
	readonly decisions?: ReadonlyMap<OperationId, RebaseDecision>;
}

/**
 * Takes a scenario from the base on which it was made to another one, for example the version in force after a decision.
 * Each operation is run on both bases. One whose effect is the same goes over untouched; one that is refused, or whose
 * effect differs ({@link compareEffects}), is a conflict with its reasons and waits for a decision: nothing is settled in
 * silence. A refused operation cannot be kept, only dropped or changed; until then those after it are tried without it.
 * Laws: a base that did not change gives no conflict and the same operations; changes of things that no operation touches
 * give none either; the end is what the operations that go on make of the new base.
 * Example: an operation renames unit U; the new base renamed it too → `rebase/field-changed` with both names and the
 * wanted one; kept → the wanted name stands, dropped → that of the new base.
 */
export function rebase({ oldBase, newBase, operations, limits, decisions }: RebaseInput): Rebase {
	let [old, fresh] = [openDraft(oldBase, limits), openDraft(newBase, limits)];
	const items: RebaseItem[] = [];
	for (const operation of inOrder(operations)) {
		const [was, is] = [stepDraft(old, operation), stepDraft(fresh, operation)];
		const oldStep = was.ok ? { operation, before: old.structure, after: was.value.structure } : null;
		const freshStep = is.ok ? { operation, before: fresh.structure, after: is.value.structure } : null;
		const reasons: readonly RebaseReason[] = is.ok
			? differences(oldStep, freshStep)
			: [{ code: 'rebase/refused', refusal: is.error }];
		const item = settle({ operation, reasons, old: oldStep, fresh: freshStep }, decisions);
		items.push(item);
		if (was.ok) old = was.value;
		if (is.ok && item.decision !== 'drop') fresh = is.value;
	}
	const going = items.filter((item) => item.decision !== 'drop').map((item) => item.operation);
	return {
		baseChanges: touchesBetween(oldBase, newBase),
		items,
		conflicts: items.filter((item) => item.reasons.length > 0).length,
		undecided: items.filter((item) => item.reasons.length > 0 && item.decision === null).length,
		operations: renumber(going),
		after: fresh.structure,
	};
}

function differences(old: ScenarioStep | null, fresh: ScenarioStep | null): readonly RebaseReason[] {
	if (!old || !fresh) return [];
	return compareEffects(touchesBetween(old.before, old.after), touchesBetween(fresh.before, fresh.after));
}

function settle(
	item: Omit<RebaseItem, 'choices' | 'decision'>,
	decisions: RebaseInput['decisions'],
): RebaseItem {
	const choices = choicesOf(item);
	const asked = decisions?.get(item.operation.id);
	const decision = choices.find((choice) => choice === asked) ?? null;
	return { ...item, choices, decision };
}

function choicesOf({ reasons, fresh }: Pick<RebaseItem, 'reasons' | 'fresh'>): readonly RebaseDecision[] {
	if (reasons.length === 0) return [];
	return fresh ? REBASE_DECISIONS : ['drop', 'edit'];
}
