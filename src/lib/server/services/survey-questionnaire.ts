import { createHmac } from 'node:crypto';
import { NOTE_KEYS, OWN_ROWS, ownKey } from '#exports/survey/layout.ts';
import type { QuestionnaireRow, QuestionnaireSheet } from '#exports/survey/sheet-model.ts';
import { questionnaireWorkbook } from '#exports/survey/workbook.ts';
import { questionnaireFileName, questionnaireWords, sheetWords } from '#exports/survey/words.ts';
import { WORKBOOK_TYPE } from '#exports/shared/file-name.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type Result } from '#lib/domain/shared/index.ts';
import type { SurveyCampaign, SurveyRespondent } from '#lib/domain/workload/index.ts';
import { transact, type Ctx, type Refused } from '../context.ts';
import { fileOf, type WorkbookFile } from './export-file.ts';
import { listPolicyAreas } from '../queries/legal.ts';
import { changeSeat, listRespondents } from '../queries/survey.ts';
import { listCampaignItems, type CampaignItem } from '../queries/survey-item.ts';
import { insertSurveyEvents } from '../queries/survey-event.ts';
import {
	auditSurvey,
	inUnitOrder,
	openSurvey,
	seatWords,
	type OpenSurvey,
	type SurveyAddress,
} from './survey-open.ts';

/** What the questionnaires of a campaign are made of, read once. */
export interface QuestionnaireSource {
	readonly open: OpenSurvey;
	readonly respondents: readonly SurveyRespondent[];
	readonly items: readonly CampaignItem[];
	readonly areas: ReadonlyMap<string, LocalText>;
}

export async function readSource(ctx: Ctx, open: OpenSurvey): Promise<QuestionnaireSource> {
	const { id } = open.campaign;
	return {
		open,
		respondents: inUnitOrder(open, await listRespondents(ctx.db, id)),
		items: (await listCampaignItems(ctx.db, id)).filter(({ respondentId }) => respondentId === null),
		areas: new Map((await listPolicyAreas(ctx.db)).map(({ key, name }) => [key, name])),
	};
}

export type QuestionnaireRefusal =
	| Refused
	| { readonly code: 'survey/wrong-state'; readonly state: SurveyCampaign['state'] }
	| { readonly code: 'survey/nobody' };

/** The questionnaires of one person or of a unit, a sheet for each person; that they were given out is noted. */
export async function makeQuestionnaire(
	ctx: Ctx,
	address: SurveyAddress,
	scope: { readonly respondent: string } | { readonly unit: string },
): Promise<Result<WorkbookFile, QuestionnaireRefusal>> {
	const issued = await issue(ctx, address, scope);
	if (!issued.ok) return issued;
	const { source, chosen } = issued.value;
	const { campaign } = source.open;
	const sheets = chosen.map((one) => blankSheet(source, one));
	const bytes = await questionnaireBytes(ctx, source, sheets);
	const place = 'unit' in scope ? unitName(source, chosen) : (sheets[0]?.name ?? '');
	return ok(fileOf(bytes, questionnaireFileName(campaign, place), WORKBOOK_TYPE));
}

/** Notes who is given a questionnaire; people are asked as long as the survey is open. */
function issue(
	ctx: Ctx,
	address: SurveyAddress,
	scope: { readonly respondent: string } | { readonly unit: string },
): Promise<Result<Issued, QuestionnaireRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<Issued, QuestionnaireRefusal>> => {
		const opened = await openSurvey(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		const open = opened.value;
		const { state } = open.campaign;
		if (state !== 'open') return err({ code: 'survey/wrong-state', state });
		const source = await readSource(inside, open);
		const chosen = source.respondents.filter((one) =>
			'unit' in scope ? one.unitKey === scope.unit : one.id === scope.respondent,
		);
		if (chosen.length === 0) return err({ code: 'survey/nobody' });
		for (const one of chosen.filter((seat) => seat.state === 'not-started'))
			await changeSeat(tx, one, { channel: 'workbook' });
		const made = { comment: null, madeAt: ctx.clock.now(), madeBy: open.actor.userId };
		await insertSurveyEvents(
			tx,
			chosen.map(({ id }) => ({ ...made, kind: 'workbook-issued', id: ctx.newId(), respondentId: id })),
		);
		const after = { seats: chosen.map(({ id }) => id) };
		await auditSurvey(ctx, tx, open, { action: 'survey.workbook-issued', before: null, after });
		return ok({ source, chosen });
	});
}

interface Issued {
	readonly source: QuestionnaireSource;
	readonly chosen: readonly SurveyRespondent[];
}

/** The workbook of some sheets, with the lists that they choose from. */
export function questionnaireBytes(
	ctx: Pick<Ctx, 'clock'>,
	source: QuestionnaireSource,
	sheets: readonly QuestionnaireSheet[],
): Promise<Uint8Array> {
	const words = questionnaireWords(source.open.campaign, groupNames(source));
	return questionnaireWorkbook({ createdAt: ctx.clock.now(), words, sheets });
}

/** The sheet of a person with nothing in it. */
export function blankSheet(source: QuestionnaireSource, respondent: SurveyRespondent): QuestionnaireSheet {
	const { open, respondents } = source;
	const seat = seatWords(open, respondents)(respondent);
	const unit = open.lookup.unitByKey.get(respondent.unitKey)?.name ?? { bg: respondent.unitKey, en: null };
	const words = sheetWords({
		campaign: open.campaign,
		municipality: open.municipality.name,
		unit,
		seat,
		respondent,
	});
	const key = (what: string) => `${what}.${checksum(open.campaign, respondent, what)}`;
	const areaOf = (item: CampaignItem) =>
		words.local(source.areas.get(item.groupKey) ?? { bg: item.groupKey, en: null });
	const rows: readonly QuestionnaireRow[] = [
		...itemsOf(source, respondent).map((item) => ({
			...EMPTY,
			kind: 'item' as const,
			key: key(item.id),
			group: areaOf(item),
			text: words.local(item.text),
		})),
		...Array.from({ length: OWN_ROWS }, (_, at) => ({
			...EMPTY,
			kind: 'own' as const,
			key: key(ownKey(at + 1)),
		})),
		...NOTE_KEYS.map((what) => ({
			...EMPTY,
			kind: 'note' as const,
			key: key(what),
			text: words.notes[what],
		})),
	];
	return {
		name: words.name,
		key: sheetKey(open.campaign, respondent),
		...{ title: words.title, about: words.about, privacy: words.privacy },
		rows,
		sumMark: null,
		tolerance: Math.round(open.campaign.tolerance * 10_000) / 100,
	};
}

const EMPTY = { group: '', text: '', values: {}, marks: {} } as const;

/** Items that stand on the sheet of a person: those of the own unit and everybody's. */
export function itemsOf(
	{ items }: QuestionnaireSource,
	{ unitKey }: SurveyRespondent,
): readonly CampaignItem[] {
	return items.filter((item) => item.unitKey === null || item.unitKey === unitKey);
}

/** Names of the areas that own work may belong to: those of the campaign, in the order of the catalogue. */
export function groupNames(source: QuestionnaireSource): readonly LocalText[] {
	const used = new Set(source.items.map(({ groupKey }) => groupKey));
	return [...source.areas].filter(([key]) => used.has(key)).map(([, name]) => name);
}

/** `<campaign>.<respondent>.<checksum>`: what the first hidden cell of a sheet says. */
export function sheetKey(campaign: SurveyCampaign, respondent: Pick<SurveyRespondent, 'id'>): string {
	return `${campaign.id}.${respondent.id}.${checksum(campaign, respondent, 'sheet')}`;
}

const CHECKSUM_LENGTH = 10;

/**
 * A checksum that an edited or exchanged key does not have. It depends on moments of the campaign that no file holds;
 * it is there against mistakes, the personal link is what keeps strangers out.
 */
export function checksum(
	campaign: SurveyCampaign,
	respondent: Pick<SurveyRespondent, 'id'>,
	what: string,
): string {
	const secret = `${campaign.id} ${campaign.createdAt} ${campaign.municipalityId}`;
	return createHmac('sha256', secret)
		.update(`${respondent.id} ${what}`)
		.digest('base64url')
		.slice(0, CHECKSUM_LENGTH);
}

function unitName({ open }: QuestionnaireSource, [first]: readonly SurveyRespondent[]): string {
	const name = first && open.lookup.unitByKey.get(first.unitKey)?.name;
	return name?.bg ?? '';
}
