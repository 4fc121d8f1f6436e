import type { StructureLookup } from '../org/index.ts';
import { addDays, type FunctionKey, type IsoDate, type PostKey, type UnitKey } from '../shared/index.ts';
import { holdersByPost, type StaffCompetence } from './gaps.ts';
import type { RuleKind, TrainingNeed } from './need-types.ts';
import { computePriority } from './priority.ts';
import { compare, performingPosts, postsOfUnitWork } from './requirements.ts';

/** A rule that changed, with everybody whom it touches. */
export interface RuleChange {
	readonly rule: RuleKind;
	/** What changed, by its id. */
	readonly ref: string;
	/** The first day on which the new rule holds. */
	readonly changedOn: IsoDate;
	readonly postKeys: readonly PostKey[];
}

/**
 * One need for every unit and changed rule: all holders of the posts that the rule touches, whatever they know, for the
 * rule is new to all of them (products N24: 70 people on the new rules). Of several changes of one rule the last counts.
 * Deadline: the day before the new rule holds.
 */
export function ruleNeeds(
	changes: readonly RuleChange[],
	context: Pick<StaffCompetence, 'employees' | 'asOf'> & { readonly before: StructureLookup },
): readonly TrainingNeed[] {
	const holders = holdersByPost(context.employees, context.asOf);
	const byRule = Map.groupBy(changes, (change) => `${change.rule}:${change.ref}`);
	return [...byRule].flatMap(([ref, group]) => {
		const [last] = [...group].sort((a, b) => compare(b.changedOn, a.changedOn));
		if (last === undefined) return [];
		const posts = [...new Set(group.flatMap((change) => change.postKeys))].sort(compare);
		const byUnit = Map.groupBy(posts, (postKey) => context.before.postByKey.get(postKey)?.unitKey);
		return [...byUnit].flatMap(([unitKey, postKeys]): readonly TrainingNeed[] => {
			const people = postKeys
				.flatMap((postKey) => holders.get(postKey) ?? [])
				.map(({ id, postKey }) => ({
					...{ employeeId: id, postKey, required: null, assessed: null, gap: null },
				}));
			if (unitKey === undefined || people.length === 0) return [];
			return [
				{
					key: `rule.${ref}.${unitKey}`,
					cause: { kind: 'rule-changed', rule: last.rule, ref: last.ref },
					unitKey,
					competencyKey: null,
					requiredLevel: null,
					people: people.sort((a, b) => compare(a.employeeId, b.employeeId)),
					openPlaces: 0,
					priority: computePriority({ gaps: [], weight: 1 }),
					deadline: addDays(last.changedOn, -1),
				},
			];
		});
	});
}

/**
 * The posts that a technology card touches, by key: those that perform its functions and those that it names itself;
 * where it names neither, those that do the work of the unit that keeps it. Posts that are no longer there are left out.
 */
export function postsTouchedBy(
	lookup: StructureLookup,
	card: {
		readonly unitKey: UnitKey;
		readonly functionKeys: readonly FunctionKey[];
		readonly postKeys: readonly PostKey[];
	},
): readonly PostKey[] {
	if (card.functionKeys.length + card.postKeys.length === 0) return postsOfUnitWork(lookup, card.unitKey);
	const performing = card.functionKeys.flatMap((key) => performingPosts(lookup, key));
	const named = card.postKeys.filter((key) => lookup.postByKey.has(key));
	return [...new Set([...performing, ...named])].sort(compare);
}
