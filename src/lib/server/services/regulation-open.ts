import { createHash } from 'node:crypto';
import { buildCorpus, createOverlapQuery, statementsOf } from '#lib/domain/overlap/index.ts';
import type { Actor } from '#lib/domain/access/index.ts';
import type { Municipality, Structure } from '#lib/domain/org/index.ts';
import {
	findFunctions,
	parseRegulation,
	planRegulation,
	proposeCandidates,
	type CandidateContext,
	type FunctionCandidate,
	type NearFunction,
	type RegulationNode,
	type RegulationPlan,
	type StatedFunction,
} from '#lib/domain/regulations/index.ts';
import { err, foldText, ok, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import type { Db } from '../db/index.ts';
import { listLegalActs, listPolicyAreas, type LegalAct, type PolicyArea } from '../queries/legal.ts';
import {
	findRegulation,
	listDecisions,
	type RegulationText,
	type StoredDecision,
} from '../queries/regulation.ts';
import { listVersions, type StructureVersion } from '../queries/version.ts';
import { readStructure } from './structure-cache.ts';
import { openMunicipality, openStructure } from './workspace.ts';

/** A text with everything that its review rests on. */
export interface OpenRegulation {
	readonly actor: Actor;
	readonly municipality: Municipality;
	readonly text: RegulationText;
	readonly nodes: readonly RegulationNode[];
	readonly candidates: readonly FunctionCandidate[];
	readonly decisions: ReadonlyMap<number, StoredDecision>;
	readonly plan: RegulationPlan;
	readonly structure: Structure;
	/** The version that the text is held against: the working one chosen, else the one in force. */
	readonly version: StructureVersion;
	readonly workingVersions: readonly StructureVersion[];
	readonly acts: readonly LegalAct[];
	readonly areas: readonly PolicyArea[];
	/** Equal as long as neither the text, its decisions nor the version changed. */
	readonly mark: string;
}

/** Key of the act that is still to be entered into the register. */
export const NEW_ACT = 'new-act';

/** Opens a text for whoever edits the structure of its municipality. */
export async function openRegulation(
	ctx: Ctx,
	slug: string,
	id: string,
): Promise<Result<OpenRegulation, Refused>> {
	const opened = await openMunicipality(ctx, slug, 'structure.edit');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const text = await findRegulation(ctx.db, municipality.id, id);
	if (!text) return err(DENIED);
	const versions = await listVersions(ctx.db, municipality.id);
	const workingVersions = versions.filter(({ status }) => status === 'working');
	const chosen = versions.find((one) => one.id === text.versionId);
	const found = await openStructure(ctx, { slug, versionId: chosen?.id ?? null });
	if (!found.ok) return found;
	const { version } = found.value;
	const structure = (await readStructure(ctx.db, version.id)) ?? found.value.structure;
	const acts = await listLegalActs(ctx.db, [municipality.id]);
	const areas = await listPolicyAreas(ctx.db);
	const decisions = await listDecisions(ctx.db, text.id);
	const { nodes, stated } = read(ctx.db, text);
	const candidates = propose(ctx.db, { text, stated, structure, version, acts });
	const plan = planRegulation(candidates, decisions, {
		structure,
		actKey: text.actKey ?? NEW_ACT,
		title: text.title,
		prefix: municipality.slug.slice(0, 2),
		policyAreas: new Set(areas.map(({ key }) => key)),
	});
	const mark = createHash('sha256')
		.update(JSON.stringify([text.id, text.revision, version.id, version.revision, [...decisions.values()]]))
		.digest('hex')
		.slice(0, 16);
	return ok({
		...{ actor, municipality, text, nodes, candidates, decisions, plan, structure, version },
		...{ workingVersions, acts, areas, mark },
	});
}

interface Reading {
	readonly nodes: readonly RegulationNode[];
	readonly stated: readonly StatedFunction[];
}

interface Known {
	readonly readings: Map<string, Reading>;
	readonly proposals: Map<string, readonly FunctionCandidate[]>;
}

const MOST_KNOWN = 6;
const known = new WeakMap<Db, Known>();

function knownOf(db: Db): Known {
	const found = known.get(db);
	if (found) return found;
	const made: Known = { readings: new Map(), proposals: new Map() };
	known.set(db, made);
	return made;
}

function remember<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
	const found = cache.get(key);
	if (found !== undefined) return found;
	const made = make();
	if (cache.size >= MOST_KNOWN) cache.delete(cache.keys().next().value ?? '');
	cache.set(key, made);
	return made;
}

/** The text never changes once it is brought, so it is read once. */
export function readRegulation(db: Db, text: Pick<RegulationText, 'id' | 'content'>): Reading {
	return read(db, text);
}

function read(db: Db, { id, content }: Pick<RegulationText, 'id' | 'content'>): Reading {
	return remember(knownOf(db).readings, id, () => {
		const nodes = parseRegulation(content);
		return { nodes, stated: findFunctions(content, nodes) };
	});
}

function propose(
	db: Db,
	given: {
		readonly text: RegulationText;
		readonly stated: readonly StatedFunction[];
		readonly structure: Structure;
		readonly version: StructureVersion;
		readonly acts: readonly LegalAct[];
	},
): readonly FunctionCandidate[] {
	const { text, stated, structure, version, acts } = given;
	const key = [text.id, version.id, version.revision, acts.length].join('.');
	return remember(knownOf(db).proposals, key, () =>
		proposeCandidates(stated, {
			structure,
			acts: acts.map((act) => ({ key: act.key, names: [act.abbreviation.bg, act.name.bg] })),
			near: nearIn(structure),
		}),
	);
}

/** From this score two statements overlap (methodology §2.4, rule O). */
const NEAR_FROM = 0.5;
const MOST_NEAR = 3;

function nearIn(structure: Structure): CandidateContext['near'] {
	const statements = statementsOf(structure);
	const query = createOverlapQuery(buildCorpus(statements.map(({ statement }) => statement)));
	const home = foldText(structure.municipality.name.bg).replace(/^община /u, '');
	return (wording, unit) =>
		query({ id: 'candidate', unit, text: wording, home }, { threshold: NEAR_FROM, top: MOST_NEAR }).flatMap(
			({ statement, score }): readonly NearFunction[] => {
				const member = statements[statement]?.member;
				return member ? [{ key: member.functionKey, score }] : [];
			},
		);
}
