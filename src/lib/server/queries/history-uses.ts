import type { OutsideUses } from '#lib/domain/org/index.ts';
import type { FunctionKey, MunicipalityId, PostKey, UnitKey } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';

export type Used =
	| { readonly kind: 'unit'; readonly key: UnitKey; readonly posts: readonly PostKey[] }
	| { readonly kind: 'post'; readonly key: PostKey }
	| { readonly kind: 'function'; readonly key: FunctionKey };

/** People who work there now, and findings and verdicts that point at the thing. */
export async function countOutsideUses(
	db: Reader,
	municipalityId: MunicipalityId,
	used: Used,
): Promise<OutsideUses> {
	const posts = used.kind === 'unit' ? used.posts : used.kind === 'post' ? [used.key] : [];
	return {
		employees: await countEmployees(db, municipalityId, posts),
		evidence:
			(await countFindings(db, municipalityId, used.key)) + (await countVerdicts(db, municipalityId, used)),
	};
}

async function countEmployees(
	db: Reader,
	municipalityId: MunicipalityId,
	posts: readonly PostKey[],
): Promise<number> {
	if (posts.length === 0) return 0;
	const row = await db
		.selectFrom('employee')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('municipality_id', '=', municipalityId)
		.where('post_key', 'in', posts)
		.where('left_on', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

async function countFindings(db: Reader, municipalityId: MunicipalityId, key: string): Promise<number> {
	const row = await db
		.selectFrom('finding_evidence')
		.innerJoin('finding', 'finding.id', 'finding_evidence.finding_id')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('finding.municipality_id', '=', municipalityId)
		.where((eb) => eb.or([eb('finding_evidence.ref', '=', key), eb('finding_evidence.ref2', '=', key)]))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

async function countVerdicts(db: Reader, municipalityId: MunicipalityId, used: Used): Promise<number> {
	if (used.kind !== 'function') return 0;
	const row = await db
		.selectFrom('overlap_verdict')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('municipality_id', '=', municipalityId)
		.where((eb) => eb.or([eb('function_a', '=', used.key), eb('function_b', '=', used.key)]))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

/** Findings that rest on a thing, newest first. */
export async function listFindingsAbout(
	db: Reader,
	municipalityId: MunicipalityId,
	key: string,
): Promise<readonly { readonly id: string; readonly number: number; readonly title: string }[]> {
	return db
		.selectFrom('finding')
		.select(['id', 'number', 'title'])
		.where('municipality_id', '=', municipalityId)
		.where('id', 'in', (eb) =>
			eb
				.selectFrom('finding_evidence')
				.select('finding_id')
				.where((or) => or.or([or('ref', '=', key), or('ref2', '=', key)])),
		)
		.orderBy('number', 'desc')
		.execute();
}
