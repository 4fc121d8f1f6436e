import { error } from '@sveltejs/kit';
import { refuseAccess } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportTrainingPlan } from '#lib/server/services/export-training.ts';
import { planYearIn } from '../../plan-year.ts';
import type { RequestHandler } from './$types';

/** The training plan of a year as a workbook, in the language of the reader. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const file = await exportTrainingPlan(
		locals.ctx,
		{ slug: params.municipality, year: planYearIn(url) },
		getLocale(),
	);
	if (file.ok) return new Response(file.value.bytes.slice().buffer, { headers: file.value.headers });
	refuseAccess(file.error);
	return error(404, m.training_unknown_file_plan());
};
