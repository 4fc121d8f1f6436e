import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { OverlapStatement } from '#lib/domain/overlap/index.ts';

/** A statement longer than this is a document, not a function. */
const MAX_TEXT = 200_000;
const NEWLINE = 10;
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Statements of a JSON Lines file (UTF-8, with or without a byte order mark; blank lines are passed over). The
 * refusal names the first bad line by its number, counted from 1.
 */
export function parseStatements(content: Uint8Array): Result<readonly OverlapStatement[], string> {
	const statements: OverlapStatement[] = [];
	const lineOfId = new Map<string, number>();
	let line = 0;
	for (let from = 0; from < content.length;) {
		line += 1;
		const found = content.indexOf(NEWLINE, from);
		const to = found < 0 ? content.length : found;
		const parsed = parseLine(content.subarray(from, to));
		from = to + 1;
		if (!parsed.ok) return err(`ред ${line} · line ${line}: ${parsed.error}`);
		if (parsed.value === null) continue;
		const earlier = lineOfId.get(parsed.value.id);
		if (earlier !== undefined)
			return err(
				`ред ${line} · line ${line}: id „${clip(parsed.value.id)}“ вече е на ред · is already on line ${earlier}`,
			);
		lineOfId.set(parsed.value.id, line);
		statements.push(parsed.value);
	}
	return statements.length > 0
		? ok(statements)
		: err('файлът е празен: няма нито една функция · the file is empty');
}

/** Null for a blank line. */
function parseLine(bytes: Uint8Array): Result<OverlapStatement | null, string> {
	let text: string;
	try {
		text = decoder.decode(bytes).trim();
	} catch {
		return err('текстът не е в UTF-8 · not UTF-8');
	}
	if (text === '') return ok(null);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return err(`не е JSON · not JSON: ${clip(text)}`);
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return err(`очаква се · expected {"id","unit","text"}, not ${clip(text)}`);
	return toStatement(value);
}

function toStatement(record: object): Result<OverlapStatement, string> {
	const id = stringField(record, 'id');
	if (!id.ok) return id;
	const unit = stringField(record, 'unit');
	if (!unit.ok) return unit;
	const text = stringField(record, 'text');
	if (!text.ok) return text;
	if (id.value.trim() === '') return err('полето "id" е празно · "id" is empty');
	if (text.value.trim() === '') return err('полето "text" е празно · "text" is empty');
	if (text.value.length > MAX_TEXT)
		return err(
			`полето "text" има ${text.value.length} знака, допустими са · characters, allowed are ${MAX_TEXT}`,
		);
	return ok({ id: id.value, unit: unit.value, text: text.value });
}

function stringField(record: object, name: string): Result<string, string> {
	const value: unknown = Object.hasOwn(record, name)
		? Object.entries(record).find(([key]) => key === name)?.[1]
		: undefined;
	if (value === undefined) return err(`липсва полето · missing field "${name}"`);
	if (typeof value !== 'string')
		return err(
			`полето "${name}" трябва да е текст, а е · must be a text, not ${clip(JSON.stringify(value))}`,
		);
	return ok(value);
}

function clip(text: string): string {
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
