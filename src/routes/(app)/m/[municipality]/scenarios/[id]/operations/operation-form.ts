import { fail, redirect } from '@sveltejs/kit';
import {
	decodeOperation,
	namesIn,
	OPERATION_KINDS,
	type OperationBody,
	type OperationKind,
	type OperationRefusal,
} from '#lib/domain/scenario/index.ts';
import type { FindingId, IsoDate, OperationId } from '#lib/domain/shared/index.ts';
import {
	day,
	echoForm,
	id,
	parseForm,
	refuseAccess,
	revision,
	text,
	type FormProblems,
} from '#lib/forms/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { refusalText } from '#lib/i18n/scenario-refusal.ts';
import { nameOfGroup } from '#lib/i18n/training-names.ts';
import { addOperation, editOperation, type OperationInput } from '#lib/server/services/operation.ts';
import type { PaperRefusal } from '#lib/server/services/operation-papers.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import type { HeldNeeds } from '#lib/server/services/training-need-hold.ts';
import { nameOfParameter } from '#lib/i18n/parameter-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate } from '#lib/i18n/format.ts';
import type { Ctx } from '#lib/server/context.ts';
import { z } from 'zod';
import { payloadSchema } from './payload-schema.ts';

export function parseKind(value: unknown): OperationKind | undefined {
	return OPERATION_KINDS.find((kind) => kind === value);
}

export const common = z.object({
	motive: text(4000),
	findings: z.array(id()).max(50).default([]),
	effective: z.union([z.literal('').transform(() => null), day()]),
	revision: revision(),
});

interface Sent {
	readonly ctx: Ctx;
	readonly slug: string;
	readonly scenarioId: string;
	readonly data: FormData;
	/** The operation that is changed; null for a new one. */
	readonly operationId: string | null;
}

/** Reads a form of an operation, asks the service, and answers: back to the list, or the form with what is wrong. */
export async function answerOperationForm(sent: Sent) {
	const { ctx, slug, scenarioId, data, operationId } = sent;
	const kind = parseKind(data.get('kind'));
	const echo = { values: echoForm(data), lists: listsOf(data) };
	if (!kind) return fail(400, { issues: { kind: { code: 'not-a-choice' } }, ...echo, refusal: '' });
	const head = parseForm(common, data);
	const payload = parseForm(payloadSchema(kind, await newKeys(sent)), data);
	if (!head.ok || !payload.ok) {
		const issues = { ...issuesOf(head), ...issuesOf(payload) };
		return fail(400, { issues, ...echo, refusal: '' });
	}
	const body = decodeOperation(kind, payload.value);
	if (!body.ok) return fail(400, { issues: { form: { code: 'invalid' } }, ...echo, refusal: '' });
	const input = toInput(body.value, head.value);
	const address = { slug, scenarioId };
	const result =
		operationId === null
			? await addOperation(ctx, address, input)
			: await editOperation(ctx, address, operationId as OperationId, input);
	if (result.ok) redirect(303, `/m/${slug}/scenarios/${scenarioId}#${result.value}`);
	refuseAccess(result.error);
	const refusal = await problemText(ctx, address, result.error as ServiceProblem);
	return fail(409, { issues: {}, ...echo, refusal });
}

type ServiceProblem =
	| PaperRefusal
	| Exclude<
			Extract<Awaited<ReturnType<typeof addOperation>>, { ok: false }>['error'],
			{ readonly code: `access/${string}` }
	  >;

/** Why a service refused, in a sentence; the names are those of the scenario as it stands. */
export async function problemText(
	ctx: Ctx,
	address: { readonly slug: string; readonly scenarioId: string },
	problem: ServiceProblem,
): Promise<string> {
	switch (problem.code) {
		case 'scenario/stale':
			return m.scenario_refusal_stale();
		case 'scenario/not-a-draft':
			return m.scenario_refusal_not_a_draft();
		case 'scenario/effective-before-base':
			return m.scenario_refusal_effective({ date: formatDate(problem.validFrom) });
		case 'scenario/no-parameter':
			return m.scenario_refusal_no_parameter({ name: nameOfParameter(problem.key) });
		case 'operation/nothing-removed':
			return m.scenario_refusal_nothing_removed();
		case 'operation/finding-unknown':
			return m.scenario_refusal_finding_unknown();
		case 'operation/paper-unknown':
			return m.scenario_paper_unknown();
		case 'operation/needs-planned':
			return needsPlannedText(problem);
		default: {
			const open = await openScenario(ctx, address);
			if (!open.ok) return '';
			const { run, operations } = open.value;
			const places = Object.fromEntries(operations.map((item) => [item.id, item.position]));
			if (problem.code === 'operation/rested-on') {
				const numbers = problem.by.map((item) => `№ ${places[item]}`).join(', ');
				return m.scenario_refusal_rested_on({ numbers });
			}
			const structures = [run.after, ...run.steps.map((step) => step.before)];
			return refusalText(problem as OperationRefusal, { names: namesIn(structures, problem), places });
		}
	}
}

/** Which lines of the training plans stand in the way. */
function needsPlannedText({ lines }: HeldNeeds): string {
	if (lines.length === 0) return m.scenario_refusal_needs_met();
	const named = lines.map((line) => `${localText(line.title)} (${line.year}, ${nameOfGroup(line)})`);
	return m.scenario_refusal_needs_planned({ lines: named.join('; ') });
}

/** Keys that the operation already has stay with it when it is changed; the rest are new. */
async function newKeys({ ctx, slug, scenarioId, operationId }: Sent): Promise<() => string> {
	const open = operationId === null ? null : await openScenario(ctx, { slug, scenarioId });
	const known = open?.ok ? open.value.operations.find((item) => item.id === operationId) : undefined;
	const keys = known ? keysMadeBy(known) : [];
	return () => keys.shift() ?? `n-${ctx.newId()}`;
}

/** Keys that an operation brings into being, in the order of its form. */
export function keysMadeBy(operation: OperationBody): string[] {
	switch (operation.kind) {
		case 'unit-create':
		case 'post-create':
		case 'function-create':
			return [operation.payload.key];
		case 'unit-split':
		case 'function-split':
		case 'post-split':
			return operation.payload.parts.map((part) => part.key);
		case 'post-move':
			return operation.payload.part ? [operation.payload.part.key] : [];
		default:
			return [];
	}
}

function toInput(body: OperationBody, head: z.infer<typeof common>): OperationInput {
	return {
		...body,
		motive: head.motive,
		findingIds: head.findings as FindingId[],
		effectiveOn: head.effective as IsoDate | null,
		revision: head.revision,
	};
}

export function issuesOf(form: {
	readonly ok: boolean;
	readonly error?: FormProblems;
}): FormProblems['issues'] {
	return form.error?.issues ?? {};
}

/** Ticked boxes by the name of their list. */
export function listsOf(data: FormData): Readonly<Record<string, readonly string[]>> {
	const names = [...new Set(data.keys())].filter((name) => name.endsWith('[]'));
	return Object.fromEntries(names.map((name) => [name.slice(0, -2), data.getAll(name).map(String)]));
}
