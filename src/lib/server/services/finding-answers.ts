import { ok, type FindingId, type Result, type ScenarioId } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listCitingOperations, type CitingOperation } from '../queries/operation.ts';
import { listScenarios } from '../queries/scenario.ts';
import { openFinding } from './finding.ts';
import { openMunicipality } from './workspace.ts';

/** What was undertaken on a finding, and where more can be. */
export interface FindingAnswers {
	readonly operations: readonly CitingOperation[];
	/** Scenarios to which the actor may add an operation. */
	readonly drafts: readonly { readonly id: ScenarioId; readonly name: string }[];
	readonly mayDraft: boolean;
}

/** The operations that follow from a finding and the drafts that may take one; null for whoever may not read scenarios. */
export async function readFindingAnswers(
	ctx: Ctx,
	slug: string,
	id: FindingId,
): Promise<Result<FindingAnswers | null, Refused>> {
	const owned = await openFinding(ctx, slug, id, 'municipality.read');
	if (!owned.ok) return owned;
	const { municipality } = owned.value;
	if (!(await openMunicipality(ctx, slug, 'scenario.read')).ok) return ok(null);
	const mayDraft = (await openMunicipality(ctx, slug, 'scenario.edit')).ok;
	const scenarios = mayDraft ? await listScenarios(ctx.db, municipality.id) : [];
	const drafts = scenarios
		.filter((scenario) => scenario.status === 'draft')
		.map((scenario) => ({ id: scenario.id, name: scenario.name }));
	return ok({ operations: await listCitingOperations(ctx.db, id), drafts, mayDraft });
}
