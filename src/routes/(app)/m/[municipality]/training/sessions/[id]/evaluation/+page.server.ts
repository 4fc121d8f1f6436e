import { error, fail } from '@sveltejs/kit';
import {
	groupGain,
	improvement,
	learningGain,
	RESPONSE_QUESTIONS,
	type TestScore,
} from '#lib/domain/training/index.ts';
import type { EmployeeId } from '#lib/domain/shared/index.ts';
import {
	decimal,
	echoForm,
	id,
	NO_PROBLEMS,
	optionalText,
	parseForm,
	refuseAccess,
	text,
} from '#lib/forms/index.ts';
import { formatNumber, formatShare } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfQuestion, textOfSessionRefusal } from '#lib/i18n/session-names.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	issueEvaluationLinks,
	removeEffect,
	saveEffect,
	saveScores,
} from '#lib/server/services/training-evaluation.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';
import { seenIn } from '../../../both-edits.ts';
import { openPage } from '../open-page.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { page, words } = await openPage(locals.ctx, params);
	const { reaction } = page;
	const attended = (page.participants ?? []).filter((person) => person.state === 'attended');
	const gain = groupGain(
		attended.flatMap((person) => (person.score ? [{ employeeId: person.id, ...person.score }] : [])),
	);
	const two = (value: number) => formatNumber(value, { digits: 2, fixed: true });
	return {
		...words,
		reaction:
			reaction.kind === 'measured'
				? {
						kind: reaction.kind,
						answers: formatNumber(reaction.answers),
						mean: two(reaction.mean),
						rows: RESPONSE_QUESTIONS.map((question) => ({
							name: nameOfQuestion(question),
							mean: two(reaction.means[question]),
							part: reaction.means[question] / 5,
						})),
						comments: reaction.comments,
					}
				: { kind: reaction.kind },
		seesPeople: page.participants !== null,
		scores: attended.map((person) => ({
			id: person.id,
			name: person.name,
			link: LINKS[person.linkState](),
			before: typed(person.score?.before),
			after: typed(person.score?.after),
			maximum: typed(person.score?.maximum),
			gain: gainText(person.score),
		})),
		gain: gain.mean === undefined ? null : m.session_gain_mean({ gain: two(gain.mean), count: gain.defined }),
		undefinedGains: gain.undefinedGains > 0 ? m.session_gain_undefined({ count: gain.undefinedGains }) : '',
		effects: page.effects.map((one) => ({
			id: one.id,
			indicator: one.indicator,
			before: formatNumber(one.before ?? 0, { digits: 2 }),
			after: formatNumber(one.after ?? 0, { digits: 2 }),
			change: improvementText(one),
			note: one.note,
		})),
		functions: page.functions.map(({ key, text: words }) => ({ key, text: localText(words) })),
	};
};

const LINKS = { none: m.session_link_none, open: m.session_link_open, used: m.session_link_used };
const points = decimal({ min: 0, max: 100_000 });
const scoreForm = z.object({
	person: id(),
	before: points,
	after: points,
	maximum: decimal({ min: 0.1, max: 100_000 }),
});
const effectForm = z.object({
	indicator: text(200),
	functionKey: optionalText(80),
	before: decimal({ min: -1e9, max: 1e9 }),
	after: decimal({ min: -1e9, max: 1e9 }),
	direction: z.enum(['higher', 'lower']),
	note: optionalText(500),
});

export const actions: Actions = {
	links: async ({ locals, params, url }) => {
		const result = await issueEvaluationLinks(locals.ctx, addressOf(params));
		if (!result.ok) return refuse(result.error);
		const links = result.value.map(({ name, token }) => ({ name, address: `${url.origin}/e/${token}` }));
		return { ...NO_PROBLEMS, refusal: null, links, others: null };
	},
	score: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(scoreForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null, others: null });
		const { person, ...score } = form.value;
		const scores = [{ employeeId: person as EmployeeId, ...score }];
		const result = await saveScores(locals.ctx, addressOf(params), scores, seenScores(data, person));
		if (result.ok) return saved();
		if (result.error.code === 'evaluation/clash') return fail(409, bothScores(data, result.error.theirs));
		return refuse(result.error, echoForm(data));
	},
	effect: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(effectForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null, others: null });
		const { direction, note, ...effect } = form.value;
		const result = await saveEffect(locals.ctx, addressOf(params), {
			...effect,
			note: note ?? '',
			isLowerBetter: direction === 'lower',
		});
		if (result.ok) return saved();
		if (result.error.code !== 'evaluation/effect-exists') return refuse(result.error, echoForm(data));
		const { before, after } = result.error;
		const refusal = m.session_effect_exists({ before: typed(before), after: typed(after) });
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal, links: null, others: null });
	},
	removeEffect: async ({ request, locals, params }) => {
		const form = parseForm(z.object({ id: id() }), await request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, links: null, others: null });
		const result = await removeEffect(locals.ctx, { ...addressOf(params), effectId: form.value.id });
		return result.ok ? saved() : refuse(result.error);
	},
};

function addressOf(params: { readonly municipality: string; readonly id: string }) {
	return { slug: params.municipality, id: params.id };
}

/** The points that stood in the form of a person when it was opened; undefined for a form that does not say. */
function seenScores(data: FormData, person: string): readonly TestScore[] | undefined {
	const seen = seenIn(data);
	if (seen === null) return undefined;
	const read = (name: string) => Number((seen[name] ?? '').replace(',', '.'));
	if ((seen['maximum'] ?? '') === '') return [];
	const points = { before: read('before'), after: read('after'), maximum: read('maximum') };
	return [{ employeeId: person as EmployeeId, ...points }];
}

/** The points as they were typed, beside those that somebody else stored meanwhile. */
function bothScores(data: FormData, theirs: TestScore | null) {
	const others = theirs
		? m.session_score_words({
				before: typed(theirs.before),
				after: typed(theirs.after),
				maximum: typed(theirs.maximum),
			})
		: m.session_not_measured();
	const refusal = m.session_both_edited();
	return { ...NO_PROBLEMS, values: echoForm(data), refusal, links: null, others };
}

function saved() {
	return { ...NO_PROBLEMS, refusal: null, links: null, others: null, isSaved: true };
}

function refuse(refusal: { readonly code: string }, values: Readonly<Record<string, string>> = {}) {
	refuseAccess(refusal);
	const words = textOfSessionRefusal(refusal.code);
	if (refusal.code === 'session/no-such-session') error(404, words);
	return fail(409, { ...NO_PROBLEMS, values, refusal: words, links: null, others: null });
}

function typed(value: number | undefined): string {
	return value === undefined ? '' : String(value).replace('.', ',');
}

function gainText(
	score: { readonly before: number; readonly after: number; readonly maximum: number } | null,
) {
	if (!score) return m.session_not_measured();
	const gain = learningGain({ pre: score.before, post: score.after, max: score.maximum });
	return gain === undefined ? m.session_gain_none() : formatNumber(gain, { digits: 2, fixed: true });
}

function improvementText(one: {
	readonly before: number | null;
	readonly after: number | null;
	readonly isLowerBetter: boolean;
}) {
	const part = improvement({
		before: one.before ?? 0,
		after: one.after ?? 0,
		isLowerBetter: one.isLowerBetter,
	});
	if (part === undefined) return m.session_effect_undefined();
	const share = formatShare(Math.abs(part));
	return part < 0 ? m.session_effect_worse({ share }) : m.session_effect_better({ share });
}
