import { foldText, type EmployeeId, type MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { ERASED_NAME } from './employee-erase.ts';

/** Whose name is forgotten, and what the person was ever called here. */
export interface Forgotten {
	readonly municipalityId: MunicipalityId;
	readonly id: EmployeeId;
	readonly names: readonly string[];
}

/** What the record of a person ever said as the name: now, and in every change that the trail keeps. */
export async function listNamesOf(
	db: Reader,
	person: { readonly municipalityId: MunicipalityId; readonly id: EmployeeId; readonly name: string },
): Promise<readonly string[]> {
	const rows = await db
		.selectFrom('audit_entry')
		.select(['before', 'after'])
		.where('municipality_id', '=', person.municipalityId)
		.where('entity', '=', 'employee')
		.where('entity_key', '=', person.id)
		.execute();
	const kept = rows.flatMap(({ before, after }) => [before, after]).flatMap(nameIn);
	return [...new Set([person.name, ...kept])].filter((name) => name !== ERASED_NAME).sort();
}

/**
 * Puts a dash in the place of the names wherever else they were written: the trail of trainings, what was read of
 * brought files, what an import changed. A file in which a name stood is deleted, for nothing can be taken out of it.
 * A name that somebody else here bears as well is taken only out of what also says the id of the person.
 */
export async function forgetNames(tx: Tx, person: Forgotten): Promise<void> {
	const others = await tx
		.selectFrom('employee')
		.select('name')
		.where('municipality_id', '=', person.municipalityId)
		.where('id', '<>', person.id)
		.where('name', 'in', [...person.names, ''])
		.execute();
	const shared = new Set(others.map(({ name }) => name));
	for (const name of person.names) {
		const of = { ...person, name, isShared: shared.has(name) };
		await forgetInTrail(tx, of);
		await forgetInImports(tx, of);
	}
}

interface OneName extends Forgotten {
	readonly name: string;
	readonly isShared: boolean;
}

async function forgetInTrail(tx: Tx, of: OneName): Promise<void> {
	const like = `%${written(of.name)}%`;
	const rows = await tx
		.selectFrom('audit_entry')
		.select(['id', 'before', 'after', 'folded'])
		.where('municipality_id', '=', of.municipalityId)
		.where((eb) =>
			eb.or([
				eb('before', 'like', like),
				eb('after', 'like', like),
				eb('folded', 'like', `%${foldText(of.name)}%`),
			]),
		)
		.execute();
	for (const row of rows) {
		if (of.isShared && ![row.before, row.after].some((text) => text?.includes(of.id))) continue;
		const folded = row.folded?.replaceAll(foldText(of.name), ERASED_NAME) ?? null;
		await tx
			.updateTable('audit_entry')
			.set({ before: without(row.before, of.name), after: without(row.after, of.name), folded })
			.where('id', '=', row.id)
			.execute();
	}
}

async function forgetInImports(tx: Tx, of: OneName): Promise<void> {
	await forgetInChanges(tx, of);
	if (of.isShared) return;
	const like = `%${written(of.name)}%`;
	const sheets = await tx
		.selectFrom('import_sheet')
		.innerJoin('import_batch', 'import_batch.id', 'import_sheet.import_batch_id')
		.select(['import_batch_id', 'position', 'content', 'choices'])
		.where('municipality_id', '=', of.municipalityId)
		.where((eb) => eb.or([eb('content', 'like', like), eb('choices', 'like', like)]))
		.execute();
	for (const { import_batch_id: batch, position, content, choices } of sheets) {
		await tx
			.updateTable('import_sheet')
			.set({ content: without(content, of.name) ?? '', choices: without(choices, of.name) ?? '' })
			.where('import_batch_id', '=', batch)
			.where('position', '=', position)
			.execute();
		await tx.deleteFrom('import_file').where('import_batch_id', '=', batch).execute();
	}
	const rows = await tx
		.selectFrom('import_row')
		.innerJoin('import_run', 'import_run.id', 'import_row.import_run_id')
		.select(['import_run_id', 'position', 'detail'])
		.where('municipality_id', '=', of.municipalityId)
		.where('detail', 'like', like)
		.execute();
	for (const row of rows)
		await tx
			.updateTable('import_row')
			.set({ detail: without(row.detail, of.name) ?? '' })
			.where('import_run_id', '=', row.import_run_id)
			.where('position', '=', row.position)
			.execute();
}

async function forgetInChanges(tx: Tx, of: OneName): Promise<void> {
	const rows = await tx
		.selectFrom('import_change')
		.innerJoin('import_run', 'import_run.id', 'import_change.import_run_id')
		.select(['import_run_id', 'position', 'entity', 'entity_key', 'before', 'after'])
		.where('municipality_id', '=', of.municipalityId)
		.where('entity', '=', 'employee')
		.where('entity_key', '=', of.id)
		.execute();
	for (const row of rows)
		await tx
			.updateTable('import_change')
			.set({ before: without(row.before, of.name), after: without(row.after, of.name) })
			.where('import_run_id', '=', row.import_run_id)
			.where('position', '=', row.position)
			.execute();
}

/** A name as it stands inside a stored object: quotation marks are escaped there. */
function written(name: string): string {
	return JSON.stringify(name).slice(1, -1);
}

function without(text: string | null, name: string): string | null {
	return text?.replaceAll(written(name), ERASED_NAME) ?? null;
}

function nameIn(state: string | null): readonly string[] {
	if (state === null) return [];
	const value: unknown = JSON.parse(state);
	const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : null;
	return typeof name === 'string' ? [name] : [];
}
