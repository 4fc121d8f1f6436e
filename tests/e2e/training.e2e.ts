import ExcelJS from 'exceljs';
import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn, test } from './support.ts';

const BASE = '/m/lyaskovets';

test.describe.configure({ mode: 'serial' });

test('human resources take the needs from the gaps and plan the year', async ({ page }) => {
	await signIn(page, 'hr-lyaskovets');
	await page.goto(`${BASE}/training`);
	await expect(page.getByRole('rowheader', { name: /Началник на отдел/ }).first()).toBeVisible();
	await expectAccessible(page);

	await page.goto(`${BASE}/training/needs`);
	await page.getByRole('button', { name: 'Вземете днешните потребности' }).click();
	await expect(page.getByText(/^Добавени: 8\./)).toBeVisible();
	await expectAccessible(page);

	await page.goto(`${BASE}/training/plan`);
	await page.getByRole('button', { name: 'Започнете план' }).click();
	await page.getByRole('button', { name: 'Включете всички' }).click();
	await expect(page.getByText('Обученията са включени в плана.')).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});

test('a wrong number in a line of the plan is said at its field, and what was typed stays', async ({
	page,
}) => {
	await signIn(page, 'hr-lyaskovets');
	await page.goto(`${BASE}/training/plan`);
	await page.getByRole('link', { name: 'Местни данъци и принудително събиране' }).click();
	await page.getByLabel(/^Продължителност/).fill('осем');
	await page.getByLabel('Място', { exact: true }).fill('Лясковец');
	await page.getByRole('button', { name: 'Запазете обучението' }).click();
	await expect(page.getByLabel(/^Продължителност/)).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByLabel(/^Продължителност/)).toHaveValue('осем');
	await expect(page.getByLabel('Място', { exact: true })).toHaveValue('Лясковец');
	await expectAccessible(page);
	await page.getByLabel(/^Продължителност/).fill('7,5');
	await page.getByRole('button', { name: 'Запазете обучението' }).click();
	await expect(page.getByText('Обучението е записано.')).toBeVisible();
	await expect(page.getByRole('row', { name: /Местни данъци.*Лясковец/ })).toContainText('7,5');
});

test('the workbook of the plan says what the page says, with names for human resources', async ({ page }) => {
	await signIn(page, 'hr-lyaskovets');
	await page.goto(`${BASE}/training/plan`);
	const seats = Number(await page.locator('tfoot .number').first().textContent());
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Изтеглете в Excel' }).click();
	const download = await waiting;
	expect(download.suggestedFilename()).toMatch(/^План за обучение Община Лясковец \d{4}\.xlsx$/);
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.readFile(await download.path());
	const plan = workbook.getWorksheet('План');
	const totals: unknown[] = [];
	plan?.eachRow((row) => {
		if (row.getCell(2).value === 'Всичко') totals.push(row.getCell(7).result);
	});
	expect(totals).toEqual([seats]);
	expect(workbook.getWorksheet('Участници')?.getCell('B4').value).toBe('Служител');
});

test('a councillor sees the plan in numbers and no person', async ({ page }) => {
	await signIn(page, 'savetnik-lyaskovets-1');
	await page.goto(`${BASE}/training/needs`);
	await expect(page.getByText('под 3').first()).toBeVisible();
	await expectAccessible(page);
	await expect(page.getByRole('button', { name: 'Вземете днешните потребности' })).toHaveCount(0);
	const answer = await page.goto(`${BASE}/people`);
	expect(answer?.status()).toBe(403);
});

test('an assessment closes the gap, and the matrix shows it', async ({ page }) => {
	await signIn(page, 'hr-lyaskovets');
	await page.goto(`${BASE}/people/ly-e045`);
	await expectAccessible(page);
	const form = page.locator('form', { has: page.getByRole('button', { name: 'Запишете оценката' }) });
	await form.getByLabel('Компетентност', { exact: true }).selectOption({ label: 'Местни данъци и такси' });
	await form.getByLabel('Ниво', { exact: true }).selectOption({ label: '4 – напреднало' });
	await form.getByLabel(/^Дата на оценката/).fill('2026-01-15');
	await form.getByLabel(/^Източник/).fill('тест след обучение');
	await page.getByRole('button', { name: 'Запишете оценката' }).click();
	await expect(page.getByText('Оценката е записана.')).toBeVisible();
	const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
	await page.goto(`${BASE}/training?open=on&rows=people`);
	await expect(page.getByRole('table')).toBeVisible();
	await expect(page.getByRole('link', { name })).toHaveCount(0);
});
