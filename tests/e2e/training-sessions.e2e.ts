import ExcelJS from 'exceljs';
import { expect, type Locator, type Page } from 'playwright/test';
import { adoptProcurement } from '#tests/support/adopted-training.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { expectAccessible, expectNoSidewaysScroll, signIn, test as base } from './support.ts';

const BASE = '/m/elena/training';
const COURSE = 'Обществени поръчки – документация и ЦАИС ЕОП';
const YEAR = 2026;

/** On a server of its own, where the council of Елена adopted a scenario that moves public procurement. */
const test = base.extend<object, { server: RunningServer }>({
	server: [
		async ({ browserName: _ }, use) => {
			const server = await startServer({
				prepare: async (at) => {
					await adoptProcurement(at);
				},
			});
			await use(server);
			await server.stop();
		},
		{ scope: 'worker' },
	],
	baseURL: async ({ server }, use) => {
		await use(server.origin);
	},
});
test.describe.configure({ mode: 'serial' });

/** The page of the session of the course. */
async function openSession(page: Page): Promise<void> {
	await page.goto(`${BASE}/sessions?year=${YEAR}`);
	await page
		.getByRole('rowgroup')
		.filter({ hasText: COURSE })
		.getByRole('link', { name: /10\.03/ })
		.click();
	await expect(page.getByRole('heading', { level: 1, name: COURSE })).toBeVisible();
}

test('human resources plan a training from an operation of the adopted scenario and schedule it', async ({
	page,
}) => {
	await signIn(page, 'hr-elena');
	await page.goto(`${BASE}/needs`);
	await page.getByLabel('Вариант').selectOption({ label: 'Вариант А' });
	await page.getByRole('button', { name: 'Вземете от варианта' }).click();
	await page.goto(`${BASE}/needs?view=table`);
	const need = page.getByRole('row').filter({ hasText: 'поета функция' });
	await expect(need.getByRole('link', { name: /Вариант А/ })).toBeVisible();
	await expect(need).toContainText('31.12.2026');
	await page.goto(`${BASE}/plan?year=${YEAR}`);
	await page.getByLabel('Година на плана').fill(String(YEAR));
	await page.getByRole('button', { name: 'Започнете план' }).click();
	await page.getByRole('button', { name: 'Включете всички' }).click();
	await page.goto(`${BASE}/sessions?year=${YEAR}`);
	await page.getByRole('link', { name: new RegExp(`^Насрочете: ${COURSE}`) }).click();
	await page.getByLabel(/^Първи ден/).fill('2026-03-10');
	await page.getByLabel(/^Последен ден/).fill('2026-03-09');
	await page.getByRole('button', { name: 'Запазете провеждането' }).click();
	await expect(page.getByLabel(/^Последен ден/)).toHaveAttribute('aria-invalid', 'true');
	await page.getByLabel(/^Последен ден/).fill('2026-03-10');
	await page.getByRole('button', { name: 'Запазете провеждането' }).click();
	await expect(page.getByText('Провеждането е записано.')).toBeVisible();
	await expectAccessible(page);
});

test('the year shows the session, and the arrows move it and back', async ({ page }) => {
	await signIn(page, 'hr-elena');
	await page.goto(`${BASE}/plan/timeline?year=${YEAR}`);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	const bar = page.getByRole('link', { name: new RegExp(`^${COURSE}`) });
	await bar.focus();
	await bar.press('ArrowDown');
	await expect(page.getByText('Провеждането вече започва на 17.03.2026')).toBeVisible();
	await expect(bar).toBeFocused();
	await bar.press('ArrowUp');
	await expect(page.getByText('Провеждането вече започва на 10.03.2026')).toBeVisible();
});

test('attendance makes it held, a participant evaluates it without an account, the gain is shown', async ({
	page,
	browser,
	baseURL,
}) => {
	await signIn(page, 'hr-elena');
	await openSession(page);
	await page.getByRole('link', { name: 'Присъствие' }).click();
	await page.getByRole('button', { name: 'Останалите са присъствали' }).click();
	await expect(page.getByText('Присъствието е записано.')).toBeVisible();
	await expectAccessible(page);
	await page
		.getByRole('link', { name: /^Удостоверение/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1, name: 'Удостоверение' })).toBeVisible();
	await openSession(page);
	await page.getByRole('link', { name: 'Оценка', exact: true }).click();
	await page
		.getByLabel(/^Преди: /)
		.first()
		.fill('8');
	await page
		.getByLabel(/^След: /)
		.first()
		.fill('14');
	await page
		.getByLabel(/^Максимум: /)
		.first()
		.fill('20');
	await page
		.getByRole('button', { name: /^Запишете резултата/ })
		.first()
		.click();
	await expect(page.getByRole('cell', { name: '0,50' })).toBeVisible();
	await page.getByRole('button', { name: 'Създайте връзки за участвалите' }).click();
	const address = (await page.locator('code').first().textContent()) ?? '';
	await expectAccessible(page);

	const guest = await browser.newContext({ baseURL: baseURL ?? '' });
	const other = await guest.newPage();
	await other.goto(address);
	for (const question of ['content', 'trainer', 'organisation', 'usefulness'])
		await other.locator(`input[name="${question}"][value="5"]`).check();
	await expectAccessible(other);
	await other.getByRole('button', { name: 'Изпратете' }).click();
	await expect(other.getByText('Благодарим ви. Отговорът е записан.')).toBeVisible();
	await guest.close();
	await page.reload();
	await expect(page.getByText('Отговорите са по-малко от три')).toBeVisible();
});

test('the workbook has the day of the training beside each participant', async ({ page }) => {
	await signIn(page, 'hr-elena');
	await page.goto(`${BASE}/plan?year=${YEAR}`);
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Изтеглете в Excel' }).click();
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.readFile(await (await waiting).path());
	const days: string[] = [];
	workbook.getWorksheet('Участници')?.eachRow((row) =>
		row.eachCell(({ value }) => {
			if (value instanceof Date) days.push(value.toISOString().slice(0, 10));
		}),
	);
	expect(new Set(days)).toEqual(new Set(['2026-03-10']));
	const sums = totalOf(workbook, 'План');
	const money = totalOf(workbook, 'Бюджет').at(-1) ?? 0;
	const stats = page.getByLabel('Планът в числа');
	for (const sum of [sums[0] ?? 0, money]) expect(await statsOf(stats)).toContain(sum);
	await page.goto(`${BASE}/indicators?year=${YEAR}`);
	await expectAccessible(page);
});

/** The sums in the last row of a table of the workbook, as they are kept beside their formulas. */
function totalOf(workbook: ExcelJS.Workbook, name: string): readonly number[] {
	const sums: number[] = [];
	workbook.getWorksheet(name)?.eachRow((row) => {
		if (![row.getCell(1).text, row.getCell(2).text].includes('Всичко')) return;
		row.eachCell(({ result }) => {
			if (typeof result === 'number') sums.push(result);
		});
	});
	return sums;
}

/** The numbers of the strip above the plan. */
async function statsOf(stats: Locator): Promise<readonly number[]> {
	const texts = await stats.locator('.value').allTextContents();
	return texts.map((text) => Number(text.replace(/[^0-9,]/g, '').replace(',', '.')));
}
