import { answer, NO_PROBLEMS, parseForm } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { makeLinksFile } from '#lib/server/services/survey-links-file.ts';
import { readBoard } from '#lib/server/services/survey-board.ts';
import { discardCampaign, leaveOut, validateByConsultant } from '#lib/server/services/survey-campaign.ts';
import {
	closeCampaign,
	extendLinks,
	noteReminder,
	openCampaign,
	reissueLinks,
	reopenCampaign,
	revokeLinks,
	type IssuedLink,
} from '#lib/server/services/survey-links.ts';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { extendSchema, leaveOutSchema, reissueSchema, scopeSchema } from '../forms.ts';
import { wordsOfLinks } from './links.ts';
import { done, doneOf, refused, type Outcome } from './outcome.ts';
import type { Actions, PageServerLoad } from './$types';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Event = Pick<RequestEvent, 'locals' | 'request' | 'url'> & {
	readonly params: { readonly municipality: string; readonly id: string };
};
export const load: PageServerLoad = async (event) => ({
	board: answer(await readBoard(event.locals.ctx, addressOf(event))),
	done: doneOf(event.url),
});

export const actions: Actions = {
	open: async (event) => showLinks(event, await openCampaign(event.locals.ctx, addressOf(event))),
	reissue: async (event) => {
		const form = parseForm(reissueSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null });
		return showLinks(event, await reissueLinks(event.locals.ctx, addressOf(event), form.value));
	},
	close: async (event) =>
		done(pathOf(event), 'close', await closeCampaign(event.locals.ctx, addressOf(event))),
	reopen: async (event) =>
		done(pathOf(event), 'reopen', await reopenCampaign(event.locals.ctx, addressOf(event))),
	validator: async (event) =>
		done(pathOf(event), 'validator', await validateByConsultant(event.locals.ctx, addressOf(event))),
	extend: async (event) => {
		const form = parseForm(extendSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null });
		if (form.value.until < event.locals.ctx.clock.today())
			return fail(400, { ...NO_PROBLEMS, issues: { until: { code: 'date' } }, refusal: null, links: null });
		return done(pathOf(event), 'extend', await extendLinks(event.locals.ctx, addressOf(event), form.value));
	},
	revoke: async (event) => {
		const form = parseForm(scopeSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null });
		return done(pathOf(event), 'revoke', await revokeLinks(event.locals.ctx, addressOf(event), form.value));
	},
	remind: async (event) => {
		const form = parseForm(scopeSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null });
		return done(pathOf(event), 'remind', await noteReminder(event.locals.ctx, addressOf(event), form.value));
	},
	leaveOut: async (event) => {
		const form = parseForm(leaveOutSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null });
		return done(pathOf(event), 'leave-out', await leaveOut(event.locals.ctx, addressOf(event), form.value));
	},
	discard: async (event) => {
		const result = await discardCampaign(event.locals.ctx, addressOf(event));
		if (result.ok) redirect(303, `/m/${event.params.municipality}/surveys`);
		return refused(result.error);
	},
};

async function showLinks(event: Event, result: Outcome<readonly IssuedLink[]>) {
	if (!result.ok) return refused(result.error);
	const board = answer(await readBoard(event.locals.ctx, addressOf(event)));
	const { lines, ...words } = wordsOfLinks(result.value, board, event.url.origin);
	const file = answer(
		await makeLinksFile(event.locals.ctx, addressOf(event), { links: lines, locale: getLocale() }),
	);
	const xlsx = {
		href: `data:${WORKBOOK};base64,${Buffer.from(file).toString('base64')}`,
		name: `${m.survey_links_file()}.xlsx`,
	};
	return { ...NO_PROBLEMS, refusal: null, links: { ...words, xlsx } };
}

function addressOf({ params }: Pick<Event, 'params'>) {
	return { slug: params.municipality, id: params.id };
}

function pathOf({ params }: Pick<Event, 'params'>): string {
	return `/m/${params.municipality}/surveys/${params.id}`;
}
