import type { FunctionKind } from '#lib/domain/org/index.ts';
import {
	toWording,
	unitOf,
	type CandidateDecision,
	type FunctionCandidate,
} from '#lib/domain/regulations/index.ts';
import { asId, err, isId, ok, type Result, type UnitKey, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { deleteDecision, saveDecision, updateRegulation } from '../queries/regulation.ts';
import { openRegulation, type OpenRegulation } from './regulation-open.ts';

export type DecideRefusal =
	| Refused
	/** Somebody decided meanwhile, or the functions were taken in. */
	| { readonly code: 'regulations/stale' }
	| { readonly code: 'regulations/wording' };

export interface DecisionGiven {
	readonly node: number;
	readonly outcome: 'accepted' | 'skipped' | 'open';
	readonly wording: string;
	readonly unit: string;
	readonly kind: FunctionKind;
	readonly area: string;
	/** Revision of the decision that the person saw; 0 for none. */
	readonly seen: number;
}

interface Address {
	readonly slug: string;
	readonly id: string;
}

/** Stores, changes or takes back what a person decides about one stated function. */
export async function decideFunction(
	ctx: Ctx,
	at: Address,
	given: DecisionGiven,
): Promise<Result<null, DecideRefusal>> {
	const opened = await openRegulation(ctx, at.slug, at.id);
	if (!opened.ok) return opened;
	const { text, candidates, actor } = opened.value;
	const candidate = candidates.find(({ node }) => node === given.node);
	if (!candidate || text.state === 'applied') return err({ code: 'regulations/stale' });
	const decision = decisionOf(opened.value, candidate, given);
	if (given.outcome === 'accepted' && decision.wording === '') return err({ code: 'regulations/wording' });
	const made = { seen: given.seen, at: ctx.clock.now(), by: actor.userId };
	const saved = await ctx.db
		.transaction()
		.execute((tx) =>
			given.outcome === 'open'
				? deleteDecision(tx, text.id, { node: given.node, revision: given.seen })
				: saveDecision(tx, text.id, decision, made),
		);
	return saved ? ok(null) : err({ code: 'regulations/stale' });
}

function decisionOf(
	{ structure, areas }: OpenRegulation,
	{ node }: FunctionCandidate,
	given: DecisionGiven,
): CandidateDecision {
	const unitKey = isId(given.unit) ? asId<UnitKey>(given.unit) : null;
	return {
		node,
		outcome: given.outcome === 'skipped' ? 'skipped' : 'accepted',
		wording: toWording(given.wording.replace(/\s+/gu, ' ').trim()).slice(0, 2000),
		unitKey: structure.units.some(({ key }) => key === unitKey) ? unitKey : null,
		kind: given.kind,
		policyArea: areas.some(({ key }) => key === given.area) ? given.area : null,
	};
}

/** Accepts as proposed all functions of a unit that nobody decided yet and that want nothing chosen. */
export async function acceptUnit(
	ctx: Ctx,
	at: Address,
	ownerText: string,
): Promise<Result<number, DecideRefusal>> {
	const opened = await openRegulation(ctx, at.slug, at.id);
	if (!opened.ok) return opened;
	const { text, candidates, decisions, actor } = opened.value;
	if (text.state === 'applied') return err({ code: 'regulations/stale' });
	const ready = candidates.filter(
		(one) => (one.ownerText ?? '') === ownerText && !decisions.has(one.node) && isComplete(one),
	);
	await ctx.db.transaction().execute(async (tx) => {
		for (const { node, wording, owner, kind, policyArea } of ready) {
			const decision = {
				node,
				outcome: 'accepted',
				wording,
				unitKey: unitOf(owner),
				kind,
				policyArea,
			} as const;
			await saveDecision(tx, text.id, decision, { seen: 0, at: ctx.clock.now(), by: actor.userId });
		}
	});
	return ok(ready.length);
}

/** Only a certain unit is taken without a look; a near one wants a person. */
export function isComplete({ owner, policyArea, same }: FunctionCandidate): boolean {
	return same !== null || (owner.kind === 'matched' && policyArea !== null);
}

/** Into which working version the functions go; null makes a new one when they are taken in. */
export async function decideVersion(
	ctx: Ctx,
	at: Address,
	versionId: VersionId | null,
): Promise<Result<null, DecideRefusal>> {
	const opened = await openRegulation(ctx, at.slug, at.id);
	if (!opened.ok) return opened;
	const { text, workingVersions } = opened.value;
	if (text.state === 'applied') return err({ code: 'regulations/stale' });
	const target = workingVersions.some(({ id }) => id === versionId) ? versionId : null;
	const saved = await ctx.db.transaction().execute((tx) => updateRegulation(tx, text, { versionId: target }));
	return saved ? ok(null) : err({ code: 'regulations/stale' });
}
