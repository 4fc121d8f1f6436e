import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';

/** A finding or a scenario that names one of some keys. */
export interface Referring {
	readonly id: string;
	readonly title: string;
}

/** Findings whose evidence, and scenarios whose operations, name one of the keys. */
export async function listReferences(
	db: Reader,
	municipalityId: MunicipalityId,
	keys: ReadonlySet<string>,
): Promise<{ readonly findings: readonly Referring[]; readonly operations: readonly Referring[] }> {
	if (keys.size === 0) return { findings: [], operations: [] };
	const evidence = await db
		.selectFrom('finding_evidence')
		.innerJoin('finding', 'finding.id', 'finding_evidence.finding_id')
		.select(['finding.id', 'finding.title', 'ref', 'ref2'])
		.where('finding.municipality_id', '=', municipalityId)
		.orderBy('finding.number')
		.execute();
	const operations = await db
		.selectFrom('operation')
		.innerJoin('scenario', 'scenario.id', 'operation.scenario_id')
		.select(['scenario.id', 'scenario.name as title', 'operation.payload'])
		.where('scenario.municipality_id', '=', municipalityId)
		.orderBy('scenario.id')
		.execute();
	return {
		findings: once(evidence.filter(({ ref, ref2 }) => keys.has(ref) || (ref2 !== null && keys.has(ref2)))),
		operations: once(
			operations.filter(({ payload }) => textsIn(JSON.parse(payload)).some((text) => keys.has(text))),
		),
	};
}

function once(rows: readonly Referring[]): readonly Referring[] {
	return [...new Map(rows.map(({ id, title }) => [id, { id, title }])).values()];
}

function textsIn(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	if (value === null || typeof value !== 'object') return [];
	return Object.values(value).flatMap(textsIn);
}
