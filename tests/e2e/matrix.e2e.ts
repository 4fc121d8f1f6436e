import { expect } from 'playwright/test';
import {
	complaintsOf,
	expectAccessible,
	expectNoSidewaysScroll,
	openWorking,
	signIn,
	test,
} from './support.ts';

test('the matrix is filtered, folded, opened and read by the keyboard alone', async ({ page }) => {
	const complaints = complaintsOf(page);
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/functions/matrix');
	const grid = page.getByRole('grid', { name: 'Матрица функция × звено' });
	await expect(grid).toHaveAttribute('aria-colcount', /\d+/);
	// The page answers once its script has come.
	await expect(async () => {
		const find = page.getByLabel('Търсене на функция');
		if (!(await find.isVisible())) await page.getByText('Филтри, подредба и изглед').click();
		await find.fill('');
		await page.getByLabel('Търсене на функция').fill('бюджет');
		await expect(page).toHaveURL(/q=/, { timeout: 500 });
	}).toPass();
	await grid.locator('[tabindex="0"]').focus();
	await page.keyboard.press('Control+Home');
	await page.keyboard.press('ArrowLeft');
	const area = grid.locator('[data-focus]');
	await expect(area).toHaveAttribute('aria-expanded', 'true');
	await page.getByLabel('Търсене на функция').fill('');
	await grid.locator('[tabindex="0"]').focus();
	const rows = Number(await grid.getAttribute('aria-rowcount'));
	await page.keyboard.press('Enter');
	await expect(area).toHaveAttribute('aria-expanded', 'false');
	expect(Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(rows);
	await page.keyboard.press('Enter');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	const inspector = page.getByRole('region', { name: 'Избрана клетка' });
	await expect(inspector.getByRole('link').first()).toBeVisible();
	// It stands under the matrix: the focus goes there, and Escape brings it back to the cell.
	await expect(inspector.getByRole('heading')).toBeFocused();
	await expect(inspector.getByRole('heading')).toBeInViewport();
	await expect(inspector.getByText('Правно основание')).toBeVisible();
	await expect(inspector.getByText(/Източник: /)).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(inspector).toHaveCount(0);
	await expect(grid.locator('[data-focus]')).toBeFocused();
	expect(complaints).toEqual([]);
});

test('two keys lead to the matrix, and each number stands over its own column', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 700 });
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/functions/matrix');
	const skip = page.getByRole('link', { name: 'Към матрицата' });
	await skip.focus();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	const grid = page.getByRole('grid', { name: 'Матрица функция × звено' });
	await expect(grid.locator('[tabindex="0"]')).toBeFocused();
	const apart = await grid.locator('[role="columnheader"]:has(.number)').evaluateAll((heads) =>
		heads.map((head) => {
			const words = document.createRange();
			words.selectNodeContents(head.querySelector('.number') ?? head);
			const [column, number] = [head.getBoundingClientRect(), words.getBoundingClientRect()];
			return Math.abs(number.x + number.width / 2 - column.x - column.width / 2);
		}),
	);
	expect(apart.length).toBeGreaterThan(10);
	expect(Math.max(...apart)).toBeLessThan(3);
	await grid.locator('[role="gridcell"][data-focus]').or(grid.locator('[tabindex="0"]')).first().click();
	const inspector = page.getByRole('region', { name: 'Избрана клетка' });
	await expect(inspector).toBeInViewport();
	await expect(grid.locator('[tabindex="0"]')).toBeFocused();
});

test('the map of the matrix is walked by the keyboard, and folds and orders stand in the address', async ({
	page,
}) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/functions/matrix?zoom=map');
	const cell = page.getByRole('grid').getByRole('gridcell');
	await expect(async () => {
		await cell.focus();
		await page.keyboard.press('Control+Home');
		await page.keyboard.press('ArrowDown');
		await expect(cell).toHaveAccessibleName(/„Ръководи/, { timeout: 500 });
	}).toPass();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('region', { name: 'Избрана клетка' })).toBeVisible();
	await expectAccessible(page);
	await page.goto('/m/elena/functions/matrix');
	await expect(async () => {
		await page.getByRole('button', { name: 'редове по сбор' }).click();
		await expect(page).toHaveURL(/rows=total/, { timeout: 500 });
	}).toPass();
	await page.getByRole('button', { name: 'Свийте всички области' }).click();
	await expect(page).toHaveURL(/folded=/);
	await page.reload();
	await expect(page.getByRole('button', { name: 'Разгънете всички области' })).toBeVisible();
});

test('rows are put in order by Alt and an arrow, by buttons and by dragging, and the address keeps it', async ({
	page,
}) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/functions/matrix');
	const rows = page.getByRole('rowheader');
	const name = (at: number) => rows.nth(at).getByRole('link').first();
	const second = await name(1).innerText();
	const third = await name(2).innerText();
	await page.getByRole('grid').getByRole('gridcell').focus();
	for (const key of ['Control+Home', 'ArrowLeft', 'ArrowDown', 'Alt+ArrowDown'])
		await page.keyboard.press(key);
	await expect(name(1)).toHaveText(third);
	await expect(name(2)).toHaveText(second);
	await expect(rows.nth(2)).toBeFocused();
	await expect(page).toHaveURL(/order=/);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Едно място по-напред' }).click();
	await expect(name(1)).toHaveText(second);
	await rows.nth(1).dragTo(rows.nth(3));
	await expect(name(3)).toHaveText(second);
	await page.reload();
	await expect(name(3)).toHaveText(second);
	await page.getByRole('button', { name: 'Върнете подредбата по акта' }).click();
	await expect(name(1)).toHaveText(second);
	await expect(page).not.toHaveURL(/order=/);
});

test('a role is set, taken back and pasted as a block in a working version', async ({ page }) => {
	await signIn(page, 'konsultant');
	const find = encodeURIComponent('Ръководи изпълнителната');
	await openWorking(page, `/m/elena/functions/matrix?q=${find}&empty=show`);
	const grid = page.getByRole('grid');
	await grid.locator('[tabindex="0"]').focus();
	await page.keyboard.press('Control+End');
	// Playwright presses only keys of the Latin layout.
	await page.keyboard.press('c');
	await expect(page.getByText('Записани промени: 1.')).toBeVisible();
	await expect(grid.locator('[data-focus]')).toHaveAccessibleName(/^съгласува/);
	await grid.locator('[data-focus]').focus();
	await page.keyboard.press('Control+z');
	await expect(grid.locator('[data-focus]')).toHaveAccessibleName('няма роля');
	await page.keyboard.press('Control+y');
	await expect(grid.locator('[data-focus]')).toHaveAccessibleName(/^съгласува/);
	await page.getByRole('button', { name: 'Отменете', exact: true }).press('Enter');
	await expect(page.getByText('Отменени промени: 1.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Върнете отмененото' })).toBeVisible();
	await expect(grid.locator('[data-focus]')).toHaveAccessibleName('няма роля');
	// A refused letter is said under the matrix, and the focus stays in its cell.
	const top = await grid.boundingBox();
	await page.keyboard.press('o');
	await expect(page.getByText('Отказва се. За функцията вече отговаря друго звено.')).toBeVisible();
	await expect(grid.locator('[data-focus]')).toBeFocused();
	await expect(page.getByRole('heading', { name: /^Поставен блок/ })).toBeHidden();
	expect(await grid.boundingBox()).toEqual(top);
	await grid.locator('[data-focus]').evaluate((element) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', 'О\n');
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	});
	await expect(page.getByRole('heading', { name: /^Поставен блок: 0 промени/ })).toBeVisible();
	await expect(page.getByText('Отказва се.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Отказ', exact: true }).press('Enter');
	// A block with names goes by them, and says which name the matrix does not have.
	await grid.locator('[data-focus]').evaluate((element) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', 'Функция\tЗвено, което го няма\nНяма такава функция\tУ\n');
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	});
	await expect(page.getByText('В показаната матрица няма ред или колона с това име.')).toBeVisible();
	await expect(page.getByRole('cell', { name: 'Звено, което го няма' })).toBeVisible();
});

test('cells are copied for a spreadsheet: one, a block, all with their names', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const copied = () => page.evaluate(() => navigator.clipboard.readText());
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/functions/matrix');
	const grid = page.getByRole('grid');
	const said = page.getByRole('status').filter({ hasText: 'Копирани клетки' });
	await expect(async () => {
		await grid.locator('[tabindex="0"]').focus();
		await page.keyboard.press('Control+Home');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Shift+ArrowDown');
		await page.keyboard.press('Shift+ArrowRight');
		await page.keyboard.press('Control+c');
		await expect(said).toHaveText(/^Копирани клетки: 4\./, { timeout: 500 });
	}).toPass();
	expect((await copied()).split('\n').map((line) => line.split('\t').length)).toEqual([2, 2]);
	await page.keyboard.press('Control+a');
	await page.keyboard.press('Control+c');
	await expect(said).toHaveText(/с имената на редовете и колоните/);
	const [head = '', ...lines] = (await copied()).split('\n');
	expect(head.split('\t')).toHaveLength(Number(await grid.getAttribute('aria-colcount')));
	expect(lines).toHaveLength(Number(await grid.getAttribute('aria-rowcount')) - 1);
	await expectAccessible(page);
});

test('a role goes down to the next function by Ctrl+D', async ({ page }) => {
	await signIn(page, 'konsultant');
	await openWorking(page, '/m/elena/functions/matrix?empty=show');
	const focus = page.getByRole('grid').locator('[data-focus]');
	await focus.focus();
	await page.keyboard.press('Control+End');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('i');
	await expect(page.getByText('Записани промени: 1.')).toBeVisible();
	await focus.focus();
	await page.keyboard.press('ArrowDown');
	await expect(focus).toHaveAccessibleName('няма роля');
	await page.keyboard.press('Control+d');
	await expect(focus).toHaveAccessibleName(/^информиран/);
});

test('the table says the same in lines and the matrix fits a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 800 });
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/functions/matrix');
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: 'Таблица' }).click();
	await expect(page.getByRole('row').nth(1)).toBeVisible();
	await page.getByRole('link', { name: /^записано, не е измерено/ }).click();
	await expect(page).toHaveURL(/only=paper-unmeasured/);
	await expect(page.getByRole('cell', { name: 'не е измерено' }).first()).toBeVisible();
	await expectAccessible(page);
});
