import type { OrgUnit, Post } from '#lib/domain/org/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import type { FindingReference, OperationKind } from '#lib/domain/scenario/index.ts';
import { formatHeadcount } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
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
	/** What is wrong at a field. */
	readonly errorAt: (field: string) => string | undefined;
}

/** Kinds of operations that ask first what they are about, because their other fields depend on it. */
export const SUBJECT_OF: Readonly<Partial<Record<OperationKind, 'unit' | 'post' | 'function'>>> = {
	'unit-rename': 'unit',
	'unit-split': 'unit',
	'post-move': 'post',
	'post-change': 'post',
	'function-transfer': 'function',
	'function-merge': 'function',
	'function-split': 'function',
	'function-reword': 'function',
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
