import { describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { addCertificate, addExemption, addWish, removePaper } from '#lib/server/services/employee-papers.ts';
import { readPerson } from '#lib/server/services/employee.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { changeProvision } from '#lib/server/services/legal-provisions.ts';
import { readCertificates } from '#lib/server/services/training-certificates.ts';
import { readNeedBoard } from '#lib/server/services/training-need-view.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { at, codeOf, consultant, hr, slug, value } from '#tests/support/training-world.ts';

const who = { slug, employeeId: 'el-e049' };
const procurement = { kind: 'competency', competencyKey: 'procurement' } as const;
const certificate = {
	subject: procurement,
	number: '17',
	issuer: 'ИПА',
	issuedOn: isoDate('2024-02-01'),
	validUntil: isoDate('2026-12-31'),
};
const wish = {
	competencyKey: 'analytical',
	level: 4,
	wishedOn: isoDate('2026-10-01'),
	source: 'анкета',
} as const;

const board = async () =>
	value(await readNeedBoard(hr, slug, { state: null, cause: null })).needs.map((need) => need.cause.kind);

describe('a certificate', () => {
	it('stands on the page of the person and in the register, and its end is a need', async () => {
		value(await addCertificate(hr, who, certificate));
		const { certificates } = value(await readPerson(hr, slug, 'el-e049'));
		expect(certificates).toMatchObject([{ number: '17', state: 'expiring' }]);
		const register = value(await readCertificates(hr, slug, 'expiring'));
		expect(register.rows).toMatchObject([{ person: { id: 'el-e049' }, number: '17' }]);
		expect(register.counts).toEqual({ expired: 0, expiring: 1, valid: 0 });
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		expect(await board()).toContain('certificate');
		// Renewed for three years: the need goes.
		const renewed = {
			...certificate,
			number: '18',
			issuedOn: isoDate('2026-11-20'),
			validUntil: isoDate('2029-11-20'),
		};
		value(await addCertificate(hr, who, renewed));
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		expect(await board()).not.toContain('certificate');
	});

	it('of the future, that ends before it begins, or of no known competency is refused', async () => {
		const given = (more: object) => addCertificate(hr, who, { ...certificate, ...more });
		expect(codeOf(await given({ issuedOn: isoDate('2026-11-22'), validUntil: null }))).toBe(
			'people/issued-in-future',
		);
		expect(codeOf(await given({ validUntil: isoDate('2024-01-31') }))).toBe('people/ends-before-start');
		expect(codeOf(await given({ subject: { kind: 'competency', competencyKey: 'nyama' } }))).toBe(
			'people/no-such-competency',
		);
		expect(value(await readPerson(hr, slug, 'el-e049')).certificates).toEqual([]);
	});

	it('is seen by human resources and by the head of the unit alone, each look on record', async () => {
		value(await addCertificate(hr, who, certificate));
		const head = await at.as('rakovoditel-elena');
		expect(value(await readCertificates(head, slug, null)).rows).toHaveLength(1);
		value(await addCertificate(hr, { slug, employeeId: 'el-e059' }, { ...certificate, number: '19' }));
		expect(value(await readCertificates(head, slug, null)).rows.map((row) => row.number)).toEqual(['17']);
		for (const user of ['admin', 'konsultant', 'savetnik-elena-1', 'nablyudatel'])
			expect(codeOf(await readCertificates(await at.as(user), slug, null))).toBe('access/forbidden');
		const audit = await listAudit(at.database.db, { entity: 'certificate-list', limit: 5 });
		expect(audit.map((entry) => entry.action)).toEqual(['people.look', 'people.look']);
	});

	it('can be taken out once', async () => {
		value(await addCertificate(hr, who, certificate));
		const id = value(await readPerson(hr, slug, 'el-e049')).certificates[0]?.id ?? '';
		const other = { slug, employeeId: 'el-e059' };
		expect(codeOf(await removePaper(hr, other, { kind: 'certificate', id }))).toBe('people/no-such-record');
		value(await removePaper(hr, who, { kind: 'certificate', id }));
		expect(codeOf(await removePaper(hr, who, { kind: 'certificate', id }))).toBe('people/no-such-record');
	});
});

describe('an exemption', () => {
	it('takes the gap of the person away for its term', async () => {
		const before = value(await readPerson(hr, slug, 'el-e049')).cells;
		expect(before.some((cell) => cell.competencyKey === 'procurement')).toBe(true);
		value(
			await addExemption(hr, who, {
				subject: procurement,
				reason: 'правоспособност',
				startsOn: isoDate('2026-01-01'),
				endsOn: null,
			}),
		);
		const after = value(await readPerson(hr, slug, 'el-e049')).cells;
		expect(after.some((cell) => cell.competencyKey === 'procurement')).toBe(false);
	});
});

describe('a wish', () => {
	it('is recorded by human resources or the head of the unit, once for a competency', async () => {
		value(await addWish(hr, who, wish));
		expect(codeOf(await addWish(hr, who, wish))).toBe('people/already-wished');
		const head = await at.as('rakovoditel-elena');
		expect(codeOf(await addWish(head, who, { ...wish, competencyKey: 'teamwork' }))).toBe('ok');
		expect(codeOf(await addWish(head, { slug, employeeId: 'el-e059' }, wish))).toBe('access/not-found');
		expect(codeOf(await addWish(consultant, who, wish))).toBe('access/forbidden');
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		expect(await board()).toContain('wish');
	});
});

describe('a changed provision', () => {
	it('is a need of everybody who works on a function that rests on it, with the provision named', async () => {
		const row = await at.database.db
			.selectFrom('function_basis')
			.innerJoin('admin_function', 'admin_function.id', 'function_basis.function_id')
			.innerJoin('provision', 'provision.id', 'function_basis.provision_id')
			.select(['provision.id', 'provision.act_key', 'provision.revision'])
			.where('admin_function.key', '=', 'el-hd-f23')
			.executeTakeFirstOrThrow();
		const admin = await at.as('admin');
		const changed = await changeProvision(admin, {
			...{ slug, act: row.act_key, id: row.id, revision: row.revision, wording: 'Нова редакция.' },
			...{ from: isoDate('2027-01-01'), isEnd: false },
		});
		expect(codeOf(changed)).toBe('ok');
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		const { needs } = value(await readNeedBoard(hr, slug, { state: null, cause: 'rule-changed' }));
		expect(needs.length).toBeGreaterThan(0);
		expect(needs[0]).toMatchObject({
			competency: null,
			deadline: '2026-12-31',
			cause: { rule: { kind: 'provision', ref: row.id, act: { key: row.act_key } } },
		});
		expect(codeOf(await readNeedBoard(consultant, slug, { state: null, cause: null }))).toBe('ok');
	});
});
