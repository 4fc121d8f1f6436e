import { printReference } from '#lib/domain/legal/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import {
	bodyOf,
	pageAt,
	unitOf,
	type DecisionProblem,
	type FunctionCandidate,
	type NodeKind,
	type OwnerMatch,
} from '#lib/domain/regulations/index.ts';
import { ok, type FunctionKey, type Result, type UnitKey, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { RegulationText, StoredDecision } from '../queries/regulation.ts';
import { openRegulation, type OpenRegulation } from './regulation-open.ts';
import { isComplete } from './regulation-decide.ts';

export type ReviewState = 'open' | 'accepted' | 'skipped';

/** A part of the act as the left pane shows it. */
export interface TextPart {
	readonly node: number;
	readonly kind: NodeKind;
	readonly anchor: string;
	readonly depth: number;
	readonly mark: string;
	readonly body: string;
	readonly page: number | null;
	/** Null where the part states no function. */
	readonly state: ReviewState | null;
}

export interface CandidateLine {
	readonly node: number;
	readonly anchor: string;
	readonly wording: string;
	readonly state: ReviewState;
	readonly isSame: boolean;
	readonly problem: DecisionProblem['code'] | null;
}

export interface CandidateGroup {
	/** As the act names the unit; empty where it does not. */
	readonly ownerText: string;
	readonly match: OwnerMatch['kind'];
	readonly unit: LocalText | null;
	readonly items: readonly CandidateLine[];
	/** Functions that „приемете всички“ would accept. */
	readonly ready: number;
}

export interface NamedFunction {
	readonly key: FunctionKey;
	readonly text: LocalText;
	readonly score: number;
	readonly unit: LocalText | null;
}

export interface CandidateDetail {
	readonly node: number;
	readonly anchor: string;
	readonly page: number | null;
	readonly stated: string;
	readonly context: string | null;
	readonly ownerText: string | null;
	readonly match: OwnerMatch['kind'];
	readonly state: ReviewState;
	/** What the form shows: the decision, else what is proposed. */
	readonly given: {
		readonly wording: string;
		readonly unit: string;
		readonly kind: FunctionCandidate['kind'];
		readonly area: string;
		readonly seen: number;
	};
	readonly bases: readonly { readonly act: LocalText; readonly reference: string }[];
	readonly unread: readonly string[];
	readonly same: NamedFunction | null;
	readonly near: readonly NamedFunction[];
	readonly previous: number | null;
	readonly next: number | null;
	/** The next one that nobody decided yet. */
	readonly nextOpen: number | null;
}

export interface RegulationPage {
	readonly text: Pick<
		RegulationText,
		'id' | 'title' | 'fileName' | 'state' | 'notes' | 'createdAt' | 'actKey'
	>;
	readonly parts: readonly TextPart[];
	readonly groups: readonly CandidateGroup[];
	readonly current: CandidateDetail | null;
	readonly decided: number;
	readonly total: number;
	readonly plan: { readonly added: number; readonly updated: number; readonly problems: number };
	readonly target: {
		readonly versionId: VersionId;
		readonly label: LocalText;
		readonly isWorking: boolean;
		readonly choices: readonly { readonly id: VersionId; readonly label: LocalText }[];
	};
	readonly units: readonly { readonly key: UnitKey; readonly name: LocalText }[];
	readonly areas: readonly { readonly key: string; readonly name: LocalText }[];
	readonly mark: string;
}

/** The two panes of the review; `at` is the function looked at, else the first that nobody decided. */
export async function viewRegulation(
	ctx: Ctx,
	slug: string,
	id: string,
	at: number | null,
): Promise<Result<RegulationPage, Refused>> {
	const opened = await openRegulation(ctx, slug, id);
	if (!opened.ok) return opened;
	const open = opened.value;
	const { text, candidates, decisions, plan, version, workingVersions, structure, areas } = open;
	const problems = new Map(plan.problems.map(({ node, code }) => [node, code]));
	const { title, fileName, state, notes, createdAt, actKey } = text;
	return ok({
		text: { id: text.id, title, fileName, state, notes, createdAt, actKey },
		parts: partsOf(open),
		groups: groupsOf(open, problems),
		current: currentOf(open, at),
		decided: candidates.filter(({ node }) => decisions.has(node)).length,
		total: candidates.length,
		plan: { added: plan.added, updated: plan.updated, problems: plan.problems.length },
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

function stateOf(decision: StoredDecision | undefined): ReviewState {
	return decision?.outcome ?? 'open';
}

function partsOf({ nodes, text, candidates, decisions }: OpenRegulation): readonly TextPart[] {
	const stated = new Set(candidates.map(({ node }) => node));
	const depths: number[] = [];
	return nodes.map((node) => {
		const depth = node.parent === null ? 0 : (depths[node.parent] ?? 0) + 1;
		depths.push(depth);
		return {
			node: node.index,
			kind: node.kind,
			anchor: node.anchor,
			depth,
			mark: text.content.slice(node.from, node.body).trim(),
			body: bodyOf(text.content, node),
			page: pageAt(text.content, node.body),
			state: stated.has(node.index) ? stateOf(decisions.get(node.index)) : null,
		};
	});
}

function groupsOf(
	{ candidates, decisions, structure }: OpenRegulation,
	problems: ReadonlyMap<number, DecisionProblem['code']>,
): readonly CandidateGroup[] {
	const units = new Map(structure.units.map(({ key, name }) => [key, name]));
	return [...Map.groupBy(candidates, ({ ownerText }) => ownerText ?? '')].map(([ownerText, own]) => {
		const owner = own[0]?.owner ?? { kind: 'unmatched' };
		const unitKey = unitOf(owner);
		return {
			ownerText,
			match: owner.kind,
			unit: unitKey === null ? null : (units.get(unitKey) ?? null),
			items: own.map((one) => ({
				node: one.node,
				anchor: one.anchor,
				wording: decisions.get(one.node)?.wording ?? one.wording,
				state: stateOf(decisions.get(one.node)),
				isSame: one.same !== null,
				problem: problems.get(one.node) ?? null,
			})),
			ready: own.filter((one) => !decisions.has(one.node) && isComplete(one)).length,
		};
	});
}

function currentOf(open: OpenRegulation, at: number | null): CandidateDetail | null {
	const { candidates, decisions, acts } = open;
	const isOpen = ({ node }: FunctionCandidate) => !decisions.has(node);
	const asked = candidates.findIndex(({ node }) => node === at);
	const index = asked >= 0 ? asked : Math.max(0, candidates.findIndex(isOpen));
	const one = candidates[index];
	if (!one) return null;
	const decision = decisions.get(one.node);
	const later = candidates.slice(index + 1).find(isOpen) ?? candidates.slice(0, index).find(isOpen);
	const actOf = (key: string) => acts.find((act) => act.key === key)?.abbreviation ?? { bg: key, en: null };
	return {
		...{ node: one.node, anchor: one.anchor, page: one.page, stated: one.wording, context: one.context },
		...{ ownerText: one.ownerText, match: one.owner.kind, unread: one.unread },
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
		same: one.same === null ? null : named(open, one.same, 1),
		near: one.near.flatMap(({ key, score }) => named(open, key, score) ?? []),
		previous: candidates[index - 1]?.node ?? null,
		next: candidates[index + 1]?.node ?? null,
		nextOpen: later?.node ?? null,
	};
}

function named({ structure }: OpenRegulation, key: FunctionKey, score: number): NamedFunction | null {
	const fn = structure.functions.find((one) => one.key === key);
	if (!fn) return null;
	const owner = structure.participations.find((one) => one.functionKey === key && one.role === 'accountable');
	const unit = structure.units.find((one) => one.key === owner?.unitKey)?.name ?? null;
	return { key, text: fn.text, score, unit };
}
