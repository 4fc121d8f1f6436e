import type { Competency, Requirement } from '#lib/domain/training/index.ts';
import type { CompetencyKey, FunctionKey, MunicipalityId, PostKey } from '#lib/domain/shared/index.ts';
import type { Selectable } from 'kysely';
import type { Reader } from '../db/index.ts';
import type { RequirementTable } from '../db/schema/training.ts';
import { listDictionary } from './dictionary.ts';

/** The competencies as a municipality reads them, in their own order, with what it no longer asks for. */
export async function listCompetencies(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly Competency[]> {
	const entries = await listDictionary(db, municipalityId);
	return entries.map(({ key, group, name, description, weight }) => ({
		key,
		group,
		name,
		description,
		weight,
	}));
}

export async function listRequirements(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly Requirement[]> {
	return (await listRequirementRows(db, municipalityId)).map(toRequirement);
}

/** What is asked in a municipality, as it is stored; by subject, then competency. */
export async function listRequirementRows(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly Selectable<RequirementTable>[]> {
	return db
		.selectFrom('requirement')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy('subject_key')
		.orderBy('competency_key')
		.execute();
}

export function toRequirement(row: Selectable<RequirementTable>): Requirement {
	const asked = {
		competencyKey: row.competency_key as CompetencyKey,
		level: row.level as Requirement['level'],
		source: row.source,
	};
	switch (row.kind) {
		case 'function':
			return { kind: row.kind, functionKey: row.subject_key as FunctionKey, ...asked };
		case 'post':
			return { kind: row.kind, postKey: row.subject_key as PostKey, ...asked };
		case 'job-title':
			return { kind: row.kind, jobTitle: row.subject_key, ...asked };
	}
}
