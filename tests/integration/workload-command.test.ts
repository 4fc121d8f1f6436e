import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workloadCommand } from '#cli/commands/workload.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'workload-'));
});
afterEach(async () => {
	await rm(folder, { recursive: true });
});

async function run(content: string): Promise<{ code: number; said: string; result: unknown }> {
	const [input, output] = [join(folder, 'case.json'), join(folder, 'result.json')];
	await writeFile(input, content);
	const lines: string[] = [];
	const io = { out: () => undefined, err: (text: string) => void lines.push(text) };
	const code = await workloadCommand(['--in', input, '--out', output], io);
	const written = await readFile(output, 'utf8').catch(() => 'null');
	return { code, said: lines.join('\n'), result: JSON.parse(written) as unknown };
}

const W7 = {
	availableHours: 1680,
	activities: [
		{ id: 'heirs', volume: 1200, minutes: 35 },
		{ id: 'address', volume: 2400, minutes: 20 },
		{ id: 'civil-status', volume: 450, minutes: 60 },
		{ id: 'copies', volume: 3000, minutes: 12 },
	],
	categoryAllowances: [{ percent: 11.25 }],
	individualAllowances: [
		{ staff: 1, hoursPerYear: 168 },
		{ staff: 1, hoursPerYear: 120 },
	],
	staff: 3,
};

describe('the command workload', () => {
	it('answers the municipal example in the fixed form (oracle W7)', async () => {
		const { code, result } = await run(JSON.stringify(W7));
		expect(code).toBe(0);
		expect(result).toEqual({
			serviceFte: expect.closeTo(1.51786, 5),
			categoryAllowanceStandard: 11.25,
			categoryAllowanceFactor: expect.closeTo(1.12676, 5),
			individualAllowanceFte: expect.closeTo(0.17143, 5),
			requiredFte: expect.closeTo(1.88169, 5),
			difference: expect.closeTo(1.11831, 5),
			ratio: expect.closeTo(1.59431, 5),
		});
	});

	it('gives null where a figure is not defined', async () => {
		const nobody = await run(
			'\uFEFF{"availableHours":1680,"activities":[{"id":1,"volume":1680,"minutes":60}]}',
		);
		expect(nobody.result).toMatchObject({ requiredFte: 1, difference: null, ratio: null });
		const nothing = await run('{"availableHours":1680,"activities":[],"staff":2}');
		expect(nothing.result).toEqual({
			serviceFte: 0,
			categoryAllowanceStandard: 0,
			categoryAllowanceFactor: 1,
			individualAllowanceFte: 0,
			requiredFte: 0,
			difference: 2,
			ratio: null,
		});
	});

	it('ignores further fields', async () => {
		expect((await run(JSON.stringify({ ...W7, note: 'x' }))).code).toBe(0);
	});

	it.each([
		[{ availableHours: 0 }, 'availableHours: трябва да е над 0'],
		[{ availableHours: -5 }, 'availableHours: трябва да е над 0'],
		[{ availableHours: undefined }, 'availableHours: липсва'],
		[{ activities: {} }, 'activities: очаква се списък'],
		[{ activities: [null] }, 'activities[0]: очаква се обект'],
		[
			{ activities: [{ id: 'a', volume: 1, minutes: '12' }] },
			'activities[0].minutes: очаква се число, дадено е "12"',
		],
		[{ activities: [{ id: 'a', volume: -1, minutes: 1 }] }, 'activities[0].volume: не може да е под 0'],
		[{ activities: [{ id: 'a', minutes: 1 }] }, 'activities[0].volume: липсва'],
		[{ activities: [{ volume: 1, minutes: 1 }] }, 'activities[0].id: липсва'],
		[{ activities: [{ id: ' ', volume: 1, minutes: 1 }] }, 'activities[0].id: очаква се непразен'],
		[
			{
				activities: [
					{ id: 'a', volume: 1, minutes: 1 },
					{ id: 'a', volume: 2, minutes: 1 },
				],
			},
			'activities[1].id: "a" вече е използвано',
		],
		[
			{ categoryAllowances: [{ percent: 60 }, { percent: 40 }] },
			'categoryAllowances: надбавките за общата работа дават 100 %',
		],
		[{ categoryAllowances: [{ percent: -1 }] }, 'categoryAllowances[0].percent: не може да е под 0'],
		[{ categoryAllowances: [{ percent: 1, hoursPerYear: 1 }] }, 'categoryAllowances[0]: дайте или'],
		[{ categoryAllowances: [{}] }, 'categoryAllowances[0].hoursPerYear: липсва'],
		[{ categoryAllowances: [7] }, 'categoryAllowances[0]: очаква се обект'],
		[{ individualAllowances: [{ staff: 1 }] }, 'individualAllowances[0].hoursPerYear: липсва'],
		[{ individualAllowances: ['x'] }, 'individualAllowances[0]: очаква се обект'],
		[{ staff: -1 }, 'staff: не може да е под 0'],
		[{ staff: '3' }, 'staff: очаква се число'],
		[{ activities: [{ id: 'a', volume: 1e308, minutes: 1e308 }] }, 'числата са твърде големи'],
	])('refuses %j, names the place and writes nothing', async (over, message) => {
		const { code, said, result } = await run(JSON.stringify({ ...W7, ...over }));
		expect(code).toBe(2);
		expect(said).toContain(message);
		expect(result).toBeNull();
	});

	it('tells all mistakes at once', async () => {
		const { said } = await run('{"availableHours":"x","activities":[{"id":"a","volume":-1,"minutes":-1}]}');
		expect(said.split('\n')).toHaveLength(3);
	});

	it.each(['', '{', '[]', '12', 'null', '{"availableHours":1e999}'])(
		'refuses the text %j',
		async (content) => {
			const { code, result } = await run(content);
			expect([code, result]).toEqual([2, null]);
		},
	);

	it('keeps an earlier result when the new case is refused, and leaves no draft behind', async () => {
		await run(JSON.stringify(W7));
		const { code, result } = await run('{');
		expect(code).toBe(2);
		expect(result).toMatchObject({ categoryAllowanceStandard: 11.25 });
		expect((await readdir(folder)).sort()).toEqual(['case.json', 'result.json']);
	});

	it('says what is missing from the command line and from the disk', async () => {
		const said: string[] = [];
		const io = { out: () => undefined, err: (text: string) => void said.push(text) };
		const input = join(folder, 'case.json');
		expect(await workloadCommand([], io)).toBe(2);
		expect(await workloadCommand(['--in', input], io)).toBe(2);
		expect(await workloadCommand(['--in', input, '--out', 'x', '--loud'], io)).toBe(2);
		expect(await workloadCommand(['--in', input, '--out', join(folder, 'r.json')], io)).toBe(2);
		await writeFile(input, JSON.stringify(W7));
		expect(await workloadCommand(['--in', input, '--out', join(folder, 'no', 'r.json')], io)).toBe(1);
		expect(said[0]).toContain('--in');
		expect(said.at(-1)).toContain('не е записан');
		expect(await readdir(folder)).toEqual(['case.json']);
	});
});
