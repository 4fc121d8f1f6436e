import { parseReference, printReference } from '#lib/domain/legal/index.ts';
import {
	bodyOf,
	excerptOf,
	clausesOfPoint,
	toWording,
	LEFT_OUT_REASONS,
	nodeAt,
	pageAt,
	unitOf,
	type CandidateDetail,
	type CandidateGroup,
	type DecisionProblem,
	type FunctionCandidate,
	type LeftOutGroup,
	type NamedFunction,
	type RegulationReview,
	type ReviewState,
	type TextPart,
} from '#lib/domain/regulations/index.ts';
import { ok, type FunctionKey, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { StoredDecision } from '../queries/regulation.ts';
import { handCandidate, openRegulation, type OpenRegulation } from './regulation-open.ts';
import { isComplete } from './regulation-decide.ts';
import { takenInOf, type TakenIn } from './regulation-taken-in.ts';
import { withinPatience } from './patience.ts';

/** So long an answer waits for a long text to be read. */
const PATIENCE_MS = 2500;

/** The two panes of the review; `at` is the part looked at, else the first function that nobody decided. Null while the text is read. */
export async function viewRegulation(
	ctx: Ctx,
	at: {
		readonly slug: string;
		readonly id: string;
		readonly node: number | null;
		/** A place of the act, „чл. 24, ал. 2“; asked where no part is. */
		readonly place?: string | null;
	},
): Promise<Result<RegulationReview | null, Refused>> {
	const opened = await withinPatience(openRegulation(ctx, at.slug, at.id), PATIENCE_MS);
	if (!opened) return ok(null);
	if (!opened.ok) return opened;
	const open = opened.value;
	const { text, candidates, decisions, plan, version, workingVersions, structure, areas } = open;
	const takenIn = await takenInOf(ctx, text);
	const { title, fileName, state, notes, createdAt, actKey } = text;
	return ok({
		text: { id: text.id, title, fileName, state, notes, createdAt, actKey },
		parts: partsOf(open),
		groups: groupsOf(open, takenIn),
		leftOut: leftOutOf(open),
		current: currentOf(open, takenIn, at.node ?? nodeOfPlace(open, at.place)),
		decided: candidates.filter(({ node }) => decisions.has(node)).length,
		total: candidates.length,
		plan: { added: plan.added, updated: plan.updated, problems: plan.problems.length },
		takenIn: [...takenIn.values()],
		target: {
			versionId: version.id,
			label: version.label,
			isWorking: version.status === 'working',
			choices: workingVersions.map((one) => ({ id: one.id, label: one.label })),
		},
		units: structure.units.map(({ key, name }) => ({ key, name })),
		areas,
		mark: open.mark,
	});
}

function nodeOfPlace({ nodes }: OpenRegulation, place: string | null | undefined): number | null {
	const reference = place ? parseReference(place) : undefined;
	return (reference && nodeAt(nodes, reference)?.index) ?? null;
}

function stateOf(decision: StoredDecision | undefined): ReviewState {
	return decision?.outcome ?? 'open';
}

function partsOf({ nodes, text, candidates, leftOut, decisions }: OpenRegulation): readonly TextPart[] {
	const stated = Map.groupBy(candidates, ({ part }) => part);
	const left = new Set(leftOut.map(({ node }) => node));
	const depths: number[] = [];
	return nodes.map((node) => {
		const depth = node.parent === null ? 0 : (depths[node.parent] ?? 0) + 1;
		depths.push(depth);
		const states = (stated.get(node.index) ?? []).map((one) => stateOf(decisions.get(one.node)));
		return {
			node: node.index,
			kind: node.kind,
			anchor: node.anchor,
			depth,
			mark: text.content.slice(node.from, node.body).trim(),
			body: bodyOf(text.content, node),
			page: pageAt(text.content, node.body),
			state: states.find((state) => state === 'open') ?? states[0] ?? null,
			isLeftOut: states.length === 0 && left.has(node.index),
		};
	});
}

function groupsOf(open: OpenRegulation, takenIn: TakenIn): readonly CandidateGroup[] {
	const { candidates, decisions, structure, plan } = open;
	const problems = new Map<number, DecisionProblem['code']>(
		plan.problems.map(({ node, code }) => [node, code]),
	);
	const units = new Map(structure.units.map(({ key, name }) => [key, name]));
	const isApplied = open.text.state === 'applied';
	return [...Map.groupBy(candidates, ({ ownerText }) => ownerText ?? '')].map(([ownerText, own]) => {
		const owner = own[0]?.owner ?? { kind: 'unmatched' };
		const unitKey = unitOf(owner);
		return {
			ownerText,
			match: owner.kind,
			unit: unitKey === null ? null : (units.get(unitKey) ?? null),
			items: own.map(({ node, anchor, wording, same, isGeneral, way }) => ({
				...{ node, anchor, isGeneral, way },
				wording: decisions.get(node)?.wording ?? wording,
				state: stateOf(decisions.get(node)),
				isSame: same !== null && !isApplied,
				isTakenIn: takenIn.has(node),
				problem: isApplied ? null : (problems.get(node) ?? null),
			})),
			ready: own.filter((one) => !decisions.has(one.node) && isComplete(one)).length,
		};
	});
}

/** So many parts of one reason are listed; the text beside shows all. */
const MOST_LEFT_OUT = 100;

function leftOutOf({ leftOut, nodes, text, decisions }: OpenRegulation): readonly LeftOutGroup[] {
	const open = leftOut.filter(({ node }) => !decisions.has(node));
	return LEFT_OUT_REASONS.flatMap((reason): readonly LeftOutGroup[] => {
		const own = open.filter((one) => one.reason === reason);
		if (own.length === 0) return [];
		const items = own.slice(0, MOST_LEFT_OUT).flatMap(({ node }) => {
			const part = nodes[node];
			return part ? [{ node, anchor: part.anchor, body: excerptOf(bodyOf(text.content, part)) }] : [];
		});
		return [{ reason, count: own.length, items }];
	});
}

function currentOf(open: OpenRegulation, takenIn: TakenIn, at: number | null): CandidateDetail | null {
	const { candidates, decisions } = open;
	const isOpen = ({ node }: FunctionCandidate) => !decisions.has(node);
	const asked = candidates.findIndex(({ node, part }) => node === at || part === at);
	const reason = asked >= 0 ? undefined : open.leftOut.find(({ node }) => node === at)?.reason;
	const marked = reason === undefined || at === null ? undefined : handCandidate(open, at);
	const index =
		marked === undefined
			? asked >= 0
				? asked
				: Math.max(0, candidates.findIndex(isOpen))
			: candidates.findLastIndex(({ part }) => part < marked.part);
	const one = marked ?? candidates[index];
	if (!one) return null;
	const later = candidates.slice(index + 1).find(isOpen) ?? candidates.slice(0, index + 1).find(isOpen);
	return {
		...detailOf(open, one),
		leftOut: marked === undefined ? null : (reason ?? null),
		takenIn: takenIn.get(one.node) ?? null,
		previous: candidates[marked === undefined ? index - 1 : index]?.node ?? null,
		next: candidates[index + 1]?.node ?? null,
		nextOpen: later?.node ?? null,
	};
}

function detailOf(
	open: OpenRegulation,
	one: FunctionCandidate,
): Omit<CandidateDetail, 'leftOut' | 'takenIn' | 'previous' | 'next' | 'nextOpen'> {
	const { decisions, acts, text } = open;
	const decision = decisions.get(one.node);
	const actOf = (key: string) => acts.find((act) => act.key === key)?.abbreviation ?? { bg: key, en: null };
	const { node, part, anchor, page, wording: stated, context, ownerText, unread, way, isGeneral } = one;
	const isApplied = text.state === 'applied';
	return {
		...{
			node,
			part,
			anchor,
			page,
			stated,
			clauses: clausesToPart(open, one),
			context,
			ownerText,
			unread,
			way,
			isGeneral,
			match: one.owner.kind,
		},
		state: stateOf(decision),
		given: {
			wording: decision?.wording ?? one.wording,
			unit: (decision ? decision.unitKey : unitOf(one.owner)) ?? '',
			kind: decision?.kind ?? one.kind,
			area: (decision ? decision.policyArea : one.policyArea) ?? '',
			seen: decision?.revision ?? 0,
		},
		bases: one.bases.map(({ actKey, reference }) => ({
			act: actOf(actKey),
			reference: printReference(reference),
		})),
		same: isApplied || one.same === null ? null : named(open, one.same, 1),
		near: isApplied ? [] : one.near.flatMap(({ key, score }) => named(open, key, score) ?? []),
	};
}

/** A point of a list that names several acts and that nobody parted yet. */
function clausesToPart(
	{ text, candidates }: OpenRegulation,
	{ node, part, way, wording }: FunctionCandidate,
): readonly string[] {
	if (way !== 'list' || text.state === 'applied') return [];
	if (candidates.some((other) => other.part === part && other.node !== node)) return [];
	const clauses = clausesOfPoint(wording);
	return clauses.length > 1 ? clauses.map(toWording) : [];
}

function named({ structure }: OpenRegulation, key: FunctionKey, score: number): NamedFunction | null {
	const fn = structure.functions.find((one) => one.key === key);
	if (!fn) return null;
	const owner = structure.participations.find((one) => one.functionKey === key && one.role === 'accountable');
	const unit = structure.units.find((one) => one.key === owner?.unitKey)?.name ?? null;
	return { key, text: fn.text, score, unit };
}
