import {
	NEED_CAUSES,
	RULE_KINDS,
	SUBJECT_KINDS,
	type NeedCause,
	type NeedPerson,
	type NeedState,
	type TrainingNeed,
} from '#lib/domain/training/index.ts';
import type {
	CompetencyKey,
	EmployeeId,
	FunctionKey,
	IsoDate,
	MunicipalityId,
	OperationId,
	PostKey,
	ScenarioId,
	UnitKey,
	UserId,
} from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

const LAID_ASIDE = ['rejected', 'withdrawn'] as const;

/** A need as kept: what it was derived as, what became of it, and the scenario of its operation. */
export interface StoredNeed {
	readonly id: string;
	readonly key: string;
	readonly cause: NeedCause;
	readonly unitKey: UnitKey;
	readonly competencyKey: CompetencyKey | null;
	readonly requiredLevel: TrainingNeed['requiredLevel'];
	readonly people: readonly Omit<NeedPerson, 'gap'>[];
	readonly openPlaces: number;
	readonly deadline: IsoDate | null;
	readonly state: NeedState;
	/** True when a person decided the state; otherwise the plans give it. */
	readonly isByHand: boolean;
	readonly note: string | null;
	readonly revision: number;
	readonly scenarioId: ScenarioId | null;
	/** True while its scenario stands rejected or withdrawn: the change does not come. */
	readonly isLaidAside: boolean;
}

/** The needs of a municipality, by key; those of one scenario or of none when asked for. */
export async function listNeeds(db: Reader, municipalityId: MunicipalityId): Promise<readonly StoredNeed[]> {
	const rows = await db
		.selectFrom('training_need')
		.leftJoin('operation', 'operation.id', 'training_need.operation_id')
		.selectAll('training_need')
		.leftJoin('scenario', 'scenario.id', 'operation.scenario_id')
		.select((eb) => [
			'operation.scenario_id',
			'scenario.status as scenario_status',
			eb
				.selectFrom('proposal')
				.whereRef('proposal.scenario_id', '=', 'scenario.id')
				.select('proposal.state')
				.orderBy('proposal.number', 'desc')
				.limit(1)
				.as('proposal_state'),
		])
		.where('training_need.municipality_id', '=', municipalityId)
		.orderBy('training_need.need_key')
		.execute();
	const people = await db
		.selectFrom('training_need_person')
		.innerJoin('training_need', 'training_need.id', 'training_need_person.need_id')
		.selectAll('training_need_person')
		.where('training_need.municipality_id', '=', municipalityId)
		.orderBy('training_need_person.employee_id')
		.execute();
	const byNeed = Map.groupBy(people, (person) => person.need_id);
	return rows.map((row) => ({
		id: row.id,
		key: row.need_key,
		cause: toCause(row),
		unitKey: row.unit_key as UnitKey,
		competencyKey: row.competency_key as CompetencyKey | null,
		requiredLevel: row.required_level as TrainingNeed['requiredLevel'],
		people: (byNeed.get(row.id) ?? []).map((person) => ({
			employeeId: person.employee_id as EmployeeId,
			postKey: person.post_key as PostKey,
			required: person.required_level as NeedPerson['required'],
			assessed: person.assessed_level as NeedPerson['assessed'],
		})),
		openPlaces: row.open_places,
		deadline: row.due_on as IsoDate | null,
		state: row.state,
		isByHand: row.is_by_hand === 1,
		note: row.note,
		revision: row.revision,
		scenarioId: row.scenario_id as ScenarioId | null,
		isLaidAside:
			row.scenario_status === 'submitted' && LAID_ASIDE.some((state) => state === row.proposal_state),
	}));
}

export async function insertNeed(
	tx: Tx,
	need: TrainingNeed,
	made: {
		readonly id: string;
		readonly municipalityId: MunicipalityId;
		readonly at: string;
		readonly by: UserId;
	},
): Promise<void> {
	await tx
		.insertInto('training_need')
		.values({
			id: made.id,
			municipality_id: made.municipalityId,
			need_key: need.key,
			state: 'open',
			note: null,
			created_at: made.at,
			created_by: made.by,
			...toColumns(need),
		})
		.execute();
	await insertPeople(tx, made.id, need.people);
}

/** Brings a kept need up to what it is now; its state, note and revision stay. */
export async function refreshNeed(tx: Tx, id: string, need: TrainingNeed): Promise<void> {
	await tx.updateTable('training_need').set(toColumns(need)).where('id', '=', id).execute();
	await tx.deleteFrom('training_need_person').where('need_id', '=', id).execute();
	await insertPeople(tx, id, need.people);
}

export async function deleteNeed(tx: Tx, id: string): Promise<void> {
	await tx.deleteFrom('training_need').where('id', '=', id).execute();
}

/** The state that the plans give to needs. */
export async function settleNeedStates(tx: Tx, ids: readonly string[], state: NeedState): Promise<void> {
	if (ids.length === 0) return;
	await tx.updateTable('training_need').set({ state }).where('id', 'in', ids).execute();
}

/** What a person decides of a need; false when somebody decided since that revision, and nothing was written. */
export async function decideNeed(
	tx: Tx,
	need: Pick<StoredNeed, 'id' | 'state' | 'isByHand' | 'note' | 'revision'>,
): Promise<boolean> {
	const result = await tx
		.updateTable('training_need')
		.set({
			state: need.state,
			is_by_hand: need.isByHand ? 1 : 0,
			note: need.note,
			revision: need.revision + 1,
		})
		.where('id', '=', need.id)
		.where('revision', '=', need.revision)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

async function insertPeople(tx: Tx, needId: string, people: readonly NeedPerson[]): Promise<void> {
	if (people.length === 0) return;
	await tx
		.insertInto('training_need_person')
		.values(
			people.map((person) => ({
				need_id: needId,
				employee_id: person.employeeId,
				post_key: person.postKey,
				required_level: person.required,
				assessed_level: person.assessed,
			})),
		)
		.execute();
}

function toColumns(need: TrainingNeed) {
	const { cause } = need;
	return {
		unit_key: need.unitKey,
		cause: cause.kind,
		operation_id: 'operationId' in cause ? cause.operationId : null,
		function_key: 'functionKey' in cause ? cause.functionKey : null,
		post_key: 'postKey' in cause ? cause.postKey : null,
		cause_ref: causeRef(cause),
		employee_id: null,
		competency_key: need.competencyKey,
		required_level: need.requiredLevel,
		assessed_level: null,
		people: need.people.length + need.openPlaces,
		open_places: need.openPlaces,
		priority: need.priority.value,
		due_on: need.deadline,
	};
}

/** What the cause of a certificate or a changed rule points at; nothing for the others. */
function causeRef(cause: NeedCause): string | null {
	if (cause.kind === 'certificate') return cause.subject;
	return cause.kind === 'rule-changed' ? `${cause.rule}:${cause.ref}` : null;
}

function toCause(row: {
	readonly cause: string;
	readonly operation_id: string | null;
	readonly function_key: string | null;
	readonly post_key: string | null;
	readonly cause_ref: string | null;
}): NeedCause {
	const kind = NEED_CAUSES.find((cause) => cause === row.cause);
	const operationId = row.operation_id as OperationId;
	switch (kind) {
		case 'gap':
		case 'new-employee':
		case 'appointed-head':
		case 'wish':
			return { kind };
		case 'certificate':
			return { kind, subject: SUBJECT_KINDS.find((one) => one === row.cause_ref) ?? 'competency' };
		case 'rule-changed': {
			const [, rule, ref = ''] = /^(\w+):(.*)$/s.exec(row.cause_ref ?? '') ?? [];
			return { kind, rule: RULE_KINDS.find((one) => one === rule) ?? 'provision', ref };
		}
		case 'function-received':
			return { kind, operationId, functionKey: row.function_key as FunctionKey };
		case 'new-unit':
			return { kind, operationId };
		case 'post-changed':
		case 'new-head':
			return { kind, operationId, postKey: row.post_key as PostKey };
		default:
			throw new Error(`a stored need has an unknown cause: ${row.cause}`);
	}
}
