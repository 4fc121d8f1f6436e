import { ancestorKeys, type UnitKey } from '../shared/index.ts';
import { diffStructures, type StructureDiff } from './diff.ts';
import { compareUnits } from './impact.ts';
import { changeMarks, structureRows, type StructureRow } from './report.ts';
import type { OperationBody } from './operation.ts';
import type { ScenarioRun } from './run.ts';

/** A structure before and after with the difference of its units: what a chart and its table are drawn from. */
export interface StructurePicture {
	readonly before: readonly StructureRow[];
	readonly after: readonly StructureRow[];
	readonly diff: Pick<StructureDiff, 'units'>;
}

/** The whole picture of two structures. */
export function structurePicture({ before, after }: Pick<ScenarioRun, 'before' | 'after'>): StructurePicture {
	const diff = diffStructures(before, after);
	const marks = changeMarks({ diff, units: compareUnits(before, after) });
	return {
		before: structureRows(before, marks.units),
		after: structureRows(after, marks.units),
		diff: { units: diff.units },
	};
}

/**
 * The part of a picture that a reader needs: units that are touched, the unit that receives what is left of them, and
 * the units above them, on either side. Null when no unit is created, closed, moved or changed in itself.
 * Example: „А“ merges into „Б“ under „В“ → before „В“, „А“, „Б“, after „В“, „Б“.
 */
export function touchedPicture(picture: StructurePicture, operation: OperationBody): StructurePicture | null {
	const { created, closed, changed } = picture.diff.units;
	const units = [...created, ...closed, ...changed.flatMap(({ before, after }) => [before, after])];
	if (units.length === 0) return null;
	const touched = [...units.map((unit) => unit.key), ...receivingUnits(operation)];
	const origins = units.flatMap((unit) => unit.parentKey ?? []);
	return {
		before: withAbove(picture.before, [...touched, ...origins]),
		after: withAbove(picture.after, [...touched, ...origins]),
		diff: picture.diff,
	};
}

/** The unit into which others go: it may stay as it is in everything but what it holds. */
function receivingUnits(operation: OperationBody): readonly UnitKey[] {
	if (operation.kind === 'unit-merge') return [operation.payload.targetKey];
	if (operation.kind !== 'unit-close' || operation.payload.takenOverBy === null) return [];
	return [operation.payload.takenOverBy];
}

function withAbove(rows: readonly StructureRow[], keys: readonly UnitKey[]): readonly StructureRow[] {
	const units = new Map(rows.map(({ unit }) => [unit.key, unit]));
	const wanted = new Set(
		keys.filter((key) => units.has(key)).flatMap((key) => [key, ...ancestorKeys(units, key)]),
	);
	return rows.filter(({ unit }) => wanted.has(unit.key));
}
