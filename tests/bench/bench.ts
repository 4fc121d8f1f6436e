import { benchApart } from './apart.ts';
import { benchChart } from './chart.ts';
import { benchCouncil } from './council.ts';
import { benchImport } from './import.ts';
import type { BenchRow } from './measure.ts';
import { benchMatrix } from './matrix.ts';
import { benchMillion } from './million.ts';
import { benchOverlap } from './overlap.ts';
import { benchPages } from './pages.ts';
import { benchRebase } from './rebase.ts';
import { benchPapers } from './papers.ts';
import { benchRollUp } from './roll-up.ts';
import { benchScenario } from './scenario.ts';
import { benchStart } from './start.ts';
import { benchStore } from './store.ts';
import { tableOf } from './table.ts';
import { benchWorkbook } from './workbook.ts';
import { benchSurvey } from './survey.ts';
import { benchTraining } from './training.ts';
import { benchWorkload } from './workload.ts';

type Say = (text: string) => void;

/** In the order of the table; small things first, before memory fills. */
const PARTS: Readonly<Record<string, (say: Say) => Promise<readonly BenchRow[]>>> = {
	store: benchStore,
	'roll-up': benchRollUp,
	rebase: benchRebase,
	survey: benchSurvey,
	training: benchTraining,
	workload: benchWorkload,
	overlap: benchOverlap,
	scenario: benchScenario,
	start: benchStart,
	matrix: benchMatrix,
	pages: benchPages,
	council: benchCouncil,
	chart: benchChart,
	papers: benchPapers,
	workbook: benchWorkbook,
	import: benchImport,
	apart: benchApart,
	million: benchMillion,
};

/** Takes minutes, so it is measured only when it is named. */
const ONLY_NAMED = ['million'];

/** Measures the parts named, or all but the longest, and prints the table of each as soon as it is known. */
export async function bench(names: readonly string[], io: { say: Say; print: Say }): Promise<void> {
	const unknown = names.find((name) => !(name in PARTS));
	if (unknown !== undefined) return io.print(`${unknown}? ${Object.keys(PARTS).join(' · ')}`);
	const rows: BenchRow[] = [];
	for (const [name, measure] of Object.entries(PARTS)) {
		if (names.length > 0 ? !names.includes(name) : ONLY_NAMED.includes(name)) continue;
		io.say(name);
		const measured = await measure(io.say);
		io.print(tableOf(measured));
		rows.push(...measured);
	}
	const aims = rows.filter((row) => row.isMet !== undefined);
	const missed = aims.filter((row) => row.isMet === false);
	io.print(`${aims.length - missed.length} of ${aims.length} aims met`);
	for (const row of missed) io.print(`✗ ${row.what}: ${row.measured} (${row.aim ?? ''})`);
}
