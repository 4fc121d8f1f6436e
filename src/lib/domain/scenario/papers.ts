import type { LocalText, Post } from '../org/index.ts';
import type { DecidingBody } from './deciding-body.ts';
import type { StructureDiff } from './diff.ts';
import type { Operation, OperationKind } from './operation.ts';

export const PAPERS = [
	'council-decision',
	'organisational-rules',
	'staffing-table',
	'payroll-schedule',
	'job-description',
	'financial-control',
	'co-financing-decision',
	'recruitment',
	'change-of-employment',
	'termination-notice',
	'hand-over-record',
	'technology-card',
	'training-plan',
	'administrative-register',
] as const;
/** A paper that an operation needs before it is carried out (N15). */
export type PaperCode = (typeof PAPERS)[number];

/** Who issues or approves a paper. */
export type PaperIssuer = 'council' | 'mayor' | 'secretary' | 'finance' | 'hr' | 'unit';

export interface PaperRule {
	readonly issuer: PaperIssuer;
	/** Where it is asked for; null where practice asks for it and no text was found. */
	readonly citation: LocalText | null;
}

const ordinance = (bg: string, en: string): LocalText => ({
	bg: `${bg} (ПМС № 129 от 2012 г.)`,
	en: `${en} (Council of Ministers Decree 129 of 2012)`,
});

/** Every paper with its issuer and citation. */
export const PAPER_RULES: Readonly<Record<PaperCode, PaperRule>> = {
	'council-decision': {
		issuer: 'council',
		citation: { bg: 'ЗМСМА, чл. 21, ал. 1, т. 2', en: 'Local Self-Government Act, art. 21(1)(2)' },
	},
	'organisational-rules': {
		issuer: 'mayor',
		citation: { bg: 'ЗМСМА, чл. 44, ал. 1, т. 17', en: 'Local Self-Government Act, art. 44(1)(17)' },
	},
	'staffing-table': {
		issuer: 'mayor',
		citation: ordinance(
			'Наредба за прилагане на Класификатора на длъжностите в администрацията',
			'Ordinance on the Classifier of Posts in the Administration',
		),
	},
	'payroll-schedule': {
		issuer: 'mayor',
		citation: ordinance(
			'Наредба за заплатите на служителите в държавната администрация',
			'Ordinance on Pay in the State Administration',
		),
	},
	'job-description': {
		issuer: 'secretary',
		citation: ordinance('Наредба за длъжностните характеристики', 'Ordinance on Job Descriptions'),
	},
	'financial-control': {
		issuer: 'finance',
		citation: {
			bg: 'Закон за финансовото управление и контрол в публичния сектор',
			en: 'Financial Management and Control in the Public Sector Act',
		},
	},
	'co-financing-decision': {
		issuer: 'council',
		citation: {
			bg: 'Закон за публичните финанси, чл. 53, 71 и 96',
			en: 'Public Finance Act, arts 53, 71, 96',
		},
	},
	recruitment: {
		issuer: 'hr',
		citation: {
			bg: 'ЗДСл, чл. 10; за трудово правоотношение – КТ, чл. 61',
			en: 'Civil Servants Act, art. 10; Labour Code, art. 61',
		},
	},
	'change-of-employment': {
		issuer: 'hr',
		citation: {
			bg: 'ЗДСл, чл. 82; за трудово правоотношение – КТ, чл. 119',
			en: 'Civil Servants Act, art. 82; Labour Code, art. 119',
		},
	},
	'termination-notice': {
		issuer: 'hr',
		citation: {
			bg: 'ЗДСл, чл. 106; за трудово правоотношение – КТ, чл. 328, ал. 1, т. 2, с подбор по чл. 329 и закрила по чл. 333',
			en: 'Civil Servants Act, art. 106; Labour Code, art. 328(1)(2), selection by art. 329, protection by art. 333',
		},
	},
	'hand-over-record': { issuer: 'unit', citation: null },
	'technology-card': { issuer: 'unit', citation: null },
	'training-plan': {
		issuer: 'hr',
		citation: { bg: 'ЗДСл, чл. 35–35б', en: 'Civil Servants Act, arts 35–35b' },
	},
	'administrative-register': {
		issuer: 'secretary',
		citation: { bg: 'Закон за администрацията, чл. 61', en: 'Administration Act, art. 61' },
	},
};

type Touched = Pick<StructureDiff, 'units' | 'posts' | 'participations'>;

/**
 * The papers that one operation needs, in the order of {@link PAPERS}; empty is an explicit „няма“.
 * A decision of the council is asked for what {@link decidingBody} does not leave to the mayor alone. Employment papers
 * are needed only where people stand on the lines touched.
 * Example: closing a vacant post needs a decision, a staffing table and a hand-over record, but no notice.
 */
export function papersOf(operation: Operation, diff: Touched, body: DecidingBody): readonly PaperCode[] {
	const needed = new Set<PaperCode>(NEEDED[operation.kind](operation, diff));
	if (body !== 'mayor') needed.add('council-decision');
	return PAPERS.filter((paper) => needed.has(paper));
}

type Needs = (operation: Operation, diff: Touched) => readonly PaperCode[];

const UNIT_PAPERS: readonly PaperCode[] = ['organisational-rules', 'administrative-register'];
const LINE_PAPERS: readonly PaperCode[] = ['staffing-table', 'payroll-schedule', 'job-description'];
const TEXT_PAPERS: readonly PaperCode[] = ['organisational-rules', 'job-description'];

const NEEDED: Readonly<Record<OperationKind, Needs>> = {
	'unit-create': () => [...UNIT_PAPERS, 'staffing-table'],
	'unit-rename': () => [...UNIT_PAPERS, 'staffing-table', 'job-description'],
	'unit-move': () => [...UNIT_PAPERS, 'job-description'],
	'unit-merge': (_, diff) => [...UNIT_PAPERS, ...LINE_PAPERS, 'hand-over-record', ...ofPeople(diff)],
	'unit-split': (_, diff) => [...UNIT_PAPERS, ...LINE_PAPERS, 'hand-over-record', ...ofPeople(diff)],
	'unit-close': () => [...UNIT_PAPERS, 'hand-over-record'],
	'post-create': (_, diff) => ['staffing-table', 'job-description', 'recruitment', ...ofMoney(diff)],
	'post-move': (_, diff) => [...LINE_PAPERS, 'hand-over-record', ...ofPeople(diff)],
	'post-change': (_, diff) => [...ofChanges(diff), ...ofMoney(diff)],
	'post-split': (_, diff) => [...LINE_PAPERS, ...ofPeople(diff), ...ofOtherFunding(diff)],
	'post-fund': (_, diff) => ['staffing-table', ...ofMoney(diff)],
	'post-close': (_, diff) => ['staffing-table', 'payroll-schedule', 'hand-over-record', ...ofPeople(diff)],
	'function-create': () => [...TEXT_PAPERS, 'technology-card', 'training-plan'],
	'function-transfer': () => [...TEXT_PAPERS, 'hand-over-record', 'technology-card', 'training-plan'],
	'function-merge': () => [...TEXT_PAPERS, 'hand-over-record', 'technology-card'],
	'function-split': () => [...TEXT_PAPERS, 'technology-card', 'training-plan'],
	'function-reword': () => TEXT_PAPERS,
	'function-drop': () => [...TEXT_PAPERS, 'technology-card'],
	'participation-set': (operation, diff) => ofRole(operation, diff),
	'participation-clear': (operation, diff) => ofRole(operation, diff),
};

/** What people on the lines touched are given: another place or title, or a notice. */
function ofPeople({ posts }: Touched): readonly PaperCode[] {
	const sum = (list: readonly Post[]) => list.reduce((total, post) => total + post.occupied, 0);
	const before = sum([...posts.closed, ...posts.changed.map((change) => change.before)]);
	const after = sum([...posts.created, ...posts.changed.map((change) => change.after)]);
	const stay: readonly PaperCode[] = after > 0 ? ['change-of-employment'] : [];
	return after < before ? [...stay, 'termination-notice'] : stay;
}

/** A change of the number of posts, of their cost or of their funding binds money. */
function ofMoney({ posts }: Touched): readonly PaperCode[] {
	const fields = posts.changed.flatMap((change) => change.fields.map((field) => field.field));
	const binds = ['approved', 'funding', 'annualCost'].some((field) => fields.includes(field));
	const paid = [...posts.created, ...posts.changed.map((change) => change.after)];
	const isCoFinanced = paid.some((post) => post.funding === 'co-financed');
	if (posts.created.length === 0 && !binds) return [];
	return isCoFinanced ? ['financial-control', 'co-financing-decision'] : ['financial-control'];
}

/** A part that another source pays binds money as a change of the funding does. */
function ofOtherFunding(diff: Touched): readonly PaperCode[] {
	const sources = new Set(diff.posts.changed.map(({ before }) => before.funding));
	return diff.posts.created.some(({ funding }) => !sources.has(funding)) ? ofMoney(diff) : [];
}

/** Which papers of a line follow from the fields that change on it. */
function ofChanges(diff: Touched): readonly PaperCode[] {
	const fields = new Set(diff.posts.changed.flatMap((change) => change.fields.map((field) => field.field)));
	const [is, isOnlyCost] = [
		(field: string) => fields.has(field),
		[...fields].every((field) => field === 'annualCost'),
	];
	const isAnother = ['title.bg', 'category', 'relation', 'isHead'].some(is);
	// The job description states the code; people keep their place when only the code is entered.
	return [
		'payroll-schedule',
		...(isOnlyCost ? [] : (['staffing-table'] as const)),
		...(isAnother || is('occupation') ? (['job-description'] as const) : []),
		...(isAnother ? ofPeople(diff) : []),
		...(is('occupied') ? ofPeople(diff).filter((paper) => paper === 'termination-notice') : []),
	];
}

/** Being informed is no duty: such a role needs no paper. */
function ofRole({ kind, payload }: Operation, { participations }: Touched): readonly PaperCode[] {
	const roles = [
		...participations.created,
		...participations.closed,
		...participations.changed.flatMap((change) => [change.before, change.after]),
	].map((part) => part.role);
	if (!kind.startsWith('participation-') || roles.every((role) => role === 'informed')) return [];
	return 'postKey' in payload && payload.postKey !== null ? ['job-description'] : TEXT_PAPERS;
}
