import { findOverlaps } from '#lib/domain/overlap/index.ts';
import { mediansInTurns, ms, ratio, type BenchRow } from './measure.ts';
import { naiveOverlaps } from './naive-overlap.ts';
import { benchStatements } from './overlap-corpus.ts';

const THRESHOLD = 0.5;
const CASES = [
	{ size: 2_000, rounds: 5 },
	{ size: 20_000, rounds: 3 },
] as const;

/** From texts to labelled pairs, against the naive product, in turns. */
export async function benchOverlap(say: (text: string) => void): Promise<readonly BenchRow[]> {
	const rows: BenchRow[] = [];
	for (const { size, rounds } of CASES) {
		say(`overlap of ${size} statements`);
		const statements = benchStatements(size);
		const texts = statements.map((statement) => statement.text);
		const found = findOverlaps(statements, { threshold: THRESHOLD, top: 10 }).pairs.length;
		const { own, peer } = await mediansInTurns(rounds, [
			() => findOverlaps(statements, { threshold: THRESHOLD, top: 10 }),
			() => naiveOverlaps(texts, THRESHOLD),
		]);
		rows.push({
			what: `overlap of ${size} statements, ${found} pairs`,
			measured: ms(own),
			peer: `naive inverted-index TF-IDF ${ms(peer)} = ${ratio(own, peer)}`,
		});
	}
	return rows;
}
