import { requirementSubject, type Requirement } from '#lib/domain/training/index.ts';
import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { isUniqueViolation } from '../db/constraint.ts';
import { listRequirementRows, toRequirement } from './competency.ts';
import { insertRequirement } from './seed.ts';

/** A requirement as it is kept, so that it can be changed. */
export type RequirementRecord = Requirement & { readonly id: string; readonly revision: number };

export async function listRequirementRecords(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly RequirementRecord[]> {
	const rows = await listRequirementRows(db, municipalityId);
	return rows.map((row) => ({ ...toRequirement(row), id: row.id, revision: row.revision }));
}

/** False when the same already asks for the competency, and nothing was written. */
export async function addRequirement(
	tx: Tx,
	municipalityId: MunicipalityId,
	requirement: Requirement,
	id: string,
): Promise<boolean> {
	try {
		await insertRequirement(tx, municipalityId, requirement, id);
		return true;
	} catch (error) {
		if (isUniqueViolation(error)) return false;
		throw error;
	}
}

/** False when somebody changed it since that revision, and nothing was written. */
export async function updateRequirement(tx: Tx, requirement: RequirementRecord): Promise<boolean> {
	const result = await tx
		.updateTable('requirement')
		.set({
			level: requirement.level,
			source: requirement.source,
			revision: requirement.revision + 1,
		})
		.where('id', '=', requirement.id)
		.where('revision', '=', requirement.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** False when somebody changed it since that revision, and nothing was taken out. */
export async function deleteRequirement(
	tx: Tx,
	requirement: Pick<RequirementRecord, 'id' | 'revision'>,
): Promise<boolean> {
	const result = await tx
		.deleteFrom('requirement')
		.where('id', '=', requirement.id)
		.where('revision', '=', requirement.revision)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

/** What a requirement is called in the trail: its kind, whom it asks, and for what. */
export function requirementKey(requirement: Requirement): string {
	return `${requirement.kind}|${requirementSubject(requirement)}|${requirement.competencyKey}`;
}
