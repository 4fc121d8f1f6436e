/** A repeatable stream of numbers 0–1 (mulberry32), so that every run of the bench sees the same statements. */
export function randomStream(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const VERBS =
	'изготвя контролира издава води организира координира съхранява разработва проверява предоставя осигурява поддържа актуализира събира отчита анализира подпомага съгласува регистрира планира'.split(
		' ',
	);
const TAILS = [
	'',
	'',
	'в законоустановените срокове',
	'съгласно действащата нормативна уредба',
	'съвместно с кметовете',
	'във връзка с изпълнението на бюджета',
];
const LINKS = ['на', 'за', 'и', 'по', 'от'];
const SYLLABLES =
	'ба ве ги до жу за ик ла мо ну ор пе ри са ту фо ха це чи ша бра гре дру кло пла ста тра'.split(' ');

/** Words of administrations at large: the 13 800 that the country of `performance.md` has. */
const WORDS = 13_800;
/** Statements that many municipalities share. */
const POOL = 8_000;

/**
 * `size` statements in municipalities of eight hundred: half from a common pool with small changes, the rest local.
 * Words follow Zipf's law. Made only to measure time; it says nothing of quality.
 */
export function benchStatements(
	size: number,
	seed = 1,
): readonly { readonly id: string; readonly unit: string; readonly text: string }[] {
	const random = randomStream(seed);
	const words = inventWords(random);
	const pool = Array.from({ length: Math.min(POOL, size) }, () => inventText(random, words));
	return Array.from({ length: size }, (_, at) => {
		const common = pool[Math.floor(random() ** 2 * pool.length)] ?? '';
		const text = random() < 0.5 ? common : inventText(random, words);
		const tail = TAILS[Math.floor(random() * TAILS.length)] ?? '';
		return { id: `f${at}`, unit: `u${Math.floor(at / 40)}`, text: `${text} ${tail}`.trim() };
	});
}

function inventWords(random: () => number): readonly string[] {
	const words = new Set<string>();
	while (words.size < WORDS) {
		const length = 3 + Math.floor(random() * 2);
		words.add(Array.from({ length }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(''));
	}
	return [...words];
}

/** A verb and five to ten words, the word of rank r about as often as 1 ÷ r. */
function inventText(random: () => number, words: readonly string[]): string {
	const length = 5 + Math.floor(random() * 6);
	const chosen = Array.from({ length }, (_, at) => {
		const rank = Math.floor(words.length ** (0.25 + 0.75 * random())) - 1;
		const link = at === 0 ? '' : `${LINKS[Math.floor(random() * LINKS.length)]} `;
		return link + (words[Math.max(0, rank)] ?? '');
	});
	return `${VERBS[Math.floor(random() * VERBS.length)]} ${chosen.join(' ')}`;
}
