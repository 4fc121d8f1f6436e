import { expect, type Page } from 'playwright/test';
import { aWorkbook } from '#tests/support/awkward.ts';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll, signIn, test } from './support.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A staffing table as municipalities have it: titles, a two-row heading, a unit across the table, a total, a note. */
function aStaffingTable(): Promise<Buffer> {
	return aWorkbook({
		name: 'Щат',
		rows: [
			['ОБЩИНА ЕЛЕНА'],
			['№', 'Звено', 'Длъжност', 'Щатни бройки', null, 'ДС/ТПО'],
			[null, null, null, 'общо', 'заети', null],
			['Отдел „Проектно управление“'],
			[1, null, 'началник на отдел', 1, 1, 'ДС'],
			[2, null, 'гл. експерт', '1,5', 1, 'ДС'],
			[3, null, 'координатор', 'една', 0, 'ТПО'],
			[null, null, 'ОБЩО', '3,5', 2, null],
			['Забележка: проект'],
		],
		merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'A4:F4'],
	});
}

async function toStep(page: Page, name: string): Promise<void> {
	await page.getByRole('navigation', { name: 'Стъпки на внасянето' }).getByRole('link', { name }).click();
	await expect(
		page.getByRole('link', { name, exact: false }).and(page.locator('[aria-current]')),
	).toBeVisible();
}

test('a staffing table goes from file to working version, and back', async ({ page }) => {
	const complaints = complaintsOf(page);
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/imports');
	await expectAccessible(page);
	const name = `щат-${Date.now()}.xlsx`;
	await page
		.getByLabel('Файл задължително')
		.setInputFiles({ name, mimeType: XLSX, buffer: await aStaffingTable() });
	await page.getByRole('button', { name: 'Прочетете файла' }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Вид: Щат' })).toHaveValue('staffing');
	await expectAccessible(page);

	await toStep(page, '2. Таблица');
	await expect(page.getByLabel('Антетка от ред')).toHaveValue('2');
	const handle = page.getByRole('slider', { name: 'Край на антетката' });
	await handle.press('ArrowDown');
	await expect(page.getByLabel('до ред')).toHaveValue('4');
	await handle.press('ArrowUp');
	await expect(page.getByLabel('до ред')).toHaveValue('3');
	await expectAccessible(page);
	await toStep(page, '3. Колони');
	await expect(page.getByRole('combobox', { name: /колона C/ })).toHaveValue('title');
	await expectAccessible(page);

	await toStep(page, '4. Стойности');
	await page.getByRole('button', { name: 'Създайте всички липсващи звена' }).click();
	await expect(page.getByText('избрано').first()).toBeVisible();
	await expectAccessible(page);

	await toStep(page, '5. Редове');
	await expect(page.getByText('„една“ не е число.').first()).toBeVisible();
	await expectAccessible(page);
	await page.getByLabel('Поправка на D7').fill('1');
	await page.getByLabel('Поправка на D7').press('Enter');
	await expect(page.getByText('„една“ не е число.')).toHaveCount(0);

	await page.locator('summary', { hasText: 'Намиране и замяна' }).click();
	await page.getByLabel('В колона').selectOption('title');
	await page.getByLabel('Намерете').fill('КООРДИНАТОР');
	await page.getByLabel('Напишете').fill('координатор проекти');
	await page.getByRole('button', { name: 'Заменете навсякъде' }).press('Enter');
	await page.getByRole('link', { name: 'всички' }).click();
	await expect(page.getByText('координатор проекти').first()).toBeVisible();

	await toStep(page, '6. Разлика');
	await expect(page.getByText(/Звено: Отдел „Проектно управление“/)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Внесете промените (4)' }).click();
	await expect(page.getByText('Файлът е внесен')).toBeVisible();
	await expect(page.getByText(/Длъжност: координатор проекти/)).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Отворете работната редакция' }).click();
	await page.waitForURL(/\/structure\?version=/);
	await page.goto(page.url().replace('/structure?', '/search?q=координатор&'));
	await page
		.getByRole('link', { name: /координатор/i })
		.first()
		.click();
	await page.locator('summary', { hasText: 'Откъде е това?' }).click();
	await expect(page.getByRole('cell', { name: 'D7' })).toBeVisible();

	await page.goto('/m/elena/imports');
	await page.getByRole('link', { name }).first().click();
	await page.getByText('Върнете вноса', { exact: true }).click();
	await page.getByRole('button', { name: 'Да, върнете вноса' }).click();
	await expect(page.getByText('Внасянето е върнато')).toBeVisible();
	expect(complaints).toEqual([]);
});

test('a damaged file is refused with a sentence, and the steps fit a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 800 });
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/imports');
	await expectNoSidewaysScroll(page);
	const whole = await aStaffingTable();
	const cut = { name: 'отрязан.xlsx', mimeType: XLSX, buffer: whole.subarray(0, whole.length / 2) };
	await page.getByLabel('Файл задължително').setInputFiles(cut);
	await page.getByRole('button', { name: 'Прочетете файла' }).click();
	await expect(page.getByText('Файлът е повреден или отрязан', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Изтрийте файла' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Внасяне' })).toBeVisible();

	await page
		.getByLabel('Файл задължително')
		.setInputFiles({ name: 'телефон.xlsx', mimeType: XLSX, buffer: whole });
	await page.getByRole('button', { name: 'Прочетете файла' }).click();
	for (const step of ['table', 'columns', 'values', 'rows', 'difference']) {
		await page.goto(`${page.url().split('?')[0]}?step=${step}`);
		await expectNoSidewaysScroll(page);
	}
});
