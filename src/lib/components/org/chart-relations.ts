import type { ChartRelation } from '#lib/charts/org-chart.ts';
import { letterOfRole } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { RELATION_ROLES, type RelationRole } from './chart-address.ts';

/** Two units that share functions: one answers for them, the other has a role in them. */
export interface UnitRelation {
	readonly fromKey: string;
	readonly toKey: string;
	readonly role: RelationRole;
	readonly functions: number;
}

/** A relation of one unit with another, as it is drawn and told. */
export interface ToldRelation extends ChartRelation {
	readonly otherName: string;
	readonly words: string;
}

/** Kinds of relations of one unit in words with the number of functions; only those that it has. */
export function relationKinds(
	all: readonly UnitRelation[],
	own: string | null,
): readonly { readonly role: RelationRole; readonly words: string }[] {
	const mine = all.filter((one) => one.fromKey === own || one.toKey === own);
	return RELATION_ROLES.flatMap((role) => {
		const count = functionsOf(mine, role);
		return count === 0 ? [] : [{ role, words: wordsOf(role, count) }];
	});
}

/** The relations of one unit of the chosen kinds, by the other unit. */
export function relationsOf(
	all: readonly UnitRelation[],
	own: string | null,
	{ roles, nameOf }: { readonly roles: readonly RelationRole[]; readonly nameOf: (key: string) => string },
): readonly ToldRelation[] {
	const otherOf = (one: UnitRelation) => (one.fromKey === own ? one.toKey : one.fromKey);
	const mine = all.filter((one) => roles.includes(one.role) && (one.fromKey === own || one.toKey === own));
	return [...Map.groupBy(mine, otherOf)].map(([toKey, ones]) => {
		const counts = roles
			.map((role) => ({ role, count: functionsOf(ones, role) }))
			.filter(({ count }) => count > 0);
		return {
			...{ fromKey: own ?? '', toKey, otherName: nameOf(toKey) },
			caption: counts.map(({ role, count }) => `${letterOfRole(role)} ${count}`).join(' · '),
			words: counts.map(({ role, count }) => wordsOf(role, count)).join(', '),
		};
	});
}

function functionsOf(relations: readonly UnitRelation[], role: RelationRole): number {
	return relations.reduce((sum, one) => sum + (one.role === role ? one.functions : 0), 0);
}

function wordsOf(role: RelationRole, count: number): string {
	return role === 'consulted'
		? m.structure_relation_consulted({ count })
		: m.structure_relation_participates({ count });
}
