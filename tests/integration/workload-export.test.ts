import type { Workbook } from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_WHAT_IF } from '#lib/domain/workload/index.ts';
import { exportWorkload } from '#lib/server/services/export-workload.ts';
import type { MethodsRequest } from '#lib/server/services/workload-methods.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { OFFICE, recalculated } from '#tests/support/office.ts';
import { checkedFormulas, readBack } from '#tests/support/workbook.ts';

const PLAIN: MethodsRequest = { year: 2026, method: 'wisn', base: 'inhabitants', whatIf: NO_WHAT_IF };

let at: Installation;
beforeEach(async () => {
	at = await anInstallation();
	await answer();
});
afterEach(() => at.close());

/** Everybody of three units, and nobody else, says that 90 % of the time goes to the first function; the posts but the first are one cell. */
async function answer(): Promise<void> {
	await at.database.db.deleteFrom('allocation').execute();
	const posts = await at.database.db
		.selectFrom('post')
		.select(['version_id', 'key', 'unit_key'])
		.where('unit_key', 'in', ['ly-va', 'ly-hdip-2', 'ly-osut'])
		.where('occupied', '>', 0)
		.execute();
	const first = posts.find(({ unit_key }) => unit_key === 'ly-osut');
	for (const [number, { version_id, key, unit_key }] of posts.entries()) {
		const others = posts.filter((post) => post.unit_key === unit_key && post !== first);
		const isFirst = key === first?.key;
		const cell = isFirst ? { cell: 'one', cell_size: 1 } : { cell: unit_key, cell_size: others.length };
		const shares = { share: 0.9, share_low: 0.8, share_high: 0.95, respondents: 1 + (number % 4), load: 1.1 };
		await at.database.db
			.insertInto('allocation')
			.values({
				...{ id: `allocation-${number}`, version_id, post_key: key, ...shares },
				...{ ...cell, function_key: `${unit_key}-f01`, campaign_id: null, source: 'анкета, тест' },
			})
			.execute();
	}
}

async function bytesOf(request = PLAIN, user = 'konsultant'): Promise<Uint8Array> {
	const made = await exportWorkload(await at.as(user), { slug: 'lyaskovets' }, { request, locale: 'bg' });
	if (!made.ok) throw new Error(made.error.code);
	return made.value.bytes;
}

/** The cells of a sheet below a heading of its table. */
function cellOf(workbook: Workbook, place: { sheet: string; unit: string; column: string }) {
	const sheet = workbook.getWorksheet(place.sheet);
	if (!sheet) throw new Error(`no sheet ${place.sheet}`);
	const headings = sheet.getRow(4).values as readonly unknown[];
	let found = 0;
	sheet.eachRow((row, number) => {
		if (row.getCell(2).value === place.unit) found = number;
	});
	return sheet.getRow(found).getCell(headings.indexOf(place.column));
}

describe('the workbook of the three methods', () => {
	it.each([
		['WISN', PLAIN],
		['the analytic method per settlement', { ...PLAIN, method: 'analytic', base: 'settlements' } as const],
	])('by %s has formulas whose stored results are what they come to', async (_, request) => {
		const formulas = checkedFormulas(await readBack(await bytesOf(request)));
		expect(formulas.length).toBeGreaterThan(1000);
		for (const { at: place, stored, worked } of formulas) {
			if (typeof stored === 'string') expect(worked, place).toBe(stored);
			else expect(worked, place).toBeCloseTo(stored as number, 6);
		}
	});

	it('is worked out anew by an office program to the same numbers, where one is installed', async () => {
		const bytes = await bytesOf();
		const ours = await readBack(bytes);
		const theirs = OFFICE ? await recalculated(OFFICE, bytes) : ours;
		const stored = checkedFormulas(ours);
		const again = new Map(checkedFormulas(theirs).map((formula) => [formula.at, formula.stored]));
		expect(again.size).toBe(stored.length);
		for (const { at: place, stored: result } of stored) {
			const found = again.get(place);
			if (typeof result === 'string') expect(found, place).toBe(result);
			else expect(found, place).toBeCloseTo(result as number, 6);
		}
	}, 120_000);

	it('hides the answers of fewer than three people and keeps the sum of the unit', async () => {
		const [consultant, personnel] = [await bytesOf(), await bytesOf(PLAIN, 'hr-lyaskovets')];
		const textOf = async (bytes: Uint8Array) => {
			const sheet = (await readBack(bytes)).getWorksheet('Анкета');
			const lines: string[] = [];
			sheet?.eachRow((row, number) => {
				if (number > 4) lines.push(String(row.getCell(3).value));
			});
			return lines.filter((line) => line === 'по-малко от 3 души').length;
		};
		expect(await textOf(consultant)).toBeGreaterThan(0);
		expect(await textOf(personnel)).toBe(0);
		const sums = await Promise.all(
			[consultant, personnel].map(async (bytes) => {
				const place = { sheet: 'Три метода', unit: 'ly-osut', column: 'анкета: Бройки' };
				return cellOf(await readBack(bytes), place).result;
			}),
		);
		expect(sums[0]).toBeCloseTo(Number(sums[1]), 9);
	});

	it('states the days of absence in force, and the working time reads them from there', async () => {
		const workbook = await readBack(await bytesOf());
		const days = new Map<string, unknown>();
		workbook.getWorksheet('Допускания')?.eachRow((row) => {
			days.set(String(row.getCell(1).value), row.getCell(2).value);
		});
		expect(days.get('Платен отпуск')).toBe(20);
		expect(days.get('Болнични')).toBe(7);
		expect(days.get('Обучения')).toBe(3);
		// Civil servants have 8 days more, the others 5.
		expect([...days].filter(([name]) => name.startsWith('Допълнителен')).map(([, value]) => value)).toContain(
			8,
		);
		const time = workbook.getWorksheet('Работно време')?.getRow(5);
		expect(time?.getCell(3).formula).toMatch(/^'?Допускания'?!\$B\$\d+$/u);
		expect(time?.getCell(3).result).toBe(20);
	});

	it('keeps half a day of leave that is tried out, in the days and in the hours', async () => {
		const values = { ...NO_WHAT_IF.values, leave: 20.5 };
		const workbook = await readBack(await bytesOf({ ...PLAIN, whatIf: { ...NO_WHAT_IF, values } }));
		const found = new Map<string, unknown>();
		workbook.getWorksheet('Допускания')?.eachRow((row) => {
			found.set(String(row.getCell(1).value), row.getCell(2).value);
		});
		expect(found.get('Платен отпуск')).toBe(20.5);
		const hours = new Map<string, unknown>();
		workbook.getWorksheet('Работно време')?.eachRow((row) => {
			hours.set(String(row.getCell(1).value), row.getCell(10).result);
		});
		// 248 − 20,5 − 8 − 7 − 3 = 209,5 days × 8 h; labour contracts have 5 days in place of 8: 212,5 × 8 h
		expect([...hours.values()]).toEqual(expect.arrayContaining([1676, 1700]));
	});

	it('says not measured where a method has nothing, and never 0', async () => {
		const workbook = await readBack(await bytesOf());
		const place = { sheet: 'Три метода', unit: 'ly-zk', column: 'обем × норма: Бройки' };
		expect(cellOf(workbook, place).value).toBe('не е измерено');
	});

	it('works the coverage of each method out from the weights of the functions and the posts with answers', async () => {
		const workbook = await readBack(await bytesOf());
		const formulaOf = (method: string) =>
			cellOf(workbook, { sheet: 'Три метода', unit: 'ly-osut', column: `${method}: Покритие` }).formula;
		expect(formulaOf('обем × норма')).toContain("'Покритие'!");
		expect(formulaOf('анкета')).toContain("'Звена'!");
		const weights = workbook.getWorksheet('Покритие');
		let rows = 0;
		weights?.eachRow((row) => {
			if (row.getCell(2).value === 'ly-osut') rows += 1;
		});
		expect(rows).toBeGreaterThan(3);
	});
});
