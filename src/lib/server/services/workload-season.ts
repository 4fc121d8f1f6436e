import { can } from '#lib/domain/access/index.ts';
import { makeCalendar } from '#lib/domain/legal/index.ts';
import type { LocalText, Structure, UnitKind } from '#lib/domain/org/index.ts';
import { depthFirst, ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import { SMALLEST_GROUP } from '#lib/domain/training/index.ts';
import {
	PEAK_PARAMETER,
	namedPeaks,
	type NamedPeak,
	peakInForce,
	seasonOf,
	workingDaysByMonth,
	type Season,
	type SurveyAnswer,
	type WorkloadError,
} from '#lib/domain/workload/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listCalendarExceptions } from '../queries/legal.ts';
import { listCampaignAnswers } from '../queries/survey-answer.ts';
import { listAllocations } from '../queries/allocation.ts';
import { listRespondents, listSurveyCampaigns } from '../queries/survey.ts';
import { getWorkloadByUnit, type OpenWorkload, type WorkloadAssumptions } from './workload.ts';
import type { WorkspaceAddress } from './workspace.ts';

/** One unit: its need by months, and the months that its people named as peaks. */
export interface SeasonRow {
	readonly key: UnitKey;
	readonly name: LocalText;
	readonly kind: UnitKind;
	readonly depth: number;
	/** Occupied posts. */
	readonly occupied: number;
	/** Null where no activity was counted by months. */
	readonly season: Season | null;
	/** Part of the answered time for each month, `hidden` where too few named it; null where nothing can be shown. */
	readonly named: readonly NamedPeak[] | null;
}

export type SeasonPage =
	| {
			readonly kind: 'computed';
			readonly year: number;
			readonly peakFrom: number;
			/** Units with something to show, in the order of the structure. */
			readonly rows: readonly SeasonRow[];
			/** Units for which nothing was counted by months. */
			readonly unmeasured: readonly Pick<SeasonRow, 'key' | 'name'>[];
	  }
	| { readonly kind: 'not-computable'; readonly error: WorkloadError };

/** The need of every unit month by month, beside the peaks that people named in the last survey. */
export async function showSeason(
	ctx: Ctx,
	address: WorkspaceAddress,
	assumptions: WorkloadAssumptions,
): Promise<Result<SeasonPage, Refused>> {
	const opened = await getWorkloadByUnit(ctx, address, assumptions);
	if (!opened.ok) return opened;
	const { report, structure, parameters, asOf, municipality } = opened.value;
	if (!report.ok) return ok({ kind: 'not-computable', error: report.error });
	const peakFrom = peakInForce(parameters, asOf, municipality.id);
	if (peakFrom === undefined) {
		return ok({
			kind: 'not-computable',
			error: { code: 'workload/missing-parameter', keys: [PEAK_PARAMETER] },
		});
	}
	const calendar = makeCalendar(await listCalendarExceptions(ctx.db));
	const workingDays = workingDaysByMonth(calendar, report.value.year);
	const seesPeople = (unitKey: UnitKey) =>
		can(ctx.actor, 'people.read', { municipalityId: municipality.id, unitKey });
	const answers = await answersByUnit(ctx, opened.value, seesPeople);
	const rows = unitsInOrder(structure).map(({ unit, depth }): SeasonRow => {
		const found = report.value.units.get(unit.key);
		const { key, name, kind } = unit;
		return {
			...{ key, name, kind, depth, occupied: found?.own.occupied ?? 0 },
			season: found?.terms ? seasonOf({ terms: found.terms, workingDays, peakFrom }) : null,
			named: namedPeaks(answers.get(key) ?? [], seesPeople(key) ? 1 : SMALLEST_GROUP),
		};
	});
	return ok({
		...{ kind: 'computed', year: report.value.year, peakFrom },
		rows: rows.filter(({ season, named }) => season ?? named),
		unmeasured: rows.filter(({ season }) => !season).map(({ key, name }) => ({ key, name })),
	});
}

function unitsInOrder(structure: Structure) {
	return [...depthFirst<UnitKey, Structure['units'][number]>(structure.units)].map(({ item, depth }) => ({
		unit: item,
		depth,
	}));
}

/** Validated answers of the last applied survey of the version, of the units that the reader may see the survey of. */
async function answersByUnit(
	ctx: Ctx,
	{ municipality, version }: OpenWorkload,
	seesPeople: (unit: UnitKey) => boolean,
): Promise<ReadonlyMap<UnitKey, readonly (readonly SurveyAnswer[])[]>> {
	const campaigns = await listSurveyCampaigns(ctx.db, municipality.id);
	const applied = campaigns.filter((one) => one.versionId === version.id && one.appliedAt !== null);
	const last = applied.sort((a, b) => ((a.appliedAt ?? '') < (b.appliedAt ?? '') ? 1 : -1))[0];
	if (!last) return new Map();
	const answers = await listCampaignAnswers(ctx.db, last.id, 'validated');
	const shared = new Set(
		(await listAllocations(ctx.db, version.id)).flatMap(({ cell, postKey }) => (cell ? [postKey] : [])),
	);
	const byUnit = Map.groupBy(
		(await listRespondents(ctx.db, last.id)).filter(({ id }) => answers.has(id)),
		({ unitKey }) => unitKey,
	);
	return new Map(
		[...byUnit]
			.filter(([unitKey, people]) => seesPeople(unitKey) || people.some(({ postKey }) => shared.has(postKey)))
			.map(([unitKey, people]) => [unitKey, people.map(({ id }) => answers.get(id) ?? [])]),
	);
}
