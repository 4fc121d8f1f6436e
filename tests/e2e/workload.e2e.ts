import { expect, type Page } from 'playwright/test';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll, signIn, test } from './support.ts';

const METHODS = '/m/lyaskovets/workload/methods';
const PAGES = [
	METHODS,
	`${METHODS}?view=table&only=unproven`,
	`${METHODS}/ly-osut`,
	'/m/lyaskovets/workload/even',
	'/m/lyaskovets/workload/months',
	'/m/elena/workload/benchmarks',
	'/m/elena/workload/benchmarks?view=table',
	'/m/lyaskovets/workload/year',
	'/m/lyaskovets/workload/sample?share=25&error=2',
	'/m/lyaskovets/workload/day?post=ly-va-va&day=2025-11-20',
];

test('the pages of the three methods open, are accessible, fit a phone and complain of nothing', async ({
	page,
}) => {
	test.setTimeout(120_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'konsultant');
	for (const path of PAGES) {
		const response = await page.goto(path);
		expect(response?.status(), path).toBe(200);
		await expectAccessible(page);
	}
	await page.setViewportSize({ width: 390, height: 844 });
	for (const path of PAGES) {
		await page.goto(path);
		await expectNoSidewaysScroll(page);
	}
	expect(complaints).toEqual([]);
});

test('a changed assumption moves the numbers at once and is given back', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto(`${METHODS}?view=table`);
	const unit = page.getByRole('row', { name: /Финансов контрольор/u });
	const before = await unit.innerText();
	await page.getByText('Допускания и източници').click();
	await page.getByLabel('Платен отпуск (дни)').fill('60');
	await page.getByLabel('Платен отпуск (дни)').press('Tab');
	await expect(page.getByText('Гледате предположение')).toBeVisible();
	await expect(unit).not.toHaveText(before);
	await page.getByRole('link', { name: 'Върнете стойностите в сила' }).first().click();
	await expect(page.getByText('Гледате предположение')).toBeHidden();
	expect(await unit.innerText()).toBe(before);
});

test('a suggestion to even out opens a filled-in operation of a draft, and only saving makes it', async ({
	page,
}) => {
	await signIn(page, 'konsultant');
	const name = `Изравняване ${Date.now()}`;
	await page.goto('/m/lyaskovets/scenarios/new');
	await page.getByLabel('Име').fill(name);
	await page.getByLabel('В сила от').fill('2027-01-01');
	await page.getByRole('button', { name: 'Започнете варианта' }).click();
	await page.waitForURL(/\/scenarios\/[0-9a-f]{10,}$/);
	const draft = page.url();
	await page.goto('/m/lyaskovets/workload/even');
	const row = page.getByRole('row', { name: /Води регистър на категоризираните заведения/u });
	await row.getByRole('link', { name: `Операция във „${name}“` }).click();
	await expect(page.getByRole('heading', { name: 'Нова операция: Прехвърляне на функция' })).toBeVisible();
	await expect(page.getByRole('main')).toContainText('Води регистър на категоризираните заведения');
	await expect(page.getByLabel('В кое звено')).toHaveValue('ly-hdip-1');
	await expectAccessible(page);
	await page.goto(draft);
	await expect(page.getByText('Още няма операции')).toBeVisible();
	await page.goBack();
	await page.getByLabel(/^Мотив/u).fill('Единият води регистъра, другият има време за него.');
	await page
		.getByRole('main')
		.getByRole('button', { name: /^Запишете/u })
		.click();
	await page.waitForURL((url) => !url.pathname.includes('/operations/'));
	await page.goto(draft);
	await expect(page.getByText('Още няма операции')).toHaveCount(0);
	await page.goto('/m/lyaskovets/functions/ly-osut-f31');
	await expect(page.getByRole('main')).toContainText('Общинска собственост');
});

test('the workbook of the three methods comes as a file', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto(`${METHODS}?view=export`);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Изтеглете Excel' }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/^Натовареност по три метода.*\.xlsx$/);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('assumptions are a form and a wrong one is said at its field', async ({ page }) => {
		await signIn(page, 'konsultant');
		await page.goto(`${METHODS}?leave=много`);
		await expect(page.getByText('Стойността не е число в допустимите граници.')).toBeVisible();
		await page.getByLabel('Платен отпуск (дни)').fill('30');
		await page.getByRole('button', { name: 'Пресметнете' }).click();
		await expect(page).toHaveURL(/leave=30/u);
		await expect(page.getByText('Гледате предположение')).toBeVisible();
	});

	test('a day is recorded row by row, and a row over another one is refused', async ({ page }) => {
		await signIn(page, 'konsultant');
		await page.goto('/m/lyaskovets/workload/day?post=ly-va-va&day=2025-11-19');
		await expect(page.getByText('За този ден няма записи')).toBeVisible();
		await addRow(page, '08:00', '12:00');
		await expect(page.getByText('Записани са 240 мин. при работен ден от 480 мин.')).toBeVisible();
		await addRow(page, '11:30', '13:00');
		await expect(page.getByText('застъпва се с реда от 08:00 до 12:00 ч.')).toBeVisible();
		await page.getByRole('button', { name: 'Премахнете реда 08:00–12:00' }).click();
		await expect(page.getByText('За този ден няма записи')).toBeVisible();
	});
});

async function addRow(page: Page, starts: string, ends: string): Promise<void> {
	await page.getByLabel('От час').fill(starts);
	await page.getByLabel('До час').fill(ends);
	await page.getByLabel('Дейност').fill('Одитен доклад');
	await page.getByRole('button', { name: 'Запишете реда' }).click();
}
