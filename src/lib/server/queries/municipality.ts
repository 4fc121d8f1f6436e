import type { Municipality, Settlement } from '#lib/domain/org/index.ts';
import type { EurCents, MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import type { MunicipalityTable, SettlementTable } from '../db/schema/organisation.ts';
import { toOrigin } from './origin.ts';

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

export async function listSettlements(db: Reader, id: MunicipalityId): Promise<readonly Settlement[]> {
	const rows = await db
		.selectFrom('settlement')
		.selectAll()
		.where('municipality_id', '=', id)
		.orderBy('name_bg')
		.execute();
	return rows.map(toSettlement);
}

export async function insertMunicipality(
	tx: Tx,
	municipality: Municipality,
	createdAt: string,
): Promise<void> {
	await tx
		.insertInto('municipality')
		.values({
			id: municipality.id,
			slug: municipality.slug,
			name_bg: municipality.name.bg,
			name_en: municipality.name.en,
			oblast_bg: municipality.oblast.bg,
			oblast_en: municipality.oblast.en,
			population: municipality.population,
			population_as_of: municipality.populationAsOf,
			budget_cents: municipality.budget,
			budget_as_of: municipality.budgetAsOf,
			created_at: createdAt,
		})
		.execute();
}

export async function insertSettlement(
	tx: Tx,
	row: { readonly id: string; readonly municipalityId: MunicipalityId; readonly settlement: Settlement },
): Promise<void> {
	const { settlement } = row;
	await tx
		.insertInto('settlement')
		.values({
			id: row.id,
			municipality_id: row.municipalityId,
			name_bg: settlement.name.bg,
			name_en: settlement.name.en,
			kind: settlement.kind,
			status: settlement.status,
			ekatte: settlement.ekatte,
			population: settlement.population,
			verification: settlement.origin.verification,
			source: settlement.origin.source,
			as_of: settlement.origin.asOf,
		})
		.execute();
}

function toMunicipality(row: MunicipalityTable): Municipality {
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

function toSettlement(row: SettlementTable): Settlement {
	return {
		name: { bg: row.name_bg, en: row.name_en },
		kind: row.kind,
		status: row.status,
		ekatte: row.ekatte,
		population: row.population,
		origin: toOrigin(row),
	};
}
