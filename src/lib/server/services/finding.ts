import type { FindingKind } from '#lib/domain/overlap/index.ts';
import type { FindingId, Result, VersionId } from '#lib/domain/shared/index.ts';
import { err, ok } from '#lib/domain/shared/index.ts';
import type { Actor } from '#lib/domain/access/index.ts';
import type { Municipality } from '#lib/domain/org/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import {
	countFindings,
	findFinding,
	insertFinding,
	listFindings,
	nextFindingNumber,
	updateFinding,
	type Finding,
	type FindingEdit,
	type FindingFilter,
} from '../queries/finding.ts';
import { insertEvidence, listEvidence, listEvidenceOf, type Evidence } from '../queries/finding-evidence.ts';
import {
	countRecommendations,
	listRecommendations,
	type Recommendation,
} from '../queries/finding-recommendation.ts';
import { listAudit, type AuditRecord } from '../queries/audit.ts';
import { recordAudit } from './audit.ts';
import { openMunicipality, openStructure, type WorkspaceAddress } from './workspace.ts';

export interface NewFinding {
	readonly kind: FindingKind;
	readonly criterion: FindingEdit['criterion'];
	readonly title: string;
	readonly body: string;
	readonly severity: number;
	/** What it rests on, the most important first; may be empty for a finding made by hand. */
	readonly evidence: readonly Evidence[];
}

export type PromoteRefusal =
	| Refused
	/** The same thing already stands in a finding that is not dismissed. */
	| { readonly code: 'finding/exists'; readonly id: FindingId; readonly number: number };

/**
 * Makes a finding (констатация) with its evidence from a result of any analysis: an overlap, a gap, workload or a
 * structure check. The same evidence is not promoted twice; the refusal names the finding that has it.
 */
export async function promoteToFinding(
	ctx: Ctx,
	address: WorkspaceAddress,
	given: NewFinding,
): Promise<Result<{ readonly id: FindingId; readonly number: number }, PromoteRefusal>> {
	const opened = await openStructure(ctx, address, 'finding.edit');
	if (!opened.ok) return opened;
	const { actor, municipality, version } = opened.value;
	return ctx.db.transaction().execute(async (tx) => {
		const known = await findSameFinding({ ...ctx, db: tx }, municipality, given);
		if (known) return err({ code: 'finding/exists' as const, id: known.id, number: known.number });
		const { evidence, ...edit } = given;
		const finding = {
			...edit,
			id: ctx.newId() as FindingId,
			municipalityId: municipality.id,
			versionId: version.id,
			number: await nextFindingNumber(tx, municipality.id),
			status: 'open' as const,
			statusReason: null,
			createdAt: ctx.clock.now(),
		};
		await insertFinding(tx, { ...finding, createdBy: actor.userId });
		await insertEvidence(
			tx,
			finding.id,
			evidence.map((one) => ({ ...one, id: ctx.newId() })),
		);
		const { id, municipalityId, versionId } = finding;
		const action = 'finding.create';
		const subject = { municipalityId, entity: 'finding', entityKey: id, versionId };
		await recordAudit(ctx, tx, { actor, action, ...subject, before: null, after: { ...finding, evidence } });
		return ok({ id, number: finding.number });
	});
}

/** A finding of the same kind that rests on the same first evidence and was not dismissed. */
async function findSameFinding(
	ctx: { readonly db: Parameters<typeof listFindings>[0] },
	municipality: Municipality,
	given: NewFinding,
): Promise<Finding | undefined> {
	const [first] = given.evidence;
	if (!first) return undefined;
	const same = (await listEvidenceOf(ctx.db, municipality.id, first.kind)).filter(
		({ ref, ref2 }) =>
			(ref === first.ref && ref2 === first.ref2) || (ref === first.ref2 && ref2 === first.ref),
	);
	for (const { findingId } of same) {
		const finding = await findFinding(ctx.db, findingId);
		if (finding && finding.status !== 'dismissed' && finding.kind === given.kind) return finding;
	}
	return undefined;
}

export interface FindingList {
	readonly findings: readonly (Finding & { readonly recommendations: number })[];
	/** How many there are without the filter. */
	readonly total: number;
	readonly canEdit: boolean;
}

/** Findings of a municipality that pass the filter, by number. */
export async function listMunicipalFindings(
	ctx: Ctx,
	slug: string,
	filter: FindingFilter,
): Promise<Result<FindingList, Refused>> {
	const opened = await openMunicipality(ctx, slug, 'municipality.read');
	if (!opened.ok) return opened;
	const { id } = opened.value.municipality;
	const counts = await countRecommendations(ctx.db, id);
	const findings = (await listFindings(ctx.db, id, filter)).map((finding) => ({
		...finding,
		recommendations: counts.get(finding.id) ?? 0,
	}));
	return ok({ findings, total: await countFindings(ctx.db, id), canEdit: await mayEdit(ctx, slug) });
}

export interface FindingView {
	readonly finding: Finding;
	readonly evidence: readonly Evidence[];
	readonly recommendations: readonly Recommendation[];
	/** Newest first; empty for whoever may not read the audit trail. */
	readonly history: readonly AuditRecord[];
	readonly canEdit: boolean;
}

export async function readFinding(
	ctx: Ctx,
	slug: string,
	id: FindingId,
): Promise<Result<FindingView, Refused>> {
	const owned = await openFinding(ctx, slug, id, 'municipality.read');
	if (!owned.ok) return owned;
	const { finding, municipality } = owned.value;
	const mayAudit = (await openMunicipality(ctx, slug, 'audit.read')).ok;
	const filter = { municipalityId: municipality.id, entity: 'finding', entityKey: id, limit: 50 };
	return ok({
		finding,
		evidence: await listEvidence(ctx.db, id),
		recommendations: await listRecommendations(ctx.db, id),
		history: mayAudit ? await listAudit(ctx.db, filter) : [],
		canEdit: await mayEdit(ctx, slug),
	});
}

export type EditRefusal =
	Refused | { readonly code: 'finding/stale' } | { readonly code: 'finding/no-reason' };

/** Changes a finding; the revision is the one that the person saw. Leaving `open` by dismissal needs a reason. */
export async function editFinding(
	ctx: Ctx,
	slug: string,
	change: { readonly id: FindingId; readonly revision: number; readonly edit: FindingEdit },
): Promise<Result<null, EditRefusal>> {
	const owned = await openFinding(ctx, slug, change.id, 'finding.edit');
	if (!owned.ok) return owned;
	if (change.edit.status === 'dismissed' && !change.edit.statusReason)
		return err({ code: 'finding/no-reason' });
	const { finding, actor } = owned.value;
	return ctx.db.transaction().execute(async (tx) => {
		if (!(await updateFinding(tx, change.id, change.revision, change.edit)))
			return err({ code: 'finding/stale' as const });
		await recordAudit(ctx, tx, {
			actor,
			action: 'finding.edit',
			municipalityId: finding.municipalityId,
			entity: 'finding',
			entityKey: finding.id,
			versionId: finding.versionId as VersionId,
			before: finding,
			after: change.edit,
		});
		return ok(null);
	});
}

/** The finding, when it belongs to the municipality and the actor may do the action there. */
export async function openFinding(
	ctx: Ctx,
	slug: string,
	id: FindingId,
	action: 'municipality.read' | 'finding.edit',
): Promise<
	Result<{ readonly finding: Finding; readonly actor: Actor; readonly municipality: Municipality }, Refused>
> {
	const opened = await openMunicipality(ctx, slug, action);
	if (!opened.ok) return opened;
	const finding = await findFinding(ctx.db, id);
	if (finding?.municipalityId !== opened.value.municipality.id) return err(DENIED);
	return ok({ finding, ...opened.value });
}

async function mayEdit(ctx: Ctx, slug: string): Promise<boolean> {
	return (await openMunicipality(ctx, slug, 'finding.edit')).ok;
}
