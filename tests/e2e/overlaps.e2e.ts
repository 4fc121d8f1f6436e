import { expect, type Page } from 'playwright/test';
import { startServer } from '#tests/support/server.ts';
import {
	complaintsOf,
	expectAccessible,
	expectNoSidewaysScroll,
	signIn,
	test,
	waitForLife,
} from './support.ts';

/** The pair under review, as the address of the list names it. */
async function pairOf(page: Page): Promise<readonly string[]> {
	const panel = page.getByRole('region', { name: 'Двойка под преглед' });
	return panel.locator('.text').allInnerTexts();
}

async function decide(page: Page, key: string, reason: string | null): Promise<void> {
	await page.keyboard.press(key);
	const field = page.getByLabel('Мотив');
	await expect(field).toBeFocused();
	if (reason === null) await page.keyboard.press('ArrowDown');
	else await page.keyboard.insertText(reason);
	const judged = await pairOf(page);
	await page.keyboard.press('Control+Enter');
	await expect.poll(() => pairOf(page)).not.toEqual(judged);
	await expect(page.getByText('Решението е записано.')).toBeVisible();
}

test('pairs are reviewed from the keyboard, and the verdicts are there after the server was started again', async ({
	browser,
}) => {
	const server = await startServer();
	try {
		const context = await browser.newContext({ baseURL: server.origin });
		const page = await context.newPage();
		waitForLife(page);
		const complaints = complaintsOf(page);
		await signIn(page, 'konsultant');
		await page.goto('/m/elena/overlaps?tab=pairs');
		await page.waitForLoadState('networkidle');
		const first = await pairOf(page);
		await page.keyboard.press('j');
		await expect.poll(() => pairOf(page)).not.toEqual(first);
		await page.keyboard.press('k');
		await expect.poll(() => pairOf(page)).toEqual(first);
		await decide(page, '1', 'Един и същ регистър се води на две места.');
		const second = await pairOf(page);
		expect(second).not.toEqual(first);
		await decide(page, '1', null);
		await decide(page, '2', 'Едното звено проверява работата на другото.');
		await expectAccessible(page);

		await server.restart();
		await page.goto('/m/elena/overlaps?tab=pairs&open=0&show=all');
		const decided = page.getByRole('heading', { name: 'Решено' }).locator('..');
		expect(await pairOf(page)).toEqual(first);
		await expect(decided).toContainText('Истинско дублиране');
		await expect(decided).toContainText('Един и същ регистър се води на две места.');
		await page
			.getByRole('navigation', { name: 'Предишна и следваща' })
			.getByRole('link', { name: 'Следваща' })
			.click();
		await expect.poll(() => pairOf(page)).toEqual(second);
		await expect(decided).toContainText('Един и същ регистър се води на две места.');
		await decided.getByRole('button', { name: 'Върнете решението' }).click();
		await expect(decided).toHaveCount(0);
		expect(await pairOf(page)).toEqual(second);
		await page.setViewportSize({ width: 390, height: 844 });
		await expectNoSidewaysScroll(page);
		expect(complaints).toEqual([]);
	} finally {
		await server.stop();
	}
});

test('a verdict is given to similar pairs too and taken back for all of them at once', async ({ page }) => {
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/overlaps?tab=pairs&show=related&page=2');
	await page.waitForLoadState('networkidle');
	const total = page.getByRole('link', { name: /^Всички двойки/ });
	const before = await total.innerText();
	await decide(page, '5', 'Предметът е различен.');
	await page.getByRole('link', { name: 'Прегледайте подобните двойки' }).click();
	const marks = page.getByRole('checkbox');
	await expect(marks.first()).toBeChecked();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Приложете решението към отметнатите' }).click();
	await expect(page.getByText('Решението е приложено и към избраните подобни двойки.')).toBeVisible();
	await page.getByRole('button', { name: 'Върнете тези решения' }).click();
	await page.goto('/m/elena/overlaps?tab=pairs&show=related&open=0&page=2');
	await page.getByRole('button', { name: 'Върнете решението' }).first().click();
	await page.goto('/m/elena/overlaps?tab=pairs&show=related&page=2');
	await expect(total).toHaveText(before);
});
