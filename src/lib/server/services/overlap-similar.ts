import {
	findSimilarPairs,
	SIMILAR_DISTANCE,
	type JudgedOverlap,
	type OverlapLabel,
	type SimilarPair,
	type StoredVerdict,
} from '#lib/domain/overlap/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { listAudit } from '../queries/audit.ts';
import { deleteVerdicts, insertVerdict, type NewVerdict } from '../queries/overlap-verdict.ts';
import { recordAudit } from './audit.ts';
import { studyOverlaps, type OverlapStudy } from './overlap-analysis.ts';
import { createFunctionViews, type FunctionView } from './overlap-names.ts';
import { openMunicipality, openStructure, type WorkspaceAddress } from './workspace.ts';

export interface SimilarPage {
	/** The pair that was decided on, with its verdict. */
	readonly source: SimilarPairView;
	readonly verdict: StoredVerdict;
	readonly distance: number;
	readonly pairs: readonly (SimilarPairView & { readonly why: SimilarPair['why'] })[];
}

interface SimilarPairView {
	readonly key: string;
	/** The texts that the person sees; sent back with the choice. */
	readonly mark: string;
	readonly score: number;
	readonly label: OverlapLabel;
	readonly a: FunctionView;
	readonly b: FunctionView;
}

export type SimilarRefusal =
	Refused | { readonly code: 'overlap/stale' } | { readonly code: 'overlap/nothing-chosen' };

/** The open pairs to which the verdict on a pair may apply too. A pair without a verdict is as if it did not exist. */
export async function readSimilar(
	ctx: Ctx,
	address: WorkspaceAddress,
	pair: string,
): Promise<Result<SimilarPage, Refused>> {
	const allowed = await openStructure(ctx, address, 'overlap.judge');
	if (!allowed.ok) return allowed;
	const found = await findSource(ctx, address, pair);
	if (!found.ok) return found;
	const { study, source, verdict } = found.value;
	const view = await createFunctionViews(ctx.db, [study.opened]);
	const show = ({ overlap }: JudgedOverlap): SimilarPairView => ({
		key: `${overlap.a.functionKey}|${overlap.b.functionKey}`,
		mark: markOf(overlap),
		score: overlap.score,
		label: overlap.label,
		a: view(overlap.a),
		b: view(overlap.b),
	});
	return ok({
		source: show(source),
		verdict,
		distance: SIMILAR_DISTANCE,
		pairs: findSimilarPairs(study.judged, source).map(({ judged, why }) => ({ ...show(judged), why })),
	});
}

/**
 * Gives the chosen similar pairs the verdict and reason of a pair, in one transaction. Returns the name of the batch, by
 * which it can be taken back. Errors: `overlap/nothing-chosen`; `overlap/stale` when a chosen pair is no longer offered
 * as the person saw it, and then nothing is stored.
 */
export async function judgeSimilar(
	ctx: Ctx,
	address: WorkspaceAddress,
	input: { readonly pair: string; readonly marks: readonly string[] },
): Promise<Result<string, SimilarRefusal>> {
	const allowed = await openStructure(ctx, address, 'overlap.judge');
	if (!allowed.ok) return allowed;
	const found = await findSource(ctx, address, input.pair);
	if (!found.ok) return found;
	if (input.marks.length === 0) return err({ code: 'overlap/nothing-chosen' });
	const { study, source, verdict } = found.value;
	const offered = new Map(
		findSimilarPairs(study.judged, source).map(({ judged }) => [markOf(judged.overlap), judged]),
	);
	const chosen = [...new Set(input.marks)].map((mark) => offered.get(mark));
	const { actor, municipality, version } = allowed.value;
	const verdicts = chosen.flatMap((judged) =>
		judged ? [verdictOn(ctx, judged, verdict, allowed.value)] : [],
	);
	if (verdicts.length < chosen.length) return err({ code: 'overlap/stale' });
	const batch = ctx.newId();
	await ctx.db.transaction().execute(async (tx) => {
		for (const one of verdicts) await insertVerdict(tx, one);
		await recordAudit(ctx, tx, {
			...{ actor, action: 'overlap.judge-similar', municipalityId: municipality.id },
			...{ entity: 'overlap', entityKey: batch, versionId: version.id, before: null },
			after: {
				verdict: verdict.verdict,
				reason: verdict.reason,
				ids: verdicts.map(({ id }) => id),
				pairs: verdicts.map(({ functions }) => functions.join('|')),
			},
		});
	});
	return ok(batch);
}

/** Takes back all verdicts of one batch, in one transaction. A batch already taken back is as if it did not exist. */
export async function undoSimilar(ctx: Ctx, slug: string, batch: string): Promise<Result<null, Refused>> {
	const opened = await openMunicipality(ctx, slug, 'overlap.judge');
	if (!opened.ok) return opened;
	const { actor, municipality } = opened.value;
	const of = { municipalityId: municipality.id, entity: 'overlap', entityKey: batch };
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, Refused>> => {
		const [last] = await listAudit(tx, { ...of, limit: 1 });
		if (last?.action !== 'overlap.judge-similar') return err(DENIED);
		const { ids } = last.after as { readonly ids: readonly string[] };
		await deleteVerdicts(tx, municipality.id, ids);
		await recordAudit(ctx, tx, {
			...{ ...of, actor, action: 'overlap.judge-undo', versionId: last.versionId },
			...{ before: last.after, after: null },
		});
		return ok(null);
	});
}

interface Source {
	readonly study: OverlapStudy;
	readonly source: JudgedOverlap;
	readonly verdict: StoredVerdict;
}

const PATIENCE = 15_000;

async function findSource(
	ctx: Ctx,
	address: WorkspaceAddress,
	pair: string,
): Promise<Result<Source, Refused>> {
	const studied = await studyOverlaps(ctx, { address, withSlug: null, patience: PATIENCE, restarts: true });
	if (!studied.ok) return studied;
	const [x, y] = pair.split('|');
	const source = studied.value.judged.find(
		({ overlap: { a, b } }) =>
			(a.functionKey === x && b.functionKey === y) || (a.functionKey === y && b.functionKey === x),
	);
	if (!source?.verdict) return err(DENIED);
	return ok({ study: studied.value, source, verdict: source.verdict });
}

function markOf({ a, b }: JudgedOverlap['overlap']): string {
	return [a.functionKey, b.functionKey, a.fingerprint, b.fingerprint].join('|');
}

function verdictOn(
	ctx: Ctx,
	{ overlap: { a, b } }: JudgedOverlap,
	{ verdict, reason }: StoredVerdict,
	{
		actor,
		municipality,
	}: { readonly actor: { readonly userId: string } } & Pick<OverlapStudy['opened'], 'municipality'>,
): NewVerdict {
	const [first, second] = a.functionKey < b.functionKey ? [a, b] : [b, a];
	return {
		...{ id: ctx.newId(), municipalityId: municipality.id, verdict, reason },
		functions: [first.functionKey, second.functionKey],
		fingerprints: [first.fingerprint, second.fingerprint],
		decidedBy: actor.userId,
		decidedAt: ctx.clock.now(),
	};
}
