import type { LocalText } from '#lib/domain/org/index.ts';
import {
	SURVEY_PARTICIPATIONS,
	type SurveyCampaign,
	type SurveyParticipation,
	type SurveyRespondent,
} from '#lib/domain/workload/index.ts';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfAudience, nameOfSeat, nameOfValidator } from '#lib/i18n/survey-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { workbookFileName } from '../shared/file-name.ts';
import type { NOTE_KEYS } from './layout.ts';
import type { QuestionnaireWords } from './sheet-model.ts';

/** What is said in a questionnaire that goes back. */
export { textOfAnswersIssue, textOfFieldProblem, textOfSheetProblem } from '#lib/i18n/survey-names.ts';

/** The words of a questionnaire that do not depend on the person, in the language of the request. */
export function questionnaireWords(
	campaign: SurveyCampaign,
	groups: readonly LocalText[],
): QuestionnaireWords {
	return {
		instructionsName: m.survey_sheet_instructions(),
		instructions: [
			localText(campaign.name),
			m.survey_sheet_step_open(),
			m.survey_sheet_step_percent(),
			m.survey_sheet_step_sum(),
			m.survey_sheet_step_own(),
			m.survey_sheet_step_range(),
			m.survey_sheet_step_back({ date: formatDate(campaign.closesOn) }),
		],
		headers: {
			group: m.survey_sheet_group(),
			text: m.survey_sheet_work(),
			share: m.survey_sheet_share(),
			low: m.survey_sheet_low(),
			high: m.survey_sheet_high(),
			participation: m.survey_sheet_participation(),
			peak: m.survey_sheet_peak(),
			secondPeak: m.survey_sheet_second_peak(),
		},
		sum: m.survey_sheet_sum(),
		ready: m.survey_sheet_ready(),
		left: m.survey_sheet_left(),
		over: m.survey_sheet_over(),
		wrongNumber: m.survey_issue_not_a_share(),
		groups: groups.map((name) => localText(name)),
		participations: SURVEY_PARTICIPATIONS.map((code, at) => numbered(at, PARTICIPATIONS[code]())),
		months: Array.from({ length: 12 }, (_, at) => numbered(at, monthName(at))),
	};
}

/** „2 – участвам“: the number says it in every language. */
function numbered(at: number, name: string): string {
	return `${at + 1} – ${name}`;
}

const PARTICIPATIONS = {
	performs: m.answer_kind_performs,
	participates: m.answer_kind_participates,
	coordinates: m.answer_kind_coordinates,
	controls: m.answer_kind_controls,
} satisfies Record<SurveyParticipation, () => string>;

function monthName(at: number): string {
	const options = { month: 'long', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(getLocale() === 'bg' ? 'bg-BG' : 'en-GB', options).format(
		Date.UTC(2026, at, 1),
	);
}

export interface SheetSubject {
	readonly campaign: SurveyCampaign;
	readonly municipality: LocalText;
	readonly unit: LocalText;
	readonly seat: Parameters<typeof nameOfSeat>[0];
	readonly respondent: Pick<SurveyRespondent, 'weeklyHours' | 'linkEndsOn'>;
}

/** The words of one person's sheet. */
export function sheetWords({ campaign, municipality, unit, seat, respondent }: SheetSubject) {
	const until = formatDate(respondent.linkEndsOn ?? campaign.closesOn);
	const hours = formatNumber(respondent.weeklyHours, { digits: 1 });
	const notes: Readonly<Record<(typeof NOTE_KEYS)[number], string>> = {
		obstacles: m.survey_review_obstacles(),
		systems: m.survey_review_systems(),
	};
	return {
		name: nameOfSeat(seat),
		title: `${localText(campaign.name)} · ${localText(municipality)}`,
		about: `${localText(unit)} · ${nameOfSeat(seat)} · ${m.survey_sheet_hours({ hours, until })}`,
		privacy: m.survey_sheet_privacy({
			validator: nameOfValidator(campaign.validator),
			seen: nameOfAudience(campaign.seenBy),
		}),
		notes,
		local: (text: LocalText) => localText(text),
	};
}

export function questionnaireFileName(campaign: SurveyCampaign, place: string): string {
	return workbookFileName([m.survey_sheet_file(), '–', place, '–', localText(campaign.name)]);
}
