import { gzipSync } from 'node:zlib';
import { expect, type Browser, type Page } from 'playwright/test';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll, signIn, test } from './support.ts';

const PHONE = { viewport: { width: 390, height: 844 } };
/** What a respondent's phone may be asked to load. */
const MOST_BYTES = 60 * 1024;

let links: readonly string[] = [];
/** The next link that nobody used yet. */
let used = 0;
const nextLink = (): string => links[used++] ?? '';

test.beforeAll(async ({ browser }) => {
	links = await linksOfNewSurvey(browser);
	expect(links.length).toBeGreaterThan(5);
});

/** Makes and opens a survey of the directorate for spatial planning as the consultant does; the links it gives out. */
async function linksOfNewSurvey(browser: Browser): Promise<readonly string[]> {
	const page = await browser.newPage();
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/surveys/new');
	await page.getByLabel('Име на анкетата', { exact: false }).first().fill('Време по функции, проба');
	await page.getByLabel('Отговорите се отнасят за времето от').fill('2026-01-01');
	await page
		.getByLabel('до', { exact: true })
		.or(page.locator('input[name="periodTo"]'))
		.first()
		.fill('2026-12-31');
	await page.getByLabel('Последен ден за отговор').fill('2099-12-31');
	for (const box of await page.getByRole('group', { name: /звена/i }).getByRole('checkbox').all())
		await box.uncheck();
	await page.getByRole('checkbox', { name: /Устройство на територията/ }).check();
	await page.getByRole('button', { name: 'Направете чернова' }).click();
	await page.getByRole('button', { name: 'Отворете анкетата и направете връзките' }).click();
	const addresses = await page.locator('#links li').allInnerTexts();
	await page.close();
	return addresses.flatMap((text) => /\/s\/[A-Za-z0-9_-]{43}/.exec(text) ?? []);
}

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const next = (page: Page) => page.getByRole('button', { name: 'Запазете и продължете' }).click();

/** Leaves only the first `count` functions ticked. */
async function keepOnly(page: Page, count: number): Promise<void> {
	for (const [at, box] of (await page.getByRole('checkbox').all()).entries())
		await box.setChecked(at < count);
}

/** Divides evenly on every page that divides, until the review. */
async function divideEverything(page: Page): Promise<void> {
	for (let pages = 0; pages < 20 && (await title(page).innerText()) !== 'Преглед'; pages++) {
		const split = page.getByRole('button', { name: 'Раздели остатъка поравно' });
		if (await split.isVisible()) {
			await split.click();
			await expect(page.getByText(/всичко е разпределено/)).toBeVisible();
		}
		await expectNoSidewaysScroll(page);
		await next(page);
	}
}

test('a phone without script fills the survey in, hands it in and reads it again', async ({ browser }) => {
	const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(nextLink());
	await expect(title(page)).toHaveText('Вашето място');
	await expect(page.getByText('Кой ще види отговорите')).toBeVisible();
	await page.getByLabel('Работни часове седмично по договор').fill('0');
	await next(page);
	await expect(page.getByText('Въведете число от 1 до 60.')).toBeVisible();
	await page.getByLabel('Работни часове седмично по договор').fill('40');
	await page.getByRole('radio', { name: 'в часове седмично' }).check();
	await next(page);
	await expect(title(page)).toHaveText('Вашата работа');
	await keepOnly(page, 4);
	await page.getByLabel('Потърсете сред всички функции').fill('няма такава дума');
	await page.getByRole('button', { name: 'Потърсете', exact: true }).click();
	await expect(page.getByText('Няма такава функция.')).toBeVisible();
	await page.getByLabel('Какво правите').fill('Поддържам <b>сайта</b> на общината');
	await page.getByRole('button', { name: 'Добавете' }).click();
	await expect(page.getByText('Поддържам <b>сайта</b> на общината', { exact: false }).first()).toBeVisible();
	await next(page);
	await divideEverything(page);
	await expect(page.getByText(/Работите 40 ч\. седмично като/)).toBeVisible();
	await expect(page.getByText('Ваше допълнение.')).toBeVisible();
	await page.getByRole('button', { name: 'Предайте отговорите' }).click();
	await expect(page.getByText('Отговорите са предадени')).toBeVisible();
	await page.reload();
	await expect(page.getByText('Ваше допълнение.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Предайте отговорите' })).toHaveCount(0);
	await context.close();
});

test('totals follow the typing, what is typed is saved, and every page is accessible', async ({
	browser,
}) => {
	const context = await browser.newContext(PHONE);
	const page = await context.newPage();
	const complaints = complaintsOf(page);
	const link = nextLink();
	await page.goto(link);
	await expectAccessible(page);
	await next(page);
	await expectAccessible(page);
	await keepOnly(page, 3);
	await next(page);
	const amounts = page.getByRole('textbox');
	await amounts.first().fill('85');
	await expect(page.getByText('Разпределени 85 % – остават 15 %')).toBeVisible();
	await expect(page.getByText('Запазено', { exact: true })).toBeVisible();
	await amounts.first().fill('-5');
	await expect(page.getByText('Времето не може да е отрицателно.')).toBeVisible();
	await amounts.first().fill('40');
	await page.getByRole('button', { name: 'Раздели остатъка поравно' }).click();
	await expect(page.getByText('Разпределени 100 % – всичко е разпределено')).toBeVisible();
	await expect(page.getByText('Запазено', { exact: true })).toBeVisible();
	await expectAccessible(page);
	const step = page.url();
	await page.reload();
	await expect(amounts.first()).toHaveValue('40');
	await amounts.first().press('Enter');
	await expect(page).not.toHaveURL(step);
	await divideEverything(page);
	await expectAccessible(page);
	expect(complaints).toEqual([]);
	await context.close();
});

test('two tabs keep each other’s fields, and a field that both changed shows both values', async ({
	browser,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const [one, two] = [await context.newPage(), await context.newPage()];
	const link = nextLink();
	await one.goto(link);
	await next(one);
	await keepOnly(one, 3);
	await next(one);
	const page = one.url();
	await two.goto(page);
	const amount = (tab: Page, at: number) => tab.getByRole('textbox').nth(at);
	await amount(one, 0).fill('30');
	await next(one);
	await amount(two, 0).fill('45');
	await amount(two, 1).fill('20');
	await next(two);
	await expect(two.getByText('Две стойности за едно поле')).toBeVisible();
	await expect(two.getByText(/Междувременно е записано 30 %\. Вие въведохте 45 %\./)).toBeVisible();
	await one.goto(page);
	await expect(amount(one, 0)).toHaveValue('30');
	await expect(amount(one, 1)).toHaveValue('20');
	await next(two);
	await one.goto(page);
	await expect(amount(one, 0)).toHaveValue('45');
	await context.close();
});

test('the page is small, private and says nothing to strangers', async ({ page, request }) => {
	const link = nextLink();
	const sizes: number[] = [];
	page.on('response', (answer) => {
		void answer.body().then((body) => sizes.push(gzipSync(body, { level: 9 }).length));
	});
	const answer = await page.goto(link);
	await page.waitForLoadState('networkidle');
	expect(sizes.length).toBeGreaterThan(1);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
	const headers = answer?.headers() ?? {};
	expect(headers['cache-control']).toBe('private, no-store');
	expect(headers['x-robots-tag']).toBe('noindex, nofollow');
	expect(headers['referrer-policy']).toBe('same-origin');
	const dead = await request.get('/s/nyama-takava-vrazka', { headers: { accept: 'text/html' } });
	expect(dead.status()).toBe(404);
	const text = await dead.text();
	expect(text).toContain('Връзката не действа');
	expect(text).not.toContain('Елена');
});

test('the other language is one press away and keeps the page', async ({ page }) => {
	await page.goto(nextLink());
	await page.getByRole('button', { name: 'English' }).click();
	await expect(title(page)).toHaveText('Your post');
	await page.getByRole('button', { name: 'Български' }).click();
	await expect(title(page)).toHaveText('Вашето място');
});
