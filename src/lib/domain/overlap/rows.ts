import type { Digest } from './digest.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Distinct statements as unit vectors in typed arrays. A row holds its terms from the rarest to the commonest; the
 * norm of what follows a place in the row bounds every product that starts there.
 */
export interface Rows {
	readonly count: number;
	/** Row → first place of its terms; one more at the end. */
	readonly start: Int32Array;
	readonly term: Int32Array;
	readonly weight: Float64Array;
	/** Norm of the row from this place on. */
	readonly rest: Float64Array;
	readonly profile: Int32Array;
	readonly scope: Int32Array;
	/** Row → first of its statements in `members`; one more at the end. */
	readonly memberStart: Int32Array;
	readonly members: Int32Array;
	/** Statement → its row, or −1 for a statement without any word. */
	readonly rowOf: Int32Array;
	/** Inverted index: term → first of its postings; rows by falling `rest`. */
	readonly postingStart: Int32Array;
	readonly postingRow: Int32Array;
	readonly postingRest: Float64Array;
}

export interface RowVector {
	readonly terms: Int32Array;
	readonly weights: Float64Array;
	readonly rest: Float64Array;
}

export function compileRows(digests: readonly Digest[], vocabulary: Vocabulary): Rows {
	const groups = groupEqual(digests);
	const vectors = groups.map((group) => {
		const first = digests[group[0] ?? 0];
		if (!first) throw new RangeError('a row without statements');
		return { digest: first, vector: toVector(first, vocabulary) };
	});
	const start = offsets(vectors.map(({ vector }) => vector.terms.length));
	const memberStart = offsets(groups.map((group) => group.length));
	const rowOf = new Int32Array(digests.length).fill(-1);
	groups.forEach((group, row) => {
		for (const member of group) rowOf[member] = row;
	});
	const term = joinInts(vectors.map(({ vector }) => vector.terms));
	const rest = joinFloats(vectors.map(({ vector }) => vector.rest));
	return {
		count: groups.length,
		start,
		term,
		weight: joinFloats(vectors.map(({ vector }) => vector.weights)),
		rest,
		profile: Int32Array.from(vectors, ({ digest }) => digest.profile),
		scope: Int32Array.from(vectors, ({ digest }) => digest.scope),
		memberStart,
		members: Int32Array.from(groups.flat()),
		rowOf,
		...compilePostings({ count: groups.length, start, term, rest, terms: vocabulary.concepts.length }),
	};
}

/** Unit vector of a digest, rarest term first; terms outside the vocabulary weigh in its length only. */
export function toVector(
	digest: Pick<Digest, 'concepts' | 'emphases'>,
	vocabulary: Vocabulary,
	weightOfUnknown: (concept: string) => number = () => 0,
): RowVector {
	const known: { term: number; weight: number }[] = [];
	let strange = 0;
	digest.concepts.forEach((concept, at) => {
		const term = vocabulary.numbers.get(concept);
		const emphasis = digest.emphases[at] ?? 1;
		const weight =
			emphasis * (term === undefined ? weightOfUnknown(concept) : (vocabulary.weights[term] ?? 0));
		if (term === undefined) strange += weight * weight;
		else known.push({ term, weight });
	});
	known.sort((a, b) => a.term - b.term);
	const norm = Math.sqrt(known.reduce((sum, { weight }) => sum + weight * weight, strange)) || 1;
	const weights = Float64Array.from(known, ({ weight }) => weight / norm);
	return { terms: Int32Array.from(known, ({ term }) => term), weights, rest: restNorms(weights) };
}

function restNorms(weights: Float64Array): Float64Array {
	const rest = new Float64Array(weights.length);
	let square = 0;
	for (let at = weights.length - 1; at >= 0; at--) {
		const weight = weights[at] ?? 0;
		square += weight * weight;
		rest[at] = Math.sqrt(square);
	}
	return rest;
}

/** Statements with equal terms, profile and scope, in the order of their first appearance. */
function groupEqual(digests: readonly Digest[]): readonly (readonly number[])[] {
	const groups = new Map<string, number[]>();
	digests.forEach((digest, statement) => {
		if (digest.concepts.length === 0) return;
		const terms = digest.concepts.map((concept, at) => `${concept}:${digest.emphases[at]}`).sort();
		const key = `${digest.profile}|${digest.scope}|${terms.join(' ')}`;
		const group = groups.get(key);
		if (group) group.push(statement);
		else groups.set(key, [statement]);
	});
	return [...groups.values()];
}

function compilePostings(rows: {
	readonly count: number;
	readonly start: Int32Array;
	readonly term: Int32Array;
	readonly rest: Float64Array;
	readonly terms: number;
}): Pick<Rows, 'postingStart' | 'postingRow' | 'postingRest'> {
	const lengths = new Int32Array(rows.terms);
	for (const term of rows.term) lengths[term] = (lengths[term] ?? 0) + 1;
	const postingStart = offsets(lengths);
	const next = postingStart.slice();
	const postingRow = new Int32Array(rows.term.length);
	const postingRest = new Float64Array(rows.term.length);
	for (const { row, place } of byFallingRest(rows)) {
		const term = rows.term[place] ?? 0;
		const at = next[term] ?? 0;
		next[term] = at + 1;
		postingRow[at] = row;
		postingRest[at] = rows.rest[place] ?? 0;
	}
	return { postingStart, postingRow, postingRest };
}

function* byFallingRest(rows: {
	readonly count: number;
	readonly start: Int32Array;
	readonly rest: Float64Array;
}): Iterable<{ readonly row: number; readonly place: number }> {
	const rowAt = new Int32Array(rows.rest.length);
	for (let row = 0; row < rows.count; row++) rowAt.fill(row, rows.start[row], rows.start[row + 1]);
	const order = Uint32Array.from(rows.rest.keys());
	const { rest } = rows;
	order.sort((a, b) => (rest[b] ?? 0) - (rest[a] ?? 0) || a - b);
	for (const place of order) yield { row: rowAt[place] ?? 0, place };
}

function offsets(lengths: ArrayLike<number>): Int32Array {
	const start = new Int32Array(lengths.length + 1);
	for (let at = 0; at < lengths.length; at++) start[at + 1] = (start[at] ?? 0) + (lengths[at] ?? 0);
	return start;
}

function joinInts(parts: readonly Int32Array[]): Int32Array {
	const joined = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}

function joinFloats(parts: readonly Float64Array[]): Float64Array {
	const joined = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}
