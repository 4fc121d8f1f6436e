import { parameterNumber } from '#lib/domain/legal/index.ts';
import { lookUp, type LocalText, type Municipality } from '#lib/domain/org/index.ts';
import { operationEffects, type ScenarioRun } from '#lib/domain/scenario/index.ts';
import type { CompetencyKey, IsoDate } from '#lib/domain/shared/index.ts';
import { countNeed, deriveNeeds, type NeedCount } from '#lib/domain/training/index.ts';
import type { Ctx } from '../context.ts';
import { listCertificates, listExemptions } from '../queries/certificate.ts';
import { listCompetencies, listRequirements } from '../queries/competency.ts';
import { listAssessments, listEmployees } from '../queries/employee.ts';
import { listParameters } from '../queries/legal.ts';
import { structuralChanges } from './training-changes.ts';

/** The training that a change calls for, in numbers: what a proposal freezes and its workbook prints. */
export interface CountedTraining {
	/** The day on which people and assessments were looked at. */
	readonly asOf: IsoDate;
	readonly needs: readonly NeedCount[];
	/** The names of the competencies that the needs speak of. */
	readonly competencies: readonly { readonly key: CompetencyKey; readonly name: LocalText }[];
}

/** Counts what the operations of a run ask of the people of today; the caller has authorised. */
export async function countTraining(
	ctx: Ctx,
	change: {
		readonly municipality: Municipality;
		readonly run: ScenarioRun;
		readonly effectiveOn: IsoDate | null;
	},
): Promise<CountedTraining> {
	const { municipality, run, effectiveOn } = change;
	const asOf = ctx.clock.today();
	const [before, after] = [lookUp(run.before), lookUp(run.after)];
	const competencies = await listCompetencies(ctx.db, municipality.id);
	const needs = deriveNeeds({
		...{ before, after, competencies, asOf },
		changes: structuralChanges({ effects: operationEffects(run.steps), after, effectiveOn }),
		requirements: await listRequirements(ctx.db, municipality.id),
		employees: await listEmployees(ctx.db, municipality.id),
		assessments: await listAssessments(ctx.db, municipality.id),
		certificates: await listCertificates(ctx.db, municipality.id),
		exemptions: await listExemptions(ctx.db, municipality.id),
		mandatoryMonths: parameterNumber(await listParameters(ctx.db), {
			key: 'training.mandatory.months',
			asOf,
			municipality: municipality.id,
		}),
	}).filter((need) => 'operationId' in need.cause);
	const named = new Set(needs.map((need) => need.competencyKey));
	return {
		asOf,
		needs: needs.map(countNeed),
		competencies: competencies.filter(({ key }) => named.has(key)).map(({ key, name }) => ({ key, name })),
	};
}
