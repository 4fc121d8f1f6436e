import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import AmendmentForm from '#lib/components/review/AmendmentForm.svelte';
import OperationForm from '#lib/components/scenario/OperationForm.svelte';
import type { Choices } from '#lib/components/scenario/operation-choices.ts';
import { OPERATION_KINDS, type OperationKind } from '#lib/domain/scenario/index.ts';

const NOTHING: Choices = {
	...{ units: [], posts: [], functions: [], activities: [], seats: [], policyAreas: [], legalActs: [] },
	...{ powers: [], findings: [] },
};
const filled = { choices: NOTHING, values: {}, lists: {}, back: '/' };

/** Names of the fields in which something is said of an operation of a kind. */
const fieldsOf = (body: string) =>
	new Set(
		[...body.matchAll(/ name="([^"]+)"/g)]
			.map(([, name]) => name)
			.filter((name) => !['way', 'point', 'kind', 'revision', 'motive', 'findings'].includes(name ?? '')),
	);

function amending(kind: OperationKind): string {
	const errorAt = () => undefined;
	return render(AmendmentForm, { props: { ...filled, way: 'change', point: 'p1', kind, errorAt } }).body;
}

function making(kind: OperationKind): string {
	return render(OperationForm, { props: { ...filled, kind, issues: {}, refusal: '', revision: 1 } }).body;
}

it.each(OPERATION_KINDS)('an amendment of %s has the fields with which such an operation is made', (kind) => {
	const subject = ['unit', 'post', 'function'];
	const without = (fields: Set<string | undefined>) =>
		[...fields].filter((name) => !subject.includes(name ?? ''));
	expect(without(fieldsOf(amending(kind)))).toEqual(expect.arrayContaining(without(fieldsOf(making(kind)))));
	expect(fieldsOf(amending(kind))).toContain('effective');
});
