import {
	adoptionBlocks,
	countStructure,
	endVerdicts,
	passingBreaches,
	type PassingBreach,
	type RuleFrame,
	type RuleVerdict,
	type ScenarioRun,
	type StructureNumbers,
	type SubmissionBlock,
} from '../scenario/index.ts';
import { ok, type Result } from '../shared/index.ts';
import {
	amendmentNeed,
	collisionOf,
	refusedTogether,
	runAmended,
	type AmendmentCollision,
	type AmendmentFrame,
	type AmendmentNeed,
} from './amend.ts';
import type { Amendment } from './amendment.ts';
import type { AmendedRefusal } from './decision.ts';

/** What would follow if one amendment were accepted on the proposal as submitted, with whatever it needs. */
export interface AmendmentEffect {
	readonly run: ScenarioRun;
	readonly submitted: StructureNumbers;
	readonly amended: StructureNumbers;
	/** Why the ledger of functions would not close; empty when it does. */
	readonly blocks: readonly SubmissionBlock[];
	/** Rules of law whose verdict the amendment changes. */
	readonly rules: readonly { readonly before: RuleVerdict; readonly after: RuleVerdict }[];
	/** Rules that it breaks on a day before the last one, and that the submitted proposal does not break then. */
	readonly passing: readonly PassingBreach[];
}

/**
 * The effect of an amendment on totals, ledger and rules, counted between the submitted structure and the amended one.
 * `needed` are the amendments that it does not apply without.
 * Errors: those of `runAmended`.
 */
export function computeAmendmentEffect(
	frame: AmendmentFrame & { readonly rules: RuleFrame },
	given: {
		readonly amendment: Amendment;
		readonly needed: readonly Amendment[];
		readonly submitted: ScenarioRun;
	},
): Result<AmendmentEffect, AmendedRefusal> {
	const amended = runAmended(frame, [given.amendment, ...given.needed]);
	if (!amended.ok) return amended;
	const { run } = amended.value;
	const fresh = endVerdicts(run, frame.rules);
	const changed = endVerdicts(given.submitted, frame.rules).flatMap((before, at) => {
		const after = fresh[at];
		return after && after.verdict !== before.verdict ? [{ before, after }] : [];
	});
	return ok({
		run,
		...{ submitted: countStructure(given.submitted.after), amended: countStructure(run.after) },
		...{
			blocks: adoptionBlocks(run, { decisionDay: frame.rules.asOf, limits: frame.limits }).blocks,
			rules: changed,
			passing: newBreaches(frame, given.submitted, run),
		},
	});
}

function newBreaches(
	{ rules, limits }: AmendmentFrame & { readonly rules: RuleFrame },
	submitted: ScenarioRun,
	amended: ScenarioRun,
): readonly PassingBreach[] {
	const keyOf = ({ startsOn, rule }: PassingBreach) => `${startsOn} ${rule.after.rule}`;
	const known = new Set(passingBreaches(submitted, rules, limits).map(keyOf));
	return passingBreaches(amended, rules, limits).filter((breach) => !known.has(keyOf(breach)));
}

/** How an amendment stands beside the others on the table. */
export interface AmendmentStanding {
	readonly need: AmendmentNeed;
	/** Those that cannot both be accepted, with the field or the point about which they differ. */
	readonly collisions: readonly AmendmentCollision[];
	/** Numbers of those that apply each alone but not together with it. */
	readonly together: readonly number[];
}

/**
 * What an amendment needs to apply, with which of the others it cannot be accepted, and with which it does not apply
 * together.
 */
export function amendmentStanding(
	frame: AmendmentFrame,
	amendment: Amendment,
	others: readonly Amendment[],
): AmendmentStanding {
	const rest = others.filter(({ number }) => number !== amendment.number);
	return {
		need: amendmentNeed(frame, amendment, rest),
		collisions: rest.flatMap((other) => collisionOf(amendment, other) ?? []),
		together: refusedTogether(frame, amendment, rest),
	};
}
