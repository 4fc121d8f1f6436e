import BetterSqlite from 'better-sqlite3';

/** What one respondent was told is saved, by name. */
export type Acknowledged = Readonly<Record<string, string | number>>;

/** What the database holds of every respondent, under the same names. */
export function keptOf(databaseFile: string): ReadonlyMap<string, Acknowledged> {
	const reader = new BetterSqlite(databaseFile, { readonly: true });
	const kept = new Map<string, Record<string, string | number>>();
	const all = <Row>(sql: string) => reader.prepare(sql).all() as readonly Row[];
	for (const row of all<Seat>(
		'select id, weekly_hours as hours, obstacles as note, state from survey_respondent',
	))
		kept.set(row.id, { hours: row.hours, state: row.state, ...(row.note !== null && { note: row.note }) });
	for (const row of all<Share>('select respondent_id as id, group_key as key, share from survey_group_share'))
		Object.assign(kept.get(row.id) ?? {}, { [`group.${row.key}`]: row.share });
	for (const row of all<Share>(
		"select respondent_id as id, item_id as key, share from survey_answer where layer = 'own'",
	)) {
		const seat = kept.get(row.id) ?? {};
		Object.assign(seat, { [`item.${row.key}`]: row.share, chosen: Number(seat['chosen'] ?? 0) + 1 });
	}
	reader.close();
	return kept;
}

/** Values that were acknowledged and are not there. */
export function lossesOf(
	acknowledged: ReadonlyMap<string, Acknowledged>,
	kept: ReadonlyMap<string, Acknowledged>,
): number {
	return [...acknowledged].reduce((sum, [id, values]) => {
		const stored = kept.get(id);
		return sum + Object.entries(values).filter(([name, value]) => stored?.[name] !== value).length;
	}, 0);
}

interface Seat {
	readonly id: string;
	readonly hours: number;
	readonly note: string | null;
	readonly state: string;
}

interface Share {
	readonly id: string;
	readonly key: string;
	readonly share: number;
}
