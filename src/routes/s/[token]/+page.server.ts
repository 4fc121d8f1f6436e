import { error, fail, redirect } from '@sveltejs/kit';
import { overOn, pageAfter, pageAt, pageQuery, type AnswerPage } from '#lib/components/answer/pages.ts';
import type { AnswerForm } from '#lib/components/answer/form-state.ts';
import type { Result } from '#lib/domain/shared/index.ts';
import { readSmallForm } from '#lib/forms/index.ts';
import { saveChoice, type ChoiceRefusal } from '#lib/server/services/survey-answer-own.ts';
import {
	handIn,
	readinessOf,
	saveDetails,
	saveGroups,
	saveInside,
	saveStart,
	type Saved,
	type SavedDivision,
} from '#lib/server/services/survey-answer-save.ts';
import { viewSurvey, type SurveyView } from '#lib/server/services/survey-answer.ts';
import { answerForm } from './answer-form.ts';
import {
	itemSet,
	keysOf,
	lockOf,
	LONGEST_ITEM,
	LONGEST_NOTE,
	measureOf,
	noteOf,
	numberOf,
	participationOf,
	peakOf,
	textOf,
	typed,
} from './read.ts';
import type { SurveyItemId, Typed } from '#lib/domain/workload/index.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const view = await viewOrRefuse(event);
	const isBegun = view.respondent.state !== 'not-started';
	const page = pageAt(view, event.url.searchParams, isBegun);
	return { view, page, query: event.url.searchParams.get('q') ?? '', missing: readinessOf(view) };
};

export const actions: Actions = {
	start: (event) =>
		act(event, { step: 'start' }, (form, token) => {
			const hours = typed(form, 'hours');
			return saveStart(event.locals.ctx, token, {
				hours: { now: numberOf(hours.now), was: numberOf(hours.was) },
				measure: measureOf(textOf(form, 'measure'), 'percent'),
			});
		}),
	choose: (event) =>
		act(event, { step: 'choose' }, (form, token) => {
			const text = textOf(form, 'text').replace(/\s+/g, ' ').trim();
			if (text.length > LONGEST_ITEM) return tooLong('text', LONGEST_ITEM);
			const added = text === '' ? undefined : { text, groupKey: textOf(form, 'area') };
			return saveChoice(event.locals.ctx, token, { items: itemsOf(form), added });
		}),
	remove: (event) =>
		act(event, { step: 'choose' }, (form, token) => {
			const removed = textOf(form, 'remove') as SurveyItemId;
			return saveChoice(event.locals.ctx, token, { items: itemsOf(form), removed });
		}),
	groups: (event) =>
		act(event, { step: 'groups' }, (form, token) => saveGroups(event.locals.ctx, token, division(form))),
	inside: (event) => {
		const groupKey = event.url.searchParams.get('area') ?? '';
		return act(event, { step: 'inside', area: groupKey }, (form, token) =>
			saveInside(event.locals.ctx, token, { ...division(form), groupKey }),
		);
	},
	details: (event) =>
		act(event, { step: 'details' }, (form, token) => {
			const [obstacles, systems] = [noteOf(form, 'obstacles'), noteOf(form, 'systems')];
			if ((obstacles.now?.length ?? 0) > LONGEST_NOTE) return tooLong('obstacles', LONGEST_NOTE);
			if ((systems.now?.length ?? 0) > LONGEST_NOTE) return tooLong('systems', LONGEST_NOTE);
			return saveDetails(event.locals.ctx, token, {
				rows: keysOf(form, 'low').map((key) => ({
					itemId: key as SurveyItemId,
					low: typed(form, `low.${key}`),
					high: typed(form, `high.${key}`),
					participation: participationOf(form, key),
					peakMonths: peakOf(form, key),
				})),
				measure: measureOf(textOf(form, 'measure'), 'percent'),
				weeklyHours: hoursOf(form),
				obstacles,
				systems,
			});
		}),
	submit: (event) => act(event, { step: 'review' }, (_, token) => handIn(event.locals.ctx, token)),
};

type Outcome = Result<Saved, ChoiceRefusal | FieldTooLong>;
type FieldTooLong = { readonly code: 'survey/too-long'; readonly field: string; readonly limit: number };

/** Saves one form and goes where the person wants to be; whatever was refused stays on the page as typed. */
async function act(
	event: RequestEvent,
	page: AnswerPage,
	save: (form: FormData, token: string) => Promise<Outcome> | Outcome,
) {
	const form = await readSmallForm(event.request);
	if (!form) return fail(413, huge());
	const result = await save(form, event.params.token);
	if (!result.ok && result.error.code === 'survey/dead-link') error(404);
	const said = answerForm(result, form);
	if (said) return fail(said.status, said.form);
	if (isByScript(event)) return;
	const view = await viewOrRefuse(event);
	const over = overOn(view, page, view.campaign.tolerance);
	// Saved as it is, but nobody goes on from more than there is without being told.
	if (over > 0 && ['', 'next'].includes(wishOf(form))) return fail(409, tooMuch(over));
	const after = pageAfter(view, page, wishOf(form));
	const search = goOf(form) === 'search' ? `&q=${encodeURIComponent(textOf(form, 'q').slice(0, 200))}` : '';
	redirect(303, `?${pageQuery(after)}${search}`);
}

/** The script saves on the way and stays where it is. */
function isByScript({ request }: RequestEvent): boolean {
	return request.headers.get('x-sveltekit-action') === 'true';
}

/** Where a form wants to go on: a named page, one back, the same again, or the next. */
function wishOf(form: FormData): string {
	const staysHere = ['split', 'measure-next', 'remove'].some((name) => textOf(form, name) !== '');
	const wish = goOf(form);
	return staysHere || wish === 'search' ? 'stay' : wish;
}

/** The button pressed. Enter goes on, or searches where another search was typed than the one that is shown. */
function goOf(form: FormData): string {
	const go = textOf(form, 'go');
	if (go !== 'enter') return go;
	const query = textOf(form, 'q').trim();
	return query !== '' && query !== textOf(form, 'was.q') ? 'search' : 'next';
}

async function viewOrRefuse({
	locals,
	params,
}: Pick<RequestEvent, 'locals' | 'params'>): Promise<SurveyView> {
	const result = await viewSurvey(locals.ctx, params.token);
	if (!result.ok) error(404);
	return result.value;
}

function division(form: FormData): SavedDivision {
	return {
		rows: keysOf(form, 'share').map((key) => ({
			key,
			amount: typed(form, `share.${key}`),
			lock: lockOf(form, key),
		})),
		measure: measureOf(textOf(form, 'measure'), 'percent'),
		weeklyHours: hoursOf(form),
		isSplit: textOf(form, 'split') !== '',
		next: measureOf(textOf(form, 'measure-next'), undefined),
	};
}

/** The hours a week with which the form was made; a form that lies about them can only refuse itself. */
function hoursOf(form: FormData): number {
	const hours = Number(textOf(form, 'base-hours'));
	return hours >= 1 && hours <= 60 ? hours : 40;
}

function itemsOf(form: FormData): Typed<ReadonlySet<SurveyItemId>> {
	return { now: itemSet(form, 'item'), was: itemSet(form, 'had') };
}

function tooLong(field: string, limit: number): Outcome {
	return { ok: false, error: { code: 'survey/too-long', field, limit } };
}

function tooMuch(by: number): AnswerForm {
	return { refusal: { code: 'survey/divided-over', by }, issues: [], conflicts: [], values: {} };
}

function huge(): AnswerForm {
	return { refusal: { code: 'survey/huge' }, issues: [], conflicts: [], values: {} };
}
