import { can } from '#lib/domain/access/index.ts';
import { lookUp, type Structure } from '#lib/domain/org/index.ts';
import type { FunctionKey } from '#lib/domain/shared/index.ts';
import {
	baseAmounts,
	comparedMunicipality,
	countedYears,
	functionStaff,
	shareSurvey,
	type AgreementRule,
	type ComparedMunicipality,
	type PeerFunction,
	type WorkloadReport,
} from '#lib/domain/workload/index.ts';
import type { Ctx } from '../context.ts';
import { listAllocations } from '../queries/allocation.ts';
import { studyOverlaps, type OverlapStudy } from './overlap-analysis.ts';
import { listReadableMunicipalities, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

export interface Peers {
	readonly functions: ReadonlyMap<FunctionKey, readonly PeerFunction[]>;
	readonly municipalities: readonly ComparedMunicipality[];
	/** True while the functions of the municipalities are still being matched. */
	readonly isRunning: boolean;
}

export interface PeerRequest {
	readonly address: WorkspaceAddress;
	readonly opened: OpenStructure;
	/** The workload of another structure under the same assumptions; undefined where it cannot be computed. */
	readonly reportOf: (structure: Structure) => WorkloadReport | undefined;
	/** Of the municipality that compares. */
	readonly rule: AgreementRule;
}

/** Functions of the other municipalities that the actor may read, beside the same functions here. */
export async function findPeers(ctx: Ctx, request: PeerRequest): Promise<Peers> {
	const { address, opened } = request;
	const functions = new Map<FunctionKey, readonly PeerFunction[]>();
	const municipalities: ComparedMunicipality[] = [];
	let isRunning = false;
	for (const { slug } of await listReadableMunicipalities(ctx)) {
		if (slug === opened.municipality.slug) continue;
		const study = await studyOverlaps(ctx, { address, withSlug: slug, restarts: true });
		if (!study.ok || !study.value.other) continue;
		municipalities.push(comparedMunicipality(study.value.other.structure));
		if (!study.value.analysis) isRunning = true;
		for (const [key, found] of await twinsOf(ctx, study.value, request)) {
			functions.set(key, [...(functions.get(key) ?? []), found]);
		}
	}
	return { functions, municipalities, isRunning };
}

/** The best twin of each function, with the staff it takes there. */
async function twinsOf(
	ctx: Ctx,
	{ opened, other, analysis }: OverlapStudy,
	{ reportOf, rule }: Pick<PeerRequest, 'reportOf' | 'rule'>,
): Promise<readonly (readonly [FunctionKey, PeerFunction])[]> {
	const report = other && reportOf(other.structure);
	if (!report || !analysis) return [];
	const municipalityId = other.municipality.id;
	const measured = await listAllocations(ctx.db, other.version.id);
	const { allocations, hiddenFunctions } = shareSurvey(other.structure, measured, (unitKey) =>
		can(ctx.actor, 'people.read', { municipalityId, unitKey }),
	);
	const shown = allocations.filter(({ functionKey }) => !hiddenFunctions.has(functionKey));
	const staff = functionStaff(other.structure, report, shown, rule);
	const lookup = lookUp(other.structure);
	const { slug, name } = other.municipality;
	const matched = new Set<FunctionKey>();
	return analysis.twins.flatMap(({ a, b, label }): readonly (readonly [FunctionKey, PeerFunction])[] => {
		const [own, theirs] = a.municipalityId === opened.municipality.id ? [a, b] : [b, a];
		if (label !== 'duplication' || matched.has(own.functionKey)) return [];
		matched.add(own.functionKey);
		const known = staff.get(theirs.functionKey);
		const peer = {
			slug,
			municipality: name,
			functionKey: theirs.functionKey,
			text: theirs.fn.text,
			fte: known?.fte ?? null,
			basis: known?.basis ?? 'volume',
			years: known?.basis === 'volume' ? countedYears(other.structure, theirs.functionKey) : [],
			amounts: baseAmounts(lookup, theirs.functionKey),
		} as const;
		return [[own.functionKey, peer]];
	});
}
