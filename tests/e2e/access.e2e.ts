import { expect } from 'playwright/test';
import { expectAccessible, PASSWORD, signIn, test } from './support.ts';

test('a wrong password is refused with one sentence and the name kept', async ({ page }) => {
	await page.goto('/login');
	await page.getByLabel('Потребителско име').fill('nablyudatel');
	await page.getByLabel('Парола').fill('грешна парола');
	await page.getByRole('button', { name: 'Влезте', exact: true }).click();
	await expect(page.getByRole('alert')).toHaveText('Името или паролата не са верни.');
	await expect(page.getByLabel('Потребителско име')).toHaveValue('nablyudatel');
	await expectAccessible(page);
});

test('whoever is not signed in comes back to the page asked for', async ({ page }) => {
	await page.goto('/m/elena/search?q=данъц');
	await expect(page).toHaveURL(/\/login\?next=/);
	await page.getByLabel('Потребителско име').fill('konsultant');
	await page.getByLabel('Парола').fill(PASSWORD);
	await page.getByRole('button', { name: 'Влезте', exact: true }).click();
	await expect(page).toHaveURL(/\/m\/elena\/search/);
	await expect(page.getByRole('heading', { name: 'Търсене' })).toBeVisible();
});

test('another municipality is as if it did not exist', async ({ page }) => {
	await signIn(page, 'konsultant-lyaskovets');
	const own = await page.goto('/m/lyaskovets/search');
	const other = await page.goto('/m/elena/search');
	const none = await page.goto('/m/nowhere/search');
	expect([own?.status(), other?.status(), none?.status()]).toEqual([200, 404, 404]);
});

test('a session that ends while a form is filled in loses nothing: the password is asked and the form goes on', async ({
	page,
}) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/scenarios/new');
	const name = page.getByRole('textbox', { name: /^Име/ });
	await name.fill('Писано половин час');
	await page.context().clearCookies();
	await page.getByRole('button', { name: 'Започнете варианта' }).click();
	const asked = page.getByRole('dialog', { name: 'Влезте отново' });
	await expect(asked.getByLabel('Парола')).toBeFocused();
	await expectAccessible(page);
	await asked.getByRole('button', { name: 'Не сега' }).click();
	await expect(name).toHaveValue('Писано половин час');
	await page.getByRole('button', { name: 'Започнете варианта' }).click();
	await asked.getByLabel('Парола').fill(PASSWORD);
	await asked.getByLabel('Парола').press('Enter');
	await page.waitForURL(/\/scenarios\/[0-9a-f]{10,}$/);
	await expect(page.getByRole('heading', { name: 'Писано половин час' })).toBeVisible();
});

test('no page for signing in is saved for a file when the session has ended', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure?view=export');
	await page.context().clearCookies();
	await page.getByRole('button', { name: 'PDF' }).first().click();
	await expect(page.getByText('Файлът не можа да се подготви.', { exact: false })).toBeVisible();
});

test('a form that the server does not answer stays on the page and can be sent again', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/scenarios/new');
	await page.getByRole('textbox', { name: /^Име/ }).fill('Прекъсната връзка');
	await page.context().setOffline(true);
	await page.getByRole('button', { name: 'Започнете варианта' }).click();
	await expect(page.getByRole('dialog', { name: 'Сървърът не отговори' })).toBeVisible();
	await page.context().setOffline(false);
	await page.getByRole('button', { name: 'Изпратете пак' }).click();
	await page.waitForURL(/\/scenarios\/[0-9a-f]{10,}$/);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('one signs in, searches, changes the language and signs out', async ({ page }) => {
		await signIn(page, 'konsultant');
		await page.goto('/m/elena/search');
		await page.getByLabel('Търсене на звена, длъжности и функции').last().fill('данъц');
		await page.getByRole('button', { name: 'Търсене', exact: true }).click();
		await expect(page.getByRole('heading', { name: /^Функции/ })).toBeVisible();
		await page.getByRole('button', { name: 'English' }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(page.getByRole('heading', { name: 'Search' })).toBeVisible();
		await page.locator('header details').last().locator('summary').click();
		await page.getByRole('button', { name: 'Sign out' }).click();
		await expect(page).toHaveURL(/\/login/);
	});
});

test('the keyboard reaches the content by the first link and the search by a stroke', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/search');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Към съдържанието' })).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('/');
	await expect(page.locator('#strip-search')).toBeFocused();
});
