import type { FunctionKind } from '#lib/domain/org/index.ts';
import {
	CLAUSE_STEP,
	clausesOfPoint,
	toWording,
	unitOf,
	type CandidateDecision,
	type FunctionCandidate,
} from '#lib/domain/regulations/index.ts';
import { asId, err, isId, ok, type Result, type UnitKey, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	deleteDecision,
	findRegulation,
	listDecisions,
	saveDecision,
	updateRegulation,
} from '../queries/regulation.ts';
import { recordAudit } from './audit.ts';
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
	return decideAll(ctx, opened.value, [given]);
}

/** The same for several functions at once: all of them are stored, or none. */
export async function decideAll(
	ctx: Ctx,
	open: OpenRegulation,
	given: readonly DecisionGiven[],
): Promise<Result<null, DecideRefusal>> {
	if (!given.every((one) => isDecidable(open, one))) return err({ code: 'regulations/stale' });
	if (given.some((one) => one.outcome === 'accepted' && decisionOf(open, one).wording === ''))
		return err({ code: 'regulations/wording' });
	const saved = await ctx.db.transaction().execute(async (tx) => {
		if (!(await awaitsDecisions(tx, open))) return false;
		const stored = await listDecisions(tx, open.text.id);
		if (given.some(({ node, seen }) => (stored.get(node)?.revision ?? 0) !== seen)) return false;
		for (const one of given) await store(ctx, tx, open, one);
		return true;
	});
	return saved ? ok(null) : err({ code: 'regulations/stale' });
}

/** False when somebody took the functions in, or threw the text away, since it was opened. */
async function awaitsDecisions(tx: Tx, { municipality, text }: OpenRegulation): Promise<boolean> {
	const stored = await findRegulation(tx, municipality.id, text.id);
	return stored !== undefined && stored.state !== 'applied';
}

async function store(ctx: Ctx, tx: Tx, open: OpenRegulation, given: DecisionGiven): Promise<void> {
	const { node, seen, outcome } = given;
	const decision = outcome === 'open' ? null : decisionOf(open, given);
	if (decision === null) await deleteDecision(tx, open.text.id, { node, revision: seen });
	else await saveDecision(tx, open.text.id, decision, { seen, at: ctx.clock.now(), by: open.actor.userId });
	await auditDecision(ctx, tx, open, decision, node);
}

/** A stated function, or a part that was left out and is marked by hand. */
function isDecidable(
	{ text, candidates, leftOut }: OpenRegulation,
	{ node, outcome }: DecisionGiven,
): boolean {
	if (text.state === 'applied') return false;
	if (candidates.some((one) => one.node === node || isActOf(one, node))) return true;
	return outcome === 'accepted' && leftOut.some((one) => one.node === node);
}

/** A further act of a point that names several. */
function isActOf({ node, way, wording }: FunctionCandidate, number: number): boolean {
	const at = Math.floor(number / CLAUSE_STEP);
	return way === 'list' && at > 0 && number % CLAUSE_STEP === node && at < clausesOfPoint(wording).length;
}

/** Notes a decision of the review: what it was about, what was decided before and after. */
async function auditDecision(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality, text, decisions }: OpenRegulation,
	after: CandidateDecision | null,
	node: number,
): Promise<void> {
	const before = decisions.get(node);
	const said = (one: CandidateDecision | undefined | null) =>
		one ? { title: text.title, outcome: one.outcome, text: one.wording, unitKey: one.unitKey } : null;
	await recordAudit(ctx, tx, {
		...{ actor, municipalityId: municipality.id, versionId: null },
		...{ action: 'regulation.decide', entity: 'regulation', entityKey: text.id },
		before: said(before),
		after: said(after),
	});
}

function decisionOf({ structure, areas }: OpenRegulation, given: DecisionGiven): CandidateDecision {
	const unitKey = isId(given.unit) ? asId<UnitKey>(given.unit) : null;
	return {
		node: given.node,
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
	const saved = await ctx.db.transaction().execute(async (tx) => {
		if (!(await awaitsDecisions(tx, opened.value))) return false;
		for (const { node, wording, owner, kind, policyArea } of ready) {
			const decision = {
				node,
				outcome: 'accepted',
				wording,
				unitKey: unitOf(owner),
				kind,
				policyArea,
			} as const;
			const made = { seen: 0, at: ctx.clock.now(), by: actor.userId };
			if (await saveDecision(tx, text.id, decision, made))
				await auditDecision(ctx, tx, opened.value, decision, node);
		}
		return true;
	});
	return saved ? ok(ready.length) : err({ code: 'regulations/stale' });
}

/** Only a certain unit is taken without a look; a near one, and the general clause of every unit, want a person. */
export function isComplete({ owner, policyArea, same, isGeneral }: FunctionCandidate): boolean {
	if (isGeneral) return false;
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
