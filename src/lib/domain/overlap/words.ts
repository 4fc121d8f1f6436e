import { foldText } from '../shared/index.ts';
import { ABBREVIATIONS, isLawAbbreviation } from './lexicon/abbreviations.ts';
import { ACT_FORMS, LIGHT_NOUN_FORMS, type ActForm } from './lexicon/act-forms.ts';
import { CLAUSE_OPENERS, STOP_WORDS } from './lexicon/stop-words.ts';
import { conceptOf } from './lexicon/synonyms.ts';
import { isAdjective, isReferenceMark, isReferenceNumber, opensSubordinate } from './lexicon/word-forms.ts';
import { canBeSlip, isFamiliar } from './spelling.ts';
import { isCommonName, placeRoleOf, type PlaceRole } from './lexicon/place-words.ts';

/** What is known of a word apart from its place in a text. */
export interface WordInfo {
	readonly folded: string;
	/** Stem that stands for the word and its synonyms. */
	readonly concept: string;
	/** Concepts of the words that an abbreviation stands for. */
	readonly long: readonly string[] | undefined;
	readonly isStop: boolean;
	/** Long enough to be a slip of the pen or what was meant by one. */
	readonly canBeSlip: boolean;
	readonly isFamiliar: boolean;
	/** May be a term: neither a stop word nor a single letter. */
	readonly isContent: boolean;
	readonly act: ActForm | undefined;
	/** A verbal noun („изготвянето“) that names no object of its own. */
	readonly isInnerAct: boolean;
	/** Starts with a capital letter and goes on in small ones. */
	readonly isCapitalised: boolean;
	readonly isNumber: boolean;
	readonly isYear: boolean;
	readonly isAdjective: boolean;
	/** „чл“, „ал“ … before a number; and the numbers that may follow. */
	readonly isReferenceMark: boolean;
	readonly isReferenceNumber: boolean;
	readonly isLawAbbreviation: boolean;
	/** „който“, „когато“ … */
	readonly opensSubordinate: boolean;
	/** Phrases that open a side clause and begin with this word, longest first. */
	readonly openers: readonly (readonly string[])[] | undefined;
	readonly placeRole: PlaceRole;
	/** Capitalised, it is still no name of a place. */
	readonly isCommonName: boolean;
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
	let start = nextStart(text, 0);
	while (start < text.length) {
		const end = endOf(text, start);
		const info = corrected(wordInfo(text.slice(start, end)), slips);
		words.push({ info, start, end, before: text.slice(last, start) });
		last = end;
		start = nextStart(text, end);
	}
	return words;
}

const NO_SLIPS: ReadonlyMap<string, string> = new Map();

function corrected(info: WordInfo, slips: ReadonlyMap<string, string>): WordInfo {
	const right = slips.size === 0 ? undefined : slips.get(info.folded);
	return right === undefined ? info : { ...wordInfo(right), isCapitalised: info.isCapitalised };
}

const STARTS_WORD = /^[\p{L}\p{N}]$/u;
const GOES_ON = /^[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]$/u;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/gu;
const PLAIN = /^[а-яѝ]+$/u;

/** The scripts of nearly every text: looked up by code unit instead of by pattern. */
const TABLE_SIZE = 0x530;
const GAP = 0;
const INSIDE = 1;
const START = 2;
const table = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => signOf(String.fromCharCode(code)));

function signOf(character: string): number {
	if (STARTS_WORD.test(character)) return START;
	return GOES_ON.test(character) ? INSIDE : GAP;
}

/** Kind of the character that begins here. */
function signAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (code < TABLE_SIZE) return table[code] as number;
	return signOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function sizeAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code >= 0xd800 && code < 0xdc00 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function nextStart(text: string, from: number): number {
	let at = from;
	while (at < text.length && signAt(text, at) !== START) at += sizeAt(text, at);
	return at;
}

function endOf(text: string, start: number): number {
	let at = start;
	while (at < text.length && signAt(text, at) !== GAP) at += sizeAt(text, at);
	return at;
}

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

const VERBAL_NOUN = /(не|нето|ния|нията)$/u;

function describe(raw: string): WordInfo {
	const small = PLAIN.test(raw) ? raw : foldText(raw.replace(INVISIBLE, ''));
	// „регистьр“: the soft sign stands only before „о“; anywhere else a hard one was meant.
	const folded = small.includes('ь') ? small.replace(/ь(?!о)/gu, 'ъ') : small;
	const act = ACT_FORMS.get(folded);
	const isNumber = /^\d+$/u.test(folded);
	const isStop = STOP_WORDS.has(folded) || LIGHT_NOUN_FORMS.has(folded) || (act?.isEmpty ?? false);
	return {
		folded,
		concept: conceptOf(folded),
		long: ABBREVIATIONS.get(folded)?.map(conceptOf),
		isStop,
		canBeSlip: !isStop && canBeSlip(folded),
		isFamiliar: isFamiliar(folded),
		isContent: !isStop && (folded.length > 1 || isNumber),
		act,
		isInnerAct: act?.kind === 'noun' && !act.isTelling && !act.isLight && VERBAL_NOUN.test(folded),
		isCapitalised: /^\p{Lu}\p{Ll}/u.test(raw),
		isNumber,
		isYear: /^(19|20)\d\d$/u.test(folded),
		isAdjective: isAdjective(folded),
		isReferenceMark: isReferenceMark(folded),
		isReferenceNumber: isReferenceNumber(folded),
		isLawAbbreviation: isLawAbbreviation(folded),
		opensSubordinate: opensSubordinate(folded),
		openers: CLAUSE_OPENERS.get(folded),
		placeRole: placeRoleOf(folded),
		isCommonName: isCommonName(folded),
	};
}
