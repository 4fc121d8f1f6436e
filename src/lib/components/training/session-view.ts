import type { IsoDate } from '#lib/domain/shared/index.ts';
import type { SessionState } from '#lib/domain/training/index.ts';

/** A session in words, as lists and pages show it. */
export interface SessionWords {
	readonly id: string;
	readonly title: string;
	readonly state: SessionState;
	readonly stateName: string;
	readonly time: string;
	readonly part: string;
	readonly where: string;
	readonly trainer: string;
	readonly people: string;
	readonly waiting: string;
	/** How many units have no measured month with most work; empty when all have. */
	readonly unmeasured: string;
	readonly conflicts: readonly ConflictText[];
}

export interface ConflictText {
	readonly short: string;
	readonly text: string;
	/** The other session that takes part in it. */
	readonly otherId: string | null;
}

/** A line of the plan with its sessions. */
export interface ScheduledWords {
	readonly id: string;
	readonly title: string;
	readonly group: string;
	/** Whether sessions can still be added: it is neither held nor cancelled. */
	readonly isOpen: boolean;
	readonly unscheduled: string;
	readonly sessions: readonly SessionWords[];
}

/** A session on the line of a year. */
export interface TimelineSession extends SessionWords {
	/** Place on the line, 0–1. */
	readonly from: number;
	readonly width: number;
	readonly startsOn: IsoDate;
	readonly day: string;
	readonly revision: number;
}

export interface TimelineItem {
	readonly id: string;
	readonly title: string;
	readonly group: string;
	readonly quarter: string;
	readonly isOpen: boolean;
	/** The quarter for which the training is planned. */
	readonly planned: { readonly from: number; readonly width: number };
	readonly sessions: readonly TimelineSession[];
}
