import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type {
	SurveyCampaign,
	SurveyFlag,
	SurveyItemId,
	SurveyRespondent,
	SurveyRespondentId,
} from '#lib/domain/workload/index.ts';
import { transact, type Ctx, type Refused } from '../context.ts';
import { listPolicyAreas } from '../queries/legal.ts';
import { listCampaignItems, mapItem, type CampaignItem } from '../queries/survey-item.ts';
import { readContent, type SurveyContent } from './survey-content.ts';
import {
	auditSurvey,
	inUnitOrder,
	openSurvey,
	readsAnswers,
	seatWords,
	type OpenSurvey,
	type SeatWords,
	type SurveyAddress,
} from './survey-open.ts';

/** A flag in words' data: whose it is and what it is about. */
export interface FlagLine {
	readonly flag: SurveyFlag;
	readonly unit: { readonly key: UnitKey; readonly name: LocalText };
	readonly seat: SeatWords;
	/** The other seat of a copy; the item of a flag about one. */
	readonly other: SeatWords | null;
	readonly item: LocalText | null;
}

/** An own addition, as the organiser maps it. */
export interface AdditionLine {
	readonly id: SurveyItemId;
	readonly text: LocalText;
	readonly group: LocalText;
	readonly mappedTo: SurveyItemId | null;
	/** The unit, for whoever reads the answers of its people. */
	readonly unit: LocalText | null;
	/** What it may be recognised as: the list of its unit, then what only other units have. */
	readonly targets: readonly AdditionTarget[];
}

export interface AdditionTarget {
	readonly id: SurveyItemId;
	readonly text: LocalText;
	readonly unit: LocalText;
}

export interface SurveyQuality {
	readonly campaign: SurveyCampaign;
	readonly flags: readonly FlagLine[];
	/** Flags about people whose answers the actor does not read. */
	readonly hidden: number;
	readonly additions: readonly AdditionLine[];
	readonly mayManage: boolean;
}

/** What is suspicious in the answers, and the additions that wait to be recognised. */
export async function readQuality(ctx: Ctx, address: SurveyAddress): Promise<Result<SurveyQuality, Refused>> {
	const opened = await openSurvey(ctx, address);
	if (!opened.ok) return opened;
	const open = opened.value;
	const content = await readContent(ctx, open);
	const seen = inUnitOrder(open, content.respondents);
	const readable = new Map(seen.filter((one) => readsAnswers(open, one.unitKey)).map((one) => [one.id, one]));
	const ofSeen = content.flags.filter(({ respondentId }) => seen.some(({ id }) => id === respondentId));
	const flags = ofSeen.flatMap((flag) => {
		const respondent = readable.get(flag.respondentId);
		return respondent ? [flagLine(open, content, { flag, respondent, readable })] : [];
	});
	return ok({
		campaign: open.campaign,
		flags,
		hidden: ofSeen.length - flags.length,
		additions: await additionsOf(ctx, open, content, readable),
		mayManage: open.mayManage,
	});
}

type Readable = ReadonlyMap<SurveyRespondentId, SurveyRespondent>;

function flagLine(
	open: OpenSurvey,
	content: SurveyContent,
	at: { readonly flag: SurveyFlag; readonly respondent: SurveyRespondent; readonly readable: Readable },
): FlagLine {
	const { flag, respondent, readable } = at;
	const words = seatWords(open, content.respondents);
	// Whose answers are the same is said only of somebody whose answers may be read as well.
	const other = flag.code === 'survey/copied' ? readable.get(flag.from) : undefined;
	const item = 'itemId' in flag ? content.items.find(({ id }) => id === flag.itemId) : undefined;
	return {
		flag,
		unit: { key: respondent.unitKey, name: unitName(open, respondent.unitKey) },
		seat: words(respondent),
		other: other ? words(other) : null,
		item: item?.text ?? null,
	};
}

async function additionsOf(
	ctx: Ctx,
	open: OpenSurvey,
	content: SurveyContent,
	readable: Readable,
): Promise<readonly AdditionLine[]> {
	if (!open.mayManage) return [];
	const { items } = content;
	const areas = new Map((await listPolicyAreas(ctx.db)).map(({ key, name }) => [key, name]));
	const units = new Map(content.respondents.map(({ id, unitKey }) => [id, unitKey]));
	return items.flatMap((item): readonly AdditionLine[] => {
		if (item.respondentId === null) return [];
		const whose = readable.get(item.respondentId);
		return [
			{
				...{ id: item.id, text: item.text, mappedTo: item.mappedTo },
				group: areas.get(item.groupKey) ?? { bg: item.groupKey, en: null },
				unit: whose ? unitName(open, whose.unitKey) : null,
				targets: targetsOf(open, items, units.get(item.respondentId) ?? null, item.mappedTo),
			},
		];
	});
}

/** The list of a unit first; of the others each function once, and what is chosen already. */
function targetsOf(
	open: OpenSurvey,
	items: readonly CampaignItem[],
	unitKey: UnitKey | null,
	mappedTo: SurveyItemId | null,
): readonly AdditionTarget[] {
	const listed = items.filter(({ respondentId }) => respondentId === null);
	const own = listed.filter((item) => item.unitKey === unitKey || item.id === mappedTo);
	const seen = new Set(own.map(({ functionKey, id }) => functionKey ?? id));
	const others = listed.filter((item) => {
		const mark = item.functionKey ?? item.id;
		if (own.includes(item) || seen.has(mark)) return false;
		seen.add(mark);
		return true;
	});
	return [...own, ...others].map(({ id, text, unitKey: key }) => ({
		...{ id, text },
		unit: key === null ? open.municipality.name : unitName(open, key),
	}));
}

function unitName({ lookup }: OpenSurvey, key: UnitKey): LocalText {
	return lookup.unitByKey.get(key)?.name ?? { bg: key, en: null };
}

export type MapRefusal =
	Refused | { readonly code: 'survey/unknown-item' } | { readonly code: 'survey/applied' };

/** Says as which item of the list an own addition was recognised; null leaves it as unwritten work. */
export function mapAddition(
	ctx: Ctx,
	address: SurveyAddress,
	given: { readonly item: string; readonly to: string | null },
): Promise<Result<null, MapRefusal>> {
	return transact(ctx, async (inside, tx): Promise<Result<null, MapRefusal>> => {
		const opened = await openSurvey(inside, address, 'survey.manage');
		if (!opened.ok) return opened;
		const { campaign } = opened.value;
		if (campaign.appliedAt !== null) return err({ code: 'survey/applied' });
		const items = await listCampaignItems(tx, campaign.id);
		const target = items.find(({ id, respondentId }) => id === given.to && respondentId === null);
		const item = items.find(({ id, respondentId }) => id === given.item && respondentId !== null);
		if (!item || (given.to !== null && !target)) return err({ code: 'survey/unknown-item' as const });
		await mapItem(tx, { campaignId: campaign.id, id: item.id, to: target?.id ?? null });
		const before = { item: item.id, mappedTo: item.mappedTo };
		const after = { item: item.id, mappedTo: target?.id ?? null };
		await auditSurvey(ctx, tx, opened.value, { action: 'survey.map', before, after });
		return ok(null);
	});
}
