import { expect, it } from 'vitest';
import { wordsOfHistory } from '#lib/components/org/history-words.ts';

const ENTRY = {
	...{ id: 'one', at: '2026-11-21T10:00:00Z', actor: { name: 'Виолета' }, canUndo: false },
	...{ action: 'post.change', entity: 'post', entityKey: 'p' },
};

it('a change says its first field with the old and the new value, and how many more there are', () => {
	const post = { approved: 2, occupied: 1, note: null };
	const [one, two] = wordsOfHistory([
		{ ...ENTRY, before: post, after: { ...post, approved: 3 } },
		{ ...ENTRY, before: post, after: { ...post, approved: 3, occupied: 2 } },
	]);
	expect(one?.what).toMatch(/^промяна: .+ – от „2“ на „3“$/u);
	expect(two?.what).toBe(`${one?.what} и още 1`);
});

it('what was made or closed, or changed in nothing that is shown, says only that', () => {
	const [made, same] = wordsOfHistory([
		{ ...ENTRY, before: null, after: { approved: 2 } },
		{ ...ENTRY, before: { key: 'a' }, after: { key: 'b' } },
	]);
	expect([made?.what, same?.what]).toEqual(['създаване', 'промяна']);
});

it('a step taken back is told from a change', () => {
	const states = { before: { key: 'a' }, after: null };
	const [own, back] = wordsOfHistory([
		{ ...ENTRY, ...states, reverses: null },
		{ ...ENTRY, ...states, reverses: 7 },
	]);
	expect([own?.what, back?.what]).toEqual(['изтриване', 'изтриване – отмяна или връщане на стъпка']);
});

it('a long text is cut', () => {
	const [long] = wordsOfHistory([{ ...ENTRY, before: { note: 'а'.repeat(90) }, after: { note: 'кратко' } }]);
	expect(long?.what).toContain(`${'а'.repeat(59)}…`);
});
