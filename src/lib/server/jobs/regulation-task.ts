import type { ActName } from '#lib/domain/imports/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { buildCorpus, createOverlapQuery, statementsOf } from '#lib/domain/overlap/index.ts';
import {
	findFunctions,
	findLeftOut,
	parseRegulation,
	proposeCandidates,
	type CandidateContext,
	type FunctionCandidate,
	type LeftOutPart,
	type NearFunction,
	type RegulationNode,
	type StatedFunction,
} from '#lib/domain/regulations/index.ts';
import { foldText } from '#lib/domain/shared/index.ts';

/** A text to read, and what its functions are held against; null where only the text is asked about. */
export interface RegulationTask {
	readonly content: string;
	readonly against: { readonly structure: Structure; readonly acts: readonly ActName[] } | null;
}

/** A text as it was read. */
export interface RegulationReading {
	readonly nodes: readonly RegulationNode[];
	readonly stated: readonly StatedFunction[];
	readonly leftOut: readonly LeftOutPart[];
	/** Empty where nothing was there to hold them against. */
	readonly candidates: readonly FunctionCandidate[];
}

/** Splits a text, finds its functions, and sets them beside the structure. */
export function readRegulation({ content, against }: RegulationTask): RegulationReading {
	const nodes = parseRegulation(content);
	const stated = findFunctions(content, nodes);
	const candidates =
		against === null ? [] : proposeCandidates(stated, { ...against, near: nearIn(against.structure) });
	return { nodes, stated, leftOut: findLeftOut(content, nodes, stated), candidates };
}

/** From this score two statements overlap (methodology §2.4, rule O). */
const NEAR_FROM = 0.5;
const MOST_NEAR = 3;

function nearIn(structure: Structure): CandidateContext['near'] {
	const statements = statementsOf(structure);
	const query = createOverlapQuery(buildCorpus(statements.map(({ statement }) => statement)));
	const home = foldText(structure.municipality.name.bg).replace(/^община /u, '');
	return (wording, unit) =>
		query({ id: 'candidate', unit, text: wording, home }, { threshold: NEAR_FROM, top: MOST_NEAR }).flatMap(
			({ statement, score }): readonly NearFunction[] => {
				const member = statements[statement]?.member;
				return member ? [{ key: member.functionKey, score }] : [];
			},
		);
}
