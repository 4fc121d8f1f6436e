import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import ErrorSummary from '#lib/components/ui/ErrorSummary.svelte';

const words = (field: string) =>
	render(ErrorSummary, { props: { problems: [{ field, text: 'Не може.' }] } }).body;

it('sends to marked fields only where one is marked', () => {
	expect(words('name')).toContain('Поправете отбелязаните полета');
	expect(words('')).not.toContain('полета');
	expect(words('')).toContain('Нищо не е записано.');
	expect(words('')).toContain('Не може.');
});
