import { expect, type Page } from 'playwright/test';
import {
	complaintsOf,
	expectAccessible,
	expectNoSidewaysScroll,
	openWorking,
	signIn,
	test,
	waitForLife,
} from './support.ts';

async function press(page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> {
	await page.getByRole(role, { name }).first().focus();
	await page.keyboard.press('Enter');
}

test('a field is changed where it stands, taken back and put back by the keyboard alone', async ({
	page,
}) => {
	const complaints = complaintsOf(page);
	await signIn(page, 'konsultant-lyaskovets');
	await openWorking(page, '/m/lyaskovets/structure/units/ly-fk');
	await press(page, 'link', 'Променете: Бележка');
	await expect(page.getByLabel('Бележка')).toBeFocused();
	await page.keyboard.press('Control+A');
	await page.keyboard.insertText('Проверено на място');
	await expectAccessible(page);
	await press(page, 'button', 'Запазете');
	await expect(page.getByText('Записано.')).toBeVisible();
	await expect(page.getByRole('definition').filter({ hasText: 'Проверено на място' })).toBeVisible();
	await press(page, 'button', 'Отменете последната промяна');
	await expect(page.getByText(/^Отменено: .*промяна/)).toBeVisible();
	await expect(page.getByRole('definition').filter({ hasText: 'Проверено на място' })).toHaveCount(0);
	await expectAccessible(page);
	await press(page, 'button', 'Върнете я');
	await expect(page.getByText(/^Върнато: .*промяна/)).toBeVisible();
	await expect(page.getByRole('definition').filter({ hasText: 'Проверено на място' })).toBeVisible();
	await press(page, 'link', 'Вижте историята');
	await page.getByLabel('Търсене в старото и новото').fill('ПРОВЕРЕНО на място');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('cell', { name: 'Проверено на място' }).first()).toBeVisible();
	await expectAccessible(page);
	await press(page, 'link', 'Изчистете');
	expect(complaints).toEqual([]);
});

test('two people change one field: the second sees both values and chooses; other fields of both are kept', async ({
	browser,
}) => {
	const [first, second] = await Promise.all([browser.newContext(), browser.newContext()]);
	const [one, two] = [await first.newPage(), await second.newPage()];
	waitForLife(one);
	waitForLife(two);
	await signIn(one, 'konsultant');
	await signIn(two, 'konsultant-lyaskovets');
	const unit = await openWorking(one, '/m/lyaskovets/structure/units/ly-fk/edit');
	await two.goto(unit.href);
	await one.getByLabel('Бележка').fill('Бележка на първия');
	await one.getByLabel('Наименование на английски').fill('Control of finances');
	await press(one, 'button', 'Запазете');
	await expect(one.getByText('Записано.')).toBeVisible();
	await two.getByLabel('Бележка').fill('Бележка на втория');
	await press(two, 'button', 'Запазете');
	await expect(two.getByText('Друг човек промени това междувременно')).toBeVisible();
	const note = two.getByRole('group', { name: 'Бележка' });
	await expect(note.getByLabel('Вашата стойност: Бележка на втория')).toBeVisible();
	await expect(note.getByLabel('Стойността на другия: Бележка на първия')).toBeVisible();
	await expectAccessible(two);
	await note.getByLabel('Вашата стойност: Бележка на втория').focus();
	await two.keyboard.press(' ');
	await press(two, 'button', 'Запазете избраното');
	await expect(two.getByText('Записано.')).toBeVisible();
	await expect(two.getByRole('definition').filter({ hasText: 'Бележка на втория' })).toBeVisible();
	// The other field of the first one was not touched by the second, and stays.
	await two.goto(unit.href);
	await expect(two.getByLabel('Наименование на английски')).toHaveValue('Control of finances');
	// The first can no longer take back what the second has changed after.
	await one.reload();
	await press(one, 'button', 'Отменете последната промяна');
	await expect(one.getByText('Промяната не е отменена')).toBeVisible();
	await Promise.all([first.close(), second.close()]);
});

test('a problem in the data leads to its form and is gone from the list once mended', async ({ page }) => {
	await signIn(page, 'konsultant-lyaskovets');
	await openWorking(page, '/m/lyaskovets/quality?code=post-reconstructed');
	const heading = page.getByRole('link', { name: /^Длъжности, възстановени и непотвърдени \d+/ });
	const count = Number(/\d+$/.exec((await heading.textContent())?.trim() ?? '')?.[0]);
	await expectAccessible(page);
	await press(page, 'link', /^Поправете: /);
	await expect(page.getByLabel('Източник')).toBeFocused();
	await page.getByLabel('Източник').fill('Длъжностно разписание от 01.10.2026 г.');
	await page.getByLabel('Достоверност').selectOption('verified');
	await press(page, 'button', 'Запазете');
	await expect(page).toHaveURL(/quality/);
	await expect(page.getByText('Записано.')).toBeVisible();
	await expect(heading).toHaveText(new RegExp(`${count - 1}$`));
	await page.setViewportSize({ width: 390, height: 844 });
	await expectNoSidewaysScroll(page);
});

test('a function that nobody answers for leads to the role of whoever will', async ({ page }) => {
	await signIn(page, 'konsultant');
	await openWorking(page, '/m/elena/quality?code=function-without-owner');
	await press(page, 'link', /^Поправете: /);
	await expect(page.getByRole('combobox', { name: 'Звено' })).toBeFocused();
	await expect(page.getByLabel('Роля')).toHaveValue('accountable');
});

test('while a function is worded, its wording and who does nearly the same are said', async ({ page }) => {
	await signIn(page, 'konsultant-lyaskovets');
	await openWorking(page, '/m/lyaskovets/functions/new?unit=ly-fk');
	const text = page.getByRole('textbox', { name: 'Функция задължително' });
	await text.fill('Издава и регистрира скици');
	await expect(page.getByText(/повече от едно действие/).first()).toBeVisible();
	await text.fill('Осъществява предварителен контрол за законосъобразност');
	await expect(page.getByText(/Близки формулировки вече има/)).toBeVisible();
	await expectAccessible(page);
});

test('without script a field is changed in place and two versions are laid side by side', async ({
	browser,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await signIn(page, 'konsultant-lyaskovets');
	await openWorking(page, '/m/lyaskovets/structure/units/ly-fk?edit=sort');
	await page.getByLabel('Пореден номер').fill('77');
	await page.getByRole('button', { name: 'Запазете' }).click();
	await expect(page.getByText('Записано.')).toBeVisible();
	await page.goto('/m/lyaskovets/structure/versions');
	await page.getByRole('button', { name: 'Сравнете' }).click();
	await expect(page.getByRole('table', { name: 'Брой на разликите' })).toBeVisible();
	await context.close();
});
