import type { Municipality } from '../org/index.ts';
import { fte, type EurCents, type Fte } from '../shared/index.ts';
import type { FunctionTwin } from './twins.ts';

/** What the law offers for doing a function together. */
export type JointGround =
	/** One civil servant by part of the day in two administrations (ЗДСл, чл. 16а, ал. 4; R46). */
	| 'shared-official'
	/** One audit unit for neighbours or municipalities of one oblast with small budgets (ЗВОПС, чл. 12, ал. 3; R14). */
	| 'joint-audit'
	/** Co-operation of municipalities by agreement (ЗМСМА, чл. 59). */
	| 'agreement';

export interface JointCandidate {
	readonly twin: FunctionTwin;
	/** FTE of both sides together. */
	readonly fte: Fte;
	readonly grounds: readonly JointGround[];
}

export interface JointOptions {
	/** FTE below which a function is too small to stand alone. */
	readonly criticalFte: Fte;
	/** Largest budget with which a municipality may join an audit unit; null when no limit is in force. */
	readonly auditBudgetLimit: EurCents | null;
	/** Whether one official may serve two administrations on the day of the analysis. */
	readonly isSharedOfficialAllowed: boolean;
	/** Keys of the functions that are internal audit. */
	readonly auditFunctions: ReadonlySet<string>;
}

/**
 * Functions that both municipalities do with less than a critical FTE each (N10), the smallest together first, ties by
 * key. A side that is not measured is no candidate: nobody knows that it is small. Example: 0,2 and 0,3 with a critical
 * 0,5 → one candidate of 0,5 ЕПРВ.
 */
export function findJointCandidates(
	twins: readonly FunctionTwin[],
	municipalities: readonly Municipality[],
	options: JointOptions,
): readonly JointCandidate[] {
	const byId = new Map(municipalities.map((municipality) => [municipality.id, municipality]));
	return twins
		.flatMap((twin) => {
			const { a, b } = twin;
			if (a.fte === null || b.fte === null) return [];
			if (a.fte >= options.criticalFte || b.fte >= options.criticalFte) return [];
			const both = [byId.get(a.municipalityId), byId.get(b.municipalityId)];
			return [{ twin, fte: fte(a.fte + b.fte), grounds: groundsOf(twin, both, options) }];
		})
		.sort((x, y) => x.fte - y.fte || (x.twin.key < y.twin.key ? -1 : 1));
}

function groundsOf(
	{ a, b }: FunctionTwin,
	both: readonly (Municipality | undefined)[],
	options: JointOptions,
): readonly JointGround[] {
	const grounds: JointGround[] = ['agreement'];
	if (options.isSharedOfficialAllowed) grounds.push('shared-official');
	const isAudit = [a, b].every(({ functionKey }) => options.auditFunctions.has(functionKey));
	if (isAudit && mayJoinAudit(both, options.auditBudgetLimit)) grounds.push('joint-audit');
	return grounds;
}

/** Both in one oblast and each with a known budget up to the limit; neighbours elsewhere are for a person to judge. */
function mayJoinAudit(both: readonly (Municipality | undefined)[], limit: EurCents | null): boolean {
	const oblasts = new Set(both.map((municipality) => municipality?.oblast.bg));
	return (
		limit !== null &&
		oblasts.size === 1 &&
		both.every((municipality) => municipality?.budget != null && municipality.budget <= limit)
	);
}
