import { ACT_CLASSES, type ActClass } from './act-classes.ts';
import {
	ACT_WORDS,
	BY_OBJECT,
	HALF_LIGHT_VERBS,
	HOMOGRAPHS,
	LIGHT_NOUNS,
	LIGHT_VERBS,
	TELLING_VERBS,
} from './acts.ts';
import { stemOf } from './stem.ts';
import { conceptOf } from './synonyms.ts';

/** One form of an act as it stands in a text. */
export interface ActForm {
	readonly lemma: string;
	readonly actClass: ActClass;
	/** `finite`: a verb; `noun`: a verbal or action noun. */
	readonly kind: 'finite' | 'noun';
	/** Carries no act of its own before an action noun. */
	readonly isLight: boolean;
	/** Never a term. */
	readonly isEmpty: boolean;
	/** Stays a term beside being an act; see `TELLING_VERBS`. */
	readonly isTelling: boolean;
	/** Also a common noun; see `HOMOGRAPHS`. */
	readonly isHomograph: boolean;
}

const LIGHT = new Set(LIGHT_VERBS.split(' '));
const HALF_LIGHT = new Set(HALF_LIGHT_VERBS.split(' '));
const HOMOGRAPH = new Set(HOMOGRAPHS.split(' '));
const TELLING = new Map(TELLING_VERBS.split(' ').map((lemma) => [lemma, conceptOf(lemma)]));
const TELLING_CONCEPTS = new Set(TELLING.values());

/** Nouns that look like those of a verb and name a thing: „вземания“ are debts, „задължения“ duties. */
const OBJECT_NOUNS = new Set([
	'вземане',
	'вземания',
	'вземанията',
	'разпореждания',
	'разпорежданията',
	'решения',
]);

/** Folded form → act. */
export const ACT_FORMS: ReadonlyMap<string, ActForm> = buildForms();

export const LIGHT_NOUN_FORMS: ReadonlySet<string> = new Set(LIGHT_NOUNS.split(' '));

/** What a telling verb or its noun acts on; undefined for the other acts. */
export function tellingConcept(lemma: string): string | undefined {
	return TELLING.get(lemma) ?? (TELLING_CONCEPTS.has(lemma) ? lemma : undefined);
}

/** The class of a verb once the first words of its object are known. */
export function classByObject(form: ActForm, objects: readonly string[]): ActClass {
	const rules = OBJECT_RULES.get(form.lemma);
	if (!rules) return form.actClass;
	const fitting = rules.find((rule) => objects.some((concept) => rule.objects.has(concept)));
	return fitting?.then ?? rules[0]?.otherwise ?? form.actClass;
}

const OBJECT_RULES = Map.groupBy(
	BY_OBJECT.flatMap((rule) =>
		rule.verbs.split(' ').map((verb) => ({
			verb,
			objects: new Set(rule.objects.split(' ').map(conceptOf)),
			then: rule.then,
			otherwise: rule.otherwise,
		})),
	),
	({ verb }) => verb,
);

function buildForms(): ReadonlyMap<string, ActForm> {
	const forms = new Map<string, ActForm>();
	const add = (form: string, act: ActForm) => {
		if (!forms.has(form)) forms.set(form, act);
	};
	for (const lemma of LIGHT) if (!isListed(lemma)) addVerb(add, lemma, 'perform');
	for (const actClass of ACT_CLASSES) {
		for (const lemma of ACT_WORDS[actClass].verbs.split(' ')) addVerb(add, lemma, actClass);
		for (const noun of ACT_WORDS[actClass].nouns.split(' ')) addNoun(add, noun, actClass);
	}
	return forms;
}

function isListed(lemma: string): boolean {
	return ACT_CLASSES.some((actClass) => ACT_WORDS[actClass].verbs.split(' ').includes(lemma));
}

function addVerb(add: (form: string, act: ActForm) => void, lemma: string, actClass: ActClass): void {
	const isLight = LIGHT.has(lemma);
	const isEmpty = isLight && !HALF_LIGHT.has(lemma);
	const { finite, nouns } = verbForms(lemma);
	const act = { lemma, actClass, isLight, isEmpty, isTelling: TELLING.has(lemma) };
	for (const form of finite) add(form, { ...act, kind: 'finite', isHomograph: HOMOGRAPH.has(form) });
	for (const form of nouns)
		if (!OBJECT_NOUNS.has(form)) add(form, { ...act, kind: 'noun', isHomograph: false });
}

function addNoun(add: (form: string, act: ActForm) => void, noun: string, actClass: ActClass): void {
	add(noun, {
		lemma: TELLING_CONCEPTS.has(conceptOf(noun)) ? conceptOf(noun) : stemOf(noun),
		actClass,
		kind: 'noun',
		isLight: LIGHT_NOUNS.split(' ').includes(noun),
		isEmpty: LIGHT_NOUNS.split(' ').includes(noun),
		isTelling: TELLING_CONCEPTS.has(conceptOf(noun)),
		isHomograph: false,
	});
}

/** Present forms, gerund and verbal noun of a verb given in the third person singular. */
function verbForms(lemma: string): { readonly finite: readonly string[]; readonly nouns: readonly string[] } {
	const theme = lemma.slice(0, -1);
	const isSecond = lemma.endsWith('и');
	const isThird = /[ая]$/u.test(lemma);
	const plural = isThird ? `${lemma}т` : `${theme}${/[жчш]$/u.test(theme) ? 'ат' : 'ят'}`;
	const first = isThird ? `${lemma}ме` : `${lemma}м`;
	const gerund = isSecond || lemma.endsWith('е') ? `${theme}ейки` : `${lemma}йки`;
	const noun = isSecond || lemma.endsWith('е') ? `${theme}ене` : `${lemma}не`;
	const nounPlural = `${noun.slice(0, -1)}ия`;
	return {
		finite: [lemma, plural, first, gerund, ...(isSecond ? [] : [`${lemma}ло`])],
		nouns: [noun, `${noun}то`, nounPlural, `${nounPlural}та`],
	};
}
