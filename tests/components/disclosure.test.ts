import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Disclosure from '#lib/components/ui/Disclosure.svelte';
import { earlyOpen } from '#lib/components/ui/early-open.ts';

const children = createRawSnippet(() => ({ render: () => '<p>content</p>' }));
const markup = (open: boolean) => render(Disclosure, { props: { summary: 'More', open, children } }).body;

it('is unfolded by the server exactly when the page wants it', () => {
	expect(markup(true)).toMatch(/<details[^>]* open/);
	expect(markup(false)).not.toMatch(/<details[^>]* open/);
	expect(markup(false)).toContain('More');
	expect(markup(false)).toContain('<p>content</p>');
});

it('asks no document where there is none', () => {
	expect(earlyOpen('any')).toBeUndefined();
});
