import { describe, expect, it } from 'vitest';
import type { OccupationCode } from '#lib/domain/legal/index.ts';
import type { OperationPayloads } from '#lib/domain/scenario/index.ts';
import { eurCents, headcount } from '#lib/domain/shared/index.ts';
import { operation, refusalOf, runOf } from '#tests/support/operations.ts';
import { postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

const created: OperationPayloads['post-create'] = {
	key: postKey('p-new'),
	unitKey: unitKey('prop'),
	title: { bg: 'Главен експерт', en: null },
	approved: headcount(0.5),
	category: 'expert',
	relation: 'civil-service',
	funding: 'local',
	isHead: false,
	annualCost: eurCents(1_900_000),
};

const move = (more: Partial<OperationPayloads['post-move']>) =>
	operation('post-move', {
		postKey: postKey('p-rent'),
		unitKey: unitKey('prop'),
		isHead: false,
		withWork: false,
		part: null,
		...more,
	});

describe('operations on posts', () => {
	it('create a line that nobody occupies yet', () => {
		const { after } = runOf(smallStructure(), operation('post-create', created));
		expect(after.posts.at(-1)).toMatchObject({ key: 'p-new', approved: 0.5, occupied: 0 });
	});

	it('give a line its code in the classification, change it and take it off', () => {
		const [one, other] = ['24226041', '24226042'] as OccupationCode[];
		const change = (occupation: OccupationCode | null) =>
			operation('post-change', { postKey: postKey('p-new'), changes: { occupation } });
		const create = operation('post-create', { ...created, occupation: one! });
		const codeAfter = (...steps: Parameters<typeof runOf>[1][]) =>
			runOf(smallStructure(), create, ...steps).after.posts.at(-1);
		expect(codeAfter()).toMatchObject({ key: 'p-new', occupation: one });
		expect(codeAfter(change(other!))).toMatchObject({ occupation: other });
		expect(codeAfter(change(null))).not.toHaveProperty('occupation');
		expect(refusalOf(smallStructure(), create, change(one!))).toMatchObject({
			code: 'scenario/nothing-changed',
		});
	});

	it('refuse a count that is no multiple of half a post, and none at all', () => {
		for (const approved of [0.3, 0])
			expect(
				refusalOf(smallStructure(), operation('post-create', { ...created, approved: headcount(approved) })),
			).toMatchObject({ code: 'scenario/post-count-invalid', approved, step: 0.5 });
	});

	it('refuse a second head in a unit', () => {
		expect(refusalOf(smallStructure(), operation('post-create', { ...created, isHead: true }))).toMatchObject(
			{ code: 'scenario/head-taken', postKey: 'p-prop-head' },
		);
		expect(refusalOf(smallStructure(), move({ isHead: true })).code).toBe('scenario/head-taken');
	});

	it('move a line; the work recorded on it stays with the old unit unless it is said to go along', () => {
		const stays = runOf(smallStructure(), move({})).after;
		expect(stays.participations.find((part) => part.functionKey === 'f-rent')).toMatchObject({
			unitKey: 'rents',
			postKey: null,
		});
		const goes = runOf(smallStructure(), move({ withWork: true })).after;
		expect(goes.participations.find((part) => part.functionKey === 'f-rent')).toMatchObject({
			unitKey: 'prop',
			postKey: 'p-rent',
		});
		expect(goes.activities.find((activity) => activity.key === 'a-rent')).toMatchObject({
			unitKey: 'prop',
			postKey: 'p-rent',
		});
	});

	it('refuse to move a line to where it stands', () => {
		expect(refusalOf(smallStructure(), move({ unitKey: unitKey('rents') })).code).toBe('scenario/same-unit');
	});

	it('move a part of a line under a new key and leave the rest', () => {
		const part = { key: postKey('p-acc-2'), approved: headcount(0.5), occupied: headcount(0.5) };
		const { after } = runOf(smallStructure(), move({ postKey: postKey('p-acc'), part }));
		expect(after.posts.find((post) => post.key === 'p-acc')).toMatchObject({ approved: 1.5, occupied: 1.5 });
		expect(after.posts.find((post) => post.key === 'p-acc-2')).toMatchObject({
			unitKey: 'prop',
			approved: 0.5,
			occupied: 0.5,
			title: { bg: 'Длъжност p-acc' },
		});
	});

	it('refuse a part that is as large as the line or leaves more people than posts', () => {
		const part = (approved: number, occupied: number) => ({
			key: postKey('p-part'),
			approved: headcount(approved),
			occupied: headcount(occupied),
		});
		for (const taken of [part(2, 2), part(1, 0.5)])
			expect(refusalOf(smallStructure(), move({ postKey: postKey('p-acc'), part: taken })).code).toBe(
				'scenario/part-too-large',
			);
	});

	it('change a line; people above the new count are no longer occupied', () => {
		const { after } = runOf(
			smallStructure(),
			operation('post-change', {
				postKey: postKey('p-prop'),
				changes: { approved: headcount(1), funding: 'local', title: { bg: 'Старши експерт', en: null } },
			}),
		);
		expect(after.posts.find((post) => post.key === 'p-prop')).toMatchObject({
			approved: 1,
			occupied: 1,
			funding: 'local',
			category: 'expert',
			title: { bg: 'Старши експерт' },
		});
	});

	it('refuse a change that changes nothing', () => {
		expect(
			refusalOf(
				smallStructure(),
				operation('post-change', { postKey: postKey('p-prop'), changes: { approved: headcount(3) } }),
			).code,
		).toBe('scenario/nothing-changed');
	});

	it('close a line and leave its work with the unit as a whole', () => {
		const { after } = runOf(smallStructure(), operation('post-close', { postKey: postKey('p-rent') }));
		expect(after.posts.some((post) => post.key === 'p-rent')).toBe(false);
		expect(after.activities.find((activity) => activity.key === 'a-rent')).toMatchObject({
			unitKey: 'rents',
			postKey: null,
		});
	});
});
