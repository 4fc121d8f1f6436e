import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import { DEFAULT_OVERLAP_OPTIONS } from '#lib/domain/overlap/index.ts';

export interface OverlapArguments {
	readonly in: string;
	readonly out: string;
	readonly threshold: number;
	readonly top: number | null;
}

const OPTIONS = ['--in', '--out', '--threshold', '--top'] as const;
type OptionName = (typeof OPTIONS)[number];

/** Options as `--name value` or `--name=value`; the refusal is a sentence. */
export function parseOverlapArguments(args: readonly string[]): Result<OverlapArguments, string> {
	const given = collect(args);
	if (!given.ok) return given;
	const input = given.value.get('--in');
	const output = given.value.get('--out');
	if (!input) return err('липсва --in · --in is missing');
	if (!output) return err('липсва --out · --out is missing');
	const threshold = parseThreshold(given.value.get('--threshold'));
	if (threshold === undefined)
		return err(
			`--threshold трябва да е число от 0 до 1, а е · must be a number from 0 to 1, not „${given.value.get('--threshold')}“`,
		);
	const top = parseTop(given.value.get('--top'));
	if (top === undefined)
		return err(
			`--top трябва да е цяло число над 0, а е · must be a whole number above 0, not „${given.value.get('--top')}“`,
		);
	return ok({ in: input, out: output, threshold, top });
}

function collect(args: readonly string[]): Result<ReadonlyMap<OptionName, string>, string> {
	const given = new Map<OptionName, string>();
	for (let at = 0; at < args.length; at++) {
		const [name = '', inline] = splitOption(args[at] ?? '');
		if (!isOption(name)) return err(`непозната опция · unknown option „${args[at]}“`);
		if (given.has(name)) return err(`${name} е дадена два пъти · is given twice`);
		const value = inline ?? args[at + 1];
		if (value === undefined || value === '' || (inline === undefined && value.startsWith('--')))
			return err(`след ${name} липсва стойност · ${name} has no value`);
		given.set(name, value);
		if (inline === undefined) at += 1;
	}
	return ok(given);
}

function splitOption(arg: string): readonly [string, string?] {
	const at = arg.indexOf('=');
	return arg.startsWith('--') && at > 0 ? [arg.slice(0, at), arg.slice(at + 1)] : [arg];
}

function isOption(name: string): name is OptionName {
	return (OPTIONS as readonly string[]).includes(name);
}

function parseThreshold(text: string | undefined): number | undefined {
	if (text === undefined) return DEFAULT_OVERLAP_OPTIONS.threshold;
	const value = /^\d*([.,]\d+)?$/u.test(text) ? Number(text.replace(',', '.')) : NaN;
	return value >= 0 && value <= 1 ? value : undefined;
}

function parseTop(text: string | undefined): number | null | undefined {
	if (text === undefined) return null;
	return /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : undefined;
}
