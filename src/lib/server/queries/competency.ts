import type { Competency, Requirement } from '#lib/domain/training/index.ts';
import type { CompetencyKey, FunctionKey, MunicipalityId, PostKey } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';

/** The dictionary of competencies, in its own order. */
export async function listCompetencies(db: Reader): Promise<readonly Competency[]> {
	const rows = await db.selectFrom('competency').selectAll().orderBy('sort').orderBy('key').execute();
	return rows.map((row) => ({
		key: row.key as CompetencyKey,
		group: row.group_code,
		name: { bg: row.name_bg, en: row.name_en },
		description: { bg: row.description_bg, en: row.description_en },
		weight: row.weight as Competency['weight'],
	}));
}

export async function listRequirements(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly Requirement[]> {
	const rows = await db
		.selectFrom('requirement')
		.selectAll()
		.where('municipality_id', '=', municipalityId)
		.orderBy('subject_key')
		.orderBy('competency_key')
		.execute();
	return rows.map((row) => {
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
	});
}
