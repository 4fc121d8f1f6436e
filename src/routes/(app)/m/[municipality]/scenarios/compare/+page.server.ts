import { weighAlternatives } from '#lib/domain/scenario/index.ts';
import { answer } from '#lib/forms/index.ts';
import { compareScenarios } from '#lib/server/services/scenario-compare.ts';
import { askedComparison, askedWeights, columnHeads, numberRows } from './compare-view.ts';
import { ruleRows, structureRows } from './compare-rows.ts';
import { weightView } from './weight-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = askedComparison(url.searchParams);
	const compared = answer(await compareScenarios(locals.ctx, params.municipality, asked));
	const base = `/m/${params.municipality}/scenarios`;
	const chosen = compared.columns.flatMap(({ scenario }) => scenario?.id ?? []);
	const values = compared.columns.map((column) => column.values);
	return {
		scenarios: compared.scenarios.map(({ id, name, operations }) => ({
			...{ id, name, operations, isChosen: chosen.includes(id) },
		})),
		heads: columnHeads(compared.columns, base),
		...{ judgedOn: compared.judgedOn, askedDay: asked.judgedOn },
		hasSeveralBases: compared.hasSeveralBases,
		numbers: numberRows(compared.columns, base),
		structure: structureRows(compared.rows, url.searchParams),
		rules: ruleRows(compared.rules),
		weights:
			chosen.length > 0
				? weightView(weighAlternatives(values, askedWeights(url.searchParams)), compared.columns)
				: null,
	};
};
