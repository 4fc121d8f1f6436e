import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import { isoDate, type EmployeeId } from '#lib/domain/shared/index.ts';
import { markAttendance } from '#lib/server/services/training-attendance.ts';
import { enrol, withdraw } from '#lib/server/services/training-enrolment.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { removePlanItem } from '#lib/server/services/training-plan-item.ts';
import { createPlan } from '#lib/server/services/training-plan.ts';
import { readSession } from '#lib/server/services/training-session-page.ts';
import { readSchedule } from '#lib/server/services/training-session-view.ts';
import {
	addSession,
	editSession,
	moveSessionTo,
	removeSession,
	type SessionInput,
} from '#lib/server/services/training-session.ts';
import { exportAttendance, importAttendance } from '#lib/server/services/training-sheets.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { at, codeOf, hr, plan, slug, taking, value } from '#tests/support/training-world.ts';

const YEAR = 2026;
const input: SessionInput = {
	startsOn: isoDate('2026-11-10'),
	endsOn: isoDate('2026-11-11'),
	startsAt: 540,
	endsAt: 1020,
	isOnline: false,
	place: 'Елена',
	trainer: 'Ив. Петров',
	places: 2,
	groupName: '',
	state: 'planned',
};

/** The plan of 2026 with the suggested trainings; the line of public procurement has four people. */
async function aLine() {
	const [item] = (await plan(hr, YEAR)).items.filter((one) => one.courseKey === 'zop-adv');
	if (!item) throw new Error('no line');
	return item;
}
const add = async (part: Partial<SessionInput> = {}) =>
	addSession(hr, { slug, year: YEAR, itemId: (await aLine()).id }, { ...input, ...part });
const schedule = async () => value(await readSchedule(hr, slug, YEAR));
const problemsOf = (result: Awaited<ReturnType<typeof add>>) =>
	!result.ok && result.error.code === 'session/problems'
		? result.error.problems.map(({ code, field }) => `${code} at ${field}`)
		: [];

describe('the sessions of a plan', () => {
	beforeEach(async () => {
		value(await createPlan(hr, slug, YEAR));
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		value(await addSuggested(hr, slug, YEAR, taking(null)));
	});

	it('enrol the participants of the line, and whoever is beyond the places waits', async () => {
		const item = await aLine();
		const id = value(await add());
		const page = value(await readSession(hr, slug, id));
		expect(page.participants?.map((one) => one.id)).toEqual(item.participants);
		expect(page.line).toMatchObject({ seated: 2, waiting: item.participants.length - 2 });
		// A second session of the line has nobody of them any more.
		const second = value(await add({ startsOn: isoDate('2026-12-01'), endsOn: isoDate('2026-12-01') }));
		expect(value(await readSession(hr, slug, second)).participants).toEqual([]);
	});

	it('refuse at the field what cannot be, and store nothing', async () => {
		expect(problemsOf(await add({ endsOn: isoDate('2026-11-09') }))).toEqual([
			'session/ends-before at endsOn',
		]);
		expect(problemsOf(await add({ places: 0 }))).toEqual(['session/no-places at places']);
		expect(problemsOf(await add({ startsOn: isoDate('2025-11-10') }))).toContain(
			'session/other-year at startsOn',
		);
		const toCome = { startsOn: isoDate('2026-12-01'), endsOn: isoDate('2026-12-01') };
		expect(problemsOf(await add({ ...toCome, state: 'held' }))).toEqual(['session/not-yet-held at state']);
		value(await add());
		expect(problemsOf(await add())).toEqual(['session/overlaps at startsOn']);
		expect((await schedule()).progress.sessions).toBe(1);
	});

	it('are moved as long as they are, and a stale or a lost session is said', async () => {
		const id = value(await add());
		const to = { startsOn: isoDate('2026-11-17'), revision: 1 };
		value(await moveSessionTo(hr, { slug, id }, to));
		expect(value(await readSession(hr, slug, id)).line).toMatchObject({
			startsOn: '2026-11-17',
			endsOn: '2026-11-18',
			revision: 2,
		});
		expect(codeOf(await moveSessionTo(hr, { slug, id }, to))).toBe('training/stale');
		expect(codeOf(await editSession(hr, { slug, id: 'nyama' }, { ...input, revision: 1 }))).toBe(
			'session/no-such-session',
		);
	});

	it('take a person from outside the line in, who then stands on the line of the plan as well', async () => {
		const before = await aLine();
		const id = value(await add({ places: 20 }));
		const outside = (await plan(hr, YEAR)).employees.find((one) => !before.participants.includes(one.id));
		const employeeId = outside?.id ?? '';
		value(await enrol(hr, { slug, id, employeeId }));
		expect(codeOf(await enrol(hr, { slug, id, employeeId }))).toBe('session/already-enrolled');
		expect(codeOf(await enrol(hr, { slug, id, employeeId: 'ly-e035' }))).toBe('session/no-such-person');
		expect((await aLine()).participants).toContain(employeeId);
		value(await withdraw(hr, { slug, id, employeeId }));
		expect(codeOf(await withdraw(hr, { slug, id, employeeId }))).toBe('session/not-enrolled');
	});

	it('take no sheet without marks before their first day', async () => {
		const id = value(await add({ startsOn: isoDate('2026-12-01'), endsOn: isoDate('2026-12-01') }));
		const refused = await markAttendance(hr, { slug, id }, [], null);
		expect(!refused.ok && refused.error).toMatchObject({
			problems: [{ code: 'attendance/not-begun', day: '2026-12-01' }],
		});
	});

	it('are held once everybody is marked; the needs of who was there are met, of who was absent open', async () => {
		const id = value(await add({ places: 20, endsOn: isoDate('2026-11-10') }));
		const { participants, days } = value(await readSession(hr, slug, id));
		const [day] = days;
		if (!day || !participants) throw new Error('no day');
		const marks = participants.map(({ id: employeeId }, which) => ({
			employeeId,
			day,
			isPresent: which > 0,
		}));
		const stranger = { employeeId: 'el-e001' as EmployeeId, day, isPresent: true };
		const refused = await markAttendance(hr, { slug, id }, [...marks, stranger], null);
		expect(codeOf(refused)).toBe('attendance/problems');
		value(await markAttendance(hr, { slug, id }, marks, null));
		const { progress, items } = await schedule();
		expect(progress).toMatchObject({
			heldSessions: 1,
			absent: 1,
			attended: participants.length - 1,
		});
		expect(items.find((one) => one.sessions.length > 0)?.state).toBe('held');
		const { needs } = await plan(hr, YEAR);
		const states = (await aLine()).needKeys.map((key) => needs.find((need) => need.key === key)?.state);
		expect(states.filter((state) => state === 'open')).toHaveLength(1);
		// Nothing that was held is lost by editing.
		expect(codeOf(await removeSession(hr, { slug, id, revision: 2 }))).toBe('session/has-attendance');
		const line = await aLine();
		expect(codeOf(await removePlanItem(hr, slug, YEAR, line))).toBe('training/has-attendance');
		expect(
			codeOf(await moveSessionTo(hr, { slug, id }, { startsOn: isoDate('2026-12-01'), revision: 2 })),
		).toBe('session/has-attendance');
	});

	it('gives a file whose name is in the language of the reader', async () => {
		const id = value(await add());
		const names = await Promise.all(
			(['bg', 'en'] as const).map(async (locale) =>
				value(await exportAttendance(hr, { slug, id }, locale)).fileName.replace(/\d{4}-\d\d-\d\d/u, 'D'),
			),
		);
		expect(names).toEqual(['Присъствие D.xlsx', 'Attendance D.xlsx']);
	});

	it('take attendance back from a workbook, or give it back with whoever is not enrolled marked', async () => {
		const id = value(await add({ places: 20, endsOn: isoDate('2026-11-10') }));
		const { participants } = value(await readSession(hr, slug, id));
		const filled = async (change: (sheet: ExcelJS.Worksheet) => void) => {
			const workbook = new ExcelJS.Workbook();
			await workbook.xlsx.load(value(await exportAttendance(hr, { slug, id }, 'bg')).bytes.slice().buffer);
			const [sheet] = workbook.worksheets;
			if (sheet) change(sheet);
			return { name: 'лист.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
		};
		const wrong = await filled((sheet) => sheet.addRow(['ly-e035', 'Друг', 'да']));
		expect(value(await importAttendance(hr, { slug, id }, wrong))).toMatchObject({ kind: 'wrong', cells: 1 });
		const right = await filled((sheet) => {
			participants?.forEach(
				(_, which) => (sheet.getRow(which + 2).getCell(3).value = which > 0 ? 'да' : 'Не'),
			);
		});
		expect(value(await importAttendance(hr, { slug, id }, right)).kind).toBe('taken');
		const states = value(await readSession(hr, slug, id)).participants?.map(({ state }) => state);
		expect(states?.[0]).toBe('absent');
		expect(new Set(states?.slice(1))).toEqual(new Set(['attended']));
	});

	it('show numbers to a councillor, names to human resources, and every look at names is on record', async () => {
		const id = value(await add());
		const councillor = await at.as('savetnik-elena-1');
		const page = value(await readSession(councillor, slug, id));
		expect(page.participants).toBeNull();
		expect(page.candidates).toEqual([]);
		expect(JSON.stringify(page)).not.toContain((await plan(hr, YEAR)).employees[0]?.name);
		await readSession(hr, slug, id);
		const looks = await at.database.db
			.selectFrom('audit_entry')
			.select('entity_key')
			.where('action', '=', 'people.look')
			.where('entity', '=', 'training-session')
			.execute();
		expect(looks).toEqual([{ entity_key: id }]);
		expect(codeOf(await addSession(councillor, { slug, year: YEAR, itemId: 'x' }, input))).toBe(
			'access/forbidden',
		);
	});
});
