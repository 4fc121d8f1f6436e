/** Whether two states of a thing say the same; what is absent, empty or null counts as one, lists are sets. */
export function sameState(left: unknown, right: unknown): boolean {
	return canonical(left) === canonical(right);
}

function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(isNothing(value) ? null : value);
	const fields = Object.entries(value)
		.filter(([, part]) => !isNothing(part))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`);
	return `{${fields.join(',')}}`;
}

function isNothing(value: unknown): boolean {
	return value === null || value === undefined || value === '';
}
