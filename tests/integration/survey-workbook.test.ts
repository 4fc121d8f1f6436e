import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SurveyCampaignId } from '#lib/domain/workload/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listCampaignItems } from '#lib/server/queries/survey-item.ts';
import { listRespondents } from '#lib/server/queries/survey.ts';
import { listSurveyAnswers, listSurveyGroupShares } from '#lib/server/queries/survey-answer.ts';
import { makeQuestionnaire } from '#lib/server/services/survey-questionnaire.ts';
import { takeQuestionnaires, type ReturnOutcome } from '#lib/server/services/survey-return.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';
import { anOpenSurvey } from '#tests/support/survey-world.ts';

let at: Installation;
let ctx: Ctx;
let survey: { readonly slug: string; readonly id: string };
beforeEach(async () => {
	at = await anInstallation();
	ctx = await at.as('konsultant');
	({ at: survey } = await anOpenSurvey(ctx));
});
afterEach(() => at.close());

const respondents = () => listRespondents(ctx.db, survey.id as SurveyCampaignId);

/** The workbook of the unit, or of one person, as a program opens it. */
async function given(
	scope: { respondent: string } | { unit: string } = { unit: 'el-ut' },
): Promise<Workbook> {
	const made = await makeQuestionnaire(ctx, survey, scope);
	if (!made.ok) throw new Error(made.error.code);
	return opened(made.value.bytes);
}

async function opened(bytes: Uint8Array): Promise<Workbook> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
	return workbook;
}

async function bring(...workbooks: readonly Workbook[]): Promise<readonly ReturnOutcome[]> {
	const files = await Promise.all(
		workbooks.map(async (workbook, at) => ({
			name: `${at + 1}.xlsx`,
			bytes: new Uint8Array(await workbook.xlsx.writeBuffer()),
		})),
	);
	const taken = await takeQuestionnaires(ctx, survey, files);
	if (!taken.ok) throw new Error(taken.error.code);
	return taken.value;
}

const sheetsOf = (workbook: Workbook) =>
	workbook.worksheets.filter((sheet) => sheet.getCell('A2').value === 'ustroy-survey-1');
const firstSheet = (workbook: Workbook): Worksheet => sheetsOf(workbook)[0]!;

/** Rows of items begin here. */
const FIRST = 7;

function fill(sheet: Worksheet, ...shares: readonly (number | string)[]): void {
	shares.forEach((share, row) => (sheet.getCell(FIRST + row, 4).value = share));
}

const nobodyAnswered = async () =>
	(await ctx.db.selectFrom('survey_answer').select('item_id').where('layer', '=', 'own').execute()).length ===
	(await sampleAnswers());
const sampleAnswers = async () =>
	(
		await ctx.db
			.selectFrom('survey_answer')
			.innerJoin('survey_respondent', 'survey_respondent.id', 'survey_answer.respondent_id')
			.select('item_id')
			.where('layer', '=', 'own')
			.where('campaign_id', '!=', survey.id)
			.execute()
	).length;

describe('a questionnaire', () => {
	it('has a protected sheet for each person, with choices, a live check of the sum and hidden keys', async () => {
		const workbook = await given();
		const sheets = sheetsOf(workbook);
		expect(sheets).toHaveLength((await respondents()).length);
		const sheet = firstSheet(workbook);
		expect(sheet.getColumn(1).hidden).toBe(true);
		expect(sheet.getCell(FIRST, 4).protection.locked).toBe(false);
		expect(sheet.getCell(FIRST, 3).protection?.locked ?? true).toBe(true);
		expect(sheet.getCell('D4').formula).toMatch(/^SUM\(D7:D\d+\)$/);
		expect(sheet.getCell('D4').result).toBe(0);
		expect(sheet.getCell('E4').result).toBe('Остават 100 %');
		expect(sheet.getCell(FIRST, 7).dataValidation).toMatchObject({
			type: 'list',
			formulae: ['lists!$A$1:$A$4'],
		});
		expect(sheet.getCell(FIRST, 8).dataValidation).toMatchObject({
			type: 'list',
			formulae: ['lists!$B$1:$B$12'],
		});
		expect(workbook.getWorksheet('lists')?.state).toBe('veryHidden');
	});

	it('names nobody', async () => {
		const workbook = await given();
		const people = await ctx.db.selectFrom('employee').select('name').execute();
		const texts = JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
		expect(people.filter(({ name }) => texts.includes(name))).toEqual([]);
	});
});

describe('a questionnaire that comes back', () => {
	it('is handed in with its shares, range, participation, months, own work and free texts', async () => {
		const [person] = await respondents();
		const workbook = await given({ respondent: person!.id });
		const sheet = firstSheet(workbook);
		fill(sheet, 60, '12,5');
		sheet.getCell(FIRST, 5).value = 50;
		sheet.getCell(FIRST, 6).value = 70;
		sheet.getCell(FIRST, 7).value = sheet.workbook.getWorksheet('lists')!.getCell('A2').value;
		sheet.getCell(FIRST, 8).value = '3 – март';
		const items = (await listCampaignItems(ctx.db, survey.id as SurveyCampaignId)).filter(
			({ respondentId }) => respondentId === null,
		);
		const own = FIRST + items.length;
		sheet.getCell(own, 2).value = workbook.getWorksheet('lists')!.getCell('C1').value;
		sheet.getCell(own, 3).value = 'Дежурства по график';
		sheet.getCell(own, 4).value = 27.5;
		sheet.getCell(own + 5, 4).value = 'Чакане на становища';
		expect(await bring(workbook)).toEqual([
			{ file: '1.xlsx', kind: 'accepted', people: 1, empty: 0, passedOver: [] },
		]);
		const answers = await listSurveyAnswers(ctx.db, person!.id, 'own');
		expect(answers.map(({ share, low, high }) => [share, low, high])).toEqual([
			[0.6, 0.5, 0.7],
			[0.125, null, null],
			[0.275, null, null],
		]);
		// March is bit 2.
		expect(answers[0]).toMatchObject({ participation: 'participates', peakMonths: 4 });
		const now = (await respondents())[0];
		expect(now).toMatchObject({ state: 'submitted', channel: 'workbook', obstacles: 'Чакане на становища' });
		const groups = await listSurveyGroupShares(ctx.db, person!.id);
		expect(groups.reduce((sum, group) => sum + group.share, 0)).toBeCloseTo(1, 9);
	});

	it('may hold several people, of whom those who wrote nothing are passed over', async () => {
		const workbook = await given();
		const [first, second] = sheetsOf(workbook);
		fill(first!, 100);
		fill(second!, 40, 60);
		const count = (await respondents()).length;
		expect(await bring(workbook)).toEqual([
			{ file: '1.xlsx', kind: 'accepted', people: 2, empty: count - 2, passedOver: [] },
		]);
		expect((await respondents()).filter(({ state }) => state === 'submitted')).toHaveLength(2);
	});

	it('goes back with coloured cells and notes where something cannot be taken, and nothing of it is stored', async () => {
		const workbook = await given();
		const [first, second] = sheetsOf(workbook);
		fill(first!, -5, 'много', 50);
		first!.getCell(FIRST + 2, 5).value = 60;
		fill(second!, 100);
		const [outcome] = await bring(workbook);
		// Negative, text, least above the usual, and the sum.
		expect(outcome).toMatchObject({ kind: 'wrong', fields: 4 });
		expect(await nobodyAnswered()).toBe(true);
		if (outcome?.kind !== 'wrong') throw new Error('goes back');
		const back = await opened(outcome.marked.bytes);
		const sheet = firstSheet(back);
		expect(sheet.getCell(FIRST, 4).note).toMatch(/Отрицателно/);
		expect(sheet.getCell(FIRST + 1, 4).value).toBe('много');
		expect(sheet.getCell(FIRST + 1, 4).note).toMatch(/число/);
		expect(sheet.getCell(FIRST + 2, 5).note).toMatch(/Най-малкото/);
		expect(sheet.getCell('D4').note).toMatch(/липсват/);
		expect(sheet.getCell(FIRST, 4).fill).toMatchObject({ fgColor: { argb: 'FFF9E3E0' } });
		// What the others wrote is in it too, so that the file can be corrected and brought again.
		fill(sheet, 50, 50, 0);
		sheet.getCell(FIRST + 2, 5).value = null;
		expect(await bring(back)).toMatchObject([{ kind: 'accepted', people: 2 }]);
	});

	it.each([
		{ sum: 97.9, kind: 'wrong' },
		{ sum: 98, kind: 'accepted' },
		{ sum: 102, kind: 'accepted' },
		{ sum: 102.1, kind: 'wrong' },
	])('with a sum of $sum % and a tolerance of 2 % is $kind', async ({ sum, kind }) => {
		const workbook = await given();
		fill(firstSheet(workbook), sum - 40, 40);
		expect((await bring(workbook))[0]?.kind).toBe(kind);
	});

	it('of another survey, with an edited key, a key of somebody else or deleted rows is told so, and nothing is stored', async () => {
		const { at: other } = await anOpenSurvey(ctx, { units: ['el-va'] });
		const foreign = await makeQuestionnaire(ctx, other, { unit: 'el-va' });
		const otherBook = await opened(foreign.ok ? foreign.value.bytes : new Uint8Array());
		fill(firstSheet(otherBook), 100);
		const [edited, exchanged, cut, sheetCut, listsCut, strange] = await Promise.all([
			given(),
			given(),
			given(),
			given(),
			given(),
			Promise.resolve(new ExcelJS.Workbook()),
		]);
		fill(firstSheet(edited), 100);
		firstSheet(edited).getCell('A1').value =
			`${String(firstSheet(edited).getCell('A1').value).slice(0, -1)}_`;
		const [one, two] = sheetsOf(exchanged);
		fill(one!, 100);
		one!.getCell(FIRST, 1).value = two!.getCell(FIRST, 1).value;
		fill(firstSheet(cut), 100);
		firstSheet(cut).spliceRows(FIRST + 1, 1);
		fill(firstSheet(sheetCut), 100);
		sheetCut.removeWorksheet(sheetsOf(sheetCut)[1]!.id);
		fill(firstSheet(listsCut), 100);
		listsCut.removeWorksheet('lists');
		strange.addWorksheet('Лист').getCell('A1').value = 'нещо';
		const outcomes = await bring(otherBook, edited, exchanged, cut, sheetCut, listsCut, strange);
		const codes = outcomes.map((outcome) =>
			outcome.kind === 'refused' ? outcome.problems.map(({ code }) => code)[0] : outcome.kind,
		);
		expect(codes).toEqual([
			'survey/other-campaign',
			'survey/edited-key',
			'survey/edited-key',
			'survey/rows-missing',
			'survey/sheets-missing',
			'survey/sheets-missing',
			'survey/no-sheets',
		]);
		expect((await respondents()).filter(({ state }) => state === 'submitted')).toEqual([]);
	});

	it('brought twice, or after the link was used, is told that the answer is handed in', async () => {
		const workbook = await given();
		fill(firstSheet(workbook), 100);
		const [first, again] = await bring(workbook, workbook);
		expect(first?.kind).toBe('accepted');
		expect(again).toMatchObject({ kind: 'refused', problems: [{ code: 'survey/handed-in' }] });
		// The empty sheet of somebody who answered already keeps nobody else's from being taken in.
		const rest = await given();
		fill(sheetsOf(rest)[1]!, 100);
		expect(await bring(rest)).toMatchObject([{ kind: 'accepted', people: 1 }]);
	});

	it('with sheets of people who handed in already is taken for the others, and those are listed', async () => {
		const workbook = await given();
		fill(firstSheet(workbook), 100);
		await bring(workbook);
		const [first, second] = sheetsOf(workbook);
		fill(first!, 50, 50);
		fill(second!, 100);
		const count = (await respondents()).length;
		expect(await bring(workbook)).toEqual([
			{ file: '1.xlsx', kind: 'accepted', people: 1, empty: count - 2, passedOver: [first!.name] },
		]);
		const [person] = await respondents();
		const stands = await listSurveyAnswers(ctx.db, person!.id, 'own');
		expect(stands.map(({ share }) => share)).toEqual([1]);
	});

	it('with the keys of two rows exchanged is refused, as time would count for other work', async () => {
		const workbook = await given();
		const sheet = firstSheet(workbook);
		fill(sheet, 60, 40);
		const [one, two] = [sheet.getCell(FIRST, 1).value, sheet.getCell(FIRST + 1, 1).value];
		sheet.getCell(FIRST, 1).value = two;
		sheet.getCell(FIRST + 1, 1).value = one;
		expect(await bring(workbook)).toMatchObject([
			{
				kind: 'refused',
				problems: [
					{ code: 'survey/other-text', row: FIRST },
					{ code: 'survey/other-text', row: FIRST + 1 },
				],
			},
		]);
		expect(await nobodyAnswered()).toBe(true);
	});

	it('that is no workbook at all is refused by itself, beside one that is taken', async () => {
		const workbook = await given();
		fill(firstSheet(workbook), 100);
		const good = new Uint8Array(await workbook.xlsx.writeBuffer());
		const taken = await takeQuestionnaires(ctx, survey, [
			{ name: 'писмо.xlsx', bytes: new TextEncoder().encode('Уважаеми колеги') },
			{ name: 'празен.xlsx', bytes: new Uint8Array() },
			{ name: 'добър.xlsx', bytes: good },
		]);
		expect(taken).toMatchObject({
			value: [
				{ kind: 'unreadable', code: 'file/not-a-workbook' },
				{ kind: 'unreadable', code: 'file/empty' },
				{ kind: 'accepted' },
			],
		});
	});

	it('is the organiser’s business alone', async () => {
		for (const username of ['hr-elena', 'rakovoditel-elena']) {
			const other = await at.as(username);
			expect(await makeQuestionnaire(other, survey, { unit: 'el-ut' })).toMatchObject({
				error: { code: 'access/forbidden' },
			});
			expect(await takeQuestionnaires(other, survey, [])).toMatchObject({
				error: { code: 'access/forbidden' },
			});
		}
	});

	it('comes by workbook also where the seat moved on while the file was read', async () => {
		const workbook = await given();
		fill(firstSheet(workbook), 60, 40);
		const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
		at.database.raw.exec("update survey_respondent set channel = 'link'");
		/** Somebody extends the links just before the answers are written. */
		const db = new Proxy(ctx.db, {
			get(target, name) {
				if (name === 'transaction')
					at.database.raw.exec('update survey_respondent set revision = revision + 1');
				const value: unknown = Reflect.get(target, name, target);
				return typeof value === 'function' ? value.bind(target) : value;
			},
		});
		const taken = await takeQuestionnaires({ ...ctx, db }, survey, [{ name: '1.xlsx', bytes }]);
		expect(taken).toMatchObject({ value: [{ kind: 'accepted', people: 1 }] });
		expect((await respondents()).filter(({ channel }) => channel === 'workbook')).toHaveLength(1);
	});
});
