import { foldText } from '../shared/index.ts';
import { ACT_FORMS, LIGHT_NOUN_FORMS, type ActForm } from './lexicon/act-forms.ts';
import { STOP_WORDS } from './lexicon/stop-words.ts';
import { conceptOf } from './lexicon/synonyms.ts';

/** What is known of a word apart from its place in a text. */
export interface WordInfo {
	readonly folded: string;
	/** Stem that stands for the word and its synonyms. */
	readonly concept: string;
	readonly isStop: boolean;
	readonly act: ActForm | undefined;
	/** Starts with a capital letter and goes on in small ones. */
	readonly isCapitalised: boolean;
	readonly isNumber: boolean;
}

export interface Word {
	readonly info: WordInfo;
	/** Offsets in the original text, UTF-16 units, end exclusive. */
	readonly start: number;
	readonly end: number;
	/** Punctuation between the previous word and this one. */
	readonly before: string;
}

/** Words of a text with their places, slips of the pen (slip → right word) put right; soft hyphens and zero-width marks belong to the word. */
export function wordsOf(text: string, slips: ReadonlyMap<string, string> = NO_SLIPS): readonly Word[] {
	const words: Word[] = [];
	let last = 0;
	for (const match of text.matchAll(WORD)) {
		const start = match.index;
		const end = start + match[0].length;
		words.push({ info: corrected(wordInfo(match[0]), slips), start, end, before: text.slice(last, start) });
		last = end;
	}
	return words;
}

const NO_SLIPS: ReadonlyMap<string, string> = new Map();

function corrected(info: WordInfo, slips: ReadonlyMap<string, string>): WordInfo {
	const right = slips.size === 0 ? undefined : slips.get(info.folded);
	return right === undefined ? info : { ...wordInfo(right), isCapitalised: info.isCapitalised };
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]*/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/gu;
const PLAIN = /^[а-яѝ]+$/u;

/** A pure cache of a pure function: the same words come again and again. Emptied when it grows too big. */
const known = new Map<string, WordInfo>();
const MAX_KNOWN = 200_000;

function wordInfo(raw: string): WordInfo {
	const found = known.get(raw);
	if (found) return found;
	const info = describe(raw);
	if (known.size >= MAX_KNOWN) known.clear();
	known.set(raw, info);
	return info;
}

function describe(raw: string): WordInfo {
	const folded = PLAIN.test(raw) ? raw : foldText(raw.replace(INVISIBLE, ''));
	const act = ACT_FORMS.get(folded);
	return {
		folded,
		concept: conceptOf(folded),
		isStop: STOP_WORDS.has(folded) || LIGHT_NOUN_FORMS.has(folded) || (act?.isEmpty ?? false),
		act,
		isCapitalised: /^\p{Lu}\p{Ll}/u.test(raw),
		isNumber: /^\d+$/u.test(folded),
	};
}
