import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
	computeWisn,
	parseWisnCase,
	type CaseIssue,
	type CaseIssueCode,
	type WisnResult,
} from '#lib/domain/workload/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { EXIT, type CommandIo } from '../io.ts';
import { writeWholeFile } from '../whole-file.ts';

/**
 * `workload --in case.json --out result.json`: the WISN need of one case.
 *
 * The category allowance standard is a percent; difference is staff − required, ratio staff ÷ required, both null
 * without `staff`, the ratio also when nothing is required. Values are not rounded. Exit codes: 0 done, 2 the
 * input was refused and nothing written, 1 the result could not be written.
 */
export async function workloadCommand(args: readonly string[], io: CommandIo): Promise<number> {
	const paths = parsePaths(args);
	if (!paths.ok) return refuse(io, [paths.error, m.workload_cli_usage()]);
	const text = await readText(paths.value.input);
	if (!text.ok) return refuse(io, [text.error]);
	const result = computeCase(text.value);
	if (!result.ok) return refuse(io, result.error);
	try {
		await writeWholeFile(paths.value.output, `${JSON.stringify(result.value, null, '\t')}\n`);
	} catch (error) {
		io.err(m.workload_cli_not_written({ path: paths.value.output, reason: reasonOf(error) }));
		return EXIT.failed;
	}
	io.out(m.workload_cli_done({ path: paths.value.output }));
	return EXIT.done;
}

function refuse(io: CommandIo, lines: readonly string[]): number {
	for (const line of lines) io.err(line);
	return EXIT.refused;
}

interface Paths {
	readonly input: string;
	readonly output: string;
}

function parsePaths(args: readonly string[]): Result<Paths, string> {
	try {
		const options = { in: { type: 'string' }, out: { type: 'string' } } as const;
		const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
		const { in: input, out: output } = values;
		if (!input) return err(m.workload_cli_option_missing({ option: '--in' }));
		if (!output) return err(m.workload_cli_option_missing({ option: '--out' }));
		return ok({ input, output });
	} catch (error) {
		return err(m.workload_cli_options_wrong({ reason: reasonOf(error) }));
	}
}

async function readText(path: string): Promise<Result<string, string>> {
	try {
		return ok((await readFile(path, 'utf8')).replace(/^\uFEFF/u, ''));
	} catch (error) {
		return err(m.workload_cli_not_read({ path, reason: reasonOf(error) }));
	}
}

function computeCase(text: string): Result<WisnResult, readonly string[]> {
	const given = parseJson(text);
	if (!given.ok) return err([given.error]);
	const input = parseWisnCase(given.value);
	if (!input.ok) return err(input.error.map(issueText));
	const result = computeWisn(input.value);
	if (!result.ok) {
		return err([m.workload_cli_category_too_high({ percent: result.error.percent })]);
	}
	const tooLarge = Object.entries(result.value).find(
		([, value]) => value !== null && !Number.isFinite(value),
	);
	return tooLarge ? err([m.workload_cli_too_large({ field: tooLarge[0] })]) : ok(result.value);
}

function parseJson(text: string): Result<unknown, string> {
	try {
		return ok(JSON.parse(text) as unknown);
	} catch (error) {
		return err(m.workload_cli_not_json({ reason: reasonOf(error) }));
	}
}

const ISSUE_TEXTS = {
	'workload/not-an-object': m.workload_cli_not_an_object,
	'workload/not-a-list': m.workload_cli_not_a_list,
	'workload/missing': m.workload_cli_missing,
	'workload/not-a-number': m.workload_cli_not_a_number,
	'workload/negative': m.workload_cli_negative,
	'workload/not-above-zero': m.workload_cli_not_above_zero,
	'workload/not-an-id': m.workload_cli_not_an_id,
	'workload/duplicate-id': m.workload_cli_duplicate_id,
	'workload/both-measures': m.workload_cli_both_measures,
} satisfies Record<CaseIssueCode, (inputs: { field: string; given: string }) => string>;

function issueText(issue: CaseIssue): string {
	const field = issue.field === '' ? m.workload_cli_whole_case() : issue.field;
	return ISSUE_TEXTS[issue.code]({ field, given: issue.given });
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
