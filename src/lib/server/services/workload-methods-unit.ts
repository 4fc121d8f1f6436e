import { can } from '#lib/domain/access/index.ts';
import type { AdminFunction, LocalText, OrgUnit } from '#lib/domain/org/index.ts';
import {
	err,
	ok,
	type FunctionKey,
	type PostKey,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import {
	answeredBy,
	hiddenSurvey,
	NOTHING_HIDDEN,
	onePersonFunctions,
	paperLists,
	reachesEnough,
	subtreeNeeds,
	sumNeeds,
	type AgreementRule,
	type ComparisonBase,
	type Estimate,
	type FunctionNeed,
	type HiddenSurvey,
	type NeedTotals,
	type OnePersonFunction,
	type PostTime,
	type UnitNeed,
	type UnitWorkload,
	type WorkloadError,
	type WorkloadMethod,
} from '#lib/domain/workload/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import {
	comparedWith,
	openMethods,
	type Compared,
	type ComputedMethods,
	type MethodsRequest,
} from './workload-methods.ts';
import type { InForce } from './workload-in-force.ts';
import type { UndecidedSurveys } from './survey-undecided.ts';
import type { WorkspaceAddress } from './workspace.ts';

/** A number about too few people stays hidden from whoever may not see persons. */
export type Shown = Estimate | 'hidden' | null;

/** What a post spends on a function. */
export interface PostShare {
	readonly key: PostKey;
	readonly title: LocalText;
	readonly people: number;
	readonly fte: Shown;
}

export interface FunctionRow extends Pick<
	FunctionNeed,
	'weight' | 'part' | 'volume' | 'comparison' | 'peers' | 'isDoubtful'
> {
	readonly key: FunctionKey;
	readonly text: LocalText;
	readonly survey: Shown;
	/** Posts behind the survey, in the order of the staffing table. */
	readonly posts: readonly PostShare[];
}

export interface UnitMethods {
	readonly unit: Pick<OrgUnit, 'key' | 'name' | 'kind'>;
	readonly need: Pick<UnitNeed, 'approved' | 'occupied' | 'measures' | 'verdict' | 'individualFte'>;
	readonly functions: readonly FunctionRow[];
	/** Volume × standard as one line: hours, hours of one post, factor. */
	readonly volume: {
		readonly hours: Estimate;
		readonly perPost: number;
		readonly factor: number;
	} | null;
	readonly paper: {
		readonly idle: readonly NamedFunction[];
		readonly unwritten: readonly NamedFunction[];
		readonly unmeasured: readonly NamedFunction[];
	};
	readonly onePerson: readonly (NamedFunction & {
		readonly post: LocalText;
		readonly basis: OnePersonFunction['basis'];
	})[];
	/** The unit with everything below it; null where nothing is below. */
	readonly below: NeedTotals | null;
	readonly rule: AgreementRule;
	readonly year: number;
	readonly method: WorkloadMethod;
	readonly base: ComparisonBase;
	readonly compared: Compared;
	readonly inForce: readonly InForce[];
	/** Whether anything of the survey is hidden from this reader. */
	readonly hasHidden: boolean;
	/** The survey of the unit is not for this reader. */
	readonly isSurveyHidden: boolean;
	readonly undecided: UndecidedSurveys;
}

export interface NamedFunction {
	readonly key: FunctionKey;
	readonly text: LocalText;
}

export type UnitMethodsPage =
	| ({ readonly kind: 'computed' } & UnitMethods)
	| { readonly kind: 'not-computable'; readonly error: WorkloadError };

/** One unit by three methods: functions, posts, what is written against what is done, and the terms of each number. */
export async function showUnitMethods(
	ctx: Ctx,
	address: WorkspaceAddress & { readonly unitKey: string },
	request: MethodsRequest,
): Promise<Result<UnitMethodsPage, Refused>> {
	const opened = await openMethods(ctx, address, request);
	if (!opened.ok) return opened;
	const { computed, structure, municipality } = opened.value;
	const unit = structure.units.find(({ key }) => key === address.unitKey);
	if (!unit) return err(DENIED);
	if (!computed.ok) return ok({ kind: 'not-computable', error: computed.error });
	const need = computed.value.needs.get(unit.key);
	if (!need) return err(DENIED);
	const names = new Map(structure.functions.map((fn) => [fn.key, fn]));
	const seesPeople = can(ctx.actor, 'people.read', { municipalityId: municipality.id, unitKey: unit.key });
	const { report, rule, inForce, allocations, hiddenSurveys, undecided } = computed.value;
	const isSurveyHidden = hiddenSurveys.has(unit.key);
	const functions = functionRows(need, names, { seesPeople, isSurveyHidden });
	const { approved, occupied, measures, verdict, individualFte } = need;
	const alone = onePersonFunctions(structure, allocations).filter(({ post }) => post.unitKey === unit.key);
	return ok({
		kind: 'computed',
		unit: { key: unit.key, name: unit.name, kind: unit.kind },
		need: { approved, occupied, measures, verdict, individualFte },
		functions,
		volume: volumeTerms(report.units.get(unit.key), computed.value),
		paper: paperOf(computed.value, need, names),
		onePerson: alone.flatMap(({ functionKey, post, basis }) =>
			namedOf([functionKey], names).map((fn) => ({ ...fn, post: post.title, basis })),
		),
		below: belowOf(computed.value, unit.key),
		compared: comparedWith(computed.value),
		...{ rule, year: report.year, method: report.method, base: request.base, inForce },
		...{ isSurveyHidden, undecided },
		hasHidden:
			isSurveyHidden ||
			functions.some(({ survey, posts }) => survey === 'hidden' || posts.some(({ fte }) => fte === 'hidden')),
	});
}

function functionRows(
	need: UnitNeed,
	names: ReadonlyMap<FunctionKey, AdminFunction>,
	{ seesPeople, isSurveyHidden }: { readonly seesPeople: boolean; readonly isSurveyHidden: boolean },
): readonly FunctionRow[] {
	const times = need.postTimes();
	const terms = Map.groupBy(times, ({ allocation }) => allocation.functionKey);
	const hidden = seesPeople ? NOTHING_HIDDEN : hiddenSurvey(times);
	return need.functions.flatMap((fn): readonly FunctionRow[] => {
		const known = names.get(fn.functionKey);
		if (!known) return [];
		const { weight, part, volume, comparison, peers, isDoubtful } = fn;
		return [
			{
				...{ key: known.key, text: known.text, weight, part, volume, comparison, peers },
				...(isSurveyHidden || hidden.functions.has(known.key)
					? ({ survey: 'hidden', isDoubtful: false } as const)
					: { survey: fn.survey, isDoubtful }),
				posts: (terms.get(fn.functionKey) ?? []).map((term) => postShare(term, hidden)),
			},
		];
	});
}

function postShare(term: PostTime, { hides }: HiddenSurvey): PostShare {
	const { post, allocation, fte } = term;
	const shown = hides(allocation) ? 'hidden' : fte;
	return { key: post.key, title: post.title, people: answeredBy(term), fte: shown };
}

function volumeTerms(workload: UnitWorkload | undefined, { report }: ComputedMethods): UnitMethods['volume'] {
	const terms = workload?.terms;
	if (!terms || workload.own.need.kind !== 'measured') return null;
	const { method, distribution } = report;
	const isWisn = method === 'wisn' || !distribution;
	return {
		hours: terms.serviceHours,
		perPost: terms.time.hours,
		factor: isWisn ? terms.categoryAllowanceFactor : 1 + distribution.personal + distribution.material,
	};
}

function paperOf(
	{ structure, rule }: ComputedMethods,
	need: UnitNeed,
	names: ReadonlyMap<FunctionKey, AdminFunction>,
): UnitMethods['paper'] {
	const isHere = ({ unitKey }: { readonly unitKey: UnitKey }) => unitKey === need.unitKey;
	const survey = need.measures.find(({ method }) => method === 'survey');
	const lists = paperLists({
		functions: need.functions,
		participations: structure.participations.filter(isHere),
		activities: structure.activities.filter(isHere),
		isSurveyed: survey !== undefined && reachesEnough(survey, rule),
	});
	return {
		idle: namedOf(lists.idle, names),
		unwritten: namedOf(lists.unwritten, names),
		unmeasured: namedOf(lists.unmeasured, names),
	};
}

function namedOf(
	keys: readonly FunctionKey[],
	names: ReadonlyMap<FunctionKey, AdminFunction>,
): readonly NamedFunction[] {
	return keys.flatMap((key) => {
		const found = names.get(key);
		return found ? [{ key, text: found.text }] : [];
	});
}

function belowOf({ structure, needs }: ComputedMethods, root: UnitKey): NeedTotals | null {
	const all = subtreeNeeds(structure.units, needs, root);
	return all.length > 1 ? sumNeeds(all) : null;
}
