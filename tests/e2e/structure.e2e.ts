import { readFile } from 'node:fs/promises';
import { expect, type Page } from 'playwright/test';
import { complaintsOf, expectAccessible, signIn, test } from './support.ts';

async function spokenFocus(page: Page): Promise<string> {
	return page.evaluate(() => {
		const element = document.activeElement;
		return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
	});
}

test('the organisation chart is walked by the keyboard alone', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure');
	const tree = page.getByRole('tree', { name: 'Структура на общинската администрация' });
	await expect(page.getByRole('group', { name: 'Мащаб на схемата' })).toBeVisible();
	await tree.getByRole('treeitem', { name: /^Кмет на община Елена/ }).focus();
	await page.keyboard.press('ArrowDown');
	await expect.poll(() => spokenFocus(page)).toMatch(/^Заместник-кметове/);
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => spokenFocus(page)).toMatch(/^Секретар на общината/);
	await page.keyboard.press('ArrowUp');
	await expect.poll(() => spokenFocus(page)).toMatch(/^Кмет на община Елена/);
	const items = await tree.getByRole('treeitem').count();
	await page.keyboard.press('Enter');
	await expect(tree.getByRole('treeitem')).toHaveCount(1);
	await page.keyboard.press('*');
	await expect(tree.getByRole('treeitem')).toHaveCount(items);
	await page.keyboard.press(' ');
	await expect(page.getByText(/^Кмет на община Елена, ниво 1, 1 от 1, /)).toBeAttached();
	await expect(page.getByRole('region', { name: 'Избрано в схемата' })).toBeVisible();
	// Playwright presses only keys of the Latin layout.
	await page.locator(':focus').dispatchEvent('keydown', { key: 'ф', bubbles: true });
	await expect.poll(() => spokenFocus(page)).toMatch(/^Финансов контрольор/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Финансов контрольор' })).toBeVisible();
});

test('two keys lead to the chart, its chosen box is marked, and the legend stays under the pointer', async ({
	page,
}) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure?lens=rules');
	const skip = page.getByRole('link', { name: 'Към схемата' });
	await skip.focus();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect.poll(() => spokenFocus(page)).toMatch(/^Кмет на община Елена/);
	await page.keyboard.press(' ');
	const step = page.getByRole('button', { name: /^2–3 забележки/ });
	// The page may move to bring what was found into sight, so the place is told from the search.
	const topOf = async (part: typeof step) => (await part.boundingBox())?.y ?? 0;
	const place = async () => (await topOf(step)) - (await topOf(page.getByLabel('Търсене на звено')));
	const before = await place();
	await step.click();
	await expect(page.getByText(/^Списък на намереното/)).toBeVisible();
	expect(await place()).toBe(before);
	// The focus is elsewhere now; what is told beside the chart is still seen in it.
	const frame = (name: RegExp) => page.getByRole('treeitem', { name }).locator('.frame');
	await expect(frame(/^Кмет на община Елена/)).toHaveCSS('stroke-width', '2px');
	await expect(frame(/^Главен архитект/)).toHaveCSS('stroke-width', '1px');
});

test('a search dims the other units and the lens says its numbers in words', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure?lens=workload');
	await page.getByLabel('Търсене на звено').fill('местни приходи');
	await expect(page.getByText('намерено 1 звено')).toBeVisible();
	await expect(page.getByRole('treeitem', { name: /^Отдел „Местни приходи“.*\d,\d\d/ })).toBeVisible();
	await expectAccessible(page);
});

test('the views of the chart are chosen and walked by the keyboard alone, and axe finds nothing', async ({
	page,
}) => {
	const complaints = complaintsOf(page);
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure');
	const press = async (name: string, role: 'link' | 'checkbox' = 'link') => {
		await page.getByRole(role, { name, exact: true }).focus();
		await page.keyboard.press(role === 'link' ? 'Enter' : ' ');
	};
	await press('списък с отстъпи');
	await expect(page).toHaveURL(/layout=list/);
	await press('длъжности, еднаквите заедно');
	const tree = page.getByRole('tree', { name: 'Структура на общинската администрация' });
	await tree.getByRole('treeitem', { name: /^Кмет на община Елена/ }).focus();
	await page.keyboard.press('ArrowDown');
	await expect.poll(() => spokenFocus(page)).toMatch(/^Кмет на община, 1 бр\./);
	await page.keyboard.press('End');
	await expect(page.locator(':focus')).toHaveAttribute('aria-level', /[34]/);
	await expectAccessible(page);
	await page.goto('/m/elena/structure?lens=rules');
	await page.getByLabel('Търсене на звено').fill('счетоводител');
	await page.keyboard.press('Enter');
	await expect(page.getByText(/1 от \d+/)).toBeVisible();
	await expect(page.getByRole('region', { name: 'Избрано в схемата' })).toBeVisible();
	await press('път до кмета', 'checkbox');
	await expectAccessible(page);
	await press('Само това звено и под него');
	await expect(page).toHaveURL(/focus=/);
	await expect(page.getByRole('navigation', { name: 'Над показаното звено' })).toBeVisible();
	await press('площи');
	await expect(page).toHaveURL(/layout=icicle/);
	await expectAccessible(page);
	expect(complaints).toEqual([]);
});

test('what is done in the chart stands in the address and comes back with it', async ({ page }) => {
	const complaints = complaintsOf(page);
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure');
	const tree = page.getByRole('tree', { name: 'Структура на общинската администрация' });
	await expect(page.getByRole('group', { name: 'Мащаб на схемата' })).toBeVisible();
	await tree.getByRole('treeitem', { name: /^Дирекция „Бюджет и финанси“/ }).click();
	const inspector = page.getByRole('region', { name: 'Избрано в схемата' });
	await expect(inspector.getByText('функции, за които отговаря')).toBeVisible();
	await inspector.getByText('Проверки и констатации').click();
	await inspector.getByText('връзки с други звена').click();
	await inspector.getByRole('checkbox', { name: /^участва · \d/ }).check();
	await expect(inspector.getByRole('button', { name: /^Дирекция „Устройство/ })).toBeVisible();
	await expectAccessible(page);
	await tree.getByRole('treeitem', { name: /^Дирекция „Бюджет и финанси“/ }).focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/box=el-fin.*relations=participates.*fold=el-fin/);
	await tree.getByRole('treeitem', { name: /^Кметства,/ }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('/');
	await page.keyboard.insertText('кметств');
	await expect(tree.getByRole('treeitem', { name: /^Кметства,.*намерени: 3$/ })).toBeVisible();
	await page.getByRole('link', { name: 'списък с отстъпи' }).click();
	await expect(page).toHaveURL(/layout=list/);
	await page.reload();
	await expect(page.getByText(/намерени \d+ звена/)).toBeVisible();
	await expect(tree.getByRole('treeitem', { name: /^Кметства,.*намерени: 3$/ })).toBeVisible();
	await page.getByRole('link', { name: 'Таблица', exact: true }).click();
	await expect(page.getByRole('table')).toBeVisible();
	await page.getByRole('link', { name: 'Графика', exact: true }).click();
	await expect(inspector.getByRole('heading', { name: 'Кметства' })).toBeVisible();
	expect(complaints).toEqual([]);
});

test('the box found stands in sight beside what is said of it, and the sight comes back after a reload', async ({
	page,
}) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await signIn(page, 'konsultant');
	await page.goto('/m/lyaskovets/structure');
	await page.getByLabel('Търсене на звено').fill('местни приходи');
	await page.keyboard.press('Enter');
	const panel = page.getByRole('region', { name: 'Избрано в схемата' });
	await expect(panel.getByRole('heading', { name: /местни приходи/i })).toBeVisible();
	const isClear = async () => {
		const name = (await panel.getByRole('heading').first().textContent()) ?? '';
		const box = await page.getByRole('treeitem', { name: new RegExp(`^${name}`) }).boundingBox();
		const beside = await panel.boundingBox();
		if (!box || !beside) return false;
		return box.y > 0 && box.y + box.height <= 900 && box.x + box.width <= beside.x;
	};
	await expect.poll(isClear).toBe(true);
	await page.keyboard.press('Enter');
	await expect.poll(isClear).toBe(true);
	const steps = await page.evaluate(() => history.length);
	await page.getByRole('button', { name: 'Увеличете' }).click();
	await expect(page).toHaveURL(/[?&]at=0\.9\d/);
	expect(await page.evaluate(() => history.length)).toBe(steps);
	const item = page.getByRole('treeitem', { name: /^Специализирана администрация/ });
	const before = await item.boundingBox();
	await page.reload();
	await expect(panel).toBeVisible();
	await expect
		.poll(async () => {
			const after = await item.boundingBox();
			const apart = Math.abs((after?.x ?? 0) - (before?.x ?? 0));
			return apart < 4 && Math.abs((after?.width ?? 0) - (before?.width ?? 0)) < 1;
		})
		.toBe(true);
});

test('the chart is downloaded as PDF, SVG and PNG and the structure as a workbook', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure?view=export');
	for (const kind of ['PDF', 'SVG', 'PNG']) {
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: `Изтеглете ${kind}` }).click(),
		]);
		expect(file.suggestedFilename()).toBe(`Структура Община Елена.${kind.toLowerCase()}`);
	}
	const [book] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Структурата в Excel' }).click(),
	]);
	expect(book.suggestedFilename()).toBe('Структура Община Елена.xlsx');
	await expectAccessible(page);
});

test('a file that takes long says how far it is, is stopped, and comes when it is asked for again', async ({
	page,
}) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure?view=export', { waitUntil: 'networkidle' });
	let isSlow = true;
	await page.route(/structure\/chart\/pdf/, async (route) => {
		if (!isSlow) return route.continue();
		await new Promise((done) => setTimeout(done, 5_000));
		await route.abort().catch(() => undefined);
	});
	await page.route(/structure\/chart\/progress/, (route) =>
		route.fulfill({ json: { progress: { made: 12, all: 240 } } }),
	);
	const make = page.getByRole('button', { name: 'Изтеглете PDF' });
	await make.click();
	await expect(page.getByText('готови листове: 12 от 240')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Спрете' }).click();
	await expect(page.getByText('Подготовката е спряна. Нищо не е изтеглено.')).toBeVisible();
	isSlow = false;
	const [file] = await Promise.all([page.waitForEvent('download'), make.click()]);
	expect(file.suggestedFilename()).toBe('Структура Община Елена.pdf');
	await expect(page.getByText('Файлът е изтеглен: Структура Община Елена.pdf')).toBeVisible();
});

test('the chart is looked at sheet by sheet before it is printed, and the PDF follows the choices', async ({
	page,
}) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure/print?paper=A4&breaks=directorate');
	const said = await page.getByText(/^Страници: \d+$/).textContent();
	const count = Number(said?.replace(/\D/g, ''));
	expect(count).toBeGreaterThan(1);
	const sheets = page.getByRole('img', { name: new RegExp(`^Страница \\d+ от ${count}$`) });
	await expect(sheets).toHaveCount(Math.min(6, count));
	await expect
		.poll(() => sheets.first().evaluate((image: HTMLImageElement) => image.naturalWidth))
		.toBeGreaterThan(0);
	await expectAccessible(page);
	// Printed from the browser, each sheet fills a page and nothing stands beside them.
	const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(Math.min(6, count));
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Изтеглете PDF' }).click(),
	]);
	const bytes = await readFile(await file.path());
	expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
	expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(count);
});

test('the matrix is walked by the keyboard and says each cell in a sentence', async ({ page }) => {
	const complaints = complaintsOf(page);
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/functions/matrix');
	const grid = page.getByRole('grid');
	await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
	await grid.locator('[tabindex="0"]').focus();
	await page.keyboard.press('Control+End');
	await expect(grid.locator('[data-focus]')).toBeFocused();
	await page.keyboard.press('Control+Home');
	await page.keyboard.press('ArrowDown');
	await expect(grid.locator('[data-focus]')).toBeFocused();
	await expect(page.getByText('Кмет на община Елена – отговаря: „Ръководи')).toBeVisible();
	await expectAccessible(page);
	expect(complaints).toEqual([]);
});

test('without script the chart, its table and the filters of the inventory can be read and used', async ({
	browser,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure');
	await expect(page.getByRole('treeitem', { name: /^Отдел „Местни приходи“/ })).toBeVisible();
	await page.getByRole('link', { name: 'Таблица' }).click();
	await expect(page.getByRole('row', { name: /Дирекция „Бюджет и финанси“/ })).toBeVisible();
	await page.goto('/m/elena/functions');
	await page.getByLabel('Търсене в текста').fill('бюджет');
	await page.getByRole('button', { name: 'Филтрирайте' }).click();
	await expect(page).toHaveURL(/q=%D0%B1/);
	await context.close();
});

test('the chart begins high on the screen, with its numbers, tabs and ways of seeing above it', async ({
	page,
}) => {
	await signIn(page, 'konsultant');
	for (const [width, height, most] of [
		[1440, 900, 335],
		[1280, 800, 355],
	] as const) {
		await page.setViewportSize({ width, height });
		await page.goto('/m/elena/structure');
		await expect(page.getByRole('tree')).toBeVisible();
		const box = await page.locator('#chart .pair').boundingBox();
		expect(box?.y, `at ${width}`).toBeLessThan(most);
		await expect(page.getByRole('link', { name: /среден обхват/ })).toBeVisible();
		await expect(page.getByRole('link', { name: 'длъжности, еднаквите заедно' })).toBeVisible();
	}
});
