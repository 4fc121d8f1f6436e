import ExcelJS from 'exceljs';
import { beforeEach, expect, it } from 'vitest';
import { isoDate, type EmployeeId } from '#lib/domain/shared/index.ts';
import { listCertificates } from '#lib/server/queries/certificate.ts';
import { findMunicipalityBySlug } from '#lib/server/queries/municipality.ts';
import { markAttendance } from '#lib/server/services/training-attendance.ts';
import { saveEffect, saveScores } from '#lib/server/services/training-evaluation.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { createPlan } from '#lib/server/services/training-plan.ts';
import { readSession } from '#lib/server/services/training-session-page.ts';
import { addSession, editSession } from '#lib/server/services/training-session.ts';
import { exportAttendance, importAttendance } from '#lib/server/services/training-sheets.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import {
	chosenIn,
	marksIn,
	seenMarks,
} from '../../src/routes/(app)/m/[municipality]/training/sessions/[id]/attendance/sheet-fields.ts';
import { codeOf, hr, plan, slug, taking, value } from '#tests/support/training-world.ts';

const YEAR = 2026;
const MONDAY = isoDate('2026-03-09');
const TUESDAY = isoDate('2026-03-10');
let id: string;
let people: readonly EmployeeId[];
const input = {
	...{ startsOn: MONDAY, endsOn: TUESDAY, startsAt: 540, endsAt: 1020, isOnline: false, place: 'Елена' },
	...{ trainer: 'Ив. Петров', places: 20, groupName: '', state: 'planned' as const },
};

beforeEach(async () => {
	value(await createPlan(hr, slug, YEAR));
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await addSuggested(hr, slug, YEAR, taking(null)));
	const item = (await plan(hr, YEAR)).items.find((one) => one.courseKey === 'zop-adv');
	if (!item) throw new Error('no line');
	id = value(await addSession(hr, { slug, year: YEAR, itemId: item.id }, input));
	people = item.participants;
});

const session = async () => value(await readSession(hr, slug, id));
const first = () => people[0] ?? ('' as EmployeeId);
const marksOf = (isPresent: boolean, ...days: readonly (typeof MONDAY)[]) =>
	people.flatMap((employeeId) => days.map((day) => ({ employeeId, day, isPresent })));

it('puts two fillings of one sheet together, and shows both where they differ, with nothing stored', async () => {
	value(await markAttendance(hr, { slug, id }, marksOf(true, MONDAY), []));
	value(await markAttendance(hr, { slug, id }, marksOf(true, TUESDAY), []));
	const marks = async () => (await session()).participants?.map((person) => person.marks);
	expect(await marks()).toEqual(people.map(() => [true, true]));
	const refused = await markAttendance(hr, { slug, id }, marksOf(false, MONDAY), []);
	expect(!refused.ok && refused.error).toEqual({
		code: 'attendance/clash',
		clashes: people.map((employeeId) => ({ employeeId, day: MONDAY, mine: false, theirs: true })),
	});
	expect(await marks()).toEqual(people.map(() => [true, true]));
	// Whoever saw what is stored has chosen.
	value(await markAttendance(hr, { slug, id }, marksOf(false, MONDAY), marksOf(true, MONDAY)));
	expect(await marks()).toEqual(people.map(() => [false, true]));
});

/** The fields of the sheet as a page shows them: what is stored, or what was chosen before a refusal. */
async function page(chosen: Readonly<Record<string, string>> = {}): Promise<FormData> {
	const word = (mark: boolean | null) => (mark === null ? '' : mark ? 'present' : 'absent');
	const seated = (await session()).participants ?? [];
	const stored = Object.fromEntries(
		seated.flatMap((one) =>
			[MONDAY, TUESDAY].map((day, at) => [`mark.${one.id}.${day}`, word(one.marks[at] ?? null)]),
		),
	);
	const form = new FormData();
	form.set('seen', JSON.stringify(stored));
	for (const [name, value_] of Object.entries({ ...stored, ...chosen })) form.set(name, value_);
	return form;
}
const send = async (form: FormData) =>
	codeOf(await markAttendance(hr, { slug, id }, marksIn(form) ?? [], seenMarks(form)));

it('keeps what only the other one marked, also when the same sheet is sent again after a clash', async () => {
	const [one = first(), two = first()] = people;
	const late = await page();
	const early = await page();
	early.set(`mark.${one}.${MONDAY}`, 'present');
	early.set(`mark.${one}.${TUESDAY}`, 'present');
	early.set(`mark.${two}.${MONDAY}`, 'present');
	expect(await send(early)).toBe('ok');
	late.set(`mark.${one}.${MONDAY}`, 'absent');
	late.set(`mark.${two}.${TUESDAY}`, 'present');
	expect(await send(late)).toBe('attendance/clash');
	// The page after the refusal: my two days as I chose them, the other days as they are stored.
	expect(chosenIn(late)).toEqual({
		[`mark.${one}.${MONDAY}`]: 'absent',
		[`mark.${two}.${TUESDAY}`]: 'present',
	});
	expect(await send(await page(chosenIn(late)))).toBe('ok');
	const marks = new Map((await session()).participants?.map((person) => [person.id, person.marks]));
	expect([marks.get(one), marks.get(two)]).toEqual([
		[false, true],
		[true, true],
	]);
});

it('takes a day back that only this sheet emptied, and what „everybody was present“ fills for a choice', async () => {
	value(await markAttendance(hr, { slug, id }, marksOf(true, MONDAY), []));
	const form = await page();
	form.set(`mark.${first()}.${MONDAY}`, '');
	expect(chosenIn(form)).toEqual({ [`mark.${first()}.${MONDAY}`]: '' });
	const all = await page();
	all.set('all', 'on');
	expect(chosenIn(all)).toEqual(
		Object.fromEntries(people.map((one) => [`mark.${one}.${TUESDAY}`, 'present'])),
	);
});

/** A downloaded sheet of the session with some cells changed. */
async function sheetWith(bytes: Uint8Array, change: (sheet: ExcelJS.Worksheet) => void) {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(bytes.slice().buffer);
	const [sheet] = workbook.worksheets;
	if (!sheet) throw new Error('no sheet');
	change(sheet);
	return { name: 'лист.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

it('puts a sheet from Excel together with what another marked meanwhile, and gives the days of both back to choose', async () => {
	const { bytes } = value(await exportAttendance(hr, { slug, id }, 'bg'));
	const key = first();
	const rowOf = (sheet: ExcelJS.Worksheet) => {
		const at = people.findIndex((_, which) => sheet.getRow(which + 2).getCell(1).value === key);
		return sheet.getRow(at + 2);
	};
	value(await markAttendance(hr, { slug, id }, [{ employeeId: key, day: TUESDAY, isPresent: true }], []));
	const marks = async () => (await session()).participants?.find((person) => person.id === key)?.marks;
	const monday = await sheetWith(bytes, (sheet) => (rowOf(sheet).getCell(3).value = 'да'));
	expect(value(await importAttendance(hr, { slug, id }, monday)).kind).toBe('taken');
	expect(await marks()).toEqual([true, true]);
	// The same old sheet now says otherwise of Tuesday, which stood empty on it.
	const tuesday = await sheetWith(bytes, (sheet) => (rowOf(sheet).getCell(4).value = 'не'));
	const refused = value(await importAttendance(hr, { slug, id }, tuesday));
	if (refused.kind !== 'wrong') throw new Error(refused.kind);
	expect([refused.cells, await marks()]).toEqual([1, [true, true]]);
	const again = await sheetWith(refused.marked, (sheet) => {
		expect(JSON.stringify(rowOf(sheet).getCell(4).note)).toContain('записано е „да“');
		expect(rowOf(sheet).getCell(5).value).toBe(`${MONDAY}+ ${TUESDAY}+`);
		rowOf(sheet).getCell(3).value = 'да';
	});
	expect(value(await importAttendance(hr, { slug, id }, again)).kind).toBe('taken');
	expect(await marks()).toEqual([true, false]);
});

it('refuses points over those that somebody else wrote meanwhile, and says which', async () => {
	value(await markAttendance(hr, { slug, id }, marksOf(true, MONDAY, TUESDAY), []));
	const score = { employeeId: first(), before: 8, after: 14, maximum: 20 };
	value(await saveScores(hr, { slug, id }, [score], []));
	const mine = { ...score, after: 16 };
	const refused = await saveScores(hr, { slug, id }, [mine], []);
	expect(!refused.ok && refused.error).toEqual({ code: 'evaluation/clash', theirs: score });
	value(await saveScores(hr, { slug, id }, [score], []));
	value(await saveScores(hr, { slug, id }, [mine], [score]));
	const seen = (await session()).participants?.find((person) => person.id === score.employeeId);
	expect(seen?.score?.after).toBe(16);
});

it('keeps one value of an indicator of a function', async () => {
	const effect = { indicator: 'Дял в срок, %', functionKey: 'el-hd-f23', isLowerBetter: false, note: '' };
	value(await saveEffect(hr, { slug, id }, { ...effect, before: 80, after: 84 }));
	const again = { ...effect, indicator: 'дял в срок, % ', before: 81, after: 90 };
	const refused = await saveEffect(hr, { slug, id }, again);
	expect(!refused.ok && refused.error).toEqual({
		...{ code: 'evaluation/effect-exists', before: 80, after: 84 },
	});
});

it('lets certificates follow a session to another last day, and says how many are to be issued again', async () => {
	value(await markAttendance(hr, { slug, id }, marksOf(true, MONDAY, TUESDAY), []));
	const municipality = await findMunicipalityBySlug(hr.db, slug);
	const issued = async () =>
		(await listCertificates(hr.db, municipality?.id ?? ('' as never)))
			.filter(({ employeeId, number }) => people.includes(employeeId) && number.startsWith('2026-'))
			.map(({ issuedOn }) => issuedOn);
	expect(await issued()).toEqual(people.map(() => '2026-03-10'));
	const revision = async () => (await session()).line.revision;
	const longer = { ...input, endsOn: isoDate('2026-03-11'), revision: await revision() };
	// Two of three days are less than three quarters: 2 < ceil(2.25) = 3, so the third decides.
	expect(value(await editSession(hr, { slug, id }, longer))).toBe(0);
	expect(await issued()).toEqual([]);
	expect((await session()).participants?.map(({ state }) => state)).toEqual(people.map(() => 'enrolled'));
	const back = { ...input, state: 'held' as const, revision: await revision() };
	value(await editSession(hr, { slug, id }, back));
	expect(await issued()).toEqual(people.map(() => '2026-03-10'));
	const saturday = { ...back, endsOn: isoDate('2026-03-14'), revision: await revision() };
	expect(codeOf(await editSession(hr, { slug, id }, saturday))).toBe('ok');
});

it('dates the register anew where everybody still took part', async () => {
	// Monday to Thursday, four days: three of them are three quarters, the last one decides nothing.
	const days = ['2026-03-09', '2026-03-10', '2026-03-11'].map(isoDate);
	const four = { ...input, endsOn: isoDate('2026-03-11'), revision: (await session()).line.revision };
	value(await editSession(hr, { slug, id }, four));
	value(await markAttendance(hr, { slug, id }, marksOf(true, ...days), []));
	const longer = { ...four, endsOn: isoDate('2026-03-12'), revision: (await session()).line.revision };
	expect(value(await editSession(hr, { slug, id }, longer))).toBe(people.length);
});
