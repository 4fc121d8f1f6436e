import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXml } from '#lib/server/reading/xml.ts';
import { preparePublished } from '#tests/support/published.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';

const PAGE = '/p/elena/45-2026-12-10';

let server: RunningServer;
beforeAll(async () => {
	server = await startServer({ prepare: preparePublished });
}, 60_000);
afterAll(() => server.stop());

describe('the public page of a decision', () => {
	it('is read without an account, without script and without a cookie, and may be kept on the way', async () => {
		const response = await server.nobody().get(PAGE);
		expect(response.status).toBe(200);
		expect(response.headers.get('set-cookie')).toBe(null);
		expect(response.headers.get('cache-control')).toBe('public, max-age=300');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
		const html = await response.text();
		expect(html).not.toContain('<script');
		expect(html).toContain('<html lang="bg"');
		expect(html).toContain('Промяна на структурата');
	});

	it('is the same for whoever signed in, whatever language the browser remembers', async () => {
		const visitor = await server.signIn('konsultant');
		const [own, others] = await Promise.all([visitor.get(PAGE), server.nobody().get(PAGE)]);
		expect(await own.text()).toBe(await others.text());
		expect(own.headers.get('set-cookie')).toBe(null);
	});

	it('has its language in the address', async () => {
		const html = await (await server.nobody().get(`${PAGE}?lang=en`)).text();
		expect(html).toContain('<html lang="en"');
		expect(html).toContain('What changes and why');
	});

	it('gives drawings, a workbook and text to take', async () => {
		for (const [file, type] of [
			['after.svg', 'image/svg+xml'],
			['before.svg', 'image/svg+xml'],
			['numbers.csv', 'text/csv'],
			['numbers.xlsx', 'spreadsheetml'],
		] as const) {
			const response = await server.nobody().get(`${PAGE}/${file}`);
			expect(response.status, file).toBe(200);
			expect(response.headers.get('content-type'), file).toContain(type);
			expect((await response.arrayBuffer()).byteLength, file).toBeGreaterThan(300);
		}
	});

	it('is told of by a feed that is well formed and names every decision', async () => {
		const response = await server.nobody().get('/p/elena/feed.atom');
		expect(response.headers.get('content-type')).toContain('application/atom+xml');
		const names: string[] = [];
		await readXml(Readable.from([Buffer.from(await response.text())]), { open: (name) => names.push(name) });
		expect(names[0]).toBe('feed');
		expect(names.filter((name) => name === 'entry')).toHaveLength(1);
		expect(names).toContain('updated');
	});

	it('is not found at a hostile address, and no address is a fault', async () => {
		for (const path of [
			'/p/nyama',
			'/p/elena/nyama',
			'/p/elena/..%2f..%2fetc%2fpasswd',
			'/p/elena/%00',
			"/p/elena/45'%20or%201=1--",
			`/p/elena/${'x'.repeat(3000)}`,
			'/p/%3Cscript%3E/45',
			`${PAGE}/../../../m/elena`,
			`${PAGE}/passwd`,
			'/p/nyama/feed.atom',
		]) {
			const response = await server.nobody().get(path);
			expect([303, 404], path).toContain(response.status);
			expect(await response.text(), path).not.toContain('<script>');
		}
		expect(server.faults()).toEqual([]);
	});

	it('says that it was withdrawn, and comes back at the same address', async () => {
		const chair = await server.signIn('predsedatel-elena');
		const manage = '/m/elena/council/1/papers/publish';
		expect((await chair.post(`${manage}?/withdraw`, { revision: '1' })).status).toBe(303);
		const gone = await server.nobody().get(PAGE);
		expect(gone.status).toBe(410);
		expect(await gone.text()).toContain('оттегли');
		expect((await server.nobody().get(`${PAGE}/numbers.csv`)).status).toBe(410);
		expect((await chair.post(`${manage}?/publish`, { revision: '1' })).status).toBe(409);
		expect((await chair.post(`${manage}?/publish`, { revision: '2' })).status).toBe(303);
		expect((await server.nobody().get(PAGE)).status).toBe(200);
	});
});
