import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';
import { listHeldLines } from './import-plan-lines.ts';

/**
 * „unit:key“, „post:key“, „function:key“ of everything that findings, verdicts, scenarios, people and requirements of a
 * municipality point at. A reference that does not say what it is about holds all three.
 */
export async function listInUse(db: Reader, municipalityId: MunicipalityId): Promise<ReadonlySet<string>> {
	const found = new Set(await listReferred(db, municipalityId));
	const people = await db
		.selectFrom('employee')
		.select('post_key')
		.where('municipality_id', '=', municipalityId)
		.execute();
	for (const { post_key } of people) found.add(`post:${post_key}`);
	const asked = await db
		.selectFrom('requirement')
		.select(['kind', 'subject_key'])
		.where('municipality_id', '=', municipalityId)
		.execute();
	for (const { kind, subject_key } of asked) found.add(`${kind}:${subject_key}`);
	return found;
}

/**
 * What findings, verdicts and scenarios point at, and „employee:id“ of people who were assessed or take part in a
 * training, „plan-item:id“ of lines with people, needs or sessions: what an import could not have brought itself.
 */
export async function listUsedOutside(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<ReadonlySet<string>> {
	const found = new Set(await listReferred(db, municipalityId));
	const assessed = await db
		.selectFrom('assessment')
		.innerJoin('employee', 'employee.id', 'assessment.employee_id')
		.select('employee.id')
		.where('employee.municipality_id', '=', municipalityId)
		.execute();
	const trained = await db
		.selectFrom('plan_item_participant')
		.innerJoin('employee', 'employee.id', 'plan_item_participant.employee_id')
		.select('employee.id')
		.where('employee.municipality_id', '=', municipalityId)
		.execute();
	for (const { id } of [...assessed, ...trained]) found.add(`employee:${id}`);
	for (const line of await listHeldLines(db, municipalityId)) found.add(line);
	return found;
}

async function listReferred(db: Reader, municipalityId: MunicipalityId): Promise<ReadonlySet<string>> {
	const found = new Set<string>();
	const any = (key: string | null) => {
		if (key !== null) for (const entity of ['unit', 'post', 'function']) found.add(`${entity}:${key}`);
	};
	const evidence = await db
		.selectFrom('finding_evidence')
		.innerJoin('finding', 'finding.id', 'finding_evidence.finding_id')
		.select(['finding_evidence.ref', 'finding_evidence.ref2'])
		.where('finding.municipality_id', '=', municipalityId)
		.execute();
	for (const { ref, ref2 } of evidence) [ref, ref2].forEach(any);
	const verdicts = await db
		.selectFrom('overlap_verdict')
		.select(['function_a', 'function_b'])
		.where('municipality_id', '=', municipalityId)
		.execute();
	for (const { function_a, function_b } of verdicts) [function_a, function_b].forEach(any);
	const operations = await db
		.selectFrom('operation')
		.innerJoin('scenario', 'scenario.id', 'operation.scenario_id')
		.select('operation.payload')
		.where('scenario.municipality_id', '=', municipalityId)
		.execute();
	for (const { payload } of operations) textsIn(JSON.parse(payload)).forEach(any);
	return found;
}

function textsIn(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	if (value === null || typeof value !== 'object') return [];
	return Object.values(value).flatMap(textsIn);
}
