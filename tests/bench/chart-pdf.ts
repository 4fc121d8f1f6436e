import type { PaperUnit } from '#exports/chart/model.ts';
import { chartPdf } from '#exports/chart/pdf.ts';
import { medianOf, ms, type BenchRow } from './measure.ts';
import { benchUnits } from './chart-units.ts';

const SIZE = 5_000;
const AIM_MS = 5_000;

/** The chart as a vector PDF, on A3 pages that refer to each other and as one large sheet. */
export async function benchChartPdf(say: (text: string) => void): Promise<readonly BenchRow[]> {
	const units = benchUnits(SIZE).map((unit): PaperUnit => ({
		...unit,
		figures: '1 бр.',
		isReconstructed: false,
	}));
	const paper = {
		...{ units, title: 'Структура', municipality: 'Община', subtitle: '', locale: 'bg' as const },
		createdAt: '2026-11-21T09:00:00.000Z',
	};
	const rows: BenchRow[] = [];
	for (const mode of ['pages', 'poster'] as const) {
		say(`PDF of ${SIZE} boxes, ${mode}`);
		const time = await medianOf(3, () => chartPdf(paper, { paper: 'A3', mode }));
		rows.push({
			what: `chart of ${SIZE} boxes as PDF: ${mode}`,
			measured: ms(time),
			aim: `≤ ${AIM_MS / 1000} s`,
			isMet: time <= AIM_MS,
		});
	}
	return rows;
}
