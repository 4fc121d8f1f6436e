import { textFingerprint, type OverlapVerdict } from '#lib/domain/overlap/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, transact, type Ctx, type Refused } from '../context.ts';
import { deleteVerdict, insertVerdict, listVerdicts } from '../queries/overlap-verdict.ts';
import { recordAudit } from './audit.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

export interface GivenVerdict {
	/** Keys of the two functions and the fingerprints of the texts that the person read. */
	readonly functions: readonly [string, string];
	readonly fingerprints: readonly [string, string];
	readonly verdict: OverlapVerdict;
	readonly reason: string;
}

export type VerdictRefusal = Refused | { readonly code: 'overlap/stale' };

/**
 * Records what a person decided about a pair of functions. The verdict belongs to the texts: if one of them changed
 * since the person read it, the verdict is refused as stale and nothing is stored.
 */
export function judgeOverlap(
	ctx: Ctx,
	address: WorkspaceAddress,
	given: GivenVerdict,
): Promise<Result<null, VerdictRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, VerdictRefusal>> => {
		const opened = await openStructure(inside, address, 'overlap.judge');
		if (!opened.ok) return opened;
		const { actor, municipality, version, structure } = opened.value;
		const { functions, fingerprints } = inKeyOrder(given);
		const texts = functions.map((key) => structure.functions.find((fn) => fn.key === key)?.text.bg);
		if (functions[0] === functions[1] || texts.includes(undefined)) return err(DENIED);
		if (texts.some((text, at) => textFingerprint(text ?? '') !== fingerprints[at]))
			return err({ code: 'overlap/stale' });
		const verdict = {
			id: ctx.newId(),
			municipalityId: municipality.id,
			functions,
			fingerprints,
			verdict: given.verdict,
			reason: given.reason,
			decidedBy: actor.userId,
			decidedAt: ctx.clock.now(),
		};
		await insertVerdict(tx, verdict);
		await recordAudit(ctx, tx, {
			actor,
			action: 'overlap.judge',
			municipalityId: municipality.id,
			entity: 'overlap',
			entityKey: functions.join('|'),
			versionId: version.id,
			before: null,
			after: { verdict: given.verdict, reason: given.reason },
		});
		return ok(null);
	});
}

/** A pair of texts and the moment of the verdict that the person saw. */
export interface SeenVerdict extends Pick<GivenVerdict, 'functions' | 'fingerprints'> {
	readonly decidedAt: string;
}

/** Takes back the verdict that a person sees on a pair: the one before it holds again, or the pair is open. */
export async function withdrawVerdict(
	ctx: Ctx,
	address: WorkspaceAddress,
	seen: SeenVerdict,
): Promise<Result<null, VerdictRefusal>> {
	const opened = await openStructure(ctx, address, 'overlap.judge');
	if (!opened.ok) return opened;
	const { actor, municipality, version } = opened.value;
	const { functions, fingerprints } = inKeyOrder(seen);
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, VerdictRefusal>> => {
		const before = (await listVerdicts(tx, municipality.id)).find(
			(one) => one.functionA === functions[0] && one.functionB === functions[1],
		);
		const target = { municipalityId: municipality.id, functions, fingerprints, decidedAt: seen.decidedAt };
		if (before?.decidedAt !== seen.decidedAt || !(await deleteVerdict(tx, target)))
			return err({ code: 'overlap/stale' });
		await recordAudit(ctx, tx, {
			...{ actor, action: 'overlap.judge-undo', municipalityId: municipality.id, entity: 'overlap' },
			...{ entityKey: functions.join('|'), versionId: version.id, after: null },
			before: { verdict: before.verdict, reason: before.reason },
		});
		return ok(null);
	});
}

/** The smaller key first, as verdicts are kept. */
function inKeyOrder(pair: Pick<GivenVerdict, 'functions' | 'fingerprints'>) {
	const [x, y] = pair.functions;
	const [f, g] = pair.fingerprints;
	return y < x
		? { functions: [y, x] as const, fingerprints: [g, f] as const }
		: { functions: pair.functions, fingerprints: pair.fingerprints };
}
