import {
	ADMINISTRATION_PARTS,
	FUNDING_SOURCES,
	EMPLOYMENT_RELATIONS,
	POST_CATEGORIES,
	UNIT_KINDS,
} from '#lib/domain/org/index.ts';
import {
	nameOfCategory,
	nameOfFunding,
	nameOfPart,
	nameOfRelation,
	nameOfUnitKind,
} from '#lib/i18n/names.ts';
import type { NamedList } from '../shared/sheet.ts';
import type { Options } from './model.ts';

/** Names of the nomenclatures in the file; the same in both languages, so that formulas of a reader go on working. */
export const LIST = {
	part: 'nomen_part',
	kind: 'nomen_kind',
	category: 'nomen_category',
	relation: 'nomen_relation',
	funding: 'nomen_funding',
} as const;

/** Names of the columns that a budget file refers to: „=SUM(posts_after)“. */
export const RANGE = {
	approvedBefore: 'posts_before',
	approvedAfter: 'posts_after',
	costBefore: 'cost_before',
	costAfter: 'cost_after',
} as const;

/** What may be chosen in the editable columns, in the words of the sheets. */
export function proposalLists(options: Options): readonly NamedList[] {
	return [
		{ name: LIST.part, values: ADMINISTRATION_PARTS.map((part) => nameOfPart(part, options)) },
		{ name: LIST.kind, values: UNIT_KINDS.map((kind) => nameOfUnitKind(kind, options)) },
		{ name: LIST.category, values: POST_CATEGORIES.map((one) => nameOfCategory(one, options)) },
		{ name: LIST.relation, values: EMPLOYMENT_RELATIONS.map((one) => nameOfRelation(one, options)) },
		{ name: LIST.funding, values: FUNDING_SOURCES.map((one) => nameOfFunding(one, options)) },
	];
}
