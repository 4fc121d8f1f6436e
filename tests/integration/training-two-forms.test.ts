import { expect, it } from 'vitest';
import { competencyValues } from '#lib/components/training/competency-values.ts';
import { isoDate, type UnitKey } from '#lib/domain/shared/index.ts';
import { readCompetency, readDictionary } from '#lib/server/services/dictionary.ts';
import { addCard, editCard } from '#lib/server/services/technology-card-edit.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { createPlan } from '#lib/server/services/training-plan.ts';
import { readSession } from '#lib/server/services/training-session-page.ts';
import { addSession, editSession } from '#lib/server/services/training-session.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { post } from '#tests/support/action.ts';
import { codeOf, consultant, hr, plan, slug, taking, value } from '#tests/support/training-world.ts';
import { actions as ofCard } from '../../src/routes/(app)/m/[municipality]/cards/[card]/+page.server.ts';
import { actions as ofCourse } from '../../src/routes/(app)/m/[municipality]/training/catalogue/course/+page.server.ts';
import { actions as ofCompetency } from '../../src/routes/(app)/m/[municipality]/training/dictionary/[competency]/+page.server.ts';
import { actions as ofItem } from '../../src/routes/(app)/m/[municipality]/training/plan/item/+page.server.ts';
import { actions as ofSession } from '../../src/routes/(app)/m/[municipality]/training/sessions/[id]/+page.server.ts';
import { valuesOf } from '../../src/routes/(app)/m/[municipality]/training/sessions/session-form.ts';

const YEAR = 2026;
const input = {
	...{ startsOn: isoDate('2026-11-10'), endsOn: isoDate('2026-11-11'), startsAt: 540, endsAt: 1020 },
	...{ isOnline: false, place: 'Елена', trainer: 'Ив. Петров', places: 20, groupName: '' },
	state: 'planned' as const,
};

/** The plan of 2026 with its line of public procurement. */
async function aLine() {
	value(await createPlan(hr, slug, YEAR));
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await addSuggested(hr, slug, YEAR, taking(null)));
	const item = (await plan(hr, YEAR)).items.find((one) => one.courseKey === 'zop-adv');
	if (!item) throw new Error('no line');
	return item;
}

it('keeps what a refused form of a session rests on, so that an edit meanwhile is never written over', async () => {
	const id = value(await addSession(hr, { slug, year: YEAR, itemId: (await aLine()).id }, input));
	const line = async () => value(await readSession(hr, slug, id)).line;
	const seen = valuesOf(await line());
	const mine = { ...seen, trainer: 'Г. Иванова', revision: '1', seen: JSON.stringify(seen) };
	value(await editSession(hr, { slug, id }, { ...input, place: 'Велико Търново', revision: 1 }));
	const to = { ctx: hr, params: { municipality: slug, id } };
	const refused = await post(ofSession['save'], to, { ...mine, startsAt: '25:00' });
	expect(refused).toMatchObject({ status: 400, data: { revision: '1', seen } });
	const again = { ...mine, revision: refused.data.revision ?? '' };
	const both = await post(ofSession['save'], to, again);
	expect(both).toMatchObject({
		status: 409,
		data: { revision: '2', values: { place: 'Велико Търново', trainer: 'Г. Иванова' }, others: {} },
	});
	const chosen = { ...both.data.values, revision: '2', seen: JSON.stringify(both.data.seen) };
	expect((await post(ofSession['save'], to, chosen)).location).toContain('done=saved');
	expect(await line()).toMatchObject({ place: 'Велико Търново', trainer: 'Г. Иванова' });
});

it('says first that a session was changed meanwhile, then what is wrong in the form', async () => {
	const id = value(await addSession(hr, { slug, year: YEAR, itemId: (await aLine()).id }, input));
	value(await editSession(hr, { slug, id }, { ...input, place: 'Габрово', revision: 1 }));
	const wrong = { ...input, endsOn: isoDate('2026-11-09'), revision: 1 };
	expect(codeOf(await editSession(hr, { slug, id }, wrong))).toBe('training/stale');
});

it('keeps what a refused line of the plan and a refused course rest on', async () => {
	const item = await aLine();
	const query = `?year=${YEAR}&id=${item.id}`;
	const seen = { place: 'Елена', participants: 'a b', needs: '' };
	const stated = { id: item.id, revision: '1', seen: JSON.stringify(seen), hours: 'много' };
	const line = await post(ofItem['save'], { ctx: hr, params: { municipality: slug }, query }, stated);
	expect(line).toMatchObject({ status: 400, data: { seen, values: { revision: '1' } } });
	const course = { key: 'zop-adv', revision: '1', seen: JSON.stringify({ title: 'А' }), hours: 'много' };
	const refused = await post(ofCourse['save'], { ctx: hr, params: { municipality: slug } }, course);
	expect(refused).toMatchObject({ status: 400, data: { seen: { title: 'А' }, values: { revision: '1' } } });
});

it('keeps what a refused card rests on, so that the unit that another one chose stays', async () => {
	const draft = { number: 'ТК-7', service: 'Скици', unitKey: 'el-fin', inForceFrom: '2018-02-01' };
	const stored = { ...draft, unitKey: draft.unitKey as UnitKey, inForceFrom: isoDate('2018-02-01') };
	const card = value(await addCard(hr, slug, stored));
	value(await editCard(consultant, { slug, id: card, revision: 1 }, { ...stored, number: 'ТК-8' }));
	const to = { ctx: hr, params: { municipality: slug, card } };
	const mine = { ...draft, service: 'Скици на имоти', revision: '1', seen: JSON.stringify(draft) };
	const refused = await post(ofCard['save'], to, { ...mine, inForceFrom: 'вчера' });
	expect(refused).toMatchObject({ status: 400, data: { revision: '1', seen: draft } });
	expect(await post(ofCard['save'], to, mine)).toMatchObject({
		status: 409,
		data: { revision: '2', seen: { number: 'ТК-8' }, others: {} },
	});
});

it('puts two edits of a competency together instead of letting the second write over the first', async () => {
	const key = value(await readDictionary(hr, slug)).rows[0]?.key ?? '';
	const entryOf = async () => value(await readCompetency(hr, { slug, key, ask: 'post' })).entry;
	const before = await entryOf();
	const seen = competencyValues(before);
	const to = { ctx: hr, params: { municipality: slug, competency: before.key } };
	const form = { ...seen, number: String(before.number), seen: JSON.stringify(seen) };
	const theirs = await post(ofCompetency['edit'], to, { ...form, description: 'Ново описание' });
	expect(theirs.location).toContain('done=saved');
	const refused = await post(ofCompetency['edit'], to, { ...form, nameEn: 'Another name' });
	expect(refused).toMatchObject({
		...{
			status: 409,
			data: { others: {}, values: { description: 'Ново описание', nameEn: 'Another name' } },
		},
	});
	expect((await post(ofCompetency['edit'], to, refused.data.values)).location).toContain('done=saved');
	expect(await entryOf()).toMatchObject({
		description: { bg: 'Ново описание' },
		name: { en: 'Another name' },
	});
});
