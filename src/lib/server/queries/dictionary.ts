import {
	entryInForce,
	type Competency,
	type CompetencyDraft,
	type CompetencyVersion,
	type DictionaryEntry,
	type LevelDescriptor,
} from '#lib/domain/training/index.ts';
import type { CompetencyKey, MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../db/index.ts';
import { isUniqueViolation } from '../db/constraint.ts';
import type { CompetencyVersionTable } from '../db/schema/competence.ts';
import type { CompetencyTable } from '../db/schema/training.ts';

/** A version with who made it and when. */
export interface VersionRecord extends CompetencyVersion {
	readonly at: string;
	readonly by: string;
}

/** The dictionary as a municipality reads it, in its own order, with what is retired. */
export async function listDictionary(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly DictionaryEntry[]> {
	const supplied = await listSupplied(db, municipalityId);
	const versions = Map.groupBy(await listVersions(db, municipalityId), ({ competencyKey }) => competencyKey);
	return supplied.map((competency) => entryInForce(competency, versions.get(competency.key) ?? []));
}

/** Competencies common to all municipalities and, with one, its own, as they were supplied or first entered. */
export async function listSupplied(
	db: Reader,
	municipalityId: MunicipalityId | null,
): Promise<readonly Competency[]> {
	const rows = await db
		.selectFrom('competency')
		.selectAll()
		.where((eb) =>
			municipalityId === null
				? eb('municipality_id', 'is', null)
				: eb.or([eb('municipality_id', 'is', null), eb('municipality_id', '=', municipalityId)]),
		)
		.orderBy('sort')
		.orderBy('key')
		.execute();
	return rows.map((row) => ({ ...wordsOf(row), key: row.key as CompetencyKey }));
}

/** Every version of the competencies of a municipality, or of one of them, newest first. */
export async function listVersions(
	db: Reader,
	municipalityId: MunicipalityId,
	key?: CompetencyKey,
): Promise<readonly VersionRecord[]> {
	const rows = await db
		.selectFrom('competency_version')
		.leftJoin('user', 'user.id', 'competency_version.created_by')
		.selectAll('competency_version')
		.select('user.name as by_name')
		.where('municipality_id', '=', municipalityId)
		.$if(key !== undefined, (query) => query.where('competency_key', '=', key ?? ''))
		.orderBy('competency_key')
		.orderBy('number', 'desc')
		.execute();
	if (rows.length === 0) return [];
	const levels = await levelsOf(db, municipalityId);
	return rows.map((row) => toVersion(row, levels.get(`${row.competency_key} ${row.number}`) ?? []));
}

/** False when somebody made a version of that number first, and nothing was written. */
export async function insertVersion(
	tx: Tx,
	draft: CompetencyDraft,
	place: {
		readonly municipalityId: MunicipalityId;
		readonly key: CompetencyKey;
		readonly number: number;
		readonly at: string;
		readonly by: string;
	},
): Promise<boolean> {
	const at = { competency_key: place.key, municipality_id: place.municipalityId, number: place.number };
	const row = { ...at, ...columnsOf(draft), closed: draft.isRetired ? 1 : 0 };
	try {
		await tx
			.insertInto('competency_version')
			.values({ ...row, created_at: place.at, created_by: place.by })
			.execute();
	} catch (error) {
		if (isUniqueViolation(error)) return false;
		throw error;
	}
	for (const { level, text } of draft.levels)
		await tx
			.insertInto('competency_descriptor')
			.values({ ...at, level, text_bg: text.bg, text_en: text.en })
			.execute();
	return true;
}

/** Adds a competency of one municipality after all others. */
export async function insertOwnCompetency(
	tx: Tx,
	municipalityId: MunicipalityId,
	key: CompetencyKey,
	draft: CompetencyDraft,
): Promise<void> {
	const { last } = await tx
		.selectFrom('competency')
		.select((eb) => eb.fn.max('sort').as('last'))
		.executeTakeFirstOrThrow();
	await tx
		.insertInto('competency')
		.values({ key, ...columnsOf(draft), sort: Number(last ?? 0) + 1, municipality_id: municipalityId })
		.execute();
}

async function levelsOf(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<ReadonlyMap<string, readonly LevelDescriptor[]>> {
	const rows = await db
		.selectFrom('competency_descriptor')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy('level')
		.execute();
	const groups = Map.groupBy(rows, (row) => `${row.competency_key} ${row.number}`);
	return new Map(
		[...groups].map(([key, group]) => [
			key,
			group.map((row) => ({
				level: row.level as LevelDescriptor['level'],
				text: { bg: row.text_bg, en: row.text_en },
			})),
		]),
	);
}

function toVersion(
	row: Selectable<CompetencyVersionTable> & { readonly by_name: string | null },
	levels: readonly LevelDescriptor[],
): VersionRecord {
	return {
		...wordsOf(row),
		competencyKey: row.competency_key as CompetencyKey,
		number: row.number,
		isRetired: row.closed === 1,
		levels,
		at: row.created_at,
		by: row.by_name ?? row.created_by,
	};
}

type Words = Pick<
	Selectable<CompetencyTable>,
	'group_code' | 'name_bg' | 'name_en' | 'description_bg' | 'description_en' | 'weight'
>;

function wordsOf(row: Words): Omit<Competency, 'key'> {
	return {
		group: row.group_code,
		name: { bg: row.name_bg, en: row.name_en },
		description: { bg: row.description_bg, en: row.description_en },
		weight: row.weight as Competency['weight'],
	};
}

function columnsOf(draft: CompetencyDraft): Words {
	return {
		group_code: draft.group,
		name_bg: draft.name.bg,
		name_en: draft.name.en ?? draft.name.bg,
		description_bg: draft.description.bg,
		description_en: draft.description.en,
		weight: draft.weight,
	};
}
