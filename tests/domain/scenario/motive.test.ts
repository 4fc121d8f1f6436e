import { expect, it } from 'vitest';
import { isThinMotive } from '#lib/domain/scenario/index.ts';

it('tells a motive that says nothing from one that gives a reason; an empty one is another matter', () => {
	const thin = ['х', 'x', 'ок.', '...', 'а б в г', 'Оптимизация', '1'];
	const enough = ['По-ясно', 'Едно звено изготвя документите.', 'чл. 21', '', '   '];
	expect(thin.filter((motive) => !isThinMotive(motive))).toEqual([]);
	expect(enough.filter(isThinMotive)).toEqual([]);
});
