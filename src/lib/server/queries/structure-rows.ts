import type { OccupationCode } from '#lib/domain/legal/index.ts';
import type {
	Activity,
	AdminFunction,
	FunctionBasis,
	OrgUnit,
	Participation,
	Post,
	WorkloadAllowance,
} from '#lib/domain/org/index.ts';
import {
	annualVolume,
	headcount,
	hoursPerYear,
	minutes,
	share,
	type ActivityKey,
	type EurCents,
	type FunctionKey,
	type PostKey,
	type PowerKey,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import type { Selectable } from 'kysely';
import type {
	ActivityTable,
	AdminFunctionTable,
	OrgUnitTable,
	ParticipationTable,
	PostTable,
	WorkloadAllowanceTable,
} from '../db/schema/organisation.ts';
import { toOrigin } from './origin.ts';

/** Rows of one structure version as domain values, through the checking constructors. */
export function toUnit(row: Selectable<OrgUnitTable>): OrgUnit {
	return {
		key: row.key as UnitKey,
		parentKey: row.parent_key as UnitKey | null,
		name: { bg: row.name_bg, en: row.name_en },
		kind: row.kind,
		part: row.part,
		sort: row.sort,
		origin: toOrigin(row),
		note: row.note,
	};
}

export function toPost(row: Selectable<PostTable>): Post {
	return {
		key: row.key as PostKey,
		unitKey: row.unit_key as UnitKey,
		title: { bg: row.title_bg, en: row.title_en },
		approved: headcount(row.approved),
		occupied: headcount(row.occupied),
		category: row.category,
		relation: row.relation,
		funding: row.funding,
		isHead: row.is_head === 1,
		annualCost: row.annual_cost_cents as EurCents | null,
		// Checked by the table and by whoever wrote it.
		...(row.occupation_code !== null && { occupation: row.occupation_code as OccupationCode }),
		origin: toOrigin(row),
		note: row.note,
	};
}

export function toFunction(
	row: Selectable<AdminFunctionTable>,
	bases: readonly FunctionBasis[],
	powers: readonly PowerKey[],
): AdminFunction {
	return {
		key: row.key as FunctionKey,
		text: { bg: row.text_bg, en: row.text_en },
		kind: row.kind,
		policyArea: row.policy_area,
		generalCategory: row.general_category,
		territory: row.territory,
		bases,
		powers,
		origin: toOrigin(row),
		sort: row.sort,
	};
}

export function toParticipation(row: Selectable<ParticipationTable>): Participation {
	return {
		functionKey: row.function_key as FunctionKey,
		unitKey: row.unit_key as UnitKey,
		postKey: row.post_key as PostKey | null,
		role: row.role,
		share: row.share === null ? null : share(row.share),
	};
}

export function toActivity(row: Selectable<ActivityTable>): Activity {
	return {
		key: row.key as ActivityKey,
		functionKey: row.function_key as FunctionKey,
		unitKey: row.unit_key as UnitKey,
		postKey: row.post_key as PostKey | null,
		name: { bg: row.name_bg, en: row.name_en },
		unitOfMeasure: { bg: row.unit_of_measure_bg, en: row.unit_of_measure_en },
		annualVolume: row.annual_volume === null ? null : annualVolume(row.annual_volume),
		...(row.months !== null && { months: (JSON.parse(row.months) as number[]).map(annualVolume) }),
		minutes: toMinutes(row),
		method: row.method,
		dataYear: row.data_year,
		source: row.source,
	};
}

export function toAllowance(row: Selectable<WorkloadAllowanceTable>): WorkloadAllowance {
	const common = {
		unitKey: row.unit_key as UnitKey,
		name: { bg: row.name_bg, en: row.name_en },
		source: row.source,
	};
	if (row.kind === 'individual') {
		const staff = headcount(row.staff ?? 0);
		return { kind: 'individual', ...common, staff, hours: hoursPerYear(row.hours_per_year ?? 0) };
	}
	const per =
		row.share === null ? { hours: hoursPerYear(row.hours_per_year ?? 0) } : { share: share(row.share) };
	return { kind: 'category', ...common, per };
}

function toMinutes(row: Selectable<ActivityTable>): Activity['minutes'] {
	if (row.minutes_low === null || row.minutes_usual === null || row.minutes_high === null) return null;
	return {
		low: minutes(row.minutes_low),
		usual: minutes(row.minutes_usual),
		high: minutes(row.minutes_high),
	};
}
