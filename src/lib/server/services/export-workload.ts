import type { BookActivity, BookPeer, BookSurvey, BookUnit, WorkloadBook } from '#exports/workload/model.ts';
import { workloadFileName, workloadWorkbook } from '#exports/workload/workbook.ts';
import { can } from '#lib/domain/access/index.ts';
import { findParameter } from '#lib/domain/legal/index.ts';
import type { AdminFunction, Structure, WorkloadAllowance } from '#lib/domain/org/index.ts';
import {
	depthFirst,
	err,
	ok,
	type FunctionKey,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import {
	AGREEMENT_PARAMETERS,
	ASSUMED_NAMES,
	ASSUMED_PARAMETERS,
	commonWorkFactor,
	hiddenSurvey,
	isStaffed,
	isWhatIf,
	NOTHING_HIDDEN,
	sumEstimates,
	type PostTime,
	type UnitNeed,
	type UnitTerms,
	type WorkloadError,
} from '#lib/domain/workload/index.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Ctx, Refused } from '../context.ts';
import { colophonOf } from './export-colophon.ts';
import { makeWorkbookFile, type WorkbookFile } from './export-file.ts';
import { openMethods, type ComputedMethods, type MethodsRequest } from './workload-methods.ts';
import type { WorkspaceAddress } from './workspace.ts';

/** Needed staff by three methods as a workbook with live formulas, under the assumptions of the request. */
export async function exportWorkload(
	ctx: Ctx,
	address: WorkspaceAddress,
	{ request, locale }: { readonly request: MethodsRequest; readonly locale: Locale },
): Promise<Result<WorkbookFile, Refused | WorkloadError>> {
	const opened = await openMethods(ctx, address, request);
	if (!opened.ok) return opened;
	const { computed, municipality } = opened.value;
	if (!computed.ok) return err(computed.error);
	const { report, rule, inForce } = computed.value;
	const seesPeople = (unitKey: UnitKey) =>
		can(ctx.actor, 'people.read', { municipalityId: municipality.id, unitKey });
	const book: WorkloadBook = {
		colophon: colophonOf(ctx, opened.value, locale),
		...{ year: report.year, method: report.method, base: request.base, rule },
		distribution: report.distribution,
		isWhatIf: isWhatIf(request.whatIf),
		sources: [
			...inForce,
			...ruleSources(computed.value, municipality.id),
			...relationSources(computed.value, municipality.id),
		],
		times: [...report.times].map(([relation, time]) => ({ relation, time })),
		units: bookUnits(computed.value, seesPeople),
	};
	return ok(await makeWorkbookFile(workloadWorkbook(book), workloadFileName(book)));
}

function ruleSources({ parameters, asOf }: ComputedMethods, municipality: string): WorkloadBook['sources'] {
	return (['shortage', 'surplus', 'coverageMinimum'] as const).map((name) => {
		const found = findParameter(parameters, { key: AGREEMENT_PARAMETERS[name], asOf, municipality });
		return { name, citation: found?.citation ?? '', note: found?.note ?? null };
	});
}

/** Sources of the absences that differ by employment relation; who has none of their own counts as under a labour contract. */
function relationSources(
	{ report, parameters, asOf }: ComputedMethods,
	municipality: string,
): WorkloadBook['sources'] {
	return ASSUMED_NAMES.flatMap((name) =>
		[...report.times.keys()].flatMap((relation): WorkloadBook['sources'] => {
			const variant = relation === 'civil-service' ? relation : 'labour';
			const key = `${ASSUMED_PARAMETERS[name].key}.${variant}`;
			const found = findParameter(parameters, { key, asOf, municipality });
			return found ? [{ name, relation, citation: found.citation, note: found.note }] : [];
		}),
	);
}

function bookUnits(computed: ComputedMethods, seesPeople: (key: UnitKey) => boolean): readonly BookUnit[] {
	const { structure, needs } = computed;
	const names = new Map(structure.functions.map((fn) => [fn.key, fn]));
	const activities = Map.groupBy(structure.activities, ({ unitKey }) => unitKey);
	const allowances = Map.groupBy(structure.allowances, ({ unitKey }) => unitKey);
	const posts = Map.groupBy(structure.posts, ({ unitKey }) => unitKey);
	return depthFirst<UnitKey, Structure['units'][number]>(structure.units).flatMap(
		({ item, depth }): readonly BookUnit[] => {
			const need = needs.get(item.key);
			if (!need || !isStaffed(need)) return [];
			const { approved, occupied, measures, verdict } = need;
			const byRelation = Map.groupBy(posts.get(item.key) ?? [], ({ relation }) => relation);
			return [
				{
					...{ key: item.key, name: item.name, depth, approved, occupied, measures, verdict },
					posts: new Map(
						[...byRelation].map(([relation, list]) => [
							relation,
							list.reduce((sum, post) => sum + post.approved, 0),
						]),
					),
					volume: volumeOf(computed, item.key),
					activities: (activities.get(item.key) ?? []).flatMap((activity): readonly BookActivity[] => {
						const fn = names.get(activity.functionKey);
						const { name, unitOfMeasure, annualVolume: volume, minutes, dataYear, source } = activity;
						return fn
							? [{ fnKey: fn.key, fn: fn.text, name, unitOfMeasure, volume, minutes, dataYear, source }]
							: [];
					}),
					allowances: (allowances.get(item.key) ?? []).map(bookAllowance),
					answered: answeredPosts(need.postTimes()),
					functions: need.functions.flatMap(({ functionKey: key, weight }) => {
						const fn = names.get(key);
						return fn ? [{ key, text: fn.text, weight }] : [];
					}),
					survey: bookSurvey(need.postTimes(), names, seesPeople(item.key)),
					comparison: need.functions.flatMap((fn) => bookPeers(fn, names)),
				},
			];
		},
	);
}

function volumeOf({ report }: ComputedMethods, key: UnitKey): BookUnit['volume'] {
	const terms: UnitTerms | null = report.units.get(key)?.terms ?? null;
	if (!terms) return null;
	return {
		hours: terms.time.hours,
		common: terms.categoryAllowanceStandard / 100,
		factor: commonWorkFactor(report, terms),
		individualHours: terms.individualAllowances.reduce(
			(sum, { staff, hoursPerYear }) => sum + staff * hoursPerYear,
			0,
		),
	};
}

function bookAllowance(item: WorkloadAllowance): BookUnit['allowances'][number] {
	const { name, source } = item;
	if (item.kind === 'individual') {
		return { name, source, kind: item.kind, share: null, hours: item.hours, staff: item.staff };
	}
	const [share, hours] = 'share' in item.per ? [item.per.share, null] : [null, item.per.hours];
	return { name, source, kind: item.kind, share, hours, staff: null };
}

/** Occupied posts of those who answered, each post once. */
function answeredPosts(terms: readonly PostTime[]): number {
	const posts = new Map(terms.map(({ post }) => [post.key, post.occupied]));
	return [...posts.values()].reduce((sum, occupied) => sum + occupied, 0);
}

/** What may not be shown, the same as on the page of the unit, becomes one line with their sum, so that the total of the unit stays right. */
function bookSurvey(
	terms: readonly PostTime[],
	names: ReadonlyMap<FunctionKey, AdminFunction>,
	seesPeople: boolean,
): readonly BookSurvey[] {
	const { hides } = seesPeople ? NOTHING_HIDDEN : hiddenSurvey(terms);
	const hidden = terms.filter(({ allocation }) => hides(allocation));
	const shown = terms.flatMap((term): readonly BookSurvey[] => {
		const fn = names.get(term.allocation.functionKey);
		if (!fn || hides(term.allocation)) return [];
		const { share, low, high, load, occupied } = term.allocation;
		return [
			{
				...{ kind: 'shown', fn: fn.text, post: term.post.title, occupied: occupied ?? term.post.occupied },
				...{ load: load ?? 1, share, low: low ?? share, high: high ?? share },
			},
		];
	});
	if (hidden.length === 0) return shown;
	return [...shown, { kind: 'hidden', fte: sumEstimates(hidden.map(({ fte }) => fte)) }];
}

function bookPeers(
	{ functionKey, peers, part, comparison }: UnitNeed['functions'][number],
	names: ReadonlyMap<FunctionKey, AdminFunction>,
): readonly BookPeer[] {
	const fn = names.get(functionKey);
	if (!fn || !comparison || peers.kind !== 'compared') return [];
	const { terms } = peers;
	const leastAt = terms.findIndex(({ fte }) => fte.low === peers.fte.low);
	const greatestAt = terms.findIndex(({ fte }) => fte.high === peers.fte.high);
	return terms.flatMap(({ peer, theirs, own }, at): readonly BookPeer[] => {
		if (!peer.fte) return [];
		return [
			{
				...{ fnKey: fn.key, fn: fn.text, municipality: peer.municipality, fte: peer.fte, theirs, own, part },
				...{ count: terms.length, isLeast: at === leastAt, isGreatest: at === greatestAt },
			},
		];
	});
}
