import { sql, type Kysely } from 'kysely';

/** People, competencies, and training from need to evaluation. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
	`create table competency (
		key text primary key,
		group_code text not null check (group_code in ('managerial', 'expert', 'technical', 'functional')),
		name_bg text not null,
		name_en text not null,
		description_bg text not null,
		description_en text,
		weight integer not null check (weight between 1 and 3),
		sort integer not null
	) strict`,
	`create table requirement (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		kind text not null check (kind in ('function', 'post')),
		subject_key text not null,
		competency_key text not null references competency (key) on delete restrict,
		level integer not null check (level between 1 and 5),
		source text not null,
		unique (municipality_id, kind, subject_key, competency_key)
	) strict`,
	`create table employee (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		post_key text not null,
		name text not null,
		sex text not null check (sex in ('female', 'male')),
		occupancy real not null check (occupancy > 0 and occupancy <= 1),
		started_on text not null,
		left_on text check (left_on is null or left_on >= started_on),
		revision integer not null default 1 check (revision >= 1)
	) strict`,
	`create index employee_by_post on employee (municipality_id, post_key)`,
	`create table assessment (
		id text primary key,
		employee_id text not null references employee (id) on delete cascade,
		competency_key text not null references competency (key) on delete restrict,
		level integer not null check (level between 1 and 5),
		assessed_on text not null,
		source text not null,
		unique (employee_id, competency_key, assessed_on)
	) strict`,
	`create table course (
		key text primary key,
		title_bg text not null,
		title_en text,
		competency_key text not null references competency (key) on delete restrict,
		level_to integer not null check (level_to between 1 and 5),
		provider_bg text not null,
		provider_en text,
		form text not null check (form in ('in-person', 'distance', 'blended', 'internal')),
		hours real not null check (hours > 0),
		price_cents integer not null check (price_cents >= 0),
		places integer not null check (places > 0),
		verification text not null check (verification in ('verified', 'reconstructed')),
		source text not null,
		as_of text,
		sort integer not null
	) strict`,
	`create table training_need (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		need_key text not null,
		unit_key text not null,
		cause text not null,
		operation_id text references operation (id) on delete cascade,
		function_key text,
		post_key text,
		employee_id text references employee (id) on delete cascade,
		competency_key text references competency (key) on delete restrict,
		required_level integer check (required_level between 1 and 5),
		assessed_level integer check (assessed_level between 1 and 5),
		people integer not null check (people > 0),
		open_places integer not null default 0 check (open_places between 0 and people),
		priority real,
		due_on text,
		state text not null check (state in ('open', 'planned', 'done', 'dismissed')),
		note text,
		created_at text not null,
		created_by text not null,
		unique (municipality_id, need_key)
	) strict`,
	`create table training_need_person (
		need_id text not null references training_need (id) on delete cascade,
		employee_id text not null references employee (id) on delete cascade,
		post_key text not null,
		required_level integer check (required_level between 1 and 5),
		assessed_level integer check (assessed_level between 1 and 5),
		primary key (need_id, employee_id)
	) strict`,
	`create index training_need_by_municipality on training_need (municipality_id, state)`,
	`create table training_plan (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		year integer not null,
		status text not null check (status in ('draft', 'approved', 'closed')),
		revision integer not null default 1 check (revision >= 1),
		created_at text not null,
		created_by text not null,
		unique (municipality_id, year)
	) strict`,
	`create table plan_item (
		id text primary key,
		plan_id text not null references training_plan (id) on delete cascade,
		course_key text not null references course (key) on delete restrict,
		kind text not null check (kind in ('mandatory', 'professional', 'specialised')),
		group_name text not null,
		quarter integer not null check (quarter between 1 and 4),
		hours real not null check (hours > 0),
		provider text not null,
		place text not null default '',
		seats integer not null check (seats > 0),
		price_cents integer not null check (price_cents >= 0),
		funding text not null check (funding in ('delegated', 'local', 'co-financed', 'project')),
		responsible text not null,
		expected_result text not null,
		evaluation text not null,
		status text not null check (status in ('planned', 'held', 'cancelled')),
		revision integer not null default 1 check (revision >= 1),
		sort integer not null
	) strict`,
	`create table plan_item_participant (
		plan_item_id text not null references plan_item (id) on delete cascade,
		employee_id text not null references employee (id) on delete cascade,
		primary key (plan_item_id, employee_id)
	) strict`,
	`create table plan_item_need (
		plan_item_id text not null references plan_item (id) on delete cascade,
		need_id text not null references training_need (id) on delete cascade,
		primary key (plan_item_id, need_id)
	) strict`,
	`create table training_session (
		id text primary key,
		plan_item_id text not null references plan_item (id) on delete cascade,
		starts_on text not null,
		ends_on text not null check (ends_on >= starts_on),
		place text not null,
		trainer text not null
	) strict`,
	`create table attendance (
		training_session_id text not null references training_session (id) on delete cascade,
		employee_id text not null references employee (id) on delete cascade,
		state text not null check (state in ('enrolled', 'attended', 'absent')),
		primary key (training_session_id, employee_id)
	) strict`,
	`create table evaluation (
		id text primary key,
		training_session_id text not null references training_session (id) on delete cascade,
		employee_id text references employee (id) on delete set null,
		level integer not null check (level between 1 and 4),
		score_before real,
		score_after real,
		score_maximum real,
		note text,
		recorded_at text not null
	) strict`,
];
