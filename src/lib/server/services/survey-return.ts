import { ok, share, type Result } from '#lib/domain/shared/index.ts';
import type { FileRefusalCode, Grid } from '#lib/domain/imports/index.ts';
import {
	isHandedIn,
	sumShares,
	type SurveyAnswer,
	type SurveyGroupShare,
	type SurveyItemId,
	type SurveyRespondent,
} from '#lib/domain/workload/index.ts';
import type { Ctx, Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { readSurveyFiles } from '../jobs/survey.ts';
import { changeSeat, findRespondent } from '../queries/survey.ts';
import {
	deleteOwnItem,
	insertOwnItem,
	listSurveyItems,
	saveSurveyAnswers,
	saveSurveyGroupShares,
} from '../queries/survey-answer.ts';
import { findSurveyCampaign, updateRespondent } from '../queries/survey-respondent.ts';
import { insertSurveyEvents } from '../queries/survey-event.ts';
import { auditSurvey, openSurvey, type OpenSurvey, type SurveyAddress } from './survey-open.ts';
import { itemsOf, readSource, type QuestionnaireSource } from './survey-questionnaire.ts';
import { findSheets, type ReturnedSheet, type SheetProblem } from './survey-return-read.ts';
import { readValues, type SheetValues } from './survey-return-values.ts';
import { keepBegun } from './survey-return-begun.ts';
import { markedReturn, type MarkedReturn } from './survey-return-marked.ts';

export interface BroughtQuestionnaire {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** What became of one file: taken in whole, or not at all and given back with what is wrong in it. */
export type ReturnOutcome = { readonly file: string } & (
	| {
			readonly kind: 'accepted';
			readonly people: number;
			readonly empty: number;
			/** Sheets that were filled though their answers are handed in already; those stand. */
			readonly passedOver: readonly string[];
	  }
	| { readonly kind: 'unreadable'; readonly code: FileRefusalCode }
	/** Sheets and keys are not as they were given out. */
	| {
			readonly kind: 'refused';
			readonly problems: readonly SheetProblem[];
			readonly marked: MarkedReturn | null;
	  }
	/** Fields that cannot be taken; they are coloured in the file that goes back. */
	| { readonly kind: 'wrong'; readonly fields: number; readonly marked: MarkedReturn }
	/** People who are answering by their links; nothing is taken in until it is said that the file takes their place. */
	| { readonly kind: 'asks'; readonly sheets: readonly string[] }
	| { readonly kind: 'empty' }
	/** The survey was closed while the file was read. */
	| { readonly kind: 'closed' }
);

export type ReturnRefusal =
	| Refused
	| { readonly code: 'survey/wrong-state'; readonly state: string }
	| { readonly code: 'survey/too-many-files'; readonly most: number };

export const MOST_FILES = 60;

/**
 * Takes questionnaires in that came back, one or many at once; each file by itself, in the order given. Over answers that
 * were begun by the link a file is only taken with `replaces`, and then they are kept beside it.
 */
export async function takeQuestionnaires(
	ctx: Ctx,
	address: SurveyAddress,
	files: readonly BroughtQuestionnaire[],
	{ replaces = false }: { readonly replaces?: boolean } = {},
): Promise<Result<readonly ReturnOutcome[], ReturnRefusal>> {
	const opened = await openSurvey(ctx, address, 'survey.manage');
	if (!opened.ok) return opened;
	const open = opened.value;
	if (open.campaign.state !== 'open')
		return { ok: false, error: { code: 'survey/wrong-state', state: open.campaign.state } };
	if (files.length > MOST_FILES)
		return { ok: false, error: { code: 'survey/too-many-files', most: MOST_FILES } };
	const readings = await readSurveyFiles(files);
	const outcomes: ReturnOutcome[] = [];
	for (const [at, { name }] of files.entries()) {
		const reading = readings[at];
		if (!reading) continue;
		outcomes.push(
			reading.ok
				? { file: name, ...(await takeFile(ctx, open, reading.value.sheets, replaces)) }
				: { file: name, kind: 'unreadable', code: reading.error },
		);
	}
	return ok(outcomes);
}

type Taken = ReturnOutcome extends infer Outcome
	? Outcome extends unknown
		? Omit<Outcome, 'file'>
		: never
	: never;

async function takeFile(
	ctx: Ctx,
	open: OpenSurvey,
	grids: readonly Grid[],
	replaces: boolean,
): Promise<Taken> {
	const source = await readSource(ctx, open);
	const { sheets, problems } = findSheets(grids, source);
	if (problems.length > 0)
		return { kind: 'refused', problems, marked: await markedReturn(ctx, { grids, problems }) };
	const read = sheets.map((sheet) => ({ sheet, values: readValues(sheet, source) }));
	const filled = read.filter(({ values }) => !values.isEmpty);
	if (filled.length === 0) return { kind: 'empty' };
	const again = filled.filter(({ sheet }) => isHandedIn(sheet.respondent)).map(({ sheet }) => sheet.name);
	const fresh = filled.filter(({ sheet }) => !isHandedIn(sheet.respondent));
	if (fresh.length === 0) {
		const refusals = again.map((sheet) => ({ code: 'survey/handed-in' as const, sheet }));
		const marked = await markedReturn(ctx, { grids, problems: refusals });
		return { kind: 'refused', problems: refusals, marked };
	}
	const fields = fresh.reduce(
		(sum, { values }) => sum + values.marks.length + (values.sum === null ? 0 : 1),
		0,
	);
	const begun = fresh.filter(({ sheet }) => isBegunByLink(sheet.respondent)).map(({ sheet }) => sheet.name);
	if (fields === 0 && begun.length > 0 && !replaces) return { kind: 'asks', sheets: begun };
	if (fields > 0) return { kind: 'wrong', fields, marked: await markedReturn(ctx, { source, read }) };
	const late: string[] = [];
	const isOpen = await ctx.db.transaction().execute(async (tx) => {
		if ((await findSurveyCampaign(tx, open.campaign.id))?.state !== 'open') return false;
		for (const { sheet, values } of fresh)
			if (!(await store(ctx, tx, { open, source, sheet, values }))) late.push(sheet.name);
		return true;
	});
	if (!isOpen) return { kind: 'closed' };
	return {
		kind: 'accepted',
		people: fresh.length - late.length,
		empty: read.length - filled.length,
		passedOver: [...again, ...late],
	};
}

/** Answering by the link now, or answers that were given back to the person there. */
function isBegunByLink({ channel, state }: SurveyRespondent): boolean {
	return channel === 'link' && (state === 'in-progress' || state === 'returned');
}

interface Filled {
	readonly open: OpenSurvey;
	readonly source: QuestionnaireSource;
	readonly sheet: ReturnedSheet;
	readonly values: SheetValues;
}

/** Puts a sheet in the place of what the person had answered, and hands it in; false where it was handed in meanwhile. */
async function store(ctx: Ctx, tx: Tx, filled: Filled): Promise<boolean> {
	const { open, source, sheet, values } = filled;
	const { respondent } = sheet;
	const of = { campaignId: open.campaign.id, respondentId: respondent.id };
	const seat = (await findRespondent(tx, { campaignId: of.campaignId, id: respondent.id })) ?? respondent;
	if (isHandedIn(seat)) return false;
	if (isBegunByLink(seat)) await keepBegun(ctx, tx, open, seat);
	for (const item of await listSurveyItems(tx, of))
		if (item.respondentId !== null) await deleteOwnItem(tx, { respondentId: respondent.id, itemId: item.id });
	const ids = new Map<string, SurveyItemId>();
	for (const [sort, stated] of values.own.entries()) {
		const id = ctx.newId() as SurveyItemId;
		ids.set(stated.what, id);
		const { groupKey, text } = stated;
		await insertOwnItem(tx, { ...of, id, unitKey: respondent.unitKey, groupKey, text, sort });
	}
	const answers = values.answers.map((answer) => ({
		...answer,
		itemId: ids.get(answer.itemId) ?? answer.itemId,
	}));
	await saveSurveyAnswers(tx, { respondentId: respondent.id, layer: 'own' }, answers);
	await saveSurveyAnswers(tx, { respondentId: respondent.id, layer: 'validated' }, []);
	await saveSurveyGroupShares(tx, respondent.id, groupShares(source, sheet, values));
	await changeSeat(tx, seat, { channel: 'workbook' });
	const now = ctx.clock.now();
	const { obstacles, systems } = values;
	const handedIn = { state: 'submitted', measure: 'percent', submittedAt: now, startedAt: now } as const;
	await updateRespondent(tx, respondent.id, { obstacles, systems, ...handedIn });
	const event = { respondentId: respondent.id, comment: null, madeAt: now, madeBy: open.actor.userId };
	await insertSurveyEvents(tx, [
		{ ...event, id: ctx.newId(), kind: 'workbook-read' },
		{ ...event, id: ctx.newId(), kind: 'submitted' },
	]);
	const after = { respondent: respondent.id };
	await auditSurvey(ctx, tx, open, { action: 'survey.workbook-read', before: null, after });
	return true;
}

/** The time of each area is what its items sum to, so that the page of the person agrees with the sheet. */
function groupShares(
	source: QuestionnaireSource,
	{ respondent }: ReturnedSheet,
	{ answers, own }: SheetValues,
): readonly SurveyGroupShare[] {
	const groupOf = new Map<string, string>([
		...itemsOf(source, respondent).map(({ id, groupKey }) => [id, groupKey] as const),
		...own.map(({ what, groupKey }) => [what, groupKey] as const),
	]);
	const parts: ReadonlyMap<string, readonly SurveyAnswer[]> = Map.groupBy(
		answers,
		({ itemId }) => groupOf.get(itemId) ?? '',
	);
	return [...parts].map(([groupKey, list]) => ({
		groupKey,
		share: share(Math.min(1, sumShares(list.map((answer) => answer.share)))),
		isLocked: false,
	}));
}
