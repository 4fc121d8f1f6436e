CREATE TABLE action (
	id text primary key,
	recommendation_id text not null references recommendation (id) on delete cascade,
	body text not null,
	responsible text not null,
	starts_on text,
	due_on text,
	progress integer not null default 0 check (progress between 0 and 100),
	proof text,
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null
) strict;

CREATE TABLE activity (
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
	revision integer not null default 1 check (revision >= 1), months text
	check (months is null or (json_valid(months) and json_array_length(months) = 12)),
	unique (version_id, key),
	check ((minutes_low is null) = (minutes_usual is null) and (minutes_usual is null) = (minutes_high is null)),
	foreign key (version_id, function_key) references admin_function (version_id, key)
	on delete cascade deferrable initially deferred,
	foreign key (version_id, unit_key) references org_unit (version_id, key) deferrable initially deferred,
	foreign key (version_id, post_key) references post (version_id, key) deferrable initially deferred
) strict;

CREATE TABLE admin_function (
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
	
	verification text not null check (verification in ('verified', 'reconstructed')),
	source text not null,
	as_of text,
	revision integer not null default 1 check (revision >= 1),
	unique (version_id, key)
) strict;

CREATE TABLE adoption_undo (
	id text primary key,
	decision_id text not null references decision (id) on delete restrict,
	base_version_id text not null references structure_version (id) on delete restrict,
	version text not null,
	content_hash text not null,
	reason text not null check (reason <> ''),
	undone_at text not null,
	undone_by text not null,
	undone_by_name text not null,
	restored_at text,
	restored_by text,
	check ((restored_at is null) = (restored_by is null))
) strict;

CREATE TABLE allocation (
	id text primary key,
	version_id text not null references structure_version (id) on delete cascade,
	post_key text not null,
	function_key text not null,
	share real not null check (share >= 0 and share <= 1),
	source text not null, share_low real check (share_low >= 0 and share_low <= share), share_high real check (share_high >= share and share_high <= 1), respondents integer check (respondents >= 1), load real check (load > 0), campaign_id text references survey_campaign (id) on delete set null, occupied real check (occupied >= 0), cell text, cell_size integer check (cell_size > 0),
	unique (version_id, post_key, function_key),
	foreign key (version_id, post_key) references post (version_id, key) deferrable initially deferred,
	foreign key (version_id, function_key) references admin_function (version_id, key)
	on delete cascade deferrable initially deferred
) strict;

CREATE TABLE amendment (
	id text primary key,
	proposal_id text not null references proposal (id) on delete cascade,
	operation_id text,
	number integer not null,
	kind text not null,
	payload text not null,
	motive text not null,
	state text not null,
	author_id text not null,
	author_name text not null,
	created_at text not null, opinion text check (opinion in ('accepts', 'rejects', 'conscience')), opinion_text text not null default '', revision integer not null default 1,
	unique (proposal_id, number)
) strict;

CREATE TABLE assessment (
	id text primary key,
	employee_id text not null references employee (id) on delete cascade,
	competency_key text not null references competency (key) on delete restrict,
	level integer not null check (level between 1 and 5),
	assessed_on text not null,
	source text not null,
	unique (employee_id, competency_key, assessed_on)
) strict;

CREATE TABLE attendance (
	training_session_id text not null references training_session (id) on delete cascade,
	employee_id text not null references employee (id) on delete cascade,
	state text not null check (state in ('enrolled', 'attended', 'absent')), place_in_line integer not null default 0,
	primary key (training_session_id, employee_id)
) strict;

CREATE TABLE attendance_day (
	training_session_id text not null,
	employee_id text not null,
	day text not null,
	is_present integer not null check (is_present in (0, 1)),
	primary key (training_session_id, employee_id, day),
	foreign key (training_session_id, employee_id)
	references attendance (training_session_id, employee_id) on delete cascade
) strict;

CREATE TABLE audit_entry (
	id text primary key,
	at text not null,
	actor_id text not null,
	actor_name text not null,
	municipality_id text references municipality (id) on delete set null,
	action text not null,
	entity text not null,
	entity_key text not null,
	version_id text,
	before text,
	after text
	, version_revision integer, reverses integer, folded text) strict;

CREATE TABLE ballot (
	id text primary key,
	proposal_id text not null references proposal (id) on delete cascade,
	number integer not null,
	subject text not null check (subject in ('whole', 'points', 'amendments')),
	items text not null,
	method text not null check (method in ('roll-call', 'counted')),
	session_on text not null,
	votes_for integer not null check (votes_for >= 0),
	votes_against integer not null check (votes_against >= 0),
	votes_abstain integer not null check (votes_abstain >= 0),
	recorded_by text not null,
	recorded_name text not null,
	recorded_at text not null, withdrawn_at text, withdrawn_by text, withdrawn_name text, withdrawn_reason text,
	unique (proposal_id, number)
) strict;

CREATE TABLE ballot_correction (
	id text primary key,
	ballot_id text not null references ballot (id) on delete cascade,
	reason text not null,
	before text not null,
	after text not null,
	corrected_by text not null,
	corrected_name text not null,
	corrected_at text not null
) strict;

CREATE TABLE basis_mark (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	function_key text not null,
	provision_id text not null references provision (id) on delete cascade,
	change text not null check (change in ('changed', 'ended')),
	since text not null,
	made_at text not null,
	made_by text not null,
	settled_at text,
	settled_by text
) strict;

CREATE TABLE benchmark (
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
) strict;

CREATE TABLE benchmark_staff (
	province text not null,
	name text not null,
	year integer not null,
	posts real not null check (posts > 0),
	scope_bg text not null,
	scope_en text not null,
	source text not null,
	primary key (province, name, year)
) strict;

CREATE TABLE calendar_exception (
	day text primary key,
	kind text not null check (kind in ('off', 'working')),
	citation text not null
) strict;

CREATE TABLE certificate (
	id text primary key,
	employee_id text not null references employee (id) on delete cascade,
	subject text not null check (subject in ('competency', 'entry', 'head')),
	competency_key text references competency (key) on delete restrict,
	number text not null,
	issuer text not null,
	issued_on text not null,
	valid_until text check (valid_until is null or valid_until >= issued_on),
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null,
	check ((subject = 'competency') = (competency_key is not null))
) strict;

CREATE TABLE comment (
	id text primary key,
	proposal_id text not null references proposal (id) on delete cascade,
	operation_id text,
	parent_id text references comment (id) on delete cascade,
	body text not null,
	author_id text not null,
	author_name text not null,
	resolved_at text,
	resolved_by text,
	created_at text not null
) strict;

CREATE TABLE competency (
	key text primary key,
	group_code text not null check (group_code in ('managerial', 'expert', 'technical', 'functional')),
	name_bg text not null,
	name_en text not null,
	description_bg text not null,
	description_en text,
	weight integer not null check (weight between 1 and 3),
	sort integer not null
	, municipality_id text references municipality (id) on delete cascade) strict;

CREATE TABLE competency_descriptor (
	competency_key text not null,
	municipality_id text not null,
	number integer not null,
	level integer not null check (level between 1 and 5),
	text_bg text not null,
	text_en text,
	primary key (competency_key, municipality_id, number, level),
	foreign key (competency_key, municipality_id, number)
	references competency_version (competency_key, municipality_id, number) on delete cascade
) strict;

CREATE TABLE competency_version (
	competency_key text not null references competency (key) on delete cascade,
	municipality_id text not null references municipality (id) on delete cascade,
	number integer not null check (number >= 1),
	group_code text not null check (group_code in ('managerial', 'expert', 'technical', 'functional')),
	name_bg text not null,
	name_en text not null,
	description_bg text not null,
	description_en text,
	weight integer not null check (weight between 1 and 3),
	closed integer not null check (closed in (0, 1)),
	created_at text not null,
	created_by text not null,
	primary key (competency_key, municipality_id, number)
) strict;

CREATE TABLE complaint (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	number integer not null,
	kind text not null check (kind in ('signal', 'proposal', 'appeal', 'praise', 'enquiry')),
	channel text not null,
	received_on text not null,
	due_on text,
	answered_on text,
	service_id text references service (id) on delete set null,
	unit_key text,
	body text not null,
	decision text,
	unique (municipality_id, number)
) strict;

CREATE TABLE councillor (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	name text not null,
	user_id text,
	valid_from text not null,
	valid_to text
) strict;

CREATE TABLE course (
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
	, revision integer not null default 1 check (revision >= 1), municipality_id text references municipality (id) on delete cascade, replaces_key text references course (key) on delete set null) strict;

CREATE TABLE course_cause (
	course_key text not null references course (key) on delete cascade,
	cause text not null check (cause in ('new-head', 'new-employee', 'rule-changed')),
	primary key (course_key, cause)
) strict;

CREATE TABLE decision (
	id text primary key,
	proposal_id text not null unique references proposal (id) on delete restrict,
	number text not null,
	decided_on text not null,
	outcome text not null check (outcome in ('adopted', 'adopted-amended', 'rejected', 'returned', 'withdrawn')),
	body text not null,
	tally text not null,
	resulting_version_id text references structure_version (id) on delete restrict,
	created_at text not null,
	created_by text not null
	, left_out text not null default '[]', amendments text not null default '[]', operations text, effective_on text) strict;

CREATE TABLE decision_version (
	version_id text primary key references structure_version (id) on delete restrict,
	decision_id text not null references decision (id) on delete cascade,
	starts_on text not null,
	unique (decision_id, starts_on)
) strict;

CREATE TABLE delegated_operation (
	id text primary key,
	delegation_id text not null references scenario_delegation (id) on delete cascade,
	position integer not null check (position > 0),
	kind text not null,
	payload text not null,
	motive text not null,
	state text not null default 'proposed' check (state in ('proposed', 'accepted', 'refused')),
	answer text not null default '',
	operation_id text references operation (id) on delete set null,
	decided_at text,
	decided_by text,
	created_at text not null,
	created_by text not null,
	unique (delegation_id, position),
	check (state <> 'refused' or answer <> '')
) strict;

CREATE TABLE employee (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	post_key text not null,
	name text not null,
	sex text not null check (sex in ('female', 'male')),
	occupancy real not null check (occupancy > 0 and occupancy <= 1),
	started_on text not null,
	left_on text check (left_on is null or left_on >= started_on),
	revision integer not null default 1 check (revision >= 1)
	, erased_on text) strict;

CREATE TABLE evaluation (
	id text primary key,
	training_session_id text not null references training_session (id) on delete cascade,
	employee_id text references employee (id) on delete set null,
	level integer not null check (level between 1 and 4),
	score_before real,
	score_after real,
	score_maximum real,
	note text,
	recorded_at text not null
	, indicator text not null default '', function_key text, is_lower_better integer not null default 0 check (is_lower_better in (0, 1)), recorded_by text) strict;

CREATE TABLE evaluation_link (
	id text primary key,
	training_session_id text not null references training_session (id) on delete cascade,
	employee_id text not null references employee (id) on delete cascade,
	token_hash text not null unique,
	ends_on text not null,
	is_used integer not null default 0 check (is_used in (0, 1)),
	unique (training_session_id, employee_id)
) strict;

CREATE TABLE finding (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	version_id text not null references structure_version (id) on delete restrict,
	study_id text references study (id) on delete set null,
	number integer not null,
	kind text not null check (kind in ('duplication', 'overlap', 'fragmentation', 'gap', 'role-conflict', 'no-basis',
	'overload', 'underload', 'structure', 'rule', 'training', 'other')),
	criterion text not null check (criterion in ('relevance', 'effectiveness', 'efficiency')),
	title text not null,
	body text not null,
	severity integer not null check (severity between 1 and 5),
	status text not null check (status in ('open', 'accepted', 'resolved', 'dismissed')),
	status_reason text,
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null,
	unique (municipality_id, number)
) strict;

CREATE TABLE finding_evidence (
	id text primary key,
	finding_id text not null references finding (id) on delete cascade,
	kind text not null check (kind in ('function-pair', 'function', 'power', 'policy-area', 'unit', 'post', 'workload',
	'structure-check', 'rule', 'employee-group')),
	ref text not null,
	ref2 text,
	data text not null,
	sort integer not null
) strict;

CREATE TABLE function_basis (
	function_id text not null references admin_function (id) on delete cascade,
	provision_id text not null references provision (id) on delete restrict,
	sort integer not null,
	primary key (function_id, provision_id)
) strict;

CREATE TABLE function_power (
	function_id text not null references admin_function (id) on delete cascade,
	power_key text not null references power (key) on delete restrict,
	primary key (function_id, power_key)
) strict;

CREATE TABLE import_batch (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	file_name text not null,
	file_hash text not null,
	file_size integer not null check (file_size >= 0),
	state text not null check (state in ('reading', 'refused', 'open', 'applied', 'undone')),
	refusal text,
	format text check (format in ('workbook', 'text')),
	notes text not null default '[]',
	layout text,
	mode text not null default 'merge' check (mode in ('merge', 'close', 'replace')),
	version_id text references structure_version (id) on delete set null,
	import_run_id text references import_run (id) on delete set null,
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null
) strict;

CREATE TABLE "import_change" (
	import_run_id text not null references import_run (id) on delete cascade,
	position integer not null,
	entity text not null check (entity in ('unit', 'post', 'function', 'participation', 'activity', 'employee',
	'requirement', 'training-plan', 'plan-item')),
	entity_key text not null,
	before text,
	after text,
	primary key (import_run_id, position)
) strict;

CREATE TABLE import_file (
	import_batch_id text primary key references import_batch (id) on delete cascade,
	content blob not null
) strict;

CREATE TABLE import_map (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	kind text not null,
	signature text not null,
	columns text not null,
	updated_at text not null, name text, whole text not null default '{}',
	unique (municipality_id, kind, signature)
) strict;

CREATE TABLE import_row (
	import_run_id text not null references import_run (id) on delete cascade,
	position integer not null,
	sheet text not null,
	row_number integer not null,
	outcome text not null check (outcome in ('corrected', 'skipped')),
	reason text,
	detail text not null,
	primary key (import_run_id, position)
) strict;

CREATE TABLE import_run (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	version_id text references structure_version (id) on delete set null,
	file_name text not null,
	file_hash text not null,
	kind text not null,
	rows_in integer not null,
	rows_accepted integer not null,
	rows_corrected integer not null,
	rows_skipped integer not null,
	undone_at text,
	created_at text not null,
	created_by text not null
	, made_version integer not null default 0 check (made_version in (0, 1)), source_before text) strict;

CREATE TABLE import_sheet (
	import_batch_id text not null references import_batch (id) on delete cascade,
	position integer not null,
	content text not null,
	choices text not null,
	primary key (import_batch_id, position)
) strict;

CREATE TABLE legal_act (
	key text primary key,
	abbreviation_bg text not null,
	abbreviation_en text,
	name_bg text not null,
	name_en text,
	kind text not null,
	sort integer not null
	, municipality_id text references municipality (id) on delete cascade, valid_from text, valid_to text, revision integer not null default 1) strict;

CREATE TABLE login_attempt (
	key text primary key,
	failures integer not null check (failures >= 0),
	blocked_until text
	, last_at text) strict;

CREATE TABLE "membership" (
	user_id text not null references user (id) on delete cascade,
	municipality_id text not null references municipality (id) on delete cascade,
	role text not null check (role in ('consultant', 'hr', 'unit-head', 'chair', 'councillor', 'viewer')),
	unit_key text,
	primary key (user_id, municipality_id, role)
) strict;

CREATE TABLE municipality (
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
	, revision integer not null default 1 check (revision >= 1)) strict;

CREATE TABLE operation (
	id text primary key,
	scenario_id text not null references scenario (id) on delete cascade,
	position integer not null,
	kind text not null,
	payload text not null,
	motive text not null,
	effective_on text,
	created_at text not null,
	created_by text not null,
	unique (scenario_id, position)
) strict;

CREATE TABLE operation_finding (
	operation_id text not null references operation (id) on delete cascade,
	finding_id text not null references finding (id) on delete restrict,
	primary key (operation_id, finding_id)
) strict;

CREATE TABLE operation_paper (
	operation_id text not null references operation (id) on delete cascade,
	paper text not null,
	done_at text not null,
	done_by text not null,
	done_by_name text not null,
	primary key (operation_id, paper)
) strict;

CREATE TABLE opinion (
	id text primary key,
	proposal_id text not null references proposal (id) on delete cascade,
	number integer not null,
	source text not null check (source in ('unit', 'employees', 'union', 'councillor', 'citizen', 'organisation')),
	name text not null,
	received_on text not null,
	body text not null,
	operation_id text,
	amendment_number integer,
	answer text check (answer in ('accepted', 'partly', 'not-accepted')),
	motive text not null,
	revision integer not null default 1,
	created_at text not null,
	created_by text not null, changed_at text, changed_name text, removed_at text, removed_by text, removed_name text, removed_reason text,
	unique (proposal_id, number)
) strict;

CREATE TABLE org_unit (
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
	
	verification text not null check (verification in ('verified', 'reconstructed')),
	source text not null,
	as_of text,
	revision integer not null default 1 check (revision >= 1),
	unique (version_id, key),
	foreign key (version_id, parent_key) references org_unit (version_id, key) deferrable initially deferred
) strict;

CREATE TABLE overlap_verdict (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	function_a text not null,
	function_b text not null,
	text_hash_a text not null,
	text_hash_b text not null,
	verdict text not null check (verdict in ('duplication', 'control', 'coordination', 'territorial', 'not-overlap')),
	reason text not null,
	decided_by text not null,
	decided_at text not null,
	check (function_a < function_b)
) strict;

CREATE TABLE parameter (
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
) strict;

CREATE TABLE participation (
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
) strict;

CREATE TABLE plan_item (
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
	, group_number integer check (group_number >= 1)) strict;

CREATE TABLE plan_item_need (
	plan_item_id text not null references plan_item (id) on delete cascade,
	need_id text not null references training_need (id) on delete cascade,
	primary key (plan_item_id, need_id)
) strict;

CREATE TABLE plan_item_participant (
	plan_item_id text not null references plan_item (id) on delete cascade,
	employee_id text not null references employee (id) on delete cascade,
	primary key (plan_item_id, employee_id)
) strict;

CREATE TABLE policy_area (
	key text primary key,
	name_bg text not null,
	name_en text not null,
	sort integer not null
) strict;

CREATE TABLE post (
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
	
	verification text not null check (verification in ('verified', 'reconstructed')),
	source text not null,
	as_of text,
	revision integer not null default 1 check (revision >= 1), occupation_code text check (occupation_code is null or (length(occupation_code) = 8
	and occupation_code not glob '*[^0-9]*')),
	unique (version_id, key),
	foreign key (version_id, unit_key) references org_unit (version_id, key) deferrable initially deferred
) strict;

CREATE TABLE power (
	key text primary key,
	text_bg text not null,
	text_en text,
	policy_area text not null references policy_area (key) on delete restrict,
	provision_id text not null references provision (id) on delete restrict,
	valid_from text not null,
	valid_to text check (valid_to is null or valid_to > valid_from),
	sort integer not null
) strict;

CREATE TABLE private_note (
	proposal_id text not null references proposal (id) on delete cascade,
	user_id text not null references user (id) on delete cascade,
	operation_id text not null default '',
	body text not null check (body <> ''),
	updated_at text not null,
	primary key (proposal_id, user_id, operation_id)
) strict;

CREATE TABLE procedure_mark (
	proposal_id text not null references proposal (id) on delete cascade,
	step text not null,
	on_day text not null,
	note text not null,
	recorded_by text not null,
	recorded_name text not null,
	recorded_at text not null,
	primary key (proposal_id, step)
) strict;

CREATE TABLE proposal (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	scenario_id text not null references scenario (id) on delete restrict,
	number integer not null,
	title text not null,
	mover text not null,
	legal_ground text not null,
	state text not null,
	session_on text,
	snapshot text not null,
	content_hash text not null,
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null, committee text not null default '', amendments_until text,
	unique (municipality_id, number)
) strict;

CREATE TABLE proposal_question (
	id text primary key,
	proposal_id text not null references proposal (id) on delete cascade,
	number integer not null check (number >= 1),
	operation_id text,
	body text not null check (body <> ''),
	asked_on text not null,
	asked_at text not null,
	asked_by text not null,
	asked_name text not null,
	answer text not null default '',
	answered_on text,
	answered_by text,
	answered_name text,
	revision integer not null default 1 check (revision >= 1),
	unique (proposal_id, number),
	check ((answer = '') = (answered_on is null)),
	check ((answered_on is null) = (answered_by is null))
) strict;

CREATE TABLE provenance (
	id text primary key,
	import_run_id text not null references import_run (id) on delete cascade,
	entity text not null,
	entity_id text not null,
	field text not null,
	file text not null,
	sheet text,
	cell text,
	unique (import_run_id, entity, entity_id, field)
) strict;

CREATE TABLE provision (
	id text primary key,
	act_key text not null references legal_act (key) on delete restrict,
	paragraph text not null default '',
	article text not null default '',
	sub_paragraph text not null default '',
	point text not null default '',
	letter text not null default '', valid_from text, valid_to text, revision integer not null default 1,
	unique (act_key, paragraph, article, sub_paragraph, point, letter)
) strict;

CREATE TABLE provision_wording (
	id text primary key,
	provision_id text not null references provision (id) on delete cascade,
	wording text not null,
	valid_from text,
	valid_to text,
	created_at text not null,
	created_by text not null
) strict;

CREATE TABLE publication (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	proposal_id text not null unique references proposal (id) on delete restrict,
	slug text not null,
	state text not null check (state in ('published', 'withdrawn')),
	content text not null,
	content_hash text not null,
	revision integer not null default 1 check (revision >= 1),
	published_at text not null,
	published_by text not null,
	updated_at text not null,
	withdrawn_at text,
	withdrawn_by text,
	unique (municipality_id, slug),
	check ((state = 'withdrawn') = (withdrawn_at is not null)),
	check ((withdrawn_at is null) = (withdrawn_by is null))
) strict;

CREATE TABLE rebase_review (
	operation_id text primary key references operation (id) on delete cascade,
	rebase_id text not null references scenario_rebase (id) on delete cascade
) strict;

CREATE TABLE recommendation (
	id text primary key,
	finding_id text not null references finding (id) on delete cascade,
	number integer not null,
	body text not null,
	kind text not null check (kind in ('structural', 'normative', 'process', 'staffing', 'training', 'it')),
	impact integer not null check (impact between 1 and 5),
	effort integer not null check (effort between 1 and 5),
	legal_complexity integer not null check (legal_complexity between 1 and 3),
	expected_effect text not null,
	status text not null check (status in ('proposed', 'discussed', 'accepted', 'rejected', 'implemented')),
	status_reason text,
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null,
	unique (finding_id, number)
) strict;

CREATE TABLE regulation_decision (
	regulation_text_id text not null references regulation_text (id) on delete cascade,
	node integer not null,
	outcome text not null check (outcome in ('accepted', 'skipped')),
	wording text not null,
	unit_key text,
	kind text not null,
	policy_area text,
	revision integer not null default 1 check (revision >= 1),
	decided_at text not null,
	decided_by text not null,
	primary key (regulation_text_id, node)
) strict;

CREATE TABLE regulation_text (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	title text not null,
	act_key text references legal_act (key) on delete restrict,
	file_name text,
	content text not null,
	notes text not null default '[]',
	state text not null default 'open' check (state in ('open', 'applied', 'undone')),
	version_id text references structure_version (id) on delete set null,
	import_run_id text references import_run (id) on delete set null,
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null
	, stated text) strict;

CREATE TABLE "requirement" (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	kind text not null check (kind in ('function', 'post', 'job-title')),
	subject_key text not null,
	competency_key text not null references competency (key) on delete restrict,
	level integer not null check (level between 1 and 5),
	source text not null,
	revision integer not null default 1 check (revision >= 1),
	unique (municipality_id, kind, subject_key, competency_key)
) strict;

CREATE TABLE review_event (
	id text primary key,
	proposal_id text not null references proposal (id) on delete cascade,
	from_state text not null,
	to_state text not null,
	action text not null,
	note text not null,
	actor_id text not null,
	actor_name text not null,
	at text not null
) strict;

CREATE TABLE satisfaction_response (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	service_id text references service (id) on delete set null,
	channel text not null,
	score integer not null check (score between 1 and 5),
	note text,
	answered_at text not null
) strict;

CREATE TABLE scenario (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	base_version_id text not null references structure_version (id) on delete restrict,
	name text not null,
	description text not null,
	status text not null check (status in ('draft', 'submitted', 'adopted', 'archived')),
	effective_on text not null,
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null
) strict;

CREATE TABLE scenario_delegation (
	id text primary key,
	scenario_id text not null references scenario (id) on delete cascade,
	unit_key text not null,
	delegate_id text not null references user (id) on delete restrict,
	task text not null,
	due_on text,
	state text not null default 'open' check (state in ('open', 'returned', 'closed', 'withdrawn')),
	revision integer not null default 1,
	created_at text not null,
	created_by text not null,
	returned_at text
) strict;

CREATE TABLE scenario_phase (
	scenario_id text not null references scenario (id) on delete cascade,
	starts_on text not null,
	title text not null check (title <> ''),
	narrative text not null,
	updated_at text not null,
	updated_by text not null,
	primary key (scenario_id, starts_on)
) strict;

CREATE TABLE scenario_rebase (
	id text primary key,
	scenario_id text not null references scenario (id) on delete cascade,
	from_version_id text not null references structure_version (id) on delete restrict,
	to_version_id text not null references structure_version (id) on delete restrict,
	operations_before text not null,
	revision_after integer not null,
	made_at text not null,
	made_by text not null,
	undone_at text,
	undone_by text, dropped text,
	check ((undone_at is null) = (undone_by is null)),
	check (from_version_id <> to_version_id)
) strict;

CREATE TABLE scenario_target (
	scenario_id text not null references scenario (id) on delete cascade,
	metric text not null check (metric in ('administration', 'cost', 'units', 'layers', 'span-least', 'span-most',
	'specialised-share', 'open-overlaps', 'failed-rules', 'unanswered-functions')),
	amount real not null check (amount >= 0),
	created_at text not null,
	created_by text not null,
	primary key (scenario_id, metric)
) strict;

CREATE TABLE service (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	number text not null,
	name_bg text not null,
	name_en text,
	folded text not null,
	unit_key text,
	function_key text,
	document_validity text,
	appeal text,
	revision integer not null default 1 check (revision >= 1),
	unique (municipality_id, number)
) strict;

CREATE TABLE service_step (
	id text primary key,
	service_id text not null references service (id) on delete cascade,
	position integer not null,
	name_bg text not null,
	name_en text,
	unit_key text,
	post_key text,
	role text not null check (role in ('performs', 'participates', 'agrees', 'approves')),
	norm_minutes real check (norm_minutes >= 0),
	limit_hours real check (limit_hours >= 0),
	unique (service_id, position)
) strict;

CREATE TABLE service_variant (
	id text primary key,
	service_id text not null references service (id) on delete cascade,
	kind text not null check (kind in ('ordinary', 'fast', 'express')),
	term integer check (term >= 0),
	term_unit text check (term_unit in ('hours', 'working-days', 'days', 'months')),
	fee_cents integer check (fee_cents >= 0),
	unique (service_id, kind)
) strict;

CREATE TABLE session (
	id text primary key,
	user_id text not null references user (id) on delete cascade,
	expires_at text not null
) strict;

CREATE TABLE session_response (
	id text primary key,
	training_session_id text not null references training_session (id) on delete cascade,
	content integer not null check (content between 1 and 5),
	trainer integer not null check (trainer between 1 and 5),
	organisation integer not null check (organisation between 1 and 5),
	usefulness integer not null check (usefulness between 1 and 5),
	comment text not null default ''
) strict, without rowid;

CREATE TABLE settlement (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	name_bg text not null,
	name_en text,
	kind text not null check (kind in ('town', 'village')),
	status text not null check (status in ('centre', 'mayoralty', 'mayoral-office', 'none')),
	ekatte text,
	population integer check (population >= 0),
	
	verification text not null check (verification in ('verified', 'reconstructed')),
	source text not null,
	as_of text, revision integer not null default 1 check (revision >= 1),
	unique (municipality_id, name_bg, kind)
) strict;

CREATE TABLE structure_version (
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
	
	verification text not null check (verification in ('verified', 'reconstructed')),
	source text not null,
	as_of text,
	created_at text not null,
	created_by text not null
) strict;

CREATE TABLE study (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	version_id text not null references structure_version (id) on delete restrict,
	name_bg text not null,
	name_en text,
	scope text not null check (scope in ('structure', 'system', 'sector-policy', 'horizontal-policy')),
	methodology text not null check (methodology in ('2008', '2019', 'custom')),
	starts_on text not null,
	ends_on text check (ends_on is null or ends_on >= starts_on),
	created_at text not null,
	created_by text not null
) strict;

CREATE TABLE survey_answer (
	respondent_id text not null references survey_respondent (id) on delete cascade,
	item_id text not null references survey_item (id) on delete cascade,
	layer text not null check (layer in ('own', 'validated')),
	share real not null check (share >= 0 and share <= 1),
	share_low real check (share_low >= 0 and share_low <= share),
	share_high real check (share_high >= share and share_high <= 1),
	participation text check (participation in ('performs', 'participates', 'coordinates', 'controls')),
	peak_months integer not null default 0 check (peak_months between 0 and 4095),
	locked integer not null default 0 check (locked in (0, 1)),
	primary key (respondent_id, item_id, layer)
) strict;

CREATE TABLE survey_campaign (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	version_id text not null references structure_version (id) on delete restrict,
	name_bg text not null,
	name_en text,
	period_from text not null,
	period_to text not null check (period_to >= period_from),
	closes_on text not null,
	validator text not null check (validator in ('unit-head', 'consultant')),
	seen_by text not null check (seen_by in ('validator', 'validator-and-analyst')),
	tolerance real not null check (tolerance >= 0 and tolerance < 1),
	state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null,
	opened_at text,
	closed_at text,
	applied_at text
) strict;

CREATE TABLE survey_event (
	id text primary key,
	respondent_id text not null references survey_respondent (id) on delete cascade,
	kind text not null check (kind in ('link-issued', 'link-extended', 'link-revoked', 'workbook-issued',
	'workbook-read', 'started', 'submitted', 'returned', 'corrected', 'validated', 'reminded')),
	comment text,
	made_at text not null,
	made_by text
) strict;

CREATE TABLE survey_group_share (
	respondent_id text not null references survey_respondent (id) on delete cascade,
	group_key text not null references policy_area (key) on delete restrict,
	share real not null check (share >= 0 and share <= 1),
	locked integer not null default 0 check (locked in (0, 1)),
	primary key (respondent_id, group_key)
) strict;

CREATE TABLE survey_item (
	id text primary key,
	campaign_id text not null references survey_campaign (id) on delete cascade,
	respondent_id text references survey_respondent (id) on delete cascade,
	unit_key text,
	function_key text,
	group_key text not null references policy_area (key) on delete restrict,
	text_bg text not null,
	text_en text,
	mapped_to text references survey_item (id) on delete set null,
	sort integer not null,
	check (respondent_id is null or function_key is null)
) strict;

CREATE TABLE survey_release (
	id text not null,
	campaign_id text not null references survey_campaign(id) on delete cascade,
	unit_key text not null,
	person text not null,
	weight real not null check (weight >= 0),
	made_at text not null,
	primary key (id, person)
) strict;

CREATE TABLE survey_replaced_answer (
	id text primary key,
	respondent_id text not null references survey_respondent (id) on delete cascade,
	text_bg text not null,
	text_en text,
	kind text not null default 'item' check (kind in ('item', 'validated', 'group', 'obstacles', 'systems')),
	share real check (share >= 0 and share <= 1),
	sort integer not null,
	replaced_at text not null
) strict;

CREATE TABLE survey_respondent (
	id text primary key,
	campaign_id text not null references survey_campaign (id) on delete cascade,
	unit_key text not null,
	post_key text not null,
	seat integer not null check (seat >= 1),
	employee_id text references employee (id) on delete set null,
	occupancy real not null check (occupancy > 0 and occupancy <= 1),
	weekly_hours real not null check (weekly_hours > 0),
	channel text not null default 'link' check (channel in ('link', 'workbook')),
	state text not null default 'not-started'
	check (state in ('not-started', 'in-progress', 'submitted', 'returned', 'validated')),
	token_hash text unique,
	link_ends_on text,
	link_revoked_at text,
	measure text not null default 'percent' check (measure in ('percent', 'hours-week', 'days-month')),
	obstacles text,
	systems text,
	revision integer not null default 1 check (revision >= 1),
	started_at text,
	submitted_at text,
	validated_at text,
	validated_by text,
	unique (campaign_id, post_key, seat)
) strict;

CREATE TABLE technology_card (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	number text not null,
	service text not null,
	unit_key text not null,
	in_force_from text not null,
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null,
	unique (municipality_id, number)
) strict;

CREATE TABLE technology_card_change (
	id text primary key,
	card_id text not null references technology_card (id) on delete cascade,
	changed_on text not null,
	what text not null,
	recorded_at text not null,
	recorded_by text not null,
	unique (card_id, changed_on)
) strict;

CREATE TABLE technology_card_subject (
	card_id text not null references technology_card (id) on delete cascade,
	kind text not null check (kind in ('function', 'post')),
	subject_key text not null,
	primary key (card_id, kind, subject_key)
) strict;

CREATE TABLE training_exemption (
	id text primary key,
	employee_id text not null references employee (id) on delete cascade,
	subject text not null check (subject in ('competency', 'entry', 'head')),
	competency_key text references competency (key) on delete restrict,
	reason text not null check (reason <> ''),
	starts_on text not null,
	ends_on text check (ends_on is null or ends_on > starts_on),
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null,
	check ((subject = 'competency') = (competency_key is not null))
) strict;

CREATE TABLE training_need (
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
	created_by text not null, revision integer not null default 1 check (revision >= 1), is_by_hand integer not null default 0 check (is_by_hand in (0, 1)), cause_ref text,
	unique (municipality_id, need_key)
) strict;

CREATE TABLE training_need_person (
	need_id text not null references training_need (id) on delete cascade,
	employee_id text not null references employee (id) on delete cascade,
	post_key text not null,
	required_level integer check (required_level between 1 and 5),
	assessed_level integer check (assessed_level between 1 and 5),
	primary key (need_id, employee_id)
) strict;

CREATE TABLE training_plan (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	year integer not null,
	status text not null check (status in ('draft', 'approved', 'closed')),
	revision integer not null default 1 check (revision >= 1),
	created_at text not null,
	created_by text not null,
	unique (municipality_id, year)
) strict;

CREATE TABLE training_project (
	id text primary key,
	municipality_id text not null references municipality (id) on delete cascade,
	name text not null,
	starts_on text not null,
	ends_on text not null check (ends_on >= starts_on),
	revision integer not null default 1 check (revision >= 1)
) strict;

CREATE TABLE training_project_target (
	project_id text not null references training_project (id) on delete cascade,
	indicator text not null,
	target integer not null check (target >= 0),
	primary key (project_id, indicator)
) strict;

CREATE TABLE training_session (
	id text primary key,
	plan_item_id text not null references plan_item (id) on delete cascade,
	starts_on text not null,
	ends_on text not null check (ends_on >= starts_on),
	place text not null,
	trainer text not null
	, starts_at integer not null default 540 check (starts_at between 0 and 1439), ends_at integer not null default 1020 check (ends_at between 1 and 1440), is_online integer not null default 0 check (is_online in (0, 1)), places integer not null default 20 check (places > 0), group_name text not null default '', status text not null default 'planned' check (status in ('planned', 'held', 'cancelled')), revision integer not null default 1 check (revision >= 1)) strict;

CREATE TABLE training_wish (
	id text primary key,
	employee_id text not null references employee (id) on delete cascade,
	competency_key text not null references competency (key) on delete restrict,
	level integer not null check (level between 1 and 5),
	wished_on text not null,
	source text not null,
	created_at text not null,
	created_by text not null,
	unique (employee_id, competency_key)
) strict;

CREATE TABLE user (
	id text primary key,
	username text not null unique,
	name text not null,
	password_hash text not null,
	is_administrator integer not null default 0 check (is_administrator in (0, 1)),
	is_demo integer not null default 0 check (is_demo in (0, 1)),
	disabled_at text,
	created_at text not null
) strict;

CREATE TABLE vote (
	id text primary key,
	proposal_id text not null references proposal (id) on delete cascade,
	amendment_id text references amendment (id) on delete cascade,
	councillor_id text not null references councillor (id) on delete restrict,
	choice text not null check (choice in ('for', 'against', 'abstain', 'absent')),
	recorded_by text not null,
	recorded_at text not null
	, ballot_id text references ballot (id) on delete cascade) strict;

CREATE TABLE work_day_entry (
	id text primary key,
	version_id text not null references structure_version (id) on delete cascade,
	post_key text not null,
	day text not null,
	starts integer not null check (starts >= 0),
	ends integer not null check (ends > starts and ends <= 1440),
	activity text not null,
	function_key text,
	kind text not null check (kind in ('productive', 'preparatory', 'rest', 'idle')),
	planned integer not null check (planned in (0, 1)),
	interruption integer not null check (interruption in (0, 1)),
	created_at text not null,
	created_by text not null
) strict;

CREATE TABLE workload_allowance (
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
) strict;

CREATE INDEX activity_by_unit on activity (version_id, unit_key);

CREATE INDEX adoption_undo_by_decision on adoption_undo (decision_id, undone_at);

CREATE INDEX attendance_by_employee on attendance (employee_id);

CREATE INDEX audit_entry_by_entity on audit_entry (entity, entity_key, at);

CREATE INDEX audit_entry_by_municipality on audit_entry (municipality_id, at);

CREATE INDEX audit_entry_by_version on audit_entry (version_id, version_revision);

CREATE INDEX basis_mark_by_function on basis_mark (municipality_id, function_key);

CREATE INDEX certificate_by_employee on certificate (employee_id);

CREATE INDEX comment_of_proposal on comment (proposal_id);

CREATE UNIQUE INDEX course_replaced_once on course (municipality_id, replaces_key) where replaces_key is not null;

CREATE INDEX employee_by_post on employee (municipality_id, post_key);

CREATE UNIQUE INDEX evaluation_of_person on evaluation (training_session_id, level, employee_id) where employee_id is not null;

CREATE INDEX evaluation_of_session on evaluation (training_session_id);

CREATE INDEX finding_evidence_by_finding on finding_evidence (finding_id);

CREATE INDEX import_batch_by_municipality on import_batch (municipality_id, created_at);

CREATE INDEX import_change_by_entity on import_change (entity, entity_key);

CREATE INDEX overlap_verdict_by_pair on overlap_verdict (municipality_id, function_a, function_b);

CREATE INDEX parameter_by_key on parameter (key, valid_from);

CREATE INDEX participation_by_unit on participation (version_id, unit_key);

CREATE UNIQUE INDEX participation_once
	on participation (version_id, function_key, unit_key, coalesce(post_key, ''), role);

CREATE INDEX plan_item_of_plan on plan_item (plan_id);

CREATE INDEX post_by_unit on post (version_id, unit_key);

CREATE INDEX provenance_by_entity on provenance (entity, entity_id);

CREATE INDEX provision_wording_by_provision on provision_wording (provision_id);

CREATE INDEX publication_by_day on publication (municipality_id, state, published_at);

CREATE INDEX regulation_text_by_municipality on regulation_text (municipality_id, created_at);

CREATE INDEX review_event_of_proposal on review_event (proposal_id);

CREATE INDEX scenario_delegation_by_scenario on scenario_delegation (scenario_id, created_at);

CREATE UNIQUE INDEX scenario_delegation_open on scenario_delegation (scenario_id, unit_key)
	where state in ('open', 'returned');

CREATE INDEX scenario_rebase_by_scenario on scenario_rebase (scenario_id, revision_after);

CREATE INDEX session_by_user on session (user_id);

CREATE INDEX session_response_by_session on session_response (training_session_id);

CREATE INDEX structure_version_by_municipality on structure_version (municipality_id, valid_from);

CREATE INDEX survey_answer_of_item on survey_answer (item_id);

CREATE INDEX survey_campaign_by_municipality on survey_campaign (municipality_id, created_at);

CREATE INDEX survey_event_by_respondent on survey_event (respondent_id, made_at);

CREATE INDEX survey_item_by_campaign on survey_item (campaign_id, unit_key);

CREATE INDEX survey_item_by_respondent on survey_item (respondent_id);

CREATE INDEX survey_release_campaign on survey_release(campaign_id);

CREATE INDEX survey_replaced_by_respondent on survey_replaced_answer (respondent_id, replaced_at, sort);

CREATE INDEX survey_respondent_by_unit on survey_respondent (campaign_id, unit_key);

CREATE INDEX training_exemption_by_employee on training_exemption (employee_id);

CREATE INDEX training_need_by_municipality on training_need (municipality_id, state);

CREATE INDEX training_session_by_item on training_session (plan_item_id, starts_on);

CREATE INDEX vote_of_ballot on vote (ballot_id);

CREATE UNIQUE INDEX vote_once on vote (proposal_id, coalesce(ballot_id, ''), councillor_id);

CREATE INDEX work_day_entry_by_post on work_day_entry (version_id, post_key, day, starts);

CREATE INDEX workload_allowance_of_unit on workload_allowance (version_id, unit_key);
