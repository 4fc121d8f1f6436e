import {
	changeMarks,
	compareUnits,
	countStructure,
	diffStructures,
	stagesInForce,
	structureRows,
	type PhaseFrame,
	type ScenarioRun,
	type StageInForce,
	type StructureNumbers,
} from '../scenario/index.ts';
import type { IsoDate, OperationId } from '../shared/index.ts';
import { councilCounts, type CouncilUnit } from './council-counts.ts';
import { councilRows, type CouncilRow } from './council-rows.ts';

/** The structure that holds from one day of a change in steps until the next, as its annexes state it. */
export interface Stage {
	readonly on: IsoDate;
	/** What takes effect on that day, in the order of the list; none where the decision begins with what holds already. */
	readonly operationIds: readonly OperationId[];
	readonly numbers: StructureNumbers;
	/** Units down to the level of the decision, marked by how they differ from what held until that day. */
	readonly structure: readonly CouncilRow[];
	/** Posts until that day and from it, of the administration and of other activities. */
	readonly units: readonly CouncilUnit[];
	readonly other: readonly CouncilUnit[];
}

/**
 * The days of a change that takes effect in steps, each with the whole structure from that day. Empty for a change that
 * takes effect at once, and for one whose earlier steps rest on later ones: then no such structure ever holds.
 * Example (Русе, 2008): from the decision on 310 posts, from 1 July 275; the second stage says 310 → 275.
 */
export function stagesOf(run: ScenarioRun, frame: PhaseFrame): readonly Stage[] {
	const stages = stagesInForce(run, frame);
	return stages.ok && stages.value.length > 1 ? stages.value.map(stageOf) : [];
}

function stageOf({ on, operationIds, before, after }: StageInForce): Stage {
	const lines = councilCounts({ before, after });
	const units = lines.filter(({ part }) => part !== 'outside');
	const { units: marks } = changeMarks({
		diff: diffStructures(before, after),
		units: compareUnits(before, after),
	});
	const report = { structureBefore: [], structureAfter: structureRows(after, marks) };
	return {
		...{ on, operationIds, units, other: lines.filter(({ part }) => part === 'outside') },
		numbers: countStructure(after),
		structure: councilRows({ report, units }, 'after'),
	};
}
