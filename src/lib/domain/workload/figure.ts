import { NOT_MEASURED, headcount, measured, share, type Headcount, type Measured } from '../shared/index.ts';
import type { Coverage } from './coverage.ts';
import { sumCoverage } from './coverage.ts';
import { sumEstimates, type Estimate } from './estimate.ts';
import { classifyUtilisation, type WorkloadClass, type WorkloadThresholds } from './thresholds.ts';

/** Needed against available staff, with the uncertainty of the need and the coverage of the measurement. */
export interface WorkloadFigure {
	/** Full posts needed; `not-measured` where nobody measured, never 0. */
	readonly need: Measured<Estimate>;
	readonly approved: Headcount;
	readonly occupied: Headcount;
	/** Posts of the units that the need speaks about; the balance is taken against these only. */
	readonly compared: { readonly approved: Headcount; readonly occupied: Headcount };
	/** Occupied − expected need; negative is a shortage; null when not measured. */
	readonly difference: number | null;
	/** Expected need ÷ occupied posts; null when not measured or nobody is there. */
	readonly utilisation: number | null;
	/** Expected need ÷ approved posts. */
	readonly utilisationApproved: number | null;
	/** Occupied ÷ expected need (the WISN ratio); null when nothing is needed. */
	readonly ratio: number | null;
	readonly coverage: Coverage;
	readonly class: WorkloadClass;
	/** Classes at the least and at the greatest need; equal means that the verdict does not hang on the estimate. */
	readonly classRange: { readonly low: WorkloadClass; readonly high: WorkloadClass };
}

export interface FigureInput {
	readonly need: Estimate | null;
	readonly approved: number;
	readonly occupied: number;
	readonly compared?: { readonly approved: number; readonly occupied: number };
	readonly coverage: Coverage;
}

/** One figure from its parts; `need` null means not measured. */
export function makeFigure(input: FigureInput, thresholds: WorkloadThresholds): WorkloadFigure {
	const { need, coverage } = input;
	const compared = input.compared ?? { approved: input.approved, occupied: input.occupied };
	const base = {
		approved: headcount(input.approved),
		occupied: headcount(input.occupied),
		compared: { approved: headcount(compared.approved), occupied: headcount(compared.occupied) },
		coverage,
	};
	if (!need) return { ...base, ...NOTHING_KNOWN };
	const classOf = (fte: number) =>
		classifyUtilisation(
			{ utilisation: quotient(fte, compared.occupied), coverage: coverage.share ?? 0 },
			thresholds,
		);
	return {
		...base,
		need: measured(need, coverage.share ?? share(0)),
		difference: compared.occupied - need.expected,
		utilisation: quotient(need.expected, compared.occupied),
		utilisationApproved: quotient(need.expected, compared.approved),
		ratio: quotient(compared.occupied, need.expected),
		class: classOf(need.expected),
		classRange: { low: classOf(need.low), high: classOf(need.high) },
	};
}

/** Several units as one: needs and posts are added; only measured units enter the balance. */
export function sumFigures(
	figures: readonly WorkloadFigure[],
	thresholds: WorkloadThresholds,
): WorkloadFigure {
	const total = (value: (figure: WorkloadFigure) => number) =>
		figures.reduce((sum, figure) => sum + value(figure), 0);
	const known = figures.flatMap(({ need }) => (need.kind === 'measured' ? [need.value] : []));
	return makeFigure(
		{
			need: known.length > 0 ? sumEstimates(known) : null,
			approved: total((figure) => figure.approved),
			occupied: total((figure) => figure.occupied),
			compared: {
				approved: total((figure) => comparedOf(figure).approved),
				occupied: total((figure) => comparedOf(figure).occupied),
			},
			coverage: sumCoverage(figures.map((figure) => figure.coverage)),
		},
		thresholds,
	);
}

const NOTHING_KNOWN = {
	need: NOT_MEASURED,
	difference: null,
	utilisation: null,
	utilisationApproved: null,
	ratio: null,
	class: 'not-measured',
	classRange: { low: 'not-measured', high: 'not-measured' },
} as const;

function comparedOf(figure: WorkloadFigure): { readonly approved: number; readonly occupied: number } {
	return figure.need.kind === 'measured' ? figure.compared : { approved: 0, occupied: 0 };
}

function quotient(part: number, whole: number): number | null {
	return whole > 0 ? part / whole : null;
}
