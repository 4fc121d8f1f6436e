import type { WorkloadFigure } from '#lib/domain/workload/index.ts';
import { utilisationText } from '#lib/components/workload/view.ts';
import { formatChange, formatFte, formatHeadcount, formatNumber } from '#lib/i18n/format.ts';
import { nameOfWorkloadClass } from '#lib/i18n/workload-names.ts';
import { m } from '#lib/paraglide/messages.js';

/** Own workload of a unit on both sides; null where it does not stand. */
export interface WorkloadSides {
	readonly before: WorkloadFigure | null;
	readonly after: WorkloadFigure | null;
}

/** One figure in words: before, after and the difference, which is „–“ where one of them is not known. */
export type Triple = readonly [before: string, after: string, difference: string];

const NOWHERE = '–';

export function needTriple(sides: WorkloadSides): Triple {
	const value = (figure: WorkloadFigure | null) =>
		figure?.need.kind === 'measured' ? figure.need.value.expected : null;
	const text = (figure: WorkloadFigure) => {
		const need = value(figure);
		return need === null ? m.common_not_measured() : formatFte(need);
	};
	return triple(sides, { value, text, print: (change) => formatFte(change) });
}

/** Whether the need or the occupied posts differ at the precision of the table. */
export function showsChange(sides: WorkloadSides): boolean {
	return [needTriple(sides), occupiedTriple(sides)].some(([before, after]) => before !== after);
}

export function occupiedTriple(sides: WorkloadSides): Triple {
	return triple(sides, {
		value: (figure) => figure?.occupied ?? null,
		text: (figure) => formatHeadcount(figure.occupied),
		print: (change) => formatHeadcount(change),
	});
}

/** Without a verdict there is no percentage: its class stands in its place. The difference is in percentage points. */
export function utilisationTriple(sides: WorkloadSides): Triple {
	return triple(sides, {
		value: (figure) => (figure && utilisationText(figure) ? figure.utilisation : null),
		text: (figure) => utilisationText(figure) || nameOfWorkloadClass(figure.class),
		print: (change) => m.scenario_impact_points({ points: formatNumber(change * 100, { digits: 0 }) }),
	});
}

interface Reading {
	readonly value: (figure: WorkloadFigure | null) => number | null;
	readonly text: (figure: WorkloadFigure) => string;
	readonly print: (change: number) => string;
}

function triple({ before, after }: WorkloadSides, { value, text, print }: Reading): Triple {
	const [was, is] = [value(before), value(after)];
	// The difference of what is shown, so that equal texts never stand beside „+0,01“.
	const shown = (number: number) => Math.round(number * 100) / 100;
	const change =
		was === null || is === null
			? NOWHERE
			: formatChange(Math.round((shown(is) - shown(was)) * 100) / 100, print);
	return [before ? text(before) : NOWHERE, after ? text(after) : NOWHERE, change];
}
