import { tellsApart, type ComparedRow, type ComparedRule } from '#lib/domain/scenario/index.ts';
import { comparedText, nameOfComparedSet } from '#lib/i18n/compare-text.ts';
import { localText } from '#lib/i18n/names.ts';
import { citationText } from '#lib/i18n/citation-text.ts';
import { nameOfRule } from '#lib/i18n/rule-names.ts';
import { nameOfVerdict } from '#lib/i18n/scenario-names.ts';

const MOST_ROWS = 60;

/**
 * The rows of structure that the page shows: what tells the scenarios apart, with `diff=base` also what only differs from
 * the base; of more than 60 rows the first ones, with `rows=all` all of them.
 */
export function structureRows(rows: readonly ComparedRow[], search: URLSearchParams) {
	const single = (rows[0]?.cells.length ?? 0) <= 2;
	const isAll = search.get('diff') === 'base' || single;
	const wanted = isAll ? rows : rows.filter(tellsApart);
	const shown = search.get('rows') === 'all' ? wanted : wanted.slice(0, MOST_ROWS);
	return {
		...{ isAll, isSingle: single, count: wanted.length },
		rows: shown.map(({ id, set, name, cells }) => ({
			...{ id, set: nameOfComparedSet(set), name: localText(name) },
			cells: cells.map((cell) => comparedText(cell, cells)),
		})),
	};
}

const TONES = { passed: 'ok', failed: 'bad', 'not-applicable': 'plain', 'needs-lawyer': 'warning' } as const;

export function ruleRows(rules: readonly ComparedRule[]) {
	return rules.map(({ rule, citation, verdicts }) => ({
		...{ id: rule, name: nameOfRule(rule), citation: citationText(citation) },
		verdicts: verdicts.map((verdict) => ({ text: nameOfVerdict(verdict), tone: TONES[verdict] })),
	}));
}
