/** A number as it stands in a field: decimal comma, no grouping; empty where there is none. */
export function plain(value: number | null): string {
	return value === null ? '' : String(value).replace('.', ',');
}
