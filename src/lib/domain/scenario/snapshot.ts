/** A value as JSON can hold it. */
export type JsonValue =
	string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * One text for equal contents: keys in code-point order, no spaces, `undefined` fields left out.
 * Two snapshots are the same exactly when their canonical texts are, so a hash of it identifies the contents.
 * Source: the idea of RFC 8785 (JSON Canonicalization Scheme), numbers as ECMAScript prints them.
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
	if (typeof value === 'object' && value !== null) return canonicalObject(value as Record<string, unknown>);
	if (typeof value === 'number' && !Number.isFinite(value))
		throw new RangeError(`not a JSON number: ${value}`);
	return JSON.stringify(value);
}

function canonicalObject(value: Record<string, unknown>): string {
	const fields = Object.keys(value)
		.filter((key) => value[key] !== undefined)
		.sort()
		.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
	return `{${fields.join(',')}}`;
}
