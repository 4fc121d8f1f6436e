import { printReference } from '#lib/domain/legal/index.ts';
import type { FindingFacts } from '#lib/domain/overlap/finding-facts.ts';
import { findFragmentedAreas, findFragmentedFunctions } from '#lib/domain/overlap/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Evidence } from '../queries/finding-evidence.ts';
import { listLegalActs, listPolicyAreas, listPowers } from '../queries/legal.ts';
import { studyOverlaps } from './overlap-analysis.ts';
import { measureForFinding } from './workload-finding.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

/** Where a finding comes from, as the address of a new one says it. */
export interface DraftRequest {
	readonly kind: string;
	readonly ref: string;
	readonly ref2: string | null;
}

/** What is known of a new finding before a person writes it, and what it rests on; the words are made by the page. */
export type FindingDraft = FindingFacts & { readonly evidence: readonly Evidence[] };

export type DraftRefusal = Refused | { readonly code: 'finding/unknown-evidence' };

/**
 * Prepares a finding from evidence: `overlap` (two function keys), `gap` (a power), `function` (a function and what
 * it lacks), `fragmentation` (a function), `area` (a policy area), `workload` (a unit and `overload` or
 * `underload`), `structure` and `rule` (a check or rule and a unit, or a unit alone), `role-conflict` (a unit and
 * an area). Without a kind the draft is empty.
 */
export async function draftFinding(
	ctx: Ctx,
	address: WorkspaceAddress,
	request: DraftRequest | null,
): Promise<Result<FindingDraft, DraftRefusal>> {
	const opened = await openStructure(ctx, address, 'finding.edit');
	if (!opened.ok) return opened;
	if (!request) return ok({ kind: 'manual', evidence: [] });
	const draft = await draftOf(ctx, opened.value, address, request);
	return draft ? ok(draft) : err({ code: 'finding/unknown-evidence' });
}

async function draftOf(
	ctx: Ctx,
	opened: OpenStructure,
	address: WorkspaceAddress,
	request: DraftRequest,
): Promise<FindingDraft | undefined> {
	switch (request.kind) {
		case 'overlap':
			return draftPair(ctx, address, request);
		case 'gap':
			return draftPower(ctx, request);
		case 'function':
			return draftFunction(opened, request);
		case 'fragmentation':
			return draftFragmentation(opened, request);
		case 'area':
			return draftArea(ctx, opened, request);
		case 'workload':
			return draftWorkload(ctx, opened, address, request);
		case 'structure':
		case 'rule':
			return draftCheck(opened, request, request.kind);
		case 'role-conflict':
			return draftConflict(ctx, opened, request);
		default:
			return undefined;
	}
}

async function draftPair(
	ctx: Ctx,
	address: WorkspaceAddress,
	{ ref, ref2 }: DraftRequest,
): Promise<FindingDraft | undefined> {
	const studied = await studyOverlaps(ctx, { address, withSlug: null, restarts: true });
	if (!studied.ok || ref2 === null) return undefined;
	const { opened, analysis } = studied.value;
	const found = [...(analysis?.pairs ?? []), ...(analysis?.repetitions ?? [])].find(
		({ a, b }) =>
			(a.functionKey === ref && b.functionKey === ref2) || (a.functionKey === ref2 && b.functionKey === ref),
	);
	const functions = [ref, ref2].map((key) => opened.structure.functions.find((fn) => fn.key === key));
	const [first, second] = functions;
	if (!first || !second || first === second) return undefined;
	const units = [first, second].map(({ key }) => unitOf(opened, key)?.name ?? null);
	const [label, score] = [found?.label ?? null, found?.score ?? null];
	const data = { label, score, textA: first.text.bg, textB: second.text.bg, units };
	return {
		kind: 'pair',
		label,
		score,
		texts: [first.text.bg, second.text.bg],
		units: [units[0] ?? null, units[1] ?? null],
		evidence: [{ kind: 'function-pair', ref: first.key, ref2: second.key, data }],
	};
}

async function draftPower(ctx: Ctx, { ref }: DraftRequest): Promise<FindingDraft | undefined> {
	const power = (await listPowers(ctx.db)).find(({ key }) => key === ref);
	if (!power) return undefined;
	const act = (await listLegalActs(ctx.db)).find(({ key }) => key === power.actKey)?.abbreviation;
	const reference = printReference(power.reference);
	const data = { text: power.text.bg, act: act?.bg ?? power.actKey, reference };
	return {
		kind: 'power',
		text: power.text,
		act: act ?? { bg: power.actKey, en: null },
		reference,
		evidence: [{ kind: 'power', ref, ref2: null, data }],
	};
}

function draftFunction(opened: OpenStructure, { ref, ref2 }: DraftRequest): FindingDraft | undefined {
	const fn = opened.structure.functions.find(({ key }) => key === ref);
	if (!fn) return undefined;
	const data = { text: fn.text.bg, gap: ref2 };
	return { kind: 'function', text: fn.text, gap: ref2, evidence: [{ kind: 'function', ref, ref2, data }] };
}

const EVERY_SPREAD = { above: 0, minimumHours: 0 };

function draftFragmentation(opened: OpenStructure, { ref }: DraftRequest): FindingDraft | undefined {
	const fn = opened.structure.functions.find(({ key }) => key === ref);
	if (!fn) return undefined;
	const found = findFragmentedFunctions(opened.structure, EVERY_SPREAD).find(
		({ functionKey }) => functionKey === ref,
	);
	const [dispersion, effectiveUnits] = [found?.dispersion ?? null, found?.effectiveUnits ?? null];
	const data = { text: fn.text.bg, dispersion, effectiveUnits, units: found?.units ?? [] };
	return {
		kind: 'fragmentation',
		text: fn.text,
		dispersion,
		effectiveUnits,
		evidence: [{ kind: 'function', ref, ref2: 'fragmentation', data }],
	};
}

async function draftArea(
	ctx: Ctx,
	opened: OpenStructure,
	{ ref }: DraftRequest,
): Promise<FindingDraft | undefined> {
	const area = (await listPolicyAreas(ctx.db)).find(({ key }) => key === ref);
	if (!area) return undefined;
	const found = findFragmentedAreas(opened.structure, EVERY_SPREAD).find(
		({ policyArea }) => policyArea === ref,
	);
	const [dispersion, effectiveUnits] = [found?.dispersion ?? null, found?.effectiveUnits ?? null];
	const data = { text: area.name.bg, dispersion, effectiveUnits, units: found?.units ?? [] };
	return {
		kind: 'area',
		text: area.name,
		dispersion,
		effectiveUnits,
		evidence: [{ kind: 'policy-area', ref, ref2: null, data }],
	};
}

async function draftWorkload(
	ctx: Ctx,
	{ structure }: OpenStructure,
	address: WorkspaceAddress,
	{ ref, ref2 }: DraftRequest,
): Promise<FindingDraft | undefined> {
	const unit = structure.units.find(({ key }) => key === ref);
	if (!unit) return undefined;
	const { load: found, measured } = await measureForFinding(ctx, address, unit.key);
	const load = ref2 === 'overload' || ref2 === 'underload' ? ref2 : found;
	const data = { unit: unit.name.bg, load, ...measured };
	const evidence = [{ kind: 'workload' as const, ref, ref2: null, data }];
	return { kind: 'workload', unit: unit.name, load, measured, evidence };
}

/** The check or rule and its unit stand in either order, or the unit stands alone. */
function draftCheck(
	{ structure }: OpenStructure,
	{ ref, ref2 }: DraftRequest,
	kind: 'structure' | 'rule',
): FindingDraft | undefined {
	const byKey = new Map(structure.units.map((unit): [string, typeof unit] => [unit.key, unit]));
	const unit = byKey.get(ref) ?? byKey.get(ref2 ?? '');
	const code = byKey.has(ref) ? (ref2 ?? ref) : ref;
	if (!unit && ref2 !== null && kind === 'structure') return undefined;
	const evidenceKind = kind === 'rule' ? ('rule' as const) : ('structure-check' as const);
	const data = { code, unit: unit?.name.bg ?? null };
	return {
		kind,
		unit: unit?.name ?? null,
		code,
		evidence: [{ kind: evidenceKind, ref: code, ref2: unit?.key ?? ref2, data }],
	};
}

async function draftConflict(
	ctx: Ctx,
	{ structure }: OpenStructure,
	{ ref, ref2 }: DraftRequest,
): Promise<FindingDraft | undefined> {
	const unit = structure.units.find(({ key }) => key === ref);
	const area = (await listPolicyAreas(ctx.db)).find(({ key }) => key === ref2);
	if (!unit || !area) return undefined;
	const data = { unit: unit.name.bg, area: area.name.bg };
	return {
		kind: 'role-conflict',
		unit: unit.name,
		area: area.name,
		evidence: [{ kind: 'unit', ref: unit.key, ref2: area.key, data }],
	};
}

function unitOf({ structure }: OpenStructure, functionKey: string) {
	const part = structure.participations.find(
		(one) => one.functionKey === functionKey && one.role === 'accountable',
	);
	return structure.units.find(({ key }) => key === part?.unitKey);
}
