import { afterAll, beforeAll, expect, it } from 'vitest';
import { guessChoices, planImport } from '#lib/domain/imports/index.ts';
import { startReading } from '#lib/server/jobs/import.ts';
import { UnreadableFile } from '#lib/server/reading/limits.ts';
import { readTables } from '#lib/server/reading/read-file.ts';
import { bringFile } from '#lib/server/services/import-upload.ts';
import { aWorkbook } from '#tests/support/awkward.ts';
import { aContext } from '#tests/support/import.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { smallStructure } from '#tests/support/small-structure.ts';
import { sheetXml, workbookParts } from '#tests/support/packages.ts';

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

const SHEET = sheetXml(
	Array.from(
		{ length: 12 },
		(_, at) =>
			`<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>Звено dir</t></is></c>` +
			`<c r="B${at + 1}" t="str"><v>главен експерт</v></c><c r="C${at + 1}"><v>${at / 2}</v></c></row>`,
	).join(''),
);
const TOKENS = [
	'<row',
	'</row>',
	'<c ',
	'<v>',
	'&#x0;',
	'&lt;',
	'r="A1"',
	'r="XFD1048576"',
	't="s"',
	's="99999"',
	'1e999',
	'\u0000',
	']]>',
	'<!DOCTYPE a>',
	'<mergeCell ref="A1:XFD1048576"/>',
	'-1',
	'"',
];

/** Breaks a file in one of the ways in which files break, or are broken. */
function damage(good: Buffer, random: (below: number) => number): Buffer {
	const bytes = Buffer.from(good);
	switch (random(5)) {
		case 0:
			return bytes.subarray(0, random(bytes.length));
		case 1: {
			for (let times = random(40) + 1; times > 0; times--) bytes[random(bytes.length)] = random(256);
			return bytes;
		}
		case 2: {
			const at = random(bytes.length);
			return Buffer.concat([
				bytes.subarray(0, at),
				Buffer.alloc(random(200), random(256)),
				bytes.subarray(at),
			]);
		}
		case 3: {
			const at = random(bytes.length);
			return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + random(300)))]);
		}
		default: {
			let xml = SHEET;
			for (let times = random(6) + 1; times > 0; times--) {
				const at = random(xml.length);
				xml = xml.slice(0, at) + (TOKENS[random(TOKENS.length)] ?? '') + xml.slice(at + random(20));
			}
			return workbookParts(xml);
		}
	}
}

let at: Installation;
let good: Buffer;
beforeAll(async () => {
	at = await anInstallation();
	good = await aWorkbook({
		rows: [
			['Звено', 'Длъжност', 'Бр.'],
			['Звено dir', 'главен експерт', 2],
			['Звено prop', 'касиер', '½'],
		],
		merges: ['A2:A3'],
	});
});
afterAll(() => at.close());

it('answers 500 damaged workbooks with a table or with a refusal, and plans whatever it read', async () => {
	const random = numbers(20_140_101);
	const context = aContext(smallStructure());
	const codes = new Map<string, number>();
	for (let number = 0; number < 500; number++) {
		const outcome = await readTables(damage(good, random), { name: 'проба' }).then(
			({ sheets }) => {
				const plan = planImport(
					sheets.map((grid) => ({ grid, choices: guessChoices(grid, []) })),
					context,
				);
				const { rowsIn, accepted, corrected, skipped } = plan.counts;
				expect(accepted + corrected + skipped).toBe(rowsIn);
				return 'read';
			},
			(error: unknown) => {
				if (!(error instanceof UnreadableFile)) throw error;
				return error.code;
			},
		);
		codes.set(outcome, (codes.get(outcome) ?? 0) + 1);
	}
	expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBe(500);
	expect(codes.size).toBeGreaterThan(2);
}, 60_000);

it('leaves the threads, the server and the data as they were', async () => {
	const ctx = await at.as('konsultant');
	const count = () =>
		at.database.raw
			.prepare(
				'select (select count(*) from org_unit) + (select count(*) from post) + (select count(*) from admin_function) + (select count(*) from import_run)',
			)
			.pluck()
			.get();
	const before = count();
	const random = numbers(7);
	for (let number = 0; number < 12; number++) {
		const bytes = damage(good, random);
		const brought = await bringFile(ctx, 'elena', { name: `файл ${number}.xlsx`, bytes });
		expect(brought.ok).toBe(true);
	}
	expect(count()).toBe(before);
	expect(await startReading({ bytes: good, name: 'проба', layout: {} }).finished).toMatchObject({ ok: true });
}, 60_000);
