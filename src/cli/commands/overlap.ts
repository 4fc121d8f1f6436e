import { randomUUID } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { EXIT, type CommandIo } from '#cli/io.ts';
import {
	buildCorpus,
	comparePair,
	createSharedWords,
	DEFAULT_OVERLAP_OPTIONS,
	pairAt,
	weighByCatalogue,
	type Corpus,
	type FoundPair,
	type FoundPairs,
	type OverlapStatement,
	type PairList,
} from '#lib/domain/overlap/index.ts';
import { err, type Result } from '#lib/domain/shared/index.ts';
import { parseOverlapArguments, type OverlapArguments } from './overlap-arguments.ts';
import { parseStatements } from './overlap-input.ts';
import { findPairsInThreads } from './overlap-threads.ts';

const USAGE = `overlap --in statements.jsonl [--threshold 0..1] [--top K] --out pairs.jsonl
  --in         {"id","unit","text"} на ред, други полета се пренебрегват · one a line, further fields ignored
  --out        {"a","b","score","label","shared"} на ред, най-високият резултат е първи · one a line, best first
  --threshold  най-нисък резултат · lowest score, 0..1 (${DEFAULT_OVERLAP_OPTIONS.threshold})
  --top        пази K-те най-близки на всяка функция; двойка остава, ако е сред тях поне за едната
               keeps the K best of each statement; a pair stays if either keeps it`;

/**
 * `overlap`: finds pairs of like function statements in a file. Exit code 0 when the answer is written, 2 with a
 * sentence when the input or the request is at fault; then nothing is written.
 */
export async function overlapCommand(args: readonly string[], io: CommandIo): Promise<number> {
	if (args.includes('--help') || args.includes('-h')) {
		io.out(USAGE);
		return EXIT.done;
	}
	const refuse = (sentence: string) => {
		io.err(`overlap: ${sentence}`);
		return EXIT.refused;
	};
	const parsed = parseOverlapArguments(args);
	if (!parsed.ok) return refuse(`${parsed.error}\n${USAGE}`);
	const unwritable = refusalOfOutput(parsed.value.out);
	if (unwritable !== undefined) return refuse(unwritable);
	const statements = readStatements(parsed.value.in);
	if (!statements.ok) return refuse(statements.error);
	const { threshold, top } = parsed.value;
	const corpus = buildCorpus(statements.value);
	const near = await findPairsInThreads(corpus, { threshold, top });
	const found = weighByCatalogue(corpus, near, threshold);
	const failure = writePairs(parsed.value, corpus, found.pairs);
	if (failure !== undefined) return refuse(failure);
	report(statements.value.length, found, { asked: top, io });
	return EXIT.done;
}

function report(
	size: number,
	{ pairs, top }: FoundPairs,
	{ asked, io }: { readonly asked: number | null; readonly io: CommandIo },
): void {
	if (asked === null && top !== null)
		io.err(
			`overlap: двойките над прага са твърде много; запазени са по ${top} най-близки на функция · too many pairs, kept the ${top} best of each statement`,
		);
	io.out(`overlap: ${size} функции, ${pairs.length} двойки · ${size} statements, ${pairs.length} pairs`);
}

/** The bytes of the file are let go with the last line. */
function readStatements(path: string): Result<readonly OverlapStatement[], string> {
	let content: Buffer;
	try {
		content = readFileSync(path);
	} catch (error) {
		return err(`файлът ${path} не може да се прочете · cannot read it: ${causeOf(error)}`);
	}
	const statements = parseStatements(content);
	return statements.ok ? statements : err(`${path}: ${statements.error}`);
}

function refusalOfOutput(path: string): string | undefined {
	if (existsSync(path) && statSync(path).isDirectory()) return `${path} е папка, а не файл · is a folder`;
	const folder = dirname(path);
	return existsSync(folder) && statSync(folder).isDirectory()
		? undefined
		: `папката ${folder} не съществува · no such folder`;
}

const LINES_AT_ONCE = 2_000;

/** Writes beside the target and renames, so that a reader never meets half a file. */
function writePairs(request: OverlapArguments, corpus: Corpus, pairs: PairList): string | undefined {
	const lineOf = createLine(corpus, request);
	const temporary = `${request.out}.${randomUUID().slice(0, 8)}.part`;
	try {
		const file = openSync(temporary, 'wx');
		try {
			for (let from = 0; from < pairs.length; from += LINES_AT_ONCE) {
				const lines = Math.min(LINES_AT_ONCE, pairs.length - from);
				writeSync(file, Array.from({ length: lines }, (_, at) => lineOf(pairAt(pairs, from + at))).join(''));
			}
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(temporary, request.out);
		return undefined;
	} catch (error) {
		rmSync(temporary, { force: true });
		return `файлът ${request.out} не може да се запише · cannot write it: ${causeOf(error)}`;
	}
}

/** The line of a pair; labels and words are worked out as it is written, so that many pairs need little memory. */
function createLine(corpus: Corpus, { threshold, top }: OverlapArguments): (pair: FoundPair) => string {
	const options = { ...DEFAULT_OVERLAP_OPTIONS, threshold, top };
	const wordsOf = createSharedWords(corpus);
	return (pair) => {
		const compared = comparePair(corpus, pair, options);
		const [a, b] = [corpus.statements[pair.a]?.id, corpus.statements[pair.b]?.id];
		const { score, label } = compared;
		return `${JSON.stringify({ a, b, score, label, shared: wordsOf(compared) })}\n`;
	};
}

const CAUSES: Readonly<Record<string, string>> = {
	ENOENT: 'няма такъв файл · no such file',
	EACCES: 'нямате право · not permitted',
	EPERM: 'нямате право · not permitted',
	EISDIR: 'това е папка · it is a folder',
	ENOTDIR: 'част от пътя не е папка · part of the path is no folder',
	ENOSPC: 'дискът е пълен · the disk is full',
	EROFS: 'дискът е само за четене · read-only disk',
	ERR_FS_FILE_TOO_LARGE: 'файлът е по-голям от 2 GiB · larger than 2 GiB',
};

function causeOf(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return CAUSES[code] ?? (error instanceof Error ? error.message : String(error));
}
