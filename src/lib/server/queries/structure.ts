import type { FunctionBasis, Structure } from '#lib/domain/org/index.ts';
import type { LegalReference } from '#lib/domain/legal/index.ts';
import type { PowerKey, VersionId } from '#lib/domain/shared/index.ts';
import type { Selectable } from 'kysely';
import type { Reader } from '../db/index.ts';
import type { ProvisionTable } from '../db/schema/legal.ts';
import { findMunicipality } from './municipality.ts';
import { listSettlements } from './settlement.ts';
import { toActivity, toAllowance, toFunction, toParticipation, toPost, toUnit } from './structure-rows.ts';
import { findVersion } from './version.ts';

/** A structure version with everything in it, each list in the order of the act. */
export async function loadStructure(db: Reader, versionId: VersionId): Promise<Structure | undefined> {
	const version = await findVersion(db, versionId);
	const municipality = version && (await findMunicipality(db, version.municipalityId));
	if (!version || !municipality) return undefined;
	const rows = await loadRows(db, versionId);
	const [bases, powers] = await Promise.all([loadBases(db, versionId), loadPowers(db, versionId)]);
	return {
		versionId,
		municipality,
		validFrom: version.validFrom,
		units: rows.units.map(toUnit),
		posts: rows.posts.map(toPost),
		functions: rows.functions.map((row) =>
			toFunction(row, bases.get(row.id) ?? [], powers.get(row.id) ?? []),
		),
		participations: rows.participations.map(toParticipation),
		activities: rows.activities.map(toActivity),
		allowances: rows.allowances.map(toAllowance),
		settlements: await listSettlements(db, version.municipalityId),
	};
}

async function loadRows(db: Reader, versionId: VersionId) {
	return {
		units: await db
			.selectFrom('org_unit')
			.selectAll()
			.where('version_id', '=', versionId)
			.orderBy('sort')
			.orderBy('key')
			.execute(),
		posts: await db
			.selectFrom('post')
			.selectAll()
			.where('version_id', '=', versionId)
			.orderBy('sort')
			.orderBy('key')
			.execute(),
		functions: await db
			.selectFrom('admin_function')
			.selectAll()
			.where('version_id', '=', versionId)
			.orderBy('sort')
			.orderBy('key')
			.execute(),
		participations: await db
			.selectFrom('participation')
			.selectAll()
			.where('version_id', '=', versionId)
			.orderBy('sort')
			.orderBy('id')
			.execute(),
		activities: await db
			.selectFrom('activity')
			.selectAll()
			.where('version_id', '=', versionId)
			.orderBy('sort')
			.orderBy('key')
			.execute(),
		allowances: await db
			.selectFrom('workload_allowance')
			.selectAll()
			.where('version_id', '=', versionId)
			.orderBy('sort')
			.orderBy('id')
			.execute(),
	};
}

async function loadBases(
	db: Reader,
	versionId: VersionId,
): Promise<ReadonlyMap<string, readonly FunctionBasis[]>> {
	const rows = await db
		.selectFrom('function_basis')
		.innerJoin('admin_function', 'admin_function.id', 'function_basis.function_id')
		.innerJoin('provision', 'provision.id', 'function_basis.provision_id')
		.select([
			'function_basis.function_id',
			'provision.act_key',
			'provision.paragraph',
			'provision.article',
			'provision.sub_paragraph',
			'provision.point',
			'provision.letter',
		])
		.where('admin_function.version_id', '=', versionId)
		.orderBy('function_basis.sort')
		.execute();
	const grouped = Map.groupBy(rows, (row) => row.function_id);
	return new Map(
		[...grouped].map(([id, found]) => [
			id,
			found.map((row) => ({ actKey: row.act_key, reference: toReference(row) })),
		]),
	);
}

async function loadPowers(
	db: Reader,
	versionId: VersionId,
): Promise<ReadonlyMap<string, readonly PowerKey[]>> {
	const rows = await db
		.selectFrom('function_power')
		.innerJoin('admin_function', 'admin_function.id', 'function_power.function_id')
		.select(['function_power.function_id', 'function_power.power_key'])
		.where('admin_function.version_id', '=', versionId)
		.orderBy('function_power.power_key')
		.execute();
	const grouped = Map.groupBy(rows, (row) => row.function_id);
	return new Map([...grouped].map(([id, found]) => [id, found.map((row) => row.power_key as PowerKey)]));
}

type ReferenceColumns = Pick<
	Selectable<ProvisionTable>,
	'paragraph' | 'article' | 'sub_paragraph' | 'point' | 'letter'
>;

export function toReference(row: ReferenceColumns): LegalReference {
	return {
		...(row.paragraph && { paragraph: row.paragraph }),
		...(row.article && { article: row.article }),
		...(row.sub_paragraph && { subParagraph: row.sub_paragraph }),
		...(row.point && { point: row.point }),
		...(row.letter && { letter: row.letter }),
	};
}
