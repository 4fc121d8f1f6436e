import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll, signIn, signOut, test, waitForLife } from './support.ts';

const BASE = '/m/elena';

test.describe.configure({ mode: 'serial' });

test('a change of a technology card brings needs with their chain, and takes them with it', async ({
	page,
}) => {
	test.setTimeout(120_000);
	await signIn(page, 'hr-elena');
	await page.goto(`${BASE}/cards`);
	await page.getByLabel(/^Номер/).fill('ТК-21');
	await page.getByLabel(/^Административна услуга/).fill('Издаване на скица на имот');
	await page.getByLabel(/^Звено, което поддържа картата/).selectOption({ index: 3 });
	await page.getByLabel(/^В сила от/).fill('2019-05-01');
	await page.getByRole('button', { name: 'Впишете картата' }).click();
	await expect(page.getByText('Картата е вписана.')).toBeVisible();
	await expectAccessible(page);
	await page.getByLabel(/^Прилага се от/).fill('2019-05-01');
	await page.getByLabel(/^Какво се променя/).fill('срокът става 5 дни');
	await page.getByRole('button', { name: 'Впишете промяната' }).click();
	await expect(page.getByText(/Картата е в сила от/)).toBeVisible();
	await expect(page.getByLabel(/^Какво се променя/)).toHaveValue('срокът става 5 дни');
	const card = page.url().split('?')[0] ?? '';
	const nextYear = new Date().getFullYear() + 1;
	await page.getByLabel(/^Прилага се от/).fill(`${nextYear}-02-01`);
	await page.getByRole('button', { name: 'Впишете промяната' }).click();
	await expect(page.getByText(/Промяната е вписана/)).toBeVisible();
	await page
		.getByRole('row', { name: /срокът става 5 дни/ })
		.getByRole('link')
		.click();
	await expect(page.getByRole('link', { name: /технологична карта ТК-21/ })).toBeVisible();
	await expectAccessible(page);

	await page.goto(card);
	await page.getByRole('button', { name: /^Премахнете промяната/ }).click();
	await expect(page.getByText(/Промяната е премахната/)).toBeVisible();
	await page.goto(`${BASE}/training/needs?view=table&cause=rule-changed`);
	await expect(page.getByRole('link', { name: /технологична карта ТК-21/ })).toHaveCount(0);
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(card);
	await expectNoSidewaysScroll(page);
});

test('the second of two people who edit a card sees both edits and chooses', async ({ page, context }) => {
	await signIn(page, 'hr-elena');
	await page.goto(`${BASE}/cards`);
	await page.getByRole('link', { name: 'Издаване на скица на имот' }).click();
	await expect(page).toHaveURL(/\/cards\/[^/]+$/);
	const other = await context.newPage();
	waitForLife(other);
	await other.goto(page.url());
	for (const [who, service] of [
		[page, 'Скица на поземлен имот'],
		[other, 'Скица на сграда'],
	] as const) {
		await who.getByText('Променете данните на картата').click();
		await who.getByLabel(/^Административна услуга/).fill(service);
		await who.getByRole('button', { name: 'Запишете картата' }).click();
	}
	await expect(other.getByText('Междувременно е записано: „Скица на поземлен имот“.')).toBeVisible();
	await expect(other.getByLabel(/^Административна услуга/)).toHaveValue('Скица на сграда');
	await expectAccessible(other);
	await other.getByRole('button', { name: 'Запишете картата' }).click();
	await expect(other.getByText('Картата е записана.')).toBeVisible();
	await expect(other.getByRole('heading', { level: 1 })).toContainText('Скица на сграда');
});

test('a head opens the training of the own unit, a councillor does not', async ({ page }) => {
	await signIn(page, 'rakovoditel-elena');
	await page.goto(`${BASE}/training`);
	await page.getByRole('link', { name: 'Обучение на звеното' }).click();
	await expect(page.getByRole('heading', { name: /^Обучение на звеното/ })).toBeVisible();
	await expectAccessible(page);
	await page.setViewportSize({ width: 390, height: 844 });
	await expectNoSidewaysScroll(page);
	await signOut(page);
	await signIn(page, 'savetnik-elena-1');
	expect((await page.goto(`${BASE}/training/unit`))?.status()).toBe(403);
});
