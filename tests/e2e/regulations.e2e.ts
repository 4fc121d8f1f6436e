import { expect } from 'playwright/test';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll, signIn, test } from './support.ts';

const TEXT = `ГЛАВА ТРЕТА
СПЕЦИАЛИЗИРАНА АДМИНИСТРАЦИЯ
Чл. 24. (1) Отдел „Местни приходи“ се ръководи от началник.
(2) Отделът изпълнява следните функции:
1. изпраща уведомления за неплатения туристически данък по чл. 14 от ЗМДТ;
2. поддържа електронната пощенска кутия за жалби;
3. обобщава справките за просрочените вземания.
Чл. 25. Кабинет „Връзки с медиите“ изпълнява следните функции:
1. подготвя пресконференции.
`;

test('a pasted text is reviewed by keyboard, and a function is found with its anchor', async ({ page }) => {
	const complaints = complaintsOf(page);
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/imports/text');
	await expectAccessible(page);
	await page.getByLabel('Име на правилника').fill(`Правилник ${Date.now()}`);
	await page.getByLabel('Текст', { exact: true }).fill(TEXT);
	await page.getByRole('button', { name: 'Прочетете текста' }).press('Enter');
	await page.waitForURL(/\/imports\/text\/.+/);
	await expect(page.getByText('0 от 4 прегледани')).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	const heading = (anchor: string) => page.getByRole('heading', { name: `Функция по ${anchor}` });
	await expect(heading('чл. 24, ал. 2, т. 1')).toBeVisible();
	await page.getByRole('button', { name: 'Приемете', exact: true }).focus();
	await page.keyboard.press('j');
	await expect(heading('чл. 24, ал. 2, т. 2')).toBeVisible();
	await page.keyboard.press('k');
	await expect(heading('чл. 24, ал. 2, т. 1')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Приемете', exact: true })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByText('1 от 4 прегледани')).toBeVisible();
	await expect(heading('чл. 24, ал. 2, т. 2')).toBeVisible();
	await page.getByRole('button', { name: 'Пропуснете' }).press('Enter');
	await expect(page.getByText('2 от 4 прегледани')).toBeVisible();

	await page.locator('summary', { hasText: 'Изречение, което не възлага' }).press('Enter');
	await page.getByRole('link', { name: 'чл. 24, ал. 1', exact: true }).press('Enter');
	await expect(page.getByRole('button', { name: 'Отбележете като функция' })).toBeVisible();
	await expectAccessible(page);
	await page.reload();
	await expect(page.getByText('2 от 4 прегледани')).toBeVisible();
	await expect(page.getByText('няма такова звено в структурата')).toBeVisible();
	await page.getByRole('button', { name: 'Внесете приетите функции' }).press('Enter');
	await expect(page.getByText('Функциите са внесени')).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Към функциите' }).press('Enter');
	await page.waitForURL(/\/functions\?version=/);
	await page.goto(page.url().replace('/functions?', '/search?q=уведомления&'));
	await page
		.getByRole('link', { name: /Изпраща уведомления за неплатения/ })
		.first()
		.press('Enter');
	await page.locator('summary', { hasText: 'Откъде е това?' }).click();
	await expect(page.getByRole('cell', { name: 'чл. 24, ал. 2, т. 1' }).first()).toBeVisible();

	await page.goBack();
	await page.goto('/m/elena/imports/text');
	await page
		.getByRole('link', { name: /^Правилник / })
		.first()
		.click();
	await page.getByText('Върнете вноса', { exact: true }).click();
	await page.getByRole('button', { name: 'Да, върнете вноса' }).click();
	await expect(page.getByText('Вносът е върнат')).toBeVisible();
	await expectAccessible(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await expectNoSidewaysScroll(page);
	expect(complaints).toEqual([]);
});
