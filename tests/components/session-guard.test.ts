import type { SubmitFunction } from '@sveltejs/kit';
import { afterEach, expect, it, vi } from 'vitest';
import { Sending } from '#lib/components/ui/sending.svelte.ts';
import { guardForms, type WhyRefused } from '#lib/components/shell/session-guard.ts';

/** The form of a page whose session ends: asked once more, sent as it was, or held back. */
const FORM = { method: 'POST', body: 'name=x', headers: { 'x-sveltekit-action': 'true' } };
afterEach(() => vi.unstubAllGlobals());

/** A browser whose server refuses so many forms for the session's sake; tells what it was sent. */
function aBrowser(refusals: readonly WhyRefused[]) {
	const left = [...refusals];
	const sent: { readonly body: unknown; readonly person: string | null }[] = [];
	const window = Object.assign(new EventTarget(), {
		fetch: (_: string, init?: RequestInit) => {
			sent.push({ body: init?.body, person: new Headers(init?.headers).get('x-ustroy-person') });
			const why = left.shift();
			if (why === 'silent') return Promise.reject(new TypeError('Failed to fetch'));
			return Promise.resolve(new Response('', why ? { headers: { 'x-ustroy-session': why } } : {}));
		},
	});
	vi.stubGlobal('window', window);
	return { window, sent };
}

it('sends the same form again after a new sign-in, each time saying whose page it is', async () => {
	const { window, sent } = aBrowser(['ended', 'other']);
	const asked: string[] = [];
	guardForms({ person: () => 'p1', askAgain: (why) => Promise.resolve(asked.push(why) > 0) });
	await window.fetch('/x', FORM);
	expect(asked).toEqual(['ended', 'other']);
	expect(sent).toEqual(Array(3).fill({ body: 'name=x', person: 'p1' }));
});

it('sends a form again that nobody answered, and hands every other fault on', async () => {
	const { window, sent } = aBrowser(['silent']);
	const asked: string[] = [];
	guardForms({ person: () => 'p1', askAgain: (why) => Promise.resolve(asked.push(why) > 0) });
	await window.fetch('/x', FORM);
	expect([asked, sent.length]).toEqual([['silent'], 2]);

	vi.stubGlobal('window', { fetch: () => Promise.reject(new DOMException('', 'AbortError')) });
	guardForms({ person: () => 'p1', askAgain: () => Promise.resolve(true) });
	await expect(globalThis.window.fetch('/x', FORM)).rejects.toMatchObject({ name: 'AbortError' });
});

it('counts a form as not sent when the person would rather not sign in', async () => {
	const { window, sent } = aBrowser(['ended']);
	guardForms({ person: () => 'p1', askAgain: () => Promise.resolve(false) });
	await expect(window.fetch('/x', FORM)).rejects.toMatchObject({ name: 'AbortError' });
	expect(sent).toHaveLength(1);
});

it('tells a form that was held back that it is no longer on its way', async () => {
	const { window } = aBrowser(['silent']);
	guardForms({ person: () => 'p1', askAgain: () => Promise.resolve(false) });
	const sending = new Sending();
	void sending.submit({} as Parameters<SubmitFunction>[0]);
	expect(sending.isUnderWay).toBe(true);
	await expect(window.fetch('/x', FORM)).rejects.toMatchObject({ name: 'AbortError' });
	expect(sending.isUnderWay).toBe(false);
});

it('leaves everything but forms alone, and all of it once it ends', async () => {
	const { window, sent } = aBrowser([]);
	const end = guardForms({ person: () => 'p1', askAgain: () => Promise.resolve(true) });
	await window.fetch('/data');
	end();
	await window.fetch('/x', FORM);
	expect(sent.map(({ person }) => person)).toEqual([null, null]);
});
