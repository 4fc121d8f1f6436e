import type { Result, UnitKey } from '../shared/index.ts';
import type { LocalText, UnitKind } from './types.ts';

/** What a checked edit comes to: the state before, the state after and what the person should still look at. */
export interface EditPlan<T, Warning> {
	/** Null when something is created. */
	readonly before: T | null;
	/** Null when something is deleted. */
	readonly after: T | null;
	readonly warnings: readonly Warning[];
}

/** All refusals at once, each with the field it belongs to, so that a form shows every problem at its field. */
export type EditResult<T, Warning, Refusal> = Result<EditPlan<T, Warning>, readonly Refusal[]>;

/** Change of one thing: a new one, another state of an existing one, or its removal. */
export type Edit<Key, Draft> =
	| { readonly kind: 'create'; readonly draft: Draft }
	| { readonly kind: 'change'; readonly key: Key; readonly draft: Draft }
	| { readonly kind: 'delete'; readonly key: Key };

export type TextRefusal<Field extends string> =
	| { readonly code: 'org/text-empty'; readonly field: Field }
	| {
			readonly code: 'org/text-too-long';
			readonly field: Field;
			readonly length: number;
			readonly max: number;
	  };

/** What still rests on a thing that shall be deleted; all counts of a removable thing are zero. */
export interface Uses {
	readonly units: number;
	readonly posts: number;
	readonly participations: number;
	readonly activities: number;
	readonly allowances: number;
	/** People who hold the post or work in the unit. */
	readonly employees: number;
	/** Findings, decisions on pairs and operations that point at it. */
	readonly evidence: number;
}

/** Uses that the structure itself does not know: people and evidence, counted where they are stored. */
export type OutsideUses = Pick<Uses, 'employees' | 'evidence'>;

/** Longest texts that are kept; longer ones are a mistake of the person or an attack. */
export const MAX_LENGTH = { name: 250, statement: 1000, note: 1000, source: 500 } as const;

/** Which kinds usually stand under which; null is the top. Other nestings are legal but unusual. */
export interface UnusualNesting {
	readonly code: 'org/unusual-nesting';
	readonly kind: UnitKind;
	readonly parentKind: UnitKind;
}

/** The Bulgarian words are new and the English ones are still those of the old. */
export interface EnglishLeft {
	readonly code: 'org/english-left';
	readonly english: string;
}

export interface SameName {
	readonly code: 'org/same-name';
	readonly key: UnitKey;
	readonly name: LocalText;
}
