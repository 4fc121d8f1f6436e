import type { OrgUnit, ParticipationRole, Post } from '#lib/domain/org/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import type { FindingReference, OperationKind } from '#lib/domain/scenario/index.ts';
import { formatHeadcount } from '#lib/i18n/format.ts';
import { localText, nameOfRole } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a form of an operation offers, as things stand at its place in the list. */
export interface Choices {
	readonly units: readonly (Pick<OrgUnit, 'key' | 'parentKey' | 'name' | 'kind' | 'part'> & {
		readonly depth: number;
	})[];
	readonly posts: readonly Post[];
	readonly functions: readonly {
		readonly key: string;
		readonly text: LocalText;
		readonly unitKeys: readonly string[];
	}[];
	readonly activities: readonly {
		readonly key: string;
		readonly functionKey: string;
		readonly name: LocalText;
	}[];
	/** Who takes part in the function that the operation is about; empty for other operations. */
	readonly seats: readonly {
		readonly unitKey: string;
		readonly postKey: string | null;
		readonly role: ParticipationRole;
	}[];
	readonly policyAreas: readonly { readonly key: string; readonly name: LocalText }[];
	readonly legalActs: readonly { readonly key: string; readonly abbreviation: LocalText }[];
	readonly powers: readonly { readonly key: string; readonly text: LocalText }[];
	readonly findings: readonly FindingReference[];
}

export interface Option {
	readonly value: string;
	readonly label: string;
	readonly group?: string;
}

/** What the fields of a form share: texts, ticked boxes, what was wrong, and what may be chosen. */
export interface FormState {
	readonly kind: OperationKind;
	readonly choices: Choices;
	readonly values: Readonly<Record<string, string>>;
	readonly lists: Readonly<Record<string, readonly string[]>>;
	/** What a post costs is not asked. */
	readonly hidesCost?: boolean;
	/** What is wrong at a field. */
	readonly errorAt: (field: string) => string | undefined;
}

/** Kinds of operations that ask first what they are about, because their other fields depend on it. */
export const SUBJECT_OF: Readonly<Partial<Record<OperationKind, 'unit' | 'post' | 'function'>>> = {
	'unit-rename': 'unit',
	'unit-split': 'unit',
	'post-move': 'post',
	'post-change': 'post',
	'post-split': 'post',
	'function-transfer': 'function',
	'function-merge': 'function',
	'function-split': 'function',
	'function-reword': 'function',
	'participation-set': 'function',
	'participation-clear': 'function',
};

export function unitOptions(choices: Choices, except: string | undefined = undefined): readonly Option[] {
	return choices.units
		.filter((unit) => unit.key !== except)
		.map((unit) => ({ value: unit.key, label: `${'– '.repeat(unit.depth)}${localText(unit.name)}` }));
}

/** Lines of the staffing table under the name of their unit. */
export function postOptions(choices: Choices, posts: readonly Post[] = choices.posts): readonly Option[] {
	const names = new Map(choices.units.map((unit) => [unit.key, localText(unit.name)]));
	const order = new Map(choices.units.map((unit, at) => [unit.key, at]));
	return posts
		.toSorted((one, other) => (order.get(one.unitKey) ?? 0) - (order.get(other.unitKey) ?? 0))
		.map((post) => ({
			value: post.key,
			label: `${localText(post.title)} – ${m.structure_posts_short({ count: formatHeadcount(post.approved) })}`,
			group: names.get(post.unitKey) ?? '',
		}));
}

/** Posts that lead a unit; many have one title, so the unit stands in the words of each: a closed list shows it too. */
export function headOptions(choices: Choices): readonly Option[] {
	const heads = choices.posts.filter((post) => post.isHead);
	return postOptions(choices, heads).map(({ value, label, group = '' }) => ({
		value,
		label: m.scenario_choice_of_unit({ unit: group, label }),
	}));
}

/** Functions under the name of the unit that answers for them. */
export function functionOptions(choices: Choices, except: string | undefined = undefined): readonly Option[] {
	const names = new Map<string, string>(choices.units.map((unit) => [unit.key, localText(unit.name)]));
	return choices.functions
		.filter((fn) => fn.key !== except)
		.map((fn) => ({
			value: fn.key,
			label: localText(fn.text),
			group: names.get(fn.unitKeys[0] ?? '') ?? m.scenario_ledger_nobody(),
		}))
		.toSorted((one, other) => one.group.localeCompare(other.group, 'bg'));
}

/** Every unit as a whole and each of its posts, under the name of the unit. */
export function seatOptions(choices: Choices): readonly Option[] {
	const posts = Map.groupBy(choices.posts, (post) => post.unitKey);
	return choices.units.flatMap((unit) => {
		const group = localText(unit.name);
		return [
			{ value: unit.key, label: `${group} – ${m.scenario_field_seat_whole()}`, group },
			...(posts.get(unit.key) ?? []).map((post) => ({
				value: `${unit.key} ${post.key}`,
				label: localText(post.title),
				group,
			})),
		];
	});
}

/** Those who take part in the function, each with the role it has. */
export function heldSeatOptions(choices: Choices): readonly Option[] {
	const units = new Map<string, string>(choices.units.map((unit) => [unit.key, localText(unit.name)]));
	const posts = new Map<string, string>(choices.posts.map((post) => [post.key, localText(post.title)]));
	return choices.seats.map(({ unitKey, postKey, role }) => {
		const unit = units.get(unitKey) ?? unitKey;
		const seat =
			postKey === null ? unit : m.scenario_seat_post({ unit, title: posts.get(postKey) ?? postKey });
		return {
			value: postKey === null ? unitKey : `${unitKey} ${postKey}`,
			label: m.scenario_seat_held({ seat, role: nameOfRole(role) }),
		};
	});
}
