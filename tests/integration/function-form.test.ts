import { describe, expect, it } from 'vitest';
import { parseForm } from '#lib/forms/index.ts';
import {
	functionForm,
	newFunctionForm,
} from '../../src/routes/(app)/m/[municipality]/functions/function-form.ts';

function sent(more: Readonly<Record<string, string>>): FormData {
	const data = new FormData();
	const fields = { textBg: 'Издава скици', kind: 'service', policyArea: 'finance', source: 'Заповед' };
	const all = { ...fields, verification: 'verified', revision: '0', ...more };
	for (const [name, value] of Object.entries(all)) data.append(name, value);
	return data;
}

describe('the form of a new function', () => {
	it.each([
		['nothing', {}, 'required'],
		['an empty choice', { accountable: '' }, 'not-a-choice'],
		['two units', { accountable: 'el fin' }, 'not-a-choice'],
	])('refuses %s for the unit that answers, at its field', (_, more, code) => {
		const form = parseForm(newFunctionForm, sent(more));
		expect(form.ok ? null : form.error.issues).toEqual({ accountable: { code } });
	});

	it('takes the unit that answers', () => {
		expect(parseForm(newFunctionForm, sent({ accountable: 'el-fin' }))).toMatchObject({
			ok: true,
			value: { accountable: 'el-fin' },
		});
	});

	it('asks for it of a new function only', () => {
		expect(parseForm(functionForm, sent({})).ok).toBe(true);
	});
});
