import type { Parameter } from '#lib/domain/legal/index.ts';
import type { Power } from '#lib/domain/org/index.ts';
import {
	requirementSubject,
	type Assessment,
	type Competency,
	type Course,
	type Employee,
	type Requirement,
} from '#lib/domain/training/index.ts';
import type { MunicipalityId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { replaceCauses } from './course.ts';
import type { CalendarException, LegalAct, PolicyArea } from './legal.ts';
import { fromOrigin } from './origin.ts';
import { ensureProvision } from './structure-insert.ts';

type NewId = () => string;

export async function countMunicipalities(db: Reader): Promise<number> {
	const row = await db
		.selectFrom('municipality')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

export async function insertLegalAct(
	tx: Tx,
	act: Omit<LegalAct, 'municipalityId'>,
	sort: number,
): Promise<void> {
	const row = {
		key: act.key,
		abbreviation_bg: act.abbreviation.bg,
		abbreviation_en: act.abbreviation.en,
		name_bg: act.name.bg,
		name_en: act.name.en,
		kind: act.kind,
		sort,
	};
	await tx.insertInto('legal_act').values(row).execute();
}

export async function insertPolicyArea(tx: Tx, area: PolicyArea, sort: number): Promise<void> {
	const row = { key: area.key, name_bg: area.name.bg, name_en: area.name.en ?? area.name.bg, sort };
	await tx.insertInto('policy_area').values(row).execute();
}

export async function insertPower(tx: Tx, power: Power, sort: number, newId: NewId): Promise<void> {
	const row = {
		key: power.key,
		text_bg: power.text.bg,
		text_en: power.text.en,
		policy_area: power.policyArea,
		provision_id: await ensureProvision(tx, power.actKey, power.reference, newId),
		valid_from: power.validFrom,
		valid_to: power.validTo,
		sort,
	};
	await tx.insertInto('power').values(row).execute();
}

export async function insertParameter(tx: Tx, parameter: Parameter, id: string): Promise<void> {
	const isNumber = typeof parameter.value === 'number';
	const row = {
		id,
		key: parameter.key,
		municipality_id: parameter.municipality,
		number_value: isNumber ? Number(parameter.value) : null,
		text_value: isNumber ? null : String(parameter.value),
		unit: parameter.unit,
		valid_from: parameter.validFrom,
		valid_to: parameter.validTo,
		citation: parameter.citation,
		note: parameter.note,
	};
	await tx.insertInto('parameter').values(row).execute();
}

export async function insertCalendarException(tx: Tx, exception: CalendarException): Promise<void> {
	const row = { day: exception.date, kind: exception.kind, citation: exception.citation };
	await tx.insertInto('calendar_exception').values(row).execute();
}

export async function insertCompetency(tx: Tx, competency: Competency, sort: number): Promise<void> {
	const row = {
		key: competency.key,
		group_code: competency.group,
		name_bg: competency.name.bg,
		name_en: competency.name.en ?? competency.name.bg,
		description_bg: competency.description.bg,
		description_en: competency.description.en,
		weight: competency.weight,
		sort,
	};
	await tx.insertInto('competency').values(row).execute();
}

export async function insertCourse(tx: Tx, course: Course, sort: number): Promise<void> {
	const row = {
		key: course.key,
		title_bg: course.title.bg,
		title_en: course.title.en,
		competency_key: course.competencyKey,
		level_to: course.levelTo,
		provider_bg: course.provider.bg,
		provider_en: course.provider.en,
		form: course.form,
		hours: course.hours,
		price_cents: course.pricePerPerson,
		places: course.places,
		sort,
		...fromOrigin(course.origin),
	};
	await tx.insertInto('course').values(row).execute();
	await replaceCauses(tx, course.key, course.causes ?? []);
}

export async function insertRequirement(
	tx: Tx,
	municipalityId: MunicipalityId,
	requirement: Requirement,
	id: string,
): Promise<void> {
	const row = {
		id,
		municipality_id: municipalityId,
		kind: requirement.kind,
		subject_key: requirementSubject(requirement),
		competency_key: requirement.competencyKey,
		level: requirement.level,
		source: requirement.source,
	};
	await tx.insertInto('requirement').values(row).execute();
}

export async function insertEmployee(
	tx: Tx,
	municipalityId: MunicipalityId,
	employee: Employee,
): Promise<void> {
	const row = {
		id: employee.id,
		municipality_id: municipalityId,
		post_key: employee.postKey,
		name: employee.name,
		sex: employee.sex,
		occupancy: employee.occupancy,
		started_on: employee.startedOn,
		left_on: employee.leftOn,
	};
	await tx.insertInto('employee').values(row).execute();
}

export async function insertAssessment(tx: Tx, assessment: Assessment, id: string): Promise<void> {
	const row = {
		id,
		employee_id: assessment.employeeId,
		competency_key: assessment.competencyKey,
		level: assessment.level,
		assessed_on: assessment.assessedOn,
		source: assessment.source,
	};
	await tx.insertInto('assessment').values(row).execute();
}
