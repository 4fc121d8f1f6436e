import { describe, expect, it } from 'vitest';
import type { OccupationCode } from '#lib/domain/legal/index.ts';
import { statedEdits, type FieldEdit } from '#lib/domain/review/index.ts';
import { headcount } from '#lib/domain/shared/index.ts';
import { operation } from '#tests/support/operations.ts';
import { postKey, smallStructure } from '#tests/support/small-structure.ts';

const before = smallStructure();
const post = before.posts.find(({ key }) => key === 'p-rent')!;
const change = operation('post-change', { postKey: postKey('p-rent'), changes: { approved: headcount(4) } });
const edit = (path: string, from: unknown, to: unknown): FieldEdit => ({ path, before: from, after: to });

describe('what an amendment says that it changes', () => {
	it('tells a field that the point leaves alone with the value of the post', () => {
		expect(statedEdits(change, before, [edit('changes.occupied', null, 99)])).toEqual([
			edit('changes.occupied', post.occupied, 99),
		]);
	});

	it('says nothing of a field that gets the value the post has, nor of one taken out that had it', () => {
		const edits = [
			edit('changes.title', null, post.title),
			edit('changes.category', post.category, undefined),
			edit('changes.approved', 4, 5),
		];
		expect(statedEdits(change, before, edits)).toEqual([edit('changes.approved', 4, 5)]);
	});

	it('tells that a code is taken off, and that one taken off by the point stays', () => {
		const occupation = '24226041' as OccupationCode;
		const coded = {
			...before,
			posts: before.posts.map((one) => (one.key === 'p-rent' ? { ...one, occupation } : one)),
		};
		expect(statedEdits(change, coded, [edit('changes.occupation', null, null)])).toEqual([
			edit('changes.occupation', occupation, null),
		]);
		const off = operation('post-change', { postKey: postKey('p-rent'), changes: { occupation: null } });
		expect(statedEdits(off, coded, [edit('changes.occupation', null, undefined)])).toEqual([
			edit('changes.occupation', null, occupation),
		]);
	});

	it('tells a change that is taken back with the value to which it returns', () => {
		expect(statedEdits(change, before, [edit('changes.approved', 4, undefined)])).toEqual([
			edit('changes.approved', 4, post.approved),
		]);
	});
});
