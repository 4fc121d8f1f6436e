import { describe, expect, it } from 'vitest';
import { isoDate, share } from '#lib/domain/shared/index.ts';
import type { SurveyCampaignId } from '#lib/domain/workload/index.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { listSurveyAnswers, listSurveyItems, saveSurveyAnswers } from '#lib/server/queries/survey-answer.ts';
import { insertSurveyEvents } from '#lib/server/queries/survey-event.ts';
import { listRespondents } from '#lib/server/queries/survey.ts';
import { editPerson } from '#lib/server/services/employee-edit.ts';
import { exportPerson } from '#lib/server/services/employee-privacy.ts';
import { erasePerson } from '#lib/server/services/employee-retention.ts';
import { readPerson } from '#lib/server/services/employee.ts';
import { anOpenSurvey } from '#tests/support/survey-world.ts';
import { at, codeOf, consultant, hr, slug, value } from '#tests/support/training-world.ts';

const id = 'el-e049';

async function leave(leftOn: string): Promise<void> {
	const { person } = value(await readPerson(hr, slug, id));
	value(await editPerson(hr, slug, { ...person, startedOn: isoDate('2015-01-05'), leftOn: isoDate(leftOn) }));
}

/** The person sits on a seat of a survey, said 30 % and two texts there, and was asked to correct it. */
async function aSeatOfThePerson() {
	const { at: survey } = await anOpenSurvey(consultant);
	const campaignId = survey.id as SurveyCampaignId;
	const seats = await listRespondents(hr.db, campaignId);
	const seat = seats.find(({ employeeId }) => employeeId === id);
	if (!seat) throw new Error('the person is asked');
	const [item] = await listSurveyItems(hr.db, { campaignId, respondentId: seat.id });
	if (!item) throw new Error('the list has items');
	const said = { itemId: item.id, share: share(0.3), low: null, high: null, participation: null };
	const when = '2026-11-20T10:00:00.000Z';
	await hr.db.transaction().execute(async (tx) => {
		await saveSurveyAnswers(tx, { respondentId: seat.id, layer: 'own' }, [
			{ ...said, peakMonths: 0, isLocked: false },
		]);
		const texts = { obstacles: 'Чакам подписи', systems: 'Деловодство' };
		await tx.updateTable('survey_respondent').set(texts).where('id', '=', seat.id).execute();
		await tx
			.insertInto('survey_replaced_answer')
			.values({
				...{ id: 'replaced-1', respondent_id: seat.id, text_bg: 'Мои думи', text_en: null },
				...{ share: 0.2, sort: 0, replaced_at: when },
			})
			.execute();
		const event = { id: 'event-1', respondentId: seat.id, kind: 'returned', madeAt: when } as const;
		await insertSurveyEvents(tx, [{ ...event, comment: 'Поправете сбора', madeBy: null }]);
	});
	return seat.id;
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

	it('holds what the person said in a time survey, and erasing takes the free texts and the person out of it', async () => {
		const { db } = at.database;
		const seat = await aSeatOfThePerson();
		const copied = async () => {
			const file = value(await exportPerson(hr, slug, id));
			return (JSON.parse(new TextDecoder().decode(file.bytes)) as { readonly surveys: unknown }).surveys;
		};
		expect(await copied()).toMatchObject([
			{
				...{ campaign: 'Време по функции', obstacles: 'Чакам подписи', systems: 'Деловодство' },
				...{ answers: [{ text: expect.any(String), share: 0.3 }], replaced: [{ share: 0.2 }] },
				events: expect.arrayContaining([expect.objectContaining({ comment: 'Поправете сбора' })]),
			},
		]);
		await leave('2021-11-21');
		const { revision } = value(await readPerson(hr, slug, id)).person;
		value(await erasePerson(hr, slug, { id, revision }));
		expect(await copied()).toEqual([]);
		const row = await db
			.selectFrom('survey_respondent')
			.selectAll()
			.where('id', '=', seat)
			.executeTakeFirst();
		expect(row).toMatchObject({ employee_id: null, obstacles: null, systems: null });
		const comments = await db.selectFrom('survey_event').select('comment').execute();
		expect(comments.filter(({ comment }) => comment !== null)).toEqual([]);
		expect(await db.selectFrom('survey_replaced_answer').selectAll().execute()).toEqual([]);
		expect(await listSurveyAnswers(db, seat, 'own')).toMatchObject([{ share: 0.3 }]);
	});

	it('is given out by human resources alone', async () => {
		for (const user of ['rakovoditel-elena', 'admin', 'konsultant', 'savetnik-elena-1'])
			expect(codeOf(await exportPerson(await at.as(user), slug, id))).toBe('access/forbidden');
		expect(codeOf(await exportPerson(await at.as('hr-lyaskovets'), slug, id))).toBe('access/not-found');
	});
});
