import { expect, type Page } from 'playwright/test';
import { expectAccessible, signIn, test } from './support.ts';

/**
 * The council of Лясковец: a proposal of two points, its term, two amendments of which one is accepted, a vote by
 * name on the whole, adoption, and the next version with what was amended.
 */
test.describe.configure({ mode: 'serial' });

const UNIT = 'Отдел „Ред и контрол“';
const AMENDED = 'Отдел „Обществен ред“';
/** Votes are recorded from the day of the session on. */
const TODAY = new Date().toISOString().slice(0, 10);
let proposalUrl = '';

test('the consultant puts a proposal before the council', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/lyaskovets/scenarios/new');
	await page.getByLabel('Име').fill('Вариант за съвета');
	await page.getByLabel('В сила от').fill('2027-04-01');
	await page.getByRole('button', { name: 'Започнете варианта' }).click();
	await page.waitForURL(/\/scenarios\/[0-9a-f]{10,}$/);
	const scenarioUrl = new URL(page.url()).pathname;
	await addUnit(page, scenarioUrl, UNIT);
	await addUnit(page, scenarioUrl, 'Отдел „Архив на общината“');
	await page.goto(`${scenarioUrl}/submit`);
	await page.getByLabel('Относно').fill('Нови отдели');
	await page.getByRole('button', { name: 'Внесете предложението' }).click();
	await page.waitForURL(/\/council\/\d+$/);
	proposalUrl = new URL(page.url()).pathname;
});

test('the chair opens the review and sets the committee', async ({ page }) => {
	await signIn(page, 'predsedatel-lyaskovets');
	await page.goto(proposalUrl);
	await page.getByRole('button', { name: 'Започнете разглеждането' }).click();
	await expect(page.getByText('в разглеждане').first()).toBeVisible();
	await page.goto(`${proposalUrl}/procedure`);
	await page.getByLabel('Водеща комисия').fill('Комисия по бюджет');
	await page.getByRole('button', { name: 'Запишете хода' }).click();
	await expect(page.getByText('Комисия по бюджет').first()).toBeVisible();
	await expectAccessible(page);
});

test('a councillor sees what an amendment does before filing it, and files two', async ({ page }) => {
	await signIn(page, 'savetnik-lyaskovets-1');
	await page.goto(proposalUrl);
	await page.getByRole('link', { name: 'Предложете изменение' }).first().click();
	await page.getByLabel('Какво искате').selectOption('change');
	await page.getByRole('button', { name: 'Продължете' }).first().click();
	await page.getByLabel('Име на звеното').fill(AMENDED);
	await page.getByLabel('Мотив').fill('Името да казва за кого работи.');
	await page.getByRole('button', { name: 'Вижте какво следва' }).click();
	await expect(page.getByRole('heading', { name: 'Ако съветът го приеме' })).toBeVisible();
	await expect(page.getByText('Ведомостта на функциите се затваря.')).toBeVisible();
	await page.getByRole('button', { name: 'Подайте предложението' }).click();
	await page.waitForURL(/\/amendments\/1$/);
	await expectAccessible(page);

	await page.goto(`${proposalUrl}/amendments/new`);
	await page.getByLabel('Точка от предложението').selectOption({ index: 1 });
	await page.getByLabel('Какво искате').selectOption('leave-out');
	await page.getByRole('button', { name: 'Продължете' }).first().click();
	await page.getByLabel('Мотив').fill('Не е нужен.');
	await page.getByRole('button', { name: 'Подайте предложението' }).click();
	await page.waitForURL(/\/amendments\/2$/);
	await expect(page.getByText(/едното маха точка 1, а другото я променя/)).toBeVisible();
	await page.goto(`${proposalUrl}/amendments`);
	await expect(
		page.getByText('Предложения за изменение: 2. Приети: 0, неприети: 0, за гласуване: 2', { exact: false }),
	).toBeVisible();
	await expectAccessible(page);
});

test('the council votes the amendments by hands, then the whole by name, and adopts', async ({ page }) => {
	await signIn(page, 'predsedatel-lyaskovets');
	await page.goto(`${proposalUrl}/vote?subject=amendments&method=counted&session=${TODAY}`);
	await countHands(page, /№ 2\./, [3, 11, 1]);
	await expect(page.getByText(/Не се приема: 3 „за“, 11 „против“/)).toBeVisible();
	await page.goto(`${proposalUrl}/vote?subject=amendments&method=counted&session=${TODAY}`);
	await countHands(page, /№ 1\./, [12, 2, 1]);
	await expect(page.getByText(/Прието: 12 „за“, 2 „против“/)).toBeVisible();

	await page.goto(`${proposalUrl}/text?view=difference`);
	await expect(page.locator('ins', { hasText: AMENDED })).toBeVisible();
	await expectAccessible(page);

	await page.goto(`${proposalUrl}/vote?subject=whole&method=roll-call&session=${TODAY}`);
	const rows = page.getByRole('row').filter({ has: page.getByRole('radio') });
	const councillors = await rows.count();
	for (let at = 0; at < councillors; at++)
		await rows
			.nth(at)
			.getByLabel(new RegExp(`: ${at < 12 ? 'за' : 'против'}$`))
			.check();
	await page.getByRole('button', { name: 'Запишете гласуването' }).click();
	await expect(page.getByText('Предложението събира нужното мнозинство.')).toBeVisible();
	await expect(page.getByText('Приети предложения за изменение: № 1.', { exact: false })).toBeVisible();
	await page.getByLabel('Решение №').fill('77');
	await page.getByRole('button', { name: 'Запишете решението и въведете структурата' }).click();
	await expect(page.getByText(/прието с изменения с решение № 77/).first()).toBeVisible();
	await expect(page.getByText('Приема предложението за изменение № 1', { exact: false })).toBeVisible();
});

test('the next version holds the point as it was amended, and the hall shows each point by the arrows', async ({
	page,
}) => {
	await signIn(page, 'predsedatel-lyaskovets');
	await page.goto(proposalUrl);
	await page.getByRole('link', { name: /^Структурата в сила от/ }).click();
	await page.waitForURL(/version=/);
	await page.goto(`${new URL(page.url()).pathname}${new URL(page.url()).search}&view=table`);
	await expect(page.getByRole('row').filter({ hasText: AMENDED }).first()).toBeVisible();

	await page.goto(`${proposalUrl}/show`);
	await expect(page.getByText('Точка 1')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Натовареност' })).toHaveCount(0);
	await page.keyboard.press('ArrowRight');
	await expect(page.getByText('Точка 2')).toBeVisible();
	await page.keyboard.press('PageUp');
	await expect(page.getByText('Точка 1')).toBeVisible();

	await page.setViewportSize({ width: 1920, height: 1080 });
	await page.goto(`${proposalUrl}/show?point=3`);
	const figure = page.getByRole('cell').first();
	const letters = await figure.evaluate((cell) => Number.parseFloat(getComputedStyle(cell).fontSize));
	expect(letters, 'figures are read from the last row of the hall').toBeGreaterThanOrEqual(24);
	await expectAccessible(page);
});

test('opinions are kept with their answers; a name of a citizen is for whoever keeps them', async ({
	page,
}) => {
	await signIn(page, 'konsultant');
	await page.goto(`${proposalUrl}/opinions`);
	await page.getByLabel('Подател', { exact: true }).selectOption('citizen');
	await page.getByLabel('Име на подателя').fill('Иван Петров Гражданов');
	await page.getByLabel('Получено на').fill(TODAY);
	await page.getByRole('textbox', { name: /^Становище/ }).fill('Кой ще пази площада?');
	await page.getByRole('button', { name: 'Запишете становището' }).click();
	await expect(page.getByText('Иван Петров Гражданов')).toBeVisible();
	await page.getByText('Отговорете', { exact: true }).click();
	await page.getByLabel('Отговор', { exact: true }).selectOption('accepted');
	await page.getByRole('button', { name: 'Запишете отговора' }).click();
	await expect(page.getByRole('cell').getByText('приема се', { exact: true }).first()).toBeVisible();
	await expectAccessible(page);
	await page.context().clearCookies();
	await signIn(page, 'savetnik-lyaskovets-1');
	await page.goto(`${proposalUrl}/opinions`);
	await expect(page.getByText('Кой ще пази площада?')).toBeVisible();
	await expect(page.getByText('Иван Петров Гражданов')).toHaveCount(0);
});

async function addUnit(page: Page, scenarioUrl: string, name: string): Promise<void> {
	await page.goto(`${scenarioUrl}/operations/new?kind=unit-create`);
	await page.getByLabel('Име на звеното').fill(name);
	await page.getByLabel('Вид', { exact: true }).selectOption({ label: 'отдел' });
	await page.getByLabel('Мотив').fill('Нужен е.');
	await page.getByRole('button', { name: 'Запишете операцията' }).click();
	await page.waitForURL(/\/scenarios\/[0-9a-f]+(#.*)?$/);
}

/** Ticks one amendment and writes the hands that were counted. */
async function countHands(
	page: Page,
	what: RegExp,
	[yes, no, abstain]: readonly [number, number, number],
): Promise<void> {
	await page.getByRole('checkbox', { name: what }).check();
	await page.getByLabel('Гласове „за“').fill(String(yes));
	await page.getByLabel('Гласове „против“').fill(String(no));
	await page.getByLabel('„Въздържали се“').fill(String(abstain));
	await page.getByRole('button', { name: 'Запишете гласуването' }).click();
}
