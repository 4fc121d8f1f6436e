import { isoDate } from '#lib/domain/shared/index.ts';
import { revokeLinks } from '#lib/server/services/survey-links.ts';
import { startServer, type RunningServer, type Visitor } from '#tests/support/server.ts';
import { anOpenSurvey, aSurveyPlan } from '#tests/support/survey-world.ts';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let server: RunningServer;
let nobody: Visitor;
let reader: BetterSqlite.Database;
const tokens = { works: '', expired: '', revoked: '', other: '' };
/** An item that another respondent added. */
const FOREIGN = 'chuzhdo-dopalnenie';

beforeAll(async () => {
	server = await startServer({
		prepare: async (at) => {
			const organiser = await at.as('konsultant');
			const plan = aSurveyPlan({ closesOn: isoDate('2099-12-31') });
			const { links, at: survey } = await anOpenSurvey(organiser, { units: ['el-ut'], plan });
			const [works, expired, revoked, other] = links;
			Object.assign(tokens, {
				works: works!.token,
				expired: expired!.token,
				revoked: revoked!.token,
				other: other!.token,
			});
			await revokeLinks(organiser, survey, { respondent: revoked!.respondent.id });
			const { raw } = at.database;
			raw
				.prepare("update survey_respondent set link_ends_on = '2020-01-01' where id = ?")
				.run(expired!.respondent.id);
			const area = raw.prepare('select group_key from survey_item limit 1').pluck().get();
			raw
				.prepare(
					`insert into survey_item (id, campaign_id, respondent_id, unit_key, group_key, text_bg, sort)
					 values (?, ?, ?, 'el-ut', ?, 'Лична бележка на друг', 0)`,
				)
				.run(FOREIGN, survey.id, other!.respondent.id, area);
		},
	});
	nobody = server.nobody();
	reader = new BetterSqlite(server.databaseFile, { readonly: true });
}, 60_000);
afterAll(async () => {
	reader.close();
	await server.stop();
});

const path = (token: string, query = '') => `/s/${token}${query}`;
const stored = () => Number(reader.pragma('data_version', { simple: true }));
const plain = (body: string) => body.replaceAll(/nonce-?="?[^"]+"|__sveltekit_\w+/g, '');

describe('a link that does not work', () => {
	it('says the same whether it is wrong, over or revoked, and not of which municipality', async () => {
		const answers = [];
		for (const token of ['nyama', 'A'.repeat(43), tokens.expired, tokens.revoked]) {
			const answer = await nobody.get(path(token));
			answers.push({ status: answer.status, body: plain(await answer.text()) });
		}
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
		expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
		expect(answers[0]?.body).toContain('Връзката не действа');
		expect(answers[0]?.body).not.toMatch(/Елена|Лясковец/);
	});

	it('takes nothing', async () => {
		const before = stored();
		for (const token of ['nyama', tokens.expired, tokens.revoked])
			for (const action of ['start', 'choose', 'remove', 'groups', 'inside', 'details', 'submit']) {
				const { status } = await nobody.post(path(token, `?/${action}`), { hours: '40', item: FOREIGN });
				expect(status, `${action} by ${token}`).toBe(404);
			}
		expect(stored()).toBe(before);
	});

	it('is no help to somebody who signed in', async () => {
		const consultant = await server.signIn('konsultant');
		expect((await consultant.get(path(tokens.revoked))).status).toBe(404);
	});
});

describe('a page behind a link', () => {
	it('is kept out of caches and search engines, tells other sites nothing, and loads no framework', async () => {
		const answer = await nobody.get(path(tokens.works));
		expect(answer.status).toBe(200);
		expect(answer.headers.get('cache-control')).toBe('private, no-store');
		expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
		expect(answer.headers.get('referrer-policy')).toBe('same-origin');
		const body = await answer.text();
		expect(body).toContain('noindex');
		expect(body.match(/<script[^>]*src="[^"]*"/g)).toHaveLength(1);
		expect(body).not.toContain('__sveltekit');
	});

	it('shows nothing that another respondent wrote', async () => {
		for (const step of ['choose', 'review'])
			expect(await (await nobody.get(path(tokens.works, `?step=${step}`))).text()).not.toContain(
				'Лична бележка',
			);
		expect(await (await nobody.get(path(tokens.other, '?step=choose'))).text()).toContain('Лична бележка');
	});
});

describe('a hostile form', () => {
	const ITEM = () =>
		String(
			reader
				.prepare("select id from survey_item where respondent_id is null and unit_key = 'el-ut'")
				.pluck()
				.get(),
		);

	it.each([
		['an item of somebody else', 'choose', () => ({ item: [ITEM(), FOREIGN] }), 400],
		['an item of nobody', 'choose', () => ({ item: 'nyama' }), 400],
		['an own addition of 30 000 letters', 'choose', () => ({ text: 'я'.repeat(30_000), area: 'x' }), 400],
		['an area of nobody', 'choose', () => ({ text: 'Работа', area: 'nyama' }), 400],
		['the addition of somebody else to take back', 'remove', () => ({ remove: FOREIGN }), 400],
		['hours that are no number', 'start', () => ({ hours: 'NaN', 'was.hours': '40' }), 400],
		['hours beyond a week', 'start', () => ({ hours: '9999', 'was.hours': '40' }), 400],
		['a row that was not chosen', 'groups', () => ({ 'share.nyama': '10', 'was.share.nyama': '' }), 400],
		['a share of 1e308', 'inside', () => ({ 'share.nyama': '1e308' }), 400],
		[
			'details of somebody else',
			'details',
			() => ({ [`low.${FOREIGN}`]: '1', [`high.${FOREIGN}`]: '1' }),
			400,
		],
		['a note that is too long', 'details', () => ({ obstacles: 'а'.repeat(2001) }), 400],
		['half a megabyte', 'details', () => ({ obstacles: 'x'.repeat(500_000) }), 413],
	] as const)('with %s is refused and stores nothing', async (_, action, fields, status) => {
		const before = stored();
		const answer = await nobody.post(path(tokens.works, `?/${action}`), fields());
		expect(answer.status).toBe(status);
		expect(stored()).toBe(before);
	});

	it('from another site is refused', async () => {
		for (const from of ['https://evil.example', null])
			expect((await nobody.post(path(tokens.other, '?/submit'), {}, { from })).status).toBe(403);
	});

	it('with letters of a programme is a text like any other', async () => {
		await nobody.post(path(tokens.works, '?/choose'), { item: ITEM() });
		const script = '<script>alert(1)</script>';
		const saved = await nobody.post(path(tokens.works, '?/details'), {
			obstacles: script,
			'was.obstacles': '',
		});
		expect(saved.status).toBe(303);
		const body = await (await nobody.get(path(tokens.works, '?step=review'))).text();
		expect(body).not.toContain(script);
		expect(body).toContain('&lt;script>alert(1)');
	});
});

describe('areas of more than the whole time', () => {
	const areas = () =>
		reader
			.prepare(
				'select min(id) as id, group_key as area from survey_item where respondent_id is null group by group_key limit 2',
			)
			.all() as readonly { readonly id: string; readonly area: string }[];
	const given = (share: string) =>
		Object.fromEntries(
			areas().flatMap(({ area }) => [
				[`share.${area}`, share],
				[`was.share.${area}`, ''],
			]),
		);

	it('are saved but not gone on from: the excess is said in place and in the review, and nothing is handed in', async () => {
		await nobody.post(path(tokens.other, '?/choose'), { item: areas().map(({ id }) => id) });
		const answer = await nobody.post(path(tokens.other, '?/groups&step=groups'), {
			...given('90'),
			go: 'next',
		});
		expect(answer.status).toBe(409);
		// Two areas of 90 % are 180 %: 80 % more than there is.
		expect(await answer.text()).toMatch(/разпределили с 80\u00a0% повече/);
		const review = await nobody.get(path(tokens.other, '?step=review'));
		expect(await review.text()).toMatch(/Областите заедно са с 80\u00a0% повече/);
		expect((await nobody.post(path(tokens.other, '?/submit&step=review'), {})).status).toBe(409);
		const state = reader
			.prepare(
				'select state from survey_respondent where id = (select respondent_id from survey_item where id = ?)',
			)
			.pluck()
			.get(FOREIGN);
		expect(state).toBe('in-progress');
	});
});

describe('Enter in the search', () => {
	const placeAfter = async (fields: Readonly<Record<string, string>>) => {
		const answer = await nobody.post(path(tokens.works, '?/choose'), { go: 'enter', ...fields });
		expect(answer.status).toBe(303);
		return new URL(answer.headers.get('location') ?? '', 'http://ustroy.test').searchParams;
	};
	it('searches when another search was typed, and goes on when it stands there already', async () => {
		const searched = await placeAfter({ q: 'архив', 'was.q': '' });
		expect(searched.get('q')).toBe('архив');
		const goneOn = await placeAfter({ q: 'архив', 'was.q': 'архив' });
		expect([goneOn.get('q'), goneOn.get('step')]).not.toEqual([searched.get('q'), searched.get('step')]);
		expect((await placeAfter({ q: '' })).get('step')).toBe(goneOn.get('step'));
	});
});

describe('handing in', () => {
	it('twice is taken once and says so', async () => {
		await nobody.post(path(tokens.works, '?/choose'), { item: 'x' });
		const first = await nobody.post(path(tokens.works, '?/submit&step=review'), {});
		expect(first.status).toBe(303);
		const second = await nobody.post(path(tokens.works, '?/submit&step=review'), {});
		expect(second.status).toBe(409);
		expect(await second.text()).toContain('Отговорите вече са предадени');
		const handedIn = reader
			.prepare("select count(*) from survey_event where kind = 'submitted'")
			.pluck()
			.get();
		expect(handedIn).toBe(1);
	});

	it('leaves no fault in the log', () => {
		expect(server.faults()).toEqual([]);
	});
});
