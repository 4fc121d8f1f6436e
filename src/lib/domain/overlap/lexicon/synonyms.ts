import { PHRASES } from './phrases.ts';
import { stemOf } from './stem.ts';
import { SYNONYM_GROUPS } from './synonym-groups.ts';

/** The concept that stands for a folded word in all comparisons: that of its group of synonyms, or else its stem. */
export function conceptOf(word: string): string {
	for (let length = Math.min(word.length, LONGEST); length >= SHORTEST; length--) {
		const found = BEGINNINGS.get(word.slice(0, length));
		if (found && (!found.isWhole || ENDINGS.test(word.slice(length)))) return found.concept;
	}
	return stemOf(word);
}

export interface StemPhrase {
	readonly stems: readonly string[];
	readonly means: readonly string[];
}

interface Beginning {
	readonly concept: string;
	/** Only the word itself with its endings. */
	readonly isWhole: boolean;
}

const BEGINNINGS = buildBeginnings();
const LONGEST = Math.max(...[...BEGINNINGS.keys()].map((key) => key.length));
const SHORTEST = Math.min(...[...BEGINNINGS.keys()].map((key) => key.length));
const ENDINGS =
	/^(|а|я|и|о|е|у|ът|ят|та|то|те|ия|ият|ите|ата|ята|ото|ето|ове|овете|ния|ни|на|но|ният|ната|ното|ните)$/u;

/** Phrases by their first concept, longest first. */
export const PHRASES_BY_STEM: ReadonlyMap<string, readonly StemPhrase[]> = Map.groupBy(
	buildPhrases(),
	(phrase) => phrase.stems[0] ?? '',
);

function buildBeginnings(): ReadonlyMap<string, Beginning> {
	const found = new Map<string, Beginning>();
	for (const line of SYNONYM_GROUPS) {
		const words = line.split(' ');
		const concept = (words[0] ?? '').replace('.', '');
		for (const word of words) {
			const isWhole = word.endsWith('.');
			const key = isWhole ? word.slice(0, -1) : word;
			if (!found.has(key)) found.set(key, { concept, isWhole });
		}
	}
	return found;
}

function buildPhrases(): readonly StemPhrase[] {
	return PHRASES.map((line) => {
		const [from = '', to = ''] = line.split(' > ');
		return {
			stems: from.split(' ').map(conceptOf),
			means: to.split(' ').map((word) => (word.includes('_') ? word : conceptOf(word))),
		};
	}).sort((a, b) => b.stems.length - a.stems.length);
}
