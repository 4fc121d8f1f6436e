import { share, type Share } from '../../shared/index.ts';
import { fromParts, sumShares, toParts } from './parts.ts';
import type { SurveyAnswer, SurveyGroupShare, SurveyItem, SurveyItemId } from './types.ts';

/** Policy areas of the chosen items, in the order of the items. */
export function groupKeysOf(items: readonly Pick<SurveyItem, 'groupKey'>[]): readonly string[] {
	return [...new Set(items.map((item) => item.groupKey))];
}

/**
 * The shares of the groups for the chosen items: a group without items goes, a new one starts empty and a single
 * one has the whole time, since there is nothing to divide.
 */
export function groupsFor(
	keys: readonly string[],
	before: readonly SurveyGroupShare[],
): readonly SurveyGroupShare[] {
	const [only] = keys;
	if (keys.length === 1 && only !== undefined) return [{ groupKey: only, share: share(1), isLocked: false }];
	return keys.map(
		(groupKey) =>
			before.find((group) => group.groupKey === groupKey) ?? { groupKey, share: share(0), isLocked: false },
	);
}

/**
 * The answers after the shares of the groups changed: inside a group every item keeps its part of the group, and the
 * only item of a group has all of it. Locks are about dividing and do not hold an item back here.
 * Example: a group goes from 40 % to 50 %; its items 30 % and 10 % become 37,5 % and 12,5 %.
 */
export function followGroups(
	answers: readonly SurveyAnswer[],
	groupOf: ReadonlyMap<SurveyItemId, string>,
	change: { readonly before: readonly SurveyGroupShare[]; readonly after: readonly SurveyGroupShare[] },
): readonly SurveyAnswer[] {
	const [before, after] = [sharesByKey(change.before), sharesByKey(change.after)];
	const inside = Map.groupBy(answers, (answer) => groupOf.get(answer.itemId));
	const followed = [...inside].flatMap(([key, rows]) => {
		const now = key === undefined ? undefined : after.get(key);
		return key === undefined || now === undefined
			? rows
			: followGroup(rows, before.get(key) ?? share(0), now);
	});
	const byItem = new Map(followed.map((answer) => [answer.itemId, answer]));
	return answers.map((answer) => byItem.get(answer.itemId) ?? answer);
}

function followGroup(rows: readonly SurveyAnswer[], was: Share, now: Share): readonly SurveyAnswer[] {
	const [only] = rows;
	if (rows.length === 1 && only) return [withShare(only, now)];
	if (was === now || was === 0) return rows;
	const portions = apportion(rows, now / was);
	return rows.map((row) => ({
		...scaleRange(row, now / was),
		share: share(Math.min(1, fromParts(portions.get(row.itemId) ?? 0))),
	}));
}

/**
 * Shares times a factor in whole millionths whose sum is the rounded product of the sum: each is rounded down, and
 * what is left goes by one to the largest fractions, the first item by key when they are equal.
 */
function apportion(rows: readonly SurveyAnswer[], factor: number): ReadonlyMap<SurveyItemId, number> {
	const exact = rows.map((row) => ({ key: row.itemId, parts: toParts(row.share) * factor }));
	const target = Math.round(toParts(sumShares(rows.map((row) => row.share))) * factor);
	const down = new Map(exact.map(({ key, parts }) => [key, Math.floor(parts)]));
	const left = target - [...down.values()].reduce((sum, parts) => sum + parts, 0);
	const fraction = ({ parts }: { readonly parts: number }) => parts - Math.floor(parts);
	const first = [...exact].sort((a, b) => fraction(b) - fraction(a) || (a.key < b.key ? -1 : 1));
	for (const { key } of first.slice(0, Math.max(0, left))) down.set(key, (down.get(key) ?? 0) + 1);
	return down;
}

/** Gives the only item of a group all the time of the group; the others keep what they have. */
export function settleOnly(
	answers: readonly SurveyAnswer[],
	groupOf: ReadonlyMap<SurveyItemId, string>,
	groups: readonly SurveyGroupShare[],
): readonly SurveyAnswer[] {
	const shares = sharesByKey(groups);
	const inside = Map.groupBy(answers, (answer) => groupOf.get(answer.itemId) ?? '');
	return answers.map((answer) => {
		const key = groupOf.get(answer.itemId) ?? '';
		const whole = shares.get(key);
		return whole === undefined || inside.get(key)?.length !== 1 ? answer : withShare(answer, whole);
	});
}

/** Share of each group that its items account for. */
export function sharesInside(
	answers: readonly SurveyAnswer[],
	groupOf: ReadonlyMap<SurveyItemId, string>,
): ReadonlyMap<string, number> {
	const inside = Map.groupBy(answers, (answer) => groupOf.get(answer.itemId) ?? '');
	return new Map([...inside].map(([key, rows]) => [key, sumShares(rows.map((row) => row.share))]));
}

/** The same answer with another usual share; a least or greatest that no longer fits around it goes with it. */
export function withShare(answer: SurveyAnswer, usual: Share): SurveyAnswer {
	const { low, high } = answer;
	return {
		...answer,
		share: usual,
		low: low !== null && low > usual ? null : low,
		high: high !== null && high < usual ? null : high,
	};
}

function scaleRange(answer: SurveyAnswer, factor: number): SurveyAnswer {
	const usual = answer.share * factor;
	const by = (part: Share) => Math.min(1, part * factor);
	const { low, high } = answer;
	return {
		...answer,
		low: low === null ? null : share(fromParts(Math.floor(toParts(1) * Math.min(by(low), usual)))),
		high:
			high === null ? null : share(Math.min(1, fromParts(Math.ceil(toParts(1) * Math.max(by(high), usual))))),
	};
}

function sharesByKey(groups: readonly SurveyGroupShare[]): ReadonlyMap<string, Share> {
	return new Map(groups.map((group) => [group.groupKey, group.share]));
}
