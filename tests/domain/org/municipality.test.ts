import { describe, expect, it } from 'vitest';
import {
	isEkatte,
	isMunicipalitySlug,
	isYearOrDay,
	municipalityName,
	plainMunicipalityName,
	PROVINCES,
	provinceOf,
	settlementName,
	suggestMunicipalitySlug,
} from '#lib/domain/org/index.ts';
import { transliterate } from '#lib/domain/shared/index.ts';

describe('the name of a municipality', () => {
	it('has the word before it once, and is transliterated where no English one was given', () => {
		const popovo = { bg: 'Община Попово', en: 'Popovo Municipality' };
		expect(municipalityName('Попово', null)).toEqual(popovo);
		expect(municipalityName('  община Попово', null)).toEqual(popovo);
		expect(municipalityName('Столична община', null)).toEqual({
			bg: 'Столична община',
			en: 'Stolichna Municipality',
		});
		expect(municipalityName('София', 'Sofia Municipality').en).toBe('Sofia Municipality');
		expect(plainMunicipalityName('Община Велико Търново')).toBe('Велико Търново');
	});

	it('suggests an address by the Transliteration Act', () => {
		expect(suggestMunicipalitySlug('Община Велико Търново')).toBe('veliko-tarnovo');
		expect(suggestMunicipalitySlug('Попово')).toBe('popovo');
		expect(isMunicipalitySlug(suggestMunicipalitySlug(`${'Дълго '.repeat(20)}`))).toBe(true);
		expect(suggestMunicipalitySlug('„“')).toBe('');
	});
});

it('takes as an address lower-case Latin letters, digits and single hyphens, beginning with a letter', () => {
	const good = ['popovo', 'veliko-tarnovo', 'a1', 'x'.repeat(40)];
	const bad = [
		'',
		'p',
		'Popovo',
		'попово',
		'-popovo',
		'popovo-',
		'po--povo',
		'1popovo',
		'po povo',
		'a/b',
		'x'.repeat(41),
	];
	expect(good.filter((text) => !isMunicipalitySlug(text))).toEqual([]);
	expect(bad.filter(isMunicipalitySlug)).toEqual([]);
});

it('knows the twenty-eight provinces, each transliterated as the Act says or with what tells it apart', () => {
	expect(PROVINCES).toHaveLength(28);
	const other = PROVINCES.filter(({ bg, en }) => transliterate(bg) !== en).map(({ bg }) => bg);
	// „Софийска“ and „София-град“ are told apart in words; „София“ keeps its own spelling by the Act.
	expect(other).toEqual(['Софийска', 'София-град']);
	expect(provinceOf('Търговище')?.en).toBe('Targovishte');
	expect(provinceOf('Тракия')).toBeUndefined();
});

it('writes a settlement with what it is before its name', () => {
	expect(settlementName('village', { bg: 'Медовина', en: null })).toEqual({
		bg: 'с. Медовина',
		en: 'Medovina',
	});
	expect(settlementName('town', { bg: 'гр. Попово', en: null })).toEqual({ bg: 'гр. Попово', en: 'Popovo' });
	expect(settlementName('town', { bg: 'с.Сваленик', en: 'Svalenik' }).bg).toBe('гр. Сваленик');
});

it('tells a year or a day and a code of five digits from anything else', () => {
	expect(['2025', '2025-12', '2025-12-31'].every(isYearOrDay)).toBe(true);
	expect(['25', '2025-13', '2025-1-1', '31.12.2025', '2025-12-31x'].some(isYearOrDay)).toBe(false);
	expect([isEkatte('57649'), isEkatte('5764'), isEkatte('5764а')]).toEqual([true, false, false]);
});
