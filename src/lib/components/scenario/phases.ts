import type { SeenNumbers } from '#lib/domain/scenario/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import type { OperationPlace } from './operation-item.ts';

/** A phase of a scenario in words. */
export interface PhaseView {
	readonly startsOn: IsoDate;
	readonly day: string;
	readonly isDecisionDay: boolean;
	readonly title: string;
	readonly narrative: string;
	readonly operations: readonly OperationPlace[];
	/** Null while what is in effect by then does not apply without what comes later. */
	readonly numbers: SeenNumbers | null;
	readonly refused: string | null;
}

/** The operations by the day of their phase, in their order within it; those that are in no phase yet come last. */
export function byPhase<Item extends { readonly id: string }>(
	operations: readonly Item[],
	phases: readonly PhaseView[],
): readonly Item[] {
	const places = new Map(phases.flatMap(({ operations: own }, at) => own.map(({ id }) => [id, at] as const)));
	const placeOf = ({ id }: Item) => places.get(id) ?? phases.length;
	return operations.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Phases by the operation above which they begin, of a list by phase; none for one phase without words. */
export function phaseHeadings(phases: readonly PhaseView[], operations: readonly { readonly id: string }[]) {
	const headings = new Map<string, PhaseView>();
	if (phases.length < 2 && phases.every((phase) => phase.title === '')) return headings;
	for (const phase of phases) {
		const own = new Set(phase.operations.map(({ id }) => id));
		const first = operations.find(({ id }) => own.has(id));
		if (first) headings.set(first.id, phase);
	}
	return headings;
}
