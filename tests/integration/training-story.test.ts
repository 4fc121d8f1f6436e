import { expect, it } from 'vitest';
import { computePlanTotals } from '#lib/domain/training/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { readPerson } from '#lib/server/services/employee.ts';
import { editPerson } from '#lib/server/services/employee-edit.ts';
import { exportTrainingPlan } from '#lib/server/services/export-training.ts';
import { markAttendance } from '#lib/server/services/training-attendance.ts';
import { readCertificate } from '#lib/server/services/training-certificate.ts';
import { issueEvaluationLinks, saveScores } from '#lib/server/services/training-evaluation.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { readNeedBoard } from '#lib/server/services/training-need-view.ts';
import { createPlan, openPlan } from '#lib/server/services/training-plan.ts';
import { readPlanPage } from '#lib/server/services/training-plan-view.ts';
import { answerEvaluation } from '#lib/server/services/training-response.ts';
import { readSession } from '#lib/server/services/training-session-page.ts';
import { addSession } from '#lib/server/services/training-session.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { adoptProcurement } from '#tests/support/adopted-training.ts';
import { at, codeOf, hr, slug, taking, value } from '#tests/support/training-world.ts';
import { readBack } from '#tests/support/workbook.ts';

const YEAR = 2026;
const DAY = isoDate('2026-11-20');

it('goes from a scenario that the council adopted to a training planned, attended and evaluated, and its workbook', async () => {
	const scenarioId = await adoptProcurement(at);
	value(await syncNeeds(hr, slug, { kind: 'scenario', scenarioId }));
	const board = value(await readNeedBoard(hr, slug, { state: null, cause: null }));
	const need = board.needs.find((one) => one.cause.kind === 'function-received');
	expect(need).toMatchObject({ cause: { functionKey: 'el-hd-f23' }, deadline: '2026-12-31' });

	value(await createPlan(hr, slug, YEAR));
	value(await addSuggested(hr, slug, YEAR, taking(null)));
	const open = value(await openPlan(hr, slug, YEAR));
	const item = open.items.find((one) => need && one.needIds.includes(need.id) && one.participants.length > 0);
	if (!item) throw new Error('the need is on no line');
	const session = {
		...{ startsOn: DAY, endsOn: DAY, startsAt: 540, endsAt: 1020, isOnline: false, place: 'Елена' },
		...{ trainer: '', places: 20, groupName: '', state: 'planned' as const },
	};
	const id = value(await addSession(hr, { slug, year: YEAR, itemId: item.id }, session));
	const marks = item.participants.map((employeeId) => ({ employeeId, day: DAY, isPresent: true }));
	value(await markAttendance(hr, { slug, id }, marks, []));
	const [employeeId] = item.participants;
	if (!employeeId) throw new Error('nobody takes part');
	value(await saveScores(hr, { slug, id }, [{ employeeId, before: 8, after: 14, maximum: 20 }], []));
	for (const { token } of value(await issueEvaluationLinks(hr, { slug, id })))
		value(
			await answerEvaluation(at.nobody(), token, {
				...{ content: 5, trainer: 4, organisation: 5, usefulness: 4, comment: '' },
			}),
		);
	expect(value(await readSession(hr, slug, id)).responses).toBe(item.participants.length);
	const stages = value(await readNeedBoard(hr, slug, { state: null, cause: null })).needs.filter(
		(one) => one.id === need?.id,
	);
	expect(stages.map(({ stage }) => stage)).toEqual(['evaluated']);

	// Screen, plan and workbook say the same.
	const page = value(await readPlanPage(hr, slug, YEAR));
	const totals = computePlanTotals(value(await openPlan(hr, slug, YEAR)).items);
	expect(page.totals).toEqual(totals.all);
	const workbook = await readBack(value(await exportTrainingPlan(hr, { slug, year: YEAR }, 'bg')).bytes);
	const sums = new Map<string, number>();
	for (const [sheet, label] of [
		['План', 'Всичко'],
		['Бюджет', 'Всичко'],
	] as const)
		workbook.getWorksheet(sheet)?.eachRow((row) => {
			if (![row.getCell(1).text, row.getCell(2).text].includes(label)) return;
			row.eachCell(({ result }) => {
				if (typeof result === 'number') sums.set(`${sheet} ${result}`, result);
			});
		});
	expect([...sums.keys()]).toContain(`План ${totals.all.seats}`);
	expect([...sums.keys()]).toContain(`План ${totals.all.cost / 100}`);
	expect([...sums.keys()]).toContain(`Бюджет ${totals.all.cost / 100}`);
	const days: string[] = [];
	workbook.getWorksheet('Участници')?.eachRow((row) =>
		row.eachCell(({ value: cell }) => {
			if (cell instanceof Date) days.push(cell.toISOString().slice(0, 10));
		}),
	);
	expect(days).toEqual(item.participants.map(() => '2026-11-20'));

	// Whoever took part had not left before.
	const { person } = value(await readPerson(hr, slug, employeeId));
	const leave = (day: string) => editPerson(hr, slug, { ...person, leftOn: isoDate(day) });
	expect(codeOf(await leave('2026-11-19'))).toBe('people/left-before-attended');
	value(await leave('2026-11-20'));
	// A day of leaving that was recorded before stands in the way of no other correction.
	at.database.raw.prepare(`update employee set left_on = '2026-11-19' where id = ?`).run(employeeId);
	const kept = value(await readPerson(hr, slug, employeeId)).person;
	value(await editPerson(hr, slug, { ...kept, name: `${kept.name}-нова` }));
	value(
		await editPerson(hr, slug, { ...value(await readPerson(hr, slug, employeeId)).person, name: kept.name }),
	);

	// A certificate says who took part; of whoever was erased none is issued any more.
	const paper = { slug, id, employeeId };
	expect(value(await readCertificate(hr, paper)).name).toBe(person.name);
	at.database.raw.prepare(`update employee set erased_on = '2026-11-21' where id = ?`).run(employeeId);
	expect(codeOf(await readCertificate(hr, paper))).toBe('session/no-such-session');
});
