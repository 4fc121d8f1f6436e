import type { VersionId } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';

/** What may stand on a version besides its own content. */
export const RESTING = [
	...(['study', 'finding', 'scenario', 'survey', 'version', 'import', 'rebase'] as const),
	...(['regulation', 'work-day'] as const),
] as const;
export type RestingKind = (typeof RESTING)[number];

/** How much stands on some versions besides their content and each other; kinds without any are left out. */
export async function countResting(
	db: Reader,
	ids: readonly VersionId[],
): Promise<readonly { readonly kind: RestingKind; readonly count: number }[]> {
	if (ids.length === 0) return [];
	const queries = {
		study: db.selectFrom('study').select('id').where('version_id', 'in', ids),
		finding: db.selectFrom('finding').select('id').where('version_id', 'in', ids),
		scenario: db.selectFrom('scenario').select('id').where('base_version_id', 'in', ids),
		survey: db.selectFrom('survey_campaign').select('id').where('version_id', 'in', ids),
		version: db
			.selectFrom('structure_version')
			.select('id')
			.where('based_on_id', 'in', ids)
			.where('id', 'not in', ids),
		import: db
			.selectFrom('import_run')
			.select('id')
			.where('version_id', 'in', ids)
			.where('undone_at', 'is', null),
		rebase: db
			.selectFrom('scenario_rebase')
			.select('id')
			.where((eb) => eb.or([eb('from_version_id', 'in', ids), eb('to_version_id', 'in', ids)])),
		regulation: db.selectFrom('regulation_text').select('id').where('version_id', 'in', ids),
		'work-day': db.selectFrom('work_day_entry').select('id').where('version_id', 'in', ids),
	};
	const counts = [];
	for (const kind of RESTING) counts.push({ kind, count: (await queries[kind].execute()).length });
	return counts.filter(({ count }) => count > 0);
}

/**
 * Whether nothing but its own content stands on a version. A text that is to go into it does not hold it: one that went
 * in did so by an import run.
 */
export async function isVersionFree(db: Reader, id: VersionId): Promise<boolean> {
	return (await countResting(db, [id])).every(({ kind }) => kind === 'regulation');
}
