import { can, type Action, type Actor, type Role } from '#lib/domain/access/index.ts';
import type { LocalText, Municipality } from '#lib/domain/org/index.ts';
import type { ChairStep, MarkedStep } from '#lib/domain/review/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';

/** Which proposal something is about. */
interface OfProposal {
	readonly number: number;
	readonly title: string;
}

/** One thing that waits for the person who asks, with what its sentence and its link are made from. */
export type WaitingItem =
	| (OfProposal & { readonly code: 'waiting/proposal'; readonly step: ChairStep })
	| (OfProposal & {
			readonly code: 'waiting/step';
			readonly step: MarkedStep;
			readonly dueOn: IsoDate;
			readonly isOver: boolean;
	  })
	| (OfProposal & { readonly code: 'waiting/opinions'; readonly amendments: readonly number[] })
	| (OfProposal & { readonly code: 'waiting/term-ends' | 'waiting/may-amend'; readonly until: IsoDate })
	| (OfProposal & { readonly code: 'waiting/questions' | 'waiting/answers'; readonly count: number })
	| {
			readonly code: 'waiting/returned' | 'waiting/given';
			readonly scenarioId: string;
			readonly delegationId: string;
			readonly scenario: string;
			readonly dueOn: IsoDate | null;
	  }
	| {
			readonly code: 'waiting/survey';
			readonly surveyId: string;
			readonly name: LocalText;
			readonly count: number;
	  }
	| CountedWaiting;

/** So many of one kind in training. */
export interface CountedWaiting {
	readonly code: 'waiting/adopted-needs' | 'waiting/near-needs' | 'waiting/plan-lines' | 'waiting/tasks';
	readonly count: number;
}

/** Whose start page it is, and of which municipality. */
export interface Waiter {
	readonly actor: Actor;
	readonly municipality: Municipality;
}

/** Whether the actor is this in the municipality, and may do what is asked as such. */
export function isOne({ actor, municipality }: Waiter, role: Role, action: Action): boolean {
	const own = actor.memberships.find((one) => one.municipalityId === municipality.id && one.role === role);
	if (!own) return false;
	const unit = own.unitKey === null ? {} : { unitKey: own.unitKey };
	return can(actor, action, { municipalityId: municipality.id, ...unit });
}
