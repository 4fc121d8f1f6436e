import type { EntryPart, Requirement } from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';

const PARTS: Readonly<Record<Exclude<EntryPart, 'isRetired'>, () => string>> = {
	group: m.dictionary_part_group,
	name: m.dictionary_part_name,
	description: m.dictionary_part_description,
	weight: m.dictionary_part_weight,
	levels: m.dictionary_part_levels,
};

/** What a version changed: „наименование, нива“. */
export function changedText(parts: readonly EntryPart[], isRetired: boolean): string {
	const turned = isRetired ? m.dictionary_part_retired : m.dictionary_part_restored;
	return parts.map((part) => (part === 'isRetired' ? turned() : PARTS[part]())).join(', ');
}

const KINDS: Readonly<Record<Requirement['kind'], () => string>> = {
	function: m.dictionary_kind_function,
	post: m.dictionary_kind_post,
	'job-title': m.dictionary_kind_job_title,
};

/** „функция“, „длъжност“, „наименование на длъжност“. */
export function nameOfRequirementKind(kind: Requirement['kind']): string {
	return KINDS[kind]();
}

/** What only the forms of the dictionary say at their fields. */
export const DICTIONARY_ISSUES: Readonly<Record<string, () => string>> = {
	'name-taken': m.dictionary_refusal_name_taken,
};

const REFUSALS: Readonly<Record<string, () => string>> = {
	'dictionary/no-change': m.dictionary_refusal_no_change,
	'dictionary/stale': m.dictionary_refusal_stale,
	'dictionary/retired': m.dictionary_refusal_retired,
	'dictionary/no-such-subject': m.dictionary_refusal_no_such_subject,
	'dictionary/no-such-requirement': m.dictionary_refusal_no_such_requirement,
	'dictionary/already-asked': m.dictionary_refusal_already_asked,
};

/** Why the dictionary stayed as it is. */
export function dictionaryRefusal(code: string): string {
	return (REFUSALS[code] ?? m.dictionary_refusal_stale)();
}
