import { describe, expect, it } from 'vitest';
import { canonicalJson, decodeOperation, dependentOperations, moveTo } from '#lib/domain/scenario/index.ts';
import { asId, type OperationId } from '#lib/domain/shared/index.ts';
import { LIMITS, listed, operation } from '#tests/support/operations.ts';
import { postKey, smallStructure, unitKey } from '#tests/support/small-structure.ts';

describe('the canonical text of a snapshot', () => {
	it('is the same whatever the order of the keys', () => {
		expect(canonicalJson({ b: [1, { d: null, c: 'я' }], a: true })).toBe(
			'{"a":true,"b":[1,{"c":"я","d":null}]}',
		);
		expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
	});

	it('leaves out absent fields and refuses what JSON cannot hold', () => {
		expect(canonicalJson({ a: undefined, b: 0.5 })).toBe('{"b":0.5}');
		expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
	});
});

describe('an operation from JSON', () => {
	it('is read back as it was written', () => {
		const move = operation('post-move', {
			postKey: postKey('p'),
			unitKey: unitKey('u'),
			isHead: false,
			withWork: true,
			part: null,
		});
		const stored: unknown = JSON.parse(JSON.stringify(move.payload));
		expect(decodeOperation('post-move', stored)).toEqual({
			ok: true,
			value: { kind: 'post-move', payload: move.payload },
		});
	});

	it('names the field that is wrong, and an unknown kind', () => {
		const payload = {
			key: 'u',
			parentKey: null,
			name: { bg: 'Отдел', en: null },
			kind: 'отдел',
			part: 'direct',
		};
		expect(decodeOperation('unit-create', payload)).toEqual({
			ok: false,
			error: { code: 'scenario/payload-malformed', path: 'kind' },
		});
		expect(decodeOperation('unit-split', { unitKey: 'u', parts: [{ key: 'A b' }] })).toEqual({
			ok: false,
			error: { code: 'scenario/payload-malformed', path: 'parts.0.key' },
		});
		expect(decodeOperation('unit-burn', {})).toEqual({
			ok: false,
			error: { code: 'scenario/kind-unknown', kind: 'unit-burn' },
		});
	});

	it('keeps absent changes of a post absent', () => {
		expect(decodeOperation('post-change', { postKey: 'p', changes: { approved: 1.5 } })).toEqual({
			ok: true,
			value: { kind: 'post-change', payload: { postKey: 'p', changes: { approved: 1.5 } } },
		});
	});
});

describe('operations that rest on each other', () => {
	const operations = listed(
		operation('unit-create', {
			key: unitKey('u-new'),
			parentKey: unitKey('mayor'),
			name: { bg: 'Нов', en: null },
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
		operation('post-close', { postKey: postKey('p-acc') }),
	);
	const rest = (id: string) =>
		dependentOperations(smallStructure(), operations, { id: asId<OperationId>(id), limits: LIMITS }).map(
			(refusal) => refusal.operationId,
		);

	it('are found by leaving one out', () => {
		expect(rest('op1')).toEqual(['op2']);
		expect(rest('op2')).toEqual([]);
		expect(rest('op3')).toEqual([]);
	});

	it('are renumbered when one moves', () => {
		const order = (id: string, place: number) =>
			moveTo(operations, asId<OperationId>(id), place).map((item) => `${item.position}:${item.id}`);
		expect(order('op3', 1)).toEqual(['1:op3', '2:op1', '3:op2']);
		expect(order('op1', 99)).toEqual(['1:op2', '2:op3', '3:op1']);
	});
});
