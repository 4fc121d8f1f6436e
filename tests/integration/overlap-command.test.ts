import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { overlapCommand } from '#cli/commands/overlap.ts';

let folder: string;
let errors: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'ustroy-overlap-'));
	errors = '';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const line = (id: string, text: string, more = {}) =>
	JSON.stringify({ id, unit: `Звено ${id}`, text, ...more });

async function run(...args: readonly string[]): Promise<number> {
	return overlapCommand(args, { out: () => undefined, err: (text) => (errors += `${text}\n`) });
}

async function compare(lines: readonly (string | Buffer)[], ...more: readonly string[]): Promise<number> {
	writeFileSync(at('in.jsonl'), Buffer.concat(lines.flatMap((one) => [Buffer.from(one), Buffer.from('\n')])));
	return run('--in', at('in.jsonl'), '--out', at('out.jsonl'), ...more);
}

function written() {
	return readFileSync(at('out.jsonl'), 'utf8')
		.split('\n')
		.filter(Boolean)
		.map(
			(text) => JSON.parse(text) as { a: string; b: string; score: number; label: string; shared: string[] },
		);
}

const REGISTER = 'Води регистър на търговските обекти';

describe('the overlap command', () => {
	it('writes each unordered pair once, best first, with exactly the promised fields', async () => {
		const texts = [
			['г', 'Контролира търговските обекти'],
			['б', 'Воденето на регистъра на търговските обекти'],
			['а', REGISTER],
			['в', 'Поддържа регистър на търговските обекти и пазарите'],
		] as const;
		expect(await compare(texts.map(([id, text]) => line(id, text, { further: 1 })))).toBe(0);
		const pairs = written();
		expect(pairs[0]).toEqual({
			a: 'а',
			b: 'б',
			score: 1,
			label: 'duplication',
			shared: expect.arrayContaining(['търговските', 'обекти', 'регистър']) as unknown,
		});
		expect(pairs.map(({ score }) => score)).toEqual(pairs.map(({ score }) => score).sort((x, y) => y - x));
		const keys = pairs.map(({ a, b }) => [a, b].sort().join(' '));
		expect(new Set(keys).size).toBe(keys.length);
		expect(pairs.every(({ score }) => score >= 0.5 && score <= 1)).toBe(true);
		expect(pairs.every(({ label }) => ['duplication', 'overlap', 'related'].includes(label))).toBe(true);
	});

	it('keeps what reaches the threshold, and the K best of each statement', async () => {
		const lines = ['а', 'б', 'в', 'г'].map((id) => line(id, REGISTER));
		expect(await compare(lines, '--threshold', '0.99')).toBe(0);
		expect(written()).toHaveLength(6);
		expect(await compare(lines, '--top', '1')).toBe(0);
		// а keeps б; б, в and г keep а: three pairs.
		expect(written().map(({ a, b }) => a + b)).toEqual(['аб', 'ав', 'аг']);
	});

	it('passes over blank lines and a byte order mark', async () => {
		expect(await compare([`\ufeff${line('а', REGISTER)}`, '', '  ', `${line('б', REGISTER)}\r`])).toBe(0);
		expect(written()).toHaveLength(1);
	});

	it.each([
		['a line that is not JSON', 'не е json'],
		['a line that is no record', '["а"]'],
		['null', 'null'],
		['a missing field', '{"id":"б","unit":"x"}'],
		['a number for a text', '{"id":"б","unit":"x","text":5}'],
		['a number for an id', '{"id":5,"unit":"x","text":"Води"}'],
		['an empty text', '{"id":"б","unit":"x","text":"  "}'],
		['an id that came before', line('а', 'Издава скици')],
		['a cut-off line', '{"id":"б","unit":"x","text":"Вод'],
		['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0xfe])],
		['a text of a document', line('б', 'дълго '.repeat(50_000))],
	])('names the line of %s and writes nothing', async (_, bad) => {
		expect(await compare([line('а', REGISTER), '', bad])).toBe(2);
		expect(errors).toMatch(/ред 3 · line 3/u);
		expect(readdirSync(folder)).toEqual(['in.jsonl']);
	});

	it('leaves an earlier answer as it was when the input is bad', async () => {
		writeFileSync(at('out.jsonl'), 'отпреди');
		expect(await compare(['не е json'])).toBe(2);
		expect(readFileSync(at('out.jsonl'), 'utf8')).toBe('отпреди');
	});

	it.each([
		['no input', ['--out', 'x']],
		['no output', ['--in', 'x']],
		['an unknown option', ['--in', 'x', '--out', 'y', '--fast', '1']],
		['a threshold above 1', ['--in', 'x', '--out', 'y', '--threshold', '1.5']],
		['a threshold that is no number', ['--in', 'x', '--out', 'y', '--threshold', 'много']],
		['no K', ['--in', 'x', '--out', 'y', '--top', '0']],
		['an option twice', ['--in', 'x', '--in', 'y', '--out', 'z']],
		['an option without value', ['--in', 'x', '--out']],
		['a file that is not there', ['--in', '/nyama/takav', '--out', '/tmp/y']],
		['a folder that is not there', ['--in', '/nyama/takav', '--out', '/nyama/takava/papka']],
	])('refuses %s with a sentence', async (_, args) => {
		expect(await run(...args)).toBe(2);
		expect(errors).toContain('overlap: ');
	});

	it('refuses an empty file', async () => {
		expect(await compare([])).toBe(2);
		expect(existsSync(at('out.jsonl'))).toBe(false);
	});

	it('answers odd texts in bounded time: one word, ten thousand words, other scripts, emoji', async () => {
		const texts = ['дума', 'дума '.repeat(10_000), '日本語', '🙂🙂', 'a\u0000b', 'и на за', '???'];
		expect(await compare(texts.map((text, number) => line(`${number}`, text)))).toBe(0);
		expect(written().length).toBeGreaterThanOrEqual(0);
	});

	it('answers two thousand identical statements with every pair, and says so when they are too many', async () => {
		const lines = (count: number) => Array.from({ length: count }, (_, id) => line(`${id}`, REGISTER));
		expect(await compare(lines(300))).toBe(0);
		expect(written()).toHaveLength((300 * 299) / 2);
		expect(await compare(lines(2_500))).toBe(0);
		expect(errors).toContain('too many pairs');
		expect(written().length).toBeLessThan(25_000);
	});
});
