import { beforeEach, describe, expect, it } from 'vitest';
import { asId, isoDate, type CompetencyKey, type EmployeeId } from '#lib/domain/shared/index.ts';
import { latestAssessments, assessmentKey, type SessionResponse } from '#lib/domain/training/index.ts';
import { listAssessments } from '#lib/server/queries/employee.ts';
import { markAttendance } from '#lib/server/services/training-attendance.ts';
import { readPerson } from '#lib/server/services/employee.ts';
import { readCertificates } from '#lib/server/services/training-certificates.ts';
import { readCertificate } from '#lib/server/services/training-certificate.ts';
import { enrol } from '#lib/server/services/training-enrolment.ts';
import { issueEvaluationLinks, saveEffect, saveScores } from '#lib/server/services/training-evaluation.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { createPlan } from '#lib/server/services/training-plan.ts';
import { answerEvaluation, viewResponse } from '#lib/server/services/training-response.ts';
import { readSession } from '#lib/server/services/training-session-page.ts';
import { openSession } from '#lib/server/services/training-session-open.ts';
import { addSession, removeSession } from '#lib/server/services/training-session.ts';
import { removePlanItem } from '#lib/server/services/training-plan-item.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { evaluateParticipant, readTasks } from '#lib/server/services/training-task.ts';
import { at, codeOf, hr, plan, slug, taking, value } from '#tests/support/training-world.ts';

const YEAR = 2026;
const good: SessionResponse = { content: 5, trainer: 4, organisation: 5, usefulness: 4, comment: '' };
let id: string;
let people: readonly EmployeeId[];

/** A session of public procurement on 10 March 2026 in which four people took part. */
beforeEach(async () => {
	value(await createPlan(hr, slug, YEAR));
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await addSuggested(hr, slug, YEAR, taking(null)));
	const open = await plan(hr, YEAR);
	const item = open.items.find((one) => one.courseKey === 'zop-adv');
	if (!item) throw new Error('no line');
	const day = isoDate('2026-03-10');
	const input = { startsOn: day, endsOn: day, startsAt: 540, endsAt: 1020, isOnline: false, place: 'Елена' };
	const rest = { trainer: 'Ив. Петров', places: 20, groupName: '', state: 'planned' as const };
	id = value(await addSession(hr, { slug, year: YEAR, itemId: item.id }, { ...input, ...rest }));
	const others = open.employees.filter((one) => !item.participants.includes(one.id) && one.leftOn === null);
	people = [...item.participants, ...others.slice(0, 4 - item.participants.length).map((one) => one.id)];
	for (const employeeId of people.slice(item.participants.length))
		value(await enrol(hr, { slug, id, employeeId }));
	const marks = people.map((employeeId) => ({ employeeId, day, isPresent: true }));
	value(await markAttendance(hr, { slug, id }, marks, null));
});

describe('the evaluation of a training', () => {
	it('holds its session and its line, also where the presence was taken back', async () => {
		const score = { employeeId: people[0]!, before: 40, after: 80, maximum: 100 };
		value(await saveScores(hr, { slug, id }, [score]));
		value(await markAttendance(hr, { slug, id }, [], null));
		const { session, item } = value(await openSession(hr, slug, id));
		const { revision } = session;
		expect(codeOf(await removeSession(hr, { slug, id, revision }))).toBe('session/has-evaluation');
		expect(codeOf(await removePlanItem(hr, slug, YEAR, item))).toBe('training/has-evaluation');
	});

	it('is answered once by a link without an account, and shown from three answers on', async () => {
		const links = value(await issueEvaluationLinks(hr, { slug, id }));
		expect(links).toHaveLength(4);
		const nobody = at.nobody();
		const reaction = async () => value(await readSession(hr, slug, id)).reaction.kind;
		for (const { token } of links.slice(0, 2)) value(await answerEvaluation(nobody, token, good));
		expect(await reaction()).toBe('too-few');
		const [first, , third] = links;
		expect(codeOf(await answerEvaluation(nobody, first?.token ?? '', good))).toBe('evaluation/used');
		expect(value(await viewResponse(nobody, first?.token ?? '')).isUsed).toBe(true);
		value(await answerEvaluation(nobody, third?.token ?? '', good));
		expect(await reaction()).toBe('measured');
		expect(codeOf(await viewResponse(nobody, 'nyama'))).toBe('evaluation/dead-link');
		// New links are for whoever did not answer; the old one of the fourth stops working.
		expect(value(await issueEvaluationLinks(hr, { slug, id }))).toHaveLength(1);
		expect(codeOf(await viewResponse(nobody, links[3]?.token ?? ''))).toBe('evaluation/dead-link');
	});

	it('gives what participants wrote in their own words to human resources alone', async () => {
		const links = value(await issueEvaluationLinks(hr, { slug, id }));
		for (const { token } of links)
			value(await answerEvaluation(at.nobody(), token, { ...good, comment: 'Малко упражнения' }));
		const commentsFor = async (user: string) => {
			const { reaction } = value(await readSession(await at.as(user), slug, id));
			return reaction.kind === 'measured' ? reaction.comments.length : undefined;
		};
		expect(await commentsFor('hr-elena')).toBe(4);
		for (const user of ['savetnik-elena-1', 'nablyudatel', 'rakovoditel-elena'])
			expect(await commentsFor(user)).toBe(0);
	});

	it('takes no answer about a session that was called off', async () => {
		const [link] = value(await issueEvaluationLinks(hr, { slug, id }));
		await at.database.db
			.updateTable('training_session')
			.set({ status: 'cancelled' })
			.where('id', '=', id)
			.execute();
		const answered = await answerEvaluation(at.nobody(), link?.token ?? '', good);
		expect(codeOf(answered)).toBe('evaluation/dead-link');
	});

	it('keeps no trace from an answer to a person', async () => {
		const [link] = value(await issueEvaluationLinks(hr, { slug, id }));
		value(await answerEvaluation(at.nobody(), link?.token ?? '', { ...good, comment: 'Добре' }));
		const answers = await at.database.db.selectFrom('session_response').selectAll().execute();
		const text = JSON.stringify(answers);
		for (const person of people) expect(text).not.toContain(person);
		const stored = await at.database.db.selectFrom('evaluation_link').selectAll().execute();
		expect(JSON.stringify(stored)).not.toContain(link?.token);
	});

	it('keeps tests before and after of whoever took part, never above the maximum', async () => {
		const [employeeId] = people;
		const score = { employeeId: employeeId ?? ('' as EmployeeId), before: 8, after: 14, maximum: 20 };
		value(await saveScores(hr, { slug, id }, [score]));
		const page = value(await readSession(hr, slug, id));
		expect(page.participants?.find((one) => one.id === employeeId)?.score).toEqual({
			before: 8,
			after: 14,
			maximum: 20,
		});
		expect(codeOf(await saveScores(hr, { slug, id }, [{ ...score, after: 21 }]))).toBe(
			'evaluation/above-maximum',
		);
		const stranger = { ...score, employeeId: 'ly-e035' as EmployeeId };
		expect(codeOf(await saveScores(hr, { slug, id }, [stranger]))).toBe('evaluation/not-attended');
		const effect = { indicator: 'Дял в срок, %', functionKey: 'el-hd-f23', isLowerBetter: false, note: '' };
		value(await saveEffect(hr, { slug, id }, { ...effect, before: 80, after: 84 }));
		expect(value(await readSession(hr, slug, id)).effects).toMatchObject([
			{ functionKey: 'el-hd-f23', before: 80, after: 84 },
		]);
	});

	it('asks the manager from three months on, and a new level enters the matrix with its source', async () => {
		// 21 November 2026 is later than 10 September, the end of the term.
		const { tasks } = value(await readTasks(hr, slug, YEAR));
		expect(tasks.map(({ state }) => state)).toEqual(['late', 'late', 'late', 'late']);
		const [task] = tasks;
		const said = {
			...{ sessionId: id, employeeId: task?.employeeId ?? '', applied: 4, note: '', level: 4 as const },
			source: () => 'ръководител след обучението',
		};
		value(await evaluateParticipant(hr, { slug, year: YEAR }, said));
		const { municipality, asOf } = await plan(hr, YEAR);
		const latest = latestAssessments(await listAssessments(at.database.db, municipality.id), asOf);
		const key = assessmentKey(said.employeeId as EmployeeId, asId<CompetencyKey>('procurement'));
		expect(latest.get(key)).toMatchObject({
			level: 4,
			assessedOn: asOf,
			source: 'ръководител след обучението',
		});
		expect(codeOf(await evaluateParticipant(hr, { slug, year: YEAR }, said))).toBe('evaluation/already-said');
		const councillor = await at.as('savetnik-elena-1');
		expect(value(await readTasks(councillor, slug, YEAR)).tasks).toEqual([]);
		expect(codeOf(await evaluateParticipant(councillor, { slug, year: YEAR }, said))).toBe(
			'access/forbidden',
		);
	});

	it('gives a certificate to whoever took part, with the same number each time', async () => {
		const [employeeId = ''] = people;
		const paper = value(await readCertificate(hr, { slug, id, employeeId }));
		// Nobody assessed the person after the training: the paper states no level.
		expect(paper).toMatchObject({ level: null, startsOn: '2026-03-10' });
		const { rows } = value(await readCertificates(hr, slug, null));
		expect(rows.map((row) => row.number)).toContain(paper.number);
		const page = value(await readPerson(hr, slug, employeeId));
		expect(page.certificates.map((one) => one.number)).toContain(paper.number);
		expect(paper.number).toMatch(/^2026-[0-9A-Z]+-0\d$/);
		expect(value(await readCertificate(hr, { slug, id, employeeId })).number).toBe(paper.number);
		expect(codeOf(await readCertificate(hr, { slug, id, employeeId: 'ly-e035' }))).toBe(
			'session/no-such-session',
		);
		const kept = async () =>
			(await at.database.db.selectFrom('certificate').selectAll().execute()).map((row) => row.number);
		expect(await kept()).toHaveLength(4);
		expect(await kept()).toContain(paper.number);
		// Who was marked present by mistake has no certificate any more.
		const day = isoDate('2026-03-10');
		const marks = people.map((one, which) => ({ employeeId: one, day, isPresent: which > 0 }));
		value(await markAttendance(hr, { slug, id }, marks, null));
		expect(await kept()).toHaveLength(3);
		expect(paper.issuedOn).toBe('2026-03-10');
	});
});
