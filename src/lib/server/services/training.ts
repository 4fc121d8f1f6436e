import { seesAllPeople, type Action } from '#lib/domain/access/index.ts';
import { findParameter, parameterNumber, type ParameterSet } from '#lib/domain/legal/index.ts';
import { lookUp, type StructureLookup } from '#lib/domain/org/index.ts';
import {
	ok,
	type IsoDate,
	type MunicipalityId,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import type {
	Assessment,
	CatalogueCourse,
	Certificate,
	DictionaryEntry,
	Employee,
	Exemption,
	RankTerm,
	RankWeights,
	Requirement,
	TrainingWish,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listCertificates, listExemptions, listWishes } from '../queries/certificate.ts';
import { listRequirements } from '../queries/competency.ts';
import { listCourses } from '../queries/course.ts';
import { listDictionary } from '../queries/dictionary.ts';
import { listAssessments, listEmployees } from '../queries/employee.ts';
import { listParameters } from '../queries/legal.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

/** Whose names and levels the actor may see: everybody's, those of one unit, nobody's. */
export type PeopleView =
	| { readonly kind: 'everybody' }
	| { readonly kind: 'unit'; readonly unitKey: UnitKey }
	| { readonly kind: 'nobody' };

/** A municipality with everything that its training is worked out from. */
export interface OpenTraining extends OpenStructure {
	readonly lookup: StructureLookup;
	/** With what is out of use, for what already rests on it. */
	readonly competencies: readonly DictionaryEntry[];
	/** The shared ones and those of the municipality, also the shared ones that its own replace. */
	readonly courses: readonly CatalogueCourse[];
	readonly requirements: readonly Requirement[];
	readonly employees: readonly Employee[];
	readonly assessments: readonly Assessment[];
	readonly asOf: IsoDate;
	readonly certificates: readonly Certificate[];
	readonly exemptions: readonly Exemption[];
	readonly wishes: readonly TrainingWish[];
	readonly mandatoryMonths: number | undefined;
	/** The same with the law that sets it; null when nobody entered it. */
	readonly mandatoryLaw: { readonly citation: string; readonly months: number } | null;
	readonly noticeMonths: number | undefined;
	/** Weights of the priority of needs. */
	readonly rankWeights: RankWeights;
	readonly ruleMonths: number | undefined;
	readonly view: PeopleView;
}

/** Opens the training of a municipality for an action. */
export async function openTraining(
	ctx: Ctx,
	address: WorkspaceAddress,
	action: Action = 'training.read',
): Promise<Result<OpenTraining, Refused>> {
	const opened = await openStructure(ctx, address, action);
	if (!opened.ok) return opened;
	const { municipality, structure } = opened.value;
	const asOf = ctx.clock.today();
	return ok({
		...opened.value,
		lookup: lookUp(structure),
		competencies: await listDictionary(ctx.db, municipality.id),
		courses: await listCourses(ctx.db, municipality.id),
		requirements: await listRequirements(ctx.db, municipality.id),
		employees: await listEmployees(ctx.db, municipality.id),
		assessments: await listAssessments(ctx.db, municipality.id),
		asOf,
		certificates: await listCertificates(ctx.db, municipality.id),
		exemptions: await listExemptions(ctx.db, municipality.id),
		wishes: await listWishes(ctx.db, municipality.id),
		...trainingTerms(await listParameters(ctx.db), { asOf, municipality: municipality.id }),
		view: peopleView(opened.value),
	});
}

/** The terms of training as they stand on a day, in months; undefined where nobody entered them. */
function trainingTerms(
	parameters: ParameterSet,
	at: { readonly asOf: IsoDate; readonly municipality: MunicipalityId },
): Pick<OpenTraining, 'mandatoryMonths' | 'mandatoryLaw' | 'noticeMonths' | 'ruleMonths' | 'rankWeights'> {
	const weightOf = (term: RankTerm) =>
		parameterNumber(parameters, { ...at, key: `training.priority.${term}` }) ?? 1;
	const law = findParameter(parameters, { ...at, key: 'training.mandatory.months' });
	return {
		mandatoryLaw: typeof law?.value === 'number' ? { citation: law.citation, months: law.value } : null,
		mandatoryMonths: parameterNumber(parameters, { ...at, key: 'training.mandatory.months' }),
		rankWeights: {
			shortage: weightOf('shortage'),
			people: weightOf('people'),
			law: weightOf('law'),
			deadline: weightOf('deadline'),
		},
		noticeMonths: parameterNumber(parameters, { ...at, key: 'training.certificate.notice-months' }),
		ruleMonths: parameterNumber(parameters, { ...at, key: 'training.rule-change.months' }),
	};
}

/** True when the actor may see the persons of the unit. */
export function seesUnit(view: PeopleView, unitKey: UnitKey): boolean {
	return view.kind === 'everybody' || (view.kind === 'unit' && view.unitKey === unitKey);
}

function peopleView({ actor, municipality }: OpenStructure): PeopleView {
	if (seesAllPeople(actor, municipality.id)) return { kind: 'everybody' };
	const own = actor.memberships.find(
		(membership) => membership.municipalityId === municipality.id && membership.role === 'unit-head',
	);
	return own?.unitKey ? { kind: 'unit', unitKey: own.unitKey } : { kind: 'nobody' };
}
