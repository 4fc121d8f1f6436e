import { describe, expect, it } from 'vitest';
import {
	cardEditions,
	checkCard,
	checkCardChange,
	editionsToKnow,
	type TechnologyCard,
} from '#lib/domain/adminservice/index.ts';
import { asId, isoDate, type TechnologyCardId, type UnitKey } from '#lib/domain/shared/index.ts';

const unit = (key: string) => asId<UnitKey>(key);
const aCard = (more: Partial<TechnologyCard> = {}): TechnologyCard => ({
	id: asId<TechnologyCardId>('k1'),
	number: 'ТК-12',
	service: 'Удостоверение за настоящ адрес',
	unitKey: unit('graos'),
	inForceFrom: isoDate('2020-03-01'),
	functionKeys: [],
	postKeys: [],
	changes: [],
	revision: 1,
	...more,
});
const change = (id: string, day: string) => ({ id, changedOn: isoDate(day), what: `промяна ${id}` });
const hasUnit = (key: UnitKey) => key === unit('graos');

describe('a technology card', () => {
	it('has a number of its own, whatever the letter case and the spaces', () => {
		const other = aCard({ id: asId<TechnologyCardId>('k2'), number: 'тк - 12' });
		const checked = checkCard(aCard(), { card: null, cards: [other], hasUnit });
		expect(checked).toEqual({ ok: false, error: { code: 'card/number-taken', service: other.service } });
		expect(checkCard(aCard(), { card: aCard(), cards: [aCard()], hasUnit }).ok).toBe(true);
	});

	it('is kept by a unit of the structure, or stays with the one that it had', () => {
		const gone = aCard({ unitKey: unit('closed') });
		expect(checkCard(gone, { card: null, cards: [], hasUnit })).toMatchObject({
			error: { code: 'card/no-such-unit' },
		});
		expect(checkCard(gone, { card: gone, cards: [gone], hasUnit }).ok).toBe(true);
	});

	it('comes into force before its first change', () => {
		const card = aCard({ changes: [change('c2', '2026-01-01'), change('c1', '2022-01-01')] });
		const late = { ...card, inForceFrom: isoDate('2022-01-01') };
		expect(checkCard(late, { card, cards: [card], hasUnit })).toEqual({
			ok: false,
			error: { code: 'card/after-change', changedOn: '2022-01-01' },
		});
	});

	it('changes after the day from which it is in force, once a day', () => {
		const card = aCard({ changes: [change('c1', '2026-01-01')] });
		expect(checkCardChange(card, isoDate('2020-03-01'))).toMatchObject({
			error: { code: 'card/before-in-force', inForceFrom: '2020-03-01' },
		});
		expect(checkCardChange(card, isoDate('2026-01-01'))).toMatchObject({
			error: { code: 'card/changed-that-day' },
		});
		expect(checkCardChange(card, isoDate('2026-01-02')).ok).toBe(true);
	});

	it('is followed as last changed; unchanged, as it came into force', () => {
		const changed = aCard({ changes: [change('c2', '2026-01-01'), change('c1', '2022-01-01')] });
		expect(cardEditions(changed).map(({ ref }) => ref)).toEqual(['c2', 'c1', 'k1']);
		expect(cardEditions(aCard())).toEqual([{ ref: 'k1', since: '2020-03-01', what: null }]);
	});

	it('is to be known as it is in force and in every form still to come', () => {
		const changed = aCard({ changes: [change('c2', '2027-09-01'), change('c1', '2026-12-01')] });
		const known = (day: string) => editionsToKnow(changed, isoDate(day)).map(({ ref }) => ref);
		expect(known('2019-01-01')).toEqual(['c2', 'c1', 'k1']);
		expect(known('2026-11-22')).toEqual(['c2', 'c1', 'k1']);
		expect(known('2026-12-01')).toEqual(['c2', 'c1']);
		expect(known('2027-09-01')).toEqual(['c2']);
	});
});
