import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from 'playwright/test';

export const PASSWORD = 'ustroy-demo';

/** A test whose page is used only once it has come to life: what is typed before is not heard. */
export const test = base.extend({
	page: async ({ page, javaScriptEnabled }, use) => {
		if (javaScriptEnabled !== false) waitForLife(page);
		await use(page);
	},
});

/** From now on, opening an address on this page waits until its script answers. */
export function waitForLife(page: Page): void {
	const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
	page.goto = async (address, options) => {
		const response = await goto(address, options);
		await page.waitForFunction(isLive);
		return response;
	};
	page.reload = async (options) => {
		const response = await reload(options);
		await page.waitForFunction(isLive);
		return response;
	};
}

/** Runs in the page. Pages without the client of the framework have nothing to wait for. */
function isLive(): boolean {
	const starts = [...document.scripts].some(({ textContent }) => textContent.includes('kit.start'));
	return !starts || 'live' in document.documentElement.dataset;
}

/** Signs in as a demo account by the form, as a person does. */
export async function signIn(page: Page, username: string): Promise<void> {
	await page.goto('/login');
	await page.getByLabel('Потребителско име').fill(username);
	await page.getByLabel('Парола').fill(PASSWORD);
	await page.getByRole('button', { name: 'Влезте', exact: true }).click();
	await page.waitForURL((url) => url.pathname !== '/login');
}

/** Signs out by the menu of the person. */
export async function signOut(page: Page): Promise<void> {
	await page.context().clearCookies();
}

/** A unit of each municipality whose form leads to the working version. */
const SOME_UNIT: Readonly<Record<string, string>> = { elena: 'el-fin', lyaskovets: 'ly-fk' };

/** A page of a municipality in its working version, which is made when there is none. */
export async function openWorking(page: Page, path: string): Promise<URL> {
	const slug = path.split('/')[2] ?? '';
	await page.goto(`/m/${slug}/structure/units/${SOME_UNIT[slug] ?? ''}/edit`);
	const make = page.getByRole('button', { name: 'Направете работна редакция' });
	const open = page.getByRole('main').getByRole('link', { name: 'Отворете работната редакция' });
	await make.or(open).first().click();
	await page.waitForURL(/version=/);
	const version = new URL(page.url()).searchParams.get('version') ?? '';
	const target = new URL(path, page.url());
	target.searchParams.set('version', version);
	await page.goto(target.href);
	return target;
}

/** No violation of WCAG 2.2 A and AA that a machine can find. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		.analyze();
	const found = violations.map(
		({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
	);
	expect(found, page.url()).toEqual([]);
}

/** The page is as wide as the window: nothing has to be scrolled sideways to be read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const excess = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});
	expect(excess, page.url()).toBeLessThanOrEqual(0);
}

/** What the page complained about in the console and as faults, from now on. */
export function complaintsOf(page: Page): string[] {
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	return complaints;
}
