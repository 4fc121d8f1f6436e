import type { CompetencyKey, EmployeeId, IsoDate } from '../shared/index.ts';
import { addMonths } from './months.ts';
import { compare } from './requirements.ts';

export const SUBJECT_KINDS = ['competency', 'entry', 'head'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/**
 * What a certificate or an exemption is about: a competency, or one of the two mandatory trainings of the civil service –
 * of people who enter it for the first time and of people who become heads for the first time.
 */
export type TrainingSubject =
	| { readonly kind: 'competency'; readonly competencyKey: CompetencyKey }
	| { readonly kind: 'entry' }
	| { readonly kind: 'head' };

/** A paper that says that a person passed a training (удостоверение, сертификат). */
export interface Certificate {
	readonly id: string;
	readonly employeeId: EmployeeId;
	readonly subject: TrainingSubject;
	readonly number: string;
	readonly issuer: string;
	readonly issuedOn: IsoDate;
	/** Last day on which it holds; null: for ever. */
	readonly validUntil: IsoDate | null;
}

/** Why a person need not be trained, and for how long. */
export interface Exemption {
	readonly id: string;
	readonly employeeId: EmployeeId;
	readonly subject: TrainingSubject;
	readonly reason: string;
	readonly startsOn: IsoDate;
	/** The first day on which it no longer holds; null: for ever. */
	readonly endsOn: IsoDate | null;
}

export const CERTIFICATE_STATES = ['expired', 'expiring', 'valid'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/**
 * Whether a certificate still holds on a day. It holds on its last day; it expires soon when that day comes within so
 * many months. `noticeMonths` undefined (the parameter is not entered): nothing is said to expire soon.
 * Example: last day 31.01.2027, notice 3 months → on 30.10.2026 valid, on 31.10.2026 expiring, on 01.02.2027 expired.
 */
export function certificateState(
	certificate: Pick<Certificate, 'validUntil'>,
	{ asOf, noticeMonths }: { readonly asOf: IsoDate; readonly noticeMonths: number | undefined },
): CertificateState {
	const { validUntil } = certificate;
	if (validUntil === null) return 'valid';
	if (validUntil < asOf) return 'expired';
	return noticeMonths !== undefined && validUntil <= addMonths(asOf, noticeMonths) ? 'expiring' : 'valid';
}

/**
 * The certificate that speaks for each person and subject on the day: of those issued by then the one that holds
 * longest, ties by the later issue, then by the id. A renewed certificate so takes the place of the expired one.
 */
export function certificatesInForce(
	certificates: readonly Certificate[],
	asOf: IsoDate,
): ReadonlyMap<string, Certificate> {
	const best = new Map<string, Certificate>();
	for (const certificate of certificates) {
		if (certificate.issuedOn > asOf) continue;
		const key = subjectOfPerson(certificate.employeeId, certificate.subject);
		const known = best.get(key);
		if (known === undefined || holdsLonger(certificate, known) > 0) best.set(key, certificate);
	}
	return best;
}

/** Person and subject pairs that are exempt on the day, as `subjectOfPerson` writes them. */
export function exemptSubjects(exemptions: readonly Exemption[], asOf: IsoDate): ReadonlySet<string> {
	return new Set(
		exemptions
			.filter(({ startsOn, endsOn }) => startsOn <= asOf && (endsOn === null || asOf < endsOn))
			.map(({ employeeId, subject }) => subjectOfPerson(employeeId, subject)),
	);
}

/** One key for a person and a subject. */
export function subjectOfPerson(employeeId: EmployeeId, subject: TrainingSubject): string {
	const what = subject.kind === 'competency' ? `competency ${subject.competencyKey}` : subject.kind;
	return `${employeeId} ${what}`;
}

function holdsLonger(a: Certificate, b: Certificate): number {
	return (
		compare(a.validUntil ?? '9999', b.validUntil ?? '9999') ||
		compare(a.issuedOn, b.issuedOn) ||
		compare(a.id, b.id)
	);
}
