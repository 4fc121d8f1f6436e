import { expect, type Page } from 'playwright/test';
import type { OperationBody } from '#lib/domain/scenario/index.ts';
import { asId, isoDate, type FunctionKey, type UnitKey } from '#lib/domain/shared/index.ts';
import { delegateUnit } from '#lib/server/services/scenario-delegation.ts';
import { createScenario } from '#lib/server/services/scenario.ts';
import { adoptProcurement } from '#tests/support/adopted-training.ts';
import { add, done, SLUG } from '#tests/support/elena-scenario.ts';
import type { Installation } from '#tests/support/installation.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';
import { expectAccessible, expectNoSidewaysScroll, signIn, test as base } from './support.ts';

const BASE = `/m/${SLUG}/scenarios`;
const FIN = asId<UnitKey>('el-fin');

interface World {
	readonly server: RunningServer;
	/** With a new unit at the top, and with one under finance. */
	readonly scenarioA: string;
	readonly scenarioB: string;
}

/**
 * On a server of its own: two scenarios of Елена, and one that the council adopted after they were made, which gives to
 * finance the function that the first of the two gives to its new unit.
 */
const test = base.extend<object, { world: World }>({
	world: [
		async ({ browserName: _ }, use) => {
			let made = { scenarioA: '', scenarioB: '' };
			const server = await startServer({
				prepare: async (at) => {
					made = await prepare(at);
				},
			});
			await use({ server, ...made });
			await server.stop();
		},
		{ scope: 'worker' },
	],
	baseURL: async ({ world }, use) => {
		await use(world.server.origin);
	},
});
test.describe.configure({ mode: 'serial' });

async function prepare(at: Installation) {
	const consultant = await at.as('konsultant');
	const make = async (name: string, parentKey: UnitKey | null) => {
		const input = { name, description: '', effectiveOn: isoDate('2027-03-01') };
		const id = await done(createScenario(consultant, SLUG, input));
		await add(consultant, id, unitUnder(parentKey));
		return id;
	};
	const scenarioA = await make('Вариант на първо ниво', null);
	const scenarioB = await make('Вариант във финанси', FIN);
	await add(consultant, scenarioA, {
		kind: 'function-transfer',
		payload: {
			...{ functionKey: asId<FunctionKey>('el-hd-f23'), fromUnitKey: asId<UnitKey>('el-hd') },
			...{ toUnitKey: asId<UnitKey>('eco'), formerRole: null, withActivities: true },
		},
	});
	const given = { unitKey: 'el-ut', task: 'Как да се раздели работата?', dueOn: null };
	await done(delegateUnit(consultant, { slug: SLUG, scenarioId: scenarioB }, given));
	await adoptProcurement(at);
	return { scenarioA, scenarioB };
}

const unitUnder = (parentKey: UnitKey | null): OperationBody => ({
	kind: 'unit-create',
	payload: {
		...{ key: asId<UnitKey>('eco'), parentKey, name: { bg: 'Отдел Екология', en: null } },
		...{ kind: 'department', part: 'specialised' },
	},
});

async function expectFine(page: Page): Promise<void> {
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
}

test('two scenarios are compared, a weight is moved, and the workbook has the same weight', async ({
	page,
	world,
}) => {
	await signIn(page, 'konsultant');
	await page.goto(`${BASE}/compare`);
	await page.getByLabel('Вариант на първо ниво').check();
	await page.getByLabel('Вариант във финанси').check();
	await page.getByRole('button', { name: 'Сравнете' }).click();
	await page.waitForURL(/with=/);
	const unit = page.getByRole('row').filter({ hasText: 'Отдел Екология' }).first();
	await expect(unit).toContainText('на първо ниво');
	await expect(unit).toContainText('Бюджет и финанси');
	await page.getByLabel('Тежест: Звена').fill('3');
	await page.getByRole('button', { name: 'Преизчислете' }).click();
	await page.waitForURL(/w\.units=3/);
	await expect(page.getByLabel('Тежест: Звена')).toHaveValue('3');
	await expect(page.getByText(/^Ред по тези тежести:/)).toBeVisible();
	await expectFine(page);
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Изтеглете в Excel' }).click();
	const file = await waiting;
	expect(file.suggestedFilename()).toBe('Сравнение на варианти Община Елена.xlsx');
	expect(new URL(file.url()).searchParams.get('w.units')).toBe('3');
	expect(new URL(file.url()).searchParams.getAll('with').toSorted()).toEqual(
		[world.scenarioA, world.scenarioB].toSorted(),
	);
});

test('a target stands over the pages of its scenario with what is measured', async ({ page, world }) => {
	await signIn(page, 'konsultant');
	await page.goto(`${BASE}/${world.scenarioB}/targets`);
	await page.getByLabel(/^Звена – най-много/).fill('1');
	await page.getByRole('button', { name: 'Запишете целите' }).click();
	const strip = page.getByRole('list', { name: 'Цели на варианта' });
	await expect(strip.getByRole('listitem')).toContainText('неизпълнена');
	await expectFine(page);
	await page.goto(`${BASE}/${world.scenarioB}/staffing`);
	await expect(strip.getByRole('link', { name: /^Звена: .*най-много 1$/ })).toBeVisible();
});

test('N and P go from change to change of the chart and say aloud where one is', async ({ page, world }) => {
	await signIn(page, 'konsultant');
	await page.goto(`${BASE}/${world.scenarioA}/chart?side=diff`);
	const walk = page.getByRole('group', { name: 'Промени една след друга' });
	await expect(walk).toContainText('Клавиши: N');
	await page.locator('main').click({ position: { x: 4, y: 4 } });
	await page.keyboard.press('n');
	await expect(walk).toContainText('Промяна 1 от');
	await expect(page.locator('[role="treeitem"]:focus')).toBeVisible();
	await page.keyboard.press('p');
	await expect(walk).toContainText(/Промяна \d+ от \d+: .+ – .+/);
	await expectAccessible(page);
});

test('a head proposes an operation in the own unit, and the consultant takes it into the scenario', async ({
	page,
	world,
	browser,
	baseURL,
}) => {
	const list = `${BASE}/${world.scenarioB}/delegation`;
	const guest = await browser.newContext({ baseURL: baseURL ?? '', locale: 'bg-BG' });
	const head = await guest.newPage();
	await signIn(head, 'rakovoditel-elena');
	await head.goto(list);
	await head.getByRole('table').getByRole('link').first().click();
	await head.getByLabel('Вид на операцията').selectOption('unit-create');
	await head.getByRole('button', { name: 'Предложете операция' }).click();
	await head.waitForURL(/new\?/);
	await head.locator('[name="name"]').fill('Сектор Разрешения');
	await head.locator('[name="unit_kind"]').selectOption('sector');
	await head.locator('[name="part"]').selectOption('specialised');
	await head.getByLabel('Към кое звено').selectOption('el-ut');
	await head.getByLabel(/^Мотив/).fill('По-ясна отговорност');
	await head.getByRole('button', { name: 'Запишете операцията' }).click();
	await expect(head.getByText('предложена', { exact: true })).toBeVisible();
	await expectFine(head);
	await head.getByRole('button', { name: 'Върнете за решение' }).click();
	await expect(head.getByText('върнато, чака решение')).toBeVisible();
	await guest.close();

	await signIn(page, 'konsultant');
	await page.goto(list);
	await expect(page.getByText('Върнато за решение:')).toBeVisible();
	await page.getByRole('table').getByRole('link').first().click();
	await page.getByRole('button', { name: 'Приемете № 1' }).click();
	await expect(page.getByText('приета', { exact: true })).toBeVisible();
	await page.goto(`${BASE}/${world.scenarioB}`);
	await expect(page.getByText('Сектор Разрешения').first()).toBeVisible();
});

test('a conflict with the new base is shown in three columns, decided, and the scenario is moved', async ({
	page,
	world,
}) => {
	await signIn(page, 'konsultant');
	await page.goto(`${BASE}/${world.scenarioA}`);
	await expect(page.getByText(/^Базата е променена: .*1 конфликт/)).toBeVisible();
	await page.getByRole('link', { name: 'Пренесете варианта върху нея' }).click();
	for (const name of ['Стара база', 'Нова база', 'Вашата операция'])
		await expect(page.getByRole('columnheader', { name })).toBeVisible();
	await expectFine(page);
	await page.getByLabel('Откажете операцията').check();
	await page.getByRole('button', { name: 'Пренесете варианта' }).click();
	await expect(page.getByText(/^Вариантът е пренесен от редакцията от/)).toBeVisible();
	await page.getByRole('button', { name: 'Върнете го на предишната база' }).click();
	await expect(page.getByText(/^Базата е променена: .*1 конфликт/)).toBeVisible();
});
