import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type EmployeeId, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import {
	certificatesInForce,
	certificateState,
	CERTIFICATE_STATES,
	exemptSubjects,
	servingEmployees,
	subjectOfPerson,
	type CertificateState,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { isSeen, openPeople, subjectName, type SubjectName } from './employee.ts';
import { auditLook } from './training-look.ts';

/** The paper that speaks for a person in one subject. */
export interface CertificateRow {
	readonly id: string;
	readonly person: { readonly id: EmployeeId; readonly name: string };
	readonly unit: { readonly key: string; readonly name: LocalText } | null;
	readonly subject: SubjectName;
	readonly number: string;
	readonly issuer: string;
	readonly issuedOn: IsoDate;
	readonly validUntil: IsoDate | null;
	readonly state: CertificateState;
	/** The person need not renew it now. */
	readonly isExempt: boolean;
}

export interface CertificateRegister {
	readonly rows: readonly CertificateRow[];
	readonly counts: Readonly<Record<CertificateState, number>>;
	readonly noticeMonths: number | null;
}

/** The certificates of the people in service whom the actor may see, those that end first on top. */
export async function readCertificates(
	ctx: Ctx,
	slug: string,
	state: CertificateState | null,
): Promise<Result<CertificateRegister, Refused>> {
	const opened = await openPeople(ctx, slug);
	if (!opened.ok) return opened;
	const training = opened.value;
	await auditLook(ctx, training, { entity: 'certificate-list', entityKey: slug });
	const { asOf, lookup, competencies } = training;
	const seen = servingEmployees(training.employees, asOf).filter((person) => isSeen(training, person));
	const people = new Map(seen.map((person) => [person.id, person]));
	const exempt = exemptSubjects(training.exemptions, asOf);
	const rows = [...certificatesInForce(training.certificates, asOf).values()].flatMap(
		({ subject, ...paper }): readonly CertificateRow[] => {
			const person = people.get(paper.employeeId);
			if (person === undefined) return [];
			const unitKey = lookup.postByKey.get(person.postKey)?.unitKey;
			const unit = unitKey && lookup.unitByKey.get(unitKey);
			return [
				{
					...paper,
					person: { id: person.id, name: person.name },
					unit: unit ? { key: unit.key, name: unit.name } : null,
					subject: subjectName(subject, competencies),
					state: certificateState(paper, training),
					isExempt: exempt.has(subjectOfPerson(person.id, subject)),
				},
			];
		},
	);
	const count = (one: CertificateState) => rows.filter((row) => row.state === one).length;
	return ok({
		rows: rows.filter((row) => state === null || row.state === state).sort(byEnd),
		counts: { expired: count('expired'), expiring: count('expiring'), valid: count('valid') },
		noticeMonths: training.noticeMonths ?? null,
	});
}

function byEnd(a: CertificateRow, b: CertificateRow): number {
	const order = CERTIFICATE_STATES.indexOf(a.state) - CERTIFICATE_STATES.indexOf(b.state);
	if (order !== 0) return order;
	const [from, to] = [`${a.validUntil ?? '9999'} ${a.id}`, `${b.validUntil ?? '9999'} ${b.id}`];
	return from < to ? -1 : from > to ? 1 : 0;
}
