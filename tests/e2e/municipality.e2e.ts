import { expect } from 'playwright/test';
import { aWorkbook } from '#tests/support/awkward.ts';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll, signIn, test } from './support.ts';

/** Another name in each run, since a municipality stays once it is made. */
const NAME = `Попово ${Date.now() % 100_000}`;
const SLUG = NAME.replace('Попово ', 'popovo-');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function aStaffingTable(): Promise<Buffer> {
	return aWorkbook({
		name: 'Щат',
		rows: [
			['ОБЩИНА ПОПОВО'],
			['№', 'Звено', 'Наименование на длъжността', 'Брой по щат', 'Брой заети', 'ДС/ТПО'],
			[1, 'Дирекция „Финанси и стопански дейности“', 'директор на дирекция', 1, 1, 'ДС'],
			[2, 'Дирекция „Финанси и стопански дейности“', 'главен счетоводител', 1, 1, 'ДС'],
			[3, 'Отдел „Местни данъци и такси“', 'инспектор', '4,5', 4, 'ДС'],
			[null, 'ОБЩО', null, '6,5', 6, null],
		],
	});
}

test('a third municipality is made, opened to a consultant, and filled from its staffing table', async ({
	page,
}) => {
	test.setTimeout(180_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'admin');
	await page.goto('/admin/municipalities');
	await page.getByLabel('Име задължително').fill(NAME);
	await expect(page.getByLabel('Адрес в браузъра')).toHaveAttribute('placeholder', SLUG);
	await page.getByLabel('Област').selectOption('Търговище');
	await page.getByLabel('Адрес в браузъра').fill('elena');
	await page.getByRole('button', { name: 'Създайте общината' }).click();
	await expect(page.getByText('Друга община вече е на този адрес.').first()).toBeVisible();
	await expect(page.getByLabel('Име задължително')).toHaveValue(NAME);
	await expectAccessible(page);
	await page.getByLabel('Адрес в браузъра').fill('');
	await page.getByLabel('Жители', { exact: true }).fill('22 000');
	await page.getByLabel('Жители към').fill('2025');
	await page.getByRole('button', { name: 'Създайте общината' }).click();
	await expect(page.getByRole('heading', { level: 1, name: `Община ${NAME}` })).toBeVisible();
	await expect(page.getByText('Общината е създадена', { exact: true })).toBeVisible();
	await expectAccessible(page);

	await page.getByLabel('Потребител').first().selectOption({ label: 'konsultant – Виолета Станчева' });
	await page.getByRole('button', { name: 'Дайте ролята' }).click();
	await expect(page.getByRole('cell', { name: 'консултант', exact: false }).first()).toBeVisible();
	await page.getByLabel('Населено място').fill('Попово');
	await page.getByLabel('Вид').selectOption('town');
	await page.getByRole('combobox', { name: 'Управление' }).selectOption('centre');
	await page.getByRole('button', { name: 'Добавете мястото' }).click();
	await expect(page.getByRole('rowheader', { name: 'гр. Попово' })).toBeVisible();

	await page.context().clearCookies();
	await signIn(page, 'konsultant');
	await page.goto(`/m/${SLUG}/structure`);
	await expectAccessible(page);
	await page.goto(`/m/${SLUG}/imports`);
	await page
		.getByLabel('Файл задължително')
		.setInputFiles({ name: 'щат-попово.xlsx', mimeType: XLSX, buffer: await aStaffingTable() });
	await page.getByRole('button', { name: 'Прочетете файла' }).click();
	const steps = page.getByRole('navigation', { name: 'Стъпки на внасянето' });
	await steps.getByRole('link', { name: '4. Стойности' }).click();
	await page.getByRole('button', { name: 'Създайте всички липсващи звена' }).click();
	await expect(page.getByText('избрано').first()).toBeVisible();
	await steps.getByRole('link', { name: '6. Разлика' }).click();
	await page.getByRole('button', { name: 'Внесете промените (5)' }).click();
	await expect(page.getByText('Файлът е внесен')).toBeVisible();
	await page.goto(`/m/${SLUG}/structure`);
	await expect(page.getByRole('treeitem', { name: /Местни данъци и такси/ }).first()).toBeVisible();
	await expectAccessible(page);
	await page.goto(`/m/${SLUG}/functions/matrix`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	expect(complaints).toEqual([]);
});
