import { sql, type Kysely } from 'kysely';

/** The chair of the municipal council leads the review and records votes and decisions; councillors do not. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table membership_new (
		user_id text not null references user (id) on delete cascade,
		municipality_id text not null references municipality (id) on delete cascade,
		role text not null check (role in ('consultant', 'hr', 'unit-head', 'chair', 'councillor', 'viewer')),
		unit_key text,
		primary key (user_id, municipality_id, role)
	) strict`,
	`insert into membership_new
		select user_id, municipality_id,
			case when role = 'councillor' and user_id in
				(select id from user where is_demo = 1 and username like 'predsedatel-%') then 'chair' else role end,
			unit_key
		from membership`,
	'drop table membership',
	'alter table membership_new rename to membership',
];
