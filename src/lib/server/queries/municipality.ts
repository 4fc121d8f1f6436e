import type { Municipality, MunicipalityDetails } from '#lib/domain/org/index.ts';
import type { EurCents, MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { MunicipalityTable } from '../db/schema/organisation.ts';

export async function findMunicipalityBySlug(db: Reader, slug: string): Promise<Municipality | undefined> {
	const row = await db.selectFrom('municipality').selectAll().where('slug', '=', slug).executeTakeFirst();
	return row && toMunicipality(row);
}

export async function findMunicipality(db: Reader, id: MunicipalityId): Promise<Municipality | undefined> {
	const row = await db.selectFrom('municipality').selectAll().where('id', '=', id).executeTakeFirst();
	return row && toMunicipality(row);
}

export async function listMunicipalities(db: Reader): Promise<readonly Municipality[]> {
	const rows = await db.selectFrom('municipality').selectAll().orderBy('name_bg').execute();
	return rows.map(toMunicipality);
}

/** Grows with every change of what stands about the municipality itself or its settlements. */
export async function findMunicipalityRevision(db: Reader, id: MunicipalityId): Promise<number | undefined> {
	const row = await db.selectFrom('municipality').select('revision').where('id', '=', id).executeTakeFirst();
	return row?.revision;
}

export async function insertMunicipality(
	tx: Tx,
	municipality: Municipality,
	createdAt: string,
): Promise<void> {
	const { id, slug } = municipality;
	await tx
		.insertInto('municipality')
		.values({ id, slug, ...toColumns(municipality), created_at: createdAt })
		.execute();
}

/** False when somebody else changed it meanwhile, and nothing was written. */
export async function updateMunicipality(
	tx: Tx,
	at: { readonly id: MunicipalityId; readonly revision: number },
	details: MunicipalityDetails,
): Promise<boolean> {
	const result = await tx
		.updateTable('municipality')
		.set({ ...toColumns(details), revision: at.revision + 1 })
		.where('id', '=', at.id)
		.where('revision', '=', at.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** Marks that something about the place changed, so that no structure is remembered with what stood before. */
export async function touchMunicipality(tx: Tx, id: MunicipalityId): Promise<void> {
	await tx
		.updateTable('municipality')
		.set((eb) => ({ revision: eb('revision', '+', 1) }))
		.where('id', '=', id)
		.execute();
}

function toColumns(details: MunicipalityDetails) {
	return {
		name_bg: details.name.bg,
		name_en: details.name.en,
		oblast_bg: details.oblast.bg,
		oblast_en: details.oblast.en,
		population: details.population,
		population_as_of: details.populationAsOf,
		budget_cents: details.budget,
		budget_as_of: details.budgetAsOf,
	};
}

function toMunicipality(row: Omit<MunicipalityTable, 'revision'>): Municipality {
	return {
		id: row.id as MunicipalityId,
		slug: row.slug,
		name: { bg: row.name_bg, en: row.name_en },
		oblast: { bg: row.oblast_bg, en: row.oblast_en },
		population: row.population,
		populationAsOf: row.population_as_of,
		budget: row.budget_cents as EurCents | null,
		budgetAsOf: row.budget_as_of,
	};
}
