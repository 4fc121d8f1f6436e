import { err, ok, share, type Result, type Share } from '../../shared/index.ts';
import { checkAnswer } from './answers.ts';
import { followGroups, groupKeysOf, groupsFor, settleOnly, withShare } from './groups.ts';
import { hundredthOf, type AmountIssue } from './measure.ts';
import { mergeAmount, mergeChoices, mergeField, type AmountFrame, type Merged, type Typed } from './merge.ts';
import { splitRemainder, type SplitRefusal } from './split.ts';
import type {
	SurveyAnswer,
	SurveyGroupShare,
	SurveyItem,
	SurveyItemId,
	SurveyMeasure,
	SurveyParticipation,
} from './types.ts';

/** What one respondent has said so far. */
export interface FilledSurvey {
	/** Items that the respondent may choose from. */
	readonly items: readonly SurveyItem[];
	readonly answers: readonly SurveyAnswer[];
	readonly groups: readonly SurveyGroupShare[];
}

/** Something wrong at one field: `share.<key>`, `low.<key>`, `high.<key>`, `item.<key>`, or the whole form. */
export interface SurveyFieldIssue {
	readonly field: string;
	readonly issue:
		| AmountIssue
		| SplitRefusal
		| {
				readonly code:
					'survey/unknown-item' | 'survey/low-above-usual' | 'survey/high-below-usual' | 'survey/not-months';
		  };
}

/** A field that somebody else changed since the page was shown; the stored share stays. */
export interface SurveyFieldConflict {
	readonly field: string;
	readonly stored: Share | null;
}

export interface Filling {
	readonly answers: readonly SurveyAnswer[];
	readonly groups: readonly SurveyGroupShare[];
	readonly conflicts: readonly SurveyFieldConflict[];
}

type Filled = Result<Filling, readonly SurveyFieldIssue[]>;

/** A typed row of a division: a group, or an item of a group. */
export interface TypedRow {
	readonly key: string;
	readonly amount: Typed<string>;
	readonly lock: Typed<boolean>;
}

export interface TypedDivision {
	readonly rows: readonly TypedRow[];
	/** The measure of the form and the hours it was made with. */
	readonly measure: SurveyMeasure;
	readonly weeklyHours: number;
	/** Whether what is left is divided evenly after the rows are taken. */
	readonly isSplit: boolean;
}

/**
 * What the respondent works on. Shares stay, new items start empty, the groups follow, and the only item of a group has
 * all of its time. Errors: `survey/unknown-item`.
 */
export function chooseItems(survey: FilledSurvey, typed: Typed<ReadonlySet<SurveyItemId>>): Filled {
	const known = new Set(survey.items.map((item) => item.id));
	const unknown = [...typed.now].filter((id) => !known.has(id));
	if (unknown.length > 0)
		return err(unknown.map((id) => ({ field: `item.${id}`, issue: { code: 'survey/unknown-item' } })));
	const stored = new Map(survey.answers.map((answer) => [answer.itemId, answer]));
	const chosen = mergeChoices(typed, new Set(stored.keys()));
	const items = survey.items.filter((item) => chosen.has(item.id));
	const groups = groupsFor(groupKeysOf(items), survey.groups);
	const answers = items.map((item) => stored.get(item.id) ?? emptyAnswer(item.id));
	return ok({ answers: settleOnly(answers, groupOfItems(items), groups), groups, conflicts: [] });
}

/** The shares of the groups; inside each its items follow in proportion. */
export function fillGroups(survey: FilledSurvey, typed: TypedDivision): Filled {
	const rows = survey.groups.map((group) => ({ ...group, key: group.groupKey }));
	const divided = divide(rows, share(1), typed);
	if (!divided.ok) return divided;
	const groups = survey.groups.map((group) => ({ ...group, ...divided.value.rows.get(group.groupKey) }));
	const change = { before: survey.groups, after: groups };
	const answers = followGroups(survey.answers, groupOfItems(survey.items), change);
	return ok({ answers, groups, conflicts: divided.value.conflicts });
}

/** The shares of the items of one group. */
export function fillInside(survey: FilledSurvey, groupKey: string, typed: TypedDivision): Filled {
	const groupOf = groupOfItems(survey.items);
	const rows = survey.answers
		.filter((answer) => groupOf.get(answer.itemId) === groupKey)
		.map((answer) => ({ ...answer, key: answer.itemId }));
	const whole = survey.groups.find((group) => group.groupKey === groupKey)?.share ?? share(0);
	const divided = divide(rows, whole, typed);
	if (!divided.ok) return divided;
	const answers = survey.answers.map((answer) => {
		const row = divided.value.rows.get(answer.itemId);
		return row ? { ...withShare(answer, row.share), isLocked: row.isLocked } : answer;
	});
	return ok({ answers, groups: survey.groups, conflicts: divided.value.conflicts });
}

/** Further facts about one item, as typed. */
export interface TypedDetails {
	readonly itemId: SurveyItemId;
	readonly low: Typed<string>;
	readonly high: Typed<string>;
	readonly participation: Typed<SurveyParticipation | null>;
	readonly peakMonths: Typed<number>;
}

/**
 * Participation, peak months, least and greatest of the items; the least and the greatest are parts of the whole time.
 * Errors: those of an amount, a least above or a greatest below the usual, months that are none.
 */
export function fillDetails(
	survey: FilledSurvey,
	rows: readonly TypedDetails[],
	frame: Omit<AmountFrame, 'base'> & { readonly weeklyHours: number },
): Filled {
	const stored = new Map(survey.answers.map((answer) => [answer.itemId, answer]));
	const base = { weeklyHours: frame.weeklyHours, whole: share(1) };
	const issues: SurveyFieldIssue[] = [];
	const conflicts: SurveyFieldConflict[] = [];
	const take = <T>(field: string, merged: Merged<T>, seen: Share | null): T => {
		if (merged.kind === 'conflict') conflicts.push({ field, stored: seen });
		return merged.value;
	};
	const takeAmount = (field: string, typed: Typed<string>, before: Share | null): Share | null => {
		const merged = mergeAmount(typed, before, { measure: frame.measure, base });
		if (merged.ok) return take(field, merged.value, before);
		issues.push({ field, issue: merged.error });
		return before;
	};
	for (const row of rows) {
		const before = stored.get(row.itemId);
		if (!before) {
			issues.push({ field: `item.${row.itemId}`, issue: { code: 'survey/unknown-item' } });
			continue;
		}
		const after: SurveyAnswer = {
			...before,
			low: takeAmount(`low.${row.itemId}`, row.low, before.low),
			high: takeAmount(`high.${row.itemId}`, row.high, before.high),
			participation: take(`kind.${row.itemId}`, mergeField(row.participation, before.participation), null),
			peakMonths: take(`peak.${row.itemId}`, mergeField(row.peakMonths, before.peakMonths), null),
		};
		issues.push(...rangeIssues(after));
		stored.set(row.itemId, after);
	}
	if (issues.length > 0) return err(issues);
	const answers = survey.answers.map((answer) => stored.get(answer.itemId) ?? answer);
	return ok({ answers, groups: survey.groups, conflicts });
}

/** The group of each item. */
export function groupOfItems(items: readonly SurveyItem[]): ReadonlyMap<SurveyItemId, string> {
	return new Map(items.map((item) => [item.id, item.groupKey]));
}

interface Divided {
	readonly rows: ReadonlyMap<string, { readonly share: Share; readonly isLocked: boolean }>;
	readonly conflicts: readonly SurveyFieldConflict[];
}

function divide(
	stored: readonly { readonly key: string; readonly share: Share; readonly isLocked: boolean }[],
	whole: Share,
	typed: TypedDivision,
): Result<Divided, readonly SurveyFieldIssue[]> {
	const rows = new Map(stored.map((row) => [row.key, row]));
	const frame = { measure: typed.measure, base: { weeklyHours: typed.weeklyHours, whole } };
	const issues: SurveyFieldIssue[] = [];
	const conflicts: SurveyFieldConflict[] = [];
	for (const { key, amount, lock } of typed.rows) {
		const before = rows.get(key);
		const field = `share.${key}`;
		const merged = before && mergeAmount(amount, before.share, frame);
		if (!before || !merged) issues.push({ field, issue: { code: 'survey/unknown-item' } });
		else if (!merged.ok) issues.push({ field, issue: merged.error });
		else {
			if (merged.value.kind === 'conflict') conflicts.push({ field, stored: before.share });
			const isLocked = mergeField(lock, before.isLocked).value;
			rows.set(key, { key, share: merged.value.value ?? share(0), isLocked });
		}
	}
	if (issues.length > 0) return err(issues);
	if (!typed.isSplit || conflicts.length > 0) return ok({ rows, conflicts });
	const split = splitRemainder([...rows.values()], whole, hundredthOf(typed.measure, frame.base));
	if (!split.ok) return err([{ field: 'form', issue: split.error }]);
	const after = [...rows.values()].map((row) => ({ ...row, share: split.value.get(row.key) ?? row.share }));
	return ok({ rows: new Map(after.map((row) => [row.key, row])), conflicts });
}

function rangeIssues(answer: SurveyAnswer): readonly SurveyFieldIssue[] {
	return checkAnswer(answer).flatMap(({ code }): readonly SurveyFieldIssue[] => {
		if (code === 'survey/low-above-usual') return [{ field: `low.${answer.itemId}`, issue: { code } }];
		if (code === 'survey/high-below-usual') return [{ field: `high.${answer.itemId}`, issue: { code } }];
		return code === 'survey/not-months' ? [{ field: `peak.${answer.itemId}`, issue: { code } }] : [];
	});
}

function emptyAnswer(itemId: SurveyItemId): SurveyAnswer {
	return {
		itemId,
		share: share(0),
		low: null,
		high: null,
		participation: null,
		peakMonths: 0,
		isLocked: false,
	};
}
