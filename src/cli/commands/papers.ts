import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { placeText } from '#lib/i18n/paper-place.ts';
import { m } from '#lib/paraglide/messages.js';
import { checkPaper, MOST_PAPER_BYTES, type CheckedPaper } from '#lib/server/services/paper-check.ts';
import { withContext } from '../context.ts';
import { CommandRefusal, EXIT, type CommandIo } from '../io.ts';

/**
 * `papers check --municipality <slug> --proposal <number> [--json] file…`: compares every number and word of produced
 * files with the snapshot of the proposal. Exit codes: 0 all agree, 1 something differs, 2 the options or a file were
 * refused.
 */
export async function papersCommand(args: readonly string[], io: CommandIo): Promise<number> {
	const { slug, number, files, isJson } = parseOrder(args);
	const checked = await withContext(async ({ ctx }) => {
		const results: { readonly file: string; readonly result: CheckedPaper }[] = [];
		for (const file of files) {
			const result = await checkPaper(ctx, { slug, number }, await bytesOf(file));
			if (!result.ok) throw new CommandRefusal(refusalText(result.error.code, { file, slug, number }));
			results.push({ file, result: result.value });
		}
		return results;
	});
	if (isJson) io.out(JSON.stringify(checked.map(({ file, result }) => ({ file, ...result }))));
	else for (const { file, result } of checked) for (const line of linesOf(file, result)) io.out(line);
	return checked.some(({ result }) => result.differences.length > 0) ? EXIT.failed : EXIT.done;
}

const OPTIONS = {
	municipality: { type: 'string' },
	proposal: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const;

function parseOrder(args: readonly string[]) {
	const { values, positionals } = parseOptions(args);
	const [kind, ...files] = positionals;
	const { municipality: slug, proposal = '', json: isJson } = values;
	if (kind !== 'check' || files.length === 0 || !slug || !/^[1-9]\d{0,8}$/u.test(proposal))
		throw new CommandRefusal(m.papers_cli_usage());
	return { slug, number: Number(proposal), files, isJson };
}

function parseOptions(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
	} catch {
		throw new CommandRefusal(m.papers_cli_usage());
	}
}

async function bytesOf(file: string): Promise<Uint8Array> {
	const { size } = await stat(file).catch((error: unknown) => {
		throw new CommandRefusal(m.papers_cli_no_file({ file }), { cause: error });
	});
	if (size > MOST_PAPER_BYTES)
		throw new CommandRefusal(
			`${file}: ${m.papers_check_too_large({ size: String(MOST_PAPER_BYTES / 1024 ** 2) })}`,
		);
	return new Uint8Array(await readFile(file));
}

function linesOf(file: string, { paper, numbers, texts, differences }: CheckedPaper): readonly string[] {
	const name = paper ?? m.papers_check_workbook();
	const counts = { file, name, numbers: String(numbers), texts: String(texts) };
	return [
		differences.length === 0
			? m.papers_cli_agrees(counts)
			: m.papers_cli_differs({ ...counts, count: String(differences.length) }),
		...differences.map(({ place, expected, found }) =>
			m.papers_cli_difference({
				...{ place: placeText(place), expected: expected ?? '–' },
				found: found ?? '–',
			}),
		),
	];
}

function refusalText(
	code: string,
	{ file, slug, number }: { readonly file: string; readonly slug: string; readonly number: number },
): string {
	if (code === 'papers/unreadable') return `${file}: ${m.papers_check_wrong_kind()}`;
	if (code === 'papers/not-compared') return `${file}: ${m.papers_check_not_compared()}`;
	if (code === 'papers/not-ours') return `${file}: ${m.papers_check_not_ours()}`;
	if (code === 'review/not-intact') return m.papers_snapshot_broken();
	return m.papers_cli_not_found({ slug, number: String(number) });
}
