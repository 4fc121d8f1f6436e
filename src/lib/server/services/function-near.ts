import { createNearQuery, type NearQuestion } from '#lib/domain/overlap/index.ts';
import type { LocalText, Structure } from '#lib/domain/org/index.ts';
import { ok, type FunctionKey, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { relatedFrom } from './overlap-analysis.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

export interface NearLine {
	readonly key: FunctionKey;
	readonly text: LocalText;
	/** The unit that answers for it; null where nobody does. */
	readonly unit: LocalText | null;
	readonly score: number;
}

const MOST = 5;
/** Less than this says nothing yet. */
const SHORTEST = 8;

const queries = new WeakMap<Structure, ReturnType<typeof createNearQuery>>();

/** Functions that say nearly the same as a statement that is being written; for whoever may edit the structure. */
export async function findNearFunctions(
	ctx: Ctx,
	address: WorkspaceAddress,
	question: NearQuestion,
): Promise<Result<readonly NearLine[], Refused>> {
	const opened = await openStructure(ctx, address, 'structure.edit');
	if (!opened.ok) return opened;
	if (question.text.trim().length < SHORTEST) return ok([]);
	const { structure, municipality } = opened.value;
	const threshold = await relatedFrom(ctx, municipality);
	return ok(nearLines(structure, question, { threshold, top: MOST }));
}

/** The functions of a structure that are nearest to a statement, as a page shows them. */
export function nearLines(
	structure: Structure,
	question: NearQuestion,
	options: { readonly threshold: number; readonly top: number },
): readonly NearLine[] {
	const ask = queries.get(structure) ?? createNearQuery(structure);
	queries.set(structure, ask);
	const units = new Map(structure.units.map((unit) => [unit.key, unit.name]));
	return ask(question, options).map(({ member, score }) => ({
		key: member.functionKey,
		text: member.fn.text,
		unit: (member.unitKey !== null && units.get(member.unitKey)) || null,
		score,
	}));
}
