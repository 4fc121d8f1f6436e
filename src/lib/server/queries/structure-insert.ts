import type { LegalReference } from '#lib/domain/legal/index.ts';
import type {
	Activity,
	AdminFunction,
	OrgUnit,
	Participation,
	Structure,
	WorkloadAllowance,
} from '#lib/domain/org/index.ts';
import { foldText, type VersionId } from '#lib/domain/shared/index.ts';
import type { Tx } from '../db/index.ts';
import { fromOrigin } from './origin.ts';
import { insertPosts } from './post-insert.ts';

type NewId = () => string;

/**
 * Writes everything in a structure under a version that has just been made.
 * Foreign keys between units are checked when the transaction ends, so the order does not matter.
 */
export async function insertStructureContent(
	tx: Tx,
	versionId: VersionId,
	structure: Omit<Structure, 'versionId' | 'municipality' | 'validFrom' | 'settlements'>,
	newId: NewId,
): Promise<void> {
	for (const unit of structure.units) await insertUnit(tx, versionId, unit, newId());
	const posts = structure.posts.map((post, sort) => ({ post, sort }));
	await insertPosts(tx, versionId, posts, newId);
	for (const fn of structure.functions) await insertFunction(tx, versionId, fn, newId);
	for (const [sort, participation] of structure.participations.entries())
		await insertParticipation(tx, versionId, { participation, sort }, newId());
	for (const [sort, activity] of structure.activities.entries())
		await insertActivity(tx, versionId, { activity, sort }, newId());
	for (const [sort, allowance] of structure.allowances.entries())
		await insertAllowance(tx, versionId, { allowance, sort }, newId());
}

export async function insertUnit(tx: Tx, versionId: VersionId, unit: OrgUnit, id: string): Promise<void> {
	const row = {
		id,
		version_id: versionId,
		key: unit.key,
		parent_key: unit.parentKey,
		name_bg: unit.name.bg,
		name_en: unit.name.en,
		folded: foldText(`${unit.name.bg} ${unit.name.en ?? ''}`),
		kind: unit.kind,
		part: unit.part,
		sort: unit.sort,
		note: unit.note,
		...fromOrigin(unit.origin),
	};
	await tx.insertInto('org_unit').values(row).execute();
}

export async function insertFunction(
	tx: Tx,
	versionId: VersionId,
	fn: AdminFunction,
	newId: NewId,
): Promise<void> {
	const id = newId();
	const row = {
		id,
		version_id: versionId,
		key: fn.key,
		text_bg: fn.text.bg,
		text_en: fn.text.en,
		folded: foldText(`${fn.text.bg} ${fn.text.en ?? ''}`),
		kind: fn.kind,
		policy_area: fn.policyArea,
		general_category: fn.generalCategory,
		territory: fn.territory,
		sort: fn.sort,
		...fromOrigin(fn.origin),
	};
	await tx.insertInto('admin_function').values(row).execute();
	await replaceFunctionLinks(tx, id, fn, newId);
}

/** Legal bases and powers of a function as given; what was there before is removed. */
export async function replaceFunctionLinks(
	tx: Tx,
	functionId: string,
	fn: Pick<AdminFunction, 'bases' | 'powers'>,
	newId: NewId,
): Promise<void> {
	await tx.deleteFrom('function_basis').where('function_id', '=', functionId).execute();
	await tx.deleteFrom('function_power').where('function_id', '=', functionId).execute();
	for (const [sort, basis] of fn.bases.entries()) {
		const provisionId = await ensureProvision(tx, basis.actKey, basis.reference, newId);
		await tx
			.insertInto('function_basis')
			.values({ function_id: functionId, provision_id: provisionId, sort })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
	for (const power of fn.powers)
		await tx.insertInto('function_power').values({ function_id: functionId, power_key: power }).execute();
}

/** The id of a place in an act, which is written down when it is new. */
export async function ensureProvision(
	tx: Tx,
	actKey: string,
	reference: LegalReference,
	newId: NewId,
): Promise<string> {
	const place = {
		act_key: actKey,
		paragraph: reference.paragraph ?? '',
		article: reference.article ?? '',
		sub_paragraph: reference.subParagraph ?? '',
		point: reference.point ?? '',
		letter: reference.letter ?? '',
	};
	const known = await tx
		.selectFrom('provision')
		.select('id')
		.where((eb) => eb.and(place))
		.executeTakeFirst();
	if (known) return known.id;
	const id = newId();
	await tx
		.insertInto('provision')
		.values({ id, ...place })
		.execute();
	return id;
}

export async function insertParticipation(
	tx: Tx,
	versionId: VersionId,
	{ participation, sort }: { readonly participation: Participation; readonly sort: number },
	id: string,
): Promise<void> {
	const row = {
		id,
		version_id: versionId,
		function_key: participation.functionKey,
		unit_key: participation.unitKey,
		post_key: participation.postKey,
		role: participation.role,
		share: participation.share,
		sort,
	};
	await tx.insertInto('participation').values(row).execute();
}

export async function insertActivity(
	tx: Tx,
	versionId: VersionId,
	{ activity, sort }: { readonly activity: Activity; readonly sort: number },
	id: string,
): Promise<void> {
	const row = { id, version_id: versionId, key: activity.key, ...activityColumns(activity), sort };
	await tx.insertInto('activity').values(row).execute();
}

/** What an activity says of itself, by column. */
export function activityColumns(activity: Activity) {
	return {
		function_key: activity.functionKey,
		unit_key: activity.unitKey,
		post_key: activity.postKey,
		name_bg: activity.name.bg,
		name_en: activity.name.en,
		unit_of_measure_bg: activity.unitOfMeasure.bg,
		unit_of_measure_en: activity.unitOfMeasure.en,
		annual_volume: activity.annualVolume,
		months: activity.months ? JSON.stringify(activity.months) : null,
		minutes_low: activity.minutes?.low ?? null,
		minutes_usual: activity.minutes?.usual ?? null,
		minutes_high: activity.minutes?.high ?? null,
		method: activity.method,
		data_year: activity.dataYear,
		source: activity.source,
	};
}

export async function insertAllowance(
	tx: Tx,
	versionId: VersionId,
	{ allowance, sort }: { readonly allowance: WorkloadAllowance; readonly sort: number },
	id: string,
): Promise<void> {
	const amounts =
		allowance.kind === 'individual'
			? { hours_per_year: allowance.hours, share: null, staff: allowance.staff }
			: {
					hours_per_year: 'hours' in allowance.per ? allowance.per.hours : null,
					share: 'share' in allowance.per ? allowance.per.share : null,
					staff: null,
				};
	const row = {
		id,
		version_id: versionId,
		unit_key: allowance.unitKey,
		kind: allowance.kind,
		name_bg: allowance.name.bg,
		name_en: allowance.name.en,
		...amounts,
		source: allowance.source,
		sort,
	};
	await tx.insertInto('workload_allowance').values(row).execute();
}
