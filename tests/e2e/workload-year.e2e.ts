import { expect } from 'playwright/test';
import { loadFixtures } from '#fixtures/load.ts';
import { aWorkbook } from '#tests/support/awkward.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll, signIn, test as base } from './support.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** On a server of its own: a study that goes on for the next year has no volumes for the other tests. */
const test = base.extend<object, { server: RunningServer }>({
	server: [
		async ({ browserName: _ }, use) => {
			const server = await startServer();
			await use(server);
			await server.stop();
		},
		{ scope: 'worker' },
	],
	baseURL: async ({ server }, use) => {
		await use(server.origin);
	},
});

/** The volumes of the study as a clerk sends them a year later: half as many cases again, of everything counted. */
function nextVolumes(): Promise<Buffer> {
	const study = loadFixtures().structures.find(({ municipality }) => municipality.slug === 'lyaskovets');
	const functions = new Map(study?.functions.map(({ key, text }) => [key, text.bg]));
	const units = new Map(study?.units.map(({ key, name }) => [key, name.bg]));
	return aWorkbook({
		name: 'Обеми',
		rows: [
			['Ключ', 'Дейност', 'Функция', 'Звено', 'Годишен обем'],
			...(study?.activities ?? []).flatMap(({ key, name, functionKey, unitKey, annualVolume }) => {
				const [fn, unit] = [functions.get(functionKey) ?? '', units.get(unitKey) ?? ''];
				return annualVolume === null ? [] : [[key, name.bg, fn, unit, annualVolume * 1.5]];
			}),
		],
	});
}

test('a study goes on for the next year with volumes from Excel, and the difference shows by function', async ({
	page,
}) => {
	test.setTimeout(120_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'konsultant');
	await page.goto('/m/lyaskovets/workload/year');
	await expect(page.getByText('Тази редакция не продължава друга')).toBeVisible();
	await page.getByRole('button', { name: 'Продължете за следващата година' }).click();
	await page.waitForURL(/version=/);
	const compared = page.url();
	await expect(page.getByText(/дейности чакат обем/)).toBeVisible();
	await expect(page.getByText('Още няма функция с обеми от двете години.', { exact: false })).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Към внасянето' }).click();
	const file = { name: 'обеми-следваща.xlsx', mimeType: XLSX, buffer: await nextVolumes() };
	await page.getByLabel('Файл задължително').setInputFiles(file);
	await page.getByRole('button', { name: 'Прочетете файла' }).click();
	await expect(page.getByRole('heading', { level: 1, name: file.name })).toBeVisible();
	await page
		.getByRole('navigation', { name: 'Стъпки на внасянето' })
		.getByRole('link', { name: '6. Разлика' })
		.click();
	await page.getByRole('button', { name: /^Внесете промените/ }).click();
	await expect(page.getByText('Файлът е внесен')).toBeVisible();

	await page.goto(compared);
	await expect(page.getByText(/чакат? обем/)).toHaveCount(0);
	const figure = page.getByRole('figure', { name: 'Разлика по функции' });
	await expect(figure.getByRole('listitem').first()).toContainText(/\+\d/);
	await expectAccessible(page);
	await figure.getByRole('link', { name: 'Таблица' }).click();
	const first = figure.getByRole('row').nth(2);
	await expect(first).toContainText(/\+/);
	await expectAccessible(page);
	await figure.getByRole('link', { name: 'Експорт' }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		figure.getByRole('link', { name: 'Изтеглете' }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/^Разлика спрямо миналата година.*\.xlsx$/);
	await page.setViewportSize({ width: 390, height: 844 });
	for (const view of ['chart', 'table']) {
		await page.goto(`${compared}&view=${view}`);
		await expectNoSidewaysScroll(page);
	}
	expect(complaints).toEqual([]);
});
