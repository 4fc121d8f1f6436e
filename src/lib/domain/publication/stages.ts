import type { Structure } from '../org/index.ts';
import {
	applyOperations,
	changeMarks,
	compareUnits,
	countStructure,
	diffStructures,
	phaseDay,
	structureRows,
	type Operation,
	type ScenarioLimits,
	type ScenarioRun,
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
export function stagesOf(run: ScenarioRun, effectiveOn: IsoDate, limits: ScenarioLimits): readonly Stage[] {
	const operations = run.steps.map(({ operation }) => operation);
	const dayOf = (operation: Operation) => phaseDay(operation, effectiveOn);
	const days = [...new Set([effectiveOn, ...operations.map(dayOf)])].sort();
	if (days.length < 2) return [];
	const stages: Stage[] = [];
	let before = run.before;
	for (const on of days) {
		const inEffect = operations.filter((operation) => dayOf(operation) <= on);
		const applied = applyOperations(run.before, inEffect, limits);
		if (!applied.ok) return [];
		const own = operations.filter((operation) => dayOf(operation) === on);
		stages.push(stageOf(before, applied.value, { on, operationIds: own.map(({ id }) => id) }));
		before = applied.value;
	}
	return stages;
}

function stageOf(before: Structure, after: Structure, day: Pick<Stage, 'on' | 'operationIds'>): Stage {
	const lines = councilCounts({ before, after });
	const units = lines.filter(({ part }) => part !== 'outside');
	const { units: marks } = changeMarks({
		diff: diffStructures(before, after),
		units: compareUnits(before, after),
	});
	const report = { structureBefore: [], structureAfter: structureRows(after, marks) };
	return {
		...{ ...day, units, other: lines.filter(({ part }) => part === 'outside') },
		numbers: countStructure(after),
		structure: councilRows({ report, units }, 'after'),
	};
}
