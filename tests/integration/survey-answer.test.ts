import { isoDate, share } from '#lib/domain/shared/index.ts';
import type { SurveyItemId, TypedRow } from '#lib/domain/workload/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listSurveyAnswers } from '#lib/server/queries/survey-answer.ts';
import { saveChoice } from '#lib/server/services/survey-answer-own.ts';
import {
	handIn,
	saveDetails,
	saveGroups,
	saveInside,
	saveStart,
	type SavedDivision,
} from '#lib/server/services/survey-answer-save.ts';
import { viewSurvey, type SurveyView } from '#lib/server/services/survey-answer.ts';
import { closeCampaign, extendLinks, revokeLinks } from '#lib/server/services/survey-links.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { anOpenSurvey } from '#tests/support/survey-world.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const DEAD = { ok: false, error: { code: 'survey/dead-link' } };

let at: Installation;
let nobody: Ctx;
let organiser: Ctx;
let survey: Awaited<ReturnType<typeof anOpenSurvey>>;
let token: string;

beforeEach(async () => {
	at = await anInstallation();
	nobody = at.nobody();
	organiser = await at.as('konsultant');
	survey = await anOpenSurvey(organiser, { units: ['el-ut', 'el-fin'] });
	token = survey.links.find(({ respondent }) => respondent.unitKey === 'el-ut')!.token;
});
afterEach(() => at.close());

async function view(of = token): Promise<SurveyView> {
	const result = await viewSurvey(nobody, of);
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
}

/** Items of the own unit, of one policy area when it is named. */
async function ownItems(groupKey?: string): Promise<readonly SurveyItemId[]> {
	const { items, respondent } = await view();
	return items
		.filter((item) => item.unitKey === respondent.unitKey && (groupKey ?? item.groupKey) === item.groupKey)
		.map((item) => item.id);
}

const NO_ITEMS = { now: new Set<SurveyItemId>(), was: new Set<SurveyItemId>() };
const addOwnItem = (of: string, added: { text: string; groupKey: string }) =>
	saveChoice(nobody, of, { items: NO_ITEMS, added });
const removeOwnItem = (of: string, removed: SurveyItemId) =>
	saveChoice(nobody, of, { items: NO_ITEMS, removed });
const choose = (ids: readonly SurveyItemId[], was: readonly SurveyItemId[] = [], of = token) =>
	saveChoice(nobody, of, { items: { now: new Set(ids), was: new Set(was) } });

function row(key: string, now: string, was = ''): TypedRow {
	return { key, amount: { now, was }, lock: { now: false, was: false } };
}

function division(rows: readonly TypedRow[], change: Partial<SavedDivision> = {}): SavedDivision {
	return { rows, measure: 'percent', weeklyHours: 40, isSplit: false, next: undefined, ...change };
}

/** Two items of one area, which have all the time. */
async function twoOfOneArea(): Promise<{ area: string; a: SurveyItemId; b: SurveyItemId }> {
	const { items, respondent } = await view();
	const own = items.filter((item) => item.unitKey === respondent.unitKey);
	const area = own.find((item) => own.filter((one) => one.groupKey === item.groupKey).length > 1)!.groupKey;
	const [a, b] = await ownItems(area);
	await choose([a!, b!]);
	return { area, a: a!, b: b! };
}

const inside = (area: string, rows: readonly TypedRow[], change: Partial<SavedDivision> = {}) =>
	saveInside(nobody, token, { ...division(rows, change), groupKey: area });

const sharesNow = async () =>
	Object.fromEntries((await view()).answers.map((one) => [one.itemId, one.share]));

describe('a personal link', () => {
	it('shows the seat, the unit and the frozen list, and no name of a person', async () => {
		const seen = await view();
		expect(seen.names.unit.bg).toContain('Устройство на територията');
		expect(seen.items.length).toBeGreaterThan(10);
		expect(seen.answers).toEqual([]);
		const names = at.database.raw.prepare('select name from employee').pluck().all() as readonly string[];
		const text = JSON.stringify(seen.names);
		expect(names.filter((name) => text.includes(name))).toEqual([]);
	});

	it.each(['', 'nyama', 'a'.repeat(43), `${'a'.repeat(42)}!`, '../..', 'А'.repeat(43)])(
		'that nobody has („%s“) is dead',
		async (made) => {
			expect(await viewSurvey(nobody, made)).toEqual(DEAD);
		},
	);

	it('is kept only as its digest', () => {
		const dump = at.database.raw.serialize();
		expect(dump.includes(Buffer.from(token))).toBe(false);
	});

	it('works on its last day and is dead on the day after', async () => {
		const on = (day: string): Ctx => ({
			...nobody,
			clock: { now: () => `${day}T09:00:00.000Z`, today: () => isoDate(day) },
		});
		expect(await viewSurvey(on('2026-12-05'), token)).toMatchObject({ ok: true });
		expect(await viewSurvey(on('2026-12-06'), token)).toEqual(DEAD);
		expect(await handIn(on('2026-12-06'), token)).toEqual(DEAD);
		await extendLinks(organiser, survey.at, { until: isoDate('2026-12-10') });
		expect(await viewSurvey(on('2026-12-06'), token)).toMatchObject({ ok: true });
	});

	it('of a closed survey shows the answers and takes no more', async () => {
		const { a } = await twoOfOneArea();
		await closeCampaign(organiser, survey.at);
		expect((await view()).answers).toHaveLength(2);
		expect(await choose([a])).toEqual({ ok: false, error: { code: 'survey/closed' } });
	});

	it('that was revoked is dead', async () => {
		await revokeLinks(organiser, survey.at, {});
		expect(await viewSurvey(nobody, token)).toEqual(DEAD);
		expect(await choose([])).toEqual(DEAD);
	});
});

describe('choosing', () => {
	it('begins the answers, and one area has all the time', async () => {
		const { area } = await twoOfOneArea();
		const seen = await view();
		expect(seen.respondent.state).toBe('in-progress');
		expect(seen.groups).toEqual([{ groupKey: area, share: 1, isLocked: false }]);
		expect(seen.answers.map((answer) => answer.share)).toEqual([0, 0]);
	});

	it('refuses an item of another survey or person, and stores nothing', async () => {
		const other = survey.links.find((link) => link.token !== token)!;
		const own = await view(other.token);
		await addOwnItem(other.token, { text: 'Чужда работа', groupKey: own.items[0]!.groupKey });
		const foreign = (await view(other.token)).items.find((item) => item.respondentId !== null)!;
		const result = await choose([foreign.id, ...(await ownItems())]);
		expect(result).toMatchObject({ ok: false, error: { code: 'survey/fields' } });
		expect((await view()).answers).toEqual([]);
		expect((await view()).items.some((item) => item.id === foreign.id)).toBe(false);
		expect(await removeOwnItem(token, foreign.id)).toMatchObject({ ok: false });
		expect((await view(other.token)).answers).toHaveLength(1);
	});

	it('takes own words, in an area of the survey, and takes them back with their time', async () => {
		const [first] = (await view()).items;
		expect(await addOwnItem(token, { text: '<b>Сайт</b>', groupKey: 'nyama' })).toEqual({
			ok: false,
			error: { code: 'survey/unknown-area' },
		});
		await addOwnItem(token, { text: '<b>Сайт</b>', groupKey: first!.groupKey });
		const seen = await view();
		const own = seen.items.find((item) => item.respondentId !== null)!;
		expect(own.text.bg).toBe('<b>Сайт</b>');
		// the only chosen item has all the time
		expect(seen.answers).toMatchObject([{ itemId: own.id, share: 1 }]);
		await removeOwnItem(token, own.id);
		expect((await view()).answers).toEqual([]);
		expect((await view()).groups).toEqual([]);
	});

	it('takes at most twenty own additions', async () => {
		const [first] = (await view()).items;
		const add = (text: string) => addOwnItem(token, { text, groupKey: first!.groupKey });
		for (let number = 1; number <= 20; number++)
			expect(await add(`Работа ${number}`)).toMatchObject({ ok: true });
		expect(await add('Още една')).toEqual({ ok: false, error: { code: 'survey/too-many-own', limit: 20 } });
	});
});

describe('dividing', () => {
	it('takes amounts in every measure', async () => {
		const { area, a, b } = await twoOfOneArea();
		await inside(area, [row(a, '10'), row(b, '12,5')], { measure: 'hours-week' });
		// 10 of 40 hours and 12,5 of 40
		expect(await sharesNow()).toEqual({ [a]: 0.25, [b]: 0.3125 });
	});

	it('divides the rest evenly and changes the measure on the way', async () => {
		const { area, a, b } = await twoOfOneArea();
		await inside(area, [row(a, '40'), row(b, '')], { isSplit: true, next: 'days-month' });
		expect(await sharesNow()).toEqual({ [a]: 0.4, [b]: 0.6 });
		expect((await view()).respondent.measure).toBe('days-month');
	});

	it.each([
		['-5', 'survey/negative'],
		['NaN', 'survey/not-a-number'],
		['1e308', 'survey/not-a-number'],
		['101', 'survey/over-whole'],
		['<script>', 'survey/not-a-number'],
		['9'.repeat(100_000), 'survey/not-a-number'],
	])(
		'refuses at its field what is wrong there, and stores nothing of the form (case %#)',
		async (text, code) => {
			const { area, a, b } = await twoOfOneArea();
			const result = await inside(area, [row(a, '30'), row(b, text)]);
			expect(result).toMatchObject({
				ok: false,
				error: { code: 'survey/fields', issues: [{ field: `share.${b}`, issue: { code } }] },
			});
			expect(await sharesNow()).toEqual({ [a]: 0, [b]: 0 });
		},
	);

	it('refuses a row that the person did not choose', async () => {
		const { area, a } = await twoOfOneArea();
		expect(await inside(area, [row(a, '10'), row('chuzhdo', '10')])).toMatchObject({
			ok: false,
			error: { issues: [{ field: 'share.chuzhdo', issue: { code: 'survey/unknown-item' } }] },
		});
	});
});

describe('two tabs', () => {
	it('keep both fields when each changed another one', async () => {
		const { area, a, b } = await twoOfOneArea();
		await inside(area, [row(a, '30'), row(b, '')]);
		await inside(area, [row(a, ''), row(b, '20')]);
		expect(await sharesNow()).toEqual({ [a]: 0.3, [b]: 0.2 });
	});

	it('are told when both changed the same field; the first value stays and the rest is stored', async () => {
		const { area, a, b } = await twoOfOneArea();
		await inside(area, [row(a, '30'), row(b, '')]);
		const second = await inside(area, [row(a, '45'), row(b, '20')]);
		expect(second).toEqual({
			ok: true,
			value: { conflicts: [{ field: `share.${a}`, stored: 0.3 }], texts: [] },
		});
		expect(await sharesNow()).toEqual({ [a]: 0.3, [b]: 0.2 });
		// knowing the other value the person keeps the own one
		await inside(area, [row(a, '45', '30'), row(b, '20', '20')]);
		expect(await sharesNow()).toEqual({ [a]: 0.45, [b]: 0.2 });
	});

	it('lose nothing when they save at the same moment', async () => {
		const { area, a, b } = await twoOfOneArea();
		await Promise.all([inside(area, [row(a, '30')]), inside(area, [row(b, '20')]), addOwnItemOnce()]);
		const seen = await view();
		expect(seen.answers.map((answer) => answer.share)).toEqual([0.3, 0.2, 0]);
		expect(seen.respondent.revision).toBeGreaterThan(4);
	});

	async function addOwnItemOnce() {
		const { groups } = await view();
		return addOwnItem(token, { text: 'Още нещо', groupKey: groups[0]!.groupKey });
	}

	it('are asked about a text that both wrote', async () => {
		await twoOfOneArea();
		const details = (obstacles: string) =>
			saveDetails(nobody, token, {
				rows: [],
				measure: 'percent',
				weeklyHours: 40,
				obstacles: { now: obstacles, was: null },
				systems: { now: null, was: null },
			});
		await details('Чакане на становища');
		expect(await details('Двойно въвеждане')).toMatchObject({
			ok: true,
			value: { texts: [{ field: 'obstacles', stored: 'Чакане на становища' }] },
		});
		expect((await view()).respondent.obstacles).toBe('Чакане на становища');
	});
});

describe('hours a week', () => {
	const start = (now: number | null, was = 40) =>
		saveStart(nobody, token, { hours: { now, was }, measure: 'percent' });

	it('are taken between 1 and 60', async () => {
		expect(await start(37.5)).toMatchObject({ ok: true });
		expect((await view()).respondent.weeklyHours).toBe(37.5);
	});

	it.each([0, 61, null])('are refused as %s', async (hours) => {
		expect(await start(hours)).toEqual({ ok: false, error: { code: 'survey/hours', limit: 60 } });
		expect((await view()).respondent.state).toBe('not-started');
	});
});

describe('handing in', () => {
	it('is refused with what is missing, then taken once, then closed until given back', async () => {
		const { area, a, b } = await twoOfOneArea();
		await inside(area, [row(a, '50'), row(b, '40')]);
		// 10 % is missing of the whole and of the only area
		expect(await handIn(nobody, token)).toMatchObject({
			ok: false,
			error: {
				code: 'survey/not-ready',
				issues: [{ code: 'survey/sum-under', by: 0.1 }, { code: 'survey/group-off' }],
			},
		});
		await inside(area, [row(a, '50', '50'), row(b, '40', '40')], { isSplit: true });
		expect(await handIn(nobody, token)).toMatchObject({ ok: true });
		const seen = await view();
		expect(seen.respondent).toMatchObject({ state: 'submitted', submittedAt: '2026-11-21T09:00:00.000Z' });
		for (const again of [handIn(nobody, token), choose([a]), inside(area, [row(a, '1')])])
			expect(await again).toEqual({ ok: false, error: { code: 'survey/handed-in' } });
		expect(await sharesNow()).toEqual({ [a]: 0.55, [b]: 0.45 });
	});

	it('may be done again after the answers came back, with the comment shown', async () => {
		const { area, a, b } = await twoOfOneArea();
		await inside(area, [row(a, '50'), row(b, '50')]);
		await handIn(nobody, token);
		const { respondent } = await view();
		at.database.raw
			.prepare("update survey_respondent set state = 'returned' where id = ?")
			.run(respondent.id);
		at.database.raw
			.prepare(
				"insert into survey_event values ('e1', ?, 'returned', 'Липсва архивът', '2026-11-21T10:00:00Z', null)",
			)
			.run(respondent.id);
		expect((await view()).returned).toEqual({ comment: 'Липсва архивът' });
		await inside(area, [row(a, '60', '50'), row(b, '40', '50')]);
		expect(await handIn(nobody, token)).toMatchObject({ ok: true });
		const own = await listSurveyAnswers(at.database.db, respondent.id, 'own');
		expect(own.map((answer) => answer.share)).toEqual([share(0.6), share(0.4)]);
	});
});

describe('groups', () => {
	it('pass their change on to the items inside', async () => {
		const all = (await view()).items.filter((item) => item.unitKey === 'el-ut');
		const areas = [...new Set(all.map((item) => item.groupKey))].slice(0, 2);
		const of = (area: string) => all.filter((item) => item.groupKey === area).slice(0, 2);
		const chosen = areas.flatMap(of);
		await choose(chosen.map((item) => item.id));
		await saveGroups(nobody, token, division([row(areas[0]!, '40'), row(areas[1]!, '60')]));
		const [first, second] = of(areas[0]!);
		if (second) await inside(areas[0]!, [row(first!.id, '75'), row(second.id, '25')]);
		const before = await sharesNow();
		await saveGroups(nobody, token, division([row(areas[0]!, '50', '40'), row(areas[1]!, '50', '60')]));
		const after = await sharesNow();
		expect(after[first!.id]).toBeCloseTo((before[first!.id] ?? 0) * 1.25, 6);
		expect((await view()).groups.map((group) => group.share)).toEqual([0.5, 0.5]);
	});
});
