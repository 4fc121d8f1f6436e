import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { verifyPassword } from '#lib/server/auth/password.ts';
import { ask, folder, inFolder, isOneSentence, seeded, ustroy } from '#tests/support/terminal-folder.ts';

describe('user add', () => {
	const ADD = 'user add --username nova --municipality elena';

	it('lets a person in with the password from the input', async () => {
		await seeded();
		expect((await ustroy(`${ADD} --role hr`, { input: 'тайна дума 1\n' })).code).toBe(0);
		expect(ask("select role from membership join user on id = user_id where username = 'nova'")).toBe('hr');
		expect(ask<string>("select password_hash from user where username = 'nova'")).toMatch(/^\$argon2id\$/);
	});

	it.each([
		['кратка', `${ADD} --role hr`],
		['тайна дума 1', `${ADD} --role kmet`],
		['тайна дума 1', `${ADD} --role unit-head`],
		['тайна дума 1', `${ADD} --role unit-head --unit nyama`],
		['тайна дума 1', 'user add --username nova --municipality nyama --role hr'],
		['тайна дума 1', 'user add --username konsultant'],
		['тайна дума 1', 'user add --username Ню'],
		['тайна дума 1', 'user add'],
		['тайна дума 1', 'user add --username nova --password'],
		['тайна дума 1', 'user remove'],
	])('refuses with one sentence and stores nobody: „%s“ %s', async (password, command) => {
		await seeded();
		const users = ask('select count(*) from user');
		const answer = await ustroy(command, { input: `${password}\n` });
		expect([answer.code, isOneSentence(answer)]).toEqual([2, true]);
		expect(ask('select count(*) from user')).toBe(users);
	});
});

describe('user password', () => {
	const HASH = "select password_hash from user where username = 'admin'";

	it('replaces a forgotten one, also of the only administrator', async () => {
		await seeded();
		const before = ask<string>(HASH);
		const answer = await ustroy('user password --username admin', { input: 'тайна дума 1\n' });
		expect([answer.code, isOneSentence({ ...answer, err: answer.out })]).toEqual([0, true]);
		expect(ask<string>(HASH)).not.toBe(before);
		expect(await verifyPassword(ask<string>(HASH), 'тайна дума 1')).toBe(true);
	});

	it.each([
		['тайна дума 1', 'user password --username nyama'],
		['тайна дума 1', 'user password --username admin --role hr'],
		['тайна дума 1', 'user password'],
		['кратка', 'user password --username admin'],
	])('refuses with one sentence and changes nothing: „%s“ %s', async (password, command) => {
		await seeded();
		const before = ask<string>(HASH);
		const answer = await ustroy(command, { input: `${password}\n` });
		expect([answer.code, isOneSentence(answer)]).toEqual([2, true]);
		expect(ask<string>(HASH)).toBe(before);
	});
});

describe('overlap and workload', () => {
	const LINE = '{"id":"a","unit":"u","text":"Изготвя годишния план на общината"}\n';
	const TWIN = '{"id":"b","unit":"v","text":"Изготвя годишния план на общината","more":1}\n';

	it('overlap writes each pair once', async () => {
		writeFileSync(inFolder('in.jsonl'), LINE + TWIN);
		const answer = await ustroy(`overlap --in ${inFolder('in.jsonl')} --out ${inFolder('out.jsonl')}`);
		expect(answer.code).toBe(0);
		const pairs = readFileSync(inFolder('out.jsonl'), 'utf8').trim().split('\n');
		expect(pairs.map((line) => JSON.parse(line) as unknown)).toEqual([
			{ a: 'a', b: 'b', score: expect.closeTo(1, 2), label: 'duplication', shared: expect.any(Array) },
		]);
		expect(existsSync(inFolder('ustroy.db'))).toBe(false);
	});

	it.each(['{"id":"b"', '{"id":"b","unit":"v"}', LINE.trim(), '[]', '{"id":1,"unit":"v","text":"x"}'])(
		'overlap names the bad line %j by its number and writes nothing',
		async (bad) => {
			writeFileSync(inFolder('in.jsonl'), `${LINE}\n${bad}\n`);
			const answer = await ustroy(`overlap --in ${inFolder('in.jsonl')} --out ${inFolder('out.jsonl')}`);
			expect(answer.code).toBe(2);
			expect(answer.err).toMatch(/ред 3/);
			expect(readdirSync(folder)).toEqual(['in.jsonl']);
		},
	);

	it('workload answers the need, and refuses an impossible case with 2', async () => {
		const good = { availableHours: 1680, activities: [{ id: 'a', volume: 1680, minutes: 120 }], staff: 3 };
		const run = (value: unknown) => {
			writeFileSync(inFolder('case.json'), JSON.stringify(value));
			return ustroy(`workload --in ${inFolder('case.json')} --out ${inFolder('result.json')}`);
		};
		expect((await run({ ...good, categoryAllowances: [{ percent: 100 }] })).code).toBe(2);
		expect(existsSync(inFolder('result.json'))).toBe(false);
		expect((await run(good)).code).toBe(0);
		const result = JSON.parse(readFileSync(inFolder('result.json'), 'utf8')) as unknown;
		expect(result).toMatchObject({ requiredFte: 2, difference: 1, ratio: 1.5 });
	});

	it('say in one sentence that the output cannot be written', async () => {
		writeFileSync(inFolder('in.jsonl'), LINE);
		await mkdir(inFolder('folder'));
		for (const out of [folder, inFolder('no/out.jsonl'), inFolder('in.jsonl/out.jsonl')]) {
			const answer = await ustroy(`overlap --in ${inFolder('in.jsonl')} --out ${out}`);
			expect([out, answer.code, isOneSentence(answer)]).toEqual([out, 2, true]);
		}
	});
});

describe('municipality add', () => {
	const add = (options: string) => ustroy(`municipality add ${options}`);

	it('makes a municipality with an empty version in preparation, also in a database that has nothing', async () => {
		await ustroy('migrate');
		const made = await add('--name Попово --province Търговище --population 22000 --population-as-of 2025');
		expect([made.code, made.err]).toEqual([0, '']);
		expect(made.out).toContain('/m/popovo');
		expect(ask("select name_bg || ' · ' || name_en || ' · ' || population from municipality")).toBe(
			'Община Попово · Popovo Municipality · 22000',
		);
		expect(ask("select count(*) from structure_version where status = 'working'")).toBe(1);
		// What every municipality needs is there: areas, acts, powers, parameters; no sample data is.
		for (const table of [
			'policy_area',
			'legal_act',
			'power',
			'parameter',
			'competency',
			'calendar_exception',
		])
			expect([table, ask<number>(`select count(*) from ${table}`) > 0]).toEqual([table, true]);
		for (const table of ['org_unit', 'employee', 'course', 'user'])
			expect([table, ask(`select count(*) from ${table}`)]).toEqual([table, 0]);
		const again = await add('--name Попово --province Търговище --slug popovo-2');
		expect([again.code, isOneSentence(again)]).toEqual([2, true]);
		const taken = await add('--name Друга --province Русе --slug popovo');
		expect([taken.code, taken.err.includes('--slug')]).toEqual([2, true]);
		expect(ask('select count(*) from municipality')).toBe(1);
	});

	it.each([
		['no province', '--name Попово'],
		['a province that is none', '--name Попово --province Тракия'],
		['an address that cannot be one', '--name Попово --province Търговище --slug Попово'],
		['residents that are no number', '--name Попово --province Търговище --population много'],
		['a day that is none', '--name Попово --province Търговище --population 5 --population-as-of вчера'],
	])('is refused with %s, before any database is opened', async (_, options) => {
		const answer = await add(options);
		expect([answer.code, isOneSentence(answer)]).toEqual([2, true]);
		expect(existsSync(inFolder('ustroy.db'))).toBe(false);
	});
});
