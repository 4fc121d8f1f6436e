import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { assessPerson, editPerson } from '#lib/server/services/employee-edit.ts';
import { listPeople, readPerson } from '#lib/server/services/employee.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let hr: Ctx;
const slug = 'elena';

beforeEach(async () => {
	at = await anInstallation();
	hr = await at.as('hr-elena');
});
afterEach(() => at.close());

function value<T, E extends { readonly code: string }>(
	result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E },
): T {
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
}

function codeOf(result: { readonly ok: boolean; readonly error?: { readonly code: string } }) {
	return result.ok ? 'ok' : result.error?.code;
}

const assessment = {
	employeeId: 'el-e049',
	competencyKey: 'procurement',
	level: 4,
	assessedOn: isoDate('2026-11-01'),
	source: 'тест след обучение',
} as const;

describe('people', () => {
	it('are for human resources, and for a unit head those of the own unit', async () => {
		expect(value(await listPeople(hr, slug)).people.length).toBeGreaterThan(100);
		const head = await at.as('rakovoditel-elena');
		const own = value(await listPeople(head, slug)).people;
		expect(new Set(own.map((person) => person.unit?.key))).toEqual(new Set(['el-ut']));
		expect(codeOf(await readPerson(head, slug, 'el-e059'))).toBe('access/not-found');
		for (const user of ['admin', 'konsultant', 'savetnik-elena-1', 'nablyudatel']) {
			expect(codeOf(await listPeople(await at.as(user), slug))).toBe('access/forbidden');
		}
		expect(codeOf(await readPerson(await at.as('hr-lyaskovets'), slug, 'el-e049'))).toBe('access/not-found');
	});

	it('of another municipality are not found by guessing the id', async () => {
		expect(codeOf(await readPerson(hr, slug, 'ly-e035'))).toBe('access/not-found');
	});

	it('are looked at on record, each by the own id', async () => {
		value(await readPerson(hr, slug, 'el-e049'));
		const audit = await listAudit(at.database.db, { entity: 'employee', limit: 5 });
		expect(audit).toMatchObject([{ action: 'people.look', entityKey: 'el-e049' }]);
	});
});

describe('an assessment', () => {
	it('closes the gap from the day on which it was made', async () => {
		const before = value(await readPerson(hr, slug, 'el-e049')).cells;
		expect(before.find((cell) => cell.competencyKey === 'procurement')).toMatchObject({
			assessed: 2,
			gap: 2,
		});
		value(await assessPerson(hr, slug, assessment));
		const after = value(await readPerson(hr, slug, 'el-e049'));
		expect(after.cells.find((cell) => cell.competencyKey === 'procurement')).toMatchObject({
			assessed: 4,
			gap: 0,
		});
		expect(after.history[0]).toMatchObject({ level: 4, source: 'тест след обучение' });
	});

	it('is refused twice on one day, in the future, or of no known competency', async () => {
		value(await assessPerson(hr, slug, assessment));
		expect(codeOf(await assessPerson(hr, slug, assessment))).toBe('people/already-assessed');
		const future = { ...assessment, assessedOn: isoDate('2026-11-22') };
		expect(codeOf(await assessPerson(hr, slug, future))).toBe('people/assessed-in-future');
		const unknown = { ...assessment, competencyKey: 'none' };
		expect(codeOf(await assessPerson(hr, slug, unknown))).toBe('people/no-such-competency');
	});

	it('is not for the head of the unit to write', async () => {
		expect(codeOf(await assessPerson(await at.as('rakovoditel-elena'), slug, assessment))).toBe(
			'access/forbidden',
		);
	});
});

describe('the record of a person', () => {
	it('is changed by human resources; the second of two is told', async () => {
		const { person } = value(await readPerson(hr, slug, 'el-e049'));
		const change = { ...person, name: 'Ивелина Недева-Петрова' };
		value(await editPerson(hr, slug, change));
		expect(value(await readPerson(hr, slug, 'el-e049')).person.name).toBe('Ивелина Недева-Петрова');
		expect(codeOf(await editPerson(hr, slug, change))).toBe('people/stale');
	});

	it('cannot take more of a post than is free, which the page says, and may take what is', async () => {
		const { person, posts } = value(await readPerson(hr, slug, 'el-e049'));
		const own = posts.find(({ key }) => key === person.postKey)!;
		expect(own.vacant).toBeGreaterThanOrEqual(person.occupancy);
		const full = posts.find(({ vacant, approved }) => vacant === 0 && approved > 0)!;
		expect(await editPerson(hr, slug, { ...person, postKey: full.key })).toEqual({
			...{ ok: false, error: { code: 'people/post-full', limit: full.approved } },
		});
		const more = { ...person, occupancy: own.vacant + 0.25 };
		expect(codeOf(await editPerson(hr, slug, more))).toBe('people/post-full');
		const free = posts.find(({ vacant, key }) => vacant >= 1 && key !== person.postKey)!;
		value(await editPerson(hr, slug, { ...person, postKey: free.key }));
		const moved = value(await readPerson(hr, slug, 'el-e049'));
		expect(moved.person.postKey).toBe(free.key);
		expect(moved.posts.find(({ key }) => key === free.key)?.vacant).toBe(free.vacant);
	});

	it('is refused with a post that is not there, or when leaving is before starting', async () => {
		const { person } = value(await readPerson(hr, slug, 'el-e049'));
		expect(codeOf(await editPerson(hr, slug, { ...person, postKey: 'ly-osut-dir' }))).toBe(
			'people/no-such-post',
		);
		const leftOn = isoDate('2001-01-01');
		expect(codeOf(await editPerson(hr, slug, { ...person, leftOn }))).toBe('people/left-before-start');
	});
});
