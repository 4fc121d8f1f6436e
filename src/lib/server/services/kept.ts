/**
 * Remembers what was counted, by what it was counted from; only the last `most` are kept. For values that never change:
 * a key says everything that its value is made of.
 */
export function keepLast<Value>(most: number): (key: string, build: () => Value) => Value {
	const kept = new Map<string, Value>();
	return (key, build) => {
		if (kept.has(key)) return kept.get(key) as Value;
		const value = build();
		if (kept.size >= most) kept.delete(kept.keys().next().value ?? '');
		kept.set(key, value);
		return value;
	};
}
