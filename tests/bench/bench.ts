import type { BenchRow } from './measure.ts';
import { benchOverlap } from './overlap.ts';
import { benchPages } from './pages.ts';
import { benchRollUp } from './roll-up.ts';
import { benchStart } from './start.ts';
import { benchStore } from './store.ts';
import { tableOf } from './table.ts';
import { benchWorkbook } from './workbook.ts';

type Say = (text: string) => void;

/** In the order of the table; small things first, before memory fills. */
const PARTS: Readonly<Record<string, (say: Say) => Promise<readonly BenchRow[]>>> = {
	store: benchStore,
	'roll-up': benchRollUp,
	overlap: benchOverlap,
	start: benchStart,
	pages: benchPages,
	workbook: benchWorkbook,
};

/** Measures the parts named, or all of them, and answers the table. */
export async function bench(names: readonly string[], say: Say): Promise<string> {
	const unknown = names.find((name) => !(name in PARTS));
	if (unknown !== undefined) return `${unknown}? ${Object.keys(PARTS).join(' · ')}`;
	const rows: BenchRow[] = [];
	for (const [name, measure] of Object.entries(PARTS)) {
		if (names.length > 0 && !names.includes(name)) continue;
		say(name);
		rows.push(...(await measure(say)));
	}
	return tableOf(rows);
}
