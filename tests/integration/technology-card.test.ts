import { describe, expect, it } from 'vitest';
import { asId, isoDate, type UnitKey } from '#lib/domain/shared/index.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import {
	addCard,
	editCard,
	recordCardChange,
	removeCard,
	removeCardChange,
	touchSubject,
} from '#lib/server/services/technology-card-edit.ts';
import { readCard, readCards } from '#lib/server/services/technology-card.ts';
import { readNeedBoard } from '#lib/server/services/training-need-view.ts';
import { addPlanItem } from '#lib/server/services/training-plan-item.ts';
import { createPlan, openPlan } from '#lib/server/services/training-plan.ts';
import { onDay } from '#tests/support/installation.ts';
import { at, codeOf, consultant, hr, slug, value } from '#tests/support/training-world.ts';

const DRAFT = {
	number: 'ТК-7',
	service: 'Издаване на удостоверение за данъчна оценка',
	unitKey: asId<UnitKey>('el-fin'),
	inForceFrom: isoDate('2018-02-01'),
};
const CHANGE = { changedOn: isoDate('2027-01-01'), what: 'срокът става три дни' };

async function aCard() {
	return { slug, id: value(await addCard(consultant, slug, DRAFT)) as string };
}
const board = async (rule: string | null = null) =>
	value(await readNeedBoard(hr, slug, { state: null, cause: 'rule-changed', rule })).needs;
const page = async (of: { readonly id: string }) =>
	value(await readCard(hr, { slug, id: of.id, touch: 'function' }));

describe('a change of a technology card', () => {
	it('brings a need for everybody it touches, with the chain back to the card', async () => {
		const card = await aCard();
		expect(await board()).toEqual([]);
		value(await recordCardChange(consultant, card, CHANGE));
		const [need, ...others] = await board();
		expect(others).toEqual([]);
		const { posts, editions } = await page(card);
		const people = await at.database.db
			.selectFrom('employee')
			.select('id')
			.where(
				'post_key',
				'in',
				posts.map(({ key }) => key),
			)
			.where('left_on', 'is', null)
			.execute();
		expect(need?.named?.map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id).sort());
		expect(need).toMatchObject({
			unit: { key: 'el-fin' },
			deadline: '2026-12-31',
			cause: { rule: { kind: 'card', card: card.id, number: 'ТК-7', what: CHANGE.what } },
		});
		expect(editions.map(({ what, needs }) => [what, needs])).toEqual([
			[CHANGE.what, 1],
			[null, 0],
		]);
		expect(await board(editions[0]?.ref)).toHaveLength(1);
	});

	it('takes its needs with it when it is removed, whoever removes it', async () => {
		const card = await aCard();
		value(await recordCardChange(consultant, card, CHANGE));
		const [latest] = (await page(card)).editions;
		value(await removeCardChange(consultant, { ...card, change: latest?.ref ?? '' }));
		expect(await board()).toEqual([]);
		const [entry] = await listAudit(at.database.db, {
			...{ entity: 'technology-card', entityKey: card.id, limit: 1 },
		});
		expect(entry?.action).toBe('card.unchange');
	});

	it('that is nearer keeps its needs beside a later one until that is in force', async () => {
		const card = await aCard();
		value(await recordCardChange(hr, card, CHANGE));
		const [near] = await board();
		value(await recordCardChange(hr, card, { changedOn: isoDate('2027-09-01'), what: 'нов образец' }));
		const whats = async () =>
			(await board()).map(({ cause }) => (cause.rule?.kind === 'card' ? cause.rule.what : null)).sort();
		expect(await whats()).toEqual(['нов образец', CHANGE.what].sort());
		expect((await board()).map(({ id }) => id)).toContain(near?.id);
		const later = onDay(hr, isoDate('2027-09-01'));
		value(await recordCardChange(later, card, { changedOn: isoDate('2027-10-01'), what: 'такса' }));
		expect(await whats()).toEqual(['нов образец', 'такса'].sort());
		const [latest] = (await page(card)).editions;
		value(await removeCardChange(later, { ...card, change: latest?.ref ?? '' }));
		expect(await whats()).toEqual(['нов образец']);
	});

	it('counts its needs as the board that it links to does, without those who left', async () => {
		const card = await aCard();
		value(await recordCardChange(hr, card, CHANGE));
		const [need] = await board();
		const [latest] = (await page(card)).editions;
		expect(latest?.needs).toBe(1);
		await at.database.db
			.updateTable('employee')
			.set({ left_on: '2026-09-01' })
			.where(
				'id',
				'in',
				(need?.named ?? []).map(({ id }) => id),
			)
			.execute();
		await at.database.db.updateTable('training_need').set({ open_places: 0 }).execute();
		expect(await board(latest?.ref)).toEqual([]);
		expect((await page(card)).editions[0]?.needs).toBe(0);
		expect(value(await readCards(hr, slug)).cards[0]?.needs).toBe(0);
	});

	it('stays while a plan trains people for it, and the refusal names the training', async () => {
		const card = await aCard();
		value(await recordCardChange(hr, card, CHANGE));
		const [need] = await board();
		value(await createPlan(hr, slug, 2026));
		const { courses } = value(await openPlan(hr, slug, 2026));
		value(
			await addPlanItem(hr, slug, 2026, {
				...{ courseKey: courses[0]?.key ?? '', groupName: '', kind: 'specialised', quarter: 4 },
				...{ hours: 4, price: 0, provider: '', place: '', funding: 'local', responsible: '' },
				...{ expectedResult: '', evaluation: '', openSeats: 0, state: 'planned' },
				participants: need?.named?.map(({ id }) => id) ?? [],
				needIds: [need?.id ?? ''],
			}),
		);
		const [latest] = (await page(card)).editions;
		const refused = await removeCardChange(hr, { ...card, change: latest?.ref ?? '' });
		expect(refused).toMatchObject({
			error: { code: 'card/needs-planned', needs: 1, lines: [{ year: 2026 }] },
		});
		expect(codeOf(await removeCard(hr, { ...card, revision: 2 }))).toBe('card/needs-planned');
		expect(await board()).toHaveLength(1);
	});
});

describe('what a card touches', () => {
	it('is the work of its unit until functions or posts are named, and the needs follow', async () => {
		const card = await aCard();
		value(await recordCardChange(hr, card, CHANGE));
		value(await touchSubject(hr, { ...card, isTouched: true }, { kind: 'function', key: 'el-hd-f23' }));
		const units = (await board()).map(({ unit }) => unit?.key);
		expect(units).toEqual(['el-hd']);
		value(await touchSubject(hr, { ...card, isTouched: false }, { kind: 'function', key: 'el-hd-f23' }));
		expect((await board()).map(({ unit }) => unit?.key)).toEqual(['el-fin']);
		const nobody = await touchSubject(hr, { ...card, isTouched: true }, { kind: 'post', key: 'nyama' });
		expect(codeOf(nobody)).toBe('card/no-such-subject');
	});
});

const trail = async (of: { readonly id: string }) =>
	listAudit(at.database.db, { ...{ entity: 'technology-card', entityKey: of.id, limit: 9 } });

describe('a card that somebody moved on', () => {
	const FN = { kind: 'function', key: 'el-hd-f23' } as const;

	it('is not removed by who has not seen its new functions and changes', async () => {
		const card = await aCard();
		value(await touchSubject(consultant, { ...card, isTouched: true }, FN));
		expect(codeOf(await removeCard(hr, { ...card, revision: 1 }))).toBe('card/stale');
		value(await recordCardChange(consultant, card, CHANGE));
		expect(codeOf(await removeCard(hr, { ...card, revision: 2 }))).toBe('card/stale');
		const { editions } = await page(card);
		value(await removeCardChange(consultant, { ...card, change: editions[0]?.ref ?? '' }));
		expect(codeOf(await removeCard(hr, { ...card, revision: 3 }))).toBe('card/stale');
		expect((await page(card)).card).toMatchObject({ revision: 4, functionKeys: [FN.key] });
		value(await removeCard(hr, { ...card, revision: 4 }));
		expect(codeOf(await readCard(hr, { slug, id: card.id, touch: 'function' }))).toBe('access/not-found');
	});

	it('shows in the trail what it touched before it was left out, and nothing where nothing moved', async () => {
		const card = await aCard();
		value(await touchSubject(hr, { ...card, isTouched: false }, FN));
		expect((await trail(card)).map(({ action }) => action)).toEqual(['card.add']);
		value(await touchSubject(hr, { ...card, isTouched: true }, FN));
		value(await touchSubject(hr, { ...card, isTouched: true }, FN));
		value(await touchSubject(hr, { ...card, isTouched: false }, FN));
		const moves = (await trail(card)).map(({ action, before, after }) => [action, before, after]);
		expect(moves.slice(0, -1)).toEqual([
			['card.leave', FN, null],
			['card.touch', null, FN],
		]);
	});
});

describe('the register of cards', () => {
	it('offers the closed unit that keeps a card, so that the rest of it can be corrected', async () => {
		const card = await aCard();
		const edit = at.database.db.updateTable('technology_card').set({ unit_key: 'el-zakrito' });
		await edit.where('id', '=', card.id as never).execute();
		const { units } = await page(card);
		expect(units[0]).toMatchObject({ key: 'el-zakrito', isInForce: false });
		expect(units.slice(1).every(({ isInForce }) => isInForce)).toBe(true);
		const renumbered = { ...DRAFT, unitKey: asId<UnitKey>('el-zakrito'), number: 'ТК-9' };
		expect(codeOf(await editCard(hr, { ...card, revision: 1 }, renumbered))).toBe('ok');
	});

	it('is read by everybody of the municipality and written by the consultant and human resources', async () => {
		const card = await aCard();
		const councillor = await at.as('savetnik-elena-1');
		const head = await at.as('rakovoditel-elena');
		expect(value(await readCards(councillor, slug))).toMatchObject({
			cards: [{ number: 'ТК-7' }],
			mayEdit: false,
		});
		for (const ctx of [councillor, head]) {
			expect(codeOf(await recordCardChange(ctx, card, CHANGE))).toBe('access/forbidden');
			expect(codeOf(await removeCard(ctx, { ...card, revision: 1 }))).toBe('access/forbidden');
		}
		const stranger = await at.as('konsultant-lyaskovets');
		expect(codeOf(await readCards(stranger, slug))).toBe('access/not-found');
		expect(codeOf(await editCard(at.nobody(), { ...card, revision: 1 }, DRAFT))).toBe('access/not-found');
		const elsewhere = await at.as('hr-lyaskovets');
		expect(codeOf(await removeCard(elsewhere, { ...card, revision: 1, slug: 'lyaskovets' }))).toBe(
			'access/not-found',
		);
	});

	it('shows both edits to the second of two people', async () => {
		const card = await aCard();
		value(await editCard(hr, { ...card, revision: 1 }, { ...DRAFT, number: 'ТК-8' }));
		const second = await editCard(consultant, { ...card, revision: 1 }, { ...DRAFT, service: 'Друга' });
		expect(second).toMatchObject({ error: { code: 'card/stale', now: { number: 'ТК-8', revision: 2 } } });
	});

	it('refuses a number that is taken and a unit that is not there', async () => {
		await aCard();
		expect(codeOf(await addCard(hr, slug, { ...DRAFT, number: 'тк - 7' }))).toBe('card/number-taken');
		expect(codeOf(await addCard(hr, slug, { ...DRAFT, number: 'ТК-9', unitKey: 'x' as never }))).toBe(
			'card/no-such-unit',
		);
	});
});
