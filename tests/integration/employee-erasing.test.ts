import { describe, expect, it } from 'vitest';
import { foldText, isoDate } from '#lib/domain/shared/index.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { assessPerson, editPerson } from '#lib/server/services/employee-edit.ts';
import { erasePeople, erasePerson, readRetention } from '#lib/server/services/employee-retention.ts';
import { addWish } from '#lib/server/services/employee-papers.ts';
import { readPerson } from '#lib/server/services/employee.ts';
import { at, codeOf, hr, slug, value } from '#tests/support/training-world.ts';

const id = 'el-e049';

async function leave(leftOn: string): Promise<void> {
	const { person } = value(await readPerson(hr, slug, id));
	value(await editPerson(hr, slug, { ...person, startedOn: isoDate('2015-01-05'), leftOn: isoDate(leftOn) }));
}

/** Brings a file with these cells, erases the person and gives what is left of the cells, and how many files. */
async function keptAfterErasing(cells: readonly (readonly string[])[]) {
	const { db } = at.database;
	await leave('2021-11-21');
	await db
		.insertInto('import_batch')
		.values({
			...{ id: 'batch-1', municipality_id: slug, file_name: 'хора.xlsx', file_hash: 'x', file_size: 1 },
			...{ state: 'applied', created_at: '2020-01-01T00:00:00Z', created_by: 'x' },
		})
		.execute();
	const of = { import_batch_id: 'batch-1' };
	await db
		.insertInto('import_file')
		.values({ ...of, content: new Uint8Array([1]) })
		.execute();
	await db
		.insertInto('import_sheet')
		.values({ ...of, position: 0, content: JSON.stringify(cells), choices: '{}' })
		.execute();
	const { revision } = value(await readPerson(hr, slug, id)).person;
	value(await erasePerson(hr, slug, { id, revision }));
	const sheet = await db.selectFrom('import_sheet').select('content').executeTakeFirstOrThrow();
	const files = await db.selectFrom('import_file').select('import_batch_id').execute();
	return { cells: JSON.parse(sheet.content) as unknown, files: files.length };
}

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

	it('takes the name out of the trail of trainings, of what was brought and of the audit, and leaves others alone', async () => {
		const { db } = at.database;
		const { name } = value(await readPerson(hr, slug, id)).person;
		await leave('2021-11-21');
		const other = 'Друга Жена';
		await db.transaction().execute(async (tx) => {
			await tx
				.insertInto('audit_entry')
				.values({
					...{ id: 'trail-1', at: '2020-01-01T00:00:00Z', actor_id: 'x', actor_name: 'x' },
					...{ municipality_id: slug, action: 'training-session.attendance', entity: 'training-session' },
					...{ entity_key: 's1', version_id: null, before: null, folded: foldText(`${name} ${other}`) },
					after: JSON.stringify([{ employeeId: id, name }, { name: other }]),
				})
				.execute();
			await tx
				.insertInto('import_batch')
				.values({
					...{ id: 'batch-1', municipality_id: slug, file_name: 'хора.xlsx', file_hash: 'x', file_size: 1 },
					...{ state: 'applied', created_at: '2020-01-01T00:00:00Z', created_by: 'x' },
				})
				.execute();
			await tx
				.insertInto('import_file')
				.values({ import_batch_id: 'batch-1', content: new Uint8Array([1]) })
				.execute();
			const content = JSON.stringify([[name, other]]);
			await tx
				.insertInto('import_sheet')
				.values({ import_batch_id: 'batch-1', position: 0, content, choices: '{}' })
				.execute();
		});
		const { revision } = value(await readPerson(hr, slug, id)).person;
		value(await erasePerson(hr, slug, { id, revision }));
		const trail = await db
			.selectFrom('audit_entry')
			.selectAll()
			.where('municipality_id', '=', slug)
			.execute();
		const sheets = await db.selectFrom('import_sheet').selectAll().execute();
		const kept = JSON.stringify([trail, sheets]);
		expect(kept).not.toContain(name);
		expect(kept).not.toContain(foldText(name));
		expect(kept).toContain(other);
		expect(await db.selectFrom('import_file').selectAll().execute()).toEqual([]);
	});

	it('finds the name in brought files however it is written there', async () => {
		const { name } = value(await readPerson(hr, slug, id)).person;
		const written = [name.toUpperCase(), name.replace(' ', ' \u00a0 '), `Г-жа ${name}, касиер`];
		const kept = await keptAfterErasing(written.map((text) => [text, 'Друга Жена']));
		expect(kept.cells).toEqual([
			['—', 'Друга Жена'],
			['—', 'Друга Жена'],
			['Г-жа —, касиер', 'Друга Жена'],
		]);
		expect(kept.files).toBe(0);
	});

	it('leaves the longer name of somebody else and the file in which it stands', async () => {
		const { name } = value(await readPerson(hr, slug, id)).person;
		const written = [[`${name}-Колева`], [`${name} Колева`], [`Ана-${name}`]];
		expect(await keptAfterErasing(written)).toEqual({ cells: written, files: 1 });
	});

	it('leaves a record that nobody can change any more', async () => {
		await leave('2021-11-21');
		const { person } = value(await readPerson(hr, slug, id));
		value(await erasePerson(hr, slug, { id, revision: person.revision }));
		const after = value(await readPerson(hr, slug, id));
		expect(after).toMatchObject({ mayEdit: false, mayWish: false, mayExport: true });
		const erased = { ...after.person, name: 'Върнато Име' };
		expect(codeOf(await editPerson(hr, slug, erased))).toBe('people/erased');
		const wish = {
			competencyKey: 'teamwork',
			level: 3,
			wishedOn: isoDate('2026-11-01'),
			source: 'анкета',
		} as const;
		expect(codeOf(await addWish(hr, { slug, employeeId: id }, wish))).toBe('people/erased');
		expect(codeOf(await erasePerson(hr, slug, { id, revision: after.person.revision }))).toBe(
			'people/erased',
		);
	});
});

describe('the list of data to erase', () => {
	it('holds those who left with the day on which the term ends, and erases all chosen or nobody', async () => {
		await leave('2021-11-21');
		// 21.11.2021 and five years is 21.11.2026, which is today.
		const page = value(await readRetention(hr, slug));
		const row = page.rows.find((one) => one.id === id);
		expect(row).toMatchObject({ until: '2026-11-21', isDue: true });
		expect(page.term?.years).toBe(5);
		const serving = { id: 'el-e050', revision: 1 };
		const due = { id, revision: row?.revision ?? 0 };
		expect(codeOf(await erasePeople(hr, slug, [due, serving]))).toBe('people/still-serves');
		expect(value(await readPerson(hr, slug, id)).person.name).not.toBe('—');
		value(await erasePeople(hr, slug, [due]));
		expect(value(await readRetention(hr, slug)).rows.find((one) => one.id === id)).toMatchObject({
			...{ name: '—', isDue: false, erasedOn: '2026-11-21' },
		});
	});

	it('is for human resources alone', async () => {
		for (const user of ['rakovoditel-elena', 'konsultant']) {
			expect(codeOf(await readRetention(await at.as(user), slug))).toBe('access/forbidden');
			expect(codeOf(await erasePeople(await at.as(user), slug, []))).toBe('access/forbidden');
		}
	});
});
