import { expect, type Browser, type Page } from 'playwright/test';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { signIn, test, waitForLife } from './support.ts';

/**
 * A decision from end to end, on a server of its own: nine operations for Елена, a rule that fails and is mended,
 * submission, two amendments of which one is accepted, a roll-call vote, adoption, the next version, the published page.
 */
test.describe.configure({ mode: 'serial' });

const DUPLICATE = 'Извършва регистрация на постъпилите заявления за административни услуги';
let server: RunningServer;
let scenarioUrl = '';
let proposalUrl = '';

test.beforeAll(async () => {
	server = await startServer();
});
test.afterAll(() => server.stop());

test('nine operations are written, and a rule that one of them breaks is mended', async ({ browser }) => {
	test.setTimeout(120_000);
	const page = await pageOf(browser, 'konsultant');
	await page.goto('/m/elena/scenarios/new');
	await page.getByLabel('Име').fill('Девет операции');
	await page.getByLabel('Какво цели').fill('По-къси пътища до гражданите и една регистрация на заявленията.');
	await page.getByLabel('В сила от').fill('2027-03-01');
	await page.getByRole('button', { name: 'Започнете варианта' }).click();
	await page.waitForURL(/\/scenarios\/[0-9a-f]{10,}$/);
	scenarioUrl = new URL(page.url()).pathname;

	await write(page, 'function-merge', 'el-cao-f07', async () => {
		await page.getByRole('checkbox', { name: DUPLICATE, exact: true }).check();
	});
	await write(page, 'function-transfer', 'el-ut-f38', () => chooseUnit(page, 'Устройство на територията'));
	await write(page, 'post-change', 'el-ut-zem', () => page.getByLabel('Щатни бройки').fill('1'));
	await write(page, 'unit-rename', 'el-cao', () => page.getByLabel('Име на звеното').fill('Едно гише'));
	await write(page, 'post-move', 'el-apio-del', () => chooseUnit(page, 'Едно гише'));
	await write(page, 'function-reword', 'el-cao-f01', () =>
		page.getByLabel('Текст на функцията').fill('Приема заявления за административни и социални услуги'),
	);
	await write(page, 'post-change', 'el-mp-kas', () => page.getByLabel('Щатни бройки').fill('1,5'));
	await write(page, 'function-transfer', 'el-apio-f22', () => chooseUnit(page, 'Хуманитарни дейности'));
	await write(page, 'post-change', 'el-hd-eu', () => page.getByLabel('Щатни бройки').fill('1'));

	await write(page, 'post-close', 'el-ga-ga', () =>
		page.getByRole('main').getByLabel('Длъжност').selectOption({ label: 'Главен архитект – 1 бр.' }),
	);
	await page.goto(`${scenarioUrl}/submit`);
	await expect(page.getByText('Правила, които вариантът влошава')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'архитект' }).first()).toBeVisible();
	await page.goto(scenarioUrl);
	await page.getByRole('button', { name: 'Махнете № 10' }).click();
	await expect(page.getByRole('button', { name: /№ 10$/ })).toHaveCount(0);
	await page.goto(`${scenarioUrl}/submit`);
	await expect(page.getByText('Вариантът не влошава нито едно от проверените правила.')).toBeVisible();
	await page.getByLabel('Относно').fill('Структура на общинската администрация');
	await page.getByRole('button', { name: 'Внесете предложението' }).click();
	await page.waitForURL(/\/council\/\d+$/);
	proposalUrl = new URL(page.url()).pathname;
});

test('two amendments are filed after what follows from them is shown', async ({ browser }) => {
	const page = await pageOf(browser, 'predsedatel-elena');
	await page.goto(proposalUrl);
	await page.getByRole('button', { name: 'Започнете разглеждането' }).click();
	await expect(page.getByText('в разглеждане').first()).toBeVisible();
	await page.context().close();

	const councillor = await pageOf(browser, 'savetnik-elena-1');
	await amend(councillor, { point: /Специалист „Каса местни приходи“/, way: 'change' }, async () => {
		await councillor.getByLabel('Щатни бройки').fill('1');
	});
	await amend(councillor, { point: /интернет страницата/, way: 'leave-out' }, () => Promise.resolve());
	await councillor.goto(`${proposalUrl}/amendments`);
	for (const number of [1, 2])
		await expect(councillor.locator(`a[href="${proposalUrl}/amendments/${number}"]`).first()).toBeVisible();
	await councillor.context().close();
});

test('the council accepts one amendment, votes by name and adopts', async ({ browser }) => {
	test.setTimeout(120_000);
	const page = await pageOf(browser, 'predsedatel-elena');
	await vote(page, { subject: 'amendments', item: /№ 1/, votesFor: 9 });
	await expect(page.getByText('Прието: 9 „за“, 4 „против“').first()).toBeVisible();
	await vote(page, { subject: 'amendments', item: /№ 2/, votesFor: 3 });
	await expect(page.getByText('Не се приема: 3 „за“, 10 „против“').first()).toBeVisible();
	await vote(page, { subject: 'whole', item: null, votesFor: 8 });
	await expect(page.getByText('Прието: 8 „за“, 5 „против“').first()).toBeVisible();
	await page.getByLabel('Решение №').fill('315');
	await expect(page.getByText(/Приети предложения за изменение: № 1\./)).toBeVisible();
	await page.getByRole('button', { name: 'Запишете решението и въведете структурата' }).click();
	await expect(page.getByText(/прието с изменения с решение № 315|решение № 315/).first()).toBeVisible();
});

test('the next version stands from its day, with what was decided in it', async ({ browser }) => {
	const page = await pageOf(browser, 'konsultant');
	await page.goto('/m/elena/structure/versions');
	await expect(page.getByText('01.03.2027').first()).toBeVisible();
	const row = page.getByRole('row').filter({ hasText: '01.03.2027' }).first();
	await row.getByRole('link').first().click();
	await page.waitForURL(/version=/);
	await page.goto(`${page.url()}&view=table`);
	await expect(page.getByRole('row').filter({ hasText: 'Едно гише' }).first()).toBeVisible();
});

test('the decision is published, and a citizen reads it without login and without script', async ({
	browser,
}) => {
	const page = await pageOf(browser, 'predsedatel-elena');
	await page.goto(`${proposalUrl}/papers`);
	await expect(page.getByRole('link', { name: /Решение/ }).first()).toBeVisible();
	await page.goto(`${proposalUrl}/papers/publish`);
	await page.getByRole('button', { name: 'Публикувайте решението' }).click();
	const address = await page.locator('a[href^="/p/elena/"]').first().getAttribute('href');
	const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false });
	const citizen = await context.newPage();
	const answer = await citizen.goto(address ?? '');
	expect(answer?.status()).toBe(200);
	await expect(citizen.getByText(/Решение № 315/).first()).toBeVisible();
	await expect(citizen.getByText(/от 88 стават/)).toBeVisible();
	expect(await citizen.locator('script').count()).toBe(0);
	await context.close();
});

interface Point {
	readonly point: RegExp;
	readonly way: string;
}

async function amend(page: Page, { point, way }: Point, fill: () => Promise<unknown>): Promise<void> {
	await page.goto(`${proposalUrl}/amendments/new`);
	const points = page.getByRole('main').locator('select[name=point]').first();
	const labels = await points.locator('option').allTextContents();
	await points.selectOption({ label: labels.find((label) => point.test(label)) ?? '' });
	await page.getByRole('main').locator('select[name=way]').selectOption(way);
	await page.getByRole('button', { name: 'Продължете' }).first().click();
	await fill();
	await page.getByLabel('Мотив', { exact: false }).last().fill('Гражданите чакат на касата.');
	await page.getByRole('button', { name: 'Вижте какво следва' }).click();
	await expect(page.getByRole('heading', { name: 'Ако съветът го приеме' })).toBeVisible();
	await page.getByRole('button', { name: 'Подайте предложението' }).click();
	await page.waitForURL(/\/amendments(\/\d+)?$/);
}

interface Ballot {
	readonly subject: 'amendments' | 'whole';
	readonly item: RegExp | null;
	readonly votesFor: number;
}

/** A roll-call vote: the first so many for, the others against. */
async function vote(page: Page, { subject, item, votesFor }: Ballot): Promise<void> {
	await page.goto(`${proposalUrl}/vote?subject=${subject}&method=roll-call`);
	if (item) await page.getByRole('checkbox', { name: item }).check();
	const rows = page.getByRole('row').filter({ has: page.getByRole('radio') });
	for (let at = 0; at < (await rows.count()); at++) {
		const choice = at < votesFor ? 'за' : 'против';
		await rows
			.nth(at)
			.getByLabel(new RegExp(`: ${choice}$`))
			.check();
	}
	await page.getByRole('button', { name: 'Запишете гласуването' }).click();
}

async function pageOf(browser: Browser, username: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: server.origin, locale: 'bg-BG' });
	const page = await context.newPage();
	waitForLife(page);
	await signIn(page, username);
	return page;
}

async function write(page: Page, kind: string, subject: string, fill: () => Promise<unknown>): Promise<void> {
	await page.goto(`${scenarioUrl}/operations/new?kind=${kind}&subject=${subject}`);
	await fill();
	await page.getByLabel('Мотив').fill('За по-ясно разделени задачи.');
	await page.getByRole('button', { name: 'Запишете операцията' }).click();
	await page.waitForURL((url) => url.pathname === scenarioUrl);
}

async function chooseUnit(page: Page, part: string): Promise<void> {
	const field = page.getByLabel('В кое звено');
	const labels = await field.locator('option').allTextContents();
	await field.selectOption({ label: labels.find((label) => label.includes(part)) ?? part });
}
