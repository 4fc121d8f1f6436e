import { describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { computeCompetencyCells } from '#lib/domain/training/index.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { listDictionary } from '#lib/server/queries/dictionary.ts';
import {
	askFor,
	addCompetency,
	changeRequirement,
	editCompetency,
	retireCompetency,
} from '#lib/server/services/dictionary-edit.ts';
import { readCompetency, readDictionary } from '#lib/server/services/dictionary.ts';
import { assessPerson } from '#lib/server/services/employee-edit.ts';
import { readPerson } from '#lib/server/services/employee.ts';
import { readRequirements } from '#lib/server/services/requirement-view.ts';
import { openTraining } from '#lib/server/services/training.ts';
import { at, codeOf, hr, slug, value } from '#tests/support/training-world.ts';

const key = 'teamwork';
const words = {
	group: 'technical',
	name: { bg: 'Екипност', en: 'Team spirit' },
	description: { bg: 'Работи с другите', en: null },
	weight: 2,
	levels: [{ level: 3, text: { bg: 'води работна група', en: null } }],
} as const;

const page = async (ask: 'function' | 'post' | 'job-title' = 'post') =>
	value(await readCompetency(hr, { slug, key, ask }));

describe('an edit of a competency', () => {
	it('makes a version, keeps those before it and changes what the other pages read', async () => {
		value(await editCompetency(hr, { slug, key, number: 0 }, words));
		value(await editCompetency(hr, { slug, key, number: 1 }, { ...words, weight: 3 }));
		const { entry, history } = await page();
		expect(entry).toMatchObject({ number: 2, name: words.name, weight: 3, levels: words.levels });
		expect(history.map(({ number, changed }) => ({ number, changed }))).toEqual([
			{ number: 2, changed: ['weight'] },
			{ number: 1, changed: ['name', 'description', 'weight', 'levels'] },
			{ number: 0, changed: [] },
		]);
		expect(history[0]?.at?.slice(0, 10)).toBe('2026-11-21');
		const training = value(await openTraining(hr, { slug }));
		expect(training.competencies.find((one) => one.key === key)).toMatchObject({ weight: 3 });
		const [entryOfTrail] = await listAudit(at.database.db, {
			entity: 'competency',
			entityKey: key,
			limit: 1,
		});
		expect(entryOfTrail?.action).toBe('competency.edit');
	});

	it('is of its municipality alone', async () => {
		value(await editCompetency(hr, { slug, key, number: 0 }, words));
		const others = await listDictionary(at.database.db, 'lyaskovets' as never);
		expect(others.find((one) => one.key === key)?.name.bg).toBe('Работа в екип');
	});

	it('is refused when somebody was first, when nothing changes and to whoever is not human resources', async () => {
		value(await editCompetency(hr, { slug, key, number: 0 }, words));
		expect(codeOf(await editCompetency(hr, { slug, key, number: 0 }, words))).toBe('dictionary/stale');
		expect(codeOf(await editCompetency(hr, { slug, key, number: 1 }, words))).toBe('dictionary/no-change');
		const other = await at.as('konsultant');
		expect(codeOf(await editCompetency(other, { slug, key, number: 1 }, words))).toBe('access/forbidden');
	});
});

describe('an own competency', () => {
	it('joins the dictionary of its municipality with its first version', async () => {
		const name = { bg: 'Електронни досиета', en: 'Electronic files' };
		const own = value(await addCompetency(hr, slug, { ...words, name }));
		const { entry, history } = value(await readCompetency(hr, { slug, key: own, ask: 'post' }));
		expect(entry).toMatchObject({ number: 1, name });
		expect(history.map(({ changed }) => changed)).toEqual([[]]);
		expect(codeOf(await addCompetency(hr, slug, { ...words, name }))).toBe('dictionary/name-taken');
		const stranger = await at.as('hr-lyaskovets');
		expect(codeOf(await readCompetency(stranger, { slug: 'lyaskovets', key: own, ask: 'post' }))).toBe(
			'access/not-found',
		);
	});
});

describe('a retired competency', () => {
	it('keeps what rests on it and can be asked and assessed no more until it is put back', async () => {
		const before = (await page()).restsOn;
		value(await retireCompetency(hr, { slug, key, number: 0, isRetired: true }));
		const asked = { kind: 'job-title', subject: 'началник отдел', level: 3, source: 'тест' } as const;
		expect(codeOf(await askFor(hr, { slug, key }, asked))).toBe('dictionary/retired');
		const assessment = {
			...{ employeeId: 'el-e049', competencyKey: key, level: 3 as const },
			...{ assessedOn: isoDate('2026-11-01'), source: 'беседа' },
		};
		expect(codeOf(await assessPerson(hr, slug, assessment))).toBe('people/no-such-competency');
		expect((await page()).restsOn).toEqual(before);
		value(await retireCompetency(hr, { slug, key, number: 1, isRetired: false }));
		value(await assessPerson(hr, slug, assessment));
		expect((await page()).history.map(({ changed }) => changed)).toEqual([['isRetired'], ['isRetired'], []]);
	});
});

describe('a requirement', () => {
	it('of a job title reaches every post of that title, the strongest level holds and says where it is from', async () => {
		const person = value(await readPerson(hr, slug, 'el-e049')).person;
		const training = value(await openTraining(hr, { slug }));
		const post = training.lookup.postByKey.get(person.postKey);
		if (!post) throw new Error('the person has a post');
		const byTitle = {
			kind: 'job-title',
			subject: post.title.bg.toUpperCase(),
			level: 4,
			source: 'характеристика',
		};
		value(await askFor(hr, { slug, key }, byTitle as Parameters<typeof askFor>[2]));
		value(await askFor(hr, { slug, key }, { kind: 'post', subject: post.key, level: 5, source: 'заповед' }));
		const unit = value(await readRequirements(hr, slug, { unit: post.unitKey, competency: null }));
		const asked = unit.posts
			.find((one) => one.key === post.key)
			?.asked.find(({ competencyKey }) => competencyKey === key);
		expect(asked?.level).toBe(5);
		const of = (kind: string) => asked?.sources.find((source) => source.kind === kind);
		expect(of('post')).toMatchObject({ level: 5, holds: true, ground: 'заповед' });
		expect(of('job-title')).toMatchObject({ level: 4, holds: false, key: post.title.bg });
		expect(codeOf(await askFor(hr, { slug, key }, byTitle as Parameters<typeof askFor>[2]))).toBe(
			'dictionary/already-asked',
		);
	});

	it('is changed and taken out, and not by whoever saw an older one', async () => {
		const subject = { kind: 'post', subject: 'el-hd-dir', level: 2, source: 'заповед' } as const;
		value(await askFor(hr, { slug, key }, subject));
		const find = async () => (await page()).requirements.find((one) => one.key === 'el-hd-dir');
		const made = await find();
		if (!made) throw new Error('the requirement is there');
		const of = { slug, key, id: made.id };
		value(await changeRequirement(hr, { ...of, revision: 1 }, { level: 4, source: 'закон' }));
		expect(await find()).toMatchObject({ level: 4, source: 'закон', revision: 2, posts: 1 });
		expect(codeOf(await changeRequirement(hr, { ...of, revision: 1 }, null))).toBe('dictionary/stale');
		value(await changeRequirement(hr, { ...of, revision: 2 }, null));
		expect(await find()).toBeUndefined();
		expect(codeOf(await changeRequirement(hr, { ...of, revision: 2 }, null))).toBe(
			'dictionary/no-such-requirement',
		);
	});

	it('of what the structure does not have is refused', async () => {
		for (const kind of ['function', 'post', 'job-title'] as const) {
			const asked = { kind, subject: 'няма такова', level: 3, source: 'тест' } as const;
			expect(codeOf(await askFor(hr, { slug, key }, asked))).toBe('dictionary/no-such-subject');
		}
	});
});

it('the requirements open where something is asked, or on the posts that are asked for one competency', async () => {
	const first = value(await readRequirements(hr, slug, { unit: null, competency: null }));
	expect(first.posts.some(({ asked }) => asked.length > 0)).toBe(true);
	const asked = 'analytical';
	const { posts } = value(await readCompetency(hr, { slug, key: asked, ask: 'post' })).restsOn;
	const only = value(await readRequirements(hr, slug, { unit: null, competency: asked }));
	expect(only.units.length).toBeGreaterThan(1);
	expect(only.units.reduce((sum, unit) => sum + unit.posts, 0)).toBe(posts);
	// All of them at once, until one unit is chosen.
	expect(only.unit).toBeNull();
	expect(only.posts.map((post) => post.asked.map((one) => one.competencyKey))).toEqual(
		Array.from({ length: posts }, () => [asked]),
	);
	const [unit] = only.units;
	const one = value(await readRequirements(hr, slug, { unit: unit?.key ?? null, competency: asked }));
	expect(one.posts).toHaveLength(unit?.posts ?? -1);
});

it('the list counts what rests on a competency and is open to whoever reads training', async () => {
	const councillor = await at.as('savetnik-elena-1');
	const { rows, mayEdit } = value(await readDictionary(councillor, slug));
	expect(mayEdit).toBe(false);
	const mine = value(await readDictionary(hr, slug)).rows.find((row) => row.key === key);
	expect(rows.find((row) => row.key === key)?.restsOn.requirements).toBe(mine?.restsOn.requirements);
});

describe('who was assessed in a competency', () => {
	it('is named to human resources, counted for the others, and every look is on record', async () => {
		const { assessed, restsOn } = await page();
		expect(assessed?.length).toBe(restsOn.assessed);
		const [look] = await listAudit(at.database.db, {
			...{ entity: 'assessment-list', entityKey: key, limit: 1 },
		});
		expect(look?.action).toBe('people.look');
		const of = { slug, key, ask: 'post' as const };
		for (const name of ['konsultant', 'savetnik-elena-1'])
			expect(value(await readCompetency(await at.as(name), of)).assessed).toBeNull();
		const seen = value(await readCompetency(await at.as('rakovoditel-elena'), of)).assessed;
		expect(seen?.every(({ id }) => assessed?.some((one) => one.id === id))).toBe(true);
		expect(seen?.length).toBeLessThan(assessed?.length ?? 0);
	});

	it('is not told when the map, or the own unit of a head, would leave one or two people', async () => {
		const asked = value(await openTraining(hr, { slug }));
		const cells = computeCompetencyCells(asked.lookup, asked);
		const rows = value(await readDictionary(await at.as('savetnik-elena-1'), slug)).rows;
		expect(rows.some(({ restsOn }) => (restsOn.assessed ?? 0) > 2)).toBe(true);
		for (const { key: of, restsOn } of rows) {
			const onMap = cells.filter(({ competencyKey, assessed }) => competencyKey === of && assessed !== null);
			const left = (restsOn.assessed ?? onMap.length) - onMap.length;
			expect(left === 1 || left === 2, of).toBe(false);
		}
		const head = await at.as('rakovoditel-elena');
		const own = value(await readDictionary(head, slug)).rows;
		for (const row of own) {
			const seen =
				value(await readCompetency(head, { slug, key: row.key, ask: 'post' })).assessed?.length ?? 0;
			const left = (row.restsOn.assessed ?? seen) - seen;
			expect(left === 1 || left === 2, row.key).toBe(false);
		}
	});
});
