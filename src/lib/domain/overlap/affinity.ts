import { ACT_CONFLICT_BELOW, actAffinity, SAME_ACT_FROM, type Act } from './lexicon/act-affinity.ts';
import { isWholeMunicipality, type Scope } from './scope.ts';

/** The part of a statement that is compared besides its terms. */
export interface Profile {
	readonly acts: readonly Act[];
	readonly isGeneral: boolean;
	readonly isNegated: boolean;
}

/** Why two statements with like terms are more or less the same function. */
export type AffinityReason =
	| 'same-act'
	| 'like-act'
	| 'other-act'
	| 'other-place'
	| 'one-place'
	| 'other-period'
	| 'other-name'
	| 'negation'
	| 'same-standard'
	| 'other-standard'
	| 'wider'
	| 'reworded'
	| 'other-object'
	| 'general-clause'
	| 'one-general-clause';

export interface Affinity {
	/** 0–1; the similarity of the terms is multiplied by it. */
	readonly factor: number;
	readonly reasons: readonly AffinityReason[];
}

const FACTORS = {
	'other-place': 0.5,
	'one-place': 0.8,
	'other-period': 0.6,
	'other-name': 0.7,
	negation: 0.5,
	'general-clause': 0.49,
	'one-general-clause': 0.4,
} as const;

/** Reasons that make a pair at most „related“: it is not the same work. */
export const CONFLICTS: ReadonlySet<AffinityReason> = new Set([
	'other-act',
	'other-object',
	'other-place',
	'one-place',
	'other-period',
	'other-name',
	'negation',
	'general-clause',
	'one-general-clause',
]);

/** Equal for profiles that agree in everything that is compared. */
export function profileKey({ acts, isGeneral, isNegated }: Profile): string {
	let key = `${isGeneral ? 'g' : ''}${isNegated ? 'n' : ''}`;
	for (const act of acts) key += `|${act.actClass} ${act.lemma}`;
	return key;
}

/** How far the acts and the kind of statement agree. Symmetric; 1 for equal profiles, except general clauses. */
export function profileAffinity(a: Profile, b: Profile): Affinity {
	if (a.isGeneral && b.isGeneral) return of(['general-clause']);
	if (a.isGeneral || b.isGeneral) return of(['one-general-clause']);
	const acts = actAffinity(a.acts, b.acts);
	const denial: readonly AffinityReason[] = a.isNegated === b.isNegated ? [] : ['negation'];
	const rest = of(denial);
	return { factor: acts * rest.factor, reasons: [actReason(acts), ...denial] };
}

/** How far places, years and names agree. What only one statement names is a detail, not a contradiction. */
export function scopeAffinity(a: Scope, b: Scope): Affinity {
	const reasons: AffinityReason[] = [];
	const [own, other] = [a.places.filter(isPart), b.places.filter(isPart)];
	const wholes = [a, b].map(({ places }) => places.filter(isWholeMunicipality));
	if (isApart(own, other) || isApart(wholes[0] ?? [], wholes[1] ?? [])) reasons.push('other-place');
	else if (own.length > 0 !== other.length > 0) reasons.push('one-place');
	if (isApart(a.periods, b.periods)) reasons.push('other-period');
	if (isApart(a.names, b.names)) reasons.push('other-name');
	return of(reasons);
}

function of(reasons: readonly AffinityReason[]): Affinity {
	let factor = 1;
	for (const reason of reasons) factor *= (FACTORS as Partial<Record<AffinityReason, number>>)[reason] ?? 1;
	return { factor, reasons };
}

function actReason(affinity: number): AffinityReason {
	if (affinity >= SAME_ACT_FROM) return 'same-act';
	return affinity < ACT_CONFLICT_BELOW ? 'other-act' : 'like-act';
}

/** A place within a municipality. */
function isPart(place: string): boolean {
	return !isWholeMunicipality(place);
}

function isApart(a: readonly string[], b: readonly string[]): boolean {
	return a.length > 0 && b.length > 0 && !a.some((value) => b.includes(value));
}
