import { sql, type Kysely } from 'kysely';

/** Published numbers of municipalities of one year, and published staff numbers: what a comparison starts from. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table benchmark (
		year integer not null,
		province text not null,
		name text not null,
		population integer not null check (population > 0),
		district_mayors integer not null check (district_mayors >= 0),
		mayors integer not null check (mayors >= 0),
		officials real not null check (officials >= 0),
		delegated_thousand_bgn real not null check (delegated_thousand_bgn >= 0),
		administration_thousand_bgn real not null check (administration_thousand_bgn >= 0),
		is_inferred integer not null check (is_inferred in (0, 1)),
		source text not null,
		primary key (year, province, name)
	) strict`,
	`create table benchmark_staff (
		province text not null,
		name text not null,
		year integer not null,
		posts real not null check (posts > 0),
		scope_bg text not null,
		scope_en text not null,
		source text not null,
		primary key (province, name, year)
	) strict`,
];
