import { createHash } from 'node:crypto';
import type { Actor } from '#lib/domain/access/index.ts';
import type { Municipality, Structure } from '#lib/domain/org/index.ts';
import type { ActName } from '#lib/domain/imports/index.ts';
import {
	planRegulation,
	proposeCandidates,
	stateByHand,
	type FunctionCandidate,
	type LeftOutPart,
	type RegulationNode,
	type RegulationPlan,
} from '#lib/domain/regulations/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { regulationJob } from '../jobs/regulation.ts';
import type { RegulationReading } from '../jobs/regulation-task.ts';
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
	/** Parts of the text that give no function, each with the reason. */
	readonly leftOut: readonly LeftOutPart[];
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
	const given = { text, structure, version, acts: namesOf(acts) };
	const reading = await readingOf(ctx, given);
	const { nodes, leftOut } = reading;
	const candidates = [...reading.candidates, ...byHand(reading, decisions, given)].sort(
		(a, b) => a.part - b.part || a.node - b.node,
	);
	const plan = planRegulation(candidates, decisions, {
		structure,
		actKey: text.actKey ?? NEW_ACT,
		title: text.title,
		prefix: municipality.slug.slice(0, 2),
		policyAreas: new Set(areas.map(({ key }) => key)),
	});
	const mark = markOf([text.id, text.revision, version.id, version.revision, [...decisions.values()]]);
	return ok({
		...{ actor, municipality, text, nodes, candidates, leftOut, decisions, plan, structure, version },
		...{ workingVersions, acts, areas, mark },
	});
}

/** What the text says, beside the structure; equal marks of act names and version mean an equal reading. */
async function readingOf(
	ctx: Ctx,
	given: {
		readonly text: RegulationText;
		readonly structure: Structure;
		readonly version: StructureVersion;
		readonly acts: readonly ActName[];
	},
): Promise<RegulationReading> {
	const { text, structure, version, acts } = given;
	const register = markOf(acts);
	const mark = [text.id, version.id, version.revision, version.status, register].join('.');
	return regulationJob(ctx.db, mark, { content: text.content, against: { structure, acts } });
}

/** What a person marked as a function where the reading found none. */
function byHand(
	reading: RegulationReading,
	decisions: ReadonlyMap<number, StoredDecision>,
	given: { readonly text: RegulationText; readonly structure: Structure; readonly acts: readonly ActName[] },
): readonly FunctionCandidate[] {
	const known = new Set(reading.stated.map(({ node }) => node));
	const marked = [...decisions.keys()]
		.filter((node) => !known.has(node))
		.flatMap((node) => stateByHand(given.text.content, reading.nodes, node) ?? []);
	return proposeCandidates(marked, { ...given, near: () => [] });
}

/** A part that the reading left out, as it would be once a person marks it as a function. */
export function handCandidate(open: OpenRegulation, node: number): FunctionCandidate | undefined {
	const stated = stateByHand(open.text.content, open.nodes, node);
	const acts = namesOf(open.acts);
	const { structure } = open;
	return stated && proposeCandidates([stated], { structure, acts, near: () => [] })[0];
}

function namesOf(acts: readonly LegalAct[]): readonly ActName[] {
	return acts.map((act) => ({ key: act.key, names: [act.abbreviation.bg, act.name.bg] }));
}

function markOf(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
