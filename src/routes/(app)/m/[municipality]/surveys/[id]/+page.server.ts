import { answer, NO_PROBLEMS, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { readBoard } from '#lib/server/services/survey-board.ts';
import { discardCampaign, leaveOut } from '#lib/server/services/survey-campaign.ts';
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
import { extendSchema, leaveOutSchema, scopeSchema } from '../forms.ts';
import { wordsOfLinks } from './links.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'request' | 'url'> & {
	readonly params: { readonly municipality: string; readonly id: string };
};
type Outcome<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly error: { readonly code: string } };

export const load: PageServerLoad = async (event) => ({
	board: answer(await readBoard(event.locals.ctx, addressOf(event))),
	done: { what: event.url.searchParams.get('done'), count: Number(event.url.searchParams.get('count') ?? 0) },
});

export const actions: Actions = {
	open: async (event) => showLinks(event, await openCampaign(event.locals.ctx, addressOf(event))),
	reissue: async (event) => {
		const form = parseForm(scopeSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null });
		return showLinks(event, await reissueLinks(event.locals.ctx, addressOf(event), form.value));
	},
	close: async (event) => done(event, 'close', await closeCampaign(event.locals.ctx, addressOf(event))),
	reopen: async (event) => done(event, 'reopen', await reopenCampaign(event.locals.ctx, addressOf(event))),
	extend: async (event) => {
		const form = parseForm(extendSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null });
		if (form.value.until < event.locals.ctx.clock.today())
			return fail(400, { ...NO_PROBLEMS, issues: { until: { code: 'date' } }, refusal: null, links: null });
		return done(event, 'extend', await extendLinks(event.locals.ctx, addressOf(event), form.value));
	},
	revoke: async (event) => {
		const form = parseForm(scopeSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null });
		return done(event, 'revoke', await revokeLinks(event.locals.ctx, addressOf(event), form.value));
	},
	remind: async (event) => {
		const form = parseForm(scopeSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null });
		return done(event, 'remind', await noteReminder(event.locals.ctx, addressOf(event), form.value));
	},
	leaveOut: async (event) => {
		const form = parseForm(leaveOutSchema, await event.request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null });
		return done(event, 'leave-out', await leaveOut(event.locals.ctx, addressOf(event), form.value));
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
	return {
		...NO_PROBLEMS,
		refusal: null,
		links: wordsOfLinks(result.value, board, event.url.origin),
	};
}

function done(event: Event, what: string, result: Outcome<number | null>) {
	if (!result.ok) return refused(result.error);
	const { municipality, id } = event.params;
	redirect(303, `/m/${municipality}/surveys/${id}?done=${what}&count=${result.value ?? 0}`);
}

function refused(error: { readonly code: string }) {
	refuseAccess(error);
	return fail(409, { ...NO_PROBLEMS, refusal: error.code, links: null });
}

function addressOf({ params }: Pick<Event, 'params'>) {
	return { slug: params.municipality, id: params.id };
}
