import { type ImportChange } from '#lib/domain/imports/index.ts';
import type { Participation, Post, StructureChange } from '#lib/domain/org/index.ts';
import { asId, type ActivityKey, type VersionId } from '#lib/domain/shared/index.ts';
import { requirementSubject, type Employee, type Requirement } from '#lib/domain/training/index.ts';
import type { Tx } from '../db/index.ts';
import { insertEmployee } from './employee.ts';
import { deleteFunction, updateFunction } from './function.ts';
import { writeAllowance } from './allowance-write.ts';
import { deletePost, updatePost } from './post.ts';
import { writePlanLine, writePlanOfYear, type PlanPlace } from './import-plan-lines.ts';
import { insertPost, insertPosts } from './post-insert.ts';
import { insertRequirement } from './seed.ts';
import { insertActivity, insertFunction, insertParticipation, insertUnit } from './structure-insert.ts';
import { deleteUnit, updateUnit } from './unit.ts';
import { deleteActivity, updateActivity } from './workload.ts';

export interface WritePlace extends PlanPlace {
	/** Null where nothing of a structure is written. */
	readonly versionId: VersionId | null;
}

/** What an import writes, and what taking an edit back writes besides. */
export type WrittenChange =
	ImportChange | Extract<StructureChange, { readonly entity: 'workload-allowance' }>;

interface Writer extends WritePlace {
	readonly tx: Tx;
	/** Revision by „table:key“, as the transaction found it. */
	readonly revisions: ReadonlyMap<string, number>;
	/** Next place in the lists that keep an order of their own. */
	readonly sort: { post: number; participation: number; activity: number };
}

/** Writes changes in their order, inside a transaction that has made sure nothing else changed. */
export async function writeChanges(
	tx: Tx,
	place: WritePlace,
	changes: readonly WrittenChange[],
): Promise<void> {
	const writer: Writer = { ...place, tx, ...(await standOf(tx, place.versionId)) };
	for (let at = 0; at < changes.length;) {
		const fresh = newPostsFrom(changes, at);
		const change = changes[at];
		if (fresh.length > 1) await writeNewPosts(writer, fresh);
		else if (change) await writeChange(writer, change);
		at += Math.max(1, fresh.length);
	}
}

/** The posts that are made one after the other from here on; a table of posts makes hundreds. */
function newPostsFrom(changes: readonly WrittenChange[], from: number): readonly Post[] {
	const posts: Post[] = [];
	for (const change of changes.slice(from, from + MOST_AT_ONCE)) {
		if (change.entity !== 'post' || change.before !== null || change.after === null) break;
		posts.push(change.after);
	}
	return posts;
}

const MOST_AT_ONCE = 500;

async function writeNewPosts(writer: Writer, posts: readonly Post[]): Promise<void> {
	const { tx, newId, sort } = writer;
	const sorted = posts.map((post) => ({ post, sort: (sort.post += 1) }));
	await insertPosts(tx, versionOf(writer), sorted, newId);
}

async function writeChange(writer: Writer, change: WrittenChange): Promise<void> {
	switch (change.entity) {
		case 'unit':
			return writeUnit(writer, change);
		case 'post':
			return writePost(writer, change);
		case 'function':
			return writeFunction(writer, change);
		case 'participation':
			return writeParticipation(writer, change);
		case 'activity':
			return writeActivity(writer, change);
		case 'workload-allowance':
			return sure(writeAllowance(writer.tx, versionOf(writer), change));
		case 'employee':
			return writeEmployee(writer, change);
		case 'requirement':
			return writeRequirement(writer, change);
		case 'training-plan':
			return writePlanOfYear(writer.tx, writer, change);
		case 'plan-item':
			return writePlanLine(writer.tx, writer, change);
	}
}

type Of<Entity extends ImportChange['entity']> = Extract<ImportChange, { readonly entity: Entity }>;

async function writeUnit({ tx, revisions, newId, ...writer }: Writer, { key, before, after }: Of<'unit'>) {
	const versionId = versionOf(writer);
	const revision = revisions.get(`unit:${key}`) ?? 1;
	if (after === null) await sure(deleteUnit(tx, versionId, key as never, revision));
	else if (before === null) await insertUnit(tx, versionId, after, newId());
	else await sure(updateUnit(tx, versionId, after, revision));
}

async function writePost(writer: Writer, { key, before, after }: Of<'post'>): Promise<void> {
	const { tx, revisions, newId, sort } = writer;
	const versionId = versionOf(writer);
	const revision = revisions.get(`post:${key}`) ?? 1;
	if (after === null) await sure(deletePost(tx, versionId, key as never, revision));
	else if (before === null) await insertPost(tx, versionId, { post: after, sort: (sort.post += 1) }, newId());
	else await sure(updatePost(tx, versionId, after, revision));
}

async function writeFunction(writer: Writer, { key, before, after }: Of<'function'>): Promise<void> {
	const { tx, revisions, newId } = writer;
	const versionId = versionOf(writer);
	const revision = revisions.get(`function:${key}`) ?? 1;
	if (after === null) await sure(deleteFunction(tx, versionId, key as never, revision));
	else if (before === null) await insertFunction(tx, versionId, after, newId);
	else await sure(updateFunction(tx, { versionId, revision }, after, newId));
}

async function writeParticipation(writer: Writer, { before, after }: Of<'participation'>): Promise<void> {
	const versionId = versionOf(writer);
	if (before !== null) await removeParticipation(writer.tx, versionId, before);
	if (after === null) return;
	const sort = (writer.sort.participation += 1);
	await insertParticipation(writer.tx, versionId, { participation: after, sort }, writer.newId());
}

async function removeParticipation(tx: Tx, versionId: VersionId, part: Participation): Promise<void> {
	const query = tx
		.deleteFrom('participation')
		.where('version_id', '=', versionId)
		.where('function_key', '=', part.functionKey)
		.where('unit_key', '=', part.unitKey);
	await (
		part.postKey === null ? query.where('post_key', 'is', null) : query.where('post_key', '=', part.postKey)
	).execute();
}

async function writeActivity(writer: Writer, { key, before, after }: Of<'activity'>): Promise<void> {
	const { tx, revisions, newId, sort } = writer;
	const versionId = versionOf(writer);
	const revision = revisions.get(`activity:${key}`) ?? 1;
	if (after === null) await sure(deleteActivity(tx, { versionId, key: asId<ActivityKey>(key), revision }));
	else if (before === null)
		await insertActivity(tx, versionId, { activity: after, sort: (sort.activity += 1) }, newId());
	else await sure(updateActivity(tx, { versionId, revision }, after));
}

async function writeEmployee(writer: Writer, { key, before, after }: Of<'employee'>): Promise<void> {
	if (before === null && after !== null) return insertEmployee(writer.tx, writer.municipalityId, after);
	if (after === null) {
		await writer.tx.deleteFrom('employee').where('id', '=', key).execute();
		return;
	}
	await updatePerson(writer.tx, after);
}

async function updatePerson(tx: Tx, person: Employee): Promise<void> {
	await tx
		.updateTable('employee')
		.set((eb) => ({
			post_key: person.postKey,
			name: person.name,
			sex: person.sex,
			occupancy: person.occupancy,
			started_on: person.startedOn,
			left_on: person.leftOn,
			revision: eb('revision', '+', 1),
		}))
		.where('id', '=', person.id)
		.execute();
}

async function writeRequirement(writer: Writer, { before, after }: Of<'requirement'>): Promise<void> {
	if (before !== null) await removeRequirement(writer, before);
	if (after !== null) await insertRequirement(writer.tx, writer.municipalityId, after, writer.newId());
}

async function removeRequirement({ tx, municipalityId }: Writer, need: Requirement): Promise<void> {
	await tx
		.deleteFrom('requirement')
		.where('municipality_id', '=', municipalityId)
		.where('kind', '=', need.kind)
		.where('subject_key', '=', requirementSubject(need))
		.where('competency_key', '=', need.competencyKey)
		.execute();
}

function versionOf({ versionId }: Pick<Writer, 'versionId'>): VersionId {
	if (versionId === null) throw new Error('a change of a structure needs a version');
	return versionId;
}

/** Nothing may have moved on inside the transaction that checked it. */
async function sure(written: Promise<boolean>): Promise<void> {
	if (!(await written)) throw new Error('a row moved on inside its transaction');
}

async function standOf(tx: Tx, versionId: VersionId | null): Promise<Pick<Writer, 'revisions' | 'sort'>> {
	const revisions = new Map<string, number>();
	const sort = { post: 0, participation: 0, activity: 0 };
	if (versionId === null) return { revisions, sort };
	for (const [table, entity] of [
		['org_unit', 'unit'],
		['post', 'post'],
		['admin_function', 'function'],
		['activity', 'activity'],
	] as const) {
		const rows = await tx
			.selectFrom(table)
			.select(['key', 'revision'])
			.where('version_id', '=', versionId)
			.execute();
		for (const row of rows) revisions.set(`${entity}:${row.key}`, row.revision);
	}
	for (const table of ['post', 'participation', 'activity'] as const) {
		const row = await tx
			.selectFrom(table)
			.select((eb) => eb.fn.max('sort').as('last'))
			.where('version_id', '=', versionId)
			.executeTakeFirst();
		sort[table] = Number(row?.last ?? 0);
	}
	return { revisions, sort };
}
