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

/** A phase that begins above an operation of the list; `isAgain` when it stood further up already. */
export interface PhaseStart {
	readonly phase: PhaseView;
	readonly isAgain: boolean;
}

/** Headings by the operation that they stand above; none for a scenario of one phase without words. */
export function phaseHeadings(
	operations: readonly { readonly id: string }[],
	phases: readonly PhaseView[],
): ReadonlyMap<string, PhaseStart> {
	const headings = new Map<string, PhaseStart>();
	if (phases.length < 2 && phases.every((phase) => phase.title === '')) return headings;
	const phaseOf = new Map(phases.flatMap((phase) => phase.operations.map(({ id }) => [id, phase] as const)));
	const opened = new Set<PhaseView>();
	let current: PhaseView | undefined;
	for (const { id } of operations) {
		const phase = phaseOf.get(id);
		if (!phase || phase === current) continue;
		headings.set(id, { phase, isAgain: opened.has(phase) });
		opened.add(phase);
		current = phase;
	}
	return headings;
}
