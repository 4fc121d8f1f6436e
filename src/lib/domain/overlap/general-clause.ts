import type { Act } from './lexicon/act-affinity.ts';
import { GENERAL_CLAUSE } from './lexicon/stop-words.ts';
import type { Word } from './words.ts';

/**
 * True for the general clause that every unit has: „изпълнява и други задачи, възложени от кмета“. It names a task
 * and somebody who assigns it, and either says „други“ or has no other content word. „Възлага на кметовете на кметства
 * общински задачи“ assigns by itself: that is a power of the mayor, not the clause.
 */
export function isGeneralClause(words: readonly Word[], acts: readonly Act[]): boolean {
	if (acts.some((act) => act.actClass !== 'perform')) return false;
	const content = words.map((word) => word.info.folded);
	if (ASSIGNS.test(content[0] ?? '')) return false;
	const has = (pattern: RegExp) => content.some((word) => pattern.test(word));
	if (!has(GENERAL_CLAUSE.tasks) || !has(GENERAL_CLAUSE.assigned)) return false;
	const strange = words.filter(
		({ info }) => !info.isStop && !info.act && !info.isNumber && !GENERAL_CLAUSE.empty.test(info.folded),
	);
	return strange.length === 0 || (has(GENERAL_CLAUSE.other) && strange.length <= 2);
}

const ASSIGNS = /^възлага(?:т|не|нето)?$/u;
