import { fail, redirect } from '@sveltejs/kit';
import { PROJECT_INDICATORS, type ProjectIndicator } from '#lib/domain/training/index.ts';
import {
	answer,
	day,
	echoForm,
	id,
	NO_PROBLEMS,
	parseForm,
	refuseAccess,
	revision,
	text,
} from '#lib/forms/index.ts';
import { formatDate, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { localText, nameOfCategory } from '#lib/i18n/names.ts';
import { nameOfProjectIndicator, textOfProjectRefusal } from '#lib/i18n/session-names.ts';
import { nameOfSex } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	readIndicators,
	removeProject,
	saveProject,
	type CountedGroup,
} from '#lib/server/services/training-project.ts';
import { z } from 'zod';
import { planYearIn } from '../plan-year.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const page = answer(await readIndicators(locals.ctx, params.municipality, planYearIn(url)));
	const row = (name: string, { counts }: CountedGroup<string>) => ({
		name,
		people: counts ? formatNumber(counts.people) : m.training_hidden_count(),
		seats: counts ? formatNumber(counts.seats) : m.training_hidden_count(),
	});
	return {
		year: page.year,
		mayEdit: page.mayEdit,
		done: url.searchParams.has('done'),
		groups: [
			{ title: m.session_by_sex(), rows: page.bySex.map((one) => row(nameOfSex(one.key), one)) },
			{
				title: m.session_by_category(),
				rows: page.byCategory.map((one) => row(nameOfCategory(one.key), one)),
			},
			{ title: m.session_by_unit(), rows: page.byUnit.map((one) => row(localText(one.name), one)) },
		],
		projects: page.projects.map((project) => ({
			id: project.id,
			name: project.name,
			revision: String(project.revision),
			startsOn: project.startsOn,
			endsOn: project.endsOn,
			period: `${formatDate(project.startsOn)} – ${formatDate(project.endsOn)}`,
			indicators: project.indicators.map(({ code, target, actual }) => ({
				code,
				name: nameOfProjectIndicator(code),
				target: target === null ? '' : String(target),
				actual: formatNumber(actual),
				reached: target === null || target === 0 ? '' : formatShare(actual / target),
			})),
		})),
		indicators: PROJECT_INDICATORS.map((code) => ({ code, name: nameOfProjectIndicator(code) })),
	};
};

const target = z
	.string()
	.trim()
	.max(9)
	.regex(/^\d*$/u, { message: 'code:not-a-number' })
	.default('')
	.transform((value) => (value === '' ? null : Number(value)));
const projectForm = z.object({
	id: z.union([z.literal('').transform(() => null), id()]).default(null),
	name: text(200),
	startsOn: day(),
	endsOn: day(),
	...Object.fromEntries(PROJECT_INDICATORS.map((code) => [`target-${code}`, target])),
});
const storedForm = z.object({ id: id(), revision: revision() });

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(projectForm, data);
		const stored = data.get('id') ? parseForm(storedForm, data) : null;
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		if (stored && !stored.ok) return fail(400, { ...stored.error, refusal: null });
		const { name, startsOn, endsOn } = form.value;
		const targets = new Map(
			PROJECT_INDICATORS.flatMap((code): readonly (readonly [ProjectIndicator, number])[] => {
				const given = (form.value as Readonly<Record<string, unknown>>)[`target-${code}`];
				return typeof given === 'number' ? [[code, given]] : [];
			}),
		);
		const input = { id: form.value.id, revision: stored?.value.revision ?? null };
		const project = { ...input, name, startsOn, endsOn, targets };
		const result = await saveProject(locals.ctx, params.municipality, project);
		if (result.ok) redirect(303, '?done=1');
		refuseAccess(result.error);
		const values = echoForm(data);
		if (result.error.code === 'project/ends-before')
			return fail(409, { issues: { endsOn: { code: 'session/ends-before' } }, values, refusal: null });
		return fail(409, { ...NO_PROBLEMS, values, refusal: textOfProjectRefusal(result.error.code) });
	},
	remove: async ({ request, locals, params }) => {
		const form = parseForm(storedForm, await request.formData());
		if (!form.ok) return fail(400, { ...form.error, refusal: null });
		const result = await removeProject(locals.ctx, params.municipality, form.value);
		if (result.ok) redirect(303, '?done=1');
		refuseAccess(result.error);
		return fail(409, { ...NO_PROBLEMS, refusal: textOfProjectRefusal(result.error.code) });
	},
};
