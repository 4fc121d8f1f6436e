import ExcelJS from 'exceljs';
import type { SurveyCampaignId } from '#lib/domain/workload/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listRespondents } from '#lib/server/queries/survey.ts';
import { listAskableUnits } from '#lib/server/services/survey-campaign.ts';
import { makeQuestionnaire } from '#lib/server/services/survey-questionnaire.ts';
import { takeQuestionnaires, type BroughtQuestionnaire } from '#lib/server/services/survey-return.ts';
import { anInstallation } from '#tests/support/installation.ts';
import { anOpenSurvey } from '#tests/support/survey-world.ts';
import { ms, timeOf, type BenchRow } from './measure.ts';

const FILES = 40;
const AIM_MS = 10_000;
/** Where the percentages of a questionnaire begin. */
const [FIRST_ROW, SHARE_COLUMN] = [7, 4];

/** Forty filled questionnaires taken in at once: reading, checking and storing all of them (issue of the surveys). */
export async function benchSurvey(): Promise<readonly BenchRow[]> {
	const at = await anInstallation();
	try {
		const ctx = await at.as('konsultant');
		const { survey, files } = await filledQuestionnaires(ctx);
		const taken = await timeOf(async () => {
			const result = await takeQuestionnaires(ctx, survey, files);
			const accepted = result.ok ? result.value.filter(({ kind }) => kind === 'accepted').length : 0;
			if (accepted !== FILES) throw new Error(`${accepted} of ${FILES} questionnaires were taken in`);
		});
		return [
			{
				what: `${FILES} questionnaires in Excel taken in at once`,
				measured: ms(taken),
				aim: ms(AIM_MS),
				isMet: taken <= AIM_MS,
			},
		];
	} finally {
		await at.close();
	}
}

async function filledQuestionnaires(ctx: Ctx) {
	const units = await listAskableUnits(ctx, { slug: 'elena' });
	const chosen = units.ok
		? units.value.filter(({ isSuggested }) => isSuggested).map(({ key }) => key as string)
		: [];
	const { at: survey } = await anOpenSurvey(ctx, { units: chosen });
	const people = (await listRespondents(ctx.db, survey.id as SurveyCampaignId)).slice(0, FILES);
	const files: BroughtQuestionnaire[] = [];
	for (const { id } of people) {
		const made = await makeQuestionnaire(ctx, survey, { respondent: id });
		if (!made.ok) throw new Error(made.error.code);
		files.push({ name: `${files.length + 1}.xlsx`, bytes: await filled(made.value.bytes) });
	}
	return { survey, files };
}

async function filled(bytes: Uint8Array): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
	const sheet = workbook.worksheets.find((one) => one.getCell('A2').value === 'ustroy-survey-1');
	[70, 30].forEach((share, row) => {
		if (sheet) sheet.getCell(FIRST_ROW + row, SHARE_COLUMN).value = share;
	});
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}
