import type { LegalReference } from '#lib/domain/legal/index.ts';
import type { LocalText, Power } from '#lib/domain/org/index.ts';
import {
	coverPowers,
	findGaps,
	type GapReport,
	type OverlapMember,
	type PowerCoverage,
	type PowerHint,
} from '#lib/domain/overlap/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listLegalActs, listPolicyAreas, listPowers } from '../queries/legal.ts';
import { studyOverlaps, type OverlapRequest } from './overlap-analysis.ts';
import { createFunctionViews, type FunctionView } from './overlap-names.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

type Named = { readonly key: string; readonly name: LocalText };

type TextOf = { readonly key: string; readonly text: LocalText };

interface PowerView extends TextOf {
	readonly area: LocalText;
	readonly act: LocalText;
	readonly reference: LegalReference;
}

export interface GapPage {
	readonly powers: readonly (PowerView & {
		/** Functions that may serve it but do not say so, nearest first. */
		readonly hints: readonly (Pick<PowerHint, 'why' | 'score'> & TextOf)[];
	})[];
	/** Powers in force with the functions that serve them. */
	readonly covered: readonly (PowerView & { readonly functions: readonly TextOf[] })[];
	readonly areas: readonly (Named & { readonly covered: number; readonly total: number })[];
	readonly powerCount: number;
	readonly lists: readonly {
		readonly code: FunctionGap;
		readonly functions: readonly { readonly key: string; readonly text: LocalText }[];
	}[];
	readonly posts: readonly { readonly key: string; readonly title: LocalText; readonly unit: LocalText }[];
}

export const FUNCTION_GAPS = ['no-owner', 'several-owners', 'no-basis', 'no-power', 'no-post'] as const;
export type FunctionGap = (typeof FUNCTION_GAPS)[number];

/** What no function covers, and functions and posts that hang on nothing. */
export async function readGaps(ctx: Ctx, address: WorkspaceAddress): Promise<Result<GapPage, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure } = opened.value;
	const powers = await listPowers(ctx.db);
	const gaps = findGaps(structure, powers, ctx.clock.today());
	const acts = new Map(
		(await listLegalActs(ctx.db, [opened.value.municipality.id])).map((act) => [act.key, act.abbreviation]),
	);
	const areas = new Map((await listPolicyAreas(ctx.db)).map((area) => [area.key, area.name]));
	const nameOf = (names: ReadonlyMap<string, LocalText>, key: string) =>
		names.get(key) ?? { bg: key, en: null };
	const units = new Map(structure.units.map(({ key, name }): [string, LocalText] => [key, name]));
	const idle = new Set<string>(gaps.postsWithoutFunction);
	const textOf = new Map(structure.functions.map(({ key, text }): [string, LocalText] => [key, text]));
	const named = (key: string): TextOf => ({ key, text: nameOf(textOf, key) });
	const viewOf = ({ key, text, policyArea, actKey, reference }: Power): PowerView => ({
		...{ key, text, reference },
		area: nameOf(areas, policyArea),
		act: nameOf(acts, actKey),
	});
	const coverage = coverPowers(structure, powers, ctx.clock.today());
	const isCovered = ({ functions }: PowerCoverage) => functions.length > 0;
	return ok({
		powers: coverage
			.filter((one) => !isCovered(one))
			.map(({ power, hints }) => ({
				...viewOf(power),
				hints: hints.map(({ functionKey, why, score }) => ({ ...named(functionKey), why, score })),
			})),
		covered: coverage
			.filter(isCovered)
			.map(({ power, functions }) => ({ ...viewOf(power), functions: functions.map(named) })),
		areas: [...Map.groupBy(coverage, ({ power }) => power.policyArea)].map(([key, own]) => ({
			...{ key, name: nameOf(areas, key), total: own.length },
			covered: own.filter(isCovered).length,
		})),
		powerCount: gaps.powers,
		lists: FUNCTION_GAPS.map((code) => {
			const keys = new Set<string>(keysOf(gaps, code));
			const functions = structure.functions.filter(({ key }) => keys.has(key));
			return { code, functions: functions.map(({ key, text }) => ({ key, text })) };
		}),
		posts: structure.posts
			.filter(({ key }) => idle.has(key))
			.map(({ key, title, unitKey }) => ({ key, title, unit: nameOf(units, unitKey) })),
	});
}

function keysOf(gaps: GapReport, code: FunctionGap): readonly string[] {
	switch (code) {
		case 'no-owner':
			return gaps.functionsWithoutOwner;
		case 'several-owners':
			return gaps.functionsWithSeveralOwners;
		case 'no-basis':
			return gaps.functionsWithoutBasis;
		case 'no-power':
			return gaps.functionsWithoutPower;
		case 'no-post':
			return gaps.functionsWithoutPost;
	}
}

export interface ClausePage {
	readonly isReady: boolean;
	/** General clauses, said once for each unit. */
	readonly clauses: readonly FunctionView[];
	/** The same function twice in one unit. */
	readonly repetitions: readonly {
		readonly score: number;
		readonly a: FunctionView;
		readonly b: FunctionView;
	}[];
}

/** General clauses and repetitions inside a unit. */
export async function readClauses(ctx: Ctx, request: OverlapRequest): Promise<Result<ClausePage, Refused>> {
	const studied = await studyOverlaps(ctx, request);
	if (!studied.ok) return studied;
	const { opened, other, analysis } = studied.value;
	const view = await createFunctionViews(ctx.db, other ? [opened, other] : [opened]);
	const isOwn = ({ municipalityId }: OverlapMember) => municipalityId === opened.municipality.id;
	return ok({
		isReady: analysis !== null,
		clauses: (analysis?.generalClauses ?? []).filter(isOwn).map(view),
		repetitions: (analysis?.repetitions ?? [])
			.filter(({ a }) => isOwn(a))
			.map(({ score, a, b }) => ({ score, a: view(a), b: view(b) })),
	});
}
