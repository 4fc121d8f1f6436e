import { describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { assessPerson, editPerson } from '#lib/server/services/employee-edit.ts';
import { erasePerson, exportPerson } from '#lib/server/services/employee-privacy.ts';
import { readPerson } from '#lib/server/services/employee.ts';
import { at, codeOf, hr, slug, value } from '#tests/support/training-world.ts';

const id = 'el-e049';

async function leave(leftOn: string): Promise<void> {
	const { person } = value(await readPerson(hr, slug, id));
	value(await editPerson(hr, slug, { ...person, startedOn: isoDate('2015-01-05'), leftOn: isoDate(leftOn) }));
}

describe('the copy of what is kept of a person', () => {
	it('holds the record, the assessments and who looked, and giving it out is on record', async () => {
		value(await readPerson(hr, slug, id));
		const file = value(await exportPerson(hr, slug, id));
		const copy = JSON.parse(new TextDecoder().decode(file.bytes)) as {
			readonly person: { readonly id: string };
			readonly assessments: readonly unknown[];
			readonly evaluations: readonly unknown[];
			readonly sessions: readonly unknown[];
			readonly presence: readonly unknown[];
			readonly traces: readonly { readonly action: string }[];
		};
		expect(copy.person.id).toBe(id);
		expect(copy.assessments.length).toBeGreaterThan(0);
		expect([copy.evaluations, copy.sessions, copy.presence]).toEqual([[], [], []]);
		expect(copy.traces).toMatchObject([{ action: 'people.look' }]);
		const audit = await listAudit(at.database.db, { entity: 'employee', entityKey: id, limit: 5 });
		expect(audit).toHaveLength(2);
	});

	it('is given out by human resources alone', async () => {
		for (const user of ['rakovoditel-elena', 'admin', 'konsultant', 'savetnik-elena-1'])
			expect(codeOf(await exportPerson(await at.as(user), slug, id))).toBe('access/forbidden');
		expect(codeOf(await exportPerson(await at.as('hr-lyaskovets'), slug, id))).toBe('access/not-found');
	});
});

describe('erasing', () => {
	it('is refused while the person serves and until the term after leaving is over', async () => {
		const { revision } = value(await readPerson(hr, slug, id)).person;
		expect(codeOf(await erasePerson(hr, slug, { id, revision }))).toBe('people/still-serves');
		// Left on 22.11.2021; five years are over on 22.11.2026, and today is the day before.
		await leave('2021-11-22');
		const later = value(await readPerson(hr, slug, id)).person.revision;
		const refused = await erasePerson(hr, slug, { id, revision: later });
		expect(refused).toEqual({ ok: false, error: { code: 'people/keep-until', until: '2026-11-22' } });
	});

	it('takes the name, the assessments and the history away, and leaves the post for the counts', async () => {
		value(
			await assessPerson(hr, slug, {
				...{ employeeId: id, competencyKey: 'teamwork', level: 3 },
				...{ assessedOn: isoDate('2026-11-01'), source: 'беседа' },
			}),
		);
		const { name, postKey } = value(await readPerson(hr, slug, id)).person;
		await leave('2021-11-21');
		const { revision } = value(await readPerson(hr, slug, id)).person;
		expect(codeOf(await erasePerson(hr, slug, { id, revision: revision + 1 }))).toBe('people/stale');
		value(await erasePerson(hr, slug, { id, revision }));
		const after = value(await readPerson(hr, slug, id));
		expect(after.person).toMatchObject({ name: '—', postKey });
		expect(after.history).toEqual([]);
		const audit = await listAudit(at.database.db, { entity: 'employee', entityKey: id, limit: 20 });
		expect(JSON.stringify(audit)).not.toContain(name);
		expect(audit.map(({ action }) => action)).toContain('employee.erase');
	});
});
