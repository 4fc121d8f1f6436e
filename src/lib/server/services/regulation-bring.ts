import { namedKind, tidyCell, tidyFileName, type FileRefusalCode } from '#lib/domain/imports/index.ts';
import { err, ok, type MunicipalityId, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Reader } from '../db/index.ts';
import { readDocumentApart } from '../jobs/document.ts';
import { regulationJob } from '../jobs/regulation.ts';
import {
	listDecidedNodes,
	deleteRegulation,
	insertRegulation,
	listRegulationLines,
	listRegulations,
	type RegulationText,
	type TextNote,
} from '../queries/regulation.ts';
import { listVersions } from '../queries/version.ts';
import { recordAudit } from './audit.ts';
import { openRegulation } from './regulation-open.ts';
import { openMunicipality } from './workspace.ts';

/** The longest pasted text that is taken, in signs: some 150 pages; a longer act comes as a document. */
export const MOST_TEXT = 400_000;

export interface BroughtText {
	readonly title: string;
	/** The pasted text; empty where a file is given. */
	readonly text: string;
	readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
}

export type BringRefusal =
	| Refused
	| { readonly code: 'regulations/unreadable'; readonly reason: FileRefusalCode }
	| { readonly code: 'regulations/empty' }
	| { readonly code: 'regulations/too-long' };

/** Takes the text of organisational rules, pasted or as a document, and gives its id. */
export async function bringRegulation(
	ctx: Ctx,
	slug: string,
	brought: BroughtText,
): Promise<Result<string, BringRefusal>> {
	const opened = await openMunicipality(ctx, slug, 'structure.edit');
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const read = await textOf(brought);
	if (!read.ok) return read;
	const known = await findSame(ctx.db, municipality.id, { ...read.value, title: tidyTitle(brought) });
	if (known !== undefined) return ok(known);
	const id = ctx.newId();
	const { content } = read.value;
	const { stated } = await regulationJob(ctx.db, id, { content, against: null });
	const versions = await listVersions(ctx.db, municipality.id);
	const text: RegulationText = {
		id,
		municipalityId: municipality.id,
		title: tidyTitle(brought),
		actKey: null,
		fileName: brought.file === null ? null : tidyFileName(brought.file.name),
		...read.value,
		stated: stated.map(({ node }) => node),
		state: 'open',
		versionId: versions.find(({ status }) => status === 'working')?.id ?? null,
		runId: null,
		revision: 1,
		createdAt: ctx.clock.now(),
		createdBy: actor.userId,
	};
	return ctx.db.transaction().execute(async (tx) => {
		// Asked again: the same form sent twice at once finds the text of the first.
		const meanwhile = await findSame(tx, municipality.id, text);
		if (meanwhile !== undefined) return ok(meanwhile);
		await insertRegulation(tx, text);
		await recordAudit(ctx, tx, {
			actor,
			municipalityId: municipality.id,
			action: 'regulation.bring',
			entity: 'regulation',
			entityKey: text.id,
			versionId: null,
			before: null,
			after: { title: text.title, file: text.fileName, signs: text.content.length },
		});
		return ok(text.id);
	});
}

function tidyTitle({ title }: BroughtText): string {
	return tidyCell(title).slice(0, 300);
}

/** The same text under review already: a form sent twice brings it once. */
async function findSame(
	db: Reader,
	municipalityId: MunicipalityId,
	text: Pick<RegulationText, 'title' | 'content'>,
): Promise<string | undefined> {
	const texts = await listRegulations(db, municipalityId);
	return texts.find(
		({ state, title, content }) => state === 'open' && title === text.title && content === text.content,
	)?.id;
}

async function textOf({
	text,
	file,
}: BroughtText): Promise<
	Result<{ readonly content: string; readonly notes: readonly TextNote[] }, BringRefusal>
> {
	if (file !== null) {
		if (['other', 'workbook'].includes(namedKind(file.name)))
			return err({ code: 'regulations/unreadable', reason: 'file/unknown-format' });
		const read = await readDocumentApart(file.bytes);
		return read.ok
			? ok({ content: read.value.text.toWellFormed(), notes: read.value.notes })
			: err({ code: 'regulations/unreadable', reason: read.error });
	}
	if (text.trim() === '') return err({ code: 'regulations/empty' });
	return text.length > MOST_TEXT
		? err({ code: 'regulations/too-long' })
		: ok({ content: text.toWellFormed(), notes: [] });
}

export interface RegulationLine {
	readonly id: string;
	readonly title: string;
	readonly fileName: string | null;
	readonly state: RegulationText['state'];
	readonly createdAt: string;
	/** Functions found in it and those marked by hand; null where that was not kept. */
	readonly functions: number | null;
	readonly decided: number;
}

/** The texts of a municipality, newest first, with how far the review of each came. */
export async function listRegulationTexts(
	ctx: Ctx,
	slug: string,
): Promise<Result<readonly RegulationLine[], Refused>> {
	const opened = await openMunicipality(ctx, slug, 'structure.edit');
	if (!opened.ok) return opened;
	const { municipality } = opened.value;
	const decided = await listDecidedNodes(ctx.db, municipality.id);
	const texts = await listRegulationLines(ctx.db, municipality.id);
	return ok(
		texts.map(({ id, title, fileName, state, createdAt, stated }) => {
			const nodes = decided.get(id) ?? [];
			const functions = stated === null ? null : new Set([...stated, ...nodes]).size;
			return { id, title, fileName, state, createdAt, functions, decided: nodes.length };
		}),
	);
}

/** Forgets a text from which nothing was taken in. */
export async function discardRegulation(ctx: Ctx, slug: string, id: string): Promise<Result<null, Refused>> {
	const opened = await openRegulation(ctx, slug, id);
	if (!opened.ok) return opened;
	const { text, actor, municipality } = opened.value;
	return ctx.db.transaction().execute(async (tx): Promise<Result<null, Refused>> => {
		if (!(await deleteRegulation(tx, id))) return err({ code: 'access/forbidden' });
		await recordAudit(ctx, tx, {
			actor,
			municipalityId: municipality.id,
			action: 'regulation.discard',
			entity: 'regulation',
			entityKey: id,
			versionId: null,
			before: { title: text.title },
			after: null,
		});
		return ok(null);
	});
}
