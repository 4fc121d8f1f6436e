import { describe, expect, it } from 'vitest';
import { makeCalendar, workingDaysByMonth, workingDaysInYear } from '#lib/domain/legal/index.ts';
import { accountableUnits, lookUp } from '#lib/domain/org/index.ts';
import { subtreeKeys, type UnitKey } from '#lib/domain/shared/index.ts';
import { demo, demoStructure } from '#tests/support/fixtures.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the staffing tables', () => {
	it('give Лясковец the 125,5 posts of the decision of January 2024', () => {
		expect(sum(demoStructure('lyaskovets').posts.map((post) => post.approved))).toBe(125.5);
	});

	it('give Лясковец the 40 posts of the core that the decision names', () => {
		// 1 mayor + 2 deputies + 1 secretary + 1 architect + 1 controller + 2 auditors + 12 + 10 + 10
		const { units, posts } = demoStructure('lyaskovets');
		const core = ['ly-zk', 'ly-sek', 'ly-ga', 'ly-fk', 'ly-va', 'ly-obshta', 'ly-spec'];
		const keys = new Set([...core.flatMap((root) => [...subtreeKeys(units, root as UnitKey)]), 'ly-kmet']);
		expect(sum(posts.filter((post) => keys.has(post.unitKey)).map((post) => post.approved))).toBe(40);
	});

	it('give the administration of Елена 88 posts, mayoralties and offices included', () => {
		const { units, posts } = demoStructure('elena');
		const inside = new Set(units.filter((unit) => unit.part !== 'outside').map((unit) => unit.key));
		expect(sum(posts.filter((post) => inside.has(post.unitKey)).map((post) => post.approved))).toBe(88);
	});

	it('give the home social care of Елена the 13 posts of 2014, all confirmed', () => {
		const posts = demoStructure('elena').posts.filter((post) => post.unitKey === 'el-dsp');
		expect(sum(posts.map((post) => post.approved))).toBe(13);
		expect(posts.every((post) => post.origin.verification === 'verified')).toBe(true);
	});

	it('never occupy more posts than approved, and leave some vacant', () => {
		const posts = demo.structures.flatMap((structure) => structure.posts);
		expect(posts.filter((post) => post.occupied > post.approved)).toEqual([]);
		expect(posts.some((post) => post.occupied < post.approved)).toBe(true);
	});

	it('have one person for every occupied part of a post', () => {
		for (const post of demo.structures.flatMap((structure) => structure.posts)) {
			const people = demo.employees.filter((person) => person.postKey === post.key);
			expect(sum(people.map((person) => person.occupancy)), post.key).toBe(post.occupied);
		}
	});
});

describe('the function statements', () => {
	const functions = demo.structures.flatMap((structure) => structure.functions);

	it('are at least 320, at least 60 % of them with a volume', () => {
		expect(functions.length).toBeGreaterThanOrEqual(320);
		const measured = new Set(
			demo.structures.flatMap((structure) => structure.activities).map((activity) => activity.functionKey),
		);
		expect(measured.size / functions.length).toBeGreaterThanOrEqual(0.6);
	});

	it('begin with one verb in the third person or one verbal noun', () => {
		const wrong = functions.filter(
			({ text }) => !/^[А-Я][а-я]+(а|я|и|не) (?!.*[;:])[^\n]+[^.]$/u.test(text.bg),
		);
		expect(wrong.map(({ text }) => text.bg)).toEqual([]);
		const twoVerbs = functions.filter(({ text }) =>
			/^[А-Я][а-я]+ и [а-я]+(ва|ира|ява|ага|ира) /u.test(text.bg),
		);
		expect(twoVerbs.map(({ text }) => text.bg)).toEqual([]);
	});

	it('are complete in both languages', () => {
		expect(functions.filter(({ text }) => text.en === null || /[а-я]/iu.test(text.en))).toEqual([]);
	});

	it('never repeat within one unit', () => {
		for (const structure of demo.structures) {
			const lookup = lookUp(structure);
			const said = structure.functions.map((fn) => `${accountableUnits(lookup, fn.key)[0]} ${fn.text.bg}`);
			expect(new Set(said).size).toBe(said.length);
		}
	});

	it('carry an internal category exactly when they are supporting', () => {
		expect(functions.filter((fn) => (fn.kind === 'support') !== (fn.generalCategory !== null))).toEqual([]);
	});

	it('cover all six kinds and at least 16 policy areas', () => {
		expect(new Set(functions.map((fn) => fn.kind)).size).toBe(6);
		expect(new Set(functions.map((fn) => fn.policyArea)).size).toBeGreaterThanOrEqual(16);
	});
});

describe('the working calendar (oracles T1, T2)', () => {
	const calendar = makeCalendar(demo.calendar);
	const days = (year: number) => {
		const result = workingDaysInYear(calendar, year);
		return result.ok ? result.value : undefined;
	};

	it('has the working days of 2012–2030', () => {
		const expected = [
			253, 252, 251, 252, 252, 248, 249, 249, 250, 249, 248, 248, 251, 248, 248, 249, 248, 249, 249,
		];
		expect(expected.map((_, index) => days(2012 + index))).toEqual(expected);
	});

	it('has the published months of 2014 and 2026', () => {
		const months = (year: number) => {
			const result = workingDaysByMonth(calendar, year);
			return result.ok ? result.value : undefined;
		};
		expect(months(2014)).toEqual([22, 20, 20, 20, 20, 21, 23, 21, 21, 23, 20, 20]);
		expect(months(2026)).toEqual([20, 20, 21, 20, 18, 22, 23, 21, 20, 22, 21, 20]);
	});
});
