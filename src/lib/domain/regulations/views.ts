import type { FunctionKind, LocalText } from '../org/index.ts';
import type { LeftOutReason } from './left-out.ts';
import type { NodeKind } from './nodes.ts';
import type { OwnerMatch } from './owners.ts';
import type { DecisionProblem } from './plan-regulation.ts';

/** What the review of a text shows: made on the server, drawn by the page. */

export type ReviewState = 'open' | 'accepted' | 'skipped';

/** A part of the act as the left pane shows it. */
export interface TextPart {
	readonly node: number;
	readonly kind: NodeKind;
	readonly anchor: string;
	readonly depth: number;
	readonly mark: string;
	readonly body: string;
	readonly page: number | null;
	/** Null where the part states no function. */
	readonly state: ReviewState | null;
	/** It could be marked as a function by hand. */
	readonly isLeftOut: boolean;
}

export interface CandidateLine {
	readonly node: number;
	readonly anchor: string;
	readonly wording: string;
	readonly state: ReviewState;
	readonly isSame: boolean;
	readonly isGeneral: boolean;
	readonly way: 'list' | 'sentence' | 'hand';
	/** It stands in the structure since the text was taken in. */
	readonly isTakenIn: boolean;
	readonly problem: DecisionProblem['code'] | null;
}

export interface CandidateGroup {
	/** As the act names the unit; empty where it does not. */
	readonly ownerText: string;
	readonly match: OwnerMatch['kind'];
	readonly unit: LocalText | null;
	readonly items: readonly CandidateLine[];
	/** Functions that „приемете всички“ would accept. */
	readonly ready: number;
}

export interface NamedFunction {
	readonly key: string;
	readonly text: LocalText;
	/** How near, 0–1. */
	readonly score: number;
	readonly unit: LocalText | null;
}

/** A function that the text brought, or completed. */
export interface TakenInFunction {
	readonly key: string;
	readonly text: LocalText;
	readonly isNew: boolean;
}

export interface CandidateDetail {
	readonly node: number;
	/** The part of the text that states it. */
	readonly part: number;
	readonly anchor: string;
	readonly page: number | null;
	readonly stated: string;
	/** The acts that the point names, where a person may part them; empty where there is one. */
	readonly clauses: readonly string[];
	readonly context: string | null;
	readonly ownerText: string | null;
	readonly match: OwnerMatch['kind'];
	readonly state: ReviewState;
	readonly way: 'list' | 'sentence' | 'hand';
	/** Why the reading left the part out; null for a function that it found or a person marked. */
	readonly leftOut: LeftOutReason | null;
	readonly isGeneral: boolean;
	/** What the form shows: the decision, else what is proposed. */
	readonly given: {
		readonly wording: string;
		readonly unit: string;
		readonly kind: FunctionKind;
		readonly area: string;
		readonly seen: number;
	};
	readonly bases: readonly { readonly act: LocalText; readonly reference: string }[];
	readonly unread: readonly string[];
	readonly same: NamedFunction | null;
	readonly near: readonly NamedFunction[];
	readonly takenIn: TakenInFunction | null;
	readonly previous: number | null;
	readonly next: number | null;
	/** The next one that nobody decided yet. */
	readonly nextOpen: number | null;
}

/** Parts of one reason that give no function. */
export interface LeftOutGroup {
	readonly reason: LeftOutReason;
	readonly count: number;
	readonly items: readonly { readonly node: number; readonly anchor: string; readonly body: string }[];
}

/** The two panes of the review of a text. */
export interface RegulationReview {
	readonly text: {
		readonly id: string;
		readonly title: string;
		readonly fileName: string | null;
		readonly state: 'open' | 'applied' | 'undone';
		readonly notes: readonly { readonly code: string; readonly count: number }[];
		readonly createdAt: string;
		readonly actKey: string | null;
	};
	readonly parts: readonly TextPart[];
	readonly groups: readonly CandidateGroup[];
	readonly leftOut: readonly LeftOutGroup[];
	readonly current: CandidateDetail | null;
	readonly decided: number;
	readonly total: number;
	readonly plan: { readonly added: number; readonly updated: number; readonly problems: number };
	/** What the text brought, once it was taken in. */
	readonly takenIn: readonly TakenInFunction[];
	readonly target: {
		readonly versionId: string;
		readonly label: LocalText;
		readonly isWorking: boolean;
		readonly choices: readonly { readonly id: string; readonly label: LocalText }[];
	};
	readonly units: readonly { readonly key: string; readonly name: LocalText }[];
	readonly areas: readonly { readonly key: string; readonly name: LocalText }[];
	readonly mark: string;
}
