import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { expect, type Browser, type Page } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn, test } from './support.ts';

const UNIT = /Общинска собственост, устройство на територията/;
/** Rows of work begin here in a questionnaire; the fourth column holds the percentage. */
const [FIRST_ROW, SHARE_COLUMN] = [7, 4];

/** Looks at a page as the organiser has it on the table and in the hand. */
async function expectSound(page: Page): Promise<void> {
	await expectAccessible(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await expectNoSidewaysScroll(page);
	await page.setViewportSize({ width: 1280, height: 800 });
}

/** Fills the page of a personal link in on a phone that runs no script, and hands it in. */
async function answerOnPhone(browser: Browser, link: string): Promise<void> {
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		javaScriptEnabled: false,
	});
	const page = await context.newPage();
	const next = () => page.getByRole('button', { name: 'Запазете и продължете' }).click();
	const title = page.getByRole('heading', { level: 1 });
	await page.goto(link);
	await next();
	for (const [at, box] of (await page.getByRole('checkbox').all()).entries()) await box.setChecked(at < 3);
	await next();
	for (let pages = 0; pages < 20 && (await title.innerText()) !== 'Преглед'; pages++) {
		const split = page.getByRole('button', { name: 'Раздели остатъка поравно' });
		if (await split.isVisible()) await split.click();
		await next();
	}
	await page.getByRole('button', { name: 'Предайте отговорите' }).click();
	await expect(page.getByText('Отговорите са предадени')).toBeVisible();
	await context.close();
}

/** Fills in every sheet of a questionnaire but the first one, whose person answered by the link. */
async function filled(path: string, shares: readonly number[]): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(Uint8Array.from(await readFile(path)).buffer);
	const sheets = workbook.worksheets.filter((sheet) => sheet.getCell('A2').value === 'ustroy-survey-1');
	for (const sheet of sheets.slice(1))
		shares.forEach((share, row) => (sheet.getCell(FIRST_ROW + row, SHARE_COLUMN).value = share));
	return Buffer.from(await workbook.xlsx.writeBuffer());
}

test('a survey of Лясковец goes from creation by link and by Excel to the three marks of the chart', async ({
	page,
	browser,
}) => {
	test.setTimeout(240_000);
	await signIn(page, 'konsultant');
	await page.goto('/m/lyaskovets/surveys');
	await page.getByRole('link', { name: 'Нова анкета' }).click();
	await expectSound(page);
	await page.getByLabel('Име на анкетата').fill('Време на дирекцията');
	await page.getByLabel('Последен ден за отговор').fill('2099-12-31');
	await page.getByLabel('Кой потвърждава отговорите').selectOption('consultant');
	await page.getByRole('button', { name: 'Отбележете всички' }).click();
	await expect(page.getByRole('checkbox', { checked: false })).toHaveCount(0);
	await page.getByRole('button', { name: 'Махнете всички' }).click();
	await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
	await page.getByRole('button', { name: 'Направете чернова' }).click();
	await expect(page.getByText('Изберете поне едно звено, в което работи някой.').first()).toBeVisible();
	await page.getByRole('checkbox', { name: UNIT }).check();
	await page.getByRole('button', { name: 'Направете чернова' }).click();
	await expectSound(page);
	await page.getByRole('button', { name: 'Отворете анкетата и направете връзките' }).click();
	await expect(page.getByText('Лични връзки: показват се само сега')).toBeVisible();
	await expectSound(page);
	const [first = ''] = await page.locator('#links li').allInnerTexts();
	const link = /\/s\/[A-Za-z0-9_-]{43}/.exec(first)?.[0] ?? '';
	await answerOnPhone(browser, link);

	await page.getByRole('link', { name: 'Въпросници в Excel' }).click();
	await expectSound(page);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: /Изтеглете за звеното/ }).click();
	const path = await (await download).path();
	const bring = async (name: string, shares: readonly number[]) => {
		const buffer = await filled(path, shares);
		const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
		await page.locator('#files').setInputFiles({ name, mimeType, buffer });
		await page.getByRole('button', { name: 'Приемете ги' }).click();
	};
	await bring('грешен.xlsx', [60, -5]);
	await expect(page.getByText('не е приет')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Изтеглете същия файл с отбелязаните места' })).toBeVisible();
	await expectSound(page);
	await bring('верен.xlsx', [50, 30, 20]);
	await expect(page.getByText('Приети са отговорите на 8 души.')).toBeVisible();

	await page.getByRole('link', { name: 'Време на дирекцията' }).click();
	await expect(page.getByText('9 от 9', { exact: false }).first()).toBeVisible();
	await page.getByRole('link', { name: 'Качество на отговорите' }).click();
	await expect(page.getByText(/Отговорът съвпада с/).first()).toBeVisible();
	await expectSound(page);
	await page.goBack();
	await page.getByRole('link', { name: 'Прегледайте отговорите' }).click();
	await expectSound(page);

	await page
		.getByRole('link', { name: /^Отворете отговорите/ })
		.nth(1)
		.click();
	const shares = page.getByRole('textbox', { name: /\(%\)/ });
	await expect(shares.first()).toHaveValue('50');
	await shares.nth(0).fill('55');
	await page.getByRole('button', { name: 'Запазете поправката' }).click();
	await expect(page.getByText('Сборът е с 5 % над 100 %.')).toBeVisible();
	await shares.nth(1).fill('25');
	await page.getByRole('button', { name: 'Запазете поправката' }).click();
	await expect(page.getByText('казаното от човека стои до нея', { exact: false })).toBeVisible();
	await expect(page.getByText('каза 50 %')).toBeVisible();
	for (let left = 9; left > 0; left--) {
		await page
			.getByRole('button', { name: /^Потвърдете:/ })
			.first()
			.click();
		await expect(page.getByRole('button', { name: /^Потвърдете:/ })).toHaveCount(left - 1);
	}

	await page.getByRole('link', { name: 'Време на дирекцията' }).click();
	await page.getByRole('button', { name: 'Приключете анкетата' }).click();
	await page.getByRole('link', { name: 'Прилагане' }).click();
	await expectSound(page);
	await page.getByRole('button', { name: 'Приложете' }).click();
	await expect(page.getByText(/^Приложени: \d+ двойки/)).toBeVisible();
	await page.goto('/m/lyaskovets/workload/methods/ly-osut');
	// All nine people divided all their time: the survey counts nine posts.
	await expect(page.getByRole('main')).toContainText(
		/Σ \(дял от времето × заети × часове спрямо бройките\) = 9/,
	);
	await page.goBack();
	await page.getByRole('button', { name: 'Върнете прилагането' }).click();
	await expect(page.getByText('Прилагането е върнато.')).toBeVisible();
});
