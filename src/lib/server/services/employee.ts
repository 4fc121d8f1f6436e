import { can, type Actor, type Subject } from '#lib/domain/access/index.ts';
import type { LocalText, Municipality } from '#lib/domain/org/index.ts';
import {
	err,
	ok,
	type CompetencyKey,
	type EmployeeId,
	type IsoDate,
	type Result,
} from '#lib/domain/shared/index.ts';
import {
	certificateState,
	computeCompetencyCells,
	type Assessment,
	type Certificate,
	type CertificateState,
	type Competency,
	type CompetencyCell,
	type Employee,
	type Exemption,
	type SubjectKind,
	type TrainingSubject,
	type TrainingWish,
} from '#lib/domain/training/index.ts';
import { authorise, DENIED, type Ctx, type Refused } from '../context.ts';
import { findEmployee, type EmployeeRecord } from '../queries/employee.ts';
import { postChoices, type PostChoice } from './employee-posts.ts';
import { readLearning, type PersonLearning } from './employee-learning.ts';
import { sourceView, type SourceView } from './requirement-view.ts';
import { auditLook } from './training-look.ts';
import { openTraining, seesUnit, type OpenTraining } from './training.ts';

export interface PersonRow {
	readonly id: EmployeeId;
	readonly name: string;
	readonly post: LocalText;
	readonly unit: { readonly key: string; readonly name: LocalText } | null;
	readonly occupancy: number;
	readonly startedOn: IsoDate;
	readonly leftOn: IsoDate | null;
	readonly required: number;
	readonly belowLevel: number;
	readonly notAssessed: number;
}

/** The people whom the actor may see: everybody for human resources, the own unit for its head. */
export async function listPeople(
	ctx: Ctx,
	slug: string,
): Promise<Result<{ readonly people: readonly PersonRow[]; readonly mayEdit: boolean }, Refused>> {
	const opened = await openPeople(ctx, slug);
	if (!opened.ok) return opened;
	const training = opened.value;
	const cells = Map.groupBy(computeCompetencyCells(training.lookup, training), (cell) => cell.employeeId);
	await auditLook(ctx, training, { entity: 'employee-list', entityKey: slug });
	const people = training.employees
		.filter((person) => isSeen(training, person))
		.map((person) => personRow(person, training, cells.get(person.id) ?? []));
	return ok({ people, mayEdit: mayEdit(training) });
}

export interface PersonPage extends PersonLearning {
	readonly person: EmployeeRecord;
	readonly post: LocalText;
	readonly unit: { readonly key: string; readonly name: LocalText } | null;
	/** What the post asks, with the level of the person. */
	readonly cells: readonly (Omit<CompetencyCell, 'sources'> & {
		readonly name: LocalText;
		readonly sources: readonly SourceView[];
	})[];
	/** Every assessment, newest first. */
	readonly history: readonly (Assessment & { readonly name: LocalText })[];
	readonly competencies: readonly Pick<Competency, 'key' | 'name' | 'group'>[];
	readonly posts: readonly PostChoice[];
	readonly certificates: readonly (Omit<Certificate, 'subject'> & {
		readonly subject: SubjectName;
		readonly state: CertificateState;
	})[];
	readonly exemptions: readonly (Omit<Exemption, 'subject'> & { readonly subject: SubjectName })[];
	readonly wishes: readonly (TrainingWish & { readonly name: LocalText })[];
	readonly mayEdit: boolean;
	/** Human resources give out the copy, also of a record that was erased. */
	readonly mayExport: boolean;
	/** Wishes may be recorded by the head of the unit as well. */
	readonly mayWish: boolean;
}

/** What was erased can no longer be changed. */
export type ErasedRefusal = { readonly code: 'people/erased' };

/** What a paper is about, in words; `competency` is null for mandatory training. */
export interface SubjectName {
	readonly kind: SubjectKind;
	readonly competency: LocalText | null;
}

/** One person's page; every look at it is on record. */
export async function readPerson(ctx: Ctx, slug: string, id: string): Promise<Result<PersonPage, Refused>> {
	const opened = await openPerson(ctx, slug, id);
	if (!opened.ok) return opened;
	const { training, person } = opened.value;
	const { lookup, competencies, assessments } = training;
	await auditLook(ctx, training, { entity: 'employee', entityKey: person.id });
	const names = new Map(competencies.map((item) => [item.key, item.name]));
	const name = (key: CompetencyKey) => names.get(key) ?? { bg: key, en: null };
	const cells = computeCompetencyCells(lookup, { ...training, employees: [person] });
	return ok({
		person,
		...placeOf(person, training),
		cells: cells.map((cell) => ({
			...cell,
			name: name(cell.competencyKey),
			sources: cell.sources.map((source) => sourceView(training, source, cell.required)),
		})),
		history: assessments
			.filter((assessment) => assessment.employeeId === person.id)
			.map((assessment) => ({ ...assessment, name: name(assessment.competencyKey) }))
			.reverse(),
		competencies: competencies
			.filter(({ isRetired }) => !isRetired)
			.map(({ key, name: words, group }) => ({ key, name: words, group })),
		posts: postChoices(training, person.id),
		...papersOf(training, person),
		...(await readLearning(ctx, training, person)),
		mayEdit: person.erasedOn === null && mayEdit(training),
		mayExport: mayEdit(training),
		mayWish: person.erasedOn === null && can(training.actor, 'training.wish', ownUnitOf(training, person)),
	});
}

/** The subject of a paper with the name of its competency. */
export function subjectName(
	subject: TrainingSubject,
	competencies: readonly Pick<Competency, 'key' | 'name'>[],
): SubjectName {
	if (subject.kind !== 'competency') return { kind: subject.kind, competency: null };
	const name = competencies.find(({ key }) => key === subject.competencyKey)?.name;
	return { kind: subject.kind, competency: name ?? { bg: subject.competencyKey, en: null } };
}

function papersOf(
	training: OpenTraining,
	person: Employee,
): Pick<PersonPage, 'certificates' | 'exemptions' | 'wishes'> {
	const { competencies } = training;
	const own = <Paper extends { readonly employeeId: EmployeeId }>(papers: readonly Paper[]) =>
		papers.filter(({ employeeId }) => employeeId === person.id).reverse();
	return {
		certificates: own(training.certificates).map((paper) => ({
			...paper,
			subject: subjectName(paper.subject, competencies),
			state: certificateState(paper, training),
		})),
		exemptions: own(training.exemptions).map((paper) => ({
			...paper,
			subject: subjectName(paper.subject, competencies),
		})),
		wishes: own(training.wishes).map((wish) => ({
			...wish,
			name: subjectName({ kind: 'competency', competencyKey: wish.competencyKey }, competencies)
				.competency ?? { bg: wish.competencyKey, en: null },
		})),
	};
}

function ownUnitOf({ lookup, municipality }: OpenTraining, person: Employee): Subject {
	const unitKey = lookup.postByKey.get(person.postKey)?.unitKey;
	return { municipalityId: municipality.id, ...(unitKey && { unitKey }) };
}

/** Opens the people whom the actor may see. */
export async function openPeople(ctx: Ctx, slug: string): Promise<Result<OpenTraining, Refused>> {
	const opened = await openTraining(ctx, { slug });
	if (!opened.ok) return opened;
	const { view, municipality } = opened.value;
	const unit = view.kind === 'unit' ? { unitKey: view.unitKey } : {};
	const allowed = authorise(ctx, 'people.read', { municipalityId: municipality.id, ...unit });
	return allowed.ok ? opened : allowed;
}

/** A person whom the actor may see, or may edit. */
export async function openPerson(
	ctx: Ctx,
	slug: string,
	id: string,
	action: 'people.read' | 'people.edit' = 'people.read',
): Promise<Result<{ readonly training: OpenTraining; readonly person: EmployeeRecord }, Refused>> {
	const opened = await openPeople(ctx, slug);
	if (!opened.ok) return opened;
	const training = opened.value;
	const allowed = action === 'people.read' || mayEdit(training);
	if (!allowed) return err({ code: 'access/forbidden' });
	const person = await findEmployee(ctx.db, training.municipality.id, id as EmployeeId);
	return person && isSeen(training, person) ? ok({ training, person }) : err(DENIED);
}

/** A person whose record may be changed. Error `people/erased`: what was erased is only counted. */
export async function openForEdit(
	ctx: Ctx,
	slug: string,
	id: string,
): Promise<
	Result<{ readonly training: OpenTraining; readonly person: EmployeeRecord }, Refused | ErasedRefusal>
> {
	const opened = await openPerson(ctx, slug, id, 'people.edit');
	return opened.ok && opened.value.person.erasedOn !== null ? err({ code: 'people/erased' }) : opened;
}

export function isSeen({ lookup, view }: OpenTraining, person: Employee): boolean {
	const unitKey = lookup.postByKey.get(person.postKey)?.unitKey;
	return view.kind === 'everybody' || (unitKey !== undefined && seesUnit(view, unitKey));
}

function mayEdit({
	actor,
	municipality,
}: {
	readonly actor: Actor;
	readonly municipality: Municipality;
}): boolean {
	return can(actor, 'people.edit', { municipalityId: municipality.id });
}

function personRow(person: Employee, training: OpenTraining, cells: readonly CompetencyCell[]): PersonRow {
	return {
		...placeOf(person, training),
		id: person.id,
		name: person.name,
		occupancy: person.occupancy,
		startedOn: person.startedOn,
		leftOn: person.leftOn,
		required: cells.length,
		belowLevel: cells.filter((cell) => (cell.gap ?? 0) > 0).length,
		notAssessed: cells.filter((cell) => cell.gap === null).length,
	};
}

function placeOf(person: Employee, { lookup }: OpenTraining): Pick<PersonRow, 'post' | 'unit'> {
	const post = lookup.postByKey.get(person.postKey);
	const unit = post && lookup.unitByKey.get(post.unitKey);
	return {
		post: post?.title ?? { bg: person.postKey, en: null },
		unit: unit ? { key: unit.key, name: unit.name } : null,
	};
}
