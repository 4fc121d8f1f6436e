import { createHash } from 'node:crypto';
import { can, type Action, type Actor } from '#lib/domain/access/index.ts';
import {
	SHEET_KINDS,
	type ImportContext,
	type ImportEntity,
	type ImportPlan,
	type ImportSheet,
	type PlanOfYear,
	type SheetKind,
	type ImportBatch,
} from '#lib/domain/imports/index.ts';
import { BGN_PER_EUR, parameterNumber } from '#lib/domain/legal/index.ts';
import type { Municipality, Structure } from '#lib/domain/org/index.ts';
import { err, ok, yearOf, type IsoDate, type MunicipalityId, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import type { Db, Reader } from '../db/index.ts';
import { listRequirements } from '../queries/competency.ts';
import { listDictionary } from '../queries/dictionary.ts';
import { listEmployees } from '../queries/employee.ts';
import { findBatch, listSheets } from '../queries/import.ts';
import { readPlanRegister } from '../queries/import-plan-lines.ts';
import { listInUse } from '../queries/in-use.ts';
import { listLegalActs, listParameters, listPolicyAreas } from '../queries/legal.ts';
import { listVersions, type StructureVersion } from '../queries/version.ts';
import { planJob } from './import-plan.ts';
import { readStructure } from './structure-cache.ts';
import { openMunicipality, openStructure } from './workspace.ts';

export interface OpenImport {
	readonly actor: Actor;
	readonly municipality: Municipality;
	readonly batch: ImportBatch;
}

/** A file that the actor brought; those of others are as if they were not there, since they may hold personal data. */
export async function openImport(ctx: Ctx, slug: string, id: string): Promise<Result<OpenImport, Refused>> {
	const opened = await openMunicipality(ctx, slug, 'import.use');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const batch = await findBatch(ctx.db, municipality.id, id);
	return batch?.createdBy === actor.userId ? ok({ actor, municipality, batch }) : err(DENIED);
}

const NEEDS: Readonly<Record<SheetKind, Action>> = {
	units: 'structure.edit',
	staffing: 'structure.edit',
	functions: 'structure.edit',
	participations: 'structure.edit',
	activities: 'workload.edit',
	employees: 'people.edit',
	requirements: 'training.edit',
	training: 'training.edit',
};

const SHEET_OF: Readonly<Record<ImportEntity, SheetKind>> = {
	unit: 'units',
	post: 'staffing',
	function: 'functions',
	participation: 'participations',
	activity: 'activities',
	employee: 'employees',
	requirement: 'requirements',
	'training-plan': 'training',
	'plan-item': 'training',
};

/** The kind of sheet whose right covers a thing. */
export function kindOfEntity(entity: ImportEntity): SheetKind {
	return SHEET_OF[entity];
}

/** The kinds of sheets that an actor may take in. */
export function allowedKinds(actor: Actor, municipality: Municipality): ReadonlySet<SheetKind> {
	const subject = { municipalityId: municipality.id };
	return new Set(SHEET_KINDS.filter((kind) => can(actor, NEEDS[kind], subject)));
}

/** What a file would do, with everything that it was held against. */
export interface PlannedImport {
	readonly plan: ImportPlan;
	readonly municipalityId: MunicipalityId;
	readonly sheets: readonly ImportSheet[];
	readonly structure: Structure;
	/** Training plans of the municipality, by year. */
	readonly trainingPlans: readonly PlanOfYear[];
	/** The version that the plan is made against: the working one chosen, else the one in force. */
	readonly version: StructureVersion;
	readonly workingVersions: readonly StructureVersion[];
	/** Equal as long as nothing changed that the plan was made from: choices, version, people, requirements, uses, rights. */
	readonly mark: string;
	/** Stamp of what stands outside versions: people, requirements, what is in use, and the registers. */
	readonly surroundings: string;
}

/** Nothing could be planned: somebody stopped the comparison, or it took too long. */
export type PlanRefusal = Refused | { readonly code: 'imports/given-up' };

const MOST_PLANS = 6;
const plans = new WeakMap<Db, Map<string, PlannedImport>>();

/**
 * Works the plan out, or gives the one worked out before when nothing changed since. Refused when somebody stopped it
 * or it takes too long.
 */
export async function planOf(ctx: Ctx, open: OpenImport): Promise<Result<PlannedImport, PlanRefusal>> {
	const { batch, municipality, actor } = open;
	const versions = await listVersions(ctx.db, municipality.id);
	const workingVersions = versions.filter(({ status }) => status === 'working');
	const chosen = workingVersions.find(({ id }) => id === batch.versionId);
	const opened = await openStructure(ctx, { slug: municipality.slug, versionId: chosen?.id ?? null });
	if (!opened.ok) return opened;
	const { version } = opened.value;
	const structure = (await readStructure(ctx.db, version.id)) ?? opened.value.structure;
	const kinds = [...allowedKinds(actor, municipality)].join('-');
	const surroundings = await stampOf(ctx.db, municipality.id, ctx.clock.today());
	const mark = [batch.id, batch.revision, version.id, version.revision, kinds, surroundings].join('.');
	const cache = cacheOf(ctx.db);
	const known = cache.get(mark);
	if (known) return ok({ ...known, workingVersions });
	const sheets = await listSheets(ctx.db, batch.id);
	const context = await contextOf(ctx, open, structure);
	const allowed = allowedKinds(actor, municipality);
	const plan = await planJob(ctx.db, batch.id, { mark, sheets, context, allowed }).finished;
	if (plan === null) return err({ code: 'imports/given-up' });
	const planned = {
		plan,
		municipalityId: municipality.id,
		sheets,
		structure,
		trainingPlans: context.plans.plans,
		version,
		workingVersions,
		mark,
		surroundings,
	};
	if (cache.size >= MOST_PLANS) cache.delete(cache.keys().next().value ?? '');
	cache.set(mark, planned);
	return ok(planned);
}

/** Equal stamps mean equal people, requirements, uses and registers of acts, areas and competencies. */
export async function stampOf(db: Reader, municipalityId: MunicipalityId, today: IsoDate): Promise<string> {
	const people = await listEmployees(db, municipalityId);
	const requirements = await listRequirements(db, municipalityId);
	const inUse = [...(await listInUse(db, municipalityId))].sort();
	const acts = await listLegalActs(db, [municipalityId]);
	const registers = [await listPolicyAreas(db), await listDictionary(db, municipalityId)];
	const { people: seats, ...plans } = await readPlanRegister(db, municipalityId, today);
	return createHash('sha256')
		.update(JSON.stringify([people, requirements, inUse, acts, registers, plans, [...seats]]))
		.digest('hex')
		.slice(0, 16);
}

async function contextOf(
	ctx: Ctx,
	{ batch, municipality, actor }: OpenImport,
	structure: Structure,
): Promise<ImportContext> {
	const mayPeople = allowedKinds(actor, municipality).has('employees');
	const [acts, areas, competencies] = [
		await listLegalActs(ctx.db, [municipality.id]),
		await listPolicyAreas(ctx.db),
		await listDictionary(ctx.db, municipality.id),
	];
	const parameters = await listParameters(ctx.db);
	const rate = parameterNumber(parameters, { key: BGN_PER_EUR, asOf: ctx.clock.today() });
	return {
		structure,
		employees: mayPeople ? await listEmployees(ctx.db, municipality.id) : [],
		requirements: await listRequirements(ctx.db, municipality.id),
		competencies,
		policyAreas: areas.map(({ key, name }) => ({ key, name: name.bg })),
		acts: acts.map(({ key, abbreviation, name }) => ({ key, names: [abbreviation.bg, name.bg] })),
		plans: await readPlanRegister(ctx.db, municipality.id, ctx.clock.today()),
		inUse: await listInUse(ctx.db, municipality.id),
		mode: batch.mode,
		prefix: municipality.slug.slice(0, 2),
		importId: batch.id,
		fileName: batch.fileName,
		bgnPerEur: rate ?? null,
		year: yearOf(ctx.clock.today()) - 1,
	};
}

function cacheOf(db: Db): Map<string, PlannedImport> {
	const known = plans.get(db);
	if (known) return known;
	const made = new Map<string, PlannedImport>();
	plans.set(db, made);
	return made;
}
