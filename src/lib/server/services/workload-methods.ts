import type { ParameterSet } from '#lib/domain/legal/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { can } from '#lib/domain/access/index.ts';
import { depthFirst, ok, type IsoDate, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	ASSUMED_NAMES,
	agreementInForce,
	assumedParameters,
	assumedStructure,
	comparedMunicipality,
	computeThreeMethods,
	isStaffed,
	onePersonFunctions,
	shareSurvey,
	sumNeeds,
	type AgreementRule,
	type Allocation,
	type ComparedMunicipality,
	type ComparisonBase,
	type MethodsRow,
	type NeedTotals,
	type UnitNeed,
	type WhatIf,
	type WorkloadError,
	type WorkloadMethod,
	type WorkloadReport,
} from '#lib/domain/workload/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listCalendarExceptions, listParameters } from '../queries/legal.ts';
import { listAllocations } from '../queries/allocation.ts';
import { undecidedSurveys, type UndecidedSurveys } from './survey-undecided.ts';
import { rememberedReport } from './workload-cache.ts';
import { inForceOf, type InForce } from './workload-in-force.ts';
import { findPeers, type Peers } from './workload-peers.ts';
import { dayOfYear } from './workload.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

/** What the three methods are computed under. */
export interface MethodsRequest {
	readonly year: number | null;
	readonly method: WorkloadMethod;
	readonly base: ComparisonBase;
	readonly whatIf: WhatIf;
}

export interface ComputedMethods {
	readonly report: WorkloadReport;
	readonly rule: AgreementRule;
	/** As far as the actor may see them. */
	readonly allocations: readonly Allocation[];
	/** Units whose survey the actor may not see. */
	readonly hiddenSurveys: ReadonlySet<UnitKey>;
	readonly undecided: UndecidedSurveys;
	readonly peers: Peers;
	readonly needs: ReadonlyMap<UnitKey, UnitNeed>;
	/** The structure under the assumptions tried out. */
	readonly structure: Structure;
	/** Values in force of what may be tried out, with where they come from. */
	readonly inForce: readonly InForce[];
	readonly parameters: ParameterSet;
	readonly asOf: IsoDate;
}

export interface OpenMethods extends OpenStructure {
	readonly computed: Result<ComputedMethods, WorkloadError>;
}

/** Needed staff of every unit by three methods, under the assumptions of the request. */
export async function openMethods(
	ctx: Ctx,
	address: WorkspaceAddress,
	request: MethodsRequest,
): Promise<Result<OpenMethods, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { municipality, version } = opened.value;
	const stored = await listParameters(ctx.db);
	const exceptions = await listCalendarExceptions(ctx.db);
	const parameters = assumedParameters(stored, request.whatIf);
	const asOf = dayOfYear(ctx.clock.today(), request.year);
	const { method, base } = request;
	const reportOf = (one: Structure) =>
		rememberedReport({
			structure: assumedStructure(one, request.whatIf),
			...{ parameters, exceptions, asOf, method },
		});
	const structure = assumedStructure(opened.value.structure, request.whatIf);
	const report = rememberedReport({ structure, parameters, exceptions, asOf, method });
	const rule = agreementInForce(parameters, asOf, municipality.id);
	if (!report.ok) return ok({ ...opened.value, computed: report });
	if (!rule.ok) return ok({ ...opened.value, computed: rule });
	const measured = await listAllocations(ctx.db, version.id);
	const { allocations, hiddenUnits } = shareSurvey(structure, measured, (unitKey) =>
		can(ctx.actor, 'people.read', { municipalityId: municipality.id, unitKey }),
	);
	const peers = await findPeers(ctx, {
		...{ address, opened: opened.value, rule: rule.value },
		reportOf: (one) => {
			const found = reportOf(one);
			return found.ok ? found.value : undefined;
		},
	});
	const needs = computeThreeMethods({
		...{ structure, report: report.value, allocations, base, rule: rule.value },
		peers: peers.functions,
	});
	const inForce = ASSUMED_NAMES.map((name) =>
		inForceOf(name, stored, { asOf, municipality: municipality.id }),
	);
	const computed = {
		...{ parameters, asOf },
		report: report.value,
		rule: rule.value,
		allocations,
		hiddenSurveys: hiddenUnits,
		undecided: await undecidedSurveys(ctx, municipality, version.id),
		peers,
		needs,
		structure,
		inForce,
	};
	return ok({ ...opened.value, computed: ok(computed) });
}

/** The municipality and the others that it is compared with. */
export interface Compared {
	readonly own: ComparedMunicipality;
	readonly others: readonly ComparedMunicipality[];
}

export function comparedWith({ structure, peers }: ComputedMethods): Compared {
	return { own: comparedMunicipality(structure), others: peers.municipalities };
}

export interface MethodsOverview {
	readonly year: number;
	readonly method: WorkloadMethod;
	readonly base: ComparisonBase;
	readonly rule: AgreementRule;
	readonly totals: NeedTotals;
	readonly rows: readonly MethodsRow[];
	readonly compared: Compared;
	readonly isMatching: boolean;
	readonly hasSurvey: boolean;
	readonly undecided: UndecidedSurveys;
	readonly dataYears: readonly number[];
	readonly inForce: readonly InForce[];
}

export type MethodsPage =
	| ({ readonly kind: 'computed' } & MethodsOverview)
	| { readonly kind: 'not-computable'; readonly error: WorkloadError };

/** The page „Три метода“: every unit with its marks and the verdict. */
export async function showMethods(
	ctx: Ctx,
	address: WorkspaceAddress,
	request: MethodsRequest,
): Promise<Result<MethodsPage, Refused>> {
	const opened = await openMethods(ctx, address, request);
	if (!opened.ok) return opened;
	const { computed, structure } = opened.value;
	if (!computed.ok) return ok({ kind: 'not-computable', error: computed.error });
	const { report, rule, needs, allocations, hiddenSurveys, undecided, peers, inForce } = computed.value;
	const inside = structure.units.filter(({ part }) => part !== 'outside');
	return ok({
		kind: 'computed',
		...{ year: report.year, method: report.method, base: request.base, rule, inForce },
		totals: sumNeeds(inside.flatMap(({ key }) => needs.get(key) ?? [])),
		rows: methodsRows(structure, computed.value),
		compared: comparedWith(computed.value),
		isMatching: peers.isRunning,
		hasSurvey: allocations.length > 0 || hiddenSurveys.size > 0,
		undecided,
		dataYears: [...new Set(structure.activities.map(({ dataYear }) => dataYear))].sort((a, b) => a - b),
	});
}

function methodsRows(
	structure: Structure,
	{ needs, allocations, hiddenSurveys }: ComputedMethods,
): readonly MethodsRow[] {
	const alone = Map.groupBy(onePersonFunctions(structure, allocations), ({ post }) => post.unitKey);
	return depthFirst<UnitKey, Structure['units'][number]>(structure.units).flatMap(({ item, depth }) => {
		const need = needs.get(item.key);
		if (!need || !isStaffed(need)) return [];
		const { key, name, kind, part } = item;
		const { approved, occupied, measures, verdict, functions } = need;
		return [
			{
				...{ key, name, kind, part, depth, approved, occupied, measures, verdict },
				isSurveyHidden: hiddenSurveys.has(key),
				functions: functions.filter(({ weight }) => weight > 0).length,
				doubtful: functions.filter(({ isDoubtful }) => isDoubtful).length,
				onePerson: alone.get(key)?.length ?? 0,
			},
		];
	});
}
