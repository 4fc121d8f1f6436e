import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import OpinionAnswerForm from '#lib/components/review/OpinionAnswerForm.svelte';
import OpinionMendForms from '#lib/components/review/OpinionMendForms.svelte';

const opinion = {
	number: 2,
	revision: 3,
	isOwn: true,
	source: 'citizen',
	name: 'Иван Петров',
	receivedOn: '2026-11-20',
	body: 'Как беше',
	operationId: null,
} as const;
const shown = (props: { readonly refused: object | null; readonly isOwn?: boolean }) =>
	render(OpinionMendForms, {
		props: {
			opinion: { ...opinion, isOwn: props.isOwn ?? true },
			points: [],
			refused: props.refused && {
				...{ action: 'correct', values: {}, issues: {} },
				...props.refused,
			},
		},
	}).body;

describe('the forms that mend an opinion', () => {
	it('are closed until they are asked for', () => {
		expect(shown({ refused: null })).not.toMatch(/<details[^>]* open/u);
	});

	it('keep what was typed in a refused correction, open, with what is wrong beside its field', () => {
		const values = { body: 'Както го поправих', name: '', revision: '2' };
		const body = shown({ refused: { values, issues: { name: { code: 'required' } } } });
		expect(body.match(/<details[^>]* open/gu)).toHaveLength(1);
		expect(body).toContain('Както го поправих');
		expect(body).not.toContain('Как беше');
		expect(body).toContain('aria-invalid="true"');
		// What stands now is on the page: saving again saves over what the person has seen.
		expect(body).toMatch(/name="revision" value="3"/u);
	});

	it('keep the reason of a refused removal', () => {
		const body = shown({ refused: { action: 'remove', values: { reason: 'Поискано.' } } });
		expect(body).toContain('value="Поискано."');
		expect(body).toContain('Как беше');
	});

	it('keep the answer that was refused, with what it says and by what it was taken up', () => {
		const values = { answer: 'partly', motive: 'Само по т. 2', point: '', amendment: '4', revision: '2' };
		const props = {
			opinion: { ...opinion, answer: null, motive: '', amendmentNumber: null },
			...{ points: [], amendments: [3, 4], refused: { values, issues: {} } },
		};
		const { body } = render(OpinionAnswerForm, { props });
		expect(body).toContain('Само по т. 2');
		expect(body).toMatch(/<option value="partly"[^>]* selected/u);
		expect(body).toMatch(/<option value="4"[^>]* selected/u);
		expect(body).toMatch(/name="revision" value="3"/u);
	});

	it('let whoever did not record it only take it out', () => {
		const body = shown({ refused: null, isOwn: false });
		expect(body).not.toContain('?/correct');
		expect(body).toContain('?/remove');
	});
});
