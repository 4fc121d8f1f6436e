import { computeCompetencyMatrix } from './competency-matrix.ts';
import type { CompetencyCell, NeedCauseKind, TrainingNeed } from './need-types.ts';
import { isSmallGroup, SMALLEST_GROUP } from './suppression.ts';

/** How much of a need is told to whoever may not see the persons of its unit. */
export type NeedTelling = 'whole' | 'without-unit' | 'nothing';

/** Causes that lie in the people themselves: that the need exists at all says something of what they know or asked. */
const PERSONAL: readonly NeedCauseKind[] = ['gap', 'certificate', 'wish'];

/**
 * What may be told of needs beside the published map of competencies by unit, so that no need says what the map hides.
 * A need that lies in the people is told with its unit where the map shows the place of the unit and the competency,
 * without its unit where the map hides the place, and not at all where the map hides the competency altogether.
 * Where the map has no such place, the need is told with its unit when it names enough people.
 * Causes that lie elsewhere – an operation, a rule, an appointment – are told whole.
 * Example: of two people in A and four in B leadership is asked → B is hidden with A (see `hiddenParts`), so a low
 * assessment in either is told as „leadership, unit not shown“; of two people in all → not told.
 */
export function needTelling(
	cells: readonly CompetencyCell[],
	minimum: number = SMALLEST_GROUP,
): (need: Pick<TrainingNeed, 'cause' | 'unitKey' | 'competencyKey' | 'people'>) => NeedTelling {
	const map = computeCompetencyMatrix({ cells, rowOf: (cell) => cell.unitKey, minimumPeople: minimum });
	return ({ cause, unitKey, competencyKey, people }) => {
		if (!PERSONAL.includes(cause.kind)) return 'whole';
		const isFew = isSmallGroup(people.length, minimum);
		if (competencyKey === null) return isFew ? 'without-unit' : 'whole';
		if (map.columnTotals.get(competencyKey)?.isSuppressed === true) return 'nothing';
		const place = map.cells.get(unitKey)?.get(competencyKey);
		if (place === undefined) return isFew ? 'without-unit' : 'whole';
		return place.state === 'suppressed' ? 'without-unit' : 'whole';
	};
}
