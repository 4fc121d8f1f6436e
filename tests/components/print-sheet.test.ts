import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import PrintSheet from '#lib/components/ui/PrintSheet.svelte';

it('keeps what a sheet is of after its contents, once, for the foot of every printed page', () => {
	const children = createRawSnippet(() => ({ render: () => '<p>Съдържание</p>' }));
	const { body } = render(PrintSheet, { props: { mark: 'Община Елена · отпечатък 215c', children } });
	expect(body.split('отпечатък 215c')).toHaveLength(2);
	expect(body.indexOf('Съдържание')).toBeLessThan(body.indexOf('отпечатък'));
});
