import { printReference } from '../legal/index.ts';
import type { Structure } from '../org/index.ts';
import type { AffinityReason } from './affinity.ts';
import { comparePair, labelOf, type OverlapLabel, type SharedTerm } from './compare.ts';
import { buildCorpus, type Corpus } from './corpus.ts';
import { DEFAULT_OVERLAP_OPTIONS, type OverlapOptions } from './options.ts';
import { mapPairs, type FoundPair } from './pair-list.ts';
import { findPairs } from './pairs.ts';
import { parseStatement } from './parse.ts';
import { tellSteps, type TellProgress } from './progress.ts';
import { weighByCatalogue } from './standard-pairs.ts';
import { statementsOf, type OverlapMember } from './structure-statements.ts';

/** What the structure knows of a pair besides its words. */
export type EvidenceReason =
	| AffinityReason
	| 'same-power'
	| 'same-basis'
	| 'same-area'
	| 'other-area'
	| 'same-kind'
	| 'nested-units'
	| 'territorial-split';

export interface StructureOverlap {
	/** Names the pair: both municipalities and function keys, the smaller first. */
	readonly key: string;
	readonly a: OverlapMember;
	readonly b: OverlapMember;
	readonly score: number;
	readonly subject: number;
	readonly actFactor: number;
	readonly scopeFactor: number;
	readonly label: OverlapLabel;
	readonly reasons: readonly EvidenceReason[];
	readonly shared: readonly SharedTerm[];
}

export interface StructureAnalysis {
	/** Slips of the pen that were put right: slip → right word. */
	readonly slips: ReadonlyMap<string, string>;
	/** Pairs of functions of different units of one municipality, best first. */
	readonly pairs: readonly StructureOverlap[];
	/** All pairs inside one unit; they never overlap, but one unit may have duties that should be apart. */
	readonly withinUnits: readonly StructureOverlap[];
	/** Pairs inside one unit: „повторение“, an error of the register (rule T). */
	readonly repetitions: readonly StructureOverlap[];
	/** Pairs of functions of two municipalities: the same function done in both. */
	readonly twins: readonly StructureOverlap[];
	/** Functions that are only the general clause; said once, never paired. */
	readonly generalClauses: readonly OverlapMember[];
	readonly functions: number;
}

/**
 * The overlaps of one or more structures by methodology §2.4. Words decide the score; power, basis, area, kind,
 * hierarchy and territory decide with it which label is the strongest that holds. `tell` hears how far it is.
 */
export function findStructureOverlaps(
	structures: readonly Structure[],
	options: Partial<OverlapOptions> = {},
	tell?: TellProgress,
): StructureAnalysis {
	const settled = { ...DEFAULT_OVERLAP_OPTIONS, ...options };
	const all = structures.flatMap(statementsOf);
	const members = all.map(({ member }) => member);
	tellSteps(tell, 'read', all.length);
	const corpus = buildCorpus(all.map(({ statement }) => statement));
	const searched = tellSteps(tell, 'search', corpus.rows.count);
	const found = weighByCatalogue(corpus, findPairs(corpus, settled, searched), settled.threshold);
	const explained = tellSteps(tell, 'explain', found.pairs.length);
	const compared = mapPairs(found.pairs, (pair, at) => {
		explained(at + 1);
		return toOverlap(corpus, members, pair, settled);
	}).flat();
	const isTwin = ({ a, b }: StructureOverlap) => a.municipalityId !== b.municipalityId;
	const isRepetition = (pair: StructureOverlap) =>
		!isTwin(pair) && pair.a.unitKey !== null && pair.a.unitKey === pair.b.unitKey;
	return {
		slips: corpus.slips,
		pairs: compared.filter((pair) => !isTwin(pair) && !isRepetition(pair)),
		withinUnits: compared.filter(isRepetition),
		repetitions: compared.filter((pair) => isRepetition(pair) && pair.label === 'duplication'),
		twins: compared.filter(isTwin),
		generalClauses: members.filter(({ fn }) => parseStatement(fn.text.bg).isGeneral),
		functions: members.length,
	};
}

function toOverlap(
	corpus: Corpus,
	members: readonly OverlapMember[],
	pair: FoundPair,
	options: OverlapOptions,
): readonly StructureOverlap[] {
	const [a, b] = [members[pair.a], members[pair.b]];
	if (!a || !b) return [];
	const compared = comparePair(corpus, pair, options);
	if (compared.reasons.includes('general-clause')) return [];
	const evidence = evidenceOf(a, b);
	return [
		{
			key: `${a.municipalityId}:${a.functionKey}|${b.municipalityId}:${b.functionKey}`,
			a,
			b,
			score: compared.score,
			subject: compared.subject,
			actFactor: compared.actFactor,
			scopeFactor: compared.scopeFactor,
			label: strongestLabel(labelOf(compared.score, compared.reasons, options), evidence),
			reasons: [...compared.reasons, ...evidence],
			shared: compared.shared,
		},
	];
}

/**
 * Rule D asks for the same power, basis or policy area besides the words; rule O for the same area or power. Work
 * for one settlement beside work for all is a territorial split.
 */
function strongestLabel(byWords: OverlapLabel, evidence: readonly EvidenceReason[]): OverlapLabel {
	const has = (reason: EvidenceReason) => evidence.includes(reason);
	if (has('territorial-split')) return 'related';
	if (byWords === 'duplication' || has('same-area') || has('same-power') || has('same-basis')) return byWords;
	return 'related';
}

function evidenceOf(a: OverlapMember, b: OverlapMember): readonly EvidenceReason[] {
	const reasons: EvidenceReason[] = [];
	if (a.fn.powers.some((power) => b.fn.powers.includes(power))) reasons.push('same-power');
	const bases = new Set(a.fn.bases.map(({ actKey, reference }) => `${actKey} ${printReference(reference)}`));
	if (b.fn.bases.some(({ actKey, reference }) => bases.has(`${actKey} ${printReference(reference)}`)))
		reasons.push('same-basis');
	reasons.push(a.fn.policyArea === b.fn.policyArea ? 'same-area' : 'other-area');
	if (a.fn.kind === b.fn.kind) reasons.push('same-kind');
	if (a.unitKey && b.unitKey && (a.above.includes(b.unitKey) || b.above.includes(a.unitKey)))
		reasons.push('nested-units');
	if (a.municipalityId === b.municipalityId && a.isTerritorial !== b.isTerritorial)
		reasons.push('territorial-split');
	return reasons;
}
