import type { QualityCode, QualityProblem } from '#lib/domain/org/index.ts';
import { m } from '#lib/paraglide/messages.js';

interface Words {
	/** What is wrong, in a few words. */
	readonly name: () => string;
	/** Why it matters and what mends it. */
	readonly advice: () => string;
	/** The part of the page that is opened for editing. */
	readonly fix: string;
}

const WORDS: Readonly<Record<QualityCode, Words>> = {
	'function-without-owner': {
		name: m.quality_function_without_owner,
		advice: m.quality_function_without_owner_advice,
		fix: 'participant',
	},
	'function-several-owners': {
		name: m.quality_function_several_owners,
		advice: m.quality_function_several_owners_advice,
		fix: 'participants',
	},
	'function-shares-above-one': {
		name: m.quality_function_shares,
		advice: m.quality_function_shares_advice,
		fix: 'participants',
	},
	'function-without-basis': {
		name: m.quality_function_without_basis,
		advice: m.quality_function_without_basis_advice,
		fix: 'bases',
	},
	'function-without-category': {
		name: m.quality_function_without_category,
		advice: m.quality_function_without_category_advice,
		fix: 'nature',
	},
	'function-without-verb': {
		name: m.quality_function_without_verb,
		advice: m.quality_function_without_verb_advice,
		fix: 'text',
	},
	'function-several-verbs': {
		name: m.quality_function_several_verbs,
		advice: m.quality_function_several_verbs_advice,
		fix: 'text',
	},
	'owner-without-posts': {
		name: m.quality_owner_without_posts,
		advice: m.quality_owner_without_posts_advice,
		fix: 'participants',
	},
	'unit-without-function': {
		name: m.quality_unit_without_function,
		advice: m.quality_unit_without_function_advice,
		fix: 'functions',
	},
	'post-without-cost': {
		name: m.quality_post_without_cost,
		advice: m.quality_post_without_cost_advice,
		fix: 'cost',
	},
	'occupied-above-approved': {
		name: m.quality_occupied,
		advice: m.quality_occupied_advice,
		fix: 'headcount',
	},
	'activity-without-volume': {
		name: m.quality_activity_without_volume,
		advice: m.quality_activity_without_volume_advice,
		fix: 'activity',
	},
	'activity-without-minutes': {
		name: m.quality_activity_without_minutes,
		advice: m.quality_activity_without_minutes_advice,
		fix: 'activity',
	},
	'activity-old-data': {
		name: m.quality_activity_old,
		advice: m.quality_activity_old_advice,
		fix: 'activity',
	},
	'same-name-units': {
		name: m.quality_same_name,
		advice: m.quality_same_name_advice,
		fix: 'name',
	},
	'same-text-functions': {
		name: m.quality_same_text,
		advice: m.quality_same_text_advice,
		fix: 'text',
	},
	'mixed-letters': {
		name: m.quality_mixed_letters,
		advice: m.quality_mixed_letters_advice,
		fix: 'name',
	},
	'unit-reconstructed': {
		name: m.quality_unit_reconstructed,
		advice: m.quality_reconstructed_advice,
		fix: 'origin',
	},
	'post-reconstructed': {
		name: m.quality_post_reconstructed,
		advice: m.quality_reconstructed_advice,
		fix: 'origin',
	},
	'function-reconstructed': {
		name: m.quality_function_reconstructed,
		advice: m.quality_reconstructed_advice,
		fix: 'origin',
	},
};

export function nameOfQuality(code: QualityCode): string {
	return WORDS[code].name();
}

export function adviceOf(code: QualityCode): string {
	return WORDS[code].advice();
}

/** The value of `?edit=` that opens the form for the problem on the page of the thing. */
export function fixOf({ code, subject }: QualityProblem): string {
	const { fix } = WORDS[code];
	if (fix === 'activity') return subject.key;
	if (fix !== 'name') return fix;
	return subject.kind === 'function' ? 'text' : subject.kind === 'post' ? 'title' : 'name';
}

/** The path of the page on which the thing is edited, after the municipality. */
export function pathOf({ subject, terms }: QualityProblem): string {
	switch (subject.kind) {
		case 'unit':
			return `/structure/units/${subject.key}`;
		case 'post':
			return `/structure/posts/${subject.key}`;
		case 'function':
			return `/functions/${subject.key}`;
		case 'activity':
			return `/functions/${String(terms['functionKey'])}`;
	}
}

/** What exactly is wrong with the one thing; null where the kind says it all. */
export function detailOf({ code, terms }: QualityProblem): string | null {
	const list = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));
	switch (code) {
		case 'function-several-verbs':
			return m.quality_detail_verbs({ verbs: list(terms['verbs']) });
		case 'function-without-verb':
			return m.quality_detail_first({ first: list(terms['first']) });
		case 'mixed-letters':
			return m.quality_detail_words({ words: list(terms['words']) });
		case 'activity-old-data':
			return m.quality_detail_year({ year: list(terms['year']) });
		case 'occupied-above-approved':
			return m.quality_detail_occupied({
				occupied: list(terms['occupied']),
				approved: list(terms['approved']),
			});
		default:
			return null;
	}
}
