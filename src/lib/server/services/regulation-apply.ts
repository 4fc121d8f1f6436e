import { createHash } from 'node:crypto';
import type { ImportChange, ImportRun } from '#lib/domain/imports/index.ts';
import { freshKey, type LocalText } from '#lib/domain/org/index.ts';
import { planRegulation, provisionText, type RegulationPlan } from '#lib/domain/regulations/index.ts';
import { err, ok, type Result, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { insertChanges, insertProvenance, insertRun } from '../queries/import-run.ts';
import { writeChanges } from '../queries/import-write.ts';
import { insertLocalAct, insertWording, listProvisions, listWordings } from '../queries/legal-register.ts';
import { findRegulation, listDecisions, updateRegulation } from '../queries/regulation.ts';
import { findVersion, touchVersion } from '../queries/version.ts';
import { recordAudit } from './audit.ts';
import { copyVersion } from './history-versions.ts';
import { auditEach } from './import-trail.ts';
import { openRegulation, type OpenRegulation } from './regulation-open.ts';

export type ApplyRegulationRefusal =
	| Refused
	/** A decision or the version changed since the person saw the page. */
	| { readonly code: 'regulations/stale' }
	| { readonly code: 'regulations/nothing-to-do' };

export interface TakenIn {
	readonly versionId: VersionId;
	readonly added: number;
	readonly updated: number;
}

/**
 * Writes the accepted functions into the chosen working version, or into a copy of the version in force: changes, audit
 * entries and where each value came from, in one transaction. Accepted functions that still want a unit or an area
 * stay out and are listed by the page. `mark` is the state that the person saw.
 */
export async function applyRegulation(
	ctx: Ctx,
	at: { readonly slug: string; readonly id: string; readonly mark: string },
	copyLabel: LocalText,
): Promise<Result<TakenIn, ApplyRegulationRefusal>> {
	const opened = await openRegulation(ctx, at.slug, at.id);
	if (!opened.ok) return opened;
	const open = opened.value;
	if (open.text.state === 'applied' || open.mark !== at.mark) return err({ code: 'regulations/stale' });
	if (open.plan.changes.length === 0) return err({ code: 'regulations/nothing-to-do' });
	const actKey = open.text.actKey ?? actKeyOf(open);
	const plan = withAct(open, actKey);
	return ctx.db.transaction().execute(async (tx): Promise<Result<TakenIn, ApplyRegulationRefusal>> => {
		if (!(await isUntouched(tx, open))) return err({ code: 'regulations/stale' });
		const target = await targetOf(ctx, tx, open, copyLabel);
		if (!target.ok) return target;
		await write(ctx, tx, { open, plan, actKey, versionId: target.value });
		return ok({ versionId: target.value, added: plan.added, updated: plan.updated });
	});
}

/** Text, decisions and version may have moved on between the plan and the transaction. */
async function isUntouched(tx: Tx, { text, decisions, version }: OpenRegulation): Promise<boolean> {
	const stored = await findVersion(tx, version.id);
	const decided = [...(await listDecisions(tx, text.id)).values()];
	return (
		(await findRegulation(tx, text.municipalityId, text.id))?.revision === text.revision &&
		stored?.status === version.status &&
		stored.revision === version.revision &&
		JSON.stringify(decided) === JSON.stringify([...decisions.values()])
	);
}

/** The same plan with the key under which the act stands in the register. */
function withAct(
	{ candidates, decisions, structure, text, municipality, areas }: OpenRegulation,
	actKey: string,
) {
	return planRegulation(candidates, decisions, {
		structure,
		actKey,
		title: text.title,
		prefix: municipality.slug.slice(0, 2),
		policyAreas: new Set(areas.map(({ key }) => key)),
	});
}

function actKeyOf({ acts, municipality, text }: OpenRegulation): string {
	return freshKey(municipality.slug, text.title, new Set(acts.map(({ key }) => key)));
}

async function targetOf(
	ctx: Ctx,
	tx: Tx,
	{ version, municipality, actor }: OpenRegulation,
	label: LocalText,
): Promise<Result<VersionId, ApplyRegulationRefusal>> {
	if (version.status === 'working') return ok(version.id);
	const copied = await copyVersion(ctx, tx, { version, municipalityId: municipality.id, actor }, label);
	if (copied.ok) return copied;
	return copied.error.code === 'version/already-working'
		? err({ code: 'regulations/stale' })
		: err(copied.error);
}

interface Writing {
	readonly open: OpenRegulation;
	readonly plan: RegulationPlan;
	readonly actKey: string;
	readonly versionId: VersionId;
}

async function write(ctx: Ctx, tx: Tx, { open, plan, actKey, versionId }: Writing): Promise<void> {
	const { text, municipality } = open;
	const run = runOf(ctx, open, plan, versionId);
	if (text.actKey === null)
		await insertLocalAct(tx, {
			key: actKey,
			municipalityId: municipality.id,
			abbreviation: text.title.slice(0, 60),
			name: text.title,
			kind: 'organisational-rules',
			validFrom: null,
			validTo: null,
		});
	await insertRun(tx, run, { isMade: versionId !== open.version.id, sourceBefore: null });
	await updateRegulation(tx, text, { state: 'applied', versionId, actKey, runId: run.id });
	const made = { at: run.createdAt, by: run.createdBy };
	const place = { municipalityId: municipality.id, versionId, newId: ctx.newId, made };
	await writeChanges(tx, place, plan.changes);
	await writeWordings(ctx, tx, open, actKey);
	await touchVersion(tx, versionId);
	await insertChanges(tx, run.id, plan.changes);
	await insertProvenance(tx, run, plan.changes, ctx.newId);
	await auditRegulation(ctx, tx, open, { action: 'regulation.apply', versionId, changes: plan.changes });
}

/** Gives the places of the act in the register what the text says there; a wording that stands already stays. */
async function writeWordings(
	ctx: Ctx,
	tx: Tx,
	{ text, nodes, actor }: OpenRegulation,
	actKey: string,
): Promise<void> {
	const made = { at: ctx.clock.now(), by: actor.userId };
	for (const { id, reference, validFrom } of await listProvisions(tx, actKey)) {
		const wording = provisionText(text.content, nodes, reference);
		if (wording === undefined || (await listWordings(tx, id)).length > 0) continue;
		await insertWording(tx, id, { id: ctx.newId(), wording, validFrom }, made);
	}
}

function runOf(ctx: Ctx, open: OpenRegulation, plan: RegulationPlan, versionId: VersionId): ImportRun {
	const { text, municipality, actor, decisions, candidates } = open;
	const functions = plan.changes.filter(({ entity }) => entity === 'function');
	const taken = new Set(functions.map(({ from }) => from?.row));
	const corrected = candidates.filter(
		({ node, wording }) => taken.has(node) && decisions.get(node)?.wording !== wording,
	).length;
	return {
		id: ctx.newId(),
		municipalityId: municipality.id,
		versionId,
		fileName: text.fileName ?? text.title,
		fileHash: createHash('sha256').update(text.content).digest('hex'),
		kinds: ['functions'],
		rowsIn: candidates.length,
		accepted: taken.size - corrected,
		corrected,
		skipped: candidates.length - taken.size,
		undoneAt: null,
		createdAt: ctx.clock.now(),
		createdBy: actor.userId,
	};
}

/** Notes that a text was taken in or back, and each of its changes. */
export async function auditRegulation(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality, text }: Pick<OpenRegulation, 'actor' | 'municipality' | 'text'>,
	what: {
		readonly action: 'regulation.apply' | 'regulation.undo';
		readonly versionId: VersionId | null;
		readonly changes: readonly ImportChange[];
	},
): Promise<void> {
	const common = { actor, municipalityId: municipality.id, versionId: what.versionId };
	await recordAudit(ctx, tx, {
		...common,
		action: what.action,
		entity: 'regulation',
		entityKey: text.id,
		before: null,
		after: { title: text.title, changes: what.changes.length },
	});
	await auditEach(ctx, tx, common, what.changes);
}
