import type { StructureLookup } from '../org/index.ts';
import type { IsoDate } from '../shared/index.ts';
import {
	certificatesInForce,
	certificateState,
	exemptSubjects,
	subjectOfPerson,
	type Certificate,
} from './certificate.ts';
import { servingEmployees, type StaffCompetence } from './gaps.ts';
import type { CompetencyCell, NeedPerson, TrainingNeed } from './need-types.ts';
import { computePriority } from './priority.ts';
import { compare } from './requirements.ts';
import type { Competency } from './types.ts';

export interface CertificateContext extends StaffCompetence {
	readonly competencies: readonly Competency[];
	readonly before: StructureLookup;
	readonly cells: readonly CompetencyCell[];
	/** Months before the end in which a certificate is to be renewed (`training.certificate.notice-months`). */
	readonly noticeMonths: number | undefined;
}

/**
 * One need for every unit and subject in which a certificate has expired or expires within the notice. A certificate of
 * a competency counts while the post asks for the competency; exempt people need none. The deadline is the last day of
 * the certificate that ends first. Source: products F68, F71.
 */
export function certificateNeeds(context: CertificateContext): readonly TrainingNeed[] {
	const inForce = certificatesInForce(context.certificates ?? [], context.asOf);
	const exempt = exemptSubjects(context.exemptions ?? [], context.asOf);
	const serving = new Map(
		servingEmployees(context.employees, context.asOf).map((person) => [person.id, person]),
	);
	const cells = new Map(context.cells.map((cell) => [`${cell.employeeId} ${cell.competencyKey}`, cell]));
	const ending = [...inForce.values()].flatMap((certificate): readonly Ending[] => {
		const person = serving.get(certificate.employeeId);
		const unitKey = person && context.before.postByKey.get(person.postKey)?.unitKey;
		const { subject, validUntil } = certificate;
		if (person === undefined || unitKey === undefined || validUntil === null) return [];
		if (certificateState(certificate, context) === 'valid') return [];
		if (exempt.has(subjectOfPerson(person.id, subject))) return [];
		const cell =
			subject.kind === 'competency' ? cells.get(`${person.id} ${subject.competencyKey}`) : undefined;
		if (subject.kind === 'competency' && cell === undefined) return [];
		const { id: employeeId, postKey } = person;
		const levels = {
			required: cell?.required ?? null,
			assessed: cell?.assessed ?? null,
			gap: cell?.gap ?? null,
		};
		return [{ unitKey, certificate, validUntil, person: { employeeId, postKey, ...levels } }];
	});
	const groups = Map.groupBy(ending, (item) => `certificate.${item.unitKey}.${tail(item.certificate)}`);
	return [...groups].flatMap(([key, group]) => needOf(key, group, context));
}

interface Ending {
	readonly unitKey: TrainingNeed['unitKey'];
	readonly certificate: Certificate;
	readonly validUntil: IsoDate;
	readonly person: NeedPerson;
}

function needOf(key: string, group: readonly Ending[], context: CertificateContext): readonly TrainingNeed[] {
	const [first] = group;
	if (first === undefined) return [];
	const { subject } = first.certificate;
	const competencyKey = subject.kind === 'competency' ? subject.competencyKey : null;
	const levels = group.flatMap(({ person }) => person.required ?? []);
	return [
		{
			key,
			cause: { kind: 'certificate', subject: subject.kind },
			unitKey: first.unitKey,
			competencyKey,
			requiredLevel: levels.length === 0 ? null : levels.reduce((a, b) => (a > b ? a : b)),
			people: group.map(({ person }) => person).sort((a, b) => compare(a.employeeId, b.employeeId)),
			openPlaces: 0,
			priority: computePriority({
				gaps: group.map(({ person }) => person.gap),
				weight: context.competencies.find((item) => item.key === competencyKey)?.weight ?? 1,
			}),
			deadline: group.map(({ validUntil }) => validUntil).sort(compare)[0] ?? null,
		},
	];
}

function tail({ subject }: Certificate): string {
	return subject.kind === 'competency' ? subject.competencyKey : subject.kind;
}
