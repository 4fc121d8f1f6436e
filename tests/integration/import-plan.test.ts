import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { eurCents } from '#lib/domain/shared/index.ts';
import { bringFile } from '#lib/server/services/import-upload.ts';
import { applyImport } from '#lib/server/services/import-apply.ts';
import { undoImport } from '#lib/server/services/import-undo.ts';
import { exportTrainingPlan } from '#lib/server/services/export-training.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { saveCourse } from '#lib/server/services/training-course.ts';
import { readPlanPage } from '#lib/server/services/training-plan-view.ts';
import { createPlan, movePlan, openPlan } from '#lib/server/services/training-plan.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import type { SheetSpec } from '#tests/support/awkward.ts';
import { apply, bring, LABEL, planned } from '#tests/support/import-run.ts';
import { at, codeOf, hr, slug, value } from '#tests/support/training-world.ts';

const HEAD = ['№', 'Тема', 'Вид', 'Брой участници', 'Месец', 'Цена на участник', 'Обучител'];
const sheetOf = (...rows: readonly (readonly (string | number)[])[]): SheetSpec => ({
	name: 'План',
	rows: [['План за обучение на служителите през 2027 г.'], HEAD, ...rows.map((row, at) => [at + 1, ...row])],
});
const lines = async (year = 2027) => value(await openPlan(hr, slug, year)).items;
const course = async () => {
	const found = value(await openPlan(hr, slug, 2027)).courses.find(({ key }) => key === 'zop-adv');
	if (!found) throw new Error('no course');
	return found.title.bg;
};

it('takes an external plan in, every row accounted for, and takes it back', async () => {
	const title = await course();
	const id = await bring(
		hr,
		sheetOf(
			[title, 'професионално развитие', 12, 'март', '60,50', 'Академия'],
			['Курс, който никой не знае', 'професионално развитие', 5, 'април', 10, ''],
			[title, 'професионално развитие', -3, 'май', 10, ''],
		),
	);
	const { plan } = await planned(hr, id);
	expect(plan.counts).toEqual({ rowsIn: 3, accepted: 1, corrected: 0, skipped: 2, withErrors: 2 });
	expect(await apply(hr, id)).toEqual({ ok: true, value: { versionId: null } });
	expect(await lines()).toMatchObject([
		{ courseKey: 'zop-adv', openSeats: 12, quarter: 1, pricePerPerson: 6050, provider: 'Академия' },
	]);
	expect(value(await openPlan(hr, slug, 2027)).plan?.state).toBe('draft');
	expect(await undoImport(hr, slug, id)).toEqual({ ok: true, value: null });
	expect(value(await openPlan(hr, slug, 2027)).plan).toBeUndefined();
});

it('takes the own workbook back: what was changed in it, and nothing else', async () => {
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await createPlan(hr, slug, 2027));
	value(await addSuggested(hr, slug, 2027, { key: null, funding: 'local', responsible: 'ЧР' }));
	const before = await lines();
	const file = value(await exportTrainingPlan(hr, { slug, year: 2027 }, 'bg'));
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(file.bytes.slice().buffer);
	for (const sheet of [...workbook.worksheets]) if (sheet.name !== 'План') workbook.removeWorksheet(sheet.id);
	const bytes = async () => new Uint8Array(await workbook.xlsx.writeBuffer());
	const same = value(await bringFile(hr, slug, { name: 'план.xlsx', bytes: await bytes() }));
	const untouched = await planned(hr, same);
	expect(untouched.plan.changes).toEqual([]);
	expect(untouched.plan.counts).toMatchObject({ accepted: before.length, corrected: 0, withErrors: 0 });

	const plan = workbook.getWorksheet('План');
	const heading = plan && rowWith(plan, '№');
	if (!plan || !heading) throw new Error('no plan');
	plan.getCell(heading + 1, columnOf(plan, heading, 'Място')).value = 'Габрово';
	const changed = value(await bringFile(hr, slug, { name: 'план.xlsx', bytes: await bytes() }));
	value(await apply(hr, changed));
	const after = await lines();
	expect(after.map(({ place: _place, revision: _revision, ...line }) => line)).toEqual(
		before.map(({ place: _place, revision: _revision, ...line }) => line),
	);
	expect(after.filter(({ place }) => place === 'Габрово')).toHaveLength(1);
	expect(await undoImport(hr, slug, changed)).toEqual({ ok: true, value: null });
	expect((await lines()).map(({ place }) => place)).toEqual(before.map(({ place }) => place));
});

it('opens the needs of a line again that the workbook calls cancelled, and settles them when it is taken back', async () => {
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await createPlan(hr, slug, 2027));
	value(await addSuggested(hr, slug, 2027, { key: null, funding: 'local', responsible: 'ЧР' }));
	const states = () => at.database.raw.prepare('select state from training_need order by id').pluck().all();
	const before = states();
	const file = value(await exportTrainingPlan(hr, { slug, year: 2027 }, 'bg'));
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(file.bytes.slice().buffer);
	for (const sheet of [...workbook.worksheets]) if (sheet.name !== 'План') workbook.removeWorksheet(sheet.id);
	const plan = workbook.getWorksheet('План');
	const heading = plan && rowWith(plan, '№');
	if (!plan || !heading) throw new Error('no plan');
	const state = columnOf(plan, heading, 'Статус');
	plan.getCell(heading + 1, state).value = 'отменено';
	const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
	const id = value(await bringFile(hr, slug, { name: 'план.xlsx', bytes }));
	value(await apply(hr, id));
	expect((await lines())[0]?.state).toBe('cancelled');
	expect(states()).not.toEqual(before);
	value(await undoImport(hr, slug, id));
	expect(states()).toEqual(before);
});

it('keeps a plan of a past year out, and what others may not import', async () => {
	const title = await course();
	const rows = (month: string) => sheetOf([title, 'професионално развитие', 12, month, 10, '']);
	const old = await planned(hr, await bring(hr, rows('март 2024')));
	expect(old.plan.sheets[0]?.outcomes[0]?.problems).toMatchObject([
		{ field: 'planYear', code: 'imports/past-year', detail: '2024' },
	]);
	value(await createPlan(hr, slug, 2027));
	value(await movePlan(hr, slug, { year: 2027, state: 'closed', revision: 1 }));
	const closed = await planned(hr, await bring(hr, rows('март')));
	expect(closed.plan.sheets[0]?.outcomes[0]?.problems).toMatchObject([{ code: 'imports/plan-closed' }]);
	const consultant = await at.as('konsultant');
	const others = await bring(consultant, rows('март'));
	expect((await planned(consultant, others)).plan.sheets[0]?.outcomes[0]?.reason).toBe('not-allowed');
	expect(codeOf(await apply(consultant, others))).toBe('imports/nothing-to-do');
});

it('changes an approved plan only with a reason, which stands on the page of the plan', async () => {
	value(await createPlan(hr, slug, 2027));
	value(await movePlan(hr, slug, { year: 2027, state: 'approved', revision: 1 }));
	const id = await bring(hr, sheetOf([await course(), 'професионално развитие', 12, 'март', 10, '']));
	expect(await apply(hr, id)).toEqual({
		ok: false,
		error: { code: 'imports/reason-needed', years: [2027] },
	});
	expect(await lines()).toEqual([]);
	const { mark } = await planned(hr, id);
	value(await applyImport(hr, { slug, id, mark, reason: 'Нова таблица от ИПА' }, LABEL));
	expect(await lines()).toHaveLength(1);
	const { changes } = value(await readPlanPage(hr, slug, 2027));
	expect(changes).toMatchObject([{ what: 'brought', file: 'щат.xlsx', reason: 'Нова таблица от ИПА' }]);
});

it('asks no reason for the plan of a year that is still a draft', async () => {
	value(await createPlan(hr, slug, 2028));
	value(await movePlan(hr, slug, { year: 2028, state: 'approved', revision: 1 }));
	value(await createPlan(hr, slug, 2027));
	const id = await bring(hr, sheetOf([await course(), 'професионално развитие', 12, 'март 2027', 10, '']));
	expect(codeOf(await apply(hr, id))).toBe('ok');
});

it('knows a course as soon as it stands in the catalogue', async () => {
	const id = await bring(hr, sheetOf(['Киберхигиена', 'професионално развитие', 12, 'март', 10, '']));
	expect((await planned(hr, id)).plan.counts).toMatchObject({ accepted: 0, withErrors: 1 });
	const competency = value(await openPlan(hr, slug, 2027)).competencies[0];
	if (!competency) throw new Error('no competency');
	const stated = {
		...({ title: 'Киберхигиена', competencyKey: competency.key, levelTo: 3, provider: 'ИПА' } as const),
		...({ form: 'distance', hours: 6, pricePerPerson: eurCents(1000), places: 20 } as const),
	};
	value(await saveCourse(hr, { slug, key: null, revision: null }, stated, 'ръчно'));
	expect((await planned(hr, id)).plan.counts).toMatchObject({ accepted: 1, withErrors: 0 });
});

it('says what rests on a line that an import made, instead of taking it back', async () => {
	const id = await bring(hr, sheetOf([await course(), 'професионално развитие', 12, 'март', 10, '']));
	value(await apply(hr, id));
	value(await movePlan(hr, slug, { year: 2027, state: 'approved', revision: 1 }));
	const refused = await undoImport(hr, slug, id);
	expect(refused).toMatchObject({
		ok: false,
		error: { code: 'imports/undo-blocked', blocks: [{ entity: 'training-plan', reason: 'changed-since' }] },
	});
});

function rowWith(sheet: ExcelJS.Worksheet, text: string): number | undefined {
	for (let row = 1; row < 20; row++) if (sheet.getCell(row, 1).value === text) return row;
	return undefined;
}

function columnOf(sheet: ExcelJS.Worksheet, row: number, title: string): number {
	for (let column = 1; column < 25; column++)
		if (String(sheet.getCell(row, column).value).startsWith(title)) return column;
	throw new Error(`no column ${title}`);
}
