import { describe, expect, it } from 'vitest';
import {
	phaseBlocks,
	runOnDay,
	scenarioPhases,
	stagesInForce,
	type Operation,
} from '#lib/domain/scenario/index.ts';
import { headcount, isoDate } from '#lib/domain/shared/index.ts';
import { LIMITS, listed, operation, runOf } from '#tests/support/operations.ts';
import {
	aPost,
	aStructure,
	aUnit,
	functionKey,
	postKey,
	smallStructure,
	unitKey,
} from '#tests/support/small-structure.ts';

const from = (item: Operation, day: string): Operation => ({ ...item, effectiveOn: isoDate(day) });
const phases = (base: ReturnType<typeof aStructure>, day: string, ...operations: readonly Operation[]) =>
	scenarioPhases(base, listed(...operations), { decisionDay: isoDate(day), limits: LIMITS });

describe('a scenario in phases', () => {
	it('Русе, decision 111 of 13.03.2008: 310 delegated posts from 01.01.2008 and 275 from 01.07.2008', () => {
		// 300 delegated posts before, 10 more with the decision, 35 fewer in July: 310, then 275 (−11,3 %)
		const ruse = aStructure({
			units: [aUnit('ruse', null, { kind: 'directorate' })],
			posts: [aPost('experts', 'ruse', 300), aPost('local', 'ruse', 12, { funding: 'local' })],
		});
		const to = (approved: number) =>
			operation('post-change', { postKey: postKey('experts'), changes: { approved: headcount(approved) } });
		const found = phases(ruse, '2008-01-01', to(310), from(to(275), '2008-07-01'));
		expect(found.map((phase) => [phase.startsOn, phase.numbers?.byFunding.delegated])).toEqual([
			['2008-01-01', 310],
			['2008-07-01', 275],
		]);
		expect(found.map((phase) => phase.numbers?.byFunding.local)).toEqual([12, 12]);
		expect(found.map((phase) => phase.operationIds)).toEqual([['op1'], ['op2']]);
	});

	it('go by day and not by the order of the list', () => {
		const close = operation('post-close', { postKey: postKey('p-acc') });
		const shrink = operation('post-change', {
			postKey: postKey('p-prop'),
			changes: { approved: headcount(1) },
		});
		const found = phases(smallStructure(), '2027-01-01', from(close, '2027-07-01'), shrink);
		// 10 posts: 2 fewer with the decision, 2 more fewer in July
		expect(found.map((phase) => [phase.startsOn, phase.numbers?.administration])).toEqual([
			['2027-01-01', 8],
			['2027-07-01', 6],
		]);
	});

	it('say which operation would take effect before one that it rests on', () => {
		const create = operation('unit-create', {
			...{ key: unitKey('new'), parentKey: unitKey('mayor'), name: { bg: 'Отдел „Нов“', en: null } },
			...{ kind: 'department', part: 'specialised' },
		});
		const move = operation('unit-move', { unitKey: unitKey('rents'), parentKey: unitKey('new') });
		const [first, second] = phases(smallStructure(), '2027-01-01', from(create, '2027-07-01'), move);
		expect(first).toMatchObject({
			numbers: null,
			refusal: { code: 'scenario/unit-not-found', unitKey: 'new', operationId: 'op2' },
		});
		expect(second).toMatchObject({ refusal: null, numbers: { units: 5 } });
	});

	it('begin no earlier than the decision', () => {
		const shrink = operation('post-close', { postKey: postKey('p-acc') });
		expect(phases(smallStructure(), '2027-01-01', from(shrink, '2026-03-01'))).toMatchObject([
			{ startsOn: '2027-01-01', operationIds: ['op1'] },
		]);
	});

	it('block a submission where one does not stand by itself, and only there', () => {
		const transfer = operation('function-drop', {
			...{ functionKey: functionKey('f-rent'), legalReason: '' },
		});
		const run = runOf(smallStructure(), from(transfer, '2027-03-01'));
		const frame = { decisionDay: isoDate('2027-01-01'), limits: LIMITS };
		// one day alone is what the ledger of the end says already
		expect(phaseBlocks(run, frame)).toEqual([]);
		const close = operation('post-close', { postKey: postKey('p-acc') });
		const later = runOf(smallStructure(), from(transfer, '2027-03-01'), from(close, '2027-07-01'));
		expect(phaseBlocks(later, frame)).toEqual([
			{
				...{ code: 'scenario/phase', startsOn: '2027-03-01' },
				problem: { code: 'ledger/drop-without-reason', functionKey: 'f-rent' },
			},
		]);
	});

	it('can be asked for one by one; a day that is none of them gives the whole', () => {
		const raise = operation('post-close', { postKey: postKey('p-acc') });
		const rent = operation('function-drop', {
			...{ functionKey: functionKey('f-rent'), legalReason: 'отменена' },
		});
		const run = runOf(smallStructure(), raise, from(rent, '2027-07-01'));
		const frame = { decisionDay: isoDate('2027-01-01'), limits: LIMITS };
		const first = runOnDay(run, frame, '2027-01-01');
		expect(first).toMatchObject({ day: '2027-01-01', isLastDay: false });
		expect(first.run.steps).toHaveLength(1);
		expect(first.days).toEqual([
			{ on: '2027-01-01', refused: false },
			{ on: '2027-07-01', refused: false },
		]);
		expect(runOnDay(run, frame, '2027-03-01')).toMatchObject({ day: '2027-07-01', isLastDay: true, run });
		expect(runOnDay(runOf(smallStructure(), raise), frame, null).days).toEqual([]);
	});

	it('are one where no operation has a day of its own, and none without operations', () => {
		const shrink = operation('post-close', { postKey: postKey('p-acc') });
		expect(phases(smallStructure(), '2027-01-01', shrink)).toHaveLength(1);
		expect(phases(smallStructure(), '2027-01-01')).toEqual([]);
	});
});

describe('the stages of a decision', () => {
	const frame = { decisionDay: isoDate('2027-01-01'), limits: LIMITS };
	const close = operation('post-close', { postKey: postKey('p-acc') });

	it('begin with what holds already where the first operation takes effect later', () => {
		const run = runOf(smallStructure(), from(close, '2027-07-01'));
		const stages = stagesInForce(run, frame);
		expect(stages).toMatchObject({
			value: [
				{ on: '2027-01-01', operationIds: [], before: run.before, after: run.before },
				{ on: '2027-07-01', operationIds: ['op1'], before: run.before, after: run.after },
			],
		});
	});

	it('are one where all takes effect at once, also without operations', () => {
		expect(stagesInForce(runOf(smallStructure(), close), frame)).toMatchObject({
			value: [{ on: '2027-01-01', operationIds: ['op1'] }],
		});
		expect(stagesInForce(runOf(smallStructure()), frame)).toMatchObject({
			value: [{ on: '2027-01-01', operationIds: [] }],
		});
	});
});
