import { describe, expect, it } from 'vitest';
import type { OccupationCode } from '#lib/domain/legal/index.ts';
import {
	countStructure,
	runOperations,
	transferMatrix,
	withoutUnchanged,
	type PostPart,
} from '#lib/domain/scenario/index.ts';
import { eurCents, headcount } from '#lib/domain/shared/index.ts';
import { listed, operation, refusalOf, runOf } from '#tests/support/operations.ts';
import { aPost, postKey, smallStructure } from '#tests/support/small-structure.ts';

const part = (key: string, approved: number, occupied: number, more: Partial<PostPart> = {}): PostPart => ({
	key: postKey(key),
	title: { bg: `Нов ред ${key}`, en: null },
	approved: headcount(approved),
	occupied: headcount(occupied),
	category: 'expert',
	relation: 'labour',
	funding: 'local',
	annualCost: eurCents(2_000_000),
	...more,
});
const split = (line: string, ...parts: readonly PostPart[]) =>
	operation('post-split', { postKey: postKey(line), parts });

describe('dividing a line of the staffing table', () => {
	it('leaves the rest on the line and closes the sums', () => {
		// p-prop: 3 posts, 2 occupied; 1 with its person and half a vacant post leave: 1,5 posts with 1 person stay
		const { before, after } = runOf(smallStructure(), split('p-prop', part('p1', 1, 1), part('p2', 0.5, 0)));
		const lines = after.posts.filter((post) => ['p-prop', 'p1', 'p2'].includes(post.key));
		expect(lines.map(({ key, approved, occupied }) => [key, approved, occupied])).toEqual([
			['p-prop', 1.5, 1],
			['p1', 1, 1],
			['p2', 0.5, 0],
		]);
		expect(lines.every((post) => post.unitKey === 'prop')).toBe(true);
		expect(lines[1]).toMatchObject({ title: { bg: 'Нов ред p1' }, relation: 'labour', funding: 'local' });
		expect(countStructure(after).administration).toBe(countStructure(before).administration);
		expect(countStructure(after).occupied).toBe(countStructure(before).occupied);
	});

	it('gives a part its own code, that of the line under the same title, and none under another one', () => {
		const base = smallStructure();
		const coded = base.posts.map((post) =>
			post.key === 'p-prop' ? { ...post, occupation: '24226041' as OccupationCode } : post,
		);
		const title = coded.find((post) => post.key === 'p-prop')!.title;
		const { after } = runOf(
			{ ...base, posts: coded },
			split(
				'p-prop',
				part('same', 0.5, 0.5, { title }),
				part('other', 0.5, 0),
				part('own', 0.5, 0, { occupation: '24226042' as OccupationCode }),
			),
		);
		const codes = ['p-prop', 'same', 'other', 'own'].map(
			(key) => after.posts.find((post) => post.key === key)?.occupation,
		);
		expect(codes).toEqual(['24226041', '24226041', undefined, '24226042']);
	});

	it('is no new post in the transfer matrix: the parts come from the line', () => {
		const { sums } = transferMatrix(runOf(smallStructure(), split('p-prop', part('p1', 1, 1))));
		expect([sums.created, sums.dropped]).toEqual([0, 0]);
	});

	it('keeps the head on the line and the recorded work with it', () => {
		const base = smallStructure();
		const posts = base.posts.map((post) =>
			post.key === 'p-rent-head' ? { ...post, approved: headcount(2), occupied: headcount(1) } : post,
		);
		const { after } = runOf({ ...base, posts }, split('p-rent-head', part('p1', 1, 0)));
		expect(after.posts.filter((post) => post.unitKey === 'rents' && post.isHead)).toHaveLength(1);
		expect(after.activities).toEqual(base.activities);
	});

	it('refuses parts that leave nothing, take more people than there are or hold more people than posts', () => {
		for (const parts of [[part('p1', 3, 2)], [part('p1', 1, 3)], [part('p1', 0.5, 1)], [part('p1', 2.5, 0)]])
			expect(refusalOf(smallStructure(), split('p-prop', ...parts))).toMatchObject({
				code: 'scenario/part-too-large',
				approved: 3,
				occupied: 2,
			});
	});

	it('refuses no part, a part that is no multiple of the smallest, a taken key and an empty title', () => {
		const code = (...parts: readonly PostPart[]) =>
			refusalOf(smallStructure(), split('p-prop', ...parts)).code;
		expect(code()).toBe('scenario/too-few-parts');
		expect(code(part('p1', 0.3, 0))).toBe('scenario/post-count-invalid');
		expect(code(part('p-acc', 1, 0))).toBe('scenario/key-taken');
		expect(code(part('p1', 1, 0), part('p1', 1, 0))).toBe('scenario/named-twice');
		expect(code(part('p1', 1, 0, { title: { bg: ' ', en: null } }))).toBe('scenario/name-empty');
	});

	it('knows quarters where the limits do', () => {
		const quarters = { ...smallStructure(), posts: [...smallStructure().posts, aPost('p-q', 'prop', 1)] };
		const list = listed(split('p-q', part('p1', 0.25, 0.25)));
		expect(runOperations(quarters, list, { postStep: 0.5 }).ok).toBe(false);
		const run = runOperations(quarters, list, { postStep: 0.25 });
		expect(run.ok && run.value.after.posts.find((post) => post.key === 'p-q')?.approved).toBe(0.75);
	});
});

describe('new funding of posts', () => {
	const fund = (...keys: readonly string[]) =>
		operation('post-fund', { postKeys: keys.map(postKey), funding: 'local' });

	it('changes the funding of every line named and nothing else', () => {
		const { before, after } = runOf(smallStructure(), fund('p-acc', 'p-prop', 'p-rent'));
		// 9 delegated and 1 local (p-rent); 2 + 3 go over to local
		expect(countStructure(before).byFunding).toMatchObject({ delegated: 9, local: 1 });
		expect(countStructure(after).byFunding).toMatchObject({ delegated: 4, local: 6 });
		expect(countStructure(after).annualCost).toBe(countStructure(before).annualCost);
	});

	it('is refused when it names nothing, something twice or only what is paid from there already', () => {
		expect(refusalOf(smallStructure(), fund()).code).toBe('scenario/too-few-parts');
		expect(refusalOf(smallStructure(), fund('p-acc', 'p-acc')).code).toBe('scenario/named-twice');
		expect(refusalOf(smallStructure(), fund('p-rent')).code).toBe('scenario/nothing-changed');
		expect(refusalOf(smallStructure(), fund('nobody')).code).toBe('scenario/post-not-found');
	});

	it('is stored without the lines that it would not change', () => {
		expect(withoutUnchanged(smallStructure(), fund('p-acc', 'p-rent')).payload).toEqual({
			postKeys: ['p-acc'],
			funding: 'local',
		});
	});
});
