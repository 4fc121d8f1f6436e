import { describe, expect, it } from 'vitest';
import { checkFacts, councilRows, type PaperFacts } from '#lib/domain/publication/index.ts';
import type { Operation } from '#lib/domain/scenario/index.ts';
import { demoStructure } from '#tests/support/fixtures.ts';
import { operation } from '#tests/support/operations.ts';
import { factsOf } from '#tests/support/papers-world.ts';
import { aPost, aUnit, smallStructure, unitKey } from '#tests/support/small-structure.ts';

const move = (unit: string, parent: string) =>
	operation('unit-move', { unitKey: unitKey(unit), parentKey: unitKey(parent) });

/** What annex 2 prints of a unit: part, posts before and after; one entry for each row. */
const printed = ({ units }: PaperFacts, key: string) =>
	units.filter((unit) => unit.key === key).map(({ part, posts }) => [part, posts.before, posts.after]);

/** What annex 1 prints of a unit after the change: its posts and its mark. */
const drawn = (facts: PaperFacts, key: string) => {
	const row = councilRows(facts, 'after').find((one) => one.key === key);
	return row && [row.part, row.posts, row.change];
};

describe('the annexes of a proposal that moves a unit into another part of the administration', () => {
	const facts = factsOf(demoStructure('elena'), [move('el-ga', 'el-ut')]);

	it('have one row for the directorate that takes the chief architect, with one number in both', () => {
		// Елена: 14 posts in the directorate and the architect, who stood directly under the mayor
		expect(printed(facts, 'el-ut')).toEqual([['specialised', 14, 15]]);
		expect(printed(facts, 'el-ga')).toEqual([['direct', 1, 0]]);
		expect(drawn(facts, 'el-ut')).toEqual(['specialised', 15, 'changed']);
		expect(drawn(facts, 'el-ga')).toBeUndefined();
		expect(checkFacts(facts)).toEqual([]);
	});

	it('state the parts as their rows add up', () => {
		for (const part of ['direct', 'general', 'specialised', 'territorial'] as const) {
			const own = facts.units.filter((unit) => unit.part === part);
			const sum = (side: 'before' | 'after') => own.reduce((posts, unit) => posts + unit.posts[side], 0);
			expect([sum('before'), sum('after')]).toEqual([
				facts.numbers.before.byPart[part],
				facts.numbers.after.byPart[part],
			]);
		}
	});

	it('mark a directorate in which one unit gave its place to another of as many posts', () => {
		const base = smallStructure();
		const units = [...base.units, aUnit('desk', 'prop', { kind: 'sector', sort: 9 })];
		const structure = { ...base, units, posts: [...base.posts, aPost('p-desk', 'desk', 2)] };
		const swapped = factsOf(structure, [move('desk', 'dir'), move('rents', 'prop')]);
		expect(drawn(swapped, 'dir')).toEqual(['general', 5, 'changed']);
		expect(drawn(swapped, 'prop')).toEqual(['specialised', 6, 'changed']);
		expect(drawn(swapped, 'mayor')).toEqual(['direct', 1, null]);
	});
});

describe('a unit whose kind is of a part by itself', () => {
	it('has a row of its own wherever it stands, in both annexes', () => {
		const facts = factsOf(demoStructure('elena'), [move('el-km-1', 'el-ut'), move('el-dsp', 'el-hd')]);
		const [village] = printed(facts, 'el-km-1');
		expect(printed(facts, 'el-ut')).toEqual([['specialised', 14, 14]]);
		expect(drawn(facts, 'el-km-1')?.slice(0, 2)).toEqual([village?.[0], village?.[2]]);
		expect(facts.other.some(({ key }) => key === 'el-dsp')).toBe(true);
		expect(facts.numbers.after.outside).toBe(facts.numbers.before.outside);
	});
});

it('a directorate that is given another part has a line where it was and one where it is', () => {
	const transform: Operation = operation('unit-rename', {
		...{ unitKey: unitKey('dir'), name: { bg: 'Звено dir', en: null } },
		...{ kind: 'directorate', part: 'specialised' },
	});
	const facts = factsOf(smallStructure(), [transform]);
	expect(printed(facts, 'dir')).toEqual([
		['general', 5, 0],
		['specialised', 0, 5],
	]);
	expect(drawn(facts, 'dir')).toEqual(['specialised', 5, 'changed']);
	expect(checkFacts(facts)).toEqual([]);
});
