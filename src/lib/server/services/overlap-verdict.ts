import { textFingerprint, type OverlapVerdict } from '#lib/domain/overlap/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { insertVerdict } from '../queries/overlap-verdict.ts';
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
export async function judgeOverlap(
	ctx: Ctx,
	address: WorkspaceAddress,
	given: GivenVerdict,
): Promise<Result<null, VerdictRefusal>> {
	const opened = await openStructure(ctx, address, 'overlap.judge');
	if (!opened.ok) return opened;
	const { actor, municipality, version, structure } = opened.value;
	const [x, y] = given.functions;
	const isSwapped = y < x;
	const functions: [string, string] = isSwapped ? [y, x] : [x, y];
	const [f, g] = given.fingerprints;
	const fingerprints: [string, string] = isSwapped ? [g, f] : [f, g];
	const texts = functions.map((key) => structure.functions.find((fn) => fn.key === key)?.text.bg);
	if (x === y || texts.includes(undefined)) return err(DENIED);
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
	await ctx.db.transaction().execute(async (tx) => {
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
	});
	return ok(null);
}
