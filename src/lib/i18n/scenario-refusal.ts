import type { ChangeRefusal, NameBook, PhaseBlock, SubmissionBlock } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate, formatHeadcount } from './format.ts';
import { localText, type InLocale } from './names.ts';

/** Where a refusal is read: names of what it mentions, and the places of operations in their list. */
export interface RefusalFrame extends InLocale {
	readonly names: NameBook;
	/** Place of an operation by its id. */
	readonly places: Readonly<Record<string, number>>;
}

/** Why an operation cannot be applied, in a sentence. */
export function refusalText(refusal: ChangeRefusal, frame: RefusalFrame): string {
	const nameOf = (key: string) => nameIn(frame, key);
	const namesOf = (keys: readonly string[]) => keys.map(nameOf).join('; ');
	// What has a name stands in the scenario, only further down.
	const absent = (key: string, unknown: (words: { key: string }) => string) =>
		nameOf(key) === key ? unknown({ key }) : m.scenario_refusal_not_yet({ name: nameOf(key) });
	switch (refusal.code) {
		case 'scenario/unit-not-found':
			return absent(refusal.unitKey, m.scenario_refusal_unit_not_found);
		case 'scenario/post-not-found':
			return absent(refusal.postKey, m.scenario_refusal_post_not_found);
		case 'scenario/function-not-found':
			return absent(refusal.functionKey, m.scenario_refusal_function_not_found);
		case 'scenario/activity-not-found':
			return m.scenario_refusal_activity_not_found();
		case 'scenario/already-closed': {
			const number = String(frame.places[refusal.closedBy] ?? '');
			return m.scenario_refusal_already_closed({ name: nameOf(refusal.key), number });
		}
		case 'scenario/key-taken':
			return m.scenario_refusal_key_taken({ key: refusal.key });
		case 'scenario/name-empty':
			return m.scenario_refusal_name_empty();
		case 'scenario/name-taken':
			return m.scenario_refusal_name_taken({ name: refusal.name });
		case 'scenario/cycle':
			return m.scenario_refusal_cycle();
		case 'scenario/same-unit':
			return m.scenario_refusal_same_unit();
		case 'scenario/unit-has-posts':
			return m.scenario_refusal_unit_has_posts({ names: namesOf(refusal.postKeys) });
		case 'scenario/unit-has-functions':
			return m.scenario_refusal_unit_has_functions({ names: namesOf(refusal.functionKeys) });
		case 'scenario/unit-has-sub-units':
			return m.scenario_refusal_unit_has_sub_units({ names: namesOf(refusal.unitKeys) });
		default:
			return furtherText(refusal, nameOf);
	}
}

type First =
	| 'scenario/unit-not-found'
	| 'scenario/post-not-found'
	| 'scenario/function-not-found'
	| 'scenario/activity-not-found'
	| 'scenario/already-closed'
	| 'scenario/key-taken'
	| 'scenario/name-empty'
	| 'scenario/name-taken'
	| 'scenario/cycle'
	| 'scenario/same-unit'
	| 'scenario/unit-has-posts'
	| 'scenario/unit-has-functions'
	| 'scenario/unit-has-sub-units';

function furtherText(
	refusal: Exclude<ChangeRefusal, { readonly code: First }>,
	nameOf: (key: string) => string,
): string {
	switch (refusal.code) {
		case 'scenario/unit-still-in-use': {
			const { participations, activities, allowances } = refusal;
			return m.scenario_refusal_unit_still_in_use({
				participations: String(participations),
				activities: String(activities),
				allowances: String(allowances),
			});
		}
		case 'scenario/post-count-invalid':
			return m.scenario_refusal_post_count({
				approved: formatHeadcount(refusal.approved),
				step: formatHeadcount(refusal.step),
			});
		case 'scenario/head-unresolved':
			return m.scenario_refusal_head_unresolved({ names: refusal.postKeys.map(nameOf).join('; ') });
		case 'scenario/head-taken':
			return m.scenario_refusal_head_taken({ name: nameOf(refusal.postKey) });
		case 'scenario/part-too-large':
			return m.scenario_refusal_part_too_large({
				approved: formatHeadcount(refusal.approved),
				occupied: formatHeadcount(refusal.occupied),
			});
		case 'scenario/post-not-in-unit':
			return m.scenario_refusal_post_not_in_unit({ name: nameOf(refusal.postKey) });
		case 'scenario/function-not-in-unit':
			return m.scenario_refusal_function_not_in_unit();
		case 'scenario/unit-not-below':
			return m.scenario_refusal_unit_not_below({ name: nameOf(refusal.unitKey) });
		case 'scenario/named-twice':
			return m.scenario_refusal_named_twice();
		case 'scenario/too-few-parts':
			return m.scenario_refusal_too_few_parts({ needed: String(refusal.needed) });
		case 'scenario/nothing-changed':
			return m.scenario_refusal_nothing_changed();
		case 'scenario/second-accountable':
			return m.scenario_refusal_second_accountable({ name: nameOf(refusal.unitKey) });
		case 'scenario/not-participating':
			return m.scenario_refusal_not_participating({ name: nameOf(refusal.unitKey) });
		case 'scenario/activities-left-behind':
			return m.scenario_refusal_activities_left_behind();
	}
}

/** Why a scenario may not be submitted, in a sentence. */
export function blockText(block: SubmissionBlock, frame: RefusalFrame): string {
	switch (block.code) {
		case 'scenario/unit-waiting':
			return m.scenario_block_unit_waiting({ name: nameIn(frame, block.unitKey) });
		case 'scenario/phase':
			return phaseText(block, frame);
		case 'ledger/unplaced': {
			const text = nameIn(frame, block.functionKey);
			return block.wasUnplaced
				? m.scenario_block_unplaced_before({ text })
				: m.scenario_block_unplaced({ text });
		}
		case 'ledger/drop-without-reason':
			return m.scenario_block_drop({ text: nameIn(frame, block.functionKey) });
		case 'ledger/holder-without-posts':
			return m.scenario_block_holder({
				unit: nameIn(frame, block.unitKey),
				text: nameIn(frame, block.functionKey),
			});
		case 'ledger/does-not-close':
			return m.scenario_block_does_not_close({
				opening: String(block.openingCheck),
				closing: String(block.closingCheck),
			});
	}
}

function phaseText({ startsOn, problem }: PhaseBlock, frame: RefusalFrame): string {
	const text =
		'operationId' in problem
			? m.scenario_not_applied({
					number: frame.places[problem.operationId] ?? 0,
					reason: refusalText(problem, frame),
				})
			: blockText(problem, frame);
	return m.scenario_block_phase({ date: formatDate(startsOn, frame), text });
}

function nameIn({ names, locale }: RefusalFrame, key: string): string {
	const text = names.units[key] ?? names.posts[key] ?? names.functions[key];
	return text ? localText(text, locale ? { locale } : {}) : key;
}
