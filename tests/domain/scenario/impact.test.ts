import { describe, expect, it } from 'vitest';
import type { OccupationCode } from '#lib/domain/legal/index.ts';
import { computeSpans } from '#lib/domain/org/index.ts';
import {
	buildProposalReport,
	computeImpact,
	countStructure,
	countTouched,
	operationEffects,
	transferMatrix,
} from '#lib/domain/scenario/index.ts';
import { asId, headcount, isoDate, type FindingId } from '#lib/domain/shared/index.ts';
import { LIMITS, operation, runOf } from '#tests/support/operations.ts';
import {
	aPost,
	aStructure,
	aUnit,
	postKey,
	smallStructure,
	unitKey,
} from '#tests/support/small-structure.ts';

const FRAME = { parameters: [], asOf: isoDate('2014-07-01'), powers: [] } as const;

const closeRent = operation('post-close', { postKey: postKey('p-rent') });
const moveHead = operation('post-move', {
	postKey: postKey('p-rent-head'),
	unitKey: unitKey('prop'),
	isHead: false,
	withWork: false,
	part: null,
});
const movePart = operation('post-move', {
	postKey: postKey('p-acc'),
	unitKey: unitKey('prop'),
	isHead: false,
	withWork: false,
	part: { key: postKey('p-acc-2'), approved: headcount(1), occupied: headcount(1) },
});

describe('the numbers of a structure', () => {
	it('add posts by part, funding and category, and the yearly cost of full and half posts', () => {
		// 10 posts: mayor 1, dir 3, rents 2, prop 4; 9 × 20 000 € + 30 000 € = 210 000 €
		expect(countStructure(smallStructure())).toMatchObject({
			administration: 10,
			outside: 0,
			occupied: 9,
			byPart: { direct: 1, general: 5, specialised: 4, territorial: 0, outside: 0 },
			byFunding: { delegated: 9, local: 1, 'co-financed': 0 },
			byCategory: { elected: 1, managerial: 3, expert: 6, technical: 0 },
			units: 4,
			functions: 3,
			layers: 3,
			annualCost: 21_000_000,
			withoutCost: 0,
		});
	});

	it('give the average span as the overview does: 60 posts with 9 heads under one top, (60 − 1) ÷ 9 = 6,556 (T12)', () => {
		// The mayor alone at the top; 8 departments with a head each and 51 people: 1 + 8 + 51 = 60 posts.
		const units = [aUnit('top', null), ...Array.from({ length: 8 }, (_, at) => aUnit(`u${at}`, 'top'))];
		const posts = [
			aPost('m', 'top', 1, { isHead: true }),
			...Array.from({ length: 8 }, (_, at) => aPost(`h${at}`, `u${at}`, 1, { isHead: true })),
			...Array.from({ length: 8 }, (_, at) => aPost(`e${at}`, `u${at}`, at < 3 ? 7 : 6)),
		];
		const structure = aStructure({ units, posts });
		expect(countStructure(structure).averageSpan).toBeCloseTo(59 / 9, 12);
		expect(countStructure(structure).averageSpan).toBe(computeSpans(structure).approved.average);
		expect(countStructure(aStructure({ units: [aUnit('a', null)] })).averageSpan).toBeNull();
	});

	it('count other activities apart from the administration (Балчик: 123 = 23 + 66 + 34, and 156,5 outside)', () => {
		const numbers = countStructure(
			aStructure({
				units: [
					aUnit('team', null, { part: 'direct' }),
					aUnit('general', null, { part: 'general' }),
					aUnit('special', null, { part: 'specialised' }),
					aUnit('other', null, { part: 'outside' }),
				],
				posts: [
					aPost('p1', 'team', 23),
					aPost('p2', 'general', 66),
					aPost('p3', 'special', 34),
					aPost('p4', 'other', 156.5, { annualCost: null }),
				],
			}),
		);
		expect(numbers).toMatchObject({ administration: 123, outside: 156.5, withoutCost: 156.5 });
	});
});

describe('the transfer matrix (T23)', () => {
	it('has rows that add to the posts before and columns that add to the posts after', () => {
		// rents 2: head → prop 1, p-rent cut 1; dir 3: 2 stay, 1 of p-acc → prop
		const matrix = transferMatrix(runOf(smallStructure(), closeRent, moveHead, movePart));
		expect(matrix.cells).toEqual([
			{ from: 'mayor', to: 'mayor', posts: 1 },
			{ from: 'dir', to: 'dir', posts: 2 },
			{ from: 'dir', to: 'prop', posts: 1 },
			{ from: 'rents', to: 'prop', posts: 1 },
			{ from: 'prop', to: 'prop', posts: 4 },
		]);
		expect([...matrix.dropped]).toEqual([['rents', 1]]);
		expect(matrix.sums).toEqual({ asIs: 10, carried: 9, dropped: 1, created: 0, toBe: 9 });
	});

	it('shows what grew as new posts', () => {
		const grow = operation('post-change', {
			postKey: postKey('p-acc'),
			changes: { approved: headcount(2.5) },
		});
		const matrix = transferMatrix(runOf(smallStructure(), grow));
		expect([...matrix.created]).toEqual([['dir', 0.5]]);
		expect(matrix.sums).toEqual({ asIs: 10, carried: 10, dropped: 0, created: 0.5, toBe: 10.5 });
	});

	it('follows a part of a part to the line it comes from', () => {
		const again = operation('post-move', {
			postKey: postKey('p-acc-2'),
			unitKey: unitKey('rents'),
			isHead: false,
			withWork: false,
			part: { key: postKey('p-acc-3'), approved: headcount(0.5), occupied: headcount(0.5) },
		});
		const { cells, sums } = transferMatrix(runOf(smallStructure(), movePart, again));
		expect(cells.filter((cell) => cell.from === 'dir')).toEqual([
			{ from: 'dir', to: 'dir', posts: 2 },
			{ from: 'dir', to: 'rents', posts: 0.5 },
			{ from: 'dir', to: 'prop', posts: 0.5 },
		]);
		expect(sums.created).toBe(0);
	});
});

describe('the impact of a scenario', () => {
	it('is nothing without operations', () => {
		const impact = computeImpact(runOf(smallStructure()), FRAME);
		expect(impact.numbers.after).toEqual(impact.numbers.before);
		expect(impact.units).toEqual([]);
		expect(impact.functionsTouched).toBe(0);
		expect(impact.people).toEqual({ cut: 0, moved: 0, changed: 0, postKeys: [] });
	});

	it('counts the people on lines that close, move in whole or in part, or change', () => {
		const rename = operation('post-change', {
			postKey: postKey('p-prop'),
			changes: { title: { bg: 'Старши експерт', en: null } },
		});
		const { people } = computeImpact(runOf(smallStructure(), closeRent, moveHead, movePart, rename), FRAME);
		// cut: p-rent 1; moved: the head 1 and one of p-acc; changed: the two people on p-prop
		expect(people).toMatchObject({ cut: 1, moved: 2, changed: 2 });
	});

	it('counts people under another code as changed, and nobody where a line gets its first code', () => {
		const code = (occupation: string) =>
			operation('post-change', {
				postKey: postKey('p-prop'),
				changes: { occupation: occupation as OccupationCode },
			});
		const first = runOf(smallStructure(), code('24226041'));
		expect(computeImpact(first, FRAME).people.changed).toBe(0);
		// the two people on p-prop
		expect(computeImpact(runOf(first.after, code('24226042')), FRAME).people.changed).toBe(2);
	});

	it('counts nobody as moved where a line is divided inside its unit', () => {
		const split = operation('post-split', {
			postKey: postKey('p-acc'),
			parts: [
				{
					...{ key: postKey('p-acc-2'), title: { bg: 'Касиер', en: null }, funding: 'delegated' },
					...{ category: 'expert', relation: 'labour', annualCost: null },
					...{ approved: headcount(1), occupied: headcount(1) },
				},
			],
		});
		const { people, matrix } = computeImpact(runOf(smallStructure(), split), FRAME);
		// p-acc: 2 people, one of them on the part with another title; the other keeps the terms
		expect(people).toMatchObject({ cut: 0, moved: 0, changed: 1 });
		expect(matrix.cells.every((cell) => cell.from === cell.to)).toBe(true);
	});

	it('splits over the operations without a remainder', () => {
		const run = runOf(smallStructure(), closeRent, moveHead, movePart);
		const effects = operationEffects(run.steps);
		expect(effects.map((effect) => [effect.posts, effect.annualCost])).toEqual([
			[-1, -2_000_000],
			[0, 0],
			[0, 0],
		]);
	});

	it('counts touched units, posts and functions', () => {
		const { diff } = computeImpact(runOf(smallStructure(), closeRent, moveHead), FRAME);
		expect(countTouched(diff)).toEqual({ units: 0, posts: 2, functions: 0 });
	});
});

describe('the report of a proposal', () => {
	it('holds structure and staffing on both sides with marks, and operations with their findings', () => {
		const report = buildProposalReport({
			header: {
				title: 'Собствеността на едно място',
				description: '',
				mover: 'Кмет',
				legalGround: 'чл. 21, ал. 1, т. 2 ЗМСМА',
				effectiveOn: isoDate('2014-07-01'),
				number: null,
				state: null,
				contentHash: null,
			},
			run: runOf(smallStructure(), { ...closeRent, findingIds: [asId<FindingId>('k-7')] }, moveHead),
			findings: [{ id: asId<FindingId>('k-7'), number: 7, title: 'Дублиране' }],
			frame: FRAME,
			limits: LIMITS,
		});
		expect(report.structureBefore.map((row) => [row.unit.key, row.depth, row.own, row.total])).toEqual([
			['mayor', 0, 1, 10],
			['dir', 1, 3, 5],
			['rents', 2, 2, 2],
			['prop', 1, 4, 4],
		]);
		expect(report.structureAfter.find((row) => row.unit.key === 'prop')).toMatchObject({
			own: 5,
			change: 'changed',
		});
		expect(report.staffingBefore.find((row) => row.post.key === 'p-rent')?.change).toBe('closed');
		expect(report.staffingAfter.find((row) => row.post.key === 'p-rent-head')?.change).toBe('moved');
		expect(
			report.operations.map((row) => [row.number, row.findings.map((finding) => finding.number)]),
		).toEqual([
			[1, [7]],
			[2, []],
		]);
	});
});
