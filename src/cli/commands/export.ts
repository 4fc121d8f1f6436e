import { parseArgs } from 'node:util';
import type { Result } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { isLocale, type Locale } from '#lib/paraglide/runtime.js';
import type { Ctx } from '#lib/server/context.ts';
import type { WorkbookFile } from '#lib/server/services/export-file.ts';
import { exportProposal } from '#lib/server/services/export-proposal.ts';
import { exportTrainingPlan } from '#lib/server/services/export-training.ts';
import { PLAN_YEARS } from '#lib/server/services/training-plan.ts';
import { withContext } from '../context.ts';
import { CommandRefusal, EXIT, type CommandIo } from '../io.ts';
import { writeWholeFile } from '../whole-file.ts';

/**
 * `export proposal --municipality <slug> (--scenario <id> | --proposal <number>) --out file.xlsx [--lang bg|en]`
 * and `export training --municipality <slug> --plan <year> --out file.xlsx [--lang bg|en]`.
 * Exit codes: 0 done, 2 the options or what they name were refused, 1 the file could not be written.
 */
export async function exportCommand(args: readonly string[], io: CommandIo): Promise<number> {
	const order = parseOrder(args);
	const made = await withContext(({ ctx }) => makeFile(ctx, order));
	if (!made.ok) throw new CommandRefusal(refusalText(made.error, order));
	try {
		await writeWholeFile(order.out, made.value.bytes);
	} catch (error) {
		io.err(m.exports_cli_not_written({ path: order.out, reason: reasonOf(error) }));
		return EXIT.failed;
	}
	io.out(m.exports_cli_done({ path: order.out, name: made.value.fileName }));
	return EXIT.done;
}

interface Order {
	readonly what:
		| { readonly kind: 'scenario'; readonly scenarioId: string }
		| { readonly kind: 'proposal'; readonly number: number }
		| { readonly kind: 'training'; readonly year: number };
	readonly slug: string;
	readonly out: string;
	readonly locale: Locale;
}

const OPTIONS = {
	municipality: { type: 'string' },
	scenario: { type: 'string' },
	proposal: { type: 'string' },
	plan: { type: 'string' },
	out: { type: 'string' },
	lang: { type: 'string', default: 'bg' },
} as const;

function parseOrder(args: readonly string[]): Order {
	const { values, positionals } = parseOptions(args);
	const { municipality, out, lang } = values;
	if (!municipality) throw missing('--municipality');
	if (!out) throw missing('--out');
	if (!isLocale(lang)) throw new CommandRefusal(m.exports_cli_bad_language({ given: lang }));
	return { slug: municipality, out, locale: lang, what: whatOf(positionals, values) };
}

function parseOptions(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
	} catch (error) {
		throw new CommandRefusal(`${reasonOf(error)}\n${m.exports_cli_usage()}`);
	}
}

function whatOf(
	positionals: readonly string[],
	values: { readonly scenario?: string; readonly proposal?: string; readonly plan?: string },
): Order['what'] {
	const [kind, ...rest] = positionals;
	if (rest.length > 0 || (kind !== 'proposal' && kind !== 'training')) {
		throw new CommandRefusal(m.exports_cli_usage());
	}
	if (kind === 'training') {
		if (!values.plan) throw missing('--plan');
		return { kind: 'training', year: wholeNumber('--plan', values.plan, PLAN_YEARS) };
	}
	if (values.scenario) return { kind: 'scenario', scenarioId: values.scenario };
	if (!values.proposal) throw missing('--scenario');
	return { kind: 'proposal', number: wholeNumber('--proposal', values.proposal, { min: 1, max: 1_000_000 }) };
}

async function makeFile(
	ctx: Ctx,
	{ what, slug, locale }: Order,
): Promise<Result<WorkbookFile, { readonly code: string }>> {
	return what.kind === 'training'
		? exportTrainingPlan(ctx, { slug, year: what.year }, locale)
		: exportProposal(ctx, slug, what, locale);
}

function refusalText(error: { readonly code: string }, { slug, what }: Order): string {
	if (error.code === 'training/no-plan' && what.kind === 'training')
		return m.exports_cli_no_plan({ slug, year: String(what.year) });
	if (error.code === 'access/not-found')
		return what.kind === 'training'
			? m.terminal_municipality_unknown({ slug })
			: m.exports_cli_not_found({ slug });
	return m.exports_cli_refused({ code: error.code });
}

function wholeNumber(
	option: string,
	given: string,
	{ min, max }: { readonly min: number; readonly max: number },
): number {
	const value = Number(given);
	if (/^\d+$/.test(given) && value >= min && value <= max) return value;
	throw new CommandRefusal(m.exports_cli_bad_number({ option, given, min: String(min), max: String(max) }));
}

function missing(option: string): CommandRefusal {
	return new CommandRefusal(`${m.exports_cli_missing({ option })}\n${m.exports_cli_usage()}`);
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
