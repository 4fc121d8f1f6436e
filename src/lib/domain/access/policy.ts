import type { MunicipalityId, UnitKey, UserId } from '../shared/index.ts';

export const ROLES = ['consultant', 'hr', 'unit-head', 'chair', 'councillor', 'viewer'] as const;
/** What a person is in one municipality. The administrator is not a role: it looks after the installation. */
export type Role = (typeof ROLES)[number];

export interface Membership {
	readonly municipalityId: MunicipalityId;
	readonly role: Role;
	/** The own unit of a unit head; null for everybody else. */
	readonly unitKey: UnitKey | null;
}

/** Whoever asks: a person who signed in, with everything that decides what is allowed. */
export interface Actor {
	readonly userId: UserId;
	readonly name: string;
	readonly isAdministrator: boolean;
	readonly memberships: readonly Membership[];
}

/** What is asked about: something of a municipality, in places narrowed to one unit; null is the installation. */
export type Subject = { readonly municipalityId: MunicipalityId; readonly unitKey?: UnitKey } | null;

type Rule = { readonly roles: readonly Role[]; readonly administrator: boolean };

const EVERYBODY: Rule = { roles: ROLES, administrator: true };
const ANALYSTS: Rule = { roles: ['consultant'], administrator: true };

/**
 * Who may do what. Personal data is HR's: neither the consultant nor the administrator reads it,
 * and a unit head reads only the own unit. What was adopted is public: everybody reads the structure and the functions
 * of a version in force. Drafts, what each post costs, the list of faults and the trail are for those who work on them.
 */
export const POLICY = {
	'municipality.read': EVERYBODY,
	/** Versions that nobody adopted yet. */
	'version.draft': { roles: ['consultant', 'hr'], administrator: true },
	/** What each post costs; a unit head reads only those of the own unit. Sums of units are for everybody. */
	'cost.read': { roles: ['consultant', 'hr', 'unit-head'], administrator: true },
	'quality.read': { roles: ['consultant', 'hr', 'unit-head'], administrator: true },
	'structure.edit': ANALYSTS,
	'workload.edit': ANALYSTS,
	'overlap.judge': ANALYSTS,
	'finding.edit': ANALYSTS,
	'scenario.read': { roles: ['consultant', 'hr', 'unit-head'], administrator: true },
	'scenario.edit': ANALYSTS,
	/** Giving a unit of a scenario to its head, and the head working on it: of the own unit alone, without money. */
	'delegation.manage': { roles: ['consultant', 'hr'], administrator: true },
	'delegation.work': { roles: ['unit-head'], administrator: false },
	'proposal.submit': ANALYSTS,
	'proposal.read': EVERYBODY,
	'proposal.comment': {
		roles: ['consultant', 'hr', 'unit-head', 'chair', 'councillor'],
		administrator: true,
	},
	/** Amendments of a submitted proposal: of councillors, and of the mover. */
	'amendment.file': { roles: ['consultant', 'chair', 'councillor'], administrator: true },
	/** Asking the mover, and keeping notes that nobody else reads. */
	'question.ask': { roles: ['councillor', 'chair'], administrator: false },
	'question.answer': { roles: ['consultant'], administrator: true },
	/** Opinions that come in on a proposal, with the names of whoever wrote them. */
	'opinion.record': { roles: ['consultant', 'chair'], administrator: true },
	/** The chair, or whoever the chair lets keep the sheet; a councillor alone never records the vote of others. */
	'vote.record': { roles: ['chair'], administrator: true },
	'decision.adopt': { roles: ['chair'], administrator: true },
	/** Taking back the version that an adopted scenario became; the decision itself stands. */
	'adoption.undo': ANALYSTS,
	/** Technology cards and their changes; whoever reads the municipality reads them. */
	'card.edit': { roles: ['consultant', 'hr'], administrator: true },
	'training.read': EVERYBODY,
	'training.edit': { roles: ['hr'], administrator: false },
	/** Whether a training is applied at work: HR, and the head for people of the own unit. */
	'training.evaluate': { roles: ['hr', 'unit-head'], administrator: false },
	'people.read': { roles: ['hr', 'unit-head'], administrator: false },
	'people.edit': { roles: ['hr'], administrator: false },
	/** What a person asks to be trained in; a unit head of the own unit. */
	'training.wish': { roles: ['hr', 'unit-head'], administrator: false },
	/** Time surveys: how far they have come; a unit head sees the own unit. */
	'survey.read': { roles: ['consultant', 'hr', 'unit-head'], administrator: true },
	'survey.manage': ANALYSTS,
	/** Answers of one person: the unit head of the own unit, or the consultant where the campaign says so. */
	'survey.validate': { roles: ['consultant', 'unit-head'], administrator: false },
	'proposal.export': { roles: ['consultant', 'hr', 'chair', 'councillor'], administrator: true },
	/** Functions, lower units, staffing table and job descriptions: approved by order of the mayor. */
	'papers.mayor': { roles: ['consultant', 'hr'], administrator: true },
	/** Which decisions citizens read, and what of them. */
	'publication.manage': { roles: ['consultant', 'chair'], administrator: true },
	'training.export': { roles: ['consultant', 'hr', 'chair', 'councillor'], administrator: true },
	/** Bringing files in; what kinds of sheets an actor may take in follows from the other rules. */
	'import.use': { roles: ['consultant', 'hr'], administrator: true },
	'audit.read': ANALYSTS,
	/** The page of the history: HR reads what it did itself and what happened to people. */
	'trail.read': { roles: ['consultant', 'hr'], administrator: true },
	'installation.manage': { roles: [], administrator: true },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof POLICY;

/** What a unit head may do in the own unit alone. */
const OF_OWN_UNIT: ReadonlySet<Action> = new Set<Action>([
	'people.read',
	'training.wish',
	'training.evaluate',
	'cost.read',
	'survey.validate',
]);

/**
 * Whether the actor may do the action on the subject. One function decides for every service.
 * Nobody (undefined) may nothing; another municipality's things are as if they did not exist.
 */
export function can(actor: Actor | undefined, action: Action, subject: Subject): boolean {
	if (!actor) return false;
	const rule: Rule = POLICY[action];
	if (actor.isAdministrator && rule.administrator) return true;
	if (subject === null) return false;
	return actor.memberships.some((membership) => allows(membership, rule, action, subject));
}

/** Whether the actor may do the action somewhere in the municipality, be it only in the own unit. */
export function canSomewhere(actor: Actor, action: Action, municipalityId: MunicipalityId): boolean {
	const ownUnits = actor.memberships.flatMap(({ unitKey }) => (unitKey ? [unitKey] : []));
	return (
		can(actor, action, { municipalityId }) ||
		ownUnits.some((unitKey) => can(actor, action, { municipalityId, unitKey }))
	);
}

/** Whether the actor sees personal data of everybody in the municipality, not only of one unit. */
export function seesAllPeople(actor: Actor, municipalityId: MunicipalityId): boolean {
	return actor.memberships.some(
		(membership) => membership.municipalityId === municipalityId && membership.role === 'hr',
	);
}

function allows(membership: Membership, rule: Rule, action: Action, subject: NonNullable<Subject>): boolean {
	if (membership.municipalityId !== subject.municipalityId || !rule.roles.includes(membership.role))
		return false;
	if (membership.role !== 'unit-head' || !OF_OWN_UNIT.has(action)) return true;
	return subject.unitKey !== undefined && subject.unitKey === membership.unitKey;
}
