import { expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { createPlan } from '#lib/server/services/training-plan.ts';
import { readSession } from '#lib/server/services/training-session-page.ts';
import { addSession, editSession } from '#lib/server/services/training-session.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { post } from '#tests/support/action.ts';
import { codeOf, hr, plan, slug, taking, value } from '#tests/support/training-world.ts';
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
