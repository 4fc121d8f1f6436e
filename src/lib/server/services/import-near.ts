import type { ImportChange, NearThing } from '#lib/domain/imports/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import type { Ctx } from '../context.ts';
import { nearLines } from './function-near.ts';
import type { PlannedImport } from './import-open.ts';
import { relatedFrom } from './overlap-analysis.ts';

const MOST = 2;
const outcomes = new WeakMap<PlannedImport['plan'], Structure>();

/**
 * For a function that a file brings or words anew: what says nearly the same, of the functions that are there and of the
 * others in the file. Anything else has none.
 */
export async function createImportNear(
	ctx: Ctx,
	{ plan, structure }: PlannedImport,
): Promise<(change: ImportChange) => readonly NearThing[]> {
	const threshold = await relatedFrom(ctx, structure.municipality);
	return (change) => {
		if (change.entity !== 'function' || change.after === null) return [];
		const text = change.after.text.bg;
		if (change.before?.text.bg === text) return [];
		const after = outcomes.get(plan) ?? { ...structure, ...plan.after };
		outcomes.set(plan, after);
		const owner = after.participations.find(
			({ functionKey, role }) => functionKey === change.key && role === 'accountable',
		);
		const question = { text, unitKey: owner?.unitKey ?? null, except: change.after.key };
		return nearLines(after, question, { threshold, top: MOST }).map(({ text: near, unit, score }) => ({
			...{ text: near, unit, score },
		}));
	};
}
