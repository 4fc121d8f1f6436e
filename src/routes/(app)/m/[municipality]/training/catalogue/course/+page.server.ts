import { error, fail, redirect } from '@sveltejs/kit';
import { eurCents, type CompetencyKey } from '#lib/domain/shared/index.ts';
import {
	COMPETENCY_LEVELS,
	COURSE_CAUSES,
	COURSE_FORMS,
	type CatalogueCourse,
} from '#lib/domain/training/index.ts';
import {
	choice,
	decimal,
	echoForm,
	id,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	revision,
	text,
	wholeNumber,
} from '#lib/forms/index.ts';
import { localPath } from '#lib/forms/local-path.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfForm, nameOfGroup, nameOfLevel } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { serveCauses } from '#lib/server/services/course-cause.ts';
import { readCourse, removeCourse, saveCourse } from '#lib/server/services/training-course.ts';
import type { HoldingLine } from '#lib/server/services/training-need-hold.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';
import { bothEdits, seenIn } from '../../both-edits.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const result = await readCourse(locals.ctx, params.municipality, url.searchParams.get('key'));
	if (!result.ok) {
		refuseAccess(result.error);
		error(404, m.session_course_gone());
	}
	const { course, competencies, saves } = result.value;
	return {
		saves,
		causes: course?.causes ?? [],
		key: course?.key ?? '',
		name: course ? localText(course.title) : null,
		values: course
			? valuesOf(course)
			: { ...EMPTY, title: url.searchParams.get('title')?.slice(0, 200) ?? '' },
		back: backIn(url.searchParams.get('back'), params.municipality),
		competencies: competencies.map(({ key, name }) => ({ value: key, label: localText(name) })),
		levels: COMPETENCY_LEVELS.map((level) => ({ value: String(level), label: nameOfLevel(level) })),
		forms: COURSE_FORMS.map((form) => ({ value: form, label: nameOfForm(form) })),
	};
};

const EMPTY: Readonly<Record<string, string>> = { revision: '' };

const courseForm = z.object({
	title: text(200),
	competencyKey: id(),
	levelTo: wholeNumber({ min: 1, max: 5 }),
	provider: text(200),
	form: choice(COURSE_FORMS),
	hours: decimal({ min: 0.5, max: 1000 }),
	price: decimal({ min: 0, max: 100_000 }),
	places: wholeNumber({ min: 1, max: 5000 }),
});
const storedForm = z.object({ key: id(), revision: revision() });

const causesForm = storedForm.extend({ causes: z.array(choice(COURSE_CAUSES)).max(3).default([]) });

export const actions: Actions = {
	remove: async ({ request, locals, params }) => {
		const form = parseForm(storedForm, await request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null, others: null, lines: [] });
		const removed = await removeCourse(locals.ctx, { slug: params.municipality, ...form.value });
		if (removed.ok) redirect(303, `/m/${params.municipality}/training/catalogue?removed=1`);
		refuseAccess(removed.error);
		const { error: refused } = removed;
		if (refused.code === 'course/in-use')
			return fail(409, {
				...{ ...NO_PROBLEMS, refusal: m.session_course_in_use(), others: null },
				lines: refused.lines.map(lineWords),
			});
		if (refused.code === 'course/stale')
			return fail(409, { ...NO_PROBLEMS, refusal: m.dictionary_refusal_stale(), others: null, lines: [] });
		error(404, m.session_course_gone());
	},
	serve: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(causesForm, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: null, others: null, lines: [] });
		const { causes, ...stored } = form.value;
		const of = { slug: params.municipality, ...stored, source: m.session_course_by_hand() };
		const result = await serveCauses(locals.ctx, of, causes);
		if (result.ok) redirect(303, `/m/${params.municipality}/training/catalogue?saved=${result.value}`);
		refuseAccess(result.error);
		if (result.error.code === 'course/stale')
			return fail(409, { ...NO_PROBLEMS, refusal: m.dictionary_refusal_stale(), others: null, lines: [] });
		error(404, m.session_course_gone());
	},
	save: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(courseForm, data);
		const seen = seenIn(data);
		if (!form.ok) return fail(400, { ...form.error, seen, refusal: null, others: null, lines: [] });
		const stored = (data.get('key') ?? '') === '' ? null : parseForm(storedForm, data);
		if (stored && !stored.ok)
			return fail(400, { ...stored.error, seen, refusal: null, others: null, lines: [] });
		const of = { slug: params.municipality, key: null, revision: null, ...stored?.value };
		const result = await saveCourse(locals.ctx, of, statedIn(form.value), m.session_course_by_hand());
		const back = backIn(data.get('back'), params.municipality);
		if (result.ok && back) redirect(303, back);
		if (result.ok) redirect(303, `/m/${params.municipality}/training/catalogue?saved=${result.value}`);
		refuseAccess(result.error);
		if (result.error.code === 'course/no-such-course') error(404, m.session_course_gone());
		if (result.error.code === 'course/stale') return fail(409, stale(data, result.error.now));
		const issues = { competencyKey: { code: 'required' } };
		return fail(409, { issues, values: echoForm(data), seen, refusal: null, others: null, lines: [] });
	},
};

/** The page of the same municipality that asked for the course; empty without one. */
function backIn(value: unknown, slug: string): string {
	const path = localPath(value);
	return path.startsWith(`/m/${slug}/`) ? path : '';
}

function statedIn({ price, competencyKey, levelTo, ...form }: z.infer<typeof courseForm>) {
	const level = COMPETENCY_LEVELS.find((one) => one === levelTo) ?? 1;
	return {
		...{ ...form, levelTo: level, competencyKey: competencyKey as CompetencyKey },
		pricePerPerson: eurCents(Math.round(price * 100)),
	};
}

/** The form with both edits in it: nothing is stored until the person saves what was chosen. */
function stale(data: FormData, now: CatalogueCourse) {
	const theirs = valuesOf(now);
	const { values, others } = bothEdits({
		seen: seenIn(data) ?? {},
		mine: ownFields(echoForm(data), theirs),
		theirs,
	});
	const shown = { ...values, key: now.key, revision: String(now.revision) };
	return {
		...NO_PROBLEMS,
		values: shown,
		seen: theirs,
		refusal: m.session_both_edited(),
		others: wordsOf(others),
		lines: [],
	};
}

function ownFields(given: Readonly<Record<string, string>>, like: Readonly<Record<string, string>>) {
	return Object.fromEntries(Object.keys(like).map((name) => [name, given[name] ?? '']));
}

/** „Обществени поръчки, група 2, 2027“. */
function lineWords(line: HoldingLine) {
	const name = [localText(line.title), nameOfGroup(line), String(line.year)].filter(Boolean).join(', ');
	return { id: line.id, year: line.year, name };
}

/** The fields of the form, as a person would type them. */
function valuesOf(course: CatalogueCourse): Readonly<Record<string, string>> {
	return {
		title: course.title.bg,
		competencyKey: course.competencyKey,
		levelTo: String(course.levelTo),
		provider: course.provider.bg,
		form: course.form,
		hours: String(course.hours).replace('.', ','),
		price: (course.pricePerPerson / 100).toFixed(2).replace('.', ','),
		places: String(course.places),
		revision: String(course.revision),
	};
}

/** What the other one stored, in words. */
function wordsOf(others: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	const form = COURSE_FORMS.find((one) => one === others['form']);
	const level = COMPETENCY_LEVELS.find((one) => String(one) === others['levelTo']);
	return {
		...others,
		...(form && { form: nameOfForm(form) }),
		...(level && { levelTo: nameOfLevel(level) }),
	};
}
