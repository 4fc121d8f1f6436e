import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
	buildCorpus,
	createOverlapQuery,
	DEFAULT_OVERLAP_OPTIONS,
	findOverlaps,
	findPairs,
} from '#lib/domain/overlap/index.ts';
import { findPairsInThreads } from '#cli/commands/overlap-threads.ts';
import { keepThreads } from '#lib/server/jobs/kept-thread.ts';
import type { OverlapTask } from '#lib/server/jobs/overlap-worker.ts';
import { workerFile } from '#lib/server/jobs/workers.ts';
import { demoStructure } from '#tests/support/fixtures.ts';
import { mediansInTurns, ms, percentile, ratio, type BenchRow } from './measure.ts';
import { naiveOverlaps } from './naive-overlap.ts';
import { benchStatements } from './overlap-corpus.ts';

type Statements = ReturnType<typeof benchStatements>;
type Say = (text: string) => void;

const OPTIONS = { threshold: 0.5, top: 10 };
const CASES = [
	{ size: 2_000, rounds: 15, warming: 15, aim: 10 },
	{ size: 20_000, rounds: 3, warming: 0, aim: undefined },
] as const;
const COUNTRY = 200_000;
const QUESTIONS = 400;
const QUESTION_AIM_MS = 0.1;
const EDIT_AIM_MS = 50;
const PAGE_EDITS = 30;

/** From texts to labelled pairs, against the naive product, in turns; then one edit, and a country. */
export async function benchOverlap(say: Say): Promise<readonly BenchRow[]> {
	const rows: BenchRow[] = [];
	for (const { size, aim, ...times } of CASES) {
		say(`overlap of ${size} statements`);
		rows.push(...(await benchSize(benchStatements(size), times, aim)));
	}
	say('overlaps of a municipality after one edit');
	rows.push(await benchPageEdit());
	say(`overlap of ${COUNTRY} statements`);
	return [...rows, ...(await benchCountry(benchStatements(COUNTRY)))];
}

/** „Again“ knows the texts from before, as when one statement of many was edited; „never seen“ reads them all. */
async function benchSize(
	statements: Statements,
	{ rounds, warming }: { readonly rounds: number; readonly warming: number },
	aim?: number,
): Promise<readonly BenchRow[]> {
	const size = statements.length;
	const texts = statements.map((statement) => statement.text);
	const started = performance.now();
	const found = findOverlaps(statements, OPTIONS).pairs.length;
	const first = performance.now() - started;
	const { own, peer } = await mediansInTurns(
		rounds,
		[() => findOverlaps(statements, OPTIONS), () => naiveOverlaps(texts, OPTIONS.threshold)],
		warming,
	);
	const edit = await medianOfEdits(statements, rounds);
	return [
		{ what: `overlap of ${size} statements never seen, ${found} pairs`, measured: ms(first) },
		{
			what: `overlap of ${size} statements again`,
			measured: ms(own),
			peer: `naive inverted-index TF-IDF ${ms(peer)} = ${ratio(own, peer)}`,
			...(aim !== undefined && { aim: `≤ ${aim} ms`, isMet: own <= aim }),
		},
		{
			what: `overlap of ${size} statements after one edit`,
			measured: ms(edit),
			...(aim !== undefined && { aim: `≤ ${EDIT_AIM_MS} ms`, isMet: edit <= EDIT_AIM_MS }),
		},
	];
}

async function medianOfEdits(statements: Statements, rounds: number): Promise<number> {
	let edits = 0;
	const { own } = await mediansInTurns(rounds, [
		() => {
			const at = (edits += 1) % statements.length;
			findOverlaps(
				statements.map((statement, i) =>
					i === at ? { ...statement, text: `Отчита ${edits} дейности` } : statement,
				),
				OPTIONS,
			);
		},
		() => undefined,
	]);
	return own;
}

/** What the page waits for after somebody changed one function: the whole analysis in its thread, there and back. */
async function benchPageEdit(): Promise<BenchRow> {
	const ask = keepThreads<OverlapTask, unknown>(workerFile('overlap-worker.ts'), 1);
	const structure = demoStructure('elena');
	const editOf = (at: number): OverlapTask => {
		const text = { bg: `Отчита ${at} дейности по програмата`, en: null };
		const functions = structure.functions.map((fn, i) => (i === at ? { ...fn, text } : fn));
		return { structures: [{ ...structure, functions }], options: {} };
	};
	const times: number[] = [];
	for (let at = 0; at < PAGE_EDITS; at++) {
		const asked = performance.now();
		await ask(editOf(at));
		times.push(performance.now() - asked);
	}
	const p50 = percentile(times.slice(PAGE_EDITS / 2), 0.5);
	return {
		what: `overlaps of ${structure.functions.length} functions after one edit, in the thread of the page`,
		measured: `p50 ${ms(p50)} · first ${ms(times[0] ?? 0)}`,
		aim: `p50 ≤ ${EDIT_AIM_MS} ms`,
		isMet: p50 <= EDIT_AIM_MS,
	};
}

async function benchCountry(statements: Statements): Promise<readonly BenchRow[]> {
	const size = statements.length;
	const started = performance.now();
	const corpus = buildCorpus(statements);
	const built = performance.now() - started;
	const searched = performance.now();
	const { pairs } = findPairs(corpus, { ...DEFAULT_OVERLAP_OPTIONS, ...OPTIONS });
	const search = performance.now() - searched;
	const shared = performance.now();
	await findPairsInThreads(corpus, { ...DEFAULT_OVERLAP_OPTIONS, ...OPTIONS });
	const both = performance.now() - shared;
	const peer = scipySeconds(statements);
	const ask = createOverlapQuery(corpus);
	const times = benchStatements(QUESTIONS, 2).map((question) => {
		const asked = performance.now();
		ask(question, OPTIONS);
		return performance.now() - asked;
	});
	const p50 = percentile(times, 0.5);
	return [
		{ what: `${size} statements read and indexed, one thread`, measured: ms(built) },
		{ what: `${size} statements, ${pairs.length} pairs, 10 each, one thread`, measured: ms(search) },
		{
			what: `${size} statements, the same pairs, two threads`,
			measured: ms(both),
			...(peer !== undefined && peerOf(both, peer * 1000)),
		},
		{
			what: `one new statement against ${size}`,
			measured: `p50 ${ms(p50)} · p95 ${ms(percentile(times, 0.95))}`,
			aim: `p50 ≤ ${QUESTION_AIM_MS} ms`,
			isMet: p50 <= QUESTION_AIM_MS,
		},
	];
}

/** sparse_dot_topn on two threads takes about this part of the chunked product of scipy. */
const SPARSE_DOT_TOPN = 0.21;
const PEER_AIM = 10;

function peerOf(own: number, scipy: number): Pick<BenchRow, 'peer' | 'aim' | 'isMet'> {
	const peer = scipy * SPARSE_DOT_TOPN;
	return {
		peer: `scipy, chunked product, ${ms(scipy)} × ${SPARSE_DOT_TOPN} for sparse_dot_topn on two threads = ${ratio(own, peer)}`,
		aim: `≥ ${PEER_AIM} ×`,
		isMet: peer / own >= PEER_AIM,
	};
}

/** Seconds of the product of scipy over all texts, from a sample of rows; undefined where there is no scipy. */
function scipySeconds(statements: Statements): number | undefined {
	const input = statements.map(({ text }) => text.replaceAll('\n', ' ')).join('\n');
	const script = join(import.meta.dirname, 'scipy-overlap.py');
	const { status, stdout } = spawnSync('python3', [script], { input, encoding: 'utf8' });
	return status === 0 ? Number(stdout) : undefined;
}
