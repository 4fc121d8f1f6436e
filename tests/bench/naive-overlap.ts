/**
 * What anybody would write in an afternoon: TF-IDF over words, an inverted index, the product of every row with
 * every other through it, in one thread. The peer that the overlap analysis is compared with.
 */
export function naiveOverlaps(
	texts: readonly string[],
	threshold: number,
): readonly { readonly a: number; readonly b: number; readonly score: number }[] {
	const rows = texts.map((text) => countWords(text));
	const vectors = weigh(rows);
	const postings = new Map<string, { readonly row: number; readonly weight: number }[]>();
	const sums = new Float64Array(texts.length);
	const pairs: { a: number; b: number; score: number }[] = [];
	vectors.forEach((vector, b) => {
		const touched: number[] = [];
		for (const [word, weight] of vector)
			for (const other of postings.get(word) ?? []) {
				if (sums[other.row] === 0) touched.push(other.row);
				sums[other.row] = (sums[other.row] ?? 0) + weight * other.weight;
			}
		for (const a of touched) {
			const score = sums[a] ?? 0;
			if (score >= threshold) pairs.push({ a, b, score });
			sums[a] = 0;
		}
		for (const [word, weight] of vector) {
			const list = postings.get(word);
			if (list) list.push({ row: b, weight });
			else postings.set(word, [{ row: b, weight }]);
		}
	});
	return pairs.sort((x, y) => y.score - x.score);
}

function countWords(text: string): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? [])
		counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

function weigh(rows: readonly ReadonlyMap<string, number>[]): readonly ReadonlyMap<string, number>[] {
	const documents = new Map<string, number>();
	for (const row of rows) for (const word of row.keys()) documents.set(word, (documents.get(word) ?? 0) + 1);
	return rows.map((row) => {
		const weights = [...row].map(([word, count]): [string, number] => [
			word,
			(1 + Math.log(count)) * Math.log(1 + rows.length / (documents.get(word) ?? 1)),
		]);
		const norm = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
		return new Map(weights.map(([word, weight]) => [word, weight / norm]));
	});
}
