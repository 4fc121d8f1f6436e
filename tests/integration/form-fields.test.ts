import { describe, expect, it } from 'vitest';
import { optionalText, password, text, typedText } from '#lib/forms/index.ts';

describe('a text field', () => {
	it.each([
		['a control character', 'а\u0000б'],
		['an escape', 'а\u001b[31mб'],
		['half of a surrogate pair', 'а\ud83d'],
	])('refuses %s', (_, value) => {
		for (const field of [text(20), optionalText(20), typedText(20)])
			expect(field.safeParse(value).error?.issues[0]?.message).toBe('code:not-writable');
	});

	it('keeps lines, tabs and whole pictures', () => {
		for (const field of [text(40), optionalText(40), typedText(40)])
			expect(field.parse('ред 1\r\nред 2\tдума 😀')).toBe('ред 1\r\nред 2\tдума 😀');
	});
});

describe('a password field', () => {
	it('keeps the space at the end of a password, which belongs to it', () => {
		expect(password().parse('тайна дума ')).toBe('тайна дума ');
	});
});
