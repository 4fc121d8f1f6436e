import { can, type Action } from '#lib/domain/access/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import {
	assessmentKey,
	changedParts,
	computeCompetencyCells,
	entryInForce,
	isSmallGroup,
	latestAssessments,
	offeredCourses,
	requiredCompetencies,
	servingEmployees,
	type Assessment,
	type CompetencyLevel,
	type DictionaryEntry,
	type EntryPart,
	type Requirement,
} from '#lib/domain/training/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { listSupplied, listVersions } from '../queries/dictionary.ts';
import { listNeeds } from '../queries/training-need.ts';
import { listRequirementRecords, type RequirementRecord } from '../queries/requirement.ts';
import { subjectChoices, subjectOf, type SubjectChoice, type SubjectView } from './requirement-subject.ts';
import { auditLook } from './training-look.ts';
import { openTraining, seesUnit, type OpenTraining } from './training.ts';

/** A training with its dictionary; `mayEdit` tells human resources from readers. */
export interface OpenDictionary {
	readonly training: OpenTraining;
	readonly entries: readonly DictionaryEntry[];
	readonly mayEdit: boolean;
}

export async function openDictionary(
	ctx: Ctx,
	slug: string,
	action: Action = 'training.read',
): Promise<Result<OpenDictionary, Refused>> {
	const opened = await openTraining(ctx, { slug }, action);
	if (!opened.ok) return opened;
	const training = opened.value;
	const { id: municipalityId } = training.municipality;
	return ok({
		training,
		entries: training.competencies,
		mayEdit: can(training.actor, 'training.edit', { municipalityId }),
	});
}

/** What rests on a competency; a number of people too small to be told is null. */
export interface RestsOn {
	readonly requirements: number;
	readonly posts: number;
	/** Living needs. */
	readonly needs: number;
	readonly courses: number;
	readonly assessed: number | null;
}

export interface DictionaryRow extends DictionaryEntry {
	readonly restsOn: RestsOn;
}

export interface DictionaryList {
	readonly rows: readonly DictionaryRow[];
	readonly mayEdit: boolean;
}

/** Every competency of the municipality with what rests on it, those retired too. */
export async function readDictionary(ctx: Ctx, slug: string): Promise<Result<DictionaryList, Refused>> {
	const opened = await openDictionary(ctx, slug);
	if (!opened.ok) return opened;
	const { training, entries, mayEdit } = opened.value;
	const rests = await restsOn(ctx, training);
	return ok({ rows: entries.map((entry) => ({ ...entry, restsOn: rests(entry.key) })), mayEdit });
}

export interface RequirementView extends SubjectView {
	readonly id: string;
	readonly kind: Requirement['kind'];
	readonly level: CompetencyLevel;
	readonly source: string;
	readonly revision: number;
}

export interface CompetencyPage {
	readonly entry: DictionaryEntry;
	readonly restsOn: RestsOn;
	readonly requirements: readonly RequirementView[];
	/** Versions, newest first; the last line is what was supplied. */
	readonly history: readonly {
		readonly number: number;
		readonly at: string | null;
		readonly by: string | null;
		readonly name: LocalText;
		readonly changed: readonly EntryPart[];
		readonly isRetired: boolean;
	}[];
	readonly choices: readonly SubjectChoice[];
	/** Whoever was assessed and the actor may see, by name; null for whoever sees nobody. */
	readonly assessed: readonly AssessedPerson[] | null;
	readonly mayEdit: boolean;
}

export interface AssessedPerson extends Pick<Assessment, 'level' | 'assessedOn' | 'source'> {
	readonly id: string;
	readonly name: string;
}

/** One competency: how it reads, what it rests in, and every version of it. */
export async function readCompetency(
	ctx: Ctx,
	at: { readonly slug: string; readonly key: string; readonly ask: Requirement['kind'] },
): Promise<Result<CompetencyPage, Refused>> {
	const opened = await openDictionary(ctx, at.slug);
	if (!opened.ok) return opened;
	const { training, entries, mayEdit } = opened.value;
	const entry = entries.find(({ key }) => key === at.key);
	if (!entry) return err(DENIED);
	const records = await listRequirementRecords(ctx.db, training.municipality.id);
	const assessed = assessedIn(training, entry);
	if (assessed && assessed.length > 0)
		await auditLook(ctx, training, { entity: 'assessment-list', entityKey: entry.key });
	return ok({
		entry,
		assessed,
		restsOn: (await restsOn(ctx, training))(entry.key),
		requirements: records
			.filter(({ competencyKey }) => competencyKey === entry.key)
			.map((record) => requirementView(training, record)),
		history: await historyOf(ctx, training, entry),
		choices: mayEdit && !entry.isRetired ? subjectChoices(training, at.ask) : [],
		mayEdit,
	});
}

/** The last assessment of everybody who still serves and whom the actor may see. */
function assessedIn(
	{ view, employees, assessments, lookup, asOf }: OpenTraining,
	{ key }: DictionaryEntry,
): readonly AssessedPerson[] | null {
	if (view.kind === 'nobody') return null;
	const latest = latestAssessments(assessments, asOf);
	return servingEmployees(employees, asOf)
		.flatMap(({ id, name, postKey }) => {
			const unitKey = lookup.postByKey.get(postKey)?.unitKey;
			const seen = view.kind === 'everybody' || (unitKey !== undefined && seesUnit(view, unitKey));
			const last = seen ? latest.get(assessmentKey(id, key)) : undefined;
			return last ? [{ id, name, level: last.level, assessedOn: last.assessedOn, source: last.source }] : [];
		})
		.sort((a, b) => a.name.localeCompare(b.name, 'bg'));
}

function requirementView(training: OpenTraining, record: RequirementRecord): RequirementView {
	const { id, kind, level, source, revision } = record;
	return { id, kind, level, source, revision, ...subjectOf(training, record) };
}

async function historyOf(
	ctx: Ctx,
	{ municipality }: OpenTraining,
	{ key }: DictionaryEntry,
): Promise<CompetencyPage['history']> {
	const versions = await listVersions(ctx.db, municipality.id, key);
	const first = (await listSupplied(ctx.db, municipality.id)).find((one) => one.key === key);
	if (!first) return [];
	const supplied = { ...entryInForce(first, []), at: null, by: null };
	/** A competency of the own municipality is entered with its first version, which changes nothing. */
	const isOwn = versions.some((one) => one.number === 1 && isSame(one, supplied));
	const all = isOwn ? versions : [...versions, supplied];
	return all.map((version, place) => {
		const { number, at, by, name, isRetired } = version;
		const before = all[place + 1];
		return { number, at, by, name, isRetired, changed: before ? changedParts(before, version) : [] };
	});
}

function isSame(a: Parameters<typeof changedParts>[0], b: Parameters<typeof changedParts>[0]): boolean {
	return changedParts(a, b).every((part) => part === 'levels');
}

async function restsOn(ctx: Ctx, training: OpenTraining): Promise<(key: string) => RestsOn> {
	const { lookup, requirements, courses, assessments, view, employees, asOf } = training;
	const serving = new Set(servingEmployees(employees, asOf).map(({ id }) => id));
	const asked = Map.groupBy(requirements, ({ competencyKey }) => competencyKey as string);
	const posts = Map.groupBy(requiredCompetencies(lookup, requirements), (one) => one.competencyKey as string);
	const needs = (await listNeeds(ctx.db, training.municipality.id)).filter(
		({ state }) => state === 'open' || state === 'planned',
	);
	const asks = Map.groupBy(computeCompetencyCells(lookup, training), (cell) => cell.competencyKey as string);
	return (key) => {
		const people = new Set(
			assessments
				.filter((one) => one.competencyKey === key && serving.has(one.employeeId))
				.map(({ employeeId }) => employeeId),
		);
		const told = (asks.get(key) ?? []).filter(({ assessed }) => assessed !== null);
		const own = employees.filter(({ id, postKey }) => {
			const unitKey = lookup.postByKey.get(postKey)?.unitKey;
			return people.has(id) && unitKey !== undefined && seesUnit(view, unitKey);
		});
		// What the map of competencies says, and what a head sees of the own unit, may be taken away from the number.
		const parts = [people.size, people.size - told.length, people.size - own.length];
		return {
			requirements: asked.get(key)?.length ?? 0,
			posts: posts.get(key)?.length ?? 0,
			needs: needs.filter(({ competencyKey }) => competencyKey === key).length,
			courses: offeredCourses(courses).filter(({ competencyKey }) => competencyKey === key).length,
			assessed: view.kind !== 'everybody' && parts.some((part) => isSmallGroup(part)) ? null : people.size,
		};
	};
}
