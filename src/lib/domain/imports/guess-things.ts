import type {
	AdministrationPart,
	EmploymentRelation,
	FunctionKind,
	OrgUnit,
	PostCategory,
	UnitKind,
} from '../org/index.ts';
import { foldText } from '../shared/index.ts';
import { nameKey, withoutNumbering } from './words.ts';

/** The kind of a unit by the words of its name; `office` where they do not say. */
export function guessUnitKind(name: string): UnitKind {
	const key = nameKey(name, 'unit');
	return UNIT_KINDS.find(([pattern]) => pattern.test(key))?.[1] ?? 'office';
}

/** The part of the administration by the name, the kind and the superior. */
export function guessPart(name: string, kind: UnitKind, parent: OrgUnit | undefined): AdministrationPart {
	const key = nameKey(name, 'unit');
	if (isOutside(kind)) return 'outside';
	if (kind === 'mayor') return 'direct';
	if (kind === 'mayoralty' || kind === 'mayoral-office') return 'territorial';
	if (/обща администрация/u.test(key)) return 'general';
	if (/специализирана администрация/u.test(key)) return 'specialised';
	if (parent && parent.kind !== 'mayor') return parent.part;
	if (kind !== 'directorate' && kind !== 'department' && kind !== 'sector') return 'direct';
	return GENERAL_WORK.test(key) ? 'general' : 'specialised';
}

/** Work that serves the administration itself: the first part of the rules of every municipality. */
const GENERAL_WORK =
	/административ|бюджет|финанс|счетовод|правн|човешки ресурси|деловодств|канцелари|информационн|протокол|стопанск/u;

/**
 * Whether units of a kind are paid from the municipal budget without being municipal administration, whatever heading
 * stands above them: ЗМСМА, чл. 52 (enterprises), and the services and institutes that the municipality keeps.
 */
export function isOutside(kind: UnitKind): boolean {
	return kind === 'municipal-enterprise' || kind === 'social-service' || kind === 'cultural-institute';
}

/** Whether the part of the administration follows from the kind of a unit, so that there is nothing to choose. */
export function hasFixedPart(kind: UnitKind): boolean {
	return kind === 'mayor' || isOutside(kind);
}

/**
 * The part of the administration that a heading names and nothing else: „I. ОБЩА АДМИНИСТРАЦИЯ“ → general; undefined
 * for the name of a unit, also for „Дирекция „Обща администрация““.
 */
export function partOfHeading(name: string): AdministrationPart | undefined {
	return PART_HEADINGS.get(nameKey(name, 'unit'));
}

/** Whether a heading stands above the mayor, the deputies and the secretary, and above nobody else. */
export function isLeadership(name: string): boolean {
	return /^(ръководство|ръководен състав|изборни длъжности)( |$)/u.test(nameKey(name, 'unit'));
}

/** The kind of unit that a job title is by itself: who leads the municipality; undefined for everybody else. */
export function leaderKind(title: string): UnitKind | undefined {
	const key = nameKey(title, 'title');
	return LEADERS.find(([pattern]) => pattern.test(key))?.[1];
}

const LEADERS: readonly (readonly [RegExp, UnitKind])[] = [
	[/^кмет( на община(та)?( |$)|$)/u, 'mayor'],
	[/^заместник кмет(ове)?( на община(та)?( |$)|$)/u, 'deputy-mayors'],
	[/^секретар на община(та)?( |$)/u, 'secretary'],
];

const PART_HEADINGS: ReadonlyMap<string, AdministrationPart> = new Map([
	['обща администрация', 'general'],
	['специализирана администрация', 'specialised'],
	['ръководство', 'direct'],
	['ръководство на община', 'direct'],
	['ръководство на общината', 'direct'],
	['ръководен състав', 'direct'],
	['изборни длъжности', 'direct'],
	['пряко подчинение на кмета', 'direct'],
	['на пряко подчинение на кмета', 'direct'],
	['пряко подчинени на кмета', 'direct'],
	['кметства', 'territorial'],
	['кметства и наместничества', 'territorial'],
	['кметства и кметски наместничества', 'territorial'],
	['кметове и кметски наместници', 'territorial'],
]);

/** Category by job title: „началник отдел“ manages, „главен експерт“ is an expert, „шофьор“ is technical. */
export function guessCategory(title: string): PostCategory {
	const key = nameKey(title, 'title');
	return CATEGORIES.find(([pattern]) => pattern.test(key))?.[1] ?? 'technical';
}

/** Relation by category: elected and technical follow from it, the others are usually of the civil service. */
export function guessRelation(category: PostCategory, title: string): EmploymentRelation {
	if (category === 'elected') return 'elected';
	if (/^заместник кмет|^кметски наместник/u.test(nameKey(title, 'title'))) return 'appointed';
	return category === 'technical' ? 'labour' : 'civil-service';
}

/** Whether a job title is that of the head of a unit. */
export function guessIsHead(title: string): boolean {
	return /^(директор|началник|кмет|кметски наместник|секретар на община|ръководител)( |$)/u.test(
		nameKey(title, 'title'),
	);
}

/** The kind of a function by the verb that it begins with; undefined where that does not say. */
export function guessFunctionKind(text: string): FunctionKind | undefined {
	const verb = foldText(withoutNumbering(text)).match(/\p{L}+/u)?.[0] ?? '';
	return FUNCTION_VERBS.find(([pattern]) => pattern.test(verb))?.[1];
}

/** Beginnings of verbs by the kinds of functions: methodology §1, classification of functions. */
const FUNCTION_VERBS: readonly (readonly [RegExp, FunctionKind])[] = [
	[/^(контролир|следи|проверя|инспектир|одитир|упражнява|надзирав|установява|осъществява$)/u, 'control'],
	[/^(координир|съгласува|взаимодейств|организир)/u, 'coordination'],
	[/^(разработва|планира|прогнозир|предлага|анализир|програмир)/u, 'policy'],
	[/^(разрешава|регулир|лицензир|категоризир|регламентир|определя)/u, 'regulation'],
	[/^(издава|обслужва|предоставя|приема|извършва|настанява|консултир)/u, 'service'],
	[/^(води|изготвя|съставя|поддържа|подготвя|съхранява|архивир|отчита|осигурява|подпомага)/u, 'support'],
];

const UNIT_KINDS: readonly (readonly [RegExp, UnitKind])[] = [
	[/^кметск[ои] наместни/u, 'mayoral-office'],
	[/^кметств/u, 'mayoralty'],
	[/^заместник ?кмет/u, 'deputy-mayors'],
	[/^кмет( |$)/u, 'mayor'],
	[/^секретар/u, 'secretary'],
	[/одит/u, 'audit-unit'],
	[/^дирекция/u, 'directorate'],
	[/^отдел/u, 'department'],
	[/^сектор/u, 'sector'],
	[/^(обща|специализирана) администрация/u, 'group'],
	[/общинско предприятие|^оп /u, 'municipal-enterprise'],
	[/социалн\p{L}+ услуг|патронаж|дневен център|дом за|център за (?:деца|социална)/u, 'social-service'],
	[/музей|библиотека|читалище|галерия/u, 'cultural-institute'],
];

const CATEGORIES: readonly (readonly [RegExp, PostCategory])[] = [
	[/^(кмет|председател на общински)( |$)/u, 'elected'],
	[
		/^(заместник кмет|директор|началник|секретар на община|главен архитект|ръководител|кметски наместник|управител)/u,
		'managerial',
	],
	[
		/експерт|юрисконсулт|инспектор|счетоводител|одитор|архитект|инженер|финансов контрольор|главен специалист|старши специалист|младши специалист|секретар/u,
		'expert',
	],
];
