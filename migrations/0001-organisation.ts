import { sql, type Kysely } from 'kysely';

/** Municipalities, structure versions and everything that belongs to one version. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const ORIGIN = `
	verification text not null check (verification in ('verified', 'reconstructed')),
	source text not null,
	as_of text`;

const STATEMENTS = [
	`create table municipality (
		id text primary key,
		slug text not null unique,
		name_bg text not null,
		name_en text,
		oblast_bg text not null,
		oblast_en text,
		population integer check (population >= 0),
		population_as_of text,
		budget_cents integer check (budget_cents >= 0),
		budget_as_of text,
		created_at text not null
	) strict`,
	`create table settlement (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		name_bg text not null,
		name_en text,
		kind text not null check (kind in ('town', 'village')),
		status text not null check (status in ('centre', 'mayoralty', 'mayoral-office', 'none')),
		ekatte text,
		population integer check (population >= 0),
		${ORIGIN},
		unique (municipality_id, name_bg, kind)
	) strict`,
	`create table structure_version (
		id text primary key,
		municipality_id text not null references municipality (id) on delete cascade,
		label_bg text not null,
		label_en text,
		status text not null check (status in ('working', 'frozen')),
		valid_from text not null,
		valid_to text check (valid_to is null or valid_to > valid_from),
		based_on_id text references structure_version (id) on delete restrict,
		content_hash text,
		revision integer not null default 1 check (revision >= 1),
		${ORIGIN},
		created_at text not null,
		created_by text not null
	) strict`,
	`create index structure_version_by_municipality on structure_version (municipality_id, valid_from)`,
	`create table org_unit (
		id text primary key,
		version_id text not null references structure_version (id) on delete cascade,
		key text not null,
		parent_key text,
		name_bg text not null,
		name_en text,
		folded text not null,
		kind text not null check (kind in ('mayor', 'deputy-mayors', 'secretary', 'office', 'audit-unit', 'directorate',
			'department', 'sector', 'mayoralty', 'mayoral-office', 'group', 'social-service', 'cultural-institute',
			'municipal-enterprise')),
		part text not null check (part in ('direct', 'general', 'specialised', 'territorial', 'outside')),
		sort integer not null,
		note text,
		${ORIGIN},
		revision integer not null default 1 check (revision >= 1),
		unique (version_id, key),
		foreign key (version_id, parent_key) references org_unit (version_id, key) deferrable initially deferred
	) strict`,
	`create table post (
		id text primary key,
		version_id text not null references structure_version (id) on delete cascade,
		key text not null,
		unit_key text not null,
		title_bg text not null,
		title_en text,
		folded text not null,
		approved real not null check (approved >= 0),
		occupied real not null check (occupied >= 0 and occupied <= approved),
		category text not null check (category in ('elected', 'managerial', 'expert', 'technical')),
		relation text not null check (relation in ('elected', 'appointed', 'civil-service', 'labour')),
		funding text not null check (funding in ('delegated', 'local', 'co-financed')),
		is_head integer not null check (is_head in (0, 1)),
		annual_cost_cents integer check (annual_cost_cents >= 0),
		note text,
		sort integer not null,
		${ORIGIN},
		revision integer not null default 1 check (revision >= 1),
		unique (version_id, key),
		foreign key (version_id, unit_key) references org_unit (version_id, key) deferrable initially deferred
	) strict`,
	`create index post_by_unit on post (version_id, unit_key)`,
	`create table policy_area (
		key text primary key,
		name_bg text not null,
		name_en text not null,
		sort integer not null
	) strict`,
	`create table legal_act (
		key text primary key,
		abbreviation_bg text not null,
		abbreviation_en text,
		name_bg text not null,
		name_en text,
		kind text not null,
		sort integer not null
	) strict`,
	`create table provision (
		id text primary key,
		act_key text not null references legal_act (key) on delete restrict,
		paragraph text not null default '',
		article text not null default '',
		sub_paragraph text not null default '',
		point text not null default '',
		letter text not null default '',
		unique (act_key, paragraph, article, sub_paragraph, point, letter)
	) strict`,
	`create table power (
		key text primary key,
		text_bg text not null,
		text_en text,
		policy_area text not null references policy_area (key) on delete restrict,
		provision_id text not null references provision (id) on delete restrict,
		valid_from text not null,
		valid_to text check (valid_to is null or valid_to > valid_from),
		sort integer not null
	) strict`,
	`create table admin_function (
		id text primary key,
		version_id text not null references structure_version (id) on delete cascade,
		key text not null,
		text_bg text not null,
		text_en text,
		folded text not null,
		kind text not null check (kind in ('policy', 'regulation', 'service', 'coordination', 'control', 'support')),
		policy_area text not null references policy_area (key) on delete restrict,
		general_category text,
		territory text,
		sort integer not null,
		${ORIGIN},
		revision integer not null default 1 check (revision >= 1),
		unique (version_id, key)
	) strict`,
	`create table function_basis (
		function_id text not null references admin_function (id) on delete cascade,
		provision_id text not null references provision (id) on delete restrict,
		sort integer not null,
		primary key (function_id, provision_id)
	) strict`,
	`create table function_power (
		function_id text not null references admin_function (id) on delete cascade,
		power_key text not null references power (key) on delete restrict,
		primary key (function_id, power_key)
	) strict`,
	`create table participation (
		id text primary key,
		version_id text not null references structure_version (id) on delete cascade,
		function_key text not null,
		unit_key text not null,
		post_key text,
		role text not null check (role in ('accountable', 'participates', 'consulted', 'informed')),
		share real check (share >= 0 and share <= 1),
		sort integer not null,
		foreign key (version_id, function_key) references admin_function (version_id, key)
			on delete cascade deferrable initially deferred,
		foreign key (version_id, unit_key) references org_unit (version_id, key) deferrable initially deferred,
		foreign key (version_id, post_key) references post (version_id, key) deferrable initially deferred
	) strict`,
	`create unique index participation_once
		on participation (version_id, function_key, unit_key, coalesce(post_key, ''), role)`,
	`create index participation_by_unit on participation (version_id, unit_key)`,
	`create table activity (
		id text primary key,
		version_id text not null references structure_version (id) on delete cascade,
		key text not null,
		function_key text not null,
		unit_key text not null,
		post_key text,
		name_bg text not null,
		name_en text,
		unit_of_measure_bg text not null,
		unit_of_measure_en text,
		annual_volume real check (annual_volume >= 0),
		minutes_low real check (minutes_low >= 0),
		minutes_usual real check (minutes_usual >= minutes_low),
		minutes_high real check (minutes_high >= minutes_usual),
		method text not null check (method in ('register', 'estimate', 'survey', 'sampling', 'sample-data')),
		data_year integer not null,
		source text not null,
		sort integer not null,
		revision integer not null default 1 check (revision >= 1),
		unique (version_id, key),
		check ((minutes_low is null) = (minutes_usual is null) and (minutes_usual is null) = (minutes_high is null)),
		foreign key (version_id, function_key) references admin_function (version_id, key)
			on delete cascade deferrable initially deferred,
		foreign key (version_id, unit_key) references org_unit (version_id, key) deferrable initially deferred,
		foreign key (version_id, post_key) references post (version_id, key) deferrable initially deferred
	) strict`,
	`create index activity_by_unit on activity (version_id, unit_key)`,
	`create table workload_allowance (
		id text primary key,
		version_id text not null references structure_version (id) on delete cascade,
		unit_key text not null,
		kind text not null check (kind in ('category', 'individual')),
		name_bg text not null,
		name_en text,
		hours_per_year real check (hours_per_year >= 0),
		share real check (share >= 0 and share <= 1),
		staff real check (staff >= 0),
		source text not null,
		sort integer not null,
		revision integer not null default 1 check (revision >= 1),
		check (
			(kind = 'category' and staff is null and (hours_per_year is null) <> (share is null))
			or (kind = 'individual' and staff is not null and hours_per_year is not null and share is null)
		),
		foreign key (version_id, unit_key) references org_unit (version_id, key) deferrable initially deferred
	) strict`,
	`create table allocation (
		id text primary key,
		version_id text not null references structure_version (id) on delete cascade,
		post_key text not null,
		function_key text not null,
		share real not null check (share >= 0 and share <= 1),
		source text not null,
		unique (version_id, post_key, function_key),
		foreign key (version_id, post_key) references post (version_id, key) deferrable initially deferred,
		foreign key (version_id, function_key) references admin_function (version_id, key)
			on delete cascade deferrable initially deferred
	) strict`,
	`create table parameter (
		id text primary key,
		key text not null,
		municipality_id text references municipality (id) on delete cascade,
		number_value real,
		text_value text,
		unit text not null,
		valid_from text not null,
		valid_to text check (valid_to is null or valid_to > valid_from),
		citation text not null,
		note text,
		check ((number_value is null) <> (text_value is null))
	) strict`,
	`create index parameter_by_key on parameter (key, valid_from)`,
	`create table calendar_exception (
		day text primary key,
		kind text not null check (kind in ('off', 'working')),
		citation text not null
	) strict`,
];
