import { expect, type Page } from 'playwright/test';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll, signIn, test } from './support.ts';

/** A new draft of Елена with its chart open. */
async function openDraftChart(page: Page, name: string): Promise<void> {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/scenarios/new');
	await page.locator('[name="name"]').fill(name);
	await page.locator('[name="effective"]').fill('2027-06-01');
	await page.locator('main form').getByRole('button').first().click();
	await page.waitForURL(/scenarios\/(?!new)[^/]+$/);
	await page.goto(`${page.url()}/chart`);
	await expect(page.getByRole('group', { name: 'Мащаб на схемата' })).toBeVisible();
}

test('a unit is moved in a scenario by the keyboard alone, the impossible places say why, and it is taken back', async ({
	page,
}) => {
	const complaints = complaintsOf(page);
	await openDraftChart(page, 'Преместване с клавиатура');
	const box = page.getByRole('treeitem', { name: /^Дирекция „Бюджет и финанси“/ });
	await box.focus();
	await page.keyboard.press('Shift+F10');
	const dialog = page.getByRole('dialog', { name: 'Преместване на звено: Дирекция „Бюджет и финанси“' });
	await expect(dialog.getByRole('searchbox')).toBeFocused();
	const self = dialog.getByRole('radio', { name: /^Отдел „Местни приходи“/ });
	await expect(self).toBeDisabled();
	await expect(self).toHaveAccessibleDescription(/\S/);
	await expectAccessible(page);
	await page.keyboard.type('секретар на общ');
	await page.keyboard.press('Enter');
	const secretary = dialog.getByRole('radio', { name: 'Секретар на общината', exact: true });
	await expect(secretary).toBeChecked();
	await expect(secretary).toBeFocused();
	await expect(dialog.getByRole('radio', { name: 'вървят с него' })).toBeChecked();
	await dialog.getByLabel(/^Мотив/).focus();
	await page.keyboard.type('По-къс път до решенията');
	await dialog.getByRole('button', { name: 'Запишете операцията' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Записано като операция № 1: Дирекция „Бюджет и финанси“.')).toBeVisible();
	await expect(
		page.getByRole('treeitem', { name: /^Дирекция „Бюджет и финанси“, преместено/ }),
	).toHaveAttribute('aria-level', '3');
	await expectAccessible(page);
	await page.goto(page.url().replace(/chart.*$/, 'ledger'));
	await page.goBack();
	await page.getByRole('button', { name: 'Върнете последната операция' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Последната операция е върната.')).toBeVisible();
	await expect(box).toHaveAttribute('aria-level', '2');
	expect(complaints).toEqual([]);
});

test('a unit is dragged onto another, and a function without a place out of the tray', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 1400 });
	await openDraftChart(page, 'Преместване с мишка');
	const middleOf = async (name: RegExp) => {
		const box = await page.getByRole('treeitem', { name }).boundingBox();
		return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 40 };
	};
	const dragTo = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		const [answer] = await Promise.all([
			page.waitForResponse(/chart\/places/),
			page.mouse.move(from.x + 12, from.y - 12, { steps: 3 }),
		]);
		await answer.finished();
		await page.mouse.move(to.x, to.y, { steps: 4 });
		await page.mouse.up();
	};
	const mayor = await middleOf(/^Кмет на община/);
	const finance = await middleOf(/^Дирекция „Бюджет и финанси“/);
	await dragTo(finance, mayor);
	await expect(page.getByText('Тук не може: Нищо не се променя.')).toBeVisible();
	// A directorate below a directorate is possible, but not as the levels of an administration follow each other.
	const directorate = await middleOf(/^Дирекция „Устройство на територията/);
	const again = await middleOf(/^Дирекция „Бюджет и финанси“/);
	await page.mouse.move(again.x, again.y);
	await page.mouse.down();
	const [places] = await Promise.all([
		page.waitForResponse(/chart\/places/),
		page.mouse.move(again.x + 12, again.y - 12, { steps: 3 }),
	]);
	await places.finished();
	await page.mouse.move(directorate.x, directorate.y, { steps: 4 });
	await expect(page.locator('.ghost').getByText(/^Правило, което няма да е спазено: /)).toBeVisible();
	await page.keyboard.press('Escape');
	await page.mouse.up();
	await dragTo(await middleOf(/^Дирекция „Бюджет и финанси“/), await middleOf(/^Главен архитект/));
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('radio', { name: 'Главен архитект', exact: true })).toBeChecked();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	const tray = page.getByRole('region', { name: /^Без място 1/ });
	const item = await tray.getByRole('listitem').first().boundingBox();
	await dragTo({ x: (item?.x ?? 0) + 20, y: (item?.y ?? 0) + 20 }, await middleOf(/^Главен архитект/));
	await expect(dialog.getByRole('heading', { name: /^Възлагане на функция/ })).toBeVisible();
	await dialog.getByLabel(/^Мотив/).fill('Няма кой да я изпълнява');
	await dialog.getByRole('button', { name: 'Запишете операцията' }).click();
	await expect(page.getByRole('region', { name: /^Без място 0/ })).toBeVisible();
});

test('posts are moved by the menu, and the page fits a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 800 });
	await openDraftChart(page, 'Преместване на длъжност');
	await page.getByRole('link', { name: 'звена и длъжности' }).click();
	await expect(page).toHaveURL(/of=posts/);
	await expectNoSidewaysScroll(page);
	const tree = page.getByRole('tree');
	await tree.getByRole('treeitem', { name: /^Кмет на община Елена/ }).focus();
	await page.keyboard.press('ArrowDown');
	await page.getByRole('link', { name: 'Преместете в…' }).click();
	await expect(page.getByRole('dialog', { name: /^Преместване на длъжност/ })).toBeVisible();
	await expectAccessible(page);
});

test('the units below one that moves can wait without a place, and the drawing follows a drag to its edge', async ({
	page,
}) => {
	await page.setViewportSize({ width: 1440, height: 1000 });
	await openDraftChart(page, 'Преместване без подчинените');
	await page.getByRole('treeitem', { name: /^Дирекция „Бюджет и финанси“/ }).focus();
	await page.keyboard.press('Shift+F10');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('radio', { name: 'Секретар на общината', exact: true }).check();
	await dialog.getByRole('radio', { name: /^отиват в „Без място“/ }).check();
	await dialog.getByLabel(/^Мотив/).fill('Приходите отиват другаде');
	await dialog.getByRole('button', { name: 'Запишете операцията' }).click();
	await expect(page.getByText('Записано като операция № 1: Дирекция „Бюджет и финанси“.')).toBeVisible();
	const tray = page.getByRole('region', { name: /^Без място/ });
	const waiting = tray.getByRole('listitem').filter({ hasText: 'Отдел „Местни приходи“' });
	await expect(waiting.getByRole('link', { name: 'Преместете в…' })).toBeVisible();
	await page.getByRole('button', { name: 'Увеличете' }).click();
	await page.getByRole('button', { name: 'Увеличете' }).click();
	const tree = page.getByRole('tree');
	// Only what is in sight stands in the document: the focus brings the first rows there.
	await tree.getByRole('treeitem', { name: /^Кмет на община Елена/ }).focus();
	const item = tree.getByRole('treeitem', { name: /^Главен архитект/ });
	await item.scrollIntoViewIfNeeded();
	const [box, window] = [await item.boundingBox(), await tree.locator('xpath=..').boundingBox()];
	await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 30);
	await page.mouse.down();
	const left = (window?.x ?? 0) + 6;
	await page.mouse.move(left + 40, (box?.y ?? 0) + 40, { steps: 4 });
	await page.mouse.move(left, (box?.y ?? 0) + 40, { steps: 2 });
	await expect
		.poll(async () => (await item.boundingBox())?.x ?? 0, { timeout: 5_000 })
		.toBeGreaterThan((box?.x ?? 0) + 40);
	await page.keyboard.press('Escape');
	await page.mouse.up();
});
