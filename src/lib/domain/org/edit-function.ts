import { foldText, type FunctionKey, type PowerKey } from '../shared/index.ts';
import { planEdit } from './edit-plan.ts';
import { checkLength, checkRequired, tidyLocal, tidyNote, tidyOrigin, warnEnglish } from './edit-text.ts';
import { checkWording, type WordingWarning } from './edit-wording.ts';
import {
	MAX_LENGTH,
	type Edit,
	type EditResult,
	type EnglishLeft,
	type OutsideUses,
	type TextRefusal,
	type Uses,
} from './edit-types.ts';
import type { AdminFunction, LocalText, Structure } from './types.ts';

/** A function as a person gives it. */
export type FunctionDraft = Omit<AdminFunction, 'key' | 'sort'>;

export type FunctionEdit = Edit<FunctionKey, FunctionDraft>;

/** What a function may refer to: the keys of the registers of policy areas, acts and powers. */
export interface FunctionRegisters {
	readonly policyAreas: ReadonlySet<string>;
	readonly acts: ReadonlySet<string>;
	readonly powers: ReadonlySet<string>;
}

export type FunctionRefusal =
	| TextRefusal<'textBg' | 'textEn' | 'territory' | 'source' | 'generalCategory'>
	| { readonly code: 'org/function-not-found'; readonly field: 'function'; readonly key: FunctionKey }
	| { readonly code: 'org/policy-area-unknown'; readonly field: 'policyArea'; readonly key: string }
	| { readonly code: 'org/act-unknown'; readonly field: 'bases'; readonly key: string }
	| { readonly code: 'org/power-unknown'; readonly field: 'powers'; readonly key: PowerKey }
	/** The same place of the same act is named twice. */
	| { readonly code: 'org/basis-twice'; readonly field: 'bases'; readonly actKey: string }
	/** Only a supporting function belongs to a category of the general administration. */
	| { readonly code: 'org/category-needs-support'; readonly field: 'generalCategory' }
	| { readonly code: 'org/function-in-use'; readonly field: 'function'; readonly uses: Uses };

export type FunctionWarning =
	| WordingWarning
	| EnglishLeft
	| { readonly code: 'org/no-basis' }
	| { readonly code: 'org/same-text'; readonly key: FunctionKey; readonly text: LocalText };

/**
 * Checks the change of a function and gives the state before and after.
 * Refuses empty and overlong texts, unknown policy areas, acts and powers, a basis named twice, a general category on a
 * function that is not supporting, and the removal of a function with measured activities or evidence
 * (`org/function-in-use`; its participations go with it). Warns, never blocks, about the wording rule
 * (`org/two-verbs`, `org/no-verb`), a missing legal basis, a function of the same text and an English wording left behind. Source: methodology §1.5.
 */
export function planFunctionEdit(
	structure: Structure,
	edit: FunctionEdit,
	given: {
		readonly newKey: FunctionKey;
		readonly registers: FunctionRegisters;
		readonly outside: OutsideUses;
	},
): EditResult<AdminFunction, FunctionWarning, FunctionRefusal> {
	return planEdit(edit, {
		things: structure.functions,
		newKey: given.newKey,
		missing: (key): FunctionRefusal => ({ code: 'org/function-not-found', field: 'function', key }),
		checkRemoval: ({ key }) => checkRemoval(usesOfFunction(structure, key, given.outside)),
		check: (draft) => checkDraft(draft, given.registers),
		make: (draft, key, before) => toFunction(structure, draft, { key, sort: before?.sort }),
		warn: (after, before): readonly FunctionWarning[] => [
			...warnings(structure, after),
			...warnEnglish(before?.text, after.text),
		],
	});
}

/** What rests on a function inside its structure, together with the uses outside it. */
export function usesOfFunction(structure: Structure, key: FunctionKey, outside: OutsideUses): Uses {
	return {
		units: 0,
		posts: 0,
		participations: structure.participations.filter((part) => part.functionKey === key).length,
		activities: structure.activities.filter((activity) => activity.functionKey === key).length,
		allowances: 0,
		...outside,
	};
}

/** Participations go with the function; what was counted of it or rests on it elsewhere keeps it. */
function checkRemoval(uses: Uses): readonly FunctionRefusal[] {
	return uses.activities + uses.employees + uses.evidence > 0
		? [{ code: 'org/function-in-use', field: 'function', uses }]
		: [];
}

function checkDraft(draft: FunctionDraft, registers: FunctionRegisters): readonly FunctionRefusal[] {
	return [
		...checkRequired('textBg', draft.text.bg, MAX_LENGTH.statement),
		...checkLength('textEn', draft.text.en, MAX_LENGTH.statement),
		...checkLength('territory', draft.territory, MAX_LENGTH.name),
		...checkLength('generalCategory', draft.generalCategory, MAX_LENGTH.name),
		...checkRequired('source', draft.origin.source, MAX_LENGTH.source),
		...checkArea(draft.policyArea, registers),
		...checkBases(draft, registers),
		...draft.powers
			.filter((key) => !registers.powers.has(key))
			.map((key) => ({ code: 'org/power-unknown', field: 'powers', key }) as const),
		...(draft.generalCategory !== null && draft.kind !== 'support'
			? [{ code: 'org/category-needs-support', field: 'generalCategory' } as const]
			: []),
	];
}

function checkArea(key: string, registers: FunctionRegisters): readonly FunctionRefusal[] {
	return registers.policyAreas.has(key)
		? []
		: [{ code: 'org/policy-area-unknown', field: 'policyArea', key }];
}

function checkBases(draft: FunctionDraft, registers: FunctionRegisters): readonly FunctionRefusal[] {
	const seen = new Set<string>();
	return draft.bases.flatMap(({ actKey, reference }): readonly FunctionRefusal[] => {
		if (!registers.acts.has(actKey)) return [{ code: 'org/act-unknown', field: 'bases', key: actKey }];
		const { paragraph, article, subParagraph, point, letter } = reference;
		const place = JSON.stringify([actKey, paragraph, article, subParagraph, point, letter]);
		if (seen.has(place)) return [{ code: 'org/basis-twice', field: 'bases', actKey }];
		seen.add(place);
		return [];
	});
}

function toFunction(
	structure: Structure,
	draft: FunctionDraft,
	{ key, sort }: { readonly key: FunctionKey; readonly sort: number | undefined },
): AdminFunction {
	const last = structure.functions.reduce((highest, fn) => Math.max(highest, fn.sort), 0);
	return {
		...draft,
		key,
		text: tidyLocal(draft.text),
		territory: tidyNote(draft.territory),
		generalCategory: tidyNote(draft.generalCategory),
		powers: [...new Set(draft.powers)],
		origin: tidyOrigin(draft.origin),
		sort: sort ?? last + 1,
	};
}

function warnings(structure: Structure, fn: AdminFunction): readonly FunctionWarning[] {
	const folded = foldText(fn.text.bg);
	const twin = structure.functions.find(
		(other) => other.key !== fn.key && foldText(other.text.bg) === folded,
	);
	return [
		...checkWording(fn.text.bg),
		...(fn.bases.length === 0 ? [{ code: 'org/no-basis' } as const] : []),
		...(twin ? [{ code: 'org/same-text', key: twin.key, text: twin.text } as const] : []),
	];
}
