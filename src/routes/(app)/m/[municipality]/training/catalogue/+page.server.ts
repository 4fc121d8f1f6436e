import { fail } from '@sveltejs/kit';
import type { CatalogueCourse } from '#lib/domain/training/index.ts';
import { answer, NO_PROBLEMS, refuseAccess } from '#lib/forms/index.ts';
import { formatEuro, formatNumber } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameOfForm, nameOfLevel } from '#lib/i18n/training-names.ts';
import { importCatalogue, readCatalogue } from '#lib/server/services/training-sheets.ts';
import { planYearIn } from '../plan-year.ts';
import type { Actions, PageServerLoad } from './$types';
import { fileIn, sheetWords } from '../sheet-words.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const page = answer(await readCatalogue(locals.ctx, params.municipality));
	const names = new Map(page.competencies.map((one) => [one.key, localText(one.name)]));
	const only = page.competencies.find(({ key }) => key === url.searchParams.get('competency'));
	return {
		edits: page.edits,
		isSaved: url.searchParams.has('saved'),
		isRemoved: url.searchParams.has('removed'),
		year: planYearIn(url),
		only: only ? localText(only.name) : null,
		courses: page.courses
			.filter(({ competencyKey }) => !only || competencyKey === only.key)
			.map((course) => ({
				key: course.key,
				title: localText(course.title),
				competency: names.get(course.competencyKey) ?? course.competencyKey,
				level: nameOfLevel(course.levelTo),
				provider: localText(course.provider),
				form: nameOfForm(course.form),
				hours: formatNumber(course.hours),
				price: formatEuro(course.pricePerPerson, { digits: 2 }),
				places: formatNumber(course.places),
				whose: whoseOf(course),
			})),
	};
};

function whoseOf({ isShared, replacesKey }: CatalogueCourse): string {
	if (isShared) return m.session_course_shared();
	return replacesKey === null ? m.session_course_own() : m.session_course_own_copy();
}

export const actions: Actions = {
	bring: async ({ request, locals, params }) => {
		const file = await fileIn(await request.formData());
		if (!file) return fail(400, { ...NO_PROBLEMS, issues: { file: { code: 'required' } }, outcome: null });
		const result = await importCatalogue(locals.ctx, params.municipality, file);
		if (result.ok) {
			const outcome = sheetWords(result.value);
			return outcome.isTaken ? { ...NO_PROBLEMS, outcome } : fail(409, { ...NO_PROBLEMS, outcome });
		}
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, outcome: null });
	},
};
