import { can, type Action, type Actor } from '#lib/domain/access/index.ts';
import type { ParameterSet } from '#lib/domain/legal/index.ts';
import type { Municipality, Power, Structure } from '#lib/domain/org/index.ts';
import {
	runOperations,
	scenarioLimits,
	type FindingReference,
	type RuleFrame,
	type Operation,
	type OperationRefusal,
	type PhaseFrame,
	type ScenarioLimits,
	type ScenarioRun,
} from '#lib/domain/scenario/index.ts';
import { err, isId, ok, type IsoDate, type Result, type ScenarioId } from '#lib/domain/shared/index.ts';
import { DENIED, transact, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { listParameters, listPowers } from '../queries/legal.ts';
import { listFindingReferences, listOperations } from '../queries/operation.ts';
import { findProposalOfScenario, type ProposalRecord } from '../queries/proposal.ts';
import {
	findScenario,
	insertScenario,
	listScenarios,
	touchScenario,
	type ScenarioRecord,
} from '../queries/scenario.ts';
import { findVersion, type StructureVersion } from '../queries/version.ts';
import { recordAudit } from './audit.ts';
import { readStructure } from './structure-cache.ts';
import { openMunicipality, openStructure } from './workspace.ts';

/** Which scenario a page is about. */
export interface ScenarioAddress {
	readonly slug: string;
	readonly scenarioId: string;
}

export type ScenarioRefusal =
	| { readonly code: 'scenario/stale' }
	| { readonly code: 'scenario/not-a-draft' }
	| { readonly code: 'scenario/effective-before-base'; readonly validFrom: IsoDate }
	| { readonly code: 'scenario/no-parameter'; readonly key: string };

/** A scenario with everything that its pages are made from. */
export interface OpenScenario {
	readonly actor: Actor;
	readonly municipality: Municipality;
	readonly scenario: ScenarioRecord;
	readonly version: StructureVersion;
	readonly operations: readonly Operation[];
	readonly findings: readonly FindingReference[];
	/** The operations that apply: all of them, or those before the one that is refused. */
	readonly run: ScenarioRun;
	readonly refusal: OperationRefusal | null;
	readonly limits: ScenarioLimits;
	readonly frame: RuleFrame & { readonly parameters: ParameterSet; readonly powers: readonly Power[] };
	readonly mayEdit: boolean;
	/** The newest proposal made from it. */
	readonly proposal: ProposalRecord | undefined;
}

export async function listMunicipalityScenarios(ctx: Ctx, slug: string) {
	const found = await openMunicipality(ctx, slug, 'scenario.read');
	return found.ok ? ok(await listScenarios(ctx.db, found.value.municipality.id)) : found;
}

/** Opens a scenario over its base version. Errors: those of access; `scenario/no-parameter` when a limit is not set. */
export async function openScenario(
	ctx: Ctx,
	address: ScenarioAddress,
	action: Action = 'scenario.read',
): Promise<Result<OpenScenario, Refused | ScenarioRefusal>> {
	const found = await openMunicipality(ctx, address.slug, action);
	if (!found.ok) return found;
	const { municipality, actor } = found.value;
	const scenario = isId(address.scenarioId)
		? await findScenario(ctx.db, address.scenarioId as ScenarioId)
		: undefined;
	if (scenario?.municipalityId !== municipality.id) return err(DENIED);
	const [version, baseline] = [
		await findVersion(ctx.db, scenario.baseVersionId),
		await readStructure(ctx.db, scenario.baseVersionId),
	];
	if (!version || !baseline) return err(DENIED);
	const parameters = await listParameters(ctx.db);
	const limits = scenarioLimits(parameters, scenario.effectiveOn, municipality.id);
	if (!limits.ok) return limits;
	const operations = await listOperations(ctx.db, scenario.id);
	return ok({
		...{ actor, municipality, scenario, version, operations },
		findings: await listFindingReferences(ctx.db, municipality.id),
		...runAsFarAsPossible(baseline, operations, limits.value),
		limits: limits.value,
		frame: { parameters, asOf: scenario.effectiveOn, powers: await listPowers(ctx.db) },
		mayEdit: scenario.status === 'draft' && can(actor, 'scenario.edit', { municipalityId: municipality.id }),
		proposal: await findProposalOfScenario(ctx.db, scenario.id),
	});
}

export interface ScenarioInput {
	readonly name: string;
	readonly description: string;
	readonly effectiveOn: IsoDate;
}

/** Starts a scenario over the version in force. Error `scenario/effective-before-base`. */
export function createScenario(
	ctx: Ctx,
	slug: string,
	input: ScenarioInput,
): Promise<Result<ScenarioId, Refused | ScenarioRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<ScenarioId, Refused | ScenarioRefusal>> => {
		const found = await openStructure(inside, { slug }, 'scenario.edit');
		if (!found.ok) return found;
		const { actor, municipality, version } = found.value;
		if (input.effectiveOn <= version.validFrom)
			return err({ code: 'scenario/effective-before-base', validFrom: version.validFrom });
		const id = ctx.newId() as ScenarioId;
		const scenario = {
			...input,
			id,
			municipalityId: municipality.id,
			baseVersionId: version.id,
			status: 'draft' as const,
			createdAt: ctx.clock.now(),
			createdBy: actor.userId,
		};
		await insertScenario(tx, scenario);
		await auditScenario(ctx, tx, { actor, scenario, action: 'scenario.create', before: null, after: input });
		return ok(id);
	});
}

/** Changes name, description and day of effect. Errors: `scenario/stale`, `scenario/effective-before-base`. */
export async function editScenario(
	ctx: Ctx,
	address: ScenarioAddress,
	input: ScenarioInput & { readonly revision: number },
): Promise<Result<null, Refused | ScenarioRefusal>> {
	const found = await openScenario(ctx, address, 'scenario.edit');
	if (!found.ok) return found;
	const { actor, scenario, version } = found.value;
	if (input.effectiveOn <= version.validFrom)
		return err({ code: 'scenario/effective-before-base', validFrom: version.validFrom });
	const { revision, ...after } = input;
	return ctx.db.transaction().execute(async (tx) => {
		if (!(await touchScenario(tx, { id: scenario.id, revision }, after)))
			return err({ code: 'scenario/stale' });
		const { name, description, effectiveOn } = scenario;
		const before = { name, description, effectiveOn };
		await auditScenario(ctx, tx, { actor, scenario, action: 'scenario.edit', before, after });
		return ok(null);
	});
}

export interface ScenarioAudit {
	readonly actor: Actor;
	readonly scenario: Pick<ScenarioRecord, 'id' | 'municipalityId' | 'baseVersionId'>;
	readonly action: string;
	readonly before: unknown;
	readonly after: unknown;
}

/** One line of the audit trail about a scenario. */
export async function auditScenario(ctx: Ctx, tx: Tx, entry: ScenarioAudit): Promise<void> {
	const { actor, scenario, action, before, after } = entry;
	await recordAudit(ctx, tx, {
		...{ actor, action, before, after },
		municipalityId: scenario.municipalityId,
		entity: 'scenario',
		entityKey: scenario.id,
		versionId: scenario.baseVersionId,
	});
}

/** One line of the audit trail for every version that a decision on a scenario made or took out. */
export async function auditVersions(
	ctx: Ctx,
	tx: Tx,
	at: { readonly actor: Actor; readonly action: `version.${'create' | 'remove' | 'restore'}` },
	versions: readonly StructureVersion[],
): Promise<void> {
	for (const { id, municipalityId, label, validFrom, basedOnId } of versions) {
		const state = { label, validFrom, basedOn: basedOnId };
		const [before, after] = at.action === 'version.remove' ? [state, null] : [null, state];
		await recordAudit(ctx, tx, {
			...{ ...at, municipalityId, before, after },
			...{ entity: 'version', entityKey: id, versionId: id },
		});
	}
}

/** From when a scenario takes effect, for what is counted day by day. */
export function phaseFrame({ scenario, limits }: Pick<OpenScenario, 'scenario' | 'limits'>): PhaseFrame {
	return { decisionDay: scenario.effectiveOn, limits };
}

/** The run of all operations, or of those before the first that is refused, with the refusal. */
export function runAsFarAsPossible(
	baseline: Structure,
	operations: readonly Operation[],
	limits: ScenarioLimits,
): { readonly run: ScenarioRun; readonly refusal: OperationRefusal | null } {
	const whole = runOperations(baseline, operations, limits);
	if (whole.ok) return { run: whole.value, refusal: null };
	const at = operations.findIndex((operation) => operation.id === whole.error.operationId);
	const { run } = runAsFarAsPossible(baseline, operations.slice(0, at), limits);
	return { run, refusal: whole.error };
}
