import type { StructureLookup } from '../org/index.ts';
import { addDays, assertNever, type CompetencyKey, type PostKey } from '../shared/index.ts';
import {
	assessmentKey,
	competencyGap,
	holdersByPost,
	latestAssessments,
	type StaffCompetence,
} from './gaps.ts';
import { exemptSubjects, subjectOfPerson } from './certificate.ts';
import { mandatoryPerson, settledPeople } from './mandatory-needs.ts';
import { addMonths } from './months.ts';
import type { CompetencyCell, NeedCause, NeedPerson, StructuralChange, TrainingNeed } from './need-types.ts';
import { computePriority } from './priority.ts';
import { compare, performingPosts, requiredCompetencies } from './requirements.ts';
import type { Assessment, Competency, CompetencyLevel, Employee } from './types.ts';

export interface ChangeContext extends StaffCompetence {
	readonly competencies: readonly Competency[];
	readonly before: StructureLookup;
	readonly after: StructureLookup;
	/** Cells of the structure in force: what is asked of people before the change. */
	readonly cells: readonly CompetencyCell[];
	readonly mandatoryMonths: number | undefined;
}

/**
 * The needs that one structural change brings (products N24). A received function asks its competencies of the posts
 * that perform it in the receiving unit; a new unit and a changed post ask the requirements of their posts; a new
 * head owes the mandatory training of managers as well. What was already asked of a person before the change, at the
 * same level or higher, is a present gap and not a need of the change; nor is a place that stood open before.
 * Deadline: the day before the change takes effect; for mandatory training the end of the legal term after it.
 */
export function changeNeeds(change: StructuralChange, context: ChangeContext): readonly TrainingNeed[] {
	const holders = holdersByPost(context.employees, context.asOf);
	const staff: Staff = {
		holders,
		exempt: exemptSubjects(context.exemptions ?? [], context.asOf),
		latest: latestAssessments(context.assessments, context.asOf),
		askedBefore: new Map(
			context.cells.map((cell) => [assessmentKey(cell.employeeId, cell.competencyKey), cell.required]),
		),
		postsAskedBefore: new Map(
			requiredCompetencies(context.before, context.requirements).map((item) => [
				`${item.postKey} ${item.competencyKey}`,
				item.level,
			]),
		),
	};
	const asked = [...askedByChange(change, context)].sort(([a], [b]) => compare(a, b));
	const needs = asked.flatMap(([competencyKey, posts]) =>
		competencyNeed({ change, competencyKey, posts, context, staff }),
	);
	return change.kind === 'new-head' ? [...needs, ...headNeed(change, context, holders)] : needs;
}

interface Staff {
	readonly holders: ReadonlyMap<PostKey, readonly Employee[]>;
	/** Who need not be trained in what. */
	readonly exempt: ReadonlySet<string>;
	readonly latest: ReadonlyMap<string, Assessment>;
	readonly askedBefore: ReadonlyMap<string, CompetencyLevel>;
	readonly postsAskedBefore: ReadonlyMap<string, CompetencyLevel>;
}

/** Level by post for every competency that the change asks. */
type Asked = ReadonlyMap<CompetencyKey, ReadonlyMap<PostKey, CompetencyLevel>>;

function askedByChange(change: StructuralChange, context: ChangeContext): Asked {
	switch (change.kind) {
		case 'function-received':
			return askedByFunction(change, context);
		case 'new-unit':
			return askedByPosts(unitPosts(context.after, change), context);
		case 'new-head':
		case 'post-changed':
			return askedByPosts([change.postKey], context);
		default:
			return assertNever(change);
	}
}

function askedByFunction(
	change: Extract<StructuralChange, { kind: 'function-received' }>,
	context: ChangeContext,
): Asked {
	const posts = performingPosts(context.after, change.functionKey).filter(
		(key) => context.after.postByKey.get(key)?.unitKey === change.unitKey,
	);
	const asked = new Map<CompetencyKey, Map<PostKey, CompetencyLevel>>();
	for (const requirement of context.requirements) {
		if (requirement.kind !== 'function' || requirement.functionKey !== change.functionKey) continue;
		for (const postKey of posts) raise(asked, requirement.competencyKey, postKey, requirement.level);
	}
	return asked;
}

function askedByPosts(posts: readonly PostKey[], context: ChangeContext): Asked {
	const asked = new Map<CompetencyKey, Map<PostKey, CompetencyLevel>>();
	for (const requirement of context.requirements) {
		if (requirement.kind !== 'post' || !posts.includes(requirement.postKey)) continue;
		raise(asked, requirement.competencyKey, requirement.postKey, requirement.level);
	}
	return asked;
}

/** Heads have their own change, so that one person is not counted under two causes. */
function unitPosts(after: StructureLookup, change: StructuralChange): readonly PostKey[] {
	const posts = after.postsByUnit.get(change.unitKey) ?? [];
	return posts.filter((post) => !post.isHead).map((post) => post.key);
}

function raise(
	asked: Map<CompetencyKey, Map<PostKey, CompetencyLevel>>,
	competencyKey: CompetencyKey,
	postKey: PostKey,
	level: CompetencyLevel,
): void {
	const posts = asked.get(competencyKey) ?? new Map<PostKey, CompetencyLevel>();
	const known = posts.get(postKey);
	if (known === undefined || level > known) posts.set(postKey, level);
	asked.set(competencyKey, posts);
}

function competencyNeed(input: {
	readonly change: StructuralChange;
	readonly competencyKey: CompetencyKey;
	readonly posts: ReadonlyMap<PostKey, CompetencyLevel>;
	readonly context: ChangeContext;
	readonly staff: Staff;
}): readonly TrainingNeed[] {
	const { change, competencyKey, posts, context, staff } = input;
	const people = [...posts].flatMap(([postKey, level]) =>
		(staff.holders.get(postKey) ?? []).flatMap((person) =>
			needPerson({ person, competencyKey, level, staff }),
		),
	);
	const newlyAsked = [...posts].flatMap(([postKey, level]) =>
		(staff.postsAskedBefore.get(`${postKey} ${competencyKey}`) ?? 0) < level ? [postKey] : [],
	);
	const openPlaces = countOpenPlaces(newlyAsked, context.after, staff.holders);
	if (people.length === 0 && openPlaces === 0) return [];
	const weight = context.competencies.find((item) => item.key === competencyKey)?.weight ?? 1;
	return [
		{
			key: needKey(change, competencyKey),
			cause: causeOf(change),
			unitKey: change.unitKey,
			competencyKey,
			requiredLevel: Math.max(...posts.values()) as CompetencyLevel,
			people: people.sort((a, b) => compare(a.employeeId, b.employeeId)),
			openPlaces,
			priority: computePriority({ gaps: people.map((person) => person.gap), weight }),
			deadline: change.effectiveOn === null ? null : addDays(change.effectiveOn, -1),
		},
	];
}

/** Nobody when the person knows enough, or was asked for as much before the change. */
function needPerson(input: {
	readonly person: Employee;
	readonly competencyKey: CompetencyKey;
	readonly level: CompetencyLevel;
	readonly staff: Staff;
}): readonly NeedPerson[] {
	const { person, competencyKey, level, staff } = input;
	const key = assessmentKey(person.id, competencyKey);
	if ((staff.askedBefore.get(key) ?? 0) >= level) return [];
	if (staff.exempt.has(subjectOfPerson(person.id, { kind: 'competency', competencyKey }))) return [];
	const assessed = staff.latest.get(key)?.level ?? null;
	const gap = assessed === null ? null : competencyGap({ required: level, assessed });
	if (gap === 0) return [];
	return [{ employeeId: person.id, postKey: person.postKey, required: level, assessed, gap }];
}

function headNeed(
	change: Extract<StructuralChange, { kind: 'new-head' }>,
	context: ChangeContext,
	holders: ReadonlyMap<PostKey, readonly Employee[]>,
): readonly TrainingNeed[] {
	const isSettled = settledPeople(context);
	const people = (holders.get(change.postKey) ?? [])
		.filter((person) => !isSettled(person, 'head'))
		.map(mandatoryPerson);
	const { effectiveOn } = change;
	const months = context.mandatoryMonths;
	const isDated = effectiveOn !== null && months !== undefined;
	const openPlaces = countOpenPlaces([change.postKey], context.after, holders);
	if (people.length + openPlaces === 0) return [];
	return [
		{
			key: needKey(change, 'mandatory'),
			cause: causeOf(change),
			unitKey: change.unitKey,
			competencyKey: null,
			requiredLevel: null,
			people,
			openPlaces,
			priority: computePriority({ gaps: [], weight: 1 }),
			deadline: isDated ? addDays(addMonths(effectiveOn, months), -1) : null,
		},
	];
}

/** Approved places without a known holder; half a post is one place for one person. */
function countOpenPlaces(
	posts: readonly PostKey[],
	after: StructureLookup,
	holders: ReadonlyMap<PostKey, readonly Employee[]>,
): number {
	return posts.reduce((sum, key) => {
		const approved = Math.ceil(after.postByKey.get(key)?.approved ?? 0);
		return sum + Math.max(0, approved - (holders.get(key)?.length ?? 0));
	}, 0);
}

function needKey(change: StructuralChange, tail: string): string {
	const thing = change.kind === 'function-received' ? change.functionKey : change.unitKey;
	const post = change.kind === 'new-head' || change.kind === 'post-changed' ? `.${change.postKey}` : '';
	return `${change.kind}.${change.operationId}.${thing}${post}.${tail}`;
}

function causeOf(change: StructuralChange): NeedCause {
	const { operationId } = change;
	switch (change.kind) {
		case 'function-received':
			return { kind: change.kind, operationId, functionKey: change.functionKey };
		case 'new-unit':
			return { kind: change.kind, operationId };
		case 'new-head':
		case 'post-changed':
			return { kind: change.kind, operationId, postKey: change.postKey };
		default:
			return assertNever(change);
	}
}
