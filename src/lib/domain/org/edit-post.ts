import { parseOccupationCode, type OccupationRefusal } from '../legal/index.ts';
import { headcount, type EurCents, type PostKey, type UnitKey } from '../shared/index.ts';
import { planEdit } from './edit-plan.ts';
import { checkLength, checkRequired, tidyLocal, tidyNote, tidyOrigin, warnEnglish } from './edit-text.ts';
import {
	MAX_LENGTH,
	type Edit,
	type EditResult,
	type EnglishLeft,
	type OutsideUses,
	type TextRefusal,
	type Uses,
} from './edit-types.ts';
import type { LocalText, Post, Structure } from './types.ts';

/** A post as a person gives it: the headcounts are plain numbers that still have to be checked. */
export type PostDraft = Omit<Post, 'key' | 'approved' | 'occupied' | 'annualCost' | 'occupation'> & {
	readonly approved: number;
	readonly occupied: number;
	/** Whole euro cents, or null when unknown. */
	readonly annualCost: number | null;
	/** Code of НКПД-2011 as a person writes it; nothing or empty where there is none. */
	readonly occupation?: string | null;
};

export type PostEdit = Edit<PostKey, PostDraft>;

/** The smallest part of a post that a staffing table names: two hours of an eight-hour day. */
export const HEADCOUNT_STEP = 0.25;
const MOST_POSTS_IN_A_LINE = 1000;

export type PostRefusal =
	| TextRefusal<'titleBg' | 'titleEn' | 'note' | 'source'>
	| { readonly code: 'org/post-not-found'; readonly field: 'post'; readonly key: PostKey }
	| { readonly code: 'org/unit-not-found'; readonly field: 'unitKey'; readonly key: UnitKey }
	| {
			readonly code: 'org/headcount-range';
			readonly field: 'approved' | 'occupied';
			readonly value: number;
			readonly max: number;
	  }
	| {
			readonly code: 'org/headcount-step';
			readonly field: 'approved' | 'occupied';
			readonly value: number;
			readonly step: number;
	  }
	| {
			readonly code: 'org/occupied-above-approved';
			readonly field: 'occupied';
			readonly approved: number;
			readonly occupied: number;
	  }
	| { readonly code: 'org/cost-range'; readonly field: 'annualCost'; readonly value: number }
	| (OccupationRefusal & { readonly field: 'occupation' })
	| { readonly code: 'org/post-in-use'; readonly field: 'post'; readonly uses: Uses };

/** Two lines of one unit are marked as its head. */
export interface SecondHead {
	readonly code: 'org/second-head';
	readonly key: PostKey;
	readonly title: LocalText;
}

export type PostWarning = SecondHead | EnglishLeft;

/**
 * Checks the change of a line of the staffing table and gives the state before and after.
 * Refuses with `org/text-empty`, `org/text-too-long`, `org/post-not-found`, `org/unit-not-found`,
 * `org/headcount-range`, `org/headcount-step` (quarters of a post), `org/occupied-above-approved`, `org/cost-range`,
 * `legal/occupation-digits`, `legal/occupation-group` and `org/post-in-use`. Warns about a second head in the unit and an English title left behind. Cost in euro cents a year for one full post.
 */
export function planPostEdit(
	structure: Structure,
	edit: PostEdit,
	given: { readonly newKey: PostKey; readonly outside: OutsideUses },
): EditResult<Post, PostWarning, PostRefusal> {
	return planEdit(edit, {
		things: structure.posts,
		newKey: given.newKey,
		missing: (key): PostRefusal => ({ code: 'org/post-not-found', field: 'post', key }),
		checkRemoval: ({ key }) => checkRemoval(usesOfPost(structure, key, given.outside)),
		check: (draft) => checkDraft(structure, draft),
		make: (draft, key) => toPost(draft, key),
		warn: (after, before): readonly PostWarning[] => [
			...warnHead(structure, after),
			...warnEnglish(before?.title, after.title),
		],
	});
}

/** What rests on a post inside its structure, together with the uses outside it. */
export function usesOfPost(structure: Structure, key: PostKey, outside: OutsideUses): Uses {
	return {
		units: 0,
		posts: 0,
		participations: structure.participations.filter((part) => part.postKey === key).length,
		activities: structure.activities.filter((activity) => activity.postKey === key).length,
		allowances: 0,
		...outside,
	};
}

function checkRemoval(uses: Uses): readonly PostRefusal[] {
	const isUsed = Object.values(uses).some((count) => count > 0);
	return isUsed ? [{ code: 'org/post-in-use', field: 'post', uses }] : [];
}

function checkDraft(structure: Structure, draft: PostDraft): readonly PostRefusal[] {
	const counts = [...checkCount('approved', draft.approved), ...checkCount('occupied', draft.occupied)];
	return [
		...checkRequired('titleBg', draft.title.bg, MAX_LENGTH.name),
		...checkLength('titleEn', draft.title.en, MAX_LENGTH.name),
		...checkLength('note', draft.note, MAX_LENGTH.note),
		...checkRequired('source', draft.origin.source, MAX_LENGTH.source),
		...checkUnit(structure, draft.unitKey),
		...counts,
		...(counts.length === 0 ? checkOccupied(draft) : []),
		...checkCost(draft.annualCost),
		...checkOccupation(draft),
	];
}

function checkUnit(structure: Structure, key: UnitKey): readonly PostRefusal[] {
	return structure.units.some((unit) => unit.key === key)
		? []
		: [{ code: 'org/unit-not-found', field: 'unitKey', key }];
}

function checkCount(field: 'approved' | 'occupied', value: number): readonly PostRefusal[] {
	if (!Number.isFinite(value) || value < 0 || value > MOST_POSTS_IN_A_LINE) {
		return [{ code: 'org/headcount-range', field, value, max: MOST_POSTS_IN_A_LINE }];
	}
	return Number.isInteger(value / HEADCOUNT_STEP)
		? []
		: [{ code: 'org/headcount-step', field, value, step: HEADCOUNT_STEP }];
}

function checkOccupied({ approved, occupied }: PostDraft): readonly PostRefusal[] {
	return occupied > approved
		? [{ code: 'org/occupied-above-approved', field: 'occupied', approved, occupied }]
		: [];
}

function checkCost(value: number | null): readonly PostRefusal[] {
	return value === null || (Number.isSafeInteger(value) && value >= 0)
		? []
		: [{ code: 'org/cost-range', field: 'annualCost', value }];
}

function checkOccupation({ occupation }: PostDraft): readonly PostRefusal[] {
	const read = readOccupation(occupation);
	return read === null || read.ok ? [] : [{ ...read.error, field: 'occupation' }];
}

function readOccupation(text: PostDraft['occupation']) {
	return text === undefined || text === null || text.trim() === '' ? null : parseOccupationCode(text);
}

function toPost({ occupation, ...draft }: PostDraft, key: PostKey): Post {
	const code = readOccupation(occupation);
	return {
		...draft,
		key,
		title: tidyLocal(draft.title),
		approved: headcount(draft.approved),
		occupied: headcount(draft.occupied),
		// Checked by `checkCost`: whole and not negative.
		annualCost: draft.annualCost as EurCents | null,
		...(code?.ok && { occupation: code.value }),
		origin: tidyOrigin(draft.origin),
		note: tidyNote(draft.note),
	};
}

function warnHead(structure: Structure, post: Post): readonly SecondHead[] {
	const other = structure.posts.find(
		(one) => one.unitKey === post.unitKey && one.key !== post.key && one.isHead,
	);
	return post.isHead && other ? [{ code: 'org/second-head', key: other.key, title: other.title }] : [];
}
