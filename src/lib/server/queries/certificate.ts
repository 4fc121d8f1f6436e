import type { Selectable } from 'kysely';
import type { Certificate, Exemption, TrainingSubject, TrainingWish } from '#lib/domain/training/index.ts';
import type { CompetencyKey, EmployeeId, IsoDate, MunicipalityId, UserId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';
import { isUniqueViolation } from '../db/constraint.ts';
import type { CertificateTable, TrainingExemptionTable } from '../db/schema/competence.ts';

export interface Made {
	readonly at: string;
	readonly by: UserId;
}

/** The certificates of the people of a municipality, oldest first. */
export async function listCertificates(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly Certificate[]> {
	const rows = await db
		.selectFrom('certificate')
		.innerJoin('employee', 'employee.id', 'certificate.employee_id')
		.selectAll('certificate')
		.where('employee.municipality_id', '=', municipalityId)
		.orderBy('issued_on')
		.orderBy('certificate.id')
		.execute();
	return rows.map(toCertificate);
}

export async function insertCertificate(tx: Tx, certificate: Certificate, made: Made): Promise<void> {
	await tx
		.insertInto('certificate')
		.values({
			id: certificate.id,
			employee_id: certificate.employeeId,
			...subjectColumns(certificate.subject),
			number: certificate.number,
			issuer: certificate.issuer,
			issued_on: certificate.issuedOn,
			valid_until: certificate.validUntil,
			created_at: made.at,
			created_by: made.by,
		})
		.execute();
}

/** False when the person has no such certificate. */
export async function deleteCertificate(tx: Tx, employeeId: EmployeeId, id: string): Promise<boolean> {
	const result = await tx
		.deleteFrom('certificate')
		.where('id', '=', id)
		.where('employee_id', '=', employeeId)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

/** Lets a certificate say another day of issue. */
export async function redateCertificate(tx: Tx, id: string, issuedOn: IsoDate): Promise<void> {
	await tx
		.updateTable('certificate')
		.set((eb) => ({ issued_on: issuedOn, revision: eb('revision', '+', 1) }))
		.where('id', '=', id)
		.execute();
}

/** The exemptions of the people of a municipality, oldest first. */
export async function listExemptions(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly Exemption[]> {
	const rows = await db
		.selectFrom('training_exemption')
		.innerJoin('employee', 'employee.id', 'training_exemption.employee_id')
		.selectAll('training_exemption')
		.where('employee.municipality_id', '=', municipalityId)
		.orderBy('starts_on')
		.orderBy('training_exemption.id')
		.execute();
	return rows.map(toExemption);
}

export async function insertExemption(tx: Tx, exemption: Exemption, made: Made): Promise<void> {
	await tx
		.insertInto('training_exemption')
		.values({
			id: exemption.id,
			employee_id: exemption.employeeId,
			...subjectColumns(exemption.subject),
			reason: exemption.reason,
			starts_on: exemption.startsOn,
			ends_on: exemption.endsOn,
			created_at: made.at,
			created_by: made.by,
		})
		.execute();
}

/** False when the person has no such exemption. */
export async function deleteExemption(tx: Tx, employeeId: EmployeeId, id: string): Promise<boolean> {
	const result = await tx
		.deleteFrom('training_exemption')
		.where('id', '=', id)
		.where('employee_id', '=', employeeId)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

/** What the people of a municipality asked for, oldest first. */
export async function listWishes(
	db: Reader,
	municipalityId: MunicipalityId,
): Promise<readonly TrainingWish[]> {
	const rows = await db
		.selectFrom('training_wish')
		.innerJoin('employee', 'employee.id', 'training_wish.employee_id')
		.selectAll('training_wish')
		.where('employee.municipality_id', '=', municipalityId)
		.orderBy('wished_on')
		.orderBy('training_wish.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		employeeId: row.employee_id as EmployeeId,
		competencyKey: row.competency_key as CompetencyKey,
		level: row.level as TrainingWish['level'],
		wishedOn: row.wished_on as IsoDate,
		source: row.source,
	}));
}

/** False when the person already wishes for the competency. */
export async function insertWish(tx: Tx, wish: TrainingWish, made: Made): Promise<boolean> {
	try {
		await tx
			.insertInto('training_wish')
			.values({
				id: wish.id,
				employee_id: wish.employeeId,
				competency_key: wish.competencyKey,
				level: wish.level,
				wished_on: wish.wishedOn,
				source: wish.source,
				created_at: made.at,
				created_by: made.by,
			})
			.execute();
		return true;
	} catch (error) {
		if (isUniqueViolation(error)) return false;
		throw error;
	}
}

/** False when the person has no such wish. */
export async function deleteWish(tx: Tx, employeeId: EmployeeId, id: string): Promise<boolean> {
	const result = await tx
		.deleteFrom('training_wish')
		.where('id', '=', id)
		.where('employee_id', '=', employeeId)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}

function subjectColumns(subject: TrainingSubject) {
	return {
		subject: subject.kind,
		competency_key: subject.kind === 'competency' ? subject.competencyKey : null,
	};
}

function toSubject(row: Pick<CertificateTable, 'subject' | 'competency_key'>): TrainingSubject {
	if (row.subject !== 'competency') return { kind: row.subject };
	return { kind: 'competency', competencyKey: row.competency_key as CompetencyKey };
}

function toCertificate(row: Selectable<CertificateTable>): Certificate {
	return {
		id: row.id,
		employeeId: row.employee_id as EmployeeId,
		subject: toSubject(row),
		number: row.number,
		issuer: row.issuer,
		issuedOn: row.issued_on as IsoDate,
		validUntil: row.valid_until as IsoDate | null,
	};
}

function toExemption(row: Selectable<TrainingExemptionTable>): Exemption {
	return {
		id: row.id,
		employeeId: row.employee_id as EmployeeId,
		subject: toSubject(row),
		reason: row.reason,
		startsOn: row.starts_on as IsoDate,
		endsOn: row.ends_on as IsoDate | null,
	};
}
