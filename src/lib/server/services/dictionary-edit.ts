import { asId, err, ok, type CompetencyKey, type Result } from '#lib/domain/shared/index.ts';
import {
	checkDraft,
	type CompetencyDraft,
	type CompetencyLevel,
	type DictionaryEntry,
	type DictionaryRefusal,
	type Requirement,
} from '#lib/domain/training/index.ts';
import { DENIED, within, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { insertOwnCompetency, insertVersion } from '../queries/dictionary.ts';
import {
	addRequirement,
	deleteRequirement,
	listRequirementRecords,
	requirementKey,
	updateRequirement,
} from '../queries/requirement.ts';
import { recordAudit } from './audit.ts';
import { openDictionary, type OpenDictionary } from './dictionary.ts';
import { findSubject } from './requirement-subject.ts';

export type DictionaryEditRefusal =
	| Refused
	| DictionaryRefusal
	/** Somebody made a version, or changed the requirement, since the person saw it. */
	| { readonly code: 'dictionary/stale' }
	| { readonly code: 'dictionary/retired' }
	| { readonly code: 'dictionary/no-such-subject' }
	| { readonly code: 'dictionary/no-such-requirement' }
	| { readonly code: 'dictionary/already-asked' };

interface CompetencyAddress {
	readonly slug: string;
	readonly key: string;
}

/** Adds a competency of the own municipality. Error: `dictionary/name-taken`. */
export async function addCompetency(
	ctx: Ctx,
	slug: string,
	words: Omit<CompetencyDraft, 'isRetired'>,
): Promise<Result<CompetencyKey, DictionaryEditRefusal>> {
	return inDictionary(ctx, slug, async (tx, open) => {
		const draft = { ...words, isRetired: false };
		const checked = checkDraft(draft, { before: null, others: open.entries });
		if (!checked.ok) return checked;
		const key = asId<CompetencyKey>(ctx.newId());
		const { id: municipalityId } = open.training.municipality;
		await insertOwnCompetency(tx, municipalityId, key, draft);
		await writeVersion(ctx, tx, open, { key, number: 1, before: null, draft });
		return ok(key);
	});
}

/**
 * Makes the next version of a competency; those before it stay. Errors: `dictionary/stale`, `dictionary/no-change`,
 * `dictionary/name-taken`.
 */
export async function editCompetency(
	ctx: Ctx,
	at: CompetencyAddress & { readonly number: number },
	words: Omit<CompetencyDraft, 'isRetired'>,
): Promise<Result<null, DictionaryEditRefusal>> {
	return nextVersion(ctx, at, ({ isRetired }) => ({ ...words, isRetired }));
}

/** Takes a competency out of use, or back into it; what rests on it stays as it is. */
export async function retireCompetency(
	ctx: Ctx,
	at: CompetencyAddress & { readonly number: number; readonly isRetired: boolean },
): Promise<Result<null, DictionaryEditRefusal>> {
	return nextVersion(ctx, at, ({ group, name, description, weight, levels }) => ({
		...{ group, name, description, weight, levels, isRetired: at.isRetired },
	}));
}

/** Asks a function, a post or a job title for a competency. Errors: `dictionary/retired`, `dictionary/no-such-subject`, `dictionary/already-asked`. */
export async function askFor(
	ctx: Ctx,
	at: CompetencyAddress,
	given: {
		readonly kind: Requirement['kind'];
		readonly subject: string;
		readonly level: CompetencyLevel;
		readonly source: string;
	},
): Promise<Result<null, DictionaryEditRefusal>> {
	return inDictionary(ctx, at.slug, async (tx, open) => {
		const entry = open.entries.find(({ key }) => key === at.key);
		if (!entry) return err(DENIED);
		if (entry.isRetired) return err({ code: 'dictionary/retired' });
		const subject = findSubject(open.training, given.kind, given.subject);
		if (!subject) return err({ code: 'dictionary/no-such-subject' });
		const { level, source } = given;
		const requirement: Requirement = { ...subject, competencyKey: entry.key, level, source };
		const { municipality } = open.training;
		if (!(await addRequirement(tx, municipality.id, requirement, ctx.newId())))
			return err({ code: 'dictionary/already-asked' });
		await auditRequirement(ctx, tx, open, { action: 'requirement.add', before: null, after: requirement });
		return ok(null);
	});
}

/** Changes the level and the source of a requirement, or takes it out. Errors: `dictionary/no-such-requirement`, `dictionary/stale`. */
export async function changeRequirement(
	ctx: Ctx,
	at: CompetencyAddress & { readonly id: string; readonly revision: number },
	to: { readonly level: CompetencyLevel; readonly source: string } | null,
): Promise<Result<null, DictionaryEditRefusal>> {
	return inDictionary(ctx, at.slug, async (tx, open) => {
		const records = await listRequirementRecords(tx, open.training.municipality.id);
		const found = records.find(({ id, competencyKey }) => id === at.id && competencyKey === at.key);
		if (!found) return err({ code: 'dictionary/no-such-requirement' });
		const after = to && { ...found, ...to };
		const seen = { ...found, ...to, revision: at.revision };
		const isWritten = after ? await updateRequirement(tx, seen) : await deleteRequirement(tx, seen);
		if (!isWritten) return err({ code: 'dictionary/stale' });
		const action = after ? 'requirement.edit' : 'requirement.remove';
		await auditRequirement(ctx, tx, open, { action, before: found, after });
		return ok(null);
	});
}

async function nextVersion(
	ctx: Ctx,
	at: CompetencyAddress & { readonly number: number },
	draftOf: (before: DictionaryEntry) => CompetencyDraft,
): Promise<Result<null, DictionaryEditRefusal>> {
	return inDictionary(ctx, at.slug, async (tx, open) => {
		const before = open.entries.find(({ key }) => key === at.key);
		if (!before) return err(DENIED);
		if (before.number !== at.number) return err({ code: 'dictionary/stale' });
		const draft = draftOf(before);
		const checked = checkDraft(draft, { before, others: open.entries });
		if (!checked.ok) return checked;
		await writeVersion(ctx, tx, open, { key: before.key, number: before.number + 1, before, draft });
		return ok(null);
	});
}

async function inDictionary<T>(
	ctx: Ctx,
	slug: string,
	change: (tx: Tx, open: OpenDictionary) => Promise<Result<T, DictionaryEditRefusal>>,
): Promise<Result<T, DictionaryEditRefusal>> {
	return ctx.db.transaction().execute(async (tx) => {
		const opened = await openDictionary(within(ctx, tx), slug, 'training.edit');
		return opened.ok ? change(tx, opened.value) : opened;
	});
}

async function writeVersion(
	ctx: Ctx,
	tx: Tx,
	{ training }: OpenDictionary,
	version: {
		readonly key: CompetencyKey;
		readonly number: number;
		readonly before: DictionaryEntry | null;
		readonly draft: CompetencyDraft;
	},
): Promise<void> {
	const { actor, municipality } = training;
	const { key, number, before, draft } = version;
	const made = { municipalityId: municipality.id, at: ctx.clock.now(), by: actor.userId };
	if (!(await insertVersion(tx, draft, { ...made, key, number })))
		throw new Error('a version was made inside the transaction that numbered it');
	await recordAudit(ctx, tx, {
		...{ actor, municipalityId: municipality.id, versionId: null },
		...{ action: before ? 'competency.edit' : 'competency.add', entity: 'competency', entityKey: key },
		...{ before, after: { ...draft, number } },
	});
}

async function auditRequirement(
	ctx: Ctx,
	tx: Tx,
	{ training }: OpenDictionary,
	entry: {
		readonly action: string;
		readonly before: Requirement | null;
		readonly after: Requirement | null;
	},
): Promise<void> {
	const of = entry.after ?? entry.before;
	if (of === null) throw new RangeError('a requirement is there before or after');
	await recordAudit(ctx, tx, {
		...{ actor: training.actor, municipalityId: training.municipality.id, versionId: null },
		...{ action: entry.action, entity: 'requirement', entityKey: requirementKey(of) },
		before: entry.before,
		after: entry.after,
	});
}
