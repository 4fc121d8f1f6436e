import { classByObject, type ActForm } from './lexicon/act-forms.ts';
import type { Act } from './lexicon/act-affinity.ts';
import type { Word } from './words.ts';

interface ParsedActs {
	readonly acts: readonly Act[];
	readonly actWords: readonly number[];
	readonly isNegated: boolean;
}

/**
 * The acts of a statement. Finite verbs of the main clause come first („изготвя и контролира …“); without one the
 * first verbal noun is the act („изготвяне на …“). A light verb takes the act of the noun beside it
 * („осъществява контрол“, „контролът … се осъществява“). Each act is listed once, in the order of its lemma.
 */
export function parseActs(words: readonly Word[], isSide: (at: number) => boolean): ParsedActs {
	const finite = finiteVerbs(words, isSide);
	const heads = finite.length > 0 ? finite : firstNouns(words, isSide);
	const actWords: number[] = [];
	const acts = new Map<string, Act>();
	for (const at of heads) {
		const { act, places } = resolveAct(words, at, isSide);
		actWords.push(...places);
		acts.set(`${act.actClass} ${act.lemma}`, act);
	}
	const first = heads[0] ?? -1;
	return {
		acts: inOrder(acts),
		actWords: actWords.length < 2 ? actWords : [...new Set(actWords)],
		isNegated: first > 0 && words[first - 1]?.info.folded === 'не',
	};
}

function inOrder(acts: ReadonlyMap<string, Act>): readonly Act[] {
	if (acts.size < 2) return [...acts.values()];
	return [...acts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, act]) => act);
}

function finiteVerbs(words: readonly Word[], isSide: (at: number) => boolean): readonly number[] {
	const found: number[] = [];
	let isSubordinate = false;
	for (let at = 0; at < words.length; at++) {
		const word = words[at];
		if (!word) continue;
		const { act, opensSubordinate } = word.info;
		if (isSubordinate && /[;.]/u.test(word.before)) isSubordinate = false;
		if (opensSubordinate) isSubordinate = true;
		if (act?.kind !== 'finite' || isSide(at) || isSubordinate) continue;
		const previous = words[at - 1]?.info.folded;
		if (previous === 'да') continue;
		if (act.isHomograph && !isVerbHere(words, at, found)) continue;
		found.push(at);
	}
	return found;
}

function isVerbHere(words: readonly Word[], at: number, found: readonly number[]): boolean {
	const previous = words[at - 1]?.info.folded;
	if (at === 0 || previous === 'се') return true;
	const before = previous === 'и' ? at - 2 : at - 1;
	return found.includes(before) && (previous === 'и' || /,/u.test(words[at]?.before ?? ''));
}

/** The first verbal noun and those joined to it by „и“ or a comma. */
function firstNouns(words: readonly Word[], isSide: (at: number) => boolean): readonly number[] {
	const first = words.findIndex((word, at) => word.info.act?.kind === 'noun' && !isSide(at));
	if (first < 0) return [];
	const found = [first];
	for (let at = first + 1; at < words.length; at++) {
		const word = words[at];
		if (!word || word.info.folded === 'и') continue;
		const isJoined = words[at - 1]?.info.folded === 'и' || word.before.includes(',');
		if (word.info.act?.kind !== 'noun' || !isJoined) break;
		found.push(at);
	}
	return found;
}

interface ResolvedAct {
	readonly act: Act;
	readonly places: readonly number[];
}

function resolveAct(words: readonly Word[], at: number, isSide: (at: number) => boolean): ResolvedAct {
	const form = words[at]?.info.act;
	if (!form) throw new RangeError(`no act at word ${at}`);
	if (form.isLight) {
		const noun = nounAfter(words, at) ?? (form.kind === 'finite' ? nounBefore(words, at, isSide) : undefined);
		const inner = noun === undefined ? undefined : words[noun]?.info.act;
		if (noun !== undefined && inner && !inner.isLight)
			return { act: toAct(inner, words, noun), places: [at, noun] };
	}
	return { act: toAct(form, words, at), places: [at] };
}

function toAct(form: ActForm, words: readonly Word[], at: number): Act {
	return { lemma: form.lemma, actClass: classByObject(form, objectAfter(words, at)) };
}

/** „Отговаря за поддържането“, „организира дейността по събиране“: the act stands behind the preposition. */
const LEADING_ON =
	/^(отговаря|отговарят|дейност|дейности|дейността|дейностите|работата|процеса|процедури|процедурите|мероприятия)$/u;

/** The action noun right after a light verb; adjectives and small words may stand between. */
function nounAfter(words: readonly Word[], at: number): number | undefined {
	for (let i = at + 1; i < Math.min(at + 6, words.length); i++) {
		const word = words[i];
		if (!word || /[;.()]/u.test(word.before)) return undefined;
		if (word.info.act?.kind === 'noun' && !word.info.isStop) return i;
		const mayStandBetween = word.info.isStop || word.info.isAdjective;
		const before = words[i - 1]?.info.folded ?? '';
		const isLedOn = LEADING_ON.test(before) && /^(за|по)$/u.test(word.info.folded);
		if (!mayStandBetween || (!isLedOn && /^(за|в|във|от|по|при)$/u.test(word.info.folded))) return undefined;
	}
	return undefined;
}

/** „Контролът върху … се осъществява от …“: the action noun that opens the clause. */
function nounBefore(words: readonly Word[], at: number, isSide: (at: number) => boolean): number | undefined {
	if (words[at - 1]?.info.folded !== 'се') return undefined;
	const found = words.findIndex((word, i) => i < at && word.info.act?.kind === 'noun' && !isSide(i));
	return found >= 0 && found <= 2 ? found : undefined;
}

/** Head of what the verb governs: the first content words up to one that no other directly follows. */
function objectAfter(words: readonly Word[], at: number): readonly string[] {
	const isPassive = words[at - 1]?.info.folded === 'се';
	const from = isPassive ? 0 : at + 1;
	const found: string[] = [];
	for (let i = from; i < Math.min(from + 6, words.length); i++) {
		const info = words[i]?.info;
		if (!info || i === at || info.isStop || info.act) continue;
		found.push(info.concept);
		const next = words[i + 1]?.info;
		if (!info.isAdjective || !next || next.isStop) break;
	}
	return found;
}
