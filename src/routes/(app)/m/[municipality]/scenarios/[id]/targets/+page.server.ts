import { fail, redirect } from '@sveltejs/kit';
import { TARGET_METRICS, TARGET_METRIC_KEYS, type TargetMetric } from '#lib/domain/scenario/index.ts';
import {
	echoForm,
	NO_PROBLEMS,
	optionalDecimal,
	parseForm,
	refuseAccess,
	revision,
} from '#lib/forms/index.ts';
import { measureText, nameOfMeasure, pageOfMeasure } from '#lib/i18n/compare-text.ts';
import { nameOfTargetState, targetBound } from '#lib/i18n/target-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { saveTargets, targetsToSet } from '#lib/server/services/scenario-target.ts';
import { z } from 'zod';
import { loadScenario } from '../frame.ts';
import { problemText } from '../operations/operation-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Amounts are typed in whole euro and in per cent, and kept in cents and as shares. */
const SCALES: Readonly<Partial<Record<TargetMetric, number>>> = { cost: 100, 'specialised-share': 0.01 };
const scaleOf = (metric: TargetMetric) => SCALES[metric] ?? 1;
const mostOf = (metric: TargetMetric) =>
	metric === 'cost' ? 1e10 : metric === 'specialised-share' ? 100 : 1e6;

export const load: PageServerLoad = async ({ locals, params }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const { targets, values, standings } = await targetsToSet(locals.ctx, open);
	return {
		...{ summary, scenarioFrame },
		rows: standings.map((standing) => ({
			metric: standing.metric,
			name: nameOfMeasure(standing.measure),
			before: measureText(standing.measure, standing.before),
			after: measureText(standing.measure, standing.after),
			page: pageOfMeasure(standing.measure),
			bound: targetBound(standing),
			state: standing.state,
			stateName: nameOfTargetState(standing.state),
		})),
		fields: TARGET_METRIC_KEYS.map((metric) => {
			const { measure, bound } = TARGET_METRICS[metric];
			const amount = targets[metric];
			return {
				metric,
				label: m.target_field({
					name: nameOfMeasure(measure),
					bound: bound === 'at-most' ? m.target_bound_most() : m.target_bound_least(),
				}),
				unit: unitOf(metric),
				value: amount === undefined ? '' : typed(amount / scaleOf(metric)),
				now: m.target_now({ value: measureText(measure, values.after[measure]) }),
			};
		}),
	};
};

function unitOf(metric: TargetMetric): string {
	if (metric === 'cost') return m.target_unit_euro();
	if (metric === 'specialised-share') return m.target_unit_share();
	return metric === 'administration' ? m.target_unit_posts() : '';
}

/** A number as a field shows it, without the dust of divisions. */
function typed(value: number): string {
	return String(Math.round(value * 1e6) / 1e6).replace('.', ',');
}

const schema = z.object({
	revision: revision(),
	...Object.fromEntries(
		TARGET_METRIC_KEYS.map((metric) => [metric, optionalDecimal({ min: 0, max: mostOf(metric) })] as const),
	),
});

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(400, { ...form.error, refusal: '' });
		const address = { slug: params.municipality, scenarioId: params.id };
		const amounts: Readonly<Record<string, unknown>> = form.value;
		const targets = Object.fromEntries(
			TARGET_METRIC_KEYS.flatMap((metric) => {
				const amount = amounts[metric];
				return typeof amount === 'number' ? [[metric, inUnit(metric, amount)]] : [];
			}),
		);
		const result = await saveTargets(locals.ctx, address, { targets, revision: form.value.revision });
		if (result.ok) redirect(303, `/m/${params.municipality}/scenarios/${params.id}/targets`);
		refuseAccess(result.error);
		const refusal = await problemText(locals.ctx, address, result.error as Parameters<typeof problemText>[2]);
		return fail(409, { ...NO_PROBLEMS, values: echoForm(data), refusal });
	},
};

function inUnit(metric: TargetMetric, amount: number): number {
	return metric === 'cost' ? Math.round(amount * 100) : amount * scaleOf(metric);
}
