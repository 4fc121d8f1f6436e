import { error, fail, redirect } from '@sveltejs/kit';
import { checkFilingTerm } from '#lib/domain/review/index.ts';
import type { Operation } from '#lib/domain/scenario/index.ts';
import { answer, echoForm, refuseAccess } from '#lib/forms/index.ts';
import { operationTitle } from '#lib/i18n/operation-text.ts';
import { groupOfOperation, nameOfOperationKind } from '#lib/i18n/scenario-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { can } from '#lib/domain/access/index.ts';
import { fileAmendment, mayFile } from '#lib/server/services/council-amendment.ts';
import {
	addableKinds,
	amendmentChoices,
	amendmentDetail,
	structureAtPoint,
} from '#lib/server/services/council-amendment-view.ts';
import { councilTable } from '#lib/server/services/council-ballots.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { listsOf, parseKind } from '../../../../scenarios/[id]/operations/operation-form.ts';
import { subjectValues, valuesOf } from '../../../../scenarios/[id]/operations/operation-values.ts';
import { problemOf, proposalAddress } from '../../council-answer.ts';
import { parseWay, readAmendment } from '../amendment-form.ts';
import { effectWords } from '../amendment-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const open = answer(await openProposal(locals.ctx, proposalAddress(params)));
	const { actor, municipality, proposal, frozen } = open;
	if (!can(actor, 'amendment.file', { municipalityId: municipality.id })) error(403, m.common_forbidden());
	const query = url.searchParams;
	const kind = parseKind(query.get('kind'));
	const way = parseWay(query.get('way')) ?? (kind ? 'add' : undefined);
	const point = frozen.snapshot.operations.find(({ id }) => id === query.get('point'));
	const inTerm = checkFilingTerm(proposal.amendmentsUntil, locals.ctx.clock.today()).ok;
	return {
		...{ number: proposal.number, amendmentsUntil: proposal.amendmentsUntil },
		isOpen: mayFile(open) && inTerm,
		/** Before the council but out of its term; otherwise it is decided, returned or withdrawn. */
		isOver: mayFile(open) && !inTerm,
		points: frozen.report.operations.map((summary) => ({
			value: summary.operation.id,
			label: `${m.review_point({ number: summary.number })}: ${operationTitle(summary)}`,
		})),
		kinds: addableKinds(open).map((code) => ({
			...{ value: code, label: nameOfOperationKind(code) },
			group: groupOfOperation(code),
		})),
		asked: { way, point: point?.id ?? '', kind: way === 'change' ? point?.kind : kind },
		...(await formOf(locals.ctx, open, { way, point, kind, subject: query.get('subject') })),
	};
};

interface Asked {
	readonly way: ReturnType<typeof parseWay>;
	readonly point: Operation | undefined;
	readonly kind: ReturnType<typeof parseKind>;
	readonly subject: string | null;
}

/** The choices and the first values of the fields, where the amendment edits or adds an operation. */
async function formOf(
	ctx: App.Locals['ctx'],
	open: Parameters<typeof structureAtPoint>[0],
	{ way, point, kind, subject }: Asked,
) {
	if (way === 'change' && point) {
		const structure = structureAtPoint(open, point.id);
		const choices = await amendmentChoices(ctx, open, structure);
		const changed = point.kind === 'post-change' ? point.payload.postKey : null;
		const stored = valuesOf(
			point,
			choices.posts.find(({ key }) => key === changed),
		);
		return { choices, stored: { ...stored, values: { ...stored.values, motive: '' } } };
	}
	if (way === 'add' && kind) {
		const structure = structureAtPoint(open, null);
		const choices = await amendmentChoices(ctx, open, structure);
		return { choices, stored: subjectValues({ ...structure, posts: choices.posts }, kind, subject) ?? null };
	}
	const words = point?.motive ?? '';
	return { choices: null, stored: point ? { values: { words }, lists: {} } : null };
}

export const actions: Actions = {
	preview: async ({ request, locals, params }) => {
		const data = await request.formData();
		const echo = { values: echoForm(data), lists: listsOf(data) };
		const open = answer(await openProposal(locals.ctx, proposalAddress(params)));
		if (!mayFile(open)) error(403, m.common_forbidden());
		const read = readAmendment({ ctx: locals.ctx, open, data });
		if (!read.ok) return fail(400, { ...echo, issues: read.issues, refusal: read.refusal });
		const table = await councilTable(locals.ctx.db, open);
		const number = (table.amendments.at(-1)?.number ?? 0) + 1;
		const detail = amendmentDetail(open, table, { number, body: read.body });
		return {
			...echo,
			issues: {},
			refusal: '',
			preview: effectWords(open, { number, state: 'open' }, detail),
		};
	},
	file: async ({ request, locals, params }) => {
		const data = await request.formData();
		const echo = { values: echoForm(data), lists: listsOf(data) };
		const address = proposalAddress(params);
		const open = answer(await openProposal(locals.ctx, address));
		if (!can(open.actor, 'amendment.file', { municipalityId: open.municipality.id }))
			error(403, m.common_forbidden());
		const read = readAmendment({ ctx: locals.ctx, open, data });
		if (!read.ok) return fail(400, { ...echo, issues: read.issues, refusal: read.refusal });
		const result = await fileAmendment(locals.ctx, address, { body: read.body, motive: read.motive });
		if (result.ok)
			redirect(303, `/m/${params.municipality}/council/${params.proposal}/amendments/${result.value}`);
		refuseAccess(result.error);
		const refusal = await problemOf(locals.ctx, address, result.error);
		return fail(409, { ...echo, issues: {}, refusal });
	},
};
