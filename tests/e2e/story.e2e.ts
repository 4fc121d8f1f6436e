import ExcelJS from 'exceljs';
import { expect, type Page } from 'playwright/test';
import { signIn, test } from './support.ts';

/**
 * The whole job with Община Елена: a duplication becomes a finding, the finding an operation, the operations a
 * proposal that the council discusses, votes and adopts; HR plans the training that follows; both workbooks are
 * downloaded and read back.
 */
test.describe.configure({ mode: 'serial' });

const DUPLICATE = 'Извършва регистрация на постъпилите заявления за административни услуги';
const KEPT = 'Регистрира постъпилите заявления за административни услуги';
const SCENARIO = 'Вариант А: едно гише';
let scenarioUrl = '';
let proposalUrl = '';

test('the consultant judges the strongest pair and makes it a finding with a recommendation', async ({
	page,
}) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/overlaps');
	await expect(page.getByRole('heading', { name: 'Припокривания', level: 1 })).toBeVisible();
	const row = page.getByRole('row').filter({ hasText: DUPLICATE }).filter({ hasText: KEPT });
	await row.getByRole('link').first().click();
	await expect(page.getByRole('heading', { name: /^Защо 0,9/ })).toBeVisible();
	const judged = page.url();
	await page.getByRole('link', { name: 'Направете констатация' }).click();
	await expect(page.getByLabel('Заглавие')).toHaveValue(/дублиране/i);
	await page.getByRole('button', { name: 'Запишете констатацията' }).click();
	await expect(page).toHaveURL(/\/findings\/[0-9a-f]+/);
	await expect(page.getByText(KEPT).first()).toBeVisible();

	const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Добавете препоръка' }) });
	await form.getByLabel('Препоръка').fill('Заявленията да се вписват само в центъра за обслужване.');
	await form.getByLabel('Очакван ефект').fill('Едно вписване вместо две.');
	await form.getByRole('button', { name: 'Добавете препоръка' }).click();
	await expect(page.getByRole('heading', { name: 'Препоръка 1' })).toBeVisible();

	await page.goto(judged);
	const undecided = Number.parseInt(await page.getByText(/^\d+ нерешени двойки/).innerText(), 10);
	expect(undecided).toBeGreaterThan(5);
	await page.getByRole('radio', { name: /Истинско дублиране/ }).check();
	await page.getByLabel('Мотив').fill('Двете звена вписват едни и същи заявления в две книги.');
	await page.getByRole('button', { name: 'Запишете решението' }).click();
	await expect(page.getByText(`${undecided - 1} нерешени двойки`)).toBeVisible();
});

test('the consultant turns the finding into operations; the ledger blocks until no function is lost', async ({
	page,
}) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/findings');
	await page.getByRole('main').locator('table a[href*="/findings/"]').first().click();
	await page.getByRole('link', { name: 'Нов вариант' }).click();
	await page.getByLabel('Име').fill(SCENARIO);
	await page.getByLabel('Какво цели').fill('Да отпадне двойната регистрация на заявления.');
	await page.getByLabel('В сила от').fill('2027-03-01');
	await page.getByRole('button', { name: 'Започнете варианта' }).click();
	await page.waitForURL(/\/scenarios\/[0-9a-f]{10,}\?finding=/);
	// The scenario begins with the finding that it answers.
	await expect(page.getByText(/Констатация № 1|констатация № 1/).first()).toBeVisible();
	scenarioUrl = new URL(page.url()).pathname;

	await beginOperation(page, 'function-merge', 'el-cao-f07');
	await page.getByRole('searchbox', { name: 'Търсене в списъка' }).fill(DUPLICATE);
	await expect(page.getByText(/^Показани: [12] от /)).toBeVisible();
	await page.getByRole('checkbox', { name: DUPLICATE, exact: true }).check();
	await page.getByRole('checkbox', { name: /^Констатация № 1/ }).check();
	await saveOperation(page, 'Двойното вписване отпада.');

	await page.goto(`${scenarioUrl}/submit`);
	await expect(page.getByText('Предложението още не може да се внесе')).toBeVisible();
	await expect(page.getByText(/Никой не отговаря за функцията/)).toBeVisible();

	await beginOperation(page, 'function-transfer', 'el-ut-f38');
	await page
		.getByLabel('В кое звено')
		.selectOption({ label: await unitOption(page, 'Устройство на територията') });
	await saveOperation(page, 'Уличното осветление не е възложено на никого.');

	await beginOperation(page, 'post-change', 'el-ut-zem');
	await page.getByLabel('Щатни бройки').fill('1');
	await saveOperation(page, 'Едната бройка е незаета и не е нужна.');

	await beginOperation(page, 'unit-rename', 'el-cao');
	await page.getByLabel('Име на звеното').fill('Отдел „Едно гише“');
	await page.getByLabel('Вид', { exact: true }).selectOption({ label: 'отдел' });
	await saveOperation(page, 'Името казва какво прави звеното.');

	await page.goto(`${scenarioUrl}/chart`);
	await expect(page.getByRole('treeitem', { name: /Едно гише/ })).toBeVisible();
	await page.goto(`${scenarioUrl}/ledger`);
	await expect(page.getByText('Ведомостта се затваря: контрола 0.')).toBeVisible();
	await page.goto(`${scenarioUrl}/impact`);
	await expect(page.getByRole('heading', { name: 'Численост' })).toBeVisible();
});

test('the consultant submits the proposal once, whatever is pressed twice', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto(`${scenarioUrl}/submit`);
	await page.getByLabel('Относно').fill('Структура на общинската администрация');
	await page.getByRole('button', { name: 'Внесете предложението' }).dblclick();
	await page.waitForURL(/\/council\/\d+$/);
	proposalUrl = new URL(page.url()).pathname;
	await expect(page.getByText('Съдържанието е точно това, което е внесено.')).toBeVisible();
	await page.goto('/m/elena/council');
	await expect(page.getByRole('link', { name: 'Структура на общинската администрация' })).toHaveCount(1);
	const refused = await page.goto(`${scenarioUrl}/operations/new?kind=unit-rename&subject=el-cao`);
	expect(refused?.status()).toBeLessThan(500);
});

test('a councillor comments on a point, the council opens, votes by name and adopts', async ({ page }) => {
	await signIn(page, 'predsedatel-elena');
	await page.goto(proposalUrl);
	const point = page.getByRole('article').filter({ hasText: KEPT }).first();
	await point.getByText('Бележка или въпрос').first().click();
	await point.getByLabel('Бележка или въпрос').fill('Кой ще вписва заявленията в кметствата?');
	await point.getByRole('button', { name: 'Публикувайте' }).click();
	await expect(page.getByText('Кой ще вписва заявленията в кметствата?')).toBeVisible();
	await page.getByRole('button', { name: 'Започнете разглеждането' }).click();
	await expect(page.getByText('в разглеждане').first()).toBeVisible();

	await page.goto(`${proposalUrl}/vote`);
	const rows = page.getByRole('row').filter({ has: page.getByRole('radio') });
	const councillors = await rows.count();
	expect(councillors).toBe(13);
	for (let at = 0; at < councillors; at++) {
		const choice = at < 8 ? 'за' : at < 11 ? 'против' : 'въздържал се';
		await rows
			.nth(at)
			.getByLabel(new RegExp(`(^|[\\s,:–])${choice}$`))
			.check();
	}
	await page.getByRole('button', { name: 'Запишете гласуването' }).click();
	await expect(page.getByText('За 8, против 3, въздържали се 2, отсъстващи 0.').first()).toBeVisible();
	await expect(page.getByText('Предложението събира нужното мнозинство.').first()).toBeVisible();

	await page.getByLabel('Решение №').fill('214');
	await page.getByRole('button', { name: 'Запишете решението и въведете структурата' }).click();
	await expect(page.getByText(/прието с решение № 214/).first()).toBeVisible();
});

test('the next version of the structure stands beside the one it replaces', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure/versions');
	await expect(page.getByText('01.03.2027').first()).toBeVisible();
	const version = page.getByRole('row').filter({ hasText: '01.03.2027' }).first();
	await version.getByRole('link').first().click();
	await page.waitForURL(/version=/);
	await page.goto(`${new URL(page.url()).pathname}${new URL(page.url()).search}&view=table`);
	await expect(page.getByRole('row').filter({ hasText: 'Отдел „Едно гише“' }).first()).toBeVisible();
});

test('the workbook of the proposal opens, adds up and holds no name of an employee', async ({ page }) => {
	await signIn(page, 'predsedatel-elena');
	const workbook = await download(page, proposalUrl, /Excel/);
	const sheets = workbook.worksheets.map((sheet) => sheet.name);
	expect(sheets).toEqual(
		expect.arrayContaining(['За файла', 'Операции', 'Щат преди', 'Щат след', 'Правила']),
	);
	const text = textOf(workbook);
	expect(text).toContain('Отдел „Едно гише“');
	expect(text).toContain(KEPT);
	expect(text).not.toContain('Маргарита Ангелова Савова');
	expect(checksOf(workbook).every((value) => value === 0)).toBe(true);
});

test('HR takes the needs from the gaps and from the scenario, plans them and downloads the plan', async ({
	page,
}) => {
	await signIn(page, 'hr-elena');
	await page.goto('/m/elena/training/needs');
	await page.getByRole('button', { name: 'Вземете днешните потребности' }).click();
	await expect(page.getByText(/^Добавени: /)).toBeVisible();
	await page.goto('/m/elena/training/plan?year=2027');
	await page.getByRole('button', { name: 'Започнете план' }).click();
	await page.getByRole('button', { name: 'Включете всички' }).click();
	const workbook = await download(page, page.url(), /Изтеглете в Excel/);
	const sheets = workbook.worksheets.map((sheet) => sheet.name);
	expect(sheets).toEqual(
		expect.arrayContaining(['За файла', 'План', 'Участници', 'Бюджет', 'График', 'Индикатори']),
	);
	expect(checksOf(workbook).every((value) => value === 0)).toBe(true);
});

async function beginOperation(page: Page, kind: string, subject: string): Promise<void> {
	await page.goto(`${scenarioUrl}/operations/new?kind=${kind}&subject=${subject}`);
}

async function saveOperation(page: Page, motive: string): Promise<void> {
	await page.getByLabel('Мотив').fill(motive);
	await page.getByRole('button', { name: 'Запишете операцията' }).click();
	await page.waitForURL((url) => url.pathname === scenarioUrl);
}

async function unitOption(page: Page, part: string): Promise<string> {
	const labels = await page.getByLabel('В кое звено').locator('option').allTextContents();
	return labels.find((label) => label.includes(part)) ?? '';
}

async function download(page: Page, address: string, name: RegExp): Promise<ExcelJS.Workbook> {
	await page.goto(address);
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name }).first().click();
	const file = await waiting;
	expect(file.suggestedFilename()).toMatch(/[\u0400-\u04ff].*\.xlsx$/);
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.readFile(await file.path());
	return workbook;
}

function textOf(workbook: ExcelJS.Workbook): string {
	const texts: string[] = [];
	for (const sheet of workbook.worksheets)
		sheet.eachRow((row) => {
			row.eachCell((cell) => texts.push(cell.text));
		});
	return texts.join('\n');
}

/** Cached results of the check formulas: the cell to the right of „Контрола“. */
function checksOf(workbook: ExcelJS.Workbook): readonly unknown[] {
	const results: unknown[] = [];
	for (const sheet of workbook.worksheets)
		sheet.eachRow((row) => {
			row.eachCell((cell, column) => {
				if (/^Контрола\b/.test(cell.text)) results.push(row.getCell(column + 1).result ?? 0);
			});
		});
	return results;
}
