import { expect, it } from 'vitest';
import { byPhase, phaseHeadings, type PhaseView } from '#lib/components/scenario/phases.ts';
import { isoDate } from '#lib/domain/shared/index.ts';

const phase = (day: string, ...ids: readonly string[]): PhaseView => ({
	...{ startsOn: isoDate(day), day, isDecisionDay: false, title: '', narrative: '', numbers: null },
	...{ operations: ids.map((id, at) => ({ id, number: at + 1 })), refused: null },
});

it('puts operations under one heading for each day, in their order, and those of no phase last', () => {
	const phases = [phase('2027-01-01', 'b', 'd'), phase('2027-07-01', 'a', 'c')];
	const listed = byPhase(
		['a', 'x', 'b', 'c', 'd'].map((id) => ({ id })),
		phases,
	);
	expect(listed.map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c', 'x']);
	const headings = [...phaseHeadings(phases, listed)].map(([id, { day }]) => [id, day]);
	expect(headings).toEqual([
		['b', '2027-01-01'],
		['a', '2027-07-01'],
	]);
});
