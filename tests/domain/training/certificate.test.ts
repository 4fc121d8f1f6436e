import { describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import {
	certificatesInForce,
	certificateState,
	computeCompetencyCells,
	deriveNeeds,
	exemptSubjects,
	type Certificate,
	type NeedInput,
} from '#lib/domain/training/index.ts';
import {
	aCompetency,
	aLookup,
	anEmployee,
	aPost,
	assessed,
	person,
	post,
	postRequires,
	skill,
} from './builders.ts';

const zop = { kind: 'competency', competencyKey: skill('zop') } as const;

function aCertificate(more: Partial<Certificate> = {}): Certificate {
	return {
		id: 'c1',
		employeeId: person('e1'),
		subject: zop,
		number: '17',
		issuer: 'ИПА',
		issuedOn: isoDate('2024-02-01'),
		validUntil: isoDate('2027-01-31'),
		...more,
	};
}

/** One person on one post that asks ЗОП at level 3; assessed at 3. */
function input(more: Partial<NeedInput> = {}): NeedInput {
	const before = aLookup([aPost('p1', 'a', { relation: 'civil-service', isHead: true })]);
	return {
		before,
		after: before,
		changes: [],
		requirements: [postRequires('p1', 'zop', 3)],
		employees: [anEmployee('e1', post('p1'))],
		assessments: [assessed('e1', 'zop', 3)],
		competencies: [aCompetency('zop', 2)],
		asOf: isoDate('2026-11-21'),
		mandatoryMonths: 3,
		noticeMonths: 3,
		...more,
	};
}

describe('a certificate', () => {
	it('holds on its last day, ends soon within the notice, and never ends without a last day', () => {
		const at = (day: string) => certificateState(aCertificate(), { asOf: isoDate(day), noticeMonths: 3 });
		expect(at('2026-10-30')).toBe('valid');
		expect(at('2026-10-31')).toBe('expiring');
		expect(at('2027-01-31')).toBe('expiring');
		expect(at('2027-02-01')).toBe('expired');
		const forever = aCertificate({ validUntil: null });
		expect(certificateState(forever, { asOf: isoDate('2090-01-01'), noticeMonths: 3 })).toBe('valid');
	});

	it('does not end soon where nobody entered the notice', () => {
		const at = { asOf: isoDate('2027-01-31'), noticeMonths: undefined };
		expect(certificateState(aCertificate(), at)).toBe('valid');
	});

	it('that was renewed speaks in the place of the old one, and one of the future does not speak yet', () => {
		const old = aCertificate({ id: 'old', validUntil: isoDate('2026-01-31') });
		const renewed = aCertificate({ id: 'new', issuedOn: isoDate('2026-01-15') });
		const future = aCertificate({ id: 'future', issuedOn: isoDate('2027-01-15'), validUntil: null });
		const inForce = certificatesInForce([renewed, old, future], isoDate('2026-11-21'));
		expect([...inForce.values()].map(({ id }) => id)).toEqual(['new']);
	});
});

describe('a certificate that ends', () => {
	it('is a need of the unit by its last day, at the level that the post asks', () => {
		const [need] = deriveNeeds(input({ certificates: [aCertificate()] }));
		expect(need).toMatchObject({
			key: 'certificate.a.zop',
			cause: { kind: 'certificate', subject: 'competency' },
			requiredLevel: 3,
			deadline: '2027-01-31',
			people: [{ employeeId: 'e1', required: 3, assessed: 3, gap: 0 }],
		});
	});

	it('is none while it holds, when the post no longer asks, and when the person is exempt', () => {
		const later = aCertificate({ validUntil: isoDate('2028-01-31') });
		expect(deriveNeeds(input({ certificates: [later] }))).toEqual([]);
		expect(deriveNeeds(input({ certificates: [aCertificate()], requirements: [] }))).toEqual([]);
		const exemptions = [
			{
				...{ id: 'x', employeeId: person('e1'), subject: zop, reason: 'правоспособност' },
				...{ startsOn: isoDate('2026-01-01'), endsOn: null },
			},
		];
		expect(deriveNeeds(input({ certificates: [aCertificate()], exemptions }))).toEqual([]);
	});
});

describe('an exemption', () => {
	const exemption = {
		id: 'x',
		employeeId: person('e1'),
		subject: zop,
		reason: 'дълъг отпуск',
		startsOn: isoDate('2026-01-01'),
		endsOn: isoDate('2026-12-01'),
	};

	it('holds from its first day and no longer on the day it ends', () => {
		expect(exemptSubjects([exemption], isoDate('2026-01-01')).size).toBe(1);
		expect(exemptSubjects([exemption], isoDate('2026-11-30')).size).toBe(1);
		expect(exemptSubjects([exemption], isoDate('2026-12-01')).size).toBe(0);
	});

	it('takes the competency out of what is asked of the person', () => {
		const { before, ...staff } = input({ exemptions: [exemption], assessments: [assessed('e1', 'zop', 1)] });
		expect(computeCompetencyCells(before, staff)).toEqual([]);
		expect(deriveNeeds({ ...input(), exemptions: [exemption], assessments: [] })).toEqual([]);
	});
});

describe('mandatory training', () => {
	const newcomer = { employees: [anEmployee('e1', post('p1'), { startedOn: isoDate('2026-10-01') })] };

	it('is owed by whoever joined the civil service within the term, and again by a head', () => {
		// 1 October + 3 months = 1 January; the last day of the term is 31 December.
		expect(deriveNeeds(input(newcomer)).map(({ key, deadline }) => [key, deadline])).toEqual([
			['appointed-head.a', '2026-12-31'],
			['new-employee.a', '2026-12-31'],
		]);
	});

	it('is not owed by whoever has the paper, until it ends', () => {
		const entry = aCertificate({ subject: { kind: 'entry' }, validUntil: null });
		const head = aCertificate({
			id: 'c2',
			subject: { kind: 'head' },
			validUntil: isoDate('2026-11-20'),
		});
		const keys = deriveNeeds(input({ ...newcomer, certificates: [entry, head] })).map(({ key }) => key);
		expect(keys).toEqual(['certificate.a.head', 'appointed-head.a']);
	});
});
