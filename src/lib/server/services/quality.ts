import {
	accountableUnits,
	findQualityProblems,
	lookUp,
	QUALITY_CODES,
	qualityRules,
	type LocalText,
	type QualityCode,
	type QualityProblem,
	type Structure,
	type StructureLookup,
} from '#lib/domain/org/index.ts';
import { ok, type IsoDate, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

export interface NamedProblem {
	readonly problem: QualityProblem;
	readonly name: LocalText;
	/** The unit that it belongs to; null for a unit itself and for what nobody answers for. */
	readonly where: LocalText | null;
}

export interface QualityPage {
	readonly counts: readonly { readonly code: QualityCode; readonly count: number }[];
	readonly total: number;
	/** There are no units yet, so that nothing could be wrong with them. */
	readonly isEmpty: boolean;
	/** The code whose problems are listed; null when there are none at all. */
	readonly code: QualityCode | null;
	readonly problems: readonly NamedProblem[];
	readonly page: number;
	readonly pages: number;
}

const PAGE_LENGTH = 50;

/** What is wrong with the data of a version: how much of each kind, and one kind in full, a page at a time. */
export async function showQuality(
	ctx: Ctx,
	address: WorkspaceAddress,
	asked: { readonly code: QualityCode | null; readonly page: number },
): Promise<Result<QualityPage, Refused>> {
	const opened = await openStructure(ctx, address, 'quality.read');
	if (!opened.ok) return opened;
	const { structure } = opened.value;
	const found = problemsOf(structure, ctx.clock.today());
	const counts = QUALITY_CODES.map((code) => ({
		code,
		count: found.filter((problem) => problem.code === code).length,
	}));
	const code = asked.code ?? counts.find(({ count }) => count > 0)?.code ?? null;
	const listed = found.filter((problem) => problem.code === code);
	const pages = Math.max(1, Math.ceil(listed.length / PAGE_LENGTH));
	const page = Math.min(asked.page, pages);
	const lookup = lookUp(structure);
	return ok({
		counts,
		total: found.length,
		isEmpty: structure.units.length === 0,
		code,
		problems: listed.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH).map((one) => named(lookup, one)),
		page,
		pages,
	});
}

const found = new WeakMap<
	Structure,
	{ readonly asOf: IsoDate; readonly problems: readonly QualityProblem[] }
>();

/** The problems of a structure, worked out once for each state of it and day. */
export function problemsOf(structure: Structure, asOf: IsoDate): readonly QualityProblem[] {
	const known = found.get(structure);
	if (known?.asOf === asOf) return known.problems;
	const problems = findQualityProblems(structure, qualityRules(asOf));
	found.set(structure, { asOf, problems });
	return problems;
}

function named(lookup: StructureLookup, problem: QualityProblem): NamedProblem {
	const { subject } = problem;
	const unitName = (key: UnitKey | undefined) =>
		key === undefined ? null : (lookup.unitByKey.get(key)?.name ?? null);
	const unknown: LocalText = { bg: subject.key, en: null };
	switch (subject.kind) {
		case 'unit':
			return { problem, name: unitName(subject.key) ?? unknown, where: null };
		case 'post': {
			const post = lookup.postByKey.get(subject.key);
			return { problem, name: post?.title ?? unknown, where: unitName(post?.unitKey) };
		}
		case 'function': {
			const name = lookup.functionByKey.get(subject.key)?.text ?? unknown;
			return { problem, name, where: unitName(accountableUnits(lookup, subject.key)[0]) };
		}
		case 'activity': {
			const activity = lookup.structure.activities.find(({ key }) => key === subject.key);
			return { problem, name: activity?.name ?? unknown, where: unitName(activity?.unitKey) };
		}
	}
}
