import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aboutFunction } from '#lib/components/org/about-function.ts';
import { aboutPost, aboutUnit } from '#lib/components/org/about-words.ts';
import { namedCells, wordsOfHistory } from '#lib/components/org/history-words.ts';
import { structureLinks } from '#lib/components/org/links.ts';
import { viewFunction } from '#lib/server/services/function-page.ts';
import { viewPost } from '#lib/server/services/post-page.ts';
import { viewOrigins } from '#lib/server/services/thing-origins.ts';
import { editUnit } from '#lib/server/services/unit-edit.ts';
import { viewUnit } from '#lib/server/services/unit-page.ts';
import { aWorkingVersion, type WorkingVersion } from '#tests/support/working-version.ts';

let here: WorkingVersion;
beforeAll(async () => {
	here = await aWorkingVersion();
	const unit = (await here.structure()).units.find((one) => one.key === 'el-fin');
	const draft = { ...unit!, note: 'Проверено' };
	await editUnit(here.ctx, here.address, { kind: 'change', key: unit!.key, draft }, { revision: 1 });
});
afterAll(() => here.at.close());

const links = structureLinks('elena', new URL('http://localhost/m/elena/structure'));

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}

async function unitAsked(username: string) {
	const ctx = await here.at.as(username);
	const unit = (await here.structure()).units.find((one) => one.key === 'el-fin')!;
	const page = valueOf(await viewUnit(ctx, here.address, unit.key));
	const thing = { entity: 'unit', key: 'el-fin', now: page.unit } as const;
	const { cells, mayReadTrail } = valueOf(await viewOrigins(ctx, here.address, thing));
	const told = { ...page, cells: namedCells(cells), history: wordsOfHistory(page.history) };
	return { page, about: aboutUnit(told, { links, href: links.unit('el-fin'), mayReadTrail }) };
}

describe('what is told about the chosen box', () => {
	it('of a unit is the same as on its page, each number with the place it is made of', async () => {
		const { page, about } = await unitAsked('konsultant');
		expect(about.facts.map(({ value }) => Number.parseFloat(value))).toEqual([
			page.own.approved,
			page.total.approved,
			page.functions.filter((fn) => fn.roles.includes('accountable')).length,
			page.functions.filter((fn) => !fn.roles.includes('accountable')).length,
		]);
		expect(about.facts.every(({ href }) => href?.startsWith(links.unit('el-fin')))).toBe(true);
		expect(about.lead).toMatch(/^дирекция · обща администрация · Източник: /);
		const [functions, noted, history] = about.lists;
		expect([functions?.count, functions?.items.length]).toEqual([page.functions.length, 5]);
		expect(functions?.items[0]?.href).toBe(links.fn(page.functions[0]?.key ?? ''));
		expect(noted?.count).toBe(page.checks.length + page.findings.length);
		expect(history?.items[0]?.text).toContain('Проверено');
	});

	it('leaves the history out for whoever may not read the trail', async () => {
		const { about } = await unitAsked('hr-elena');
		expect(about.lists.map(({ title }) => title)).toEqual(['Функции', 'Проверки и констатации']);
	});

	it('of a post is its places, its unit and what it does', async () => {
		const post = (await here.structure()).posts.find((one) => one.unitKey === 'el-fin')!;
		const page = valueOf(await viewPost(here.ctx, here.address, post.key));
		const told = { ...page, cells: [], history: wordsOfHistory(page.history) };
		const about = aboutPost(told, { links, href: links.post(post.key), mayReadTrail: true });
		expect(about.facts[0]).toEqual({
			...{ label: 'Звено', value: 'Дирекция „Бюджет и финанси“', href: links.unit('el-fin') },
		});
		expect(Number.parseFloat(about.facts[1]?.value ?? '')).toBe(post.approved);
		expect(about.lists.map(({ title }) => title)).toContain('История на промените');
	});

	it('of a function is its basis as a citation, its source, the powers it serves and where it came from', async () => {
		const fn = (await here.structure()).functions.find(
			(one) => one.bases.length > 0 && one.powers.length > 0,
		)!;
		const page = valueOf(await viewFunction(here.ctx, here.address, fn.key));
		const thing = { entity: 'function', key: fn.key, now: page.fn } as const;
		const { cells, mayReadTrail } = valueOf(await viewOrigins(here.ctx, here.address, thing));
		const told = { ...page, cells: namedCells(cells), history: wordsOfHistory(page.history) };
		const about = aboutFunction(told, { links, href: links.fn(fn.key), mayReadTrail });
		expect(about.facts[0]).toMatchObject({
			label: 'Правно основание',
			href: `${links.fn(fn.key)}#bases-title`,
		});
		expect(about.facts[0]?.value).toMatch(/(чл\.|§).*[А-Я]{2}/);
		expect(about.lead).toContain('Източник: ');
		expect(about.lists[0]).toMatchObject({ title: 'Правомощия на кмета', count: fn.powers.length });
		const bare = { ...told, bases: [], powers: [], history: [], cells: [], findings: [] };
		const empty = aboutFunction(bare, { links, href: '', mayReadTrail: false });
		expect(empty.facts[0]?.value).toBe('без правно основание');
		expect(empty.lists.map(({ title, count }) => [title, count])).toEqual([
			['Правомощия на кмета', 0],
			['Констатации', 0],
		]);
	});
});
