import { describe, expect, it } from 'vitest';
import {
	amendmentNeed,
	amendmentStanding,
	applyAmendments,
	changeBetween,
	collisionOf,
	composeAdopted,
	decodeAmendment,
	refusedTogether,
	runAmended,
	withEdits,
	type Amendment,
	type AmendmentBody,
} from '#lib/domain/review/index.ts';
import type { Operation } from '#lib/domain/scenario/index.ts';
import { asId, headcount, type OperationId } from '#lib/domain/shared/index.ts';
import { LIMITS, listed, operation } from '#tests/support/operations.ts';
import { postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

/** op1 makes a unit, op2 moves a line there, op3 changes a line. */
const operations = listed(
	operation('unit-create', {
		key: unitKey('u-new'),
		parentKey: null,
		name: { bg: 'Отдел „Приходи“', en: null },
		kind: 'department',
		part: 'specialised',
	}),
	operation('post-move', {
		postKey: postKey('p-rent'),
		unitKey: unitKey('u-new'),
		isHead: false,
		withWork: false,
		part: null,
	}),
	operation('post-change', { postKey: postKey('p-rent'), changes: { approved: headcount(4) } }),
);
const [create, , change] = operations as readonly [Operation, Operation, Operation];
const frame = { baseline: smallStructure(), operations, limits: LIMITS };
const op = (id: string) => asId<OperationId>(id);
const no = (number: number, body: AmendmentBody): Amendment => ({ number, body });
const leaveOut = (id: string): AmendmentBody => ({ kind: 'leave-out', operationId: op(id) });
const fields = (id: string, path: string, after: unknown): AmendmentBody => ({
	kind: 'change',
	operationId: op(id),
	edits: [{ path, before: null, after }],
});
const addPost = (id: string, unit: string): AmendmentBody => ({
	kind: 'add',
	operation: {
		...operation('post-create', {
			key: postKey(`k-${id}`),
			unitKey: unitKey(unit),
			title: { bg: 'Инспектор', en: null },
			approved: headcount(1),
			category: 'expert',
			relation: 'labour',
			funding: 'local',
			isHead: false,
			annualCost: null,
		}),
		id: op(id),
	},
});
const list = (...accepted: readonly Amendment[]) => {
	const applied = applyAmendments(operations, accepted);
	if (!applied.ok) throw new Error(applied.error.code);
	return applied.value;
};

describe('an amendment', () => {
	it('is the fields in which the edited point differs; those of a line one by one', () => {
		const edited = {
			...change,
			payload: { ...change.payload, changes: { approved: headcount(2), isHead: true } },
		} as Operation;
		expect(changeBetween(change, edited)).toMatchObject({
			value: {
				edits: [
					{ path: 'changes.approved', before: 4, after: 2 },
					{ path: 'changes.isHead', before: null, after: true },
				],
			},
		});
	});

	it('takes a field out when the edited point leaves it as it is in the structure', () => {
		const edited = { ...change, payload: { ...change.payload, changes: {} } } as Operation;
		const made = changeBetween(change, edited);
		expect(made.ok && withEdits(change, made.value.edits)).toEqual(edited);
		expect(made.ok && decodeAmendment(JSON.parse(JSON.stringify(made.value)))).toEqual(made.ok && made.value);
	});

	it('that changes nothing, or makes another operation of a point, is none', () => {
		expect(changeBetween(change, change)).toMatchObject({ error: { code: 'review/amendment-empty' } });
		expect(changeBetween(change, create)).toMatchObject({ error: { code: 'review/amendment-kind' } });
	});

	it('that this product did not write is not read', () => {
		const wrong = [null, 'x', {}, { kind: 'leave-out' }, { kind: 'add', operation: { id: 'a', kind: 'x' } }];
		expect(wrong.map(decodeAmendment)).toEqual([null, null, null, null, null]);
	});
});

describe('accepted amendments', () => {
	it('leave out, change and add: the points keep their order, the added follow by number', () => {
		const applied = list(
			no(4, addPost('a4', 'rents')),
			no(1, leaveOut('op2')),
			no(3, addPost('a3', 'rents')),
			no(2, fields('op3', 'changes.approved', 2)),
		);
		expect(applied.map(({ id, position }) => [id, position])).toEqual([
			['op1', 1],
			['op3', 2],
			['a3', 3],
			['a4', 4],
		]);
		expect(applied[1]?.payload).toMatchObject({ changes: { approved: 2 } });
	});

	it('of different fields of one point stand side by side; the words of a point are a field too', () => {
		const both = list(
			no(1, fields('op1', 'name', { bg: 'Отдел „Такси“', en: null })),
			no(2, fields('op1', 'parentKey', 'rents')),
			no(3, { kind: 'reword', operationId: op('op1'), text: 'По предложение на комисията.' }),
		);
		expect(both[0]).toMatchObject({
			payload: { name: { bg: 'Отдел „Такси“' }, parentKey: 'rents' },
			motive: 'По предложение на комисията.',
		});
	});

	it('that ask for the same thing agree', () => {
		const same = [no(1, fields('op3', 'changes.approved', 2)), no(2, fields('op3', 'changes.approved', 2))];
		expect(applyAmendments(operations, same).ok).toBe(true);
		expect(applyAmendments(operations, [no(1, leaveOut('op2')), no(2, leaveOut('op2'))]).ok).toBe(true);
	});

	it('that set one field differently are refused, never settled by who came last', () => {
		const one = no(1, fields('op3', 'changes.approved', 2));
		const other = no(5, fields('op3', 'changes.approved', 3));
		const error = {
			code: 'review/same-field',
			numbers: [1, 5],
			operationId: 'op3',
			path: 'changes.approved',
		};
		expect(applyAmendments(operations, [one, other])).toEqual({ ok: false, error });
		expect(applyAmendments(operations, [other, one])).toEqual({ ok: false, error });
	});

	it('cannot both leave a point out and change it', () => {
		expect(collisionOf(no(2, leaveOut('op3')), no(1, fields('op3', 'changes.approved', 2)))).toEqual({
			code: 'review/left-out-and-changed',
			numbers: [1, 2],
			operationId: 'op3',
		});
	});

	it('are refused when they name no point or leave nothing', () => {
		expect(applyAmendments(operations, [no(1, leaveOut('op9'))])).toMatchObject({
			error: { code: 'review/operation-unknown' },
		});
		const all = operations.map(({ id }, at) => no(at + 1, leaveOut(id)));
		expect(applyAmendments(operations, all)).toMatchObject({ error: { code: 'review/nothing-left' } });
	});
});

describe('how an amendment stands beside the others', () => {
	it('needs the one that makes the unit into which it puts a post', () => {
		const unit: AmendmentBody = {
			kind: 'add',
			operation: {
				...operation('unit-create', { ...createPayload(), key: unitKey('u-two') }),
				id: op('a1'),
			},
		};
		const post = no(2, addPost('a2', 'u-two'));
		expect(amendmentNeed(frame, post, [no(1, unit)])).toMatchObject({ code: 'review/needs', numbers: [1] });
		expect(amendmentNeed(frame, post, [])).toMatchObject({
			code: 'review/never-applies',
			refusal: { code: 'scenario/unit-not-found', unitKey: 'u-two' },
		});
		expect(runAmended(frame, [no(1, unit), post]).ok).toBe(true);
	});

	it('is refused together with one with which it does not apply, though each applies alone', () => {
		const [one, other] = ['a1', 'a2'].map((id, at) =>
			no(at + 1, {
				kind: 'add',
				operation: {
					...operation('unit-create', { ...createPayload(), key: unitKey(`k-${id}`) }),
					id: op(id),
				},
			}),
		) as [Amendment, Amendment];
		expect([one, other].map((amendment) => runAmended(frame, [amendment]).ok)).toEqual([true, true]);
		expect(refusedTogether(frame, one, [one, other])).toEqual([2]);
		expect(amendmentStanding(frame, other, [one, other])).toMatchObject({ collisions: [], together: [1] });
	});
});

it('a point that was amended and then lost its own vote is left out', () => {
	const accepted = [no(1, fields('op3', 'changes.approved', 2))];
	const composed = composeAdopted(frame, { accepted, leftOut: new Set([op('op3')]) });
	expect(composed.ok && composed.value.operations.map(({ id }) => id)).toEqual(['op1', 'op2']);
});

function createPayload() {
	return {
		key: unitKey('u'),
		parentKey: null,
		name: { bg: 'Отдел „Контрол“', en: null },
		kind: 'department' as const,
		part: 'specialised' as const,
	};
}
