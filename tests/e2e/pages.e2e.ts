import { expect } from 'playwright/test';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll, signIn, test } from './support.ts';

/** The main pages of a municipality and who opens them. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
	konsultant: [
		'/m',
		'/m/elena',
		'/m/elena/structure',
		'/m/elena/structure?view=table',
		'/m/elena/structure/versions',
		'/m/elena/functions',
		'/m/elena/cards',
		'/m/elena/functions/matrix',
		'/m/elena/overlaps',
		'/m/elena/workload',
		'/m/elena/findings',
		'/m/elena/findings/actions',
		'/m/elena/scenarios',
		'/m/elena/council',
		'/m/elena/search?q=данъц',
		'/m/lyaskovets',
		'/m/lyaskovets/structure',
		'/m/lyaskovets/overlaps?with=elena',
		'/m/lyaskovets/workload',
		'/account',
	],
	'hr-elena': ['/m/elena/people', '/m/elena/training', '/m/elena/training/needs', '/m/elena/training/plan'],
	'savetnik-elena-1': ['/m/elena', '/m/elena/council', '/m/elena/structure'],
	admin: ['/admin/municipalities', '/admin/municipalities/elena', '/admin/users', '/admin/parameters'],
};

for (const [username, pages] of Object.entries(PAGES)) {
	test(`every main page of ${username} opens, is accessible and complains of nothing`, async ({ page }) => {
		test.setTimeout(180_000);
		const complaints = complaintsOf(page);
		await signIn(page, username);
		for (const path of pages) {
			const response = await page.goto(path);
			expect(response?.status(), path).toBe(200);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectAccessible(page);
		}
		expect(complaints).toEqual([]);
	});

	test(`every main page of ${username} fits a phone`, async ({ page }) => {
		test.setTimeout(120_000);
		await page.setViewportSize({ width: 390, height: 844 });
		await signIn(page, username);
		for (const path of pages) {
			await page.goto(path);
			await expectNoSidewaysScroll(page);
		}
	});
}

test('what is chosen is told apart where the system chooses the colours', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await signIn(page, 'konsultant');
	await page.goto('/m/elena/structure');
	const groundOf = (name: string) =>
		page
			.getByRole('link', { name, exact: false })
			.first()
			.evaluate((link) => getComputedStyle(link).backgroundColor);
	for (const [chosen, other] of [
		['Структура', 'Функции'],
		['Графика', 'Таблица'],
		['компактна', 'широка'],
	] as const)
		expect(await groundOf(chosen), chosen).not.toBe(await groundOf(other));
});
