import { describe, expect, it } from 'vitest';
import { decodeOperation, type OperationKind } from '#lib/domain/scenario/index.ts';
import { parseForm } from '#lib/forms/index.ts';
import { payloadSchema } from '../../src/routes/(app)/m/[municipality]/scenarios/[id]/operations/payload-schema.ts';
import { valuesOf } from '../../src/routes/(app)/m/[municipality]/scenarios/[id]/operations/operation-values.ts';

function sent(kind: OperationKind, fields: Readonly<Record<string, string | readonly string[]>>) {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields))
		if (typeof value === 'string') data.append(name, value);
		else for (const item of value) data.append(`${name}[]`, item);
	let made = 0;
	return parseForm(
		payloadSchema(kind, () => `n-${++made}`),
		data,
	);
}

/** What was sent comes back when the operation is opened again. */
function reopened(kind: OperationKind, payload: unknown) {
	const body = decodeOperation(kind, payload);
	if (!body.ok) throw new Error(JSON.stringify(body.error));
	const head = { id: 'o1', position: 1, motive: '', findingIds: [], effectiveOn: null };
	return valuesOf({ ...head, ...body.value } as never, undefined);
}

const PART = {
	...{ title_1: 'Младши експерт', approved_1: '½', occupied_1: '0,5', cost_1: '20 000,50' },
	...{ category_1: 'expert', relation_1: 'labour', funding_1: 'local' },
};

describe('the forms of operations on lines and roles', () => {
	it('read a divided line with halves as decisions print them', () => {
		const form = sent('post-split', { post: 'p-1', ...PART });
		expect(form.ok && form.value).toEqual({
			postKey: 'p-1',
			parts: [
				{
					...{ key: 'n-1', title: { bg: 'Младши експерт', en: null }, approved: 0.5, occupied: 0.5 },
					...{ category: 'expert', relation: 'labour', funding: 'local', annualCost: 2_000_050 },
				},
			],
		});
		expect(reopened('post-split', form.ok && form.value).values).toMatchObject({
			...{ post: 'p-1', title_1: 'Младши експерт', approved_1: '0,5', cost_1: '20000,5' },
		});
	});

	it('say at its field what is missing in a part that was begun', () => {
		const form = sent('post-split', { post: 'p-1', ...PART, title_2: 'Старши експерт' });
		expect(form.ok ? {} : form.error.issues).toMatchObject({
			approved_2: { code: 'required' },
			category_2: { code: 'required' },
		});
		expect(sent('post-split', { post: 'p-1' }).ok).toBe(false);
	});

	it('read the code of a line as people write it, show it again, and say at its field that it is none', () => {
		const line = {
			...{ unit: 'u-1', title: 'Главен експерт', title_en: '', approved: '1', cost: '', head: '' },
			...{ category: 'expert', relation: 'labour', funding: 'local' },
		};
		const form = sent('post-create', { ...line, occupation: '2422-6041' });
		expect(form.ok && form.value).toMatchObject({ occupation: '24226041' });
		expect(reopened('post-create', form.ok && form.value).values).toMatchObject({ occupation: '2422 6041' });
		const none = sent('post-create', { ...line, occupation: '' });
		expect(none.ok && none.value).not.toHaveProperty('occupation');
		const off = sent('post-change', { post: 'p-1', ...line, occupation: '' });
		expect(off.ok && off.value).toMatchObject({ changes: { occupation: null } });
		const wrong = sent('post-split', { post: 'p-1', ...PART, occupation_1: '9999 0000' });
		expect(wrong.ok ? {} : wrong.error.issues).toMatchObject({ occupation_1: { code: 'occupation' } });
		const part = sent('post-split', { post: 'p-1', ...PART, occupation_1: '2422 6041' });
		expect(part.ok && part.value).toMatchObject({ parts: [{ occupation: '24226041' }] });
		expect(reopened('post-split', part.ok && part.value).values).toMatchObject({ occupation_1: '2422 6041' });
	});

	it('read and show again the funding of several posts', () => {
		const form = sent('post-fund', { posts: ['p-1', 'p-2'], funding: 'co-financed' });
		expect(form.ok && form.value).toEqual({ postKeys: ['p-1', 'p-2'], funding: 'co-financed' });
		expect(reopened('post-fund', form.ok && form.value)).toMatchObject({
			values: { funding: 'co-financed' },
			lists: { posts: ['p-1', 'p-2'] },
		});
		expect(sent('post-fund', { posts: ['p-1'], funding: 'gold' }).ok).toBe(false);
	});

	it('read the seat of a role: a unit, or one post of it', () => {
		const role = { function: 'f-1', role: 'consulted', share: '12,5' };
		const form = sent('participation-set', { ...role, seat: 'u-1 p-1' });
		expect(form.ok && form.value).toEqual({
			...{ functionKey: 'f-1', unitKey: 'u-1', postKey: 'p-1', role: 'consulted', share: 0.125 },
		});
		expect(reopened('participation-set', form.ok && form.value).values).toMatchObject({
			...{ function: 'f-1', seat: 'u-1 p-1', share: '12,5' },
		});
		const clear = sent('participation-clear', { function: 'f-1', seat: 'u-1' });
		expect(clear.ok && clear.value).toEqual({ functionKey: 'f-1', unitKey: 'u-1', postKey: null });
	});

	it('refuse a seat, a role and a share that cannot be', () => {
		const role = { function: 'f-1', role: 'consulted', share: '', seat: 'u-1' };
		for (const wrong of [{ seat: '' }, { seat: 'u-1 p-1 x' }, { role: 'king' }, { share: '101' }])
			expect(sent('participation-set', { ...role, ...wrong }).ok).toBe(false);
	});
});
