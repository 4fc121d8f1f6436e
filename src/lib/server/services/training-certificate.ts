import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import {
	certificateNumber,
	isOver,
	type CompetencyLevel,
	type Employee,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { findEmployee } from '../queries/employee.ts';
import {
	deleteCertificate,
	insertCertificate,
	listCertificates,
	redateCertificate,
} from '../queries/certificate.ts';
import type { EnrolmentRecord } from '../queries/training-session.ts';
import { auditLook } from './training-look.ts';
import { openSession, type NoSession, type OpenSession } from './training-session-open.ts';
import { seesUnit } from './training.ts';

/** What stands on the certificate of a participant. */
export interface CertificatePaper {
	readonly number: string;
	readonly name: string;
	readonly sex: Employee['sex'];
	readonly post: LocalText;
	readonly municipality: LocalText;
	readonly title: LocalText;
	readonly competency: LocalText | null;
	/** The level at which somebody assessed the person since; null when nobody did – a course alone gives none. */
	readonly level: CompetencyLevel | null;
	readonly hours: number;
	readonly provider: string;
	readonly startsOn: IsoDate;
	readonly endsOn: IsoDate;
	readonly issuedOn: IsoDate;
	/** Null when the training has no term. */
	readonly validUntil: IsoDate | null;
}

/**
 * The certificate of whoever took part; issued on the last day of the session. Error `session/no-such-session` also
 * before that day, for somebody who did not take part, and for persons whom the actor may not see.
 */
export async function readCertificate(
	ctx: Ctx,
	of: { readonly slug: string; readonly id: string; readonly employeeId: string },
): Promise<Result<CertificatePaper, Refused | NoSession>> {
	const opened = await openSession(ctx, of.slug, of.id);
	if (!opened.ok) return opened;
	const { open, session, item, seated } = opened.value;
	const line = seated.find((one) => one.employeeId === of.employeeId && one.state === 'attended');
	const person = line && open.employees.find((one) => one.id === line.employeeId);
	const post = person && open.lookup.postByKey.get(person.postKey);
	if (!line || !person || !post || !seesUnit(open.view, post.unitKey) || !isOver(session, open.asOf))
		return err({ code: 'session/no-such-session' });
	// A paper says who took part; of whoever was erased nobody can.
	if ((await findEmployee(ctx.db, open.municipality.id, person.id))?.erasedOn)
		return err({ code: 'session/no-such-session' });
	await auditLook(ctx, open, { entity: 'training-session', entityKey: session.id });
	const assessed = open.assessments.findLast(
		(one) =>
			one.employeeId === person.id &&
			one.competencyKey === item.competencyKey &&
			one.assessedOn >= session.endsOn,
	);
	const competency = open.competencies.find((one) => one.key === item.competencyKey);
	return ok({
		number: certificateNumber(session, line.placeInLine),
		name: person.name,
		sex: person.sex,
		post: post.title,
		municipality: open.municipality.name,
		title: item.title,
		competency: competency?.name ?? null,
		level: assessed?.level ?? null,
		hours: item.hours,
		provider: session.trainer === '' ? item.provider : session.trainer,
		startsOn: session.startsOn,
		endsOn: session.endsOn,
		issuedOn: session.endsOn,
		validUntil: null,
	});
}

/**
 * Everybody who took part in a session has its certificate, and nobody else: one of a person whose marks were changed
 * is taken back. The number tells which session a certificate comes from. One issued before follows the session to its
 * new last day; the answer is how many did, since their papers are to be issued again.
 */
export async function settleCertificates(
	ctx: Ctx,
	tx: Tx,
	{ open, session, item, seated }: OpenSession,
	attended: readonly Pick<EnrolmentRecord, 'employeeId'>[],
): Promise<number> {
	const known = await listCertificates(tx, open.municipality.id);
	const made = { at: ctx.clock.now(), by: open.actor.userId };
	let redated = 0;
	const there = new Set(attended.map((line) => line.employeeId));
	for (const { employeeId, placeInLine } of seated) {
		const number = certificateNumber(session, placeInLine);
		const kept = known.find((one) => one.number === number && one.employeeId === employeeId);
		if (kept && !there.has(employeeId)) await deleteCertificate(tx, employeeId, kept.id);
		if (kept && there.has(employeeId) && kept.issuedOn !== session.endsOn) {
			await redateCertificate(tx, kept.id, session.endsOn);
			redated++;
		}
		if (kept || !there.has(employeeId)) continue;
		const issuer = [session.trainer, item.provider, item.courseProvider.bg].find((name) => name !== '');
		await insertCertificate(
			tx,
			{
				id: ctx.newId(),
				employeeId,
				subject: { kind: 'competency', competencyKey: item.competencyKey },
				number,
				issuer: issuer ?? '',
				issuedOn: session.endsOn,
				validUntil: null,
			},
			made,
		);
	}
	return redated;
}
