import {
	ADMINISTRATION_PARTS,
	FUNDING_SOURCES,
	computeSpans,
	foldPowers,
	spanBand,
	spanBounds,
	type AdministrationPart,
	type ComposedFunctions,
	type ComposedPost,
	type ComposedSpan,
	type Composition,
	type Post,
	type Structure,
} from '#lib/domain/org/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listParameters, listPowers } from '../queries/legal.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

/** Numbers of the overview that can be taken apart; funding and part stand beside as `funding-local`, `part-general`. */
export const TAKEN_APART = [
	'administration',
	'all-posts',
	'vacant',
	'managers',
	'spans',
	'functions',
	'powers',
	'origin',
	...FUNDING_SOURCES.map((source) => `funding-${source}` as const),
	...ADMINISTRATION_PARTS.map((part) => `part-${part}` as const),
] as const;
export type TakenApart = (typeof TAKEN_APART)[number];

/** What one number of the overview is made of, line by line. */
export async function takeApart(
	ctx: Ctx,
	address: WorkspaceAddress,
	of: TakenApart,
): Promise<Result<Composition, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure } = opened.value;
	switch (of) {
		case 'spans':
			return ok({ kind: 'spans', lines: await spanLines(ctx, opened.value) });
		case 'functions':
			return ok({ kind: 'functions', lines: functionLines(structure) });
		case 'powers':
			return ok(await powersOf(ctx, structure));
		case 'origin':
			return ok({
				kind: 'origin',
				units: structure.units.map(({ key, name, origin }) => ({ key, name, origin })),
			});
		default:
			return ok({ kind: 'posts', lines: postLines(structure, choosePosts(of)) });
	}
}

type Choice = (post: Post, part: AdministrationPart) => boolean;

function choosePosts(of: TakenApart): Choice {
	const isInside: Choice = (_, part) => part !== 'outside';
	if (of === 'all-posts') return () => true;
	if (of === 'vacant') return (post, part) => isInside(post, part) && post.approved > post.occupied;
	if (of === 'managers')
		return (post, part) =>
			isInside(post, part) && (post.category === 'managerial' || post.category === 'elected');
	if (of.startsWith('part-')) return (_, part) => `part-${part}` === of;
	if (of.startsWith('funding-'))
		return (post, part) => isInside(post, part) && `funding-${post.funding}` === of;
	return isInside;
}

function postLines(structure: Structure, isChosen: Choice): readonly ComposedPost[] {
	const units = new Map(structure.units.map((unit) => [unit.key, unit]));
	return structure.posts.flatMap((post): readonly ComposedPost[] => {
		const unit = units.get(post.unitKey);
		if (!unit || !isChosen(post, unit.part)) return [];
		const { key, title, approved, occupied, funding, origin } = post;
		return [{ key, title, approved, occupied, funding, origin, unit: { key: unit.key, name: unit.name } }];
	});
}

async function spanLines(
	ctx: Ctx,
	{ structure, municipality }: OpenStructure,
): Promise<readonly ComposedSpan[]> {
	const bounds = spanBounds(await listParameters(ctx.db), ctx.clock.today(), municipality.id);
	const units = new Map(structure.units.map((unit) => [unit.key, unit]));
	const { approved, actual } = computeSpans(structure);
	const now = new Map(actual.spans.map((item) => [item.unitKey, item]));
	return approved.spans.flatMap((item): readonly ComposedSpan[] => {
		const unit = units.get(item.unitKey);
		if (!unit || item.reports === 0) return [];
		const band = bounds && spanBand(item.span, bounds);
		const { key, name } = unit;
		return [{ unit: { key, name }, approved: item, actual: now.get(item.unitKey) ?? null, band }];
	});
}

function functionLines(structure: Structure): readonly ComposedFunctions[] {
	const parts = Map.groupBy(structure.participations, (item) => item.unitKey);
	const posts = Map.groupBy(structure.posts, (post) => post.unitKey);
	return structure.units.flatMap(({ key, name }): readonly ComposedFunctions[] => {
		const own = parts.get(key) ?? [];
		const keysOf = (role: 'accountable' | 'participates') =>
			new Set(own.filter((item) => item.role === role).map((item) => item.functionKey)).size;
		const approved = (posts.get(key) ?? []).reduce((sum, post) => sum + post.approved, 0);
		const [accountable, participates] = [keysOf('accountable'), keysOf('participates')];
		if (accountable + participates === 0) return [];
		return [{ unit: { key, name }, accountable, participates, approved }];
	});
}

async function powersOf(ctx: Ctx, structure: Structure): Promise<Composition> {
	const powers = await listPowers(ctx.db);
	const { uncovered, total } = foldPowers(structure.functions, powers, ctx.clock.today());
	const keys = new Set(uncovered);
	return { kind: 'powers', uncovered: powers.filter((power) => keys.has(power.key)), total };
}
