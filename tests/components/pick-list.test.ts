import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import PickList from '#lib/components/scenario/PickList.svelte';

const TASKS = 'Изпълнява и други задачи';
const options = [
	{ value: 'a', label: TASKS, group: 'Секретар на общината' },
	{ value: 'b', label: TASKS, group: 'Главен архитект' },
	{ value: 'c', label: 'Издава визи', group: 'Главен архитект' },
];
const markup = (list: readonly (typeof options)[number][]) =>
	render(PickList, { props: { label: 'Функции', name: 'sources', options: list, ticked: ['b'] } }).body;

it('puts functions of the same words under the units that answer for them', () => {
	const [, secretary = '', architect = ''] = markup(options).split('role="group"');
	expect(secretary).toContain('Секретар на общината');
	expect(secretary).toMatch(/value="a"/);
	expect(architect).toContain('Главен архитект');
	expect(architect).toMatch(/value="b" checked/);
	expect(architect).toMatch(/value="c"/);
});

it('leaves a list without groups as one, and offers no search where no script runs', () => {
	const plain = render(PickList, {
		props: { label: 'Констатации', name: 'findings', options: [{ value: 'x', label: 'Едно' }], ticked: [] },
	}).body;
	expect(plain).not.toContain('role="group"');
	expect(markup(Array.from({ length: 40 }, (_, at) => ({ ...options[0]!, value: `v${at}` })))).not.toContain(
		'type="search"',
	);
});
