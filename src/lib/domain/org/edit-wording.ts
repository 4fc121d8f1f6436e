import { foldedWords } from '../shared/index.ts';

export type WordingWarning =
	/** The statement names two actions, so that it cannot have one type: it should be split. */
	| { readonly code: 'org/two-verbs'; readonly verbs: readonly string[] }
	/** The statement does not begin with an action. */
	| { readonly code: 'org/no-verb'; readonly first: string };

/**
 * Whether a function statement follows „<глагол или отглаголно съществително> + <обект> …“ with one action only.
 * Source: methodology §1.5 (a) and (b).
 * Examples: „издава скици“ → nothing; „разработва и контролира програмата“ → two verbs; „скици и планове“ → no verb.
 */
export function checkWording(text: string): readonly WordingWarning[] {
	const words = foldedWords(text);
	const [first] = words;
	if (first === undefined) return [];
	if (!isAction(first)) return [{ code: 'org/no-verb', first }];
	const verbs = headVerbs(text);
	return verbs.length > 1 ? [{ code: 'org/two-verbs', verbs }] : [];
}

/**
 * Words of a statement that name no action or leave its extent open, as they stand in it: „отговаря за“, „и др.“.
 * Source: methodology §1.5 (a).
 * Example: „отговаря за деловодството и др.“ → „отговаря за“, „и др.“.
 */
export function vagueWords(text: string): readonly string[] {
	return VAGUE.flatMap((pattern) => pattern.exec(text.toLowerCase())?.[0].trim() ?? []);
}

const VAGUE: readonly RegExp[] = [
	/^(?:отговаря за|занимава се с|има грижа за|съдейства за|работи по|ангажиран[ао]? с)(?!\p{L})/u,
	/(?<!\p{L})и (?:др\.|друг[аио](?!\p{L})|пр\.|т\. ?н\.|подобни(?!\p{L}))/u,
	/(?<!\p{L})(?:при необходимост|по възможност|когато се налага)(?!\p{L})/u,
];

/** The actions joined by commas and „и“ at the head of the statement: „изготвя, съгласува и внася проекти“ → three. */
function headVerbs(text: string): readonly string[] {
	const parts = text.toLowerCase().match(/[\p{L}-]+|,/gu) ?? [];
	const verbs: string[] = [];
	let isJoined = true;
	for (const part of parts) {
		if (JOINERS.has(part)) isJoined = true;
		else if (!REFLEXIVE.has(part)) {
			if (!isJoined || !isAction(part)) break;
			verbs.push(part);
			isJoined = false;
		}
	}
	return verbs;
}

function isAction(word: string): boolean {
	return SHORT_VERBS.has(word) || VERB_ENDING.test(word) || NOUN_ENDING.test(word);
}

const JOINERS: ReadonlySet<string> = new Set([',', 'и', 'или']);
const REFLEXIVE: ReadonlySet<string> = new Set(['се', 'си']);
/** Third person singular of the present tense: разработва, координира, подготвя, осигурява. */
const VERB_ENDING = /^\p{L}{2,}(ва|ира|авя|овя|твя|ява|еня|иня|уля|оля|еля)$/u;
/** Verbal nouns: разработване, координиране. */
const NOUN_ENDING = /^\p{L}{3,}(ане|яне|ене)$/u;
/** Common verbs of municipal rules that the endings do not catch. */
const SHORT_VERBS: ReadonlySet<string> = new Set([
	'води',
	'следи',
	'прави',
	'пази',
	'държи',
	'чисти',
	'внася',
	'носи',
	'отчита',
	'плаща',
	'изплаща',
	'поддържа',
	'завежда',
	'предлага',
	'прилага',
	'налага',
	'разглежда',
	'приема',
	'отговаря',
	'ръководи',
	'произвежда',
	'провежда',
	'възлага',
	'подпомага',
	'изпраща',
	'изгражда',
	'превежда',
	'преглежда',
	'обхваща',
	'пропуска',
	'допуска',
	'водене',
	'даване',
	'контрол',
	'съхранение',
	'опазване',
]);
