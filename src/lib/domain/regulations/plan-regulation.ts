import type { CellSource, ImportChange } from '../imports/index.ts';
import {
	freshKey,
	MAX_LENGTH,
	type AdminFunction,
	type FunctionBasis,
	type FunctionKind,
	type Participation,
	type Structure,
} from '../org/index.ts';
import { asId, type FunctionKey, type UnitKey } from '../shared/index.ts';
import { indexWordings, wordingKey, type FunctionCandidate } from './candidates.ts';

/** What a person decided about one stated function. */
export interface CandidateDecision {
	readonly node: number;
	readonly outcome: 'accepted' | 'skipped';
	readonly wording: string;
	readonly unitKey: UnitKey | null;
	readonly kind: FunctionKind;
	readonly policyArea: string | null;
}

/** Why an accepted function cannot be written. */
export interface DecisionProblem {
	readonly node: number;
	readonly code: 'regulations/no-unit' | 'regulations/no-area' | 'regulations/wording' | 'regulations/twice';
}

export interface RegulationPlan {
	readonly changes: readonly ImportChange[];
	readonly problems: readonly DecisionProblem[];
	readonly added: number;
	/** Functions of the structure with the same wording whose legal basis is completed. */
	readonly updated: number;
}

export interface RegulationPlanContext {
	readonly structure: Structure;
	/** Key of the organisational rules in the register of acts. */
	readonly actKey: string;
	/** How the act is named as a source. */
	readonly title: string;
	readonly prefix: string;
	readonly policyAreas: ReadonlySet<string>;
}

/**
 * What accepted functions change in a structure: a new function with the unit that answers for it, or — where the
 * structure has one of the same wording — its legal basis. The place in the act is a basis of each. A decision that
 * cannot be written is a problem and changes nothing.
 */
export function planRegulation(
	candidates: readonly FunctionCandidate[],
	decisions: ReadonlyMap<number, CandidateDecision>,
	context: RegulationPlanContext,
): RegulationPlan {
	const { structure } = context;
	const desk: Desk = {
		context,
		functions: new Map(structure.functions.map((fn) => [fn.key, fn])),
		byWording: indexWordings(structure),
		units: new Set(structure.units.map(({ key }) => key)),
		taken: new Set(structure.functions.map(({ key }) => key)),
		written: new Set(),
		sort: structure.functions.reduce((highest, fn) => Math.max(highest, fn.sort), 0),
		changes: [],
		problems: [],
	};
	for (const candidate of candidates) {
		const decision = decisions.get(candidate.node);
		if (decision?.outcome === 'accepted') takeIn(desk, candidate, decision);
	}
	const functions = desk.changes.filter(({ entity }) => entity === 'function');
	return {
		changes: desk.changes,
		problems: desk.problems,
		added: functions.filter(({ before }) => before === null).length,
		updated: functions.filter(({ before }) => before !== null).length,
	};
}

interface Desk {
	readonly context: RegulationPlanContext;
	readonly functions: ReadonlyMap<FunctionKey, AdminFunction>;
	readonly byWording: ReadonlyMap<string, FunctionKey>;
	readonly units: ReadonlySet<UnitKey>;
	readonly taken: Set<string>;
	readonly written: Set<string>;
	sort: number;
	readonly changes: ImportChange[];
	readonly problems: DecisionProblem[];
}

function takeIn(desk: Desk, candidate: FunctionCandidate, decision: CandidateDecision): void {
	const code = problemOf(desk, decision);
	if (code) {
		desk.problems.push({ node: candidate.node, code });
		return;
	}
	desk.written.add(wordingKey(decision.wording));
	const twin = desk.functions.get(desk.byWording.get(wordingKey(decision.wording)) ?? ('' as FunctionKey));
	const bases = basesOf(candidate, desk.context.actKey, twin?.bases ?? []);
	const sources = sourcesOf(candidate);
	const from = { sheet: 0, row: candidate.node };
	if (twin) {
		if (bases.length === twin.bases.length) return;
		const after: AdminFunction = { ...twin, bases };
		const basis = sources.filter(({ field }) => field === 'basis');
		desk.changes.push({ entity: 'function', key: twin.key, before: twin, after, from, sources: basis });
		return;
	}
	const after = newFunction(desk, decision, bases);
	desk.changes.push({ entity: 'function', key: after.key, before: null, after, from, sources });
	if (decision.unitKey === null) return;
	const part: Participation = {
		functionKey: after.key,
		unitKey: decision.unitKey,
		postKey: null,
		role: 'accountable',
		share: null,
	};
	const key = `${part.functionKey}|${part.unitKey}|`;
	desk.changes.push({ entity: 'participation', key, before: null, after: part, from, sources: [] });
}

function problemOf(desk: Desk, decision: CandidateDecision): DecisionProblem['code'] | undefined {
	const { wording, unitKey, policyArea } = decision;
	const key = wordingKey(wording);
	if (key === '' || wording.length > MAX_LENGTH.statement) return 'regulations/wording';
	if (desk.written.has(key)) return 'regulations/twice';
	if (desk.byWording.has(key)) return undefined;
	if (unitKey === null || !desk.units.has(unitKey)) return 'regulations/no-unit';
	if (policyArea === null || !desk.context.policyAreas.has(policyArea)) return 'regulations/no-area';
	return undefined;
}

function newFunction(
	desk: Desk,
	{ wording, kind, policyArea }: CandidateDecision,
	bases: readonly FunctionBasis[],
): AdminFunction {
	const key = freshKey(desk.context.prefix, `f-${wording}`, desk.taken);
	desk.taken.add(key);
	return {
		key: asId<FunctionKey>(key),
		text: { bg: wording, en: null },
		kind,
		policyArea: policyArea ?? '',
		generalCategory: null,
		territory: null,
		bases,
		powers: [],
		origin: { verification: 'verified', source: desk.context.title.slice(0, 490), asOf: null },
		sort: (desk.sort += 1),
	};
}

/** What the function had, what the point cites, and the place of the point itself, each once. */
function basesOf(
	candidate: FunctionCandidate,
	actKey: string,
	before: readonly FunctionBasis[],
): readonly FunctionBasis[] {
	const all = [...before, ...candidate.bases, { actKey, reference: candidate.reference }];
	return [...new Map(all.map((basis) => [placeKey(basis), basis])).values()];
}

function placeKey({ actKey, reference }: FunctionBasis): string {
	const { paragraph, article, subParagraph, point, letter } = reference;
	return JSON.stringify([actKey, paragraph, article, subParagraph, point, letter]);
}

/** The place in the act stands where a table has its cell, the page where it has its sheet. */
function sourcesOf({ anchor, page, ownerText }: FunctionCandidate): readonly CellSource[] {
	const sheet = page === null ? '—' : String(page);
	const fields: readonly CellSource['field'][] = [
		'text',
		'basis',
		...(ownerText === null ? [] : (['unit'] as const)),
	];
	return fields.map((field) => ({ field, sheet, cell: anchor }));
}
