import { changeBetween, statedEdits, type AmendmentBody } from '#lib/domain/review/index.ts';
import {
	decodeOperation,
	withoutUnchanged,
	type Operation,
	type OperationBody,
} from '#lib/domain/scenario/index.ts';
import type { IsoDate, OperationId } from '#lib/domain/shared/index.ts';
import { day, parseForm, text, type FormProblems } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '#lib/server/context.ts';
import {
	addableKinds,
	addedContents,
	seesCosts,
	structureAtPoint,
} from '#lib/server/services/council-amendment-view.ts';
import type { OpenProposal } from '#lib/server/services/proposal.ts';
import { z } from 'zod';
import { keysMadeBy, parseKind } from '../../../scenarios/[id]/operations/operation-form.ts';
import { payloadSchema } from '../../../scenarios/[id]/operations/payload-schema.ts';
import { bodyProblemText } from './amendment-words.ts';

export const AMENDMENT_WAYS = ['change', 'leave-out', 'reword', 'add'] as const;
export type AmendmentWay = (typeof AMENDMENT_WAYS)[number];

export function parseWay(value: unknown): AmendmentWay | undefined {
	return AMENDMENT_WAYS.find((way) => way === value);
}

interface Sent {
	readonly ctx: Ctx;
	readonly open: OpenProposal;
	readonly data: FormData;
}

export type ReadAmendment =
	| { readonly ok: true; readonly body: AmendmentBody; readonly motive: string }
	| { readonly ok: false; readonly issues: FormProblems['issues']; readonly refusal: string };

/** An amendment from its form; what is wrong at a field, or why it is none. */
export function readAmendment(sent: Sent): ReadAmendment {
	const { open, data } = sent;
	const way = parseWay(data.get('way'));
	const head = parseForm(z.object({ motive: text(4000) }), data);
	const point = open.frozen.snapshot.operations.find(({ id }) => id === data.get('point'));
	if (!way || (way !== 'add' && !point)) return refused(m.review_refusal_operation_unknown());
	const body = bodyOf(sent, way, point);
	const issues = { ...(head.ok ? {} : head.error.issues), ...('issues' in body ? body.issues : {}) };
	if (Object.keys(issues).length > 0) return { ok: false, issues, refusal: '' };
	if ('refusal' in body) return refused(body.refusal);
	return 'kind' in body && head.ok ? { ok: true, body, motive: head.value.motive } : refused('');
}

type BodyAnswer = AmendmentBody | { readonly issues: FormProblems['issues'] } | { readonly refusal: string };

function bodyOf(sent: Sent, way: AmendmentWay, point: Operation | undefined): BodyAnswer {
	if (way === 'add') return addedBody(sent);
	if (!point) return { refusal: m.review_refusal_operation_unknown() };
	if (way === 'leave-out') return { kind: way, operationId: point.id };
	if (way === 'change') return changedBody(sent, point);
	const words = parseForm(z.object({ words: text(4000) }), sent.data);
	if (!words.ok) return { issues: words.error.issues };
	if (words.value.words === point.motive) return { refusal: m.council_refusal_amendment_empty() };
	return { kind: way, operationId: point.id, text: words.value.words };
}

function changedBody(sent: Sent, point: Operation): BodyAnswer {
	const edited = readOperation(sent, point.kind, keysMadeBy(point));
	if (!('body' in edited)) return edited;
	const slim = withoutUnchanged(structureAtPoint(sent.open, point.id), edited.body);
	const change = changeBetween(point, { ...slim, effectiveOn: edited.effectiveOn });
	if (!change.ok) return { refusal: bodyProblemText(change.error) };
	const stated = statedEdits(point, structureAtPoint(sent.open, point.id), change.value.edits);
	const real = change.value.edits.filter(({ path }) => stated.some((edit) => edit.path === path));
	// Whoever does not see what a post costs does not change it either.
	const edits = seesCosts(sent.open) ? real : real.filter(({ path }) => !path.endsWith('annualCost'));
	return edits.length > 0 ? { ...change.value, edits } : { refusal: m.council_refusal_amendment_empty() };
}

function addedBody(sent: Sent): BodyAnswer {
	const kind = parseKind(sent.data.get('kind'));
	if (!kind || !addableKinds(sent.open).includes(kind)) return { issues: { kind: { code: 'not-a-choice' } } };
	const made = readOperation(sent, kind, []);
	if (!('body' in made)) return made;
	const contents = addedContents(sent.open, made.body);
	const slim = withoutUnchanged(structureAtPoint(sent.open, null), contents);
	const operation = {
		...slim,
		...{ id: sent.ctx.newId() as OperationId, position: 1, motive: '', findingIds: [] },
		effectiveOn: made.effectiveOn,
	} as Operation;
	return { kind: 'add', operation };
}

function readOperation(
	{ ctx, data }: Sent,
	kind: Operation['kind'],
	keys: string[],
):
	| { readonly body: OperationBody; readonly effectiveOn: IsoDate | null }
	| { readonly issues: FormProblems['issues'] } {
	const head = parseForm(
		z.object({ effective: z.union([z.literal('').transform(() => null), day()]).default(null) }),
		data,
	);
	const payload = parseForm(
		payloadSchema(kind, () => keys.shift() ?? `n-${ctx.newId()}`),
		data,
	);
	if (!head.ok || !payload.ok)
		return {
			issues: { ...(head.ok ? {} : head.error.issues), ...(payload.ok ? {} : payload.error.issues) },
		};
	const body = decodeOperation(kind, payload.value);
	return body.ok
		? { body: body.value, effectiveOn: head.value.effective }
		: { issues: { form: { code: 'invalid' } } };
}

function refused(refusal: string): ReadAmendment {
	return { ok: false, issues: {}, refusal };
}
