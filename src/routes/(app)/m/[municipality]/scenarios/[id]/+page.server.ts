import { fail, redirect } from '@sveltejs/kit';
import type { OperationId } from '#lib/domain/shared/index.ts';
import { day, id, optionalText, parseForm, refuseAccess, revision, wholeNumber } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { findRemoved, restoreOperation, undoLastOperation } from '#lib/server/services/operation-undo.ts';
import { tickPapers } from '#lib/server/services/operation-papers.ts';
import { removeOperation, reorderOperation } from '#lib/server/services/operation.ts';
import { wordPhase } from '#lib/server/services/scenario-phases.ts';
import { operationList } from '#lib/server/services/scenario-view.ts';
import { z } from 'zod';
import { loadScenario } from './frame.ts';
import { overviewOf } from './overview.ts';
import { problemText } from './operations/operation-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const asked = url.searchParams.get('finding');
	return {
		...{ summary, scenarioFrame, list: operationList(open), findings: open.findings },
		...(await overviewOf(locals.ctx, open, params.municipality)),
		removed: summary.mayEdit ? await findRemoved(locals.ctx, open) : null,
		/** The finding that the next operation answers, when one comes from there. */
		answered: open.findings.find(({ id: known }) => known === asked) ?? null,
	};
};

const marked = z.object({ operation: id(), revision: revision() });
const placed = marked.extend({ place: wholeNumber({ min: 1, max: 100_000 }) });
const undone = z.object({ revision: revision() });
const codes = z.array(id()).max(50).default([]);
const ticked = z.object({ operation: id(), seen: codes, ready: codes });
const worded = z.object({
	...{ starts: day(), title: optionalText(200), narrative: optionalText(4000), revision: revision() },
});

export const actions: Actions = {
	remove: (event) =>
		change(event, marked, (address, { operation, revision: seen }) =>
			removeOperation(event.locals.ctx, address, { id: operation as OperationId, revision: seen }),
		),
	move: (event) =>
		change(event, placed, (address, { operation, place, revision: seen }) =>
			reorderOperation(event.locals.ctx, address, { id: operation as OperationId, place, revision: seen }),
		),
	undo: (event) =>
		change(event, undone, (address, { revision: seen }) =>
			undoLastOperation(event.locals.ctx, address, { revision: seen }),
		),
	papers: (event) =>
		change(event, ticked, (address, { operation, seen, ready }) =>
			tickPapers(event.locals.ctx, address, {
				...{ operationId: operation as OperationId, seen, ticked: ready },
			}),
		),
	phase: (event) =>
		change(event, worded, (address, { starts, title, narrative, revision: seen }) =>
			wordPhase(event.locals.ctx, address, {
				...{ startsOn: starts, title: title ?? '', narrative: narrative ?? '', revision: seen },
			}),
		),
	restore: (event) =>
		change(event, undone, (address, { revision: seen }) =>
			restoreOperation(event.locals.ctx, address, { revision: seen }),
		),
};

type Address = { readonly slug: string; readonly scenarioId: string };

/** Reads the small form of a button, asks the service and comes back to the list. */
async function change<T>(
	{ request, locals, params }: RequestEvent,
	schema: z.ZodType<T>,
	ask: (address: Address, value: T) => ReturnType<typeof removeOperation> | ReturnType<typeof tickPapers>,
) {
	const form = parseForm(schema, await request.formData());
	if (!form.ok) return fail(400, { refusal: m.common_issue_invalid() });
	const address = { slug: params.municipality, scenarioId: params.id };
	const result = await ask(address, form.value);
	if (result.ok) redirect(303, `/m/${params.municipality}/scenarios/${params.id}`);
	refuseAccess(result.error);
	const refusal = await problemText(locals.ctx, address, result.error as Parameters<typeof problemText>[2]);
	return fail(409, { refusal });
}
