import { foldText, nameEraser, type EmployeeId, type MunicipalityId } from '#lib/domain/shared/index.ts';
import { sql } from 'kysely';
import type { Reader, Tx } from '../db/index.ts';
import { foldedTexts, MOST_FOLDED } from './audit.ts';
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
 * Puts a dash in the place of the names wherever else they were written, however they are written there: the trail of
 * trainings, what was read of brought files, what an import changed. A file in which a name stood is deleted, for
 * nothing can be taken out of it. A longer name is somebody else's and stays. A name that somebody else here bears as
 * well is taken only out of what also says the id of the person.
 */
export async function forgetNames(tx: Tx, person: Forgotten): Promise<void> {
	const rows = await tx
		.selectFrom('employee')
		.select('name')
		.where('municipality_id', '=', person.municipalityId)
		.where('id', '<>', person.id)
		.execute();
	const others = rows.map(({ name }) => name);
	const borne = new Set(others.map(foldText));
	const alone = person.names.filter((name) => !borne.has(foldText(name)));
	const forgetting = {
		...person,
		everywhere: inJson(nameEraser(alone, others, ERASED_NAME)),
		besideId: inJson(nameEraser(person.names, others, ERASED_NAME)),
	};
	await forgetInTrail(tx, forgetting);
	await forgetInChanges(tx, forgetting);
	if (alone.length === 0) return;
	await forgetInSheets(tx, forgetting);
	await forgetInRows(tx, forgetting);
}

type Rewrite = (json: string) => string;

interface Forgetting extends Forgotten {
	/** Takes out the names that nobody else here bears. */
	readonly everywhere: Rewrite;
	/** Takes out all names: for what says the id of the person. */
	readonly besideId: Rewrite;
}

async function forgetInTrail(tx: Tx, of: Forgetting): Promise<void> {
	const rows = await tx
		.selectFrom('audit_entry')
		.select(['id', 'before', 'after', 'folded'])
		.where('municipality_id', '=', of.municipalityId)
		.where((eb) => eb.or(of.names.map((name) => mayName(foldText(name)))))
		.execute();
	for (const { id, before, after, folded } of rows) {
		const saysId = [before, after].some((text) => text?.includes(of.id));
		const without = orNull(saysId ? of.besideId : of.everywhere);
		const left = { before: without(before), after: without(after) };
		if (left.before === before && left.after === after) continue;
		const values = [left.before, left.after].map((text): unknown => text && JSON.parse(text));
		await tx
			.updateTable('audit_entry')
			.set({ ...left, folded: folded === null ? null : foldedTexts(values) })
			.where('id', '=', id)
			.execute();
	}
}

/** Entries that have the name among their folded texts, and entries whose texts were not all folded. */
function mayName(folded: string) {
	return sql<boolean>`(folded is null or length(folded) >= ${MOST_FOLDED} or instr(folded, ${folded}) > 0)`;
}

async function forgetInSheets(tx: Tx, of: Forgetting): Promise<void> {
	const batches = await tx
		.selectFrom('import_batch')
		.select('id')
		.where('municipality_id', '=', of.municipalityId)
		.execute();
	for (const { id: batch } of batches) {
		const sheets = await tx
			.selectFrom('import_sheet')
			.select(['position', 'content', 'choices'])
			.where('import_batch_id', '=', batch)
			.execute();
		for (const { position, ...sheet } of sheets) {
			const left = { content: of.everywhere(sheet.content), choices: of.everywhere(sheet.choices) };
			if (left.content === sheet.content && left.choices === sheet.choices) continue;
			await tx
				.updateTable('import_sheet')
				.set(left)
				.where('import_batch_id', '=', batch)
				.where('position', '=', position)
				.execute();
			await tx.deleteFrom('import_file').where('import_batch_id', '=', batch).execute();
		}
	}
}

async function forgetInRows(tx: Tx, of: Forgetting): Promise<void> {
	const rows = await tx
		.selectFrom('import_row')
		.innerJoin('import_run', 'import_run.id', 'import_row.import_run_id')
		.select(['import_run_id', 'position', 'detail'])
		.where('municipality_id', '=', of.municipalityId)
		.execute();
	for (const row of rows) {
		const detail = of.everywhere(row.detail);
		if (detail === row.detail) continue;
		await tx
			.updateTable('import_row')
			.set({ detail })
			.where('import_run_id', '=', row.import_run_id)
			.where('position', '=', row.position)
			.execute();
	}
}

async function forgetInChanges(tx: Tx, of: Forgetting): Promise<void> {
	const rows = await tx
		.selectFrom('import_change')
		.innerJoin('import_run', 'import_run.id', 'import_change.import_run_id')
		.select(['import_run_id', 'position', 'before', 'after'])
		.where('municipality_id', '=', of.municipalityId)
		.where('entity', '=', 'employee')
		.where('entity_key', '=', of.id)
		.execute();
	const without = orNull(of.besideId);
	for (const row of rows)
		await tx
			.updateTable('import_change')
			.set({ before: without(row.before), after: without(row.after) })
			.where('import_run_id', '=', row.import_run_id)
			.where('position', '=', row.position)
			.execute();
}

/** Text by text inside a stored object; one without a name comes back as it is. */
function inJson(erase: (text: string) => string): Rewrite {
	const within = (value: unknown): unknown => {
		if (typeof value === 'string') return erase(value);
		if (Array.isArray(value)) return value.map(within);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, one]) => [erase(key), within(one)]));
	};
	return (json) => {
		const value: unknown = JSON.parse(json);
		const left = JSON.stringify(within(value));
		return left === JSON.stringify(value) ? json : left;
	};
}

function orNull(rewrite: Rewrite): (json: string | null) => string | null {
	return (json) => (json === null ? null : rewrite(json));
}

function nameIn(state: string | null): readonly string[] {
	if (state === null) return [];
	const value: unknown = JSON.parse(state);
	const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : null;
	return typeof name === 'string' ? [name] : [];
}
