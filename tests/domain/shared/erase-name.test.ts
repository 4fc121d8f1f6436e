import { describe, expect, it } from 'vitest';
import { nameEraser } from '#lib/domain/shared/index.ts';

const erase = nameEraser(['Мария Иванова'], ['Мария Иванова', 'Мария Иванова Хасан', 'Иван Петров'], '—');

describe('a name taken out of a text', () => {
	it('goes however it is written: capitals, blanks, Latin letters that look Cyrillic, unseen signs', () => {
		const texts = ['Мария Иванова', 'МАРИЯ ИВАНОВА', ' Мария \u00a0 Иванова', 'Мар\u00adия Иванова'];
		expect(texts.map(erase)).toEqual(['—', '—', ' —', '—']);
		expect(erase('Mария Ивaнова')).toBe('—');
	});

	it('goes out of the middle of a text and leaves the rest', () => {
		expect(erase('Г-жа МАРИЯ ИВАНОВА, счетоводител')).toBe('Г-жа —, счетоводител');
		expect(erase('Иван Петров; Мария Иванова')).toBe('Иван Петров; —');
		expect(erase('Мария Иванова Главен експерт')).toBe('— Главен експерт');
		expect(erase('Мария Иванова - касиер')).toBe('— - касиер');
	});

	it('stays where it is a part of the name of somebody else', () => {
		for (const text of [
			...['Мария Иванова-Колева', 'Мария Иванова Колева', 'МАРИЯ ИВАНОВА КОЛЕВА', 'Ана-Мария Иванова'],
			...['Мария Ивановата', 'Мария Иванова Хасан', 'Иван Петров', 'Мария'],
		])
			expect(erase(text), text).toBe(text);
	});

	it('leaves a text without the name as it is, to the sign', () => {
		expect(erase('Мария\u00ad  и Иванова')).toBe('Мария\u00ad  и Иванова');
		expect(nameEraser(['—', ''], [], '—')('а — б')).toBe('а — б');
	});
});
