import { lookUp, type Structure } from '../org/index.ts';
import { foldText, type FunctionKey, type UnitKey } from '../shared/index.ts';
import { buildCorpus } from './corpus.ts';
import { createOverlapQuery } from './query.ts';
import { statementsOf, type OverlapMember } from './structure-statements.ts';

export interface NearFunction {
	readonly member: OverlapMember;
	/** How alike the two statements are, 0–1. */
	readonly score: number;
}

export interface NearQuestion {
	/** The statement as far as it is written. */
	readonly text: string;
	/** The unit that will answer for it, when it is known. */
	readonly unitKey: UnitKey | null;
	/** The function being changed; it is not its own neighbour. */
	readonly except: FunctionKey | null;
}

/**
 * „Does somebody do this already?“ while a function is being worded: the functions of the structure whose statements are
 * nearest, best first, from `threshold` on. Reads the structure once; each question costs one search. Source: F28.
 */
export function createNearQuery(
	structure: Structure,
): (
	question: NearQuestion,
	options: { readonly threshold: number; readonly top: number },
) => readonly NearFunction[] {
	const all = statementsOf(structure);
	const ask = createOverlapQuery(buildCorpus(all.map(({ statement }) => statement)));
	const units = lookUp(structure).unitByKey;
	const home = foldText(structure.municipality.name.bg).replace(/^община /u, '');
	return ({ text, unitKey, except }, { threshold, top }) => {
		const unit = (unitKey !== null && units.get(unitKey)?.name.bg) || '';
		const near = ask({ id: 'new', unit, text, place: null, home }, { threshold, top: top + 1 });
		return near
			.flatMap(({ statement, score }) => {
				const member = all[statement]?.member;
				return member && member.functionKey !== except ? [{ member, score }] : [];
			})
			.slice(0, top);
	};
}
