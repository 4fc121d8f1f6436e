import type { ProposalState, Transition, VoteTally, VotingRule } from '#lib/domain/review/index.ts';
import type { RuleVerdictKind } from '#lib/domain/scenario/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';

/** What stands beside the points of a proposal. */
export interface ProposalSideData {
	readonly proposal: {
		readonly mover: string;
		readonly legalGround: string;
		readonly state: ProposalState;
		readonly sessionOn: IsoDate | null;
		readonly contentHash: string;
		readonly revision: number;
		readonly createdAt: string;
	};
	/** The day from which what stands takes effect. */
	readonly effectiveOn: IsoDate;
	readonly baseValidFrom: IsoDate;
	/** Whether the stored contents still have their hash. */
	readonly isIntact: boolean;
	readonly steps: readonly Transition[];
	readonly tally: VoteTally | null;
	readonly rule: VotingRule | null;
	readonly verdicts: Readonly<Record<RuleVerdictKind, number>>;
	readonly brokenRules: readonly { readonly name: string; readonly reading: string }[];
	/** Rules broken only between two days of effect. */
	readonly passing: readonly { readonly text: string; readonly href: string }[];
	readonly events: readonly {
		readonly id: string;
		readonly action: string;
		readonly note: string;
		readonly actorName: string;
		readonly at: string;
	}[];
}
