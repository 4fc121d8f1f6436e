import { describe, expect, it } from 'vitest';
import { withoutNames } from '#lib/domain/publication/index.ts';

const said = 'звено от вид „отдел“';
const hide = (text: string, names: readonly string[], told: readonly string[] = []) =>
	withoutNames(
		text,
		names.map((name) => ({ name, said })),
		told,
	);

describe('names that are not told', () => {
	it('are whole names: a longer word, a longer number and a hyphened letter are other names', () => {
		expect(hide('Отдел АБ, Отдел А-1, Отдел А1, подотдел А и Отдел А.', ['Отдел А'])).toBe(
			`Отдел АБ, Отдел А-1, Отдел А1, подотдел А и ${said}.`,
		);
	});

	it('leave alone a longer name that is told, and lose themselves to a longer one that is not', () => {
		expect(hide('Отдел А и Б приема работата на Отдел А', ['Отдел А'], ['Отдел А и Б'])).toBe(
			`Отдел А и Б приема работата на ${said}`,
		);
		expect(hide('Отдел А и Б', ['Отдел А', 'Отдел А и Б'])).toBe(said);
	});

	it('are found whatever their letters, blanks and quotation marks', () => {
		expect(hide('ОТДЕЛ\u00a0"АРХИВ" и отдел  «Архив»', ['Отдел „Архив“'])).toBe(`${said} и ${said}`);
		// a Latin A and x inside Cyrillic words
		expect(hide('Отдел „Apхив“', ['Отдел „Архив“'])).toBe(said);
	});

	it('are found with an article on their first word, and by their core in quotation marks', () => {
		expect(hide('Закриването на отдела „Архив“ и на звено „Архив“', ['Отдел „Архив“'])).toBe(
			`Закриването на ${said} и на звено ${said}`,
		);
	});

	it('are not a common noun: the core without quotation marks, a name of one word in small letters', () => {
		expect(hide('общинският архив', ['Отдел „Архив“'])).toBe('общинският архив');
		expect(hide('общински архив; Архив', ['Архив'])).toBe(`общински архив; ${said}`);
	});

	it('keep a core that a told name has as well', () => {
		expect(hide('Дирекция „Архив“ и „Архив“', ['Отдел „Архив“'], ['Дирекция „Архив“'])).toBe(
			'Дирекция „Архив“ и „Архив“',
		);
	});

	it('do not run over the end of a sentence or a list', () => {
		expect(hide('Закрива се отдел; А се създава', ['Отдел А'])).toBe('Закрива се отдел; А се създава');
	});

	it('have a place with a full stop inside', () => {
		expect(
			hide('Кметско наместничество с. Палици, кметско наместничество с. Палиците', [
				'Кметско наместничество с. Палици',
			]),
		).toBe(`${said}, кметско наместничество с. Палиците`);
	});

	it('leave a text without them as it is', () => {
		expect(hide('', ['Отдел А'])).toBe('');
		expect(hide('Нищо от това', [])).toBe('Нищо от това');
	});
});
